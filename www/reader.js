/**
 * A document that is read and corrected, over the whole screen. It asks the engine part by part for what comes in
 * sight, so that a long text opens as quickly as a short one; every decision draws it anew, with the reader where they were.
 */
import { html } from './render/build.js';
import { assignBar } from './render/assign.js';
import { partContent, piecesOf } from './render/passage.js';
import { caretBar, pieceBar, readerAside, readerHead, whyPanel } from './render/reader.js';
import { caretIn, sentencesOf } from './caret.js';
import { Marks } from './marks.js';
import { Parts } from './parts.js';
import { Selection } from './selection.js';

/** @typedef {import('./i18n/index.js').Translation} Translation */
/** @typedef {import('./render/columns.js').Report} Report */
/** @typedef {import('../src/wasm/types.d.ts').Block} Block */
/** @typedef {import('../src/wasm/types.d.ts').Piece} Piece */
/** @typedef {import('../src/wasm/types.d.ts').Range} Range */
/** @typedef {import('../src/wasm/types.d.ts').Decision} Decision */
/** @typedef {import('../src/wasm/types.d.ts').DocumentView} DocumentView */
/** @typedef {import('../src/wasm/types.d.ts').DocumentPart} DocumentPart */
/** @typedef {import('../src/wasm/types.d.ts').AssignedTo} AssignedTo */
/** @typedef {import('./reading.js').Reading} Reading */

/** With no more parts than this all are drawn, so that the browser finds words in them. */
const N_WHOLE = 24;

/** Where there is less room, legend and exports are folded away at first. */
const WIDE = 900;

export class Reader {
  #document;
  #reading;
  /** @type {Translation} */
  #t;
  #id = 0;
  /** @type {DocumentView | null} */
  #view = null;
  #selected = new Selection();
  /** @type {number | null} */
  #openBlock = null;
  /** @type {Range[]} */
  #causes = [];
  #isFull = false;
  /** What the bar at the foot is about. @type {(() => HTMLElement) | null} */
  #bar = null;
  /** Where focus goes when the bar is closed. */
  #barFrom = '';
  #nDrawn = 0;

