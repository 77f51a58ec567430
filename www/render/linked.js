/** The line that says what is looked at in all views, and ends it. */
import { html } from './build.js';
import { columnName } from './columns.js';

/**
 * @param {string | null} word
 * @param {import('./columns.js').Column | undefined} column
 * @param {import('../views/strings.js').Context & { onOpen: () => void, onClear: () => void }} context
 */
export function lookedLine(word, column, { document, t, onOpen, onClear }) {
  const place = column ? columnName(column, t) : '';
  if (word === null && place === '') return null;
  const said = [word ?? '', place].filter(Boolean).join(' · ');
  const open = word !== null && html(document, 'button', { type: 'button', class: 'looked-word', lang: 'zh', title: t.exported.sentences, onclick: onOpen }, word);
  return html(
    document,
    'p',
    { class: 'looked' },
    html(document, 'span', { class: 'unseen' }, t.exported.looked),
    open,
    word !== null && place !== '' && html(document, 'span', { 'aria-hidden': 'true' }, ' · '),
    place !== '' && html(document, 'span', { lang: column?.kind === 'place' ? 'zh' : null }, place),
    html(document, 'button', { type: 'button', class: 'clear', 'aria-label': t.exported.clear(said), onclick: onClear }, '×'),
  );
}
