/** What is known of each document and what was done to it: nothing is dropped unseen. */
import { html } from './build.js';
import { encodingSelect } from './encoding.js';

/** @typedef {import('./columns.js').Context} Context */
/** @typedef {import('./columns.js').Report} Report */
/** @typedef {import('../../src/wasm/types.d.ts').DocumentSummary} DocumentSummary */
/** @typedef {import('../../src/wasm/types.d.ts').Encoding} Encoding */
/** @typedef {import('../../src/wasm/types.d.ts').Handled} Handled */
/** @typedef {import('../../src/wasm/types.d.ts').PlaceName} PlaceName */
/**
 * @typedef {Context & {
 *   isSample: (id: number) => boolean,
 *   sourceOf: (id: number) => import('../source.d.ts').Source | undefined,
 *   onRemove: (id: number) => void,
 *   onRead: (id: number) => void,
 *   onConfirm: (id: number, code: string) => void,
 *   onSave: () => void,
 *   onOpen: (file: File) => void,
 *   onReceipts: (format: 'json' | 'csv') => void,
 *   onEncoding: (id: number, encoding: Encoding) => void,
 *   open: Set<number>,
 *   nDocuments: number,
 *   onMoreDocuments: () => void,
 * }} DocumentsContext
 */

/** Of thousands of texts, so many are shown, and so many more each time. */
export const FIRST_DOCUMENTS = 100;

/**
 * @param {Report} report
 * @param {DocumentsContext} context
 * @returns {HTMLElement}
 */
export function documentsSection(report, context) {
  const { document, t, nDocuments, onMoreDocuments } = context;
  const nMore = Math.min(FIRST_DOCUMENTS, report.documents.length - nDocuments);
  return html(
    document,
    'section',
    { class: 'documents', 'aria-labelledby': 'documents-title' },
    html(document, 'h2', { id: 'documents-title' }, t.documentsTitle),
    html(document, 'p', { class: 'intro' }, t.documentsIntro),
    html(document, 'ul', {}, ...report.documents.slice(0, nDocuments).map((summary) => item(summary, { ...context, report }))),
    nMore > 0 &&
      html(document, 'button', { type: 'button', class: 'more', onclick: onMoreDocuments }, t.moreDocuments(t.number(nMore))),
    workspace(context),
  );
}

/** What concerns all texts together. @param {DocumentsContext} context */
function workspace({ document, t, onSave, onOpen, onReceipts }) {
  const input = html(document, 'input', { type: 'file', name: 'workspace', accept: '.json,application/json', hidden: true, tabindex: '-1' });
  input.addEventListener('change', () => {
    if (input.files?.[0]) onOpen(input.files[0]);
    input.value = '';
  });
  const button = (/** @type {string} */ name, /** @type {() => void} */ press, /** @type {string} */ what) =>
    html(document, 'button', { type: 'button', 'data-action': what, onclick: press }, name);
  return html(
    document,
    'div',
    { class: 'workspace', role: 'group', 'aria-label': t.reader.workspace },
    button(t.reader.save, onSave, 'save'),
    button(t.reader.openWorkspace, () => input.click(), 'open'),
    input,
    button(t.reader.allCsv, () => onReceipts('csv'), 'csv'),
    button(t.reader.allJson, () => onReceipts('json'), 'json'),
    html(document, 'p', { class: 'hint' }, t.reader.workspaceHint),
  );
}

/** @param {DocumentSummary} summary @param {DocumentsContext & { report: Report }} context */
function item(summary, context) {
  const { document, t, open } = context;
  const title = titleOf(summary, t);
  const nHandled = summary.handled.reduce((sum, one) => (one.how === 'mark' ? sum : sum + one.n), 0);
  const nNotices = summary.notices.length;
  const done = [
    nHandled > 0 && t.handledSummary(nHandled, t.number(nHandled)),
    nNotices > 0 && t.nNotices(nNotices, t.number(nNotices)),
    summary.nDecisions > 0 && t.reader.nDecisions(summary.nDecisions, t.number(summary.nDecisions)),
  ].filter(Boolean);
  const written = writtenIn(summary, context);
  const facts = [
    summary.date && t.date(summary.date),
    summary.source,
    t.scripts[summary.script],
    written?.guessed && t.encodingGuessed(t.encodings[written.encoding]),
    isReprint(summary, context.report) ? t.reprintTag : t.words(summary.nWords, t.number(summary.nWords)),
  ].filter(Boolean);
  const toggle = (/** @type {Event} */ event) => {
    if (/** @type {HTMLDetailsElement} */ (event.currentTarget).open) open.add(summary.id);
    else open.delete(summary.id);
  };
  return html(
    document,
    'li',
    { 'data-document': summary.id },
    html(
      document,
      'details',
      { open: open.has(summary.id), ontoggle: toggle },
      html(
        document,
        'summary',
        {},
        html(
          document,
          'span',
          { class: 'title' },
          html(document, 'span', { lang: 'zh' }, title),
          context.isSample(summary.id) && html(document, 'span', { class: 'tag' }, t.sampleTag),
        ),
        html(document, 'span', { class: 'facts' }, facts.join(' · ')),
        html(document, 'span', { class: done.length > 0 ? 'done' : 'done none' }, done.join(' · ') || t.handledNone),
      ),
      html(
        document,
        'div',
        { class: 'body' },
        factList(summary, context),
        ...handledLists(summary, context),
        notices(summary, context),
        buttons(summary, title, context),
      ),
    ),
  );
}

