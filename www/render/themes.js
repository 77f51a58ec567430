/**
 * What places speak about: a table of themes by place, each cell tinted by its share and opening its sentences. With many
 * places the themes become the columns, which are fewer.
 */
import { html, unseen } from './build.js';
import { colourClass, placeButton } from './columns.js';
import { viewSection } from './section.js';

/** @typedef {import('../views/strings.js').Context} Context */
/** @typedef {import('./columns.js').Report} Report */
/** @typedef {import('../../src/wasm/types.d.ts').Themes} Themes */
/** @typedef {import('../../src/wasm/types.d.ts').ThemeRow} Row */
/** @typedef {import('../../src/wasm/types.d.ts').ThemeCell} Cell */
/** @typedef {import('../../src/wasm/types.d.ts').ThemeCity} City */
/** @typedef {import('../views/strings.js').Translation} Translation */
/** @typedef {(theme: string, column: string | undefined) => void} OnTheme opens the sentences of a theme */
/** @typedef {Context & { onTheme: OnTheme }} ThemesContext */

/** Shares from which a cell has a deeper tint: five steps, and none. */
const STEPS = [0.0001, 0.05, 0.1, 0.2, 0.3];

/** With more places than this each of them has a row. */
const MANY = 8;

/** A theme as the page calls it. @param {{ key: string, name: string }} theme @param {Translation} t */
export function themeName({ key, name }, t) {
  return Object.hasOwn(t.themes.names, key) ? t.themes.names[key] : name || key;
}

/** The tint of a cell: 0, none, to 5. @param {number | null} share */
export function step(share) {
  return STEPS.filter((bound) => (share ?? 0) >= bound).length;
}

/** A share in whole percents; what is there and rounds to none says so. @param {number | null} share @param {Translation} t */
function shareText(share, t) {
  if (share === null || share === 0) return '–';
  return share < 0.005 ? `< ${t.percent(0.01)}` : t.percent(share);
}

/**
 * The heading and what it is about; the figures come when they are asked for.
 * @param {boolean} isCounting @param {Context} context @param {(Node | null)[]} parts
 */
export function themesSection(isCounting, { document, t }, ...parts) {
  const { title, intro, counting } = t.themes;
  // What can be taken are its two views, the map and the board.
  return viewSection(document, { name: 'themes', title, intro, counting: isCounting && counting, isTaken: false }, ...parts);
}

/**
 * @param {Themes} themes
 * @param {Report} report
 * @param {ThemesContext} context
 * @returns {HTMLElement}
 */
export function heatMap(themes, report, context) {
  const { document, t } = context;
  const isTurned = themes.cities.length > MANY;
  const cityHeads = themes.cities.map((city) => cityHead(city, report, isTurned, context));
  const themeHeads = themes.themes.map((row) => themeHead(row, isTurned, context));
  const cells = themes.themes.map((row) => row.cells.map((cell, at) => heatCell(row, cell, themes.cities[at], context)));
  const [heads, rowHeads] = isTurned ? [themeHeads, cityHeads] : [cityHeads, themeHeads];
  const rows = rowHeads.map((head, at) => {
    const ofRow = isTurned ? cells.map((ofTheme) => ofTheme[at]) : cells[at];
    return html(document, 'tr', {}, head, ...ofRow);
  });
  const corner = html(document, 'th', { scope: 'col', class: 'theme-column' }, isTurned ? t.themes.place : t.themes.theme);
  const table = html(
    document,
    'table',
    { class: isTurned ? 'heat turned' : 'heat' },
    html(document, 'caption', { class: 'unseen' }, t.themes.mapCaption),
    html(document, 'thead', {}, html(document, 'tr', {}, corner, ...heads)),
    html(document, 'tbody', {}, ...rows),
  );
  return html(
    document,
    'div',
    { class: 'heat-map', 'data-view': 'themes' },
    key(themes, context),
    html(document, 'div', { class: 'heat-box', role: 'region', tabindex: '0', 'aria-label': t.themes.mapCaption }, table),
  );
}

