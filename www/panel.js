/** The side panel: sentences of a word, or its lines in context. Esc closes it and focus goes back to where it was. */
import { html } from './render/build.js';
import { SOME_SENTENCES, sentencesPanel } from './render/sentences.js';

/** @typedef {import('./render/columns.js').Report} Report */
/** @typedef {import('../src/wasm/types.d.ts').Sentences} Sentences */
/** @typedef {import('../src/wasm/types.d.ts').ConcordanceQuery} Query */
/** @typedef {import('./i18n/index.js').Translation} Translation */

export class Panel {
  #document;
  /** @type {((t: Translation) => HTMLElement) | null} */
  #content = null;
  /** @type {import('./concordance.js').Concordance | null} */
  #concordance = null;
  /** How the reader looked at the uses of the last word. */
  #inLines = false;

  /** @param {Document} document */
  constructor(document) {
    this.#document = document;
    /** Is told of which place the reader wants the sentences. @type {(column: string | undefined) => void} */
    this.onColumn = () => {};
    /** What draws the lines of a word; it comes with the later views. @type {typeof import('./concordance.js').Concordance | null} */
    this.Lines = null;
    /** Is told which lines of the word are shown; null while its sentences are. @type {(query: Query | null) => void} */
    this.onLines = () => {};
    this.node = html(document, 'dialog', { class: 'side', 'aria-labelledby': 'panel-title' });
    this.node.addEventListener('click', (event) => {
      if (event.target === this.node) this.node.close();
    });
    this.node.addEventListener('close', () => {
      this.#content = null;
      this.#concordance?.close();
      this.node.replaceChildren();
    });
  }

  /**
   * @param {Report} report
   * @param {Sentences} all every use of the word
   * @param {string | undefined} column shown at first; all if undefined
   * @param {Translation} t
   * @param {{ tools: import('./render/word-tools.js').Tools | null, onWish: (wish: import('./words.js').Wish) => void, onUndo: () => void,
   *   title?: string, label?: string, more?: (column: string | undefined) => HTMLElement | null }
   *   & Partial<import('./concordance.js').LineSource> & { begun?: Query | null }} words what can be done with the word; title and
   *   label where it is no word, and what stands above the sentences of a column; without lines there are sentences only; which
   *   lines are shown at first
   */
  showSentences(report, all, column, t, words) {
    let chosen = column;
    let nShown = SOME_SENTENCES;
    this.#concordance?.close();
    const { lines, onRead, begun } = words;
    const onQuery = (/** @type {Query} */ query) => {
      if (query.column !== chosen) this.onColumn((chosen = query.column));
      tell();
    };
    const concordance = this.Lines && lines && onRead ? new this.Lines(this.#document, report, { ...begun, column }, { lines, onRead, onQuery }) : null;
    this.#concordance = concordance;
    if (concordance && begun !== undefined) this.#inLines = begun !== null;
    const tell = () => this.onLines(concordance && this.#inLines ? concordance.query : null);
    const again = () => {
      const focused = this.#focusedChip();
      this.redraw(t);
      this.#chip(focused)?.focus();
    };
    this.#show(t, (now) =>
      sentencesPanel(report, all, {
        document: this.#document,
        t: now,
        column: chosen,
        nShown,
        ...words,
        drawLines: concordance && this.#inLines ? () => concordance.draw(this.node, now) : null,
        onArrange: concordance && ((inLines) => {
          this.#inLines = inLines;
          concordance.query.column = chosen;
          tell();
          this.redraw(t);
          /** @type {HTMLElement | null} */ (this.node.querySelector('.arrangement input:checked'))?.focus();
        }),
        onClose: () => this.node.close(),
        onFilter: (next) => {
          chosen = next;
          this.onColumn(next);
          nShown = SOME_SENTENCES;
          again();
          this.node.scrollTop = 0;
        },
        onMore: () => {
          nShown += SOME_SENTENCES;
          again();
        },
      }),
    );
    tell();
  }

  /** @param {Translation} t */
  redraw(t) {
    if (!this.#content) return;
    this.node.classList.toggle('wide', this.#inLines && this.#concordance !== null);
    this.node.replaceChildren(this.#content(t));
  }

  /** @param {Translation} t @param {(t: Translation) => HTMLElement} content */
  #show(t, content) {
    this.#content = content;
    this.redraw(t);
    if (!this.node.open) this.node.showModal();
    this.node.scrollTop = 0;
    // The heading, so that what was opened is what is read out first.
    this.node.querySelector('h2')?.focus();
  }

  #focusedChip() {
    return this.node.querySelector('.chip:focus')?.getAttribute('data-column') ?? null;
  }

  /** @param {string | null} key @returns {HTMLElement | null} */
  #chip(key) {
    if (key === null) return null;
    return this.node.querySelector(`.chip[data-column="${CSS.escape(key)}"]`);
  }
}
