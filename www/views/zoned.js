/** Clouds zoned by theme while they are on the page: laid out for the width that they have, and again for another. */
import { measureIn } from '../measure.js';
import { withTerm } from '../render/theme-terms.js';
import { drawZoned, zonedRequest, zonedSection } from '../render/zoned.js';
import { NearDesk } from './near.js';

/** @typedef {import('../render/columns.js').Report} Report */
/** @typedef {import('../../src/wasm/types.d.ts').ThemeWords} ThemeWords */
/** @typedef {import('../../src/wasm/types.d.ts').ThemeWord} ThemeWord */

const RESIZE_MS = 120;

/** @extends {NearDesk<ThemeWords>} */
export class ZonedDesk extends NearDesk {
  /** @type {import('../render/zoned.js').ZonedFrame[]} */
  #frames = [];
  #showAll = false;
  #width = 0;
  /** Of the last layout: what an earlier one brings is not drawn. */
  #drawing = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer = undefined;
  #resizes;

  /** @param {import('./index.js').Place} place */
  constructor(place) {
    super(place);
    this.#resizes = new ResizeObserver(() => {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => {
        if (this.#frames[0] && this.#frames[0].picture.clientWidth !== this.#width) void this.#layOut();
      }, RESIZE_MS);
    });
    this.#resizes.observe(this.part);
  }

  /** @param {Report} report @returns {Promise<ThemeWords | null>} */
  ask(report) {
    return this.host.ask((engine) => engine.themeWords(report.view));
  }

  /** @param {Report} report @param {ThemeWords | null} counted */
  draw(report, counted) {
    const onShowAll = () => {
      this.#showAll = true;
      this.redraw();
      this.focusOn('.zoned-place:last-child .zoned-word[tabindex="0"]');
    };
    const { node, frames } = zonedSection(counted, report, this.#showAll, { ...this.context(), onShowAll });
    this.#frames = frames;
    this.part.replaceChildren(node);
    void this.#layOut();
  }

  async #layOut() {
    this.#drawing += 1;
    const [turn, frames, found] = [this.#drawing, this.#frames, this.counted];
    const width = frames[0]?.picture.clientWidth ?? 0;
    if (!found || width === 0) return;
    const context = this.context();
    const size = { width, height: frames[0].picture.clientHeight };
    const measure = measureIn(context.document, getComputedStyle(frames[0].picture).fontFamily);
    const requests = frames.map((frame) => zonedRequest(frame, found, size, { ...context, measure }));
    const layouts = await this.host.ask((engine) => Promise.all(requests.map((request) => engine.storm(request))));
    if (!layouts || turn !== this.#drawing) return;
    this.#width = width;
    const onThemeWord = (/** @type {ThemeWord} */ word, /** @type {string} */ column) => this.#open(found, word, column);
    frames.forEach((frame, at) => drawZoned(frame, found, size, layouts[at], { ...context, measure, onThemeWord }));
  }

  /** The sentences of a word of a theme. @param {ThemeWords} found @param {ThemeWord} word @param {string} column */
  #open(found, word, column) {
    this.host.later(async () => {
      const all = await this.host.ask((engine) => engine.themeSentences(found.themes[word.theme].key, this.host.choices()));
      if (!all || !this.report) return;
      const { t } = this.context();
      this.panel.showSentences(this.report, { ...withTerm(all, word.term), word: word.term }, column, t, {
        tools: null,
        onWish: () => {},
        onUndo: () => {},
        title: word.term,
        label: t.sentencesOf(word.term),
      });
    });
  }

  close() {
    super.close();
    this.#drawing += 1;
    clearTimeout(this.#timer);
    this.#resizes.disconnect();
  }
}
