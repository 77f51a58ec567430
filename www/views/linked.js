/**
 * What is looked at, marked wherever it stands: every element that names a word (`data-word`) or a place (`data-place`) is the
 * current one while that is chosen, in views that are drawn later too. A line in sight says what is chosen, and ends it.
 */
import { lookedLine } from '../render/linked.js';

/** @typedef {import('../render/columns.js').Report} Report */

export class LinkedDesk {
  #part;
  #root;
  #base;
  #focus;
  #open;
  /** @type {Report | null} */
  #report = null;

  /** @param {import('./index.js').Place} place */
  constructor({ part, context, host }) {
    this.#part = part;
    this.#root = /** @type {HTMLElement} */ (part.closest('.root') ?? part);
    this.#base = context;
    this.#focus = host.focus;
    this.#open = host.showWord;
    // Beside all views, so that it stays in sight along all of them.
    this.#root.querySelector('.sheet')?.append(part);
    part.setAttribute('aria-live', 'polite');
    this.end = host.focus.follow(() => this.redraw());
    this.observer = new MutationObserver(() => this.#mark());
    this.observer.observe(this.#root, { childList: true, subtree: true });
  }

  /** @param {Report} report */
  changed(report) {
    this.#report = report;
    this.redraw();
  }

  redraw() {
    this.#mark();
    const { word, place } = this.#focus.now;
    const column = this.#report?.columns.find(({ key }) => key === place);
    const line = lookedLine(word, column, {
      ...this.#base(),
      onOpen: () => word && this.#open(word, column?.key),
      onClear: () => {
        this.#focus.set({ word: null, place: null });
        /** @type {HTMLElement | null} */ (this.#root.querySelector('.status'))?.focus({ preventScroll: true });
      },
    });
    this.#part.replaceChildren(...(line ? [line] : []));
  }

  #mark() {
    const { word, place } = this.#focus.now;
    const root = this.#root;
    root.classList.toggle('has-place', place !== null && this.#report?.columns.some(({ key }) => key === place) === true);
    const wanted = new Set(
      [word !== null && `[data-word="${CSS.escape(word)}"]`, place !== null && `[data-place="${CSS.escape(place)}"]`]
        .filter((selector) => selector !== false)
        .flatMap((selector) => [...root.querySelectorAll(selector)])
        .filter((node) => isChosen(node, 'data-word', word) && (isChosen(node, 'data-place', place) || place === null)),
    );
    for (const node of root.querySelectorAll('[data-word][aria-current], [data-place][aria-current]')) {
      if (!wanted.has(node)) node.removeAttribute('aria-current');
    }
    for (const node of wanted) node.setAttribute('aria-current', 'true');
    for (const button of root.querySelectorAll('button[data-choose]')) {
      button.setAttribute('aria-pressed', String(button.getAttribute('data-choose') === place));
    }
  }

  close() {
    this.end();
    this.observer.disconnect();
  }
}

/** @param {Element} node @param {string} name @param {string | null} chosen */
function isChosen(node, name, chosen) {
  return !node.hasAttribute(name) || node.getAttribute(name) === chosen;
}
