/** How alike places are, while it is on the page: which pair is looked at, by which measure. */
import { likeness, likenessSection, pairWords } from '../render/likeness.js';
import { nPlaces } from '../render/columns.js';
import { NearDesk } from './near.js';

/** @typedef {import('../render/columns.js').Report} Report */
/** @typedef {import('../render/likeness.js').Cell} Cell */
/** @typedef {import('../render/likeness.js').Kind} Kind */
/** @typedef {import('../render/likeness.js').Pair} Pair */
/** @typedef {{ words: Map<string, number>, uses: Uint32Array }} Counted uses by word and column of the report, flat */

/** @type {Record<string, [row: number, column: number]>} */
const KEYS = { ArrowRight: [0, 1], ArrowLeft: [0, -1], ArrowUp: [-1, 0], ArrowDown: [1, 0] };

/** @extends {NearDesk<Counted>} */
export class LikenessDesk extends NearDesk {
  #pair = '';
  /** The pair that was chosen, and not only shown because of a place. @type {string | null} */
  #wanted = null;
  /** By which measure it is drawn. @type {Kind} */
  #kind = 'jensenShannon';
  /** @type {Cell[]} */
  #cells = [];
  #unfollow;

  /** @param {import('./index.js').Place} place */
  constructor(place) {
    super(place);
    this.followWidth();
    this.#unfollow = this.host.focus.follow(() => {
      if (!this.counted) return;
      if (this.#kind !== this.#measure) this.redraw();
      const pair = this.#looked();
      if (pair && pair.keys.join(' ') !== this.#pair) this.#choose(pair);
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

  /** @override @param {Report} report @returns {Promise<Counted | null>} */
  async ask(report) {
    const words = [...new Set(this.comparison?.pairs.flatMap((pair) => pair.words) ?? [])];
    const uses = await this.host.ask((engine) => engine.usage(words, report.view));
    return uses && { words: new Map(words.map((word, at) => [word, at])), uses };
  }

  /** @returns {Kind} */
  get #measure() {
    return this.host.focus.now.measure === 'cosine' ? 'cosine' : 'jensenShannon';
  }

  /** The pair that the reader looks at: the one that was chosen, else one of the place that was, else the one that is shown. @returns {Pair | null} */
  #looked() {
    const { pair: wanted, place } = this.host.focus.now;
    const pairs = this.comparison?.pairs ?? [];
    const named = (/** @type {string | null} */ name) => pairs.find(({ keys }) => name !== null && keys.join('-') === name);
    // A choice that was gone back upon is none any more.
    const isBack = this.#wanted !== null && wanted === null;
    this.#wanted = wanted;
    const shown = isBack ? undefined : pairs.find(({ keys }) => keys.join(' ') === this.#pair);
    const ofPlace = place === null || shown?.keys.includes(place) ? undefined : this.#closest(place);
    return named(wanted) ?? ofPlace ?? shown ?? pairs[0] ?? null;
  }

  /** The pair that a place is in and that is most alike. @param {string} key @returns {Pair | undefined} */
  #closest(key) {
    const pairs = this.comparison?.pairs.filter(({ keys }) => keys.includes(key)) ?? [];
    return pairs.sort((a, b) => b[this.#kind] - a[this.#kind])[0];
  }

  /** @override @param {Report} report @param {Counted | null} counted */
  draw(report, counted) {
    const context = this.context();
    const { comparison, part } = this;
    if (!counted || !comparison) {
      part.replaceChildren(likenessSection(true, context));
      return;
    }
    const isOpen = part.querySelector('details')?.open ?? false;
    const scrolled = part.querySelector('.triangle-box')?.scrollLeft;
    this.#kind = this.#measure;
    const chosen = this.#looked();
    this.#pair = chosen?.keys.join(' ') ?? '';
    const { parts, cells } = likeness(report, comparison, this.#likenessContext(report, counted, chosen));
    this.#cells = cells;
    part.replaceChildren(likenessSection(false, context, ...parts));
    const details = part.querySelector('details');
    if (details) details.open = isOpen;
    const box = part.querySelector('.triangle-box');
    if (box) box.scrollLeft = scrolled ?? middle(cells, chosen, box);
    this.#listen();
  }

  /** @param {Report} report @param {Counted} counted @param {Pair | null} chosen */
  #likenessContext(report, counted, chosen) {
    const columns = new Map(report.columns.map(({ key }, at) => [key, at]));
    return {
      ...this.context(),
      width: this.width,
      kind: this.#kind,
      chosen,
      uses: (/** @type {string} */ word, /** @type {string} */ key) => counted.uses[(counted.words.get(word) ?? 0) * report.columns.length + (columns.get(key) ?? 0)],
      onPair: (/** @type {Pair} */ pair) => {
        this.#want(pair);
        this.focusOn(`[data-pair="${pair.keys.join(' ')}"]`);
      },
      onKind: (/** @type {Kind} */ kind) => {
        this.host.focus.set({ measure: kind === 'cosine' ? kind : null });
        this.focusOn('input[name=likeness]:checked');
      },
      onWord: this.host.showWord,
    };
  }

  #listen() {
    const picture = this.part.querySelector('.triangle');
    const cellOf = (/** @type {Event} */ event) => this.#cells[Number(/** @type {Element} */ (event.target).closest('[data-at]')?.getAttribute('data-at') ?? -1)];
    picture?.addEventListener('click', (event) => {
      const cell = cellOf(event);
      if (cell) this.#chooseCell(cell);
    });
    picture?.addEventListener('keydown', (event) => this.#key(/** @type {KeyboardEvent} */ (event), cellOf(event)));
  }

  /** @param {KeyboardEvent} event @param {Cell | undefined} cell */
  #key(event, cell) {
    if (!cell) return;
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      this.#chooseCell(cell);
      return;
    }
    const step = KEYS[event.key];
    if (!step) return;
    event.preventDefault();
    const goal = this.#cells.find(({ row, column }) => row === cell.row + step[0] && column === cell.column + step[1]);
    if (!goal) return;
    cell.node.setAttribute('tabindex', '-1');
    goal.node.setAttribute('tabindex', '0');
    goal.node.focus();
  }

  /** @param {Cell} cell */
  #chooseCell({ pair }) {
    this.#want(pair);
    this.focusOn('.cell.chosen');
  }

