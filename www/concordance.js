/**
 * The lines of a word. They are asked for page by page when they come near, as the parts of a document are; every line is as
 * high as the others, so that those that are not there yet have their room.
 */
import { html } from './render/build.js';
import { lineChoices, lineRow, lineTable, unknownIn } from './render/concordance.js';

/** @typedef {import('./i18n/index.js').Translation} Translation */
/** @typedef {import('./render/columns.js').Report} Report */
/** @typedef {import('../src/wasm/types.d.ts').Concordance} Found */
/** @typedef {import('../src/wasm/types.d.ts').ConcordanceLine} Line */
/** @typedef {import('../src/wasm/types.d.ts').ConcordanceQuery} Query */
/**
 * @typedef {object} LineSource
 * @property {(query: Query) => Promise<Found | null>} lines null if they cannot be had
 * @property {(line: Line) => void} onRead
 * @property {(query: Query) => void} [onQuery] is told what is asked for now
 */

const N_PAGE = 100;

export class Concordance {
  #document;
  #report;
  #source;
  /** @type {Query} */
  query;
  /** What is asked for; an answer to anything older is not shown. */
  #turn = 0;
  #n = 0;
  /** @type {HTMLElement[]} */
  #pages = [];
  /** Whether each page is there, or on its way. @type {(Promise<void> | undefined)[]} */
  #filled = [];
  /** @type {Line[]} */
  #lines = [];
  /** The line that the tab key comes to. */
  #current = 0;
  /** @type {IntersectionObserver | undefined} */
  #sight;

  /** @param {Document} document @param {Report} report @param {Query} query what is asked for at first @param {LineSource} source */
  constructor(document, report, query, source) {
    this.#document = document;
    this.#report = report;
    this.#source = source;
    this.query = query;
  }

  /** @param {HTMLElement} scroller @param {Translation} t @returns {HTMLElement[]} */
  draw(scroller, t) {
    const document = this.#document;
    const choices = html(document, 'div');
    const status = html(document, 'p', { class: 'uses', role: 'status' });
    const box = html(document, 'div', {
      class: 'lines',
      // A picture of thousands of lines helps nobody.
      'data-view': 'concordance',
      'data-picture': 'none',
      onclick: ({ target }) => this.#open(target),
      onkeydown: (event) => this.#key(event),
      onfocusin: ({ target }) => this.#stop(indexOf(target)),
    });
    // Whoever takes the figures of this view takes all lines that are chosen.
    Object.assign(box, { figures: () => this.#source.lines({ ...this.query, offset: 0, n: this.#n }) });
    const onQuery = (/** @type {Query} */ change) => {
      Object.assign(this.query, change);
      this.#source.onQuery?.(this.query);
      void ask();
    };
    const ask = async () => {
      this.#turn += 1;
      const found = await this.#ask(0);
      if (!found?.choices) return;
      const left = choices.firstChild ? {} : unknownIn(this.query, found.choices);
      if (Object.keys(left).length > 0) {
        onQuery(left);
        return;
      }
      if (!choices.firstChild) choices.append(lineChoices(this.#report, found.choices, this.query, { document, t, onQuery }));
      status.textContent = `${t.lines.shown(found.nChosen, t.number(found.nChosen), t.number(found.n))} · ${t.lines.asCounted}`;
      this.#lay(found, scroller, t);
      box.replaceChildren(lineTable(found.word, found.nChosen, this.#pages, { document, t }));
    };
    void ask();
    return [choices, status, box];
  }

  /** A page of lines; null if it is not wanted any more when it comes. @param {number} index */
  async #ask(index) {
    const turn = this.#turn;
    const found = await this.#source.lines({ ...this.query, offset: index * N_PAGE, n: N_PAGE });
    return turn === this.#turn ? found : null;
  }

  /** Makes room for all lines, and draws the first of them. @param {Found} first @param {HTMLElement} scroller @param {Translation} t */
  #lay(first, scroller, t) {
    this.#n = first.nChosen;
    this.#current = 0;
    this.#pages = [];
    for (let index = 0; index * N_PAGE < this.#n; index += 1) {
      const page = html(this.#document, 'tbody', { role: 'rowgroup' });
      page.style.setProperty('--n', String(Math.min(N_PAGE, this.#n - index * N_PAGE)));
      this.#pages.push(page);
    }
    const draw = (/** @type {Found | null} */ found) => {
      if (!found) return;
      const rows = found.lines.map((line, at) => {
        this.#lines[found.offset + at] = line;
        return lineRow(this.#report, line, found.offset + at, { document: this.#document, t });
      });
      this.#pages[found.offset / N_PAGE]?.replaceChildren(...rows);
      this.#stop(this.#current);
    };
    this.#fillPage = (index) => (this.#filled[index] ??= this.#ask(index).then(draw));
    draw(first);
    this.#filled = [Promise.resolve()];
    this.close();
    this.#sight = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) {
          if (isIntersecting) void this.#fillPage(this.#pages.indexOf(/** @type {HTMLElement} */ (target)));
        }
      },
      { root: scroller, rootMargin: '800px' },
    );
    for (const page of this.#pages) this.#sight.observe(page);
  }

  /** @type {(index: number) => Promise<void>} */
  #fillPage = async () => {};

  /** @param {number} index */
  #row(index) {
    return this.#pages[Math.floor(index / N_PAGE)]?.querySelector(`[data-index="${index}"]`);
  }

  /** One line is a stop of the tab key. @param {number} index */
  #stop(index) {
    const set = (/** @type {string} */ value) => {
      for (const node of this.#row(this.#current)?.querySelectorAll('button, a') ?? []) node.setAttribute('tabindex', value);
    };
    set('-1');
    this.#current = index;
    set('0');
  }

  /** @param {Element} target */
  #open(target) {
    const index = indexOf(target);
    // Whoever marks text wants to copy it.
    if (!(index >= 0) || target.closest('a') || this.#document.getSelection()?.isCollapsed === false) return;
    this.#focus(index);
    this.#source.onRead(this.#lines[index]);
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const index = indexOf(/** @type {Element} */ (event.target));
    const last = this.#n - 1;
    /** @type {Record<string, number | undefined>} */
    const goals = { ArrowDown: Math.min(index + 1, last), ArrowUp: Math.max(index - 1, 0), Home: 0, End: last };
    const goal = goals[event.key];
    if (goal === undefined) return;
    event.preventDefault();
    void this.#fillPage(Math.floor(goal / N_PAGE)).then(() => this.#focus(goal));
  }

  /** @param {number} index */
  #focus(index) {
    this.#row(index)?.querySelector('button')?.focus();
  }

  close() {
    this.#sight?.disconnect();
  }
}

/** The line in which something stands. @param {Element} target */
function indexOf(target) {
  return Number(/** @type {HTMLElement | null} */ (target.closest('[data-index]'))?.dataset.index);
}
