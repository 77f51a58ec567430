/** What stands open, and what is told of it: the panel with a word or a theme, and the document that is read. Taken up again from a state. */
import { linesLooked, queryOf } from './address.js';

/** @typedef {import('./address.js').Looked} Looked */
/**
 * What the application has and does.
 * @typedef {object} Host
 * @property {import('./focus.js').Focus} focus
 * @property {import('./word-desk.js').WordDesk} words
 * @property {() => import('./render/columns.js').Report | null} report
 * @property {(word: string) => Promise<number>} uses how often a word stands in the texts
 * @property {() => import('./views/index.js').Views | null} views show the sentences of a theme, and those of a pair of words
 */

export class Opened {
  #view;
  #host;

  /** What is closed is not looked at any more; whose sentences are shown is, and how. @param {import('./view.js').View} view @param {Host} host */
  constructor(view, host) {
    const { focus } = host;
    const { panel, reader } = view;
    this.#view = view;
    this.#host = host;
    panel.onColumn = (column) => focus.set({ place: column ?? null });
    panel.onLines = (query) => focus.set(linesLooked(query));
    panel.node.addEventListener('close', () => panel.node.open || focus.set({ open: null }));
    reader.node.addEventListener('close', () => reader.isOpen || focus.set({ text: null }));
  }

  /** Opens and closes what a state has open; a word, a theme or a text that is not there stays closed. @param {Looked} before @param {Looked} after */
  async take(before, after) {
    await this.#takePanel(before, after);
    const { focus, report } = this.#host;
    const { reader, t } = this.#view;
    const isThere = report()?.documents.some(({ id }) => String(id) === after.text);
    if (after.text === null || !isThere) reader.node.close();
    else if (before.text !== after.text) await reader.open(Number(after.text), t);
    if (after.text !== null && !isThere) focus.set({ text: null });
  }

  /** @param {Looked} before @param {Looked} after */
  async #takePanel(before, after) {
    const { focus, words, uses, views } = this.#host;
    const { panel } = this.#view;
    const { word, theme, term, phrase, with: other, place, open } = after;
    const column = place ?? undefined;
    const said = (/** @type {Looked} */ one) => JSON.stringify([one.open, one.open === 'theme' ? [one.theme, one.term] : one.open === 'phrase' ? one.phrase : [one.word, one.with], one.place, queryOf(one)]);
    if (open === null) panel.node.close();
    if (open === null || said(before) === said(after)) return;
    if (open === 'theme' && theme !== null) await views()?.showTheme(theme, column, term);
    else if (open === 'phrase' && phrase !== null) await words.showPhrase(phrase, column);
    else if (open === 'with' && word !== null && other !== null) await views()?.showPair(word, other, column);
    else if (word !== null && (await uses(word)) > 0) await words.show(word, column, queryOf(after));
    else panel.node.close();
    if (!panel.node.open) focus.set({ open: null });
  }
}