  /** @param {Document} document @param {Translation} t @param {Reading} reading */
  constructor(document, t, reading) {
    this.#document = document;
    this.#t = t;
    this.#reading = reading;
    this.head = html(document, 'div', { class: 'head' });
    this.aside = html(document, 'div', { class: 'beside' });
    this.text = html(document, 'div', { class: 'text quiet', role: 'region', tabindex: '-1' });
    this.foot = html(document, 'div', { class: 'foot' });
    this.status = html(document, 'p', { class: 'said', role: 'status' });
    this.scroller = html(document, 'div', { class: 'scroller' }, this.aside, this.text);
    this.node = html(
      document,
      'dialog',
      { class: 'reader', 'aria-labelledby': 'reader-title' },
      this.head,
      this.scroller,
      this.foot,
      this.status,
    );
    this.marks = new Marks(this.text);
    this.parts = new Parts(document, this.text, this.scroller, (part) => void this.#fill(part));
    this.node.addEventListener('keydown', (event) => this.#key(event));
    this.node.addEventListener('cancel', (event) => {
      if (!this.#bar) return;
      event.preventDefault();
      this.#closeBar();
    });
    this.node.addEventListener('close', () => this.#forget());
    this.text.addEventListener('click', (event) => this.#click(event));
  }

  get isOpen() {
    return this.node.open;
  }

  /** @param {number} id @param {Translation} t @param {Range} [at] a place that is marked and brought in sight */
  async open(id, t, at) {
    this.#forget();
    if (at) this.#causes = [at];
    this.#id = id;
    this.#t = t;
    await this.draw();
    if (!this.#view) return;
    this.#reading.opened(id);
    if (!this.node.open) this.node.showModal();
    this.scroller.scrollTop = 0;
    this.node.querySelector('h2')?.focus();
    if (at) this.marks.point();
  }

  /** @param {Translation} t */
  async setLanguage(t) {
    this.#t = t;
    if (this.#view) await this.draw();
  }

  /** Tells the reader of the document what went wrong. @param {string} text */
  say(text) {
    this.status.textContent = text;
  }

  #forget() {
    this.#view = null;
    this.#selected.clear();
    this.#openBlock = null;
    this.#causes = [];
    this.#bar = null;
    this.status.textContent = '';
    this.parts.clear();
    this.foot.replaceChildren();
  }

  /** Draws everything anew; what is in sight at once, the rest when it comes in sight. */
  async draw() {
    this.#nDrawn += 1;
    const turn = this.#nDrawn;
    const id = this.#id;
    const view = await this.#reading.document(id);
    if (turn !== this.#nDrawn) return;
    this.#view = view;
    const focused = this.#focusKey();
    const context = this.#context();
    this.text.setAttribute('aria-label', this.#t.reader.text);
    this.head.replaceChildren(readerHead(view, context));
    const isWide = this.#document.documentElement.clientWidth > WIDE;
    const wereOpen = [...this.aside.querySelectorAll('details')].map(({ open }) => open);
    this.aside.replaceChildren(readerAside(view, context));
    this.aside.querySelectorAll('details').forEach((details, index) => {
      details.open = wereOpen[index] ?? isWide;
    });
    const near = this.parts.lay(view.parts, this.#causes[0]?.start ?? 0);
    this.#drawFoot();
    await Promise.all(near.map((part) => this.#fill(part)));
    this.#focus(focused);
    if (view.parts.length <= N_WHOLE) for (const part of this.parts.all) void this.#fill(part);
  }

  /** @param {import('./parts.js').Part} part */
  async #fill(part) {
    if (!part.isStale || !this.#view) return;
    part.isStale = false;
    const turn = this.#nDrawn;
    const data = await this.#reading.part(this.#id, part.index).catch(() => null);
    if (!data || turn !== this.#nDrawn) {
      part.isStale = true;
      return;
    }
    part.data = data;
    this.#drawPart(part);
  }

  /** @param {import('./parts.js').Part} part */
  #drawPart(part) {
    if (!part.data) return;
    part.node.replaceChildren(...partContent(part.data, { ...this.#context(), ...this.#partContext(part.data) }));
    this.marks.settle();
  }

  #drawLoaded() {
    const focused = this.#focusKey();
    for (const part of this.parts.all) this.#drawPart(part);
    this.#focus(focused);
  }

  /** @returns {import('./render/reader.js').ReaderContext} */
  #context() {
    return {
      document: this.#document,
      t: this.#t,
      decide: (decision) => void this.#decide(decision),
      onUndo: () => void this.#step('undo'),
      onRedo: () => void this.#step('redo'),
      onClose: () => this.node.close(),
      onNext: (kind, forward) => void this.#next(kind, forward),
      onExport: (what) => this.#reading.exportAs(this.#id, what),
      isFull: this.#isFull,
      onFull: (isFull) => {
        this.#isFull = isFull;
        this.text.classList.toggle('quiet', !isFull);
      },
    };
  }

  /** @param {DocumentPart} part */
  #partContext(part) {
    const context = this.#context();
    return {
      report: this.#reading.report(),
      selected: this.#selected.starts,
      openBlock: this.#openBlock,
      causes: this.#causes,
      onSelect: (/** @type {Block} */ block, /** @type {Event} */ event) => void this.#select(block, event),
      onWhy: (/** @type {Block} */ block) => this.#toggleWhy(block),
      why: (/** @type {Block} */ block) =>
        whyPanel(block, sentencesOf(part, block), {
          ...context,
          onShowCause: () => void this.#showCause(block),
          onAssign: () => this.#assignOne(block),
        }),
    };
  }

  /** @param {Decision} decision */
  async #decide(decision) {
    this.say('');
    if (decision.do === 'split' || decision.do === 'merge') this.#selected.clear();
    this.#bar = null;
    await this.#reading.decide(this.#id, decision);
    if (this.#barFrom) this.#focus(this.#barFrom);
    this.#barFrom = '';
  }

  /** @param {'undo' | 'redo'} way */
  async #step(way) {
    this.say('');
    this.#bar = null;
    await this.#reading[way]();
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const target = /** @type {HTMLElement} */ (event.target);
    const isTyping = target.matches('input[type=text]');
    if ((event.ctrlKey || event.metaKey) && !event.altKey && !isTyping && /^[zy]$/i.test(event.key)) {
      event.preventDefault();
      void this.#step(event.key.toLowerCase() === 'y' || event.shiftKey ? 'redo' : 'undo');
    } else if (target.matches('.piece')) {
      if (event.key === 'Enter' || event.key === ' ') this.#openPiece(target);
      else if (event.key === 'ArrowRight' || event.key === 'ArrowDown') void this.#next(undefined, true);
      else if (event.key === 'ArrowLeft' || event.key === 'ArrowUp') void this.#next(undefined, false);
      else return;
      event.preventDefault();
    } else if (target.matches('.pick input')) {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (!step) return;
      event.preventDefault();
      const boxes = /** @type {HTMLInputElement[]} */ ([...this.text.querySelectorAll('.pick input')]);
      const next = boxes[boxes.indexOf(/** @type {HTMLInputElement} */ (target)) + step];
      next?.focus();
      if (event.shiftKey && next && !next.checked) next.click();
    }
  }

  /** @param {MouseEvent} event */
  #click(event) {
    const target = /** @type {HTMLElement} */ (event.target);
    const piece = /** @type {HTMLElement | null} */ (target.closest('.piece'));
    const passage = /** @type {HTMLElement | null} */ (target.closest('.block .passage'));
    if (piece) this.#openPiece(piece);
    else if (passage) this.#openCaret(passage, event);
  }

  /** @param {HTMLElement} node */
  #openPiece(node) {
    const data = this.parts.holding(node)?.data;
    if (!data) return;
    const pieces = piecesOf(node).map((piece) => ({
      ...piece,
      before: data.text.slice(Math.max(0, piece.start - data.start), piece.end - data.start),
    }));
    this.marks.go(node);
    this.#showBar(node.dataset.focus ?? '', () =>
      pieceBar(pieces, { ...this.#context(), onClose: () => this.#closeBar() }),
    );
    this.foot.querySelector('button')?.focus();
  }

  /** @param {HTMLElement} passage @param {MouseEvent} event */
  #openCaret(passage, event) {
    const selection = this.#document.getSelection();
    if (selection && !selection.isCollapsed) return;
    const data = this.parts.holding(passage)?.data;
    const caret = data && caretIn(this.#document, data, passage, event);
    if (!caret) return;
    this.#showBar(`why-${passage.dataset.block}`, () => caretBar(caret, { ...this.#context(), onClose: () => this.#closeBar() }));
  }

  /** @param {string} from @param {() => HTMLElement} bar */
  #showBar(from, bar) {
    this.#barFrom = from;
    this.#bar = bar;
    this.#drawFoot();
  }

  #closeBar() {
    this.#bar = null;
    this.#drawFoot();
    this.#focus(this.#barFrom);
    this.#barFrom = '';
  }

  #drawFoot() {
    if (this.#bar) this.foot.replaceChildren(this.#bar());
    else if (this.#selected.size > 0) this.#drawAssign();
    else this.foot.replaceChildren();
  }

  /** What is typed into the search stays while passages are added to the selection. */
  #drawAssign() {
    const count = this.foot.querySelector('.assign .count');
    const t = this.#t;
    const n = this.#selected.size;
    if (count) {
      count.textContent = t.reader.nSelected(n, t.number(n));
      return;
    }
    const places = this.#reading.report().columns.filter(({ kind }) => kind === 'place');
    this.foot.replaceChildren(
      assignBar({
        document: this.#document,
        t,
        n,
        near: places.slice(0, 4).map(({ key, name }) => ({ code: key, name })),
        find: this.#reading.findPlaces,
        onAssign: (to) => void this.#assign(to),
        onAll: () => this.#selectAll(),
        onClear: () => this.#clearSelection(),
      }),
    );
  }

  /** @param {Block} block @param {Event} event */
  async #select(block, event) {
    const isOn = /** @type {HTMLInputElement} */ (event.currentTarget).checked;
    const isRange = /** @type {MouseEvent} */ (event).shiftKey;
    if (isRange) await this.#load(Math.min(block.index, this.#selected.last), Math.max(block.index, this.#selected.last));
    this.#selected.set(block, isOn, isRange, this.parts.blocks);
    this.#showSelection();
  }

  async #selectAll() {
    await this.#load(0, Infinity);
    for (const block of this.parts.blocks) this.#selected.add(block);
    this.#showSelection();
  }

  /** Passages that were not in sight yet belong to a selection, too. @param {number} first @param {number} last */
  async #load(first, last) {
    const { all } = this.parts;
    const holds = (/** @type {number} */ index) => all.findIndex(({ data }) => data?.blocks.some((block) => block.index === index));
    const from = Math.max(0, holds(first));
    const to = holds(last) < 0 ? all.length - 1 : holds(last);
    for (const part of all.slice(from, to + 1)) {
      if (!part.data || part.isStale) part.data = await this.#reading.part(this.#id, part.index);
    }
  }

  #clearSelection() {
    const [first] = this.#selected.all;
    this.#selected.clear();
    this.#showSelection();
    if (first) this.#focus(`select-${first.start}`);
  }

  #showSelection() {
    for (const box of this.text.querySelectorAll('.pick input')) {
      const input = /** @type {HTMLInputElement} */ (box);
      input.checked = this.#selected.has(Number(input.dataset.focus?.slice('select-'.length)));
      input.closest('.block')?.classList.toggle('selected', input.checked);
    }
    this.#bar = null;
    this.#drawFoot();
  }

  /** @param {AssignedTo | null} to */
  async #assign(to) {
    const blocks = this.#selected.all;
    const [first] = blocks;
    this.#selected.clear();
    this.#barFrom = `select-${first.start}`;
    await this.#decide({ do: 'assign', blocks: blocks.map(({ start, end }) => ({ start, end })), to });
  }

