/** Hatching of a box as plain shapes: stripes that rise to the right, cut off at its edges. What is filled by a pattern on the page stays so in files. */

/**
 * The stripes of a box as a path.
 * @param {{ x: number, y: number, width: number, height: number }} box
 * @param {{ pitch: number, from: number, wide: number }} stripes across them: from one to the next, where the first begins, how wide each is
 */
export function stripes({ x, y, width, height }, { pitch, from, wide }) {
  /** Where a line of one sum of coordinates leaves the box, above or to the right, and below or to the left. */
  const above = (/** @type {number} */ sum) => [Math.min(sum, width), sum - Math.min(sum, width)];
  const below = (/** @type {number} */ sum) => [sum - Math.min(sum, height), Math.min(sum, height)];
  const most = width + height;
  const paths = [];
  for (let at = from * Math.SQRT2; at < most; at += pitch * Math.SQRT2) {
    const [start, end] = [Math.max(0, at), Math.min(most, at + wide * Math.SQRT2)];
    if (end <= start) continue;
    const corner = (/** @type {number} */ sum, /** @type {number[]} */ point) => (start < sum && sum < end ? [point] : []);
    const points = [above(start), ...corner(width, [width, 0]), above(end), below(end), ...corner(height, [0, height]), below(start)];
    paths.push(`M${points.map(([right, down]) => `${(x + right).toFixed(2)} ${(y + down).toFixed(2)}`).join('L')}Z`);
  }
  return paths.join('');
}
