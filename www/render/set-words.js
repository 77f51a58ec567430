/** What the set words of reports are of all words, said in one sentence whether they are shown or not, and the one press that changes it. */
import { html } from './build.js';

/** @typedef {import('./columns.js').Context} Context */
/** @typedef {import('./columns.js').Report} Report */

/**
 * @param {Report} report
 * @param {Context & { onPress: () => void }} context
 * @returns {HTMLElement | null}
 */
export function setWordsLine({ setWords: { isInUse, n, words }, nWords }, { document, t, onPress }) {
  if (n === 0) return null;
  const { sentence, show, leaveOut } = t.setWords;
  const named = t.list(words.map(({ word }) => t.quoted(word)));
  return html(
    document,
    'p',
    { class: 'set-words' },
    html(document, 'span', {}, sentence(isInUse, t.number(n), t.number(nWords), named)),
    ' ',
    html(document, 'button', { type: 'button', class: 'link', onclick: onPress }, isInUse ? show : leaveOut),
  );
}
