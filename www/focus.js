/** What the reader looks at: a word, a place. Every view may choose it, and all of them follow. */

/** @typedef {{ word: string | null, place: string | null }} Looked place is the key of a column; null where nothing is chosen */

export class Focus {
  /** @type {Readonly<Looked>} */
  #now = { word: null, place: null };
  /** @type {Set<(now: Readonly<Looked>) => void>} */
  #listeners = new Set();

  get now() {
    return this.#now;
  }

  /** @param {Partial<Looked>} change */
  set(change) {
    const next = { ...this.#now, ...change };
    if (next.word === this.#now.word && next.place === this.#now.place) return;
    this.#now = next;
    for (const listener of this.#listeners) listener(next);
  }

  /** @param {(now: Readonly<Looked>) => void} listener @returns {() => void} ends it */
  follow(listener) {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
