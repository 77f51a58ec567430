/** One place against the others while it is on the page: which place, and the way from word to word by pointer and keys. */
import { measureIn } from '../measure.js';
import { scatter, scatterSection } from '../render/scatter.js';
import { wordsOf } from '../render/scatter-points.js';
import { nPlaces } from '../render/columns.js';
import { NearDesk } from './near.js';
import { directed, nearest } from './nearest.js';

/** @typedef {import('../render/columns.js').Report} Report */
/** @typedef {import('../render/scatter-points.js').Usage} Usage */
/** @typedef {import('../render/scatter.js').Drawn} Drawn */

/** So near in px the pointer has to come to a point. */
const REACH = 24;

/** @extends {NearDesk<Usage>} */
export class ScatterDesk extends NearDesk {
  #place = '';
  /** @type {Drawn[]} */
  #drawn = [];
  /** The point that the tab key comes to. */
  #at = 0;
  #unfollow;

  /** @param {import('./index.js').Place} place */
  constructor(place) {
    super(place);
    this.followWidth();
    this.#unfollow = this.host.focus.follow(({ place: key, word }) => {
      if (key !== null && key !== this.#place && this.#has(key)) this.redrawSoon();
      else this.#mark(word);
    });
  }

  /** @override @param {Report} report */
  has(report) {
    return nPlaces(report) > 1;
  }

  /** @override */
  canAsk() {
    return this.comparison !== null;
  }

  /** @override @param {Report} report @returns {Promise<Usage | null>} */
  async ask(report) {
    const words = this.comparison ? wordsOf(report, this.comparison) : [];
    const uses = await this.host.ask((engine) => engine.usage(words, report.view));
    return uses && { words, uses };
  }

  /** @param {string} key */
  #has(key) {
    return this.comparison?.cities.some((city) => city.key === key) ?? false;
  }

  /** The place that the reader looks at; else the one that was here, or the one of which most can be said. */
  #chosen() {
    const { place } = this.host.focus.now;
    if (place !== null && this.#has(place)) return place;
    if (this.#has(this.#place)) return this.#place;
    const cities = [...(this.comparison?.cities ?? [])];
    return cities.sort((a, b) => b.distinctive.length - a.distinctive.length || b.nWords - a.nWords)[0]?.key ?? '';
  }

  /** @override @param {Report} report @param {Usage | null} counted */
  draw(report, counted) {
    const context = this.context();
    const { comparison, part } = this;
    if (!counted || !comparison) {
      part.replaceChildren(scatterSection(true, context));
      return;
    }
    const isOpen = part.querySelector('details')?.open ?? false;
    this.#place = this.#chosen();
    this.#at = 0;
    const { parts, drawn } = scatter(counted, report, comparison, {
      ...context,
      key: this.#place,
      width: this.width,
      measure: measureIn(context.document, getComputedStyle(part).fontFamily),
      word: this.host.focus.now.word,
      onPlace: (place) => {
        this.host.focus.set({ place });
        this.focusOn(`[data-place="${CSS.escape(place)}"], select[name=scatter-place]`);
      },
      onWord: this.host.showWord,
    });
    this.#drawn = drawn;
    part.replaceChildren(scatterSection(false, context, ...parts));
    const details = part.querySelector('details');
    if (details) details.open = isOpen;
    this.#listen();
  }

  #listen() {
    const picture = /** @type {SVGSVGElement} */ (this.part.querySelector('.scatter-plot'));
    const hint = this.part.querySelector('.readout')?.textContent ?? '';
    const pointAt = (/** @type {MouseEvent} */ event) => nearest(this.#drawn, inside(picture, event), REACH);
    picture.addEventListener('pointermove', (event) => this.#look(pointAt(event), hint));
    picture.addEventListener('pointerleave', () => this.#look(-1, hint));
    picture.addEventListener('click', (event) => this.#open(pointAt(event)));
    picture.addEventListener('focusin', ({ target }) => this.#look(Number(/** @type {SVGElement} */ (target).dataset.at ?? -1), hint));
    picture.addEventListener('keydown', (event) => this.#key(event));
  }

  /** Says the figures of a point, and marks it. @param {number} at @param {string} hint */
  #look(at, hint) {
    this.part.querySelector('.point.near')?.classList.remove('near');
    const point = this.#drawn[at];
    point?.node.classList.add('near');
    const readout = this.part.querySelector('.readout');
    if (readout) readout.textContent = point?.node.getAttribute('aria-label') ?? hint;
    readout?.classList.toggle('hint', point === undefined);
    this.part.querySelector('.scatter-plot')?.classList.toggle('at-point', point !== undefined);
  }

  /** @param {string | null} word */
  #mark(word) {
    for (const point of this.#drawn) point.node.classList.toggle('looked', point.word === word);
  }

  /** @param {number} at */
  #open(at) {
    const point = this.#drawn[at];
    if (!point) return;
    this.#stop(at);
    // What a place does not say is read where it is said.
    this.host.showWord(point.word, point.n > 0 ? this.#place : undefined);
  }

  /** One point is a stop of the tab key. @param {number} at */
  #stop(at) {
    this.#drawn[this.#at]?.node.setAttribute('tabindex', '-1');
    this.#at = at;
    this.#drawn[at]?.node.setAttribute('tabindex', '0');
    this.#drawn[at]?.node.focus();
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      this.#open(this.#at);
      return;
    }
    const goal = event.key === 'Home' ? 0 : event.key === 'End' ? this.#drawn.length - 1 : directed(this.#drawn, this.#at, event.key);
    if (goal === null) return;
    event.preventDefault();
    if (goal !== this.#at) this.#stop(goal);
  }

  /** @override */
  close() {
    super.close();
    this.#unfollow();
  }
}

/** Where in a picture, in its own measure, the pointer is. @param {SVGSVGElement} picture @param {MouseEvent} event */
function inside(picture, { clientX, clientY }) {
  const box = picture.getBoundingClientRect();
  const scale = picture.viewBox.baseVal.width / Math.max(1, box.width);
  return { x: (clientX - box.left) * scale, y: (clientY - box.top) * scale };
}