  /** @param {Pair} pair */
  #want(pair) {
    this.host.focus.set({ pair: pair.keys.join('-') });
    // It may be the one that was wanted already.
    this.#choose(pair);
  }

  /** Shows another pair; the others stay as they are drawn. @param {Pair} pair */
  #choose(pair) {
    const { report, comparison, counted } = this;
    if (!report || !comparison || !counted) return;
    this.#pair = pair.keys.join(' ');
    for (const cell of this.#cells) {
      const isChosen = cell.pair === pair;
      cell.node.classList.toggle('chosen', isChosen);
      cell.node.setAttribute('aria-pressed', String(isChosen));
      cell.node.setAttribute('tabindex', isChosen ? '0' : '-1');
    }
    this.part.querySelector('.pair')?.replaceWith(pairWords(pair, report, comparison, this.#likenessContext(report, counted, pair)));
  }

  /** @override */
  close() {
    super.close();
    this.#unfollow();
  }
}

/** How far a box is to scroll so that the chosen pair is in the middle of it. @param {Cell[]} cells @param {Pair | null} chosen @param {Element} box */
function middle(cells, chosen, box) {
  const node = cells.find(({ pair }) => pair === chosen)?.node;
  if (!node) return 0;
  const [own, around] = [node.getBoundingClientRect(), box.getBoundingClientRect()];
  return own.left + own.width / 2 - around.left - around.width / 2;
}
