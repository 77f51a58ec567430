/** Questions that have to be answered before something goes on. */
import { html } from './build.js';

/**
 * Whether the texts that are here may give way to a workspace.
 * @param {HTMLElement} root @param {number} n @param {import('./columns.js').Context} context
 * @returns {Promise<boolean>}
 */
export function askToOpen(root, n, { document, t }) {
  const dialog = html(
    document,
    'dialog',
    { class: 'ask', 'aria-labelledby': 'ask-title' },
    html(document, 'h2', { id: 'ask-title' }, t.reader.askTitle),
    html(document, 'p', {}, t.reader.ask(n, t.number(n))),
    html(
      document,
      'div',
      { class: 'buttons' },
      html(document, 'button', { type: 'button', class: 'primary', onclick: () => dialog.close('yes') }, t.reader.askYes),
      html(document, 'button', { type: 'button', onclick: () => dialog.close('') }, t.reader.askNo),
    ),
  );
  root.append(dialog);
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(dialog.returnValue === 'yes');
    });
  });
}
