/** Places with too little text, named as such in clouds and comparison as soon as it is known how much it takes. What is drawn later is marked too. */
import { html } from '../render/build.js';

/** @typedef {import('../render/columns.js').Report} Report */
/** @typedef {import('../../src/wasm/types.d.ts').Comparison} Comparison */

export class LittleDesk {
  #root;
  #base;
  /** @type {Report | null} */
  #report = null;
  /** @type {Comparison | null} */
  #comparison = null;

  /** @param {import('./index.js').Place} place */
  constructor({ part, context }) {
    this.#root = /** @type {HTMLElement} */ (part.closest('.root') ?? part);
    this.#base = context;
    part.remove();
    this.observer = new MutationObserver(() => this.#mark());
    for (const one of this.#root.querySelectorAll('.part-clouds, .part-comparison')) this.observer.observe(one, { childList: true });
  }

  /** @param {Report} report */
  changed(report) {
    this.#report = report;
    this.#comparison = null;
  }

  /** @param {Comparison} comparison @param {Report} report */
  compared(comparison, report) {
    if (this.#report !== report) return;
    this.#comparison = comparison;
    this.#mark();
  }

  redraw() {
    for (const node of this.#root.querySelectorAll('.little-note')) node.remove();
    this.#mark();
  }

  #mark() {
    const [report, comparison] = [this.#report, this.#comparison];
    const clouds = this.#root.querySelector('.part-clouds .clouds');
    if (!report || !comparison || !(clouds instanceof HTMLElement)) return;
    const { document, t } = this.#base();
    const why = t.views.cityTooLittle(t.number(comparison.minWords), t.number(comparison.minBlocks));
    const note = (/** @type {string} */ text) => html(document, 'span', { class: 'little-note', title: why }, text);
    for (const { key, isEnough, kind } of report.columns) {
      if (isEnough || kind !== 'place') continue;
      const place = `[data-place="${CSS.escape(key)}"]`;
      const figure = clouds.querySelector(`figure${place}`);
      if (figure && !figure.querySelector('.little-note')) figure.append(note(why));
      const head = this.#root.querySelector(`.part-comparison th${place}`);
      if (head && !head.querySelector('.little-note')) head.append(note(t.themes.little));
    }
  }

  close() {
    this.observer.disconnect();
  }
}
