/** The way from point to point in a picture: by pointer to the nearest, by arrow keys to the next in their direction. */

/** @typedef {{ x: number, y: number }} At */

/** The nearest point within reach; -1 if there is none. @param {At[]} points @param {At} place @param {number} reach */
export function nearest(points, place, reach) {
  let best = -1;
  let least = reach * reach;
  points.forEach(({ x, y }, at) => {
    const distance = (x - place.x) ** 2 + (y - place.y) ** 2;
    if (distance < least) [best, least] = [at, distance];
  });
  return best;
}

/** @type {Record<string, [right: number, down: number]>} */
const KEYS = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/**
 * The next point in the direction of an arrow key, those straight ahead before those aside; the same one if there is none, null
 * for any other key.
 * @param {At[]} points @param {number} from @param {string} key
 */
export function directed(points, from, key) {
  const direction = KEYS[key];
  if (!direction || !points[from]) return null;
  const [right, down] = direction;
  let best = from;
  let least = Infinity;
  points.forEach(({ x, y }, at) => {
    const [dx, dy] = [x - points[from].x, y - points[from].y];
    const ahead = dx * right + dy * down;
    const aside = Math.abs(dx * down) + Math.abs(dy * right);
    // What lies more aside than ahead comes after all others, so that it is still reached.
    const cost = ahead + 2 * aside + (aside > ahead ? 1e6 : 0);
    if (at === from || ahead <= 0.01 || cost >= least) return;
    [best, least] = [at, cost];
  });
  return best;
}
