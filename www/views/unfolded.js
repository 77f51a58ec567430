/**
 * Tables of figures that stand unfolded beneath their views: they are part of what the reader looks at, and stand so again when
 * a view is drawn anew or a state is come back to.
 */
import { isUnfolded, unfolding } from '../address.js';

const FIGURES = '[data-view] details.figures';

/** @param {Element} details */
const nameOf = (details) => `${details.closest('[data-view]')?.getAttribute('data-view')}-figures`;

export class UnfoldedDesk {
  #root;
  #focus;

  /** @param {import('./index.js').Place} place */
  constructor({ part, host }) {
    this.#root = /** @type {HTMLElement} */ (part.closest('.root') ?? part);
    this.#focus = host.focus;
    part.remove();
    // What opens and closes says so to itself alone.
    this.#root.addEventListener('toggle', this.#toggled, true);
    this.observer = new MutationObserver((changes) => this.#unfold(changes.flatMap(({ addedNodes }) => [...addedNodes])));
    this.observer.observe(this.#root, { childList: true, subtree: true });
    this.end = host.focus.follow(() => this.#unfold([this.#root]));
    this.#unfold([this.#root]);
  }

  /** @param {Event} event */
  #toggled = ({ target }) => {
    if (!(target instanceof HTMLDetailsElement) || !target.matches(FIGURES) || !target.isConnected) return;
    this.#focus.set(unfolding(this.#focus.now, nameOf(target), target.open));
  };

  /** @param {Node[]} nodes that were drawn */
  #unfold(nodes) {
    for (const node of nodes) {
      if (!(node instanceof Element)) continue;
      for (const details of [...(node.matches(FIGURES) ? [node] : []), ...node.querySelectorAll(FIGURES)]) {
        details.toggleAttribute('open', isUnfolded(this.#focus.now, nameOf(details)));
      }
    }
  }

  changed() {}

  redraw() {}

  close() {
    this.end();
    this.observer.disconnect();
    this.#root.removeEventListener('toggle', this.#toggled, true);
  }
}
