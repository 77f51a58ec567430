/**
 * Which words a scatter of one place against the others has, how often each side says them, and where they stand. What a word
 * is (distinctive, missing, neither) is the engine's judgement; here nothing is judged.
 */

import { isClaimed } from './claims.js';

/** @typedef {import('./columns.js').Report} Report */
/** @typedef {import('../../src/wasm/types.d.ts').Comparison} Comparison */
/** @typedef {{ words: string[], uses: Uint32Array }} Usage uses by word and column of the report, flat */
/**
 * @typedef {object} Point
 * @property {string} word
 * @property {number} n uses in the place
 * @property {number} nOthers uses in the other places
 * @property {number} rate per 10,000 words in the place
 * @property {number} others mean of the other places' rates
 * @property {'distinctive' | 'missing' | ''} finding
 * @property {number | null} q of the finding
 */

/** Rarer words are not shown, as they are not judged. */
const MIN_USES = 3;
/** More points than this are no picture. */
const N_POINTS = 300;
/** Words that both sides say often and that are named early, so that the middle of the picture speaks too. */
const N_COMMON = 8;

/** The words to ask for: those of all lists, of the comparison and of the clouds. @param {Report} report @param {Comparison} comparison */
export function wordsOf(report, comparison) {
  const words = new Set([...comparison.words, ...comparison.shared].map(({ word }) => word));
  for (const { leading, distinctive, missing } of comparison.cities) for (const { word } of [...leading, ...distinctive, ...missing]) words.add(word);
  for (const { word } of report.rows) words.add(word);
  for (const { cloud } of report.columns) for (const { word } of cloud) words.add(word);
  return [...words];
}

/**
 * The other places that make the reference: those with enough text; where nothing is claimed and there are not two of them, all.
 * @param {Comparison} comparison @param {string} key
 */
export function reference(comparison, key) {
  const others = comparison.cities.filter((city) => city.key !== key);
  const enough = others.filter(({ isEnough }) => isEnough);
  return enough.length > 1 || isClaimed(comparison.cities, key) ? enough : others;
}

/**
 * The points of a place, the most telling first.
 * @param {Usage} usage @param {Report} report @param {Comparison} comparison @param {string} key
 * @returns {Point[]}
 */
export function points({ words, uses }, report, comparison, key) {
  const at = new Map(report.columns.map((column, index) => [column.key, index]));
  const city = comparison.cities.find((one) => one.key === key);
  if (!city) return [];
  const others = reference(comparison, key).map((one) => ({ at: at.get(one.key) ?? 0, nWords: one.nWords }));
  const own = at.get(key) ?? 0;
  /** @type {Map<string, { finding: Point['finding'], q: number | null }>} */
  const found = new Map();
  for (const finding of /** @type {const} */ (['missing', 'distinctive'])) for (const { word, q } of city[finding]) found.set(word, { finding, q });
  const all = words.map((word, index) => {
    const judged = found.get(word);
    const n = (/** @type {number} */ column) => uses[index * report.columns.length + column];
    const rates = others.map((one) => (one.nWords > 0 ? (1e4 * n(one.at)) / one.nWords : 0));
    return {
      word,
      n: n(own),
      nOthers: others.reduce((sum, one) => sum + n(one.at), 0),
      rate: city.nWords > 0 ? (1e4 * n(own)) / city.nWords : 0,
      others: rates.reduce((sum, rate) => sum + rate, 0) / Math.max(1, rates.length),
      finding: judged?.finding ?? '',
      q: judged?.q ?? null,
    };
  });
  return byImportance(all.filter(({ n, nOthers }) => n + nOthers >= MIN_USES), city).slice(0, N_POINTS);
}

/** @param {Point[]} all @param {Comparison['cities'][number]} city */
function byImportance(all, city) {
  // The first list that has a word decides.
  const listed = new Map([...city.distinctive, ...city.missing, ...city.leading].map(({ word }, rank) => /** @type {const} */ ([word, rank])).reverse());
  const common = [...all].sort((a, b) => Math.min(b.rate, b.others) - Math.min(a.rate, a.others) || compare(a.word, b.word));
  const isCommon = new Set(common.slice(0, N_COMMON).map(({ word }) => word));
  // How far a word lies from the diagonal, in the unit in which rates stray.
  const distance = (/** @type {Point} */ { rate, others }) => Math.abs(rate - others) / Math.sqrt(rate + others);
  const group = (/** @type {Point} */ { word, finding }) => (finding !== '' ? 0 : isCommon.has(word) ? 1 : listed.has(word) ? 2 : 3);
  const rank = (/** @type {Point} */ { word }) => listed.get(word) ?? Infinity;
  return all.sort((a, b) => {
    const byGroup = group(a) - group(b);
    if (byGroup !== 0) return byGroup;
    if (group(a) === 0 || group(a) === 2) return rank(a) - rank(b);
    return distance(b) - distance(a) || compare(a.word, b.word);
  });
}

/** In the order of code points, in every browser. @param {string} a @param {string} b */
function compare(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** @typedef {{ low: number, high: number, marks: number[] }} Axis on a scale of ratios */

/** An axis for rates above zero: its ends, and its marks at 1, 2 and 5. @param {number[]} rates @param {number} high */
export function axis(rates, high) {
  const positive = rates.filter((rate) => rate > 0);
  const low = Math.min(high / 2, ...positive);
  const marks = [];
  for (let power = 10 ** Math.floor(Math.log10(low)); power <= high; power *= 10) {
    for (const one of [1, 2, 5]) if (one * power >= low * 0.999 && one * power <= high * 1.001) marks.push(Number((one * power).toPrecision(1)));
  }
  return { low, high, marks };
}

/** Points that would lie on each other stand around their place instead. @param {{ x: number, y: number }[]} places in px */
export function spread(places) {
  /** @type {Map<string, number>} */
  const met = new Map();
  return places.map(({ x, y }) => {
    const key = `${Math.round(x / 2)} ${Math.round(y / 2)}`;
    const n = met.get(key) ?? 0;
    met.set(key, n + 1);
    const away = 3.6 * Math.sqrt(n);
    return { x: x + away * Math.cos(n * 2.4), y: y + away * Math.sin(n * 2.4) };
  });
}
