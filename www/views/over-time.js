/** One place over time while it is on the page; the place is that which the reader looks at, if it has two periods. */
import { overTimeParts, overTimeSection } from '../render/over-time.js';
import { html } from '../render/build.js';
import { NearDesk } from './near.js';

/** @typedef {import('../render/columns.js').Report} Report */
/** @typedef {import('../../src/wasm/types.d.ts').OverTime} OverTime */

/** @extends {NearDesk<OverTime>} */
export class OverTimeDesk extends NearDesk {
  /** The place that was last looked at. @type {string | null} */
  #wanted = null;
  #isChoosing = false;

  /** @param {import('./index.js').Place} place */
  constructor(place) {
    super(place);
    this.#wanted = this.host.focus.now.place;
    this.unfollow = this.host.focus.follow(({ place: key }) => {
      if (key === null || key === this.#wanted) return;
      this.#wanted = key;
      this.recount();
    });
  }

  /** @override @param {Report} report */
  async ask(report) {
    const wanted = this.#wanted;
    const text = await this.host.ask(async (engine) => {
      const found = await engine.overTime(report.view, wanted ?? undefined);
      // A place without two periods leaves another one on the page.
      return wanted !== null && JSON.parse(found).place === null ? engine.overTime(report.view) : found;
    });
    return text === null ? null : /** @type {OverTime} */ (JSON.parse(text));
  }

  /** @override @param {Report} report @param {OverTime | null} counted */
  draw(report, counted) {
    const { document, t } = this.context();
    const context = {
      ...this.context(),
      report,
      wanted: this.#wanted,
      onPlace: (/** @type {string} */ key) => {
        this.#isChoosing = true;
        this.host.focus.set({ place: key, word: null });
      },
      onWord: (/** @type {string} */ word, /** @type {string} */ column) => this.host.showWord(word, column),
    };
    const parts = counted ? overTimeParts(counted, context) : [html(document, 'p', { class: 'intro counting' }, t.overTime.counting)];
    this.part.replaceChildren(overTimeSection(context, ...parts));
    if (counted && this.#isChoosing) {
      this.#isChoosing = false;
      this.focusOn('.which-place select');
    }
  }

  /** @override */
  close() {
    this.unfollow();
    super.close();
  }
}
