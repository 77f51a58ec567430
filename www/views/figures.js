/**
 * What stands behind a view, as columns and rows, and as files: numbers stay numbers. A view gives its own figures by a function
 * `figures` on its root element; of a view without one they are read from its table.
 */
import { claimed, isClaimed } from '../render/claims.js';
import { columnName } from '../render/columns.js';
import { themeName } from '../render/themes.js';

/** @typedef {import('../render/columns.js').Report} Report */
/** @typedef {import('../../src/wasm/types.d.ts').Comparison} Comparison */
/** @typedef {import('../../src/wasm/types.d.ts').Themes} Themes */
/** @typedef {import('./strings.js').Translation} Translation */
/** @typedef {string | number | null} Value */
/** @typedef {{ columns: string[], rows: Value[][] }} Figures columns by their keys, or by a name of their own */

/** What compares a place with the others is left empty where nothing may be said of it. @param {Report} report @param {Translation} t @returns {Figures} */
export function cloudFigures(report, t) {
  return {
    columns: ['place', 'code', 'word', 'n', 'rate', 'g2', 'logRatio', 'negated', 'problem', 'enough'],
    rows: report.columns.flatMap((column) =>
      column.cloud.map((one) => {
        const against = isClaimed(report.columns, column.key) ? [one.g2, one.logRatio] : [null, null];
        return [columnName(column, t), column.key, one.word, one.n, one.rate, ...against, one.negated, one.problem, column.isEnough ? 1 : 0];
      }),
    ),
  };
}

/** The whole table, also the rows that are folded away. @param {Report} report @param {Translation} t @returns {Figures} */
export function comparisonFigures(report, t) {
  const names = report.columns.map((column) => columnName(column, t));
  const isSaid = claimed(report.columns).size > 0;
  return {
    columns: ['word', 'tag', ...names.flatMap((name) => [`${name} n`, `${name} ${t.exported.columns.rate}`, `${name} G²`]), 'total', 'g2'],
    rows: report.rows.map((row) => [row.word, row.tag, ...row.cells.flatMap(({ n, rate, g2 }, at) => [n, rate, isClaimed(report.columns, report.columns[at].key) ? g2 : null]), row.n, isSaid ? row.g2 : null]),
  };
}

/** @param {Comparison} comparison @returns {Figures} */
export function rateFigures({ cities, words }) {
  return {
    columns: ['word', 'place', 'code', 'n', 'nBlocks', 'rate', 'low', 'high', 'enough'],
    rows: words.flatMap(({ word, cells }) =>
      cells.map(({ n, nBlocks, rate, rateInterval: [low, high] }, at) => {
        const { name, key, isEnough } = cities[at];
        return [word, name, key, n, nBlocks, rate, low, high, isEnough ? 1 : 0];
      }),
    ),
  };
}

/** @param {Comparison} comparison @param {Translation} t @returns {Figures} */
export function listFigures({ cities }, t) {
  const lists = /** @type {const} */ (['distinctive', 'missing', 'leading']);
  return {
    columns: ['place', 'code', 'list', 'word', 'n', 'rate', 'low', 'high', 'expected', 'logRatio', 'p', 'q'],
    rows: cities.filter(({ key }) => isClaimed(cities, key)).flatMap((city) =>
      lists.flatMap((list) =>
        city[list].map((one) => [city.name, city.key, t.views[list], one.word, one.n, one.rate, ...one.rateInterval, one.expected, one.logRatio, one.p, one.q]),
      ),
    ),
  };
}

/** @param {Themes} themes @param {Translation} t @returns {Figures} */
export function themeFigures({ cities, themes }, t) {
  return {
    columns: ['theme', 'place', 'code', 'n', 'share', 'shareLow', 'shareHigh', 'rate', 'low', 'high', 'finding', 'q'],
    rows: themes.flatMap((row) =>
      row.cells.map(({ n, share, shareInterval, rate, rateInterval, finding, q }, at) => {
        const said = finding === null ? '' : t.themes[finding];
        return [themeName(row, t), cities[at].name, cities[at].key, n, share, ...shareInterval, rate, ...rateInterval, said, q];
      }),
    ),
  };
}

