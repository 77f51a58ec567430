/**
 * What may be said of a place: the one judgement of all views. A place with too little text, or with none to compare it with,
 * has its counts, its rates and its cloud, and neither marks nor ranks.
 */

/** Columns of a report and places of a comparison alike; what is no place never has enough text. @typedef {{ key: string, isEnough: boolean }} Judged */

/** Critical values of G² with one degree of freedom: p below .01, .001 and .0001. */
export const DEGREES = [6.63, 10.83, 15.13];

/** The keys of those of which something may be said. @type {WeakMap<readonly Judged[], Set<string>>} */
const known = new WeakMap();

/** The places of which something may be said: they have enough text, and there are several of them. @param {readonly Judged[]} places @returns {Set<string>} */
export function claimed(places) {
  const before = known.get(places);
  if (before) return before;
  const enough = places.filter(({ isEnough }) => isEnough).map(({ key }) => key);
  const keys = new Set(enough.length > 1 ? enough : []);
  known.set(places, keys);
  return keys;
}

/** Whether anything may be said of a place. @param {readonly Judged[]} places @param {string} key */
export function isClaimed(places, key) {
  return claimed(places).has(key);
}

/** Those of which something may be said before the others, otherwise in their order. @template {Judged} T @param {readonly T[]} places @returns {T[]} */
export function claimedFirst(places) {
  const isFirst = (/** @type {T} */ { key }) => isClaimed(places, key);
  return [...places.filter(isFirst), ...places.filter((place) => !isFirst(place))];
}

/** Whether nothing may be said of some of the places, nor of any. @param {readonly (Judged & { kind?: string })[]} places */
export function silence(places) {
  const n = claimed(places).size;
  if (n === 0) return 'all';
  return places.some(({ key, kind }) => (kind ?? 'place') === 'place' && !isClaimed(places, key)) ? 'some' : 'none';
}

/**
 * Whether a count stands out against the other places, by chance or not: a description of these texts, which gives a word its
 * colour and says no more. Beside places of which something may be said, the others have no colour.
 * @param {number | null} g2 signed @param {readonly Judged[]} places @param {string} key
 */
export function leans(g2, places, key) {
  return g2 !== null && g2 >= DEGREES[0] && (claimed(places).size === 0 || isClaimed(places, key));
}

/**
 * How strongly a word may be said to be over-used (1 to 3) or under-used (-1 to -3) in a place; 0 where it is neither, or nothing may be said.
 * @param {number | null} g2 signed @param {readonly Judged[]} places @param {string} key
 */
export function degree(g2, places, key) {
  if (g2 === null || !isClaimed(places, key)) return 0;
  return Math.sign(g2) * DEGREES.filter((bound) => Math.abs(g2) >= bound).length;
}

/** A probability, of which what rounds to nothing is said to be less than something. @param {number} q @param {import('../i18n/index.js').Translation} t */
export function chance(q, t) {
  return q < 0.005 ? `< ${t.number2(0.01)}` : t.number2(q);
}
