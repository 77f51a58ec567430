/** Where texts come in: a drop zone, file and folder buttons, a box to paste into. */
import { html } from './build.js';

/** @typedef {import('./columns.js').Context} Context */
/** @typedef {import('../files.js').Named} Named */
/**
 * @typedef {Context & {
 *   onFiles: (files: FileList) => void,
 *   onPaste: (text: string) => void,
 * }} IntakeContext
 */

/** What the file dialog offers first; anything may be chosen all the same. */
const ACCEPT =
  '.json,.txt,.text,.md,.markdown,.html,.htm,.xml,.docx,.xlsx,.csv,.tsv,.pdf,.zip,text/plain,text/markdown,text/html,text/csv,application/pdf';

/**
 * @param {IntakeContext} context
 * @returns {HTMLElement}
 */
export function intake(context) {
  const { document, t } = context;
  const box = pasteBox(context);
  const pasteButton = html(
    document,
    'button',
    { type: 'button', class: 'paste', 'aria-expanded': 'false', 'aria-controls': 'paste-box' },
    t.paste,
  );
  const setOpen = (/** @type {boolean} */ open) => {
    box.hidden = !open;
    pasteButton.setAttribute('aria-expanded', String(open));
    (open ? box.querySelector('textarea') : pasteButton)?.focus();
  };
  pasteButton.addEventListener('click', () => setOpen(box.hidden === true));
  box.addEventListener('done', () => setOpen(false));
  return html(
    document,
    'div',
    { class: 'intake' },
    html(
      document,
      'div',
      { class: 'drop' },
      html(
        document,
        'div',
        { class: 'words' },
        html(
          document,
          'p',
          { class: 'lead' },
          html(document, 'span', { class: 'idle' }, t.dropTitle),
          html(document, 'span', { class: 'over' }, t.dropNow),
        ),
        html(document, 'p', { class: 'hint' }, t.dropHint),
      ),
      html(
        document,
        'div',
        { class: 'buttons' },
        chooser(t.chooseFiles, 'files', { accept: ACCEPT, class: 'primary' }, context),
        chooser(t.chooseFolder, 'folder', { webkitdirectory: true }, context),
        pasteButton,
      ),
    ),
    box,
  );
}

/**
 * A button with the browser's own file input behind it.
 * @param {string} text
 * @param {string} name
 * @param {{ accept?: string, webkitdirectory?: boolean, class?: string }} options
 * @param {IntakeContext} context
 */
function chooser(text, name, options, { document, onFiles }) {
  const input = html(document, 'input', {
    type: 'file',
    name,
    multiple: true,
    accept: options.accept,
    webkitdirectory: options.webkitdirectory,
    hidden: true,
    tabindex: '-1',
    'aria-label': text,
  });
  input.addEventListener('change', () => {
    if (input.files?.length) onFiles(input.files);
    // The same file may be chosen again after it was removed.
    input.value = '';
  });
  const press = () => input.click();
  return html(
    document,
    'span',
    { class: 'chooser' },
    html(document, 'button', { type: 'button', class: options.class, onclick: press }, text),
    input,
  );
}

/** @param {IntakeContext} context */
function pasteBox({ document, t, onPaste }) {
  const area = html(document, 'textarea', {
    id: 'paste-text',
    rows: '8',
    lang: 'zh',
    spellcheck: 'false',
    placeholder: t.pastePlaceholder,
  });
  const box = html(
    document,
    'form',
    { id: 'paste-box', class: 'paste-box', hidden: true },
    html(document, 'label', { for: 'paste-text' }, t.pasteLabel),
    area,
    html(
      document,
      'div',
      { class: 'buttons' },
      html(document, 'button', { type: 'submit', class: 'primary' }, t.pasteAdd),
      html(document, 'button', { type: 'button', class: 'cancel' }, t.pasteCancel),
    ),
  );
  const done = () => box.dispatchEvent(new Event('done'));
  // A policy of `form-action 'none'` stops the browser from sending the form; this stops it from trying.
  box.addEventListener('submit', (event) => {
    event.preventDefault();
    if (area.value.trim() === '') return;
    onPaste(area.value);
    area.value = '';
    done();
  });
  box.querySelector('.cancel')?.addEventListener('click', done);
  return box;
}
