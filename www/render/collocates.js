/** The words that stand with a word in one clause: a table, in all and place by place, each figure opening its sentences. */
import { html } from './build.js';
import { colourClass, columnName } from './columns.js';
import { viewSection } from './section.js';

/** @typedef {import('../views/strings.js').Context} Context */
/** @typedef {import('./columns.js').Report} Report */
/** @typedef {import('../../src/wasm/types.d.ts').Collocates} Collocates */
/** @typedef {import('../../src/wasm/types.d.ts').Collocate} Collocate */
/**
 * @typedef {Context & {
 *   words: string[],
 *   onChoose: (word: string) => void,
 *   onPair: (other: string, column: string | undefined) => void,
 * }} CollocatesContext words that can be chosen to be looked at
 */

/** Of fewer clauses with the word no share is given. */
const ENOUGH = 10;

/** With more places than this the table has no column for each. */
const MANY = 8;

/**
 * @param {string} word that is looked at @param {Collocates | null} found null while they are counted
 * @param {Report} report @param {CollocatesContext} context
 */
export function collocatesSection(word, found, report, context) {
  const { document, t } = context;
  const text = t.collocates;
  const least = t.number(found?.minTogether ?? 0);
  const parts = found
    ? [
        html(document, 'p', { class: 'size-line' }, text.head(t.number(found.n), t.number(found.nClauses), word)),
        found.words.length > 0
          ? html(document, 'div', { class: 'scroll-x', role: 'region', tabindex: '0', 'aria-label': text.caption(word) }, table(found, report, context))
          : html(document, 'p', { class: 'nothing' }, text.none(word, least)),
        found.words.length > 0 && html(document, 'p', { class: 'axis-note' }, text.note(least)),
      ]
    : [];
  const about = { name: 'collocates', title: text.title, intro: text.intro, counting: !found && text.counting };
  return viewSection(document, about, chooser(word, context), ...parts);
}

/** @param {string} word @param {CollocatesContext} context */
function chooser(word, { document, t, words, onChoose }) {
  const options = words.map((one) => html(document, 'option', { value: one, lang: 'zh', selected: one === word }, one));
  const select = html(document, 'select', { onchange: () => onChoose(select.value) }, ...options);
  return html(document, 'label', { class: 'word-choice' }, `${t.collocates.choose} `, select);
}

/** @param {Collocates} found @param {Report} report @param {CollocatesContext} context */
function table(found, report, context) {
  const { document, t } = context;
  const { columns: names, caption } = t.collocates;
  const places = found.columns.map((column, at) => ({ ...column, at, column: report.columns.find(({ key }) => key === column.key) }));
  const shown = places.length > MANY ? [] : places.filter(({ n, column }) => n > 0 && column);
  const heads = [names.word, names.n, names.expected, names.logDice].map((name) => html(document, 'th', { scope: 'col' }, name));
  const placeHeads = shown.map(({ column, n }) =>
    column && html(document, 'th', { scope: 'col', class: colourClass(report, column), 'data-place': column.key }, html(document, 'span', { class: 'name', lang: 'zh' }, columnName(column, t)), html(document, 'span', { class: 'size' }, t.number(n))),
  );
  return html(
    document,
    'table',
    {},
    html(document, 'caption', { class: 'unseen' }, caption(found.word)),
    html(document, 'thead', {}, html(document, 'tr', {}, ...heads, ...placeHeads)),
    html(document, 'tbody', {}, ...found.words.map((one) => row(one, found, shown, context))),
  );
}

/** @param {Collocate} one @param {Collocates} found @param {{ key: string, n: number, at: number }[]} shown @param {CollocatesContext} context */
function row(one, found, shown, { document, t, onPair }) {
  const text = t.collocates;
  const opens = (/** @type {number} */ n, /** @type {string | undefined} */ column) =>
    html(document, 'button', { type: 'button', 'aria-label': text.open(found.word, one.word, t.number(n)), onclick: () => onPair(one.word, column) }, t.number(n));
  const cells = shown.map(({ key, n: all, at }) => {
    const n = one.cells[at];
    if (n === 0) return html(document, 'td', { class: 'zero' }, '–');
    const share = all >= ENOUGH && html(document, 'span', { class: 'size' }, text.share(t.percent(n / all)));
    return html(document, 'td', {}, opens(n, key), share);
  });
  return html(
    document,
    'tr',
    { 'data-word': one.word },
    html(document, 'th', { scope: 'row', lang: 'zh' }, one.word),
    html(document, 'td', {}, opens(one.n, undefined)),
    html(document, 'td', {}, t.rate(one.expected)),
    html(document, 'td', {}, t.rate(one.logDice)),
    ...cells,
  );
}
