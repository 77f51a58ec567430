/**
 * A desk that counts when the reader comes near, and not before: what every view after the clouds has in common. What stands on
 * the page while other figures are on their way is seen but cannot be used, so that nothing jumps.
 */
import { nPlaces } from '../render/columns.js';

/** @typedef {import('../render/columns.js').Report} Report */
/** @typedef {import('../../src/wasm/types.d.ts').Comparison} Comparison */

/** So near the reader has to come. */
const NEAR = '600px';

/** Does what nobody waits for when the browser has time; Safari does not say when it has. */
const idly = globalThis.requestIdleCallback ?? ((/** @type {() => void} */ work) => setTimeout(work, 50));

/**
 * A view says what it asks (`ask`) and how it draws (`draw`); when, this says.
 * @template T what the engine answers
 */
export class NearDesk {
  /** @type {Report | null} */
  report = null;
  /** What tells the places apart, when that is known. @type {Comparison | null} */
  comparison = null;
  /** @type {T | null} */
  counted = null;
  #isNear = false;
  /** The number of the last question: the answer to an earlier one is not drawn. */
  #turn = 0;
  #observer;
  /** @type {ResizeObserver | undefined} */
  #sizes;
  /** As it was seen last, where that is watched: asking in the middle of a change has the whole page laid out. */
  #width = 0;
  #isLate = false;

  /** @param {import('./index.js').Place} place */
  constructor({ part, panel, context, host }) {
    this.part = part;
    this.panel = panel;
    this.context = context;
    this.host = host;
    this.#observer = new IntersectionObserver(
      (entries) => {
        this.#isNear = entries[entries.length - 1].isIntersecting;
        if (this.#isNear && !this.counted) void this.#count();
      },
      { rootMargin: NEAR },
    );
    this.#observer.observe(part);
  }

  /** Whether there is anything to show of these texts. @param {Report} report */
  has(report) {
    return nPlaces(report) > 0;
  }

  /** Whether all is known that the question needs; a view that needs the comparison says so. */
  canAsk() {
    return true;
  }

  /** The figures, null if they cannot be had. @param {Report} _report @returns {Promise<T | null>} */
  ask(_report) {
    return Promise.resolve(null);
  }

  /**
   * Draws into `part`, in the language of the page as it is now; without figures what the view is about, and that it counts.
   * @param {Report} _report @param {T | null} _counted
   */
  draw(_report, _counted) {}

  /** Other texts or other choices. @param {Report} report */
  changed(report) {
    this.report = report;
    this.comparison = null;
    this.recount();
  }

  /** What tells the places apart is known now. @param {Comparison} comparison @param {Report} report */
  compared(comparison, report) {
    if (this.report !== report) return;
    this.comparison = comparison;
    if (this.#isNear && !this.counted) void this.#count();
  }

  /** What was counted answers another question: counts again, now or when the reader comes near. */
  recount() {
    const { report, part } = this;
    this.counted = null;
    this.#turn += 1;
    if (!report) return;
    if (!this.has(report)) {
      part.replaceChildren();
      return;
    }
    if (this.#isNear && part.childElementCount > 0) part.inert = true;
    else this.redraw();
    if (this.#isNear) void this.#count();
  }

  async #count() {
    const { report } = this;
    if (!report || !this.has(report) || !this.canAsk()) return;
    this.#turn += 1;
    const turn = this.#turn;
    const answer = await this.ask(report);
    if (!answer || turn !== this.#turn) return;
    this.counted = answer;
    this.redraw();
  }

  /** Draws what is known, in the language of the page. */
  redraw() {
    const { report } = this;
    if (!report || !this.has(report)) return;
    this.part.inert = false;
    this.#isLate = false;
    this.draw(report, this.counted);
  }

  /** The same, but where the reader is not near only after what he looks at has changed. */
  redrawSoon() {
    if (this.#isNear) {
      this.redraw();
      return;
    }
    this.#isLate = true;
    idly(() => this.#isLate && this.redraw());
  }

  /** Room in px for a picture. */
  get width() {
    return this.#width || this.part.clientWidth || 640;
  }

  /** Draws again when there is another width: for pictures that are drawn in px. */
  followWidth() {
    this.#sizes = new ResizeObserver(() => {
      if (this.part.clientWidth === this.#width) return;
      this.#width = this.part.clientWidth;
      if (this.counted) this.redraw();
    });
    this.#sizes.observe(this.part);
  }

  /** Gives the focus back to what was drawn anew. @param {string} selector */
  focusOn(selector) {
    const node = this.part.querySelector(selector);
    if (node instanceof HTMLElement || node instanceof SVGElement) node.focus();
  }

  close() {
    this.#turn += 1;
    this.#isLate = false;
    this.#observer.disconnect();
    this.#sizes?.disconnect();
  }
}
