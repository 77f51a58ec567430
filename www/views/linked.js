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
    this.observer = new MutationObserver((changes) => this.#markIn(changes.flatMap(({ addedNodes }) => [...addedNodes])));
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
    const { place } = this.#focus.now;
    const root = this.#root;
    root.classList.toggle('has-place', place !== null && this.#report?.columns.some(({ key }) => key === place) === true);
    this.#markIn([root]);
  }

  /** Marks what stands in some nodes, or is one of them. @param {Node[]} nodes */
  #markIn(nodes) {
    const { word, place } = this.#focus.now;
    const isNamed = (/** @type {Element} */ node) =>
      (word !== null && node.getAttribute('data-word') === word) || (place !== null && node.getAttribute('data-place') === place);
    const isWanted = (/** @type {Element} */ node) =>
      isNamed(node) && isChosen(node, 'data-word', word) && (isChosen(node, 'data-place', place) || place === null);
    const selectors = [
      '[data-word][aria-current]',
      '[data-place][aria-current]',
      'button[data-choose]',
      word !== null && `[data-word="${CSS.escape(word)}"]`,
      place !== null && `[data-place="${CSS.escape(place)}"]`,
    ];
    const all = selectors.filter((selector) => selector !== false).join();
    for (const node of nodes) {
      // Another text may be that of another word in the same element.
      const element = node instanceof Element ? node : node.parentElement?.closest('[data-word], [data-place]');
      if (!element?.isConnected) continue;
      for (const one of [...(element.matches(all) ? [element] : []), ...element.querySelectorAll(all)]) {
        if (one.hasAttribute('data-choose')) put(one, 'aria-pressed', String(one.getAttribute('data-choose') === place));
        if (one.hasAttribute('data-word') || one.hasAttribute('data-place')) put(one, 'aria-current', isWanted(one) ? 'true' : null);
      }
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

/** Sets an attribute, or takes it away, where that changes something: styles are worked out again for each that does. @param {Element} node @param {string} name @param {string | null} value */
function put(node, name, value) {
  if (node.getAttribute(name) === value) return;
  if (value === null) node.removeAttribute(name);
  else node.setAttribute(name, value);
}
