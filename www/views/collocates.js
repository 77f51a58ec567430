/** The company of the word that is looked at, in whatever view it was chosen; before one is, of the most frequent. */
import { collocatesSection } from '../render/collocates.js';
import { NearDesk } from './near.js';

/** @typedef {import('../render/columns.js').Report} Report */
/** @typedef {import('../../src/wasm/types.d.ts').Collocates} Collocates */

/** Words that are offered to be looked at. */
const N_OFFERED = 40;

/** @extends {NearDesk<Collocates>} */
export class CollocateDesk extends NearDesk {
  #unfollow;

  /** @param {import('./index.js').Place} place */
  constructor(place) {
    super(place);
    this.#unfollow = place.host.focus.follow(({ word }) => {
      if (word !== null && word !== this.counted?.word) this.recount();
    });
  }

  /** @override @param {Report} report */
  has(report) {
    return report.rows.length > 0;
  }

  /** The words that are offered, the most frequent first. @param {Report} report */
  #offered(report) {
    const words = [...report.rows].sort((a, b) => b.n - a.n || (a.word < b.word ? -1 : 1)).slice(0, N_OFFERED).map(({ word }) => word);
    const { word } = this.host.focus.now;
    return word === null || words.includes(word) ? words : [word, ...words];
  }

  /** @param {Report} report */
  #word(report) {
    return this.host.focus.now.word ?? this.#offered(report)[0];
  }

  /** @override @param {Report} report */
  ask(report) {
    return this.host.ask((engine) => engine.collocates(this.#word(report), report.view));
  }

  /** @override @param {Report} report @param {Collocates | null} counted */
  draw(report, counted) {
    const word = counted?.word ?? this.#word(report);
    const isFocused = this.part.contains(this.#focused());
    this.part.replaceChildren(
      collocatesSection(word, counted, report, {
        ...this.context(),
        words: this.#offered(report),
        onChoose: (chosen) => this.host.focus.set({ word: chosen }),
        onPair: (other, column) => {
          this.host.focus.set({ word, with: other, place: column ?? null, open: 'with' });
          this.host.later(() => this.show(word, other, column));
        },
      }),
    );
    if (isFocused) this.focusOn('select');
  }

  #focused() {
    const root = this.part.getRootNode();
    return root instanceof ShadowRoot || root instanceof Document ? root.activeElement : null;
  }

  /** The sentences in which two words stand in one clause; without any nothing is opened. @param {string} word @param {string} other @param {string | undefined} column */
  async show(word, other, column) {
    const { report } = this;
    const all = await this.host.ask((engine) => engine.collocateSentences(word, other, this.host.choices()));
    if (!report || !all || all.n === 0) return this.panel.node.close();
    const { t } = this.context();
    const { title2, sentencesOf } = t.collocates;
    const still = { tools: null, onWish: () => {}, onUndo: () => {} };
    this.panel.showSentences(report, all, column, t, { ...still, title: title2(word, other), label: sentencesOf(word, other) });
  }

  /** @override */
  close() {
    this.#unfollow();
    super.close();
  }
}
