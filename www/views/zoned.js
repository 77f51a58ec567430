/** Clouds zoned by theme while they are on the page: laid out for the width that they have, and again for another. */
import { isUnfolded, unfolding } from '../address.js';
import { measureIn } from '../measure.js';
import { drawZoned, fewer, isStrips, nShown, zonedRequest, zonedSection } from '../render/zoned.js';
import { zonedFigures } from './figures.js';
import { NearDesk } from './near.js';

/** @typedef {import('../render/columns.js').Report} Report */
/** @typedef {import('../../src/wasm/types.d.ts').ThemeWords} ThemeWords */
/** @typedef {import('../../src/wasm/types.d.ts').ThemeWord} ThemeWord */

const RESIZE_MS = 120;

/** So often are a few words less tried to have zones side by side. */
const N_TRIES = 3;

/**
 * The layout of as many words as all find a place; a few less if these can stand side by side and not in strips alone.
 * @param {number} most @param {{ width: number, height: number }} size
 * @param {(n: number) => Promise<import('../../src/wasm/types.d.ts').StormLayout>} layOut
 */
async function fitting(most, size, layOut) {
  let n = most;
  let layout = await layOut(n);
  while (layout.unplaced.length > 0 && fewer(n) < n) {
    n = fewer(n);
    layout = await layOut(n);
  }
  const first = layout;
  for (let left = N_TRIES; isStrips(layout, size) && left > 0 && fewer(n) < n; left -= 1) {
    n = fewer(n);
    layout = await layOut(n);
  }
  return isStrips(layout, size) ? first : layout;
}

/** @extends {NearDesk<ThemeWords>} */
export class ZonedDesk extends NearDesk {
  /** @type {import('../render/zoned.js').ZonedFrame[]} */
  #frames = [];
  #width = 0;
  /** Of the last layout: what an earlier one brings is not drawn. */
  #drawing = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer = undefined;
  #resizes;
  #unfollow;
  #showsAll = false;

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
    this.#unfollow = this.host.focus.follow((now) => isUnfolded(now, 'zoned') !== this.#showsAll && this.redraw());
  }

  /** @param {Report} report @returns {Promise<ThemeWords | null>} */
  ask(report) {
    return this.host.ask((engine) => engine.themeWords(report.view));
  }

  /** @param {Report} report @param {ThemeWords | null} counted */
  draw(report, counted) {
    const onShowAll = () => {
      this.host.focus.set(unfolding(this.host.focus.now, 'zoned', true));
      this.focusOn('.zoned-place:last-child .zoned-word[tabindex="0"]');
    };
    this.#showsAll = isUnfolded(this.host.focus.now, 'zoned');
    const { node, frames } = zonedSection(counted, report, this.#showsAll, { ...this.context(), onShowAll });
    this.#frames = frames;
    if (counted) Object.assign(node, { figures: () => zonedFigures(counted, this.context().t) });
    const wasOpen = this.part.querySelector('.figures')?.hasAttribute('open') === true;
    this.part.replaceChildren(node);
    this.part.querySelector('.figures')?.toggleAttribute('open', wasOpen);
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
    const layouts = await this.host.ask((engine) =>
      Promise.all(
        frames.map((frame) =>
          fitting(nShown(size, frame.words), size, (n) => engine.storm(zonedRequest(frame, found, n, size, { ...context, measure }))),
        ),
      ),
    );
    if (!layouts || turn !== this.#drawing) return;
    this.#width = width;
    const onThemeWord = (/** @type {ThemeWord} */ word, /** @type {string} */ column) => this.host.showTheme(found.themes[word.theme].key, column, word.term);
    frames.forEach((frame, at) => drawZoned(frame, found, size, layouts[at], { ...context, measure, onThemeWord }));
  }

  close() {
    super.close();
    this.#unfollow();
    this.#drawing += 1;
    clearTimeout(this.#timer);
    this.#resizes.disconnect();
  }
}
