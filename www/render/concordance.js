/** The uses of a word, one a line, with what stands before and after it. */
import { html } from './build.js';
import { colourClass, columnName } from './columns.js';

/** @typedef {import('./columns.js').Context} Context */
/** @typedef {import('./columns.js').Report} Report */
/** @typedef {import('../../src/wasm/types.d.ts').Concordance} Concordance */
/** @typedef {import('../../src/wasm/types.d.ts').ConcordanceLine} Line */
/** @typedef {import('../../src/wasm/types.d.ts').ConcordanceQuery} Query */

/** With more dates than this, years are offered. */
const MAX_DATES = 24;

/** Whether a word's uses are shown as sentences or as lines. @param {boolean} inLines @param {Context & { onArrange: (inLines: boolean) => void }} context */
export function arrangement(inLines, { document, t, onArrange }) {
  const radio = (/** @type {boolean} */ value, /** @type {string} */ text) => {
    const onchange = () => onArrange(value);
    const input = html(document, 'input', { type: 'radio', name: 'uses', value: value ? 'lines' : 'sentences', checked: value === inLines, onchange });
    return html(document, 'label', {}, input, html(document, 'span', {}, text));
  };
  return html(
    document,
    'fieldset',
    { class: 'arrangement' },
    html(document, 'legend', { class: 'unseen' }, t.lines.arrangement),
    html(document, 'div', { class: 'segments two' }, radio(false, t.lines.sentences), radio(true, t.lines.concordance)),
  );
}

/**
 * What of a query no use has, or all have: it cannot be chosen, and is left.
 * @param {Query} query @param {NonNullable<Concordance['choices']>} choices
 * @returns {Query}
 */
export function unknownIn(query, { columns, documents, roles, speakers, dates }) {
  const known = { column: columns, document: documents, role: roles, speaker: speakers, from: dates, until: dates };
  const isKnown = (/** @type {keyof typeof known} */ key) =>
    known[key].length > 1 && known[key].some(({ value }) => (key === 'from' || key === 'until' ? value.startsWith(String(query[key])) : value === String(query[key])));
  const keys = /** @type {(keyof typeof known)[]} */ (Object.keys(known)).filter((key) => query[key] !== undefined && key !== 'column' && !isKnown(key));
  return Object.fromEntries(keys.map((key) => [key, undefined]));
}

/**
 * How lines are sorted, and which are shown. What all uses have in common is no choice.
 * @param {Report} report
 * @param {NonNullable<Concordance['choices']>} choices
 * @param {Query} query
 * @param {Context & { onQuery: (change: Query) => void }} context
 */
export function lineChoices(report, choices, query, { document, t, onQuery }) {
  const { lines } = t;
  /** @typedef {[value: string, text: string]} Option */
  const select = (/** @type {string} */ name, /** @type {string} */ label, /** @type {Option[]} */ options, /** @type {string} */ value, /** @type {(value: string) => Query} */ change) => {
    const nodes = options.map(([own, text]) => html(document, 'option', { value: own, selected: own === value }, text));
    const node = html(document, 'select', { name, onchange: () => onQuery(change(node.value)) }, ...nodes);
    return html(document, 'label', { class: `check ${name}` }, html(document, 'span', {}, label), node);
  };
  const filter = (/** @type {keyof Query} */ name, /** @type {Option[]} */ options, change = (/** @type {string} */ value) => /** @type {Query} */ ({ [name]: value || undefined })) =>
    options.length > 1 && select(name, lines.filters[name], [['', t.everywhere], ...options], String(query[name] ?? ''), change);
  const counted = (/** @type {{ value: string, n: number }} */ { value, n }, /** @type {string} */ text) =>
    /** @type {Option} */ ([value, `${text} (${t.number(n)})`]);
  const columns = choices.columns.map((one) => {
    const column = report.columns.find(({ key }) => key === one.value);
    return counted(one, column ? columnName(column, t) : one.value);
  });
  const documents = choices.documents.map((one) => {
    const summary = report.documents.find(({ id }) => String(id) === one.value);
    return counted(one, summary?.title || summary?.file || '');
  });
  const roles = choices.roles.map((one) => counted(one, t.reader.roles[one.value] ?? lines.body));
  const speakers = choices.speakers.map((one) => counted(one, one.value));
  const length = choices.dates.length > MAX_DATES ? 4 : 10;
  const known = new Set(choices.dates.map(({ value }) => value.slice(0, length)));
  const dates = [...known].map((date) => /** @type {Option} */ ([date, date]));
  return html(
    document,
    'div',
    { class: 'checks line-choices' },
    select('sort', lines.sort, Object.entries(lines.sorts), query.sort ?? '', (sort) => /** @type {Query} */ ({ sort })),
    filter('column', columns),
    filter('document', documents, (value) => ({ document: value ? Number(value) : undefined })),
    filter('role', roles),
    filter('speaker', speakers),
    filter('from', dates),
    filter('until', dates),
  );
}

/** The table without its lines. @param {string} word @param {number} n @param {HTMLElement[]} pages @param {Context} context */
export function lineTable(word, n, pages, { document, t }) {
  const { where, left, right, onPage } = t.lines;
  const head = [where, left, t.wordColumn, right, onPage].map((text) => html(document, 'th', { role: 'columnheader', scope: 'col' }, text));
  return html(
    document,
    'table',
    { role: 'table', 'aria-rowcount': n + 1, 'aria-label': t.lines.caption(word) },
    html(document, 'thead', { role: 'rowgroup', class: 'unseen' }, html(document, 'tr', { role: 'row', 'aria-rowindex': 1 }, ...head)),
    ...pages,
  );
}

/** @param {Report} report @param {Line} line @param {number} index from 0 @param {Context} context */
export function lineRow(report, line, index, { document, t }) {
  const column = report.columns.find(({ key }) => key === line.column);
  const title = line.title || line.file;
  const facts = [line.date, line.speaker, title].filter(Boolean).join(' · ');
  const cell = (/** @type {string} */ name, /** @type {import('./build.js').Child[]} */ ...children) =>
    html(document, 'td', { role: 'cell', class: name, lang: 'zh' }, ...children);
  const around = `${line.before.slice(-12)}${line.keyword}${line.after.slice(0, 12)}`;
  const tone = line.tone && t.tones[line.tone];
  const label = t.lines.open(around, title, tone);
  const button = html(document, 'button', { type: 'button', class: line.tone, title: tone, tabindex: '-1', 'aria-label': label }, line.keyword);
  return html(
    document,
    'tr',
    { role: 'row', class: column ? colourClass(report, column) : 'apart', 'aria-rowindex': index + 2, 'data-index': index },
    cell('whose', column && html(document, 'b', {}, columnName(column, t)), html(document, 'span', { title: facts }, facts)),
    // From right to left, so that it is cut at the far end.
    cell('left', html(document, 'bdi', { dir: 'ltr' }, line.before)),
    html(document, 'th', { role: 'rowheader', scope: 'row', lang: 'zh' }, button),
    cell('right', line.after),
    html(document, 'td', { role: 'cell', class: 'page' }, line.link && pageLink(line.link, { document, t })),
  );
}

/** The live page is opened by the reader only, and learns nothing of this one. @param {string} href @param {Context} context */
function pageLink(href, { document, t: { lines } }) {
  return html(document, 'a', { href, target: '_blank', rel: 'noopener noreferrer', tabindex: '-1', title: lines.onPage, 'aria-label': lines.onPage }, '↗');
}
