/** The marked places of a text as one stop of the tab key, with a place where the reader is among them. */

export class Marks {
  #text;

  /** @param {HTMLElement} text */
  constructor(text) {
    this.#text = text;
  }

  /** Where the search for the next place begins: at the one the reader came to last, else (-1) at either end. @param {boolean} forward */
  from(forward) {
    const current = /** @type {HTMLElement | null} */ (this.#text.querySelector('.piece[data-current]'));
    if (!current) return -1;
    // A run is one place: the next one begins after it.
    return forward ? Number(current.dataset.to) - 1 : Number(current.dataset.from);
  }

  /** The mark at an offset. @param {number} at */
  at(at) {
    const marks = /** @type {HTMLElement[]} */ ([...this.#text.querySelectorAll('.piece')]);
    return marks.find(({ dataset }) => Number(dataset.from) <= at && at < Number(dataset.to));
  }

  /** Makes a mark the one that the tab key comes to. @param {HTMLElement} mark */
  go(mark) {
    for (const other of this.#text.querySelectorAll('.piece[tabindex="0"], .piece[data-current]')) {
      other.setAttribute('tabindex', '-1');
      other.removeAttribute('data-current');
    }
    mark.setAttribute('tabindex', '0');
    mark.setAttribute('data-current', '');
  }

  /** Brings the words that are pointed at in sight, and reading goes on there. */
  point() {
    const cause = /** @type {HTMLElement | null} */ (this.#text.querySelector('mark.cause'));
    cause?.setAttribute('tabindex', '-1');
    cause?.focus({ preventScroll: true });
    cause?.scrollIntoView({ block: 'center' });
  }

  /** Sees to it that the tab key comes to one. */
  settle() {
    if (!this.#text.querySelector('.piece[tabindex="0"]')) this.#text.querySelector('.piece')?.setAttribute('tabindex', '0');
  }

  /** The chip of the passage that begins at an offset or, where it went into another, of that one. @param {number} at */
  chipBefore(at) {
    const chips = /** @type {HTMLElement[]} */ ([...this.#text.querySelectorAll('.margin .chip')]);
    return chips.findLast(({ dataset }) => Number(dataset.focus?.slice('why-'.length)) <= at);
  }
}
