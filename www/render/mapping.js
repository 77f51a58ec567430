/** Which column of a table is what: five choices, and the first rows as the documents that they become. */
import { html } from './build.js';

/** @typedef {import('./columns.js').Context} Context */
/** @typedef {import('../../formats/src/types.d.ts').Columns} Columns */
/** @typedef {import('../../formats/src/types.d.ts').Table} Table */
/**
 * @typedef {Context & {
 *   onChange: (change: Partial<Columns>) => void,
 *   onKeep: () => void,
 *   onCancel: () => void,
 * }} MappingContext
 */

/** @type {(keyof Columns)[]} */
const FIELDS = ['text', 'place', 'date', 'title', 'source'];
const N_PREVIEWED = 3;
/** Of a text this many characters are shown. */
const N_CHARACTERS = 90;

/** @param {Table} table @param {Columns} columns @param {MappingContext} context */
export function mappingForm(table, columns, context) {
  const { document, t, onKeep, onCancel } = context;
  const form = html(
    document,
    'form',
    {},
    html(document, 'h2', { id: 'mapping-title', tabindex: '-1' }, t.mappingTitle),
    html(document, 'p', { class: 'intro' }, t.mappingIntro(t.number(table.rows.length))),
    html(document, 'p', { class: 'file', lang: 'zh' }, table.name),
    html(document, 'div', { class: 'fields' }, ...FIELDS.map((field) => choice(field, table, columns, context))),
    documentsPreview(table, columns, context),
    html(
      document,
      'div',
      { class: 'buttons' },
      html(document, 'button', { type: 'submit', class: 'primary', disabled: columns.text === null }, t.mappingKeep),
      html(document, 'button', { type: 'button', onclick: onCancel }, t.mappingCancel),
    ),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    onKeep();
  });
  return form;
}

/** @param {keyof Columns} field @param {Table} table @param {Columns} columns @param {MappingContext} context */
function choice(field, table, columns, { document, t, onChange }) {
  const options = table.columns.map((name, column) =>
    html(document, 'option', { value: column, selected: columns[field] === column }, name),
  );
  const none = html(document, 'option', { value: '', selected: columns[field] === null }, t.mappingNone);
  const id = `mapping-${field}`;
  const select = html(document, 'select', { id, name: field }, none, ...options);
  select.addEventListener('change', () => onChange({ [field]: select.value === '' ? null : Number(select.value) }));
  return html(document, 'div', {}, html(document, 'label', { for: id }, t.mappingFields[field]), select);
}

/** @param {Table} table @param {Columns} columns @param {Context} context */
export function documentsPreview(table, columns, { document, t }) {
  const cell = (/** @type {string[]} */ row, /** @type {keyof Columns} */ field) => {
    const column = columns[field];
    return column === null ? '' : (row[column] ?? '').trim();
  };
  const item = (/** @type {[number, string[]]} */ [number, row]) => {
    const text = cell(row, 'text');
    const facts = [cell(row, 'place'), cell(row, 'date'), cell(row, 'source')].filter(Boolean).join(' · ');
    const shown = text.length > N_CHARACTERS ? `${text.slice(0, N_CHARACTERS)}…` : text;
    return html(
      document,
      'li',
      { lang: 'zh' },
      html(document, 'span', { class: 'number' }, `#${number}`),
      html(document, 'strong', {}, cell(row, 'title')),
      html(document, 'span', { class: 'facts' }, facts),
      text === ''
        ? html(document, 'span', { class: 'none', lang: t.code }, columns.text === null ? t.mappingNoText : t.mappingEmpty)
        : html(document, 'span', { class: 'text' }, shown),
    );
  };
  return html(
    document,
    'div',
    { class: 'preview', role: 'status' },
    html(document, 'h3', {}, t.mappingPreview),
    html(document, 'ul', {}, ...table.rows.slice(0, N_PREVIEWED).map(item)),
  );
}