/** @param {City} city @param {Report} report @param {boolean} isRow @param {Context} context */
function cityHead(city, report, isRow, { document, t }) {
  const column = report.columns.find(({ key: one }) => one === city.key);
  const little = !city.isEnough && html(document, 'span', { class: 'little' }, t.themes.little);
  return html(
    document,
    'th',
    { scope: isRow ? 'row' : 'col', class: `${isRow ? 'theme-column ' : ''}${column ? colourClass(report, column) : 'c0'}`, 'data-place': city.key },
    html(document, 'span', { class: 'name', lang: 'zh' }, placeButton(city.key, city.name, { document, t })),
    html(document, 'span', { class: 'size' }, t.themes.size(t.number(city.n))),
    little,
  );
}

/** @param {Row} row @param {boolean} isColumn @param {ThemesContext} context */
function themeHead(row, isColumn, { document, t, onTheme }) {
  const name = themeName(row, t);
  const open = row.n > 0 ? html(document, 'button', { type: 'button', onclick: () => onTheme(row.key, undefined) }, name) : name;
  return html(document, 'th', { scope: isColumn ? 'col' : 'row', class: isColumn ? 'theme-head' : 'theme-column' }, open);
}

/** @param {Row} row @param {Cell} cell @param {City} city @param {ThemesContext} context */
function heatCell(row, cell, city, { document, t, onTheme }) {
  const { n, share, shareInterval: [low, high], finding } = cell;
  const mark = finding && html(document, 'span', { class: 'mark', 'aria-hidden': 'true' }, finding === 'more' ? '▲' : '▽');
  const text = [
    html(document, 'span', { class: 'share' }, mark, shareText(share, t)),
    html(document, 'span', { class: 'n' }, t.themes.size(t.number(n))),
  ];
  const tint = `s${step(share)}${finding ? ' sure' : ''}`;
  const judged = finding === 'more' ? t.themes.more : finding === 'less' ? t.themes.less : '';
  if (n === 0) {
    const none = html(document, 'span', { class: 'nothing' }, ...text, judged !== '' && unseen(document, judged));
    return html(document, 'td', { class: tint }, none);
  }
  const said = t.themes.cell(themeName(row, t), city.name, shareText(share, t), t.percent(low), t.percent(high), t.number(n));
  const label = [said, judged].filter(Boolean).join(t.sentenceGap);
  const open = () => onTheme(row.key, city.key);
  const title = cell.terms.map(({ term, n: ofTerm }) => `${term} ${t.number(ofTerm)}`).join(' · ');
  return html(document, 'td', { class: tint }, html(document, 'button', { type: 'button', 'aria-label': label, title, onclick: open }, ...text));
}

/** @param {Themes} themes @param {Context} context */
function key({ cities, minWords, minBlocks }, { document, t }) {
  const bounds = ['0', ...STEPS.slice(1).map((bound) => t.percent(bound))];
  const swatches = bounds.map((from, at) => {
    const text = at === bounds.length - 1 ? t.themes.from(from) : t.themes.between(from, bounds[at + 1]);
    return html(document, 'li', {}, html(document, 'span', { class: `heat-swatch s${at + 1}`, 'aria-hidden': 'true' }), text);
  });
  const isAnyEnough = cities.filter(({ isEnough }) => isEnough).length > 1;
  const isAnyLittle = cities.some(({ isEnough }) => !isEnough);
  return html(
    document,
    'div',
    { class: 'heat-key' },
    html(document, 'span', {}, t.themes.key),
    html(document, 'ul', {}, ...swatches),
    isAnyEnough && html(document, 'span', {}, t.themes.keyMore),
    isAnyLittle && html(document, 'span', {}, t.themes.keyLittle(t.number(minWords), t.number(minBlocks))),
  );
}
