/** What the reader looks at: a word, a place, a theme. Every view may choose it, and all of them follow. */
import { nothing, settled } from './address.js';

/**
 * Null where nothing is chosen.
 * @typedef {object} Looked
 * @property {string | null} word
 * @property {string | null} place the key of a column
 * @property {string | null} theme whose places stand on the board, or whose sentences are shown
 * @property {string | null} clouds how they are arranged, if not as usual
 * @property {string | null} open "word", "theme", "phrase" or "with" while the sentences of either are shown
 * @property {string | null} text number of the document that is read
 * @property {string | null} language if it was chosen
 * @property {string | null} term of the theme, while only its sentences are shown
 * @property {string | null} uses "lines" while those of the word stand one a line, and then how these are sorted and which are shown:
 * @property {string | null} sort
 * @property {string | null} document
 * @property {string | null} role
 * @property {string | null} speaker
 * @property {string | null} from
 * @property {string | null} until
 * @property {string | null} phrase that was found in the texts, while its sentences are shown
 * @property {string | null} with another word, while the sentences are shown in which the word stands with it
 * @property {string | null} survive "on" while findings are tried under other settings
 * @property {string | null} pair of places whose likeness is shown, if it was chosen, as their keys with - between them
 * @property {string | null} measure of likeness, if not the usual one
 * @property {string | null} run number of the shared wording that was chosen
 * @property {string | null} unfolded what stands unfolded and is folded as a rule: names with , between them
 * @property {string | null} rows of the comparison that are shown, if more than at first
 * @property {string | null} listed texts that are shown, if more than at first
 */

export class Focus {
  /** @type {Readonly<Looked>} */
  #now;
  /** @type {Set<(now: Readonly<Looked>) => void>} */
  #listeners = new Set();

  /** @param {Partial<Looked>} [first] */
  constructor(first) {
    this.#now = { ...nothing(), ...first };
  }

  get now() {
    return this.#now;
  }

  /** @param {Partial<Looked>} change */
  set(change) {
    // A pair in which a place that is chosen now is not is not looked at any more.
    const isOther = change.place && !('pair' in change) && this.#now.pair?.includes(change.place) === false;
    const next = settled({ ...this.#now, ...change, ...(isOther ? { pair: null } : {}) });
    if (Object.keys(next).every((key) => next[/** @type {keyof Looked} */ (key)] === this.#now[/** @type {keyof Looked} */ (key)])) return;
    this.#now = next;
    for (const listener of this.#listeners) listener(next);
  }

  /** @param {(now: Readonly<Looked>) => void} listener @returns {() => void} ends it */
  follow(listener) {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
