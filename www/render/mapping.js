/** Which column of a table is what: its encoding, five choices, and the first rows as the documents that they become. */
import { html } from './build.js';
import { encodingSelect } from './encoding.js';

/** @typedef {import('./columns.js').Context} Context */
/** @typedef {import('../opening.js').MappedTable} MappedTable */
/** @typedef {import('../../formats/src/types.d.ts').Columns} Columns */
/** @typedef {import('../../formats/src/types.d.ts').Table} Table */
/** @typedef {import('../../src/wasm/types.d.ts').Encoding} Encoding */
/**
 * @typedef {Context & {
 *   onChange: (change: Partial<Columns>) => void,
 *   onEncoding: (encoding: Encoding) => void,
 *   onKeep: () => void,
 *   onCancel: () => void,
 * }} MappingContext
 */

/** @type {(keyof Columns)[]} */
const FIELDS = ['text', 'place', 'date', 'title', 'source'];
const N_PREVIEWED = 3;
/** Of a text this many characters are shown. */
const N_CHARACTERS = 90;

/**
 * The form, and what draws its parts anew: all that is said of the table, or only what follows from the columns. The
 * control that the reader holds stays.
 * @param {MappedTable} mapped @param {MappingContext} context
 */
export function mappingForm(mapped, context) {
  const { document, t, onKeep, onCancel } = context;
  const keep = html(document, 'button', { type: 'submit', class: 'primary' }, t.mappingKeep);
  const intro = html(document, 'p', { class: 'intro' });
  const hint = html(document, 'p', { class: 'hint', id: 'mapping-encoding-hint' });
  const fields = html(document, 'div', { class: 'fields' });
  const preview = html(document, 'div', { class: 'preview', role: 'status' });
  const form = html(
    document,
    'form',
    {},
    html(document, 'h2', { id: 'mapping-title', tabindex: '-1' }, t.mappingTitle),
    html(document, 'p', { class: 'file', lang: 'zh' }, mapped.table.name),
    mapped.written && encodingChoice(mapped.written.encoding, hint, context),
    intro,
    fields,
    preview,
    html(
      document,
      'div',
      { class: 'buttons' },
      keep,
      html(document, 'button', { type: 'button', onclick: onCancel }, t.mappingCancel),
    ),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    onKeep();
  });
  const drawPreview = (/** @type {MappedTable} */ { table, columns }) => {
    preview.replaceChildren(...documentsPreview(table, columns, context));
    keep.disabled = columns.text === null;
  };
  const drawTable = (/** @type {MappedTable} */ now) => {
    form.removeAttribute('aria-busy');
    hint.textContent = now.written?.guessed ? t.mappingGuessed : '';
    intro.textContent = t.mappingIntro(t.number(now.table.rows.length));
    fields.replaceChildren(...FIELDS.map((field) => choice(field, now.table, now.columns, context)));
    drawPreview(now);
  };
  drawTable(mapped);
  return { form, drawTable, drawPreview };
}

/** @param {Encoding} encoding @param {HTMLElement} hint @param {MappingContext} context */
function encodingChoice(encoding, hint, context) {
  const { document, t } = context;
  const attributes = { id: 'mapping-encoding', 'aria-describedby': hint.id };
  return html(
    document,
    'div',
    { class: 'encoding' },
    html(document, 'label', { for: attributes.id }, t.facts.encoding),
    encodingSelect(encoding, attributes, context),
    hint,
  );
}

/** @param {keyof Columns} field @param {Table} table @param {Columns} columns @param {MappingContext} context */
function choice(field, table, columns, { document, t, onChange }) {
  const options = table.columns.map((name, column) =>
    html(document, 'option', { value: column, selected: columns[field] === column }, name),
  );
  const none = html(document, 'option', { value: '', selected: columns[field] === null }, t.mappingNone);
  const id = `mapping-field-${field}`;
  const select = html(document, 'select', { id, name: field }, none, ...options);
  select.addEventListener('change', () => onChange({ [field]: select.value === '' ? null : Number(select.value) }));
  return html(document, 'div', {}, html(document, 'label', { for: id }, t.mappingFields[field]), select);
}

/** @param {Table} table @param {Columns} columns @param {Context} context @returns {HTMLElement[]} */
function documentsPreview(table, columns, { document, t }) {
  const heading = html(document, 'h3', {}, t.mappingPreview);
  if (table.rows.length === 0) return [heading, html(document, 'p', { class: 'none' }, t.mappingUnreadable)];
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
  return [heading, html(document, 'ul', {}, ...table.rows.slice(0, N_PREVIEWED).map(item))];
}