/** Whether another text counts in its place. @param {DocumentSummary} summary @param {Report} report */
export const isReprint = (summary, report) => summary.reprintOf !== null && report.view.reprints === 'once';

/** What a reprint reprints, in words. @param {DocumentSummary} summary @param {Context & { report: Report }} context */
function reprintOf(summary, { report, t }) {
  const other = report.documents.find(({ id }) => id === summary.reprintOf);
  if (!other || !summary.likeness) return null;
  const title = titleOf(other, t);
  const name = title === titleOf(summary, t) ? other.file : title;
  const share = t.percent(summary.similarity ?? 1);
  return t.likeness[summary.likeness](name, share) + (isReprint(summary, report) ? t.countedOnce : t.countedEach);
}

/** @param {{ title: string | null, file: string }} summary @param {import('../i18n/index.js').Translation} t */
export function titleOf(summary, t) {
  return summary.title || summary.file || t.untitled;
}

/** @param {DocumentSummary} summary @param {DocumentsContext & { report: Report }} context */
function factList(summary, context) {
  const { document, t } = context;
  const names = (/** @type {PlaceName[]} */ places) => t.list(places.map(({ name }) => name));
  const fact = (/** @type {string} */ name, /** @type {import('./build.js').Child[]} */ ...values) =>
    values[0] && html(document, 'div', {}, html(document, 'dt', {}, name), html(document, 'dd', {}, ...values));
  return html(
    document,
    'dl',
    { class: 'fact-list' },
    fact(t.facts.file, summary.file),
    fact(t.facts.reprint, reprintOf(summary, context)),
    fact(t.facts.encoding, ...encodingFact(summary, context)),
    fact(t.facts.date, summary.date ? t.date(summary.date) : t.factUnknown),
    fact(t.facts.source, summary.source ?? t.factUnknown),
    fact(t.facts.script, t.scripts[summary.script]),
    fact(t.facts.places, names(summary.places) || t.unknown),
    fact(
      t.facts.suggested,
      summary.suggested.length > 0 ? t.suggestedWhy(names(summary.suggested)) : null,
      ...summary.suggested.map((place) => confirmButton(summary, place, context)),
    ),
    fact(t.facts.blocks, isReprint(summary, context.report) ? null : t.number(summary.nBlocks)),
    fact(
      t.facts.medium,
      t.list(summary.ofMedium.map(({ role, nBlocks, nWords }) => t.ofMedium(t.voices[role], t.number(nBlocks), t.number(nWords)))),
    ),
  );
}

/** @param {DocumentSummary} summary @param {PlaceName} place @param {DocumentsContext} context */
function confirmButton({ id }, { code, name }, { document, t, onConfirm }) {
  const press = () => onConfirm(id, code);
  return html(document, 'button', { type: 'button', class: 'confirm', 'data-confirm': code, onclick: press }, t.reader.confirm(name));
}

/**
 * How the bytes are read that a document came from: its own, or those of the table in which it is a row. Nothing where
 * they are not text.
 * @param {DocumentSummary} summary @param {DocumentsContext} context
 */
function writtenIn({ id, encoding, encodingGuessed: guessed }, { sourceOf }) {
  const source = sourceOf(id);
  return source?.table ?? (source?.extracted ? null : { encoding, guessed });
}

