/** Wording that places share while it is on the page: a stretch is chosen in the table and stands side by side above it. */
import { aligned, firstRun, passagesSection, runTable, shares } from '../render/passages.js';
import { nPlaces } from '../render/columns.js';
import { NearDesk } from './near.js';

/** @typedef {import('../render/columns.js').Report} Report */
/** @typedef {import('../../src/wasm/types.d.ts').Passages} Passages */

/** Stretches in the table at first, and added each time. */
const SOME = 12;

/** @extends {NearDesk<Passages>} */
export class PassageDesk extends NearDesk {
  #chosen = -1;
  #nShown = SOME;
  #isUnfolded = false;

  /** @param {import('./index.js').Place} place */
  constructor(place) {
    super(place);
    this.unfollow = this.host.focus.follow(() => this.counted && this.redrawSoon());
  }

  /** With one place there is nothing to share. @override @param {Report} report */
  has(report) {
    return nPlaces(report) > 1;
  }

  /** @override @param {Report} report */
  async ask(report) {
    const text = await this.host.ask((engine) => engine.passages(report.view));
    if (text === null) return null;
    this.#chosen = -1;
    this.#isUnfolded = false;
    this.#nShown = SOME;
    return /** @type {Passages} */ (JSON.parse(text));
  }

  /** @override @param {Report} report @param {Passages | null} counted */
  draw(report, counted) {
    const { part } = this;
    if (!counted) {
      part.replaceChildren(passagesSection(null, this.context()));
      return;
    }
    if (this.#chosen < 0) this.#chosen = firstRun(counted);
    const context = {
      ...this.context(),
      report,
      chosen: this.#chosen,
      nShown: this.#nShown,
      place: this.host.focus.now.place,
      isUnfolded: this.#isUnfolded,
      onUnfold: () => {
        this.#isUnfolded = true;
        this.redraw();
        this.focusOn('.aligned h3');
      },
      onChoose: (/** @type {number} */ at) => {
        this.#chosen = at;
        this.#isUnfolded = false;
        this.redraw();
        this.focusOn('.aligned h3');
      },
      onMore: () => {
        const first = this.#nShown;
        this.#nShown += SOME;
        this.redraw();
        this.focusOn(`.run-table [data-run="${first}"]`);
      },
      onRead: (/** @type {import('../render/passages.js').Use} */ use) => this.host.read(use.document, use),
    };
    const runs = counted.runs.length > 0 ? [aligned(counted, context), runTable(counted, context)] : [];
    const wasOpen = part.querySelector('.shares details')?.hasAttribute('open');
    part.replaceChildren(passagesSection(counted, context, shares(counted, context), ...runs));
    part.querySelector('.shares details')?.toggleAttribute('open', wasOpen === true);
  }

  /** @override */
  close() {
    this.unfollow();
    super.close();
  }
}
