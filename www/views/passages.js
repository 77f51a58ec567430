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
  /** Number of the run that was chosen, as it is drawn; of other texts it is another. @type {string | null} */
  #wanted = null;
  #documents = '';
  #nShown = SOME;
  #isUnfolded = false;

  /** @param {import('./index.js').Place} place */
  constructor(place) {
    super(place);
    this.unfollow = this.host.focus.follow(({ run }) => {
      if (run !== this.#wanted) this.#isUnfolded = false;
      if (this.counted) this.redrawSoon();
    });
  }

  /** With one place there is nothing to share. @override @param {Report} report */
  has(report) {
    return nPlaces(report) > 1;
  }

  /** @override @param {Report} report */
  changed(report) {
    const documents = report.documents.map(({ id }) => id).join();
    if (this.#documents !== '' && documents !== this.#documents) this.host.focus.set({ run: null });
    this.#documents = documents;
    super.changed(report);
  }

  /** @override @param {Report} report */
  async ask(report) {
    const text = await this.host.ask((engine) => engine.passages(report.view));
    if (text === null) return null;
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
    const { run } = this.host.focus.now;
    this.#wanted = run;
    const chosen = run !== null && Number(run) < counted.runs.length ? Number(run) : firstRun(counted);
    const context = {
      ...this.context(),
      report,
      chosen,
      nShown: this.#nShown,
      place: this.host.focus.now.place,
      isUnfolded: this.#isUnfolded,
      onUnfold: () => {
        this.#isUnfolded = true;
        this.redraw();
        this.focusOn('.aligned h3');
      },
      onChoose: (/** @type {number} */ at) => {
        this.host.focus.set({ run: String(at) });
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
