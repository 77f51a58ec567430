/** A word that the reader looks at and changes: its sentences, what can be done with it, and each wish undone. */
import { isUnfolded, unfolding } from './address.js';
import { phrasesFound } from './render/phrases.js';
import { stopWords } from './render/stop-words.js';
import { ownWishes, undoLine } from './render/word-tools.js';
import { ReaderWords, toolsFor, wishesIn } from './words.js';

/** @typedef {import('./words.js').Wish} Wish */
/**
 * What the application has and does for the desk.
 * @typedef {object} Host
 * @property {() => import('./client.js').Engine | null} engine
 * @property {() => import('./render/columns.js').Report | null} report
 * @property {() => import('./render/controls.js').Choices} choices
 * @property {import('./focus.js').Focus} focus
 * @property {(work: () => Promise<void>) => void} later does it after what was asked for before
 * @property {() => Promise<void>} refresh
 */

export class WordDesk {
  #view;
  #host;
  #words = new ReaderWords();
  /** Which lists stand open, as they are drawn. */
  #drawn = '';

  /** @param {import('./view.js').View} view @param {Host} host */
  constructor(view, host) {
    this.#view = view;
    this.#host = host;
    host.focus.follow(() => this.#lists !== this.#drawn && host.later(() => this.draw()));
    void this.draw();
  }

  get #lists() {
    return /** @type {const} */ (['stops', 'phrases']).filter((part) => isUnfolded(this.#host.focus.now, part)).join();
  }

  /** The words that are left out and the phrases that were found, asked for only while somebody looks. */
  async draw() {
    const { engine, choices, focus, later, report } = this.#host;
    this.#drawn = this.#lists;
    const ask = (/** @type {'stops' | 'phrases'} */ part) => (isUnfolded(focus.now, part) ? engine() : null);
    const tiers = (await ask('stops')?.stopWords(choices())) ?? null;
    const found = (await ask('phrases')?.phrases(choices())) ?? null;
    const { document, t, parts } = this.#view;
    const context = (/** @type {'stops' | 'phrases'} */ part) => ({
      document,
      t,
      onWish: (/** @type {Wish} */ wish) => later(() => this.wish(wish)),
      onPhrase: (/** @type {string} */ phrase, /** @type {boolean} */ isWord) =>
        this.#openPhrase(phrase, isWord),
      onToggle: (/** @type {boolean} */ isOpen) => focus.set(unfolding(focus.now, part, isOpen)),
    });
    const focused = this.#focused()?.closest('details');
    const at = focused && [...parts.stops.children].indexOf(focused);
    const words = this.#words.words();
    const last = this.#drawn !== '' ? this.#words.last : undefined;
    parts.stops.replaceChildren(
      phrasesFound({ found: found && found.filter(({ phrase }) => !words.join.includes(phrase)), refused: words.refused, taken: report()?.phrases }, context('phrases')),
      stopWords(tiers, context('stops')),
      ownWishes(wishesIn(words), parts.stops.querySelector('.own-wishes[open]') !== null, context('stops')) ?? '',
      undoLine(last, { document, t, onUndo: () => later(() => this.#takeBack()) }) ?? '',
    );
    if (typeof at === 'number' && at >= 0) parts.stops.children[at].querySelector('summary')?.focus();
  }

  async #takeBack() {
    this.#words.undo();
    await this.#take();
  }

  #focused() {
    const root = this.#view.node.getRootNode();
    return root instanceof ShadowRoot || root instanceof Document ? root.activeElement : null;
  }

  /**
   * @param {string} word @param {string | undefined} column
   * @param {import('../src/wasm/types.d.ts').ConcordanceQuery | null} [begun] which lines are shown at first, null for sentences; as
   *   the reader looked at the last word if it is left out
   */
  async show(word, column, begun) {
    const { later, ...host } = this.#host;
    const [engine, report, choices] = [host.engine(), host.report(), host.choices()];
    if (!engine || !report) return;
    const all = await engine.sentences(word, choices);
    const isAtHand = all.n > 0 || this.#words.last;
    const tools = isAtHand ? await toolsFor(word, engine, this.#words, choices) : null;
    this.#view.panel.showSentences(report, all, column, this.#view.t, {
      tools,
      begun,
      onWish: (wish) => later(() => this.wish(wish, word, column)),
      onUndo: () => later(() => this.#undo(word, column)),
      lines: (query) =>
        engine.concordance(word, choices, query).catch((error) => {
          later(() => Promise.reject(error));
          return null;
        }),
      onRead: ({ document, start, end }) => {
        const { reader, t } = this.#view;
        // What was decided there may be seen in the lines.
        const again = () => host.report() !== report && later(() => this.show(word, column));
        reader.node.addEventListener('close', again, { once: true });
        later(() => reader.open(document, t, { start, end }));
      },
    });
  }

  /** @param {string} phrase @param {boolean} isWord */
  #openPhrase(phrase, isWord) {
    const { focus, later } = this.#host;
    focus.set({ place: null, ...(isWord ? { word: phrase, open: 'word' } : { phrase, open: 'phrase' }) });
    later(() => (isWord ? this.show(phrase, undefined) : this.showPhrase(phrase, undefined)));
  }

  /** The sentences of what is no word; of what is not in the texts there are none. @param {string} phrase @param {string | undefined} column */
  async showPhrase(phrase, column) {
    const [engine, report] = [this.#host.engine(), this.#host.report()];
    if (!engine || !report) return;
    const all = await engine.phraseSentences(phrase, this.#host.choices());
    if (all.n === 0) return this.#view.panel.node.close();
    this.#view.panel.showSentences(report, all, column, this.#view.t, { tools: null, onWish: () => {}, onUndo: () => {} });
  }

  /** @param {Wish} wish @param {string} [word] whose panel is open @param {string} [column] */
  async wish(wish, word, column) {
    this.#words.add(wish);
    await this.#take();
    if (word === undefined) return;
    const next = wish.kind === 'join' ? wish.word : wish.kind === 'group' ? wish.name : word;
    await this.show(next, wish.kind === 'join' || wish.kind === 'group' ? undefined : column);
  }

  /** @param {string} word @param {string | undefined} column */
  async #undo(word, column) {
    const wish = this.#words.undo();
    await this.#take();
    const back = wish?.kind === 'group' ? wish.word : word;
    const all = await this.#host.engine()?.sentences(back, this.#host.choices());
    if (all && all.n > 0) await this.show(back, column);
    else this.#view.panel.node.close();
  }

  get last() {
    return this.#words.last;
  }

  /** The reader's sheet of themes; empty if it is ours. */
  get themes() {
    return this.#words.words().themes;
  }

  /** Takes the last wish back. */
  async takeBack() {
    this.#words.undo();
    await this.#take();
  }

  /** The words of a workspace come in place of those that were here. @param {import('./words.js').Words} words */
  async restore(words) {
    this.#words = new ReaderWords(words);
    await this.#take();
  }

  async #take() {
    const engine = this.#host.engine();
    if (!engine) return;
    const problems = await engine.setWords(this.#words.words());
    this.#view.drawOwnWords(this.#words.dictionary, problems);
    await this.#host.refresh();
  }
}
