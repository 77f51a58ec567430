/**
 * Where the names of points stand so that none covers another: one after the other, the most important first, each at the first
 * free place around its point. The same points give the same places.
 *
 * A name that finds no place is left out; who draws says how else its point can be reached.
 */

/** @typedef {{ x: number, y: number, r: number }} Dot */
/**
 * @typedef {object} Wanted a name that is to be placed
 * @property {number} dot index of its point
 * @property {number} width
 * @property {number} height
 * @property {number} nCovered so many other points it may cover
 * @property {boolean} isFar whether it may stand apart, with a line to its point
 */
/** @typedef {{ left: number, top: number, isFar: boolean }} Label its upper left corner */
/** @typedef {{ left: number, top: number, right: number, bottom: number }} Area */

/** Directions around a point, the most readable first: right, left, above, below, then between them. */
const AROUND = [[1, 0], [-1, 0], [0, -1], [0, 1], [1, -1], [1, 1], [-1, -1], [-1, 1]];
/** Distances in px from the edge of the point: beside it, and apart. */
const BESIDE = 2;
const APART = [14, 26];
/** Side in px of the squares by which neighbours are found. */
const CELL = 24;

/**
 * @param {Wanted[]} wanted the most important first
 * @param {Dot[]} dots all points
 * @param {Area} area no name leaves it
 * @param {{ left: number, top: number, width: number, height: number }[]} [closed] where no name may stand
 * @returns {(Label | null)[]} in the order of the names
 */
export function placeLabels(wanted, dots, area, closed = []) {
  const points = new Grid();
  dots.forEach(({ x, y, r }, at) => points.add({ at, left: x - r, top: y - r, right: x + r, bottom: y + r }));
  const taken = new Grid();
  for (const box of closed) taken.add(boxOf(box, box, -1));
  return wanted.map((one) => {
    const label = freePlace(one, dots[one.dot], points, taken, area);
    if (label) taken.add(boxOf(label, one, -1));
    return label;
  });
}

/** @param {Wanted} one @param {Dot} dot @param {Grid} points @param {Grid} taken @param {Area} area */
function freePlace(one, dot, points, taken, area) {
  /** @type {Label | null} */
  let best = null;
  let fewest = one.nCovered + 1;
  for (const distance of one.isFar ? [BESIDE, ...APART] : [BESIDE]) {
    for (const [right, down] of AROUND) {
      const label = beside(one, dot, right, down, distance);
      const box = boxOf(label, one, -1);
      if (box.left < area.left || box.top < area.top || box.right > area.right || box.bottom > area.bottom) continue;
      if (taken.n(box, 1, -1) > 0) continue;
      const nCovered = points.n(box, fewest, one.dot);
      if (nCovered >= fewest) continue;
      fewest = nCovered;
      best = label;
      if (nCovered === 0) return best;
    }
  }
  return best;
}

/** @param {Wanted} one @param {Dot} dot @param {number} right @param {number} down @param {number} distance @returns {Label} */
function beside({ width, height }, { x, y, r }, right, down, distance) {
  const away = r + distance;
  const left = right === 0 ? x - width / 2 : right > 0 ? x + away : x - away - width;
  const top = down === 0 ? y - height / 2 : down > 0 ? y + (right === 0 ? away : away / 2) : y - (right === 0 ? away : away / 2) - height;
  return { left, top, isFar: distance > BESIDE };
}

/** @param {{ left: number, top: number }} label @param {{ width: number, height: number }} size @param {number} at */
function boxOf({ left, top }, { width, height }, at) {
  return { at, left, top, right: left + width, bottom: top + height };
}

/** @typedef {{ at: number, left: number, top: number, right: number, bottom: number }} Box */

/** Boxes by the squares that they touch. */
class Grid {
  /** @type {Map<number, Box[]>} */
  #cells = new Map();

  /** @param {Box} box */
  add(box) {
    for (const key of cellsOf(box)) {
      const cell = this.#cells.get(key);
      if (cell) cell.push(box);
      else this.#cells.set(key, [box]);
    }
  }

  /** Boxes that a box covers in part, counted up to a number. @param {Box} box @param {number} most @param {number} but the one that does not count */
  n(box, most, but) {
    /** @type {Set<Box>} */
    const met = new Set();
    for (const key of cellsOf(box)) {
      for (const other of this.#cells.get(key) ?? []) {
        if (other.at === but && but >= 0) continue;
        if (other.left < box.right && box.left < other.right && other.top < box.bottom && box.top < other.bottom) met.add(other);
        if (met.size >= most) return met.size;
      }
    }
    return met.size;
  }
}

/** @param {Box} box */
function* cellsOf({ left, top, right, bottom }) {
  for (let row = Math.floor(top / CELL); row <= Math.floor(bottom / CELL); row += 1) {
    for (let column = Math.floor(left / CELL); column <= Math.floor(right / CELL); column += 1) yield row * 4096 + column;
  }
}
