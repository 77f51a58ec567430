/** A question before texts give way to a workspace. */
import { html } from './build.js';

/** @param {HTMLElement} node in which it stands @param {number} n texts @param {import('./columns.js').Context} context @returns {Promise<boolean>} */
export function askToOpen(node, n, { document, t }) {
  const button = (/** @type {string} */ text, /** @type {string} */ answer) =>
    html(document, 'button', { type: 'button', class: answer && 'primary', onclick: () => dialog.close(answer) }, text);
  const dialog = html(
    document,
    'dialog',
    { class: 'ask', 'aria-labelledby': 'ask-title' },
    html(document, 'h2', { id: 'ask-title' }, t.reader.askTitle),
    html(document, 'p', {}, t.reader.ask(n, t.number(n))),
    html(document, 'div', { class: 'buttons' }, button(t.reader.askYes, 'yes'), button(t.reader.askNo, '')),
  );
  node.append(dialog);
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(dialog.returnValue === 'yes');
    });
  });
}
