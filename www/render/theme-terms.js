/** The terms of a theme above its sentences: with one of them chosen, only what it stands in is shown. */
import { html } from './build.js';

/** @typedef {import('../views/strings.js').Context} Context */
/** @typedef {import('../../src/wasm/types.d.ts').ThemeSentences} ThemeSentences */
/** @typedef {import('../../src/wasm/types.d.ts').Sentence} Sentence */

/** Terms that are offered before the rest is unfolded. */
const FIRST_TERMS = 24;

/**
 * The sentences of one term, or all of them.
 * @param {ThemeSentences} all @param {string | null} term
 * @returns {ThemeSentences}
 */
export function withTerm(all, term) {
  const at = all.terms.findIndex((one) => one.term === term);
  if (term === null || at === -1) return all;
  /** @type {Sentence[]} */
  const sentences = [];
  /** @type {number[][]} */
  const markTerms = [];
  all.sentences.forEach((sentence, index) => {
    const marks = sentence.marks.filter((_, mark) => all.markTerms[index][mark] === at);
    if (marks.length === 0) return;
    sentences.push({ ...sentence, marks });
    markTerms.push(marks.map(() => at));
  });
  return { ...all, n: markTerms.flat().length, sentences, markTerms };
}

/** Uses of each term in a column, the most frequent first. @param {ThemeSentences} all @param {string | undefined} column */
export function termsIn(all, column) {
  const counts = all.terms.map(() => 0);
  all.sentences.forEach((sentence, index) => {
    if (column && sentence.column !== column) return;
    for (const term of all.markTerms[index]) counts[term] += 1;
  });
  const terms = all.terms.map(({ term }, at) => ({ term, n: counts[at] })).filter(({ n }) => n > 0);
  return terms.sort((a, b) => b.n - a.n);
}

/**
 * @param {ThemeSentences} all
 * @param {Context & { column: string | undefined, chosen: string | null, isUnfolded: boolean, onTerm: (term: string | null) => void, onUnfold: () => void }} context
 * @returns {HTMLElement | null}
 */
export function termChips(all, { document, t, column, chosen, isUnfolded, onTerm, onUnfold }) {
  const terms = termsIn(all, column);
  if (terms.length < 2) return null;
  const shown = isUnfolded ? terms : terms.filter(({ term }, at) => at < FIRST_TERMS || term === chosen);
  const chip = (/** @type {string | null} */ term, /** @type {number} */ n) =>
    html(
      document,
      'button',
      { type: 'button', class: 'chip', 'aria-pressed': String(term === chosen), 'data-term': term ?? '', onclick: () => onTerm(term) },
      html(document, 'b', { lang: term ? 'zh' : null }, term ?? t.themes.allTerms),
      html(document, 'span', {}, t.number(n)),
    );
  const nAll = terms.reduce((sum, { n }) => sum + n, 0);
  const left = terms.length - shown.length;
  return html(
    document,
    'div',
    { class: 'chips terms', role: 'group', 'aria-label': t.themes.filterTerms },
    chip(null, nAll),
    ...shown.map(({ term, n }) => chip(term, n)),
    left > 0 && html(document, 'button', { type: 'button', class: 'link', onclick: onUnfold }, t.themes.moreTerms(left, t.number(left))),
  );
}
