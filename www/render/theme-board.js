/**
 * Who stresses a theme most, as far as the texts can tell: one theme at a time, each place with the ranks that it may have.
 * Places that cannot be told apart stand in the order of the page and not of their rates, so that no tie looks like a ranking.
 */
import { html, svg } from './build.js';
import { colourClass } from './columns.js';
import { themeName } from './themes.js';

/** @typedef {import('./themes.js').Themes} Themes */
/** @typedef {import('./themes.js').Row} Row */
/** @typedef {import('./themes.js').Cell} Cell */
/** @typedef {import('./themes.js').City} City */
/** @typedef {import('./columns.js').Report} Report */
/** @typedef {{ city: City, cell: Cell }} Entry */
/** @typedef {import('./themes.js').ThemesContext & { chosen: string, onChoose: (theme: string) => void }} BoardContext */

/** Width in px of the picture of a rate. */
const WIDTH = 180;

/**
 * The theme to begin with: the one whose places can best be told apart, of equals the most frequent.
 * @param {Themes} themes
 */
export function firstTheme({ themes }) {
  const spread = (/** @type {Row} */ { cells }) => cells.reduce((sum, { ranks }) => sum + (ranks ? ranks[1] - ranks[0] : 0), 0);
  const order = [...themes].sort((a, b) => spread(a) - spread(b) || b.n - a.n);
  return order[0]?.key ?? '';
}

/**
 * Ranked places first, by the ranks that they may have; those of the same ranks in their order on the page.
 * @param {Row} row @param {City[]} cities
 * @returns {Entry[]}
 */
export function inOrder({ cells }, cities) {
  const entries = cities.map((city, at) => ({ city, cell: cells[at] }));
  const rank = (/** @type {Entry} */ { cell }) => cell.ranks ?? [Infinity, Infinity];
  const difference = (/** @type {number} */ a, /** @type {number} */ b) => (a === b ? 0 : a - b);
  return entries.sort((a, b) => difference(rank(a)[0], rank(b)[0]) || difference(rank(a)[1], rank(b)[1]));
}

/** What may be said of the ranks: none, some or all of them are ties. @param {Entry[]} entries */
export function ties(entries) {
  const ranked = entries.flatMap(({ cell }) => (cell.ranks ? [cell.ranks] : []));
  if (ranked.length < 2) return 'unranked';
  if (ranked.every(([best, worst]) => best === 1 && worst === ranked.length)) return 'all';
  return ranked.every(([best, worst]) => best === worst) ? 'none' : 'some';
}

/**
 * @param {Themes} themes @param {Report} report @param {BoardContext} context
 * @returns {HTMLElement | null}
 */
export function rankingBoard(themes, report, context) {
  const { document, t, chosen, onChoose } = context;
  const row = themes.themes.find(({ key }) => key === chosen);
  if (!row) return null;
  const chips = themes.themes.map((one) =>
    html(
      document,
      'button',
      { type: 'button', class: 'chip', 'aria-pressed': String(one === row), 'data-theme': one.key, onclick: () => onChoose(one.key) },
      themeName(one, t),
    ),
  );
  const entries = inOrder(row, themes.cities);
  const kind = ties(entries);
  const name = themeName(row, t);
  const said = {
    unranked: t.themes.noRanks(t.number(themes.minWords), t.number(themes.minBlocks)),
    all: t.themes.tieAll(name),
    some: t.themes.tieSome(name),
    none: t.themes.tieNone(name),
  }[kind];
  return html(
    document,
    'div',
    { class: 'board', 'data-view': 'board' },
    html(document, 'h3', {}, t.themes.boardTitle),
    html(document, 'p', { class: 'intro' }, t.themes.boardIntro(t.number(themes.nDraws))),
    html(document, 'div', { class: 'chips', role: 'group', 'aria-label': t.themes.theme }, ...chips),
    html(document, 'p', { class: `verdict ${kind}`, role: 'status' }, said),
    table(row, entries, report, context),
  );
}

/** @param {Row} row @param {Entry[]} entries @param {Report} report @param {BoardContext} context */
function table(row, entries, report, context) {
  const { document, t } = context;
  const { rank, place, rate, uses, words } = t.themes;
  const most = Math.max(1, ...entries.map(({ cell }) => cell.rateInterval[1]));
  const head = [
    html(document, 'th', { scope: 'col' }, rank),
    html(document, 'th', { scope: 'col' }, place),
    html(document, 'th', { scope: 'col', class: 'rate-head' }, rate),
    html(document, 'th', { scope: 'col' }, uses),
    html(document, 'th', { scope: 'col', class: 'board-words' }, words),
  ];
  return html(
    document,
    'table',
    { class: 'board-table', 'data-theme': row.key },
    html(document, 'caption', { class: 'unseen' }, `${t.themes.boardTitle}: ${themeName(row, t)}`),
    html(document, 'thead', {}, html(document, 'tr', {}, ...head)),
    html(document, 'tbody', {}, ...entries.map((entry) => line(row, entry, most, report, context))),
  );
}

/** @param {Row} row @param {Entry} entry @param {number} most @param {Report} report @param {BoardContext} context */
function line(row, { city, cell }, most, report, { document, t, onTheme }) {
  const column = report.columns.find(({ key }) => key === city.key);
  const { ranks, rate, rateInterval: [low, high], n, terms } = cell;
  const isTie = ranks !== null && ranks[0] !== ranks[1];
  const rankText = ranks ? t.themes.ranks(t.number(ranks[0]), t.number(ranks[1])) : t.themes.noRank;
  const open = () => onTheme(row.key, city.key);
  const name = n > 0 ? html(document, 'button', { type: 'button', onclick: open }, city.name) : city.name;
  const words = terms.map(({ term, n: ofTerm }) => `${term} ${t.number(ofTerm)}`).join('　');
  return html(
    document,
    'tr',
    { class: `${column ? colourClass(report, column) : 'c0'}${city.isEnough ? '' : ' hollow'}`, 'data-place': city.key },
    html(document, 'td', { class: `rank${isTie ? ' tie' : ''}${ranks ? '' : ' no-rank'}` }, rankText),
    html(document, 'th', { scope: 'row', lang: 'zh' }, name),
    html(document, 'td', { class: 'rate-cell' }, picture(rate, low, high, most, document), html(document, 'span', {}, `${t.rate(rate)} (${t.rate(low)}–${t.rate(high)})`)),
    html(document, 'td', { class: 'board-uses' }, t.number(n)),
    html(document, 'td', { class: 'board-words', lang: 'zh' }, words),
  );
}

/** @param {number} rate @param {number} low @param {number} high @param {number} most @param {Document} document */
function picture(rate, low, high, most, document) {
  const x = (/** @type {number} */ value) => (6 + (value / most) * (WIDTH - 12)).toFixed(1);
  return svg(
    document,
    'svg',
    { class: 'plot', viewBox: `0 0 ${WIDTH} 14`, 'aria-hidden': 'true' },
    svg(document, 'line', { class: 'grid-line', x1: x(0), x2: x(0), y1: 0, y2: 14 }),
    svg(document, 'line', { class: 'interval', x1: x(low), x2: x(high), y1: 7, y2: 7 }),
    svg(document, 'circle', { class: 'dot', cx: x(rate), cy: 7, r: 4.2 }),
  );
}
