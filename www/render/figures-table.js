/** The figures behind a picture as a table, folded; where it may be long it is made when somebody looks. */
import { html } from './build.js';

/** @param {string} title @param {string} caption @param {() => HTMLElement} table @param {Document} document */
export function lazyFigures(title, caption, table, document) {
  const box = html(document, 'div', { class: 'scroll-x', role: 'region', tabindex: '0', 'aria-label': caption });
  const node = html(document, 'details', { class: 'figures' }, html(document, 'summary', {}, title), box);
  node.addEventListener('toggle', () => node.open && !box.firstChild && box.append(table()));
  return node;
}