  /** @param {Block} block */
  #assignOne(block) {
    this.#selected.clear();
    this.#selected.add(block);
    this.#showSelection();
    this.foot.querySelector('input')?.focus();
  }

  /** Opening a reason marks the words that decided, wherever they stand. @param {Block} block */
  #toggleWhy(block) {
    const isOpen = this.#openBlock === block.start;
    this.#openBlock = isOpen ? null : block.start;
    this.#causes = isOpen ? [] : [...block.reason.at].sort((a, b) => a.start - b.start);
    this.#drawLoaded();
  }

  /** @param {Block} block */
  async #showCause({ reason }) {
    await this.#bring(reason.at[0].start);
    this.marks.point();
  }

  /** The next marked place, from the one in focus or from the top of what is in sight. @param {string | undefined} kind @param {boolean} forward */
  async #next(kind, forward) {
    const piece = await this.#reading.nextChange(this.#id, kind, this.marks.from(forward), forward);
    if (!piece) {
      this.say(this.#t.reader.noMore);
      return;
    }
    this.say('');
    await this.#bring(piece.start);
    const node = this.marks.at(piece.start);
    if (!node) return;
    this.marks.go(node);
    node.focus();
    node.scrollIntoView({ block: 'center' });
    if (this.#bar) this.#openPiece(node);
  }

  /** Draws the part in which a place stands. @param {number} at */
  async #bring(at) {
    const part = this.parts.at(at);
    if (part) await this.#fill(part);
  }

  #focusKey() {
    const focused = /** @type {ShadowRoot | Document} */ (this.node.getRootNode()).activeElement;
    const holder = focused instanceof HTMLElement ? focused.closest('[data-focus]') : null;
    return holder instanceof HTMLElement ? (holder.dataset.focus ?? '') : '';
  }

  /** @param {string} key */
  #focus(key) {
    if (key === '') return;
    const node = this.node.querySelector(`[data-focus="${CSS.escape(key)}"]`);
    const isGone = !node || (node instanceof HTMLButtonElement && node.disabled);
    const target = isGone ? (this.marks.chipBefore(Number(key.split('-').at(-1))) ?? this.node.querySelector('h2')) : node;
    if (target instanceof HTMLElement && this.node.open) target.focus({ preventScroll: true });
  }

  close() {
    this.parts.close();
  }
}
