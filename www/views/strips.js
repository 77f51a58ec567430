/** Where a word stands, while it is on the page: which word, and the way from use to use into the documents. */
import { nearest } from './nearest.js';
import { moveTo, offered, strips, stripsSection, xOf } from '../render/strips.js';
import { NearDesk } from './near.js';

/** @typedef {import('../render/columns.js').Report} Report */
/** @typedef {import('../render/strips.js').Drawn} Drawn */
/** @typedef {import('../../src/wasm/types.d.ts').Dispersion} Dispersion */
/** @typedef {import('../../src/wasm/types.d.ts').ConcordanceLine} Line */

/** Characters of the text that are shown on either side of a use. */
const N_CONTEXT = 24;
/** The pointer may be so many px beside a stroke. */
const REACH = 40;
/** As high as a strip and the room around it. */
const ROW = 26;

/** @extends {NearDesk<Dispersion>} */
export class StripDesk extends NearDesk {
  #word = '';
  /** @type {Drawn[]} */
  #drawn = [];
  /** The strip that the tab key comes to. */
  #strip = 0;
  /** The use that is read, so that it is read once. */
  #read = '';
  #unfollow;

  /** @param {import('./index.js').Place} place */
  constructor(place) {
    super(place);
    this.followWidth();
    this.#unfollow = this.host.focus.follow(({ word }) => {
      if (word === null || word === this.#word) return;
      this.#word = word;
      this.recount();
    });
  }

  /** @override @param {Report} report */
  has(report) {
    return super.has(report) && offered(report).length > 0;
  }

  /** @override @param {Report} report */
  changed(report) {
    this.#word = this.host.focus.now.word ?? offered(report)[0] ?? '';
    super.changed(report);
  }

  /** @override @returns {Promise<Dispersion | null>} @param {Report} report */
  ask(report) {
    return this.host.ask((engine) => engine.dispersion(this.#word, report.view));
  }

  /** @override @param {Report} report @param {Dispersion | null} counted */
  draw(report, counted) {
    const context = this.context();
    const { part } = this;
    if (!counted) {
      part.replaceChildren(stripsSection(true, context));
      return;
    }
    const isOpen = part.querySelector('details')?.open ?? false;
    const hadFocus = this.#focused();
    const { parts, drawn } = strips(counted, report, {
      ...context,
      width: this.width,
      onWord: (word) => this.host.focus.set({ word }),
      onSentences: this.host.showWord,
    });
    this.#drawn = drawn;
    this.#strip = 0;
    this.#read = '';
    part.replaceChildren(stripsSection(false, context, ...parts));
    const details = part.querySelector('details');
    if (details) details.open = isOpen;
    if (hadFocus) this.focusOn(`.chip[data-word="${CSS.escape(this.#word)}"]`);
    this.#listen();
  }

  /** Whether the reader was choosing a word here. */
  #focused() {
    return this.part.querySelector('.strip-words :focus') !== null;
  }

  #listen() {
    const picture = /** @type {SVGSVGElement | null} */ (this.part.querySelector('.strips-plot'));
    if (!picture) return;
    picture.addEventListener('pointermove', (event) => this.#point(picture, event, (strip, at) => this.#look(strip, at)));
    picture.addEventListener('click', (event) => this.#point(picture, event, (strip, at) => this.#open(strip, at)));
    picture.addEventListener('focusin', ({ target }) => {
      const { strip, at } = /** @type {SVGElement} */ (target).dataset;
      if (strip !== undefined) this.#look(Number(strip), Number(at));
    });
    picture.addEventListener('keydown', (event) => this.#key(event));
  }

  /** @param {SVGSVGElement} picture @param {MouseEvent} event @param {(strip: number, at: number) => void} then */
  #point(picture, { clientX, clientY }, then) {
    const box = picture.getBoundingClientRect();
    const [x, y] = [clientX - box.left, clientY - box.top];
    const strip = this.#drawn.findIndex(({ top }) => y >= top - 5 && y < top - 5 + ROW);
    const drawn = this.#drawn[strip];
    if (!drawn) return;
    const at = nearest(drawn.strip.uses.map((_, use) => ({ x: xOf(drawn.strip, use, drawn.left, drawn.width), y: 0 })), { x, y: 0 }, REACH);
    if (at >= 0) then(strip, at);
  }

  /** Puts the mark on a use and reads it. @param {number} strip @param {number} at */
  #look(strip, at) {
    const drawn = this.#drawn[strip];
    if (!drawn || this.#read === `${strip} ${at}`) return;
    this.#read = `${strip} ${at}`;
    this.#drawn.forEach((one, index) => {
      one.cursor.classList.toggle('near', index === strip);
      one.cursor.setAttribute('tabindex', index === strip ? '0' : '-1');
    });
    this.#strip = strip;
    moveTo(drawn, at, this.#word, this.context(), true);
    void this.#say(drawn, at);
  }

  /** The line of a use; null if it cannot be had. @param {Drawn} drawn @param {number} at @returns {Promise<Line | null>} */
  async #line({ strip: { key } }, at) {
    const view = this.report?.view ?? {};
    const found = await this.host.ask((engine) => engine.concordance(this.#word, view, { column: key, offset: at, n: 1 }));
    return found?.lines[0] ?? null;
  }

  /** @param {Drawn} drawn @param {number} at */
  async #say(drawn, at) {
    const read = this.#read;
    const line = await this.#line(drawn, at);
    const readout = this.part.querySelector('.readout');
    if (!line || !readout || read !== this.#read) return;
    const { document, t } = this.context();
    const mark = document.createElement('mark');
    mark.textContent = line.keyword;
    const text = document.createElement('span');
    text.lang = 'zh';
    text.append(line.before.slice(-N_CONTEXT), mark, line.after.slice(0, N_CONTEXT));
    const where = t.charts.strips.where(drawn.strip.name, t.number(at + 1), t.number(drawn.strip.uses.length), line.title || line.file);
    readout.classList.remove('hint');
    readout.replaceChildren(text, ` ${where}`);
  }

  /** Opens the document at a use. @param {number} strip @param {number} at */
  #open(strip, at) {
    const drawn = this.#drawn[strip];
    if (!drawn) return;
    this.#look(strip, at);
    drawn.cursor.focus();
    this.host.later(async () => {
      const line = await this.#line(drawn, at);
      if (line) this.host.read(line.document, { start: line.start, end: line.end });
    });
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const drawn = this.#drawn[this.#strip];
    if (!drawn) return;
    const at = Number(drawn.cursor.dataset.at);
    const last = drawn.strip.uses.length - 1;
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      this.#open(this.#strip, at);
      return;
    }
    /** @type {Record<string, number>} */
    const along = { ArrowRight: Math.min(at + 1, last), ArrowLeft: Math.max(at - 1, 0), Home: 0, End: last };
    const goal = along[event.key];
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (goal === undefined && step === undefined) return;
    event.preventDefault();
    if (goal !== undefined) this.#look(this.#strip, goal);
    else if (step !== undefined) this.#toStrip(this.#strip + step, xOf(drawn.strip, at, drawn.left, drawn.width));
  }

  /** The use of another strip that is nearest to a place. @param {number} strip @param {number} x */
  #toStrip(strip, x) {
    const drawn = this.#drawn[strip];
    if (!drawn) return;
    const places = drawn.strip.uses.map((_, use) => ({ x: xOf(drawn.strip, use, drawn.left, drawn.width), y: 0 }));
    this.#look(strip, nearest(places, { x, y: 0 }, Infinity));
    drawn.cursor.focus();
  }

  /** @override */
  close() {
    super.close();
    this.#unfollow();
  }
}