/** @param {Themes} themes @param {string} chosen @param {Translation} t @returns {Figures} */
export function boardFigures({ cities, themes }, chosen, t) {
  return {
    columns: ['theme', 'place', 'code', 'bestRank', 'worstRank', 'rate', 'low', 'high', 'n', 'words'],
    rows: themes
      .filter(({ key }) => key === chosen)
      .flatMap((row) =>
        row.cells.map(({ ranks, rate, rateInterval, n, terms }, at) => {
          const words = terms.map(({ term, n: ofTerm }) => `${term} ${ofTerm}`).join(' ');
          return [themeName(row, t), cities[at].name, cities[at].key, ranks?.[0] ?? null, ranks?.[1] ?? null, rate, ...rateInterval, n, words];
        }),
      ),
  };
}

/** All words of the themes, also those that found no room. @param {import('../../src/wasm/types.d.ts').ThemeWords} found @param {Translation} t @returns {Figures} */
export function zonedFigures({ themes, cities }, t) {
  const rate = (/** @type {number} */ n, /** @type {number} */ nWords) => (nWords > 0 ? Math.round((1e6 * n) / nWords) / 100 : null);
  return {
    columns: ['place', 'code', 'theme', 'word', 'n', 'rate', 'enough'],
    rows: cities.flatMap(({ city, words }) =>
      words.map(({ term, theme, n }) => [city.name, city.key, themeName(themes[theme], t), term, n, rate(n, city.nWords), city.isEnough ? 1 : 0]),
    ),
  };
}

/** @param {import('../../src/wasm/types.d.ts').Concordance} found @param {Report} report @param {Translation} t @returns {Figures} */
export function lineFigures({ lines }, report, t) {
  const names = new Map(report.columns.map((column) => [column.key, columnName(column, t)]));
  return {
    columns: ['place', 'code', 'date', 'speaker', 'title', 'file', 'left', 'word', 'right', 'link'],
    rows: lines.map((one) => [names.get(one.column) ?? '', one.column, one.date, one.speaker, one.title, one.file, one.before, one.keyword, one.after, one.link]),
  };
}

/** What the tables of a view say; those of several are put beneath each other. @param {HTMLElement} root @returns {Figures | null} */
export function tableFigures(root) {
  const tables = [...root.querySelectorAll('table')].filter((table) => table.closest('[data-view]') === root);
  if (tables.length === 0) return null;
  const [head, ...rows] = tables.flatMap((table) => [...table.rows].map((row) => [...row.cells].map((cell) => cell)));
  return { columns: head.map((cell) => String(valueOf(cell) ?? '')), rows: rows.map((row) => row.map(valueOf)) };
}

/** A cell may say its value exactly (`data-value`); else what is seen of it, as a number if it is nothing else. @param {HTMLTableCellElement} cell @returns {Value} */
function valueOf(cell) {
  const { value } = cell.dataset;
  const copy = /** @type {HTMLElement} */ (cell.cloneNode(true));
  for (const node of copy.querySelectorAll('.unseen, [aria-hidden=true], svg')) node.remove();
  const text = (value ?? copy.textContent ?? '').replace(/\s+/g, ' ').trim();
  const number = text.replace(/^[−–](?=\d)/, '-').replace(/(?<=\d),(?=\d{3})/g, '');
  return /^-?\d+(\.\d+)?$/.test(number) ? Number(number) : text;
}

/** So a cell begins that a spreadsheet would take for a formula, in full-width form too. */
const FORMULA = /^[=+\-@＝＋－＠\t\r\n]/;

/** @param {Value} value */
function csvCell(value) {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const text = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n']/.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text;
}

/** UTF-8 with its mark, so that Excel reads it as such. @param {Figures} figures @param {(key: string) => string} name of a column */
export function csvText({ columns, rows }, name) {
  return `\ufeff${[columns.map(name), ...rows].map((row) => `${row.map(csvCell).join(',')}\r\n`).join('')}`;
}

/** @param {Figures} figures @param {object} about where they come from @param {(key: string) => string} name of a column */
export function jsonText({ columns, rows }, about, name) {
  const fields = columns.map((key) => ({ key, name: name(key) }));
  const objects = rows.map((row) => Object.fromEntries(row.map((value, at) => [columns[at] ?? `column${at + 1}`, value])));
  return `${JSON.stringify({ ...about, columns: fields, rows: objects }, null, 2)}\n`;
}