/** The encoding, and all others by which the file may be read. @param {DocumentSummary} summary @param {DocumentsContext} context */
function encodingFact(summary, context) {
  const { document, t, sourceOf, onEncoding } = context;
  const written = writtenIn(summary, context);
  if (!written) return [];
  const table = sourceOf(summary.id)?.table?.name;
  const label = table === undefined ? t.encodingLabel(titleOf(summary, t)) : t.encodingOfTable(table);
  const answers = { onEncoding: (/** @type {Encoding} */ encoding) => onEncoding(summary.id, encoding) };
  return [
    encodingSelect(written.encoding, { 'aria-label': label }, { ...context, ...answers }),
    written.guessed && html(document, 'span', { class: 'tag' }, t.guessed),
    table !== undefined && html(document, 'span', { class: 'of-table' }, t.forAllRows),
  ];
}

/** @param {DocumentSummary} summary @param {Context} context */
function handledLists(summary, context) {
  const { document, t } = context;
  if (summary.handled.length === 0) return [html(document, 'p', { class: 'untouched' }, t.untouched)];
  const ways = /** @type {const} */ ([
    ['mask', t.setAside],
    ['edit', t.rewritten],
    ['mark', t.marked],
  ]);
  return ways
    .map(([how, title]) => ({ title, some: summary.handled.filter((one) => one.how === how) }))
    .filter(({ some }) => some.length > 0)
    .map(({ title, some }) =>
      html(
        document,
        'div',
        { class: 'handled' },
        html(document, 'h3', {}, title),
        html(document, 'ul', {}, ...some.map((one) => handledItem(one, context))),
      ),
    );
}

/** @param {Handled} handled @param {Context} context */
function handledItem(handled, { document, t }) {
  const quote = (/** @type {string} */ text) => html(document, 'q', { lang: 'zh' }, shortened(text, t));
  const examples = handled.examples.map(({ before, after }) => {
    if (handled.how !== 'edit') return html(document, 'li', {}, quote(before));
    const result = after === '' ? html(document, 'em', {}, t.removed) : quote(after);
    return html(document, 'li', {}, quote(before), html(document, 'span', { class: 'to' }, ' → '), result);
  });
  return html(
    document,
    'li',
    {},
    html(document, 'span', { class: 'kind' }, t.kinds[handled.kind] ?? handled.kind),
    html(document, 'span', { class: 'times' }, t.times(t.number(handled.n))),
    html(document, 'ul', { class: 'examples' }, ...examples),
  );
}

const MAX_EXAMPLE = 60;

/** @param {string} text @param {import('../i18n/index.js').Translation} t */
function shortened(text, t) {
  if (text.trim() === '') return text.includes('\n') ? t.lineBreak : t.space;
  const line = text.replace(/\s+/g, ' ').trim();
  const characters = [...line];
  return characters.length > MAX_EXAMPLE ? `${characters.slice(0, MAX_EXAMPLE).join('')}…` : line;
}

/** @param {DocumentSummary} summary @param {Context} context */
function notices(summary, { document, t }) {
  if (summary.notices.length === 0) return null;
  const kinds = [...new Set(summary.notices.map(({ kind }) => kind))];
  const items = kinds.map((kind) => {
    const some = summary.notices.filter((notice) => notice.kind === kind);
    const text = t.notice[kind] ?? some[0].message;
    const times = some.length > 1 && ` (${t.times(t.number(some.length))})`;
    return html(document, 'li', {}, text, kind === 'invalid-bytes' && whereabouts(some, t), times);
  });
  return html(
    document,
    'div',
    { class: 'handled notices' },
    html(document, 'h3', {}, t.notices),
    html(document, 'ul', {}, ...items),
  );
}

const MAX_PLACES = 5;

/** Where the first ones stand. @param {{ start: number }[]} some @param {import('../i18n/index.js').Translation} t */
function whereabouts(some, t) {
  const places = some.slice(0, MAX_PLACES).map(({ start }) => t.number(start));
  return t.atBytes(t.list(some.length > MAX_PLACES ? [...places, '…'] : places));
}

/** @param {DocumentSummary} summary @param {string} title @param {DocumentsContext} context */
function buttons(summary, title, { document, t, onRemove, onRead }) {
  const read = () => onRead(summary.id);
  const remove = () => onRemove(summary.id);
  return html(
    document,
    'p',
    { class: 'buttons' },
    html(document, 'button', { type: 'button', class: 'read', onclick: read }, t.reader.open),
    html(document, 'button', { type: 'button', 'aria-label': t.removeLabel(title), onclick: remove }, t.remove),
  );
}
