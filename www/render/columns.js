/** What all views say in the same way about a place: its name, its colour, how strongly a word belongs to it. */

/** @typedef {import('../../src/wasm/types.d.ts').Report} Report */
/** @typedef {import('../../src/wasm/types.d.ts').Column} Column */
/** @typedef {import('../i18n/index.js').Translation} Translation */
/**
 * What every render function is given.
 * @typedef {object} Context
 * @property {Document} document
 * @property {Translation} t
 */

/** Critical values of G² with one degree of freedom: p below .01, .001 and .0001. */
export const DEGREES = [6.63, 10.83, 15.13];

/** Colours that can be told apart; with more places than this no place has a colour of its own. */
const N_COLOURS = 8;

/** @param {Column} column @param {Translation} t */
export function columnName(column, t) {
  if (column.kind === 'unknown') return t.unknown;
  if (column.kind === 'several') return t.several;
  return column.name;
}

/**
 * Why a column that is no place is there; empty for places. Places that some text suggests are named, not counted.
 * @param {Report} report @param {Column} column @param {Translation} t
 */
export function columnWhy(report, column, t) {
  const suggested = new Set(report.documents.flatMap((one) => one.suggested.map(({ name }) => name)));
  if (column.kind === 'unknown') return [t.unknownWhy, ...(suggested.size > 0 ? [t.unknownMaybe(t.list([...suggested]))] : [])].join(t.sentenceGap);
  if (column.kind === 'several') return t.severalWhy;
  return '';
}

/** @param {Report} report */
export function nPlaces(report) {
  return report.columns.filter((column) => column.kind === 'place').length;
}

/**
 * The class that gives a column its colour: c1 to c8, c0 for the common accent, apart for what is no place.
 * @param {Report} report @param {Column} column
 */
export function colourClass(report, column) {
  if (column.kind !== 'place') return 'apart';
  if (nPlaces(report) > N_COLOURS) return 'c0';
  return `c${report.columns.indexOf(column) + 1}`;
}

/**
 * How strongly a word is over-used (1 to 3) or under-used (-1 to -3); 0 where it is neither or nothing is known.
 * @param {number | null} g2 signed
 */
export function degree(g2) {
  if (g2 === null) return 0;
  return Math.sign(g2) * DEGREES.filter((bound) => Math.abs(g2) >= bound).length;
}
