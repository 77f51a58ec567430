/** Which findings hold under which settings, as a table: there once the reader has them tried, and gone with the switch. */
import { FIRST_FINDINGS, robustnessSection } from '../render/robustness.js';

/** @typedef {import('../render/columns.js').Report} Report */

export class RobustnessDesk {
  /** @type {Report | null} */
  #report = null;
  #nRows = FIRST_FINDINGS;
  #unfollow;

  /** @param {import('./index.js').Place} place */
  constructor({ part, context, host }) {
    this.part = part;
    this.context = context;
    this.host = host;
    this.#unfollow = host.survival.follow(() => this.redraw());
  }

  /** Other texts or other choices. @param {Report} report */
  changed(report) {
    this.#report = report;
    this.#nRows = FIRST_FINDINGS;
    this.redraw();
  }

  redraw() {
    const { survival, showWord: onWord } = this.host;
    const report = this.#report;
    const onAll = () => {
      const before = this.#nRows;
      this.#nRows = survival.claims.length;
      this.redraw();
      // Reading goes on at the first of the new rows.
      this.part.querySelectorAll('tbody tr')[before]?.querySelector('button')?.focus();
    };
    const focused = this.#focused();
    const section = report && robustnessSection(survival, report, { ...this.context(), onWord, nRows: this.#nRows, onAll });
    this.part.replaceChildren(...(section ? [section] : []));
    if (focused >= 0) this.part.querySelectorAll('button')[focused]?.focus();
  }

  /** The number of the button that has the focus; while settings are tried the table is drawn again and again. */
  #focused() {
    return [...this.part.querySelectorAll('button')].findIndex((button) => button.matches(':focus'));
  }

  close() {
    this.#unfollow();
  }
}
