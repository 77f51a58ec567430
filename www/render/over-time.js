/** One place over time: its two periods, a picture of words earlier and later, and the same figures as a table. */
import { html, svg } from './build.js';
import { chance } from './claims.js';
import { colourClass } from './columns.js';
import { viewSection } from './section.js';

/** @typedef {import('../views/strings.js').Context} Context */
/** @typedef {import('./columns.js').Report} Report */
/** @typedef {import('../../src/wasm/types.d.ts').OverTime} OverTime */
/** @typedef {import('../../src/wasm/types.d.ts').PlaceOverTime} Place */
/** @typedef {import('../../src/wasm/types.d.ts').WordOverTime} Word */
/** @typedef {import('../../src/wasm/types.d.ts').PeriodCell} Cell */
/** @typedef {import('../../src/wasm/types.d.ts').WordChange | 'unsure'} Kind */
/**
 * @typedef {Context & {
 *   report: Report,
 *   wanted: string | null,
 *   onPlace: (key: string) => void,
 *   onWord: (word: string, column: string) => void,
 * }} OverTimeContext wanted is the place that the reader looks at
 */

/** Words of each kind in the picture. */
const N_EACH = 6;

/** @type {Kind[]} */
const KINDS = ['new', 'more', 'steady', 'less', 'dropped', 'unsure'];

/** The heading and what it is about. @param {Context} context @param {(Node | string | null | false)[]} parts */
export function overTimeSection({ document, t }, ...parts) {
  const { title, intro } = t.overTime;
  return viewSection(document, { name: 'over-time', title, intro }, ...parts);
}

/** @param {OverTime} found @param {OverTimeContext} context @returns {(Node | null | false)[]} */
export function overTimeParts(found, context) {
  const { document, t, report } = context;
  const { place, minWords, minBlocks } = found;
  if (!place) return [html(document, 'p', { class: 'verdict' }, t.overTime.none)];
  const column = report.columns.find(({ key }) => key === place.key);
  const isEnough = place.periods.every((period) => period.isEnough);
  const isAnything = place.words.some(({ change }) => change !== null);
  const verdict = isEnough ? (isAnything ? null : t.overTime.nothing) : t.overTime.tooLittle(t.number(minWords), t.number(minBlocks));
  return [
    choice(found, context),
    periods(place, context),
    verdict !== null && html(document, 'p', { class: 'verdict' }, verdict),
    place.words.length > 0 &&
      html(
        document,
        'div',
        { class: `then-now ${column ? colourClass(report, column) : 'c0'}${isEnough ? '' : ' hollow-all'}` },
        html(
          document,
          'div',
          {},
          picture(place, context),
          html(document, 'p', { class: 'axis-note' }, [t.overTime.key, isEnough ? t.overTime.rule : ''].filter(Boolean).join(' ')),
        ),
        html(document, 'div', { class: 'scroll-x', role: 'region', tabindex: '0', 'aria-label': t.overTime.caption }, table(place, context)),
      ),
  ];
}

/** Which place: those that have two periods. @param {OverTime} found @param {OverTimeContext} context */
function choice({ places, place }, { document, t, wanted, onPlace }) {
  const choices = places.filter(({ hasPeriods }) => hasPeriods);
  const options = choices.map(({ key, name }) => html(document, 'option', { value: key, selected: key === place?.key }, name));
  const other = places.find(({ key, hasPeriods }) => key === wanted && !hasPeriods);
  const select = html(document, 'select', { onchange: ({ target }) => onPlace(target.value) }, ...options);
  return html(
    document,
    'div',
    { class: 'which-place' },
    html(document, 'label', {}, `${t.overTime.place} `, select),
    other && html(document, 'p', { class: 'axis-note' }, t.overTime.noDates(other.name)),
  );
}

/** @param {Place} place @param {OverTimeContext} context */
function periods({ by, periods: [before, now], leftOut }, { document, t }) {
  const line = (/** @type {string} */ name, /** @type {typeof now} */ one, /** @type {string} */ kind) => {
    const text = t.overTime.period(name, t.date(one.from), t.date(one.until), one.nDocuments, t.number(one.nWords), t.number(one.nBlocks), t.number);
    return html(document, 'li', { class: kind }, text);
  };
  return html(
    document,
    'div',
    { class: 'periods' },
    html(document, 'ul', {}, line(t.overTime.earlier, before, 'before'), line(t.overTime.later, now, 'now')),
    html(document, 'p', { class: 'axis-note' }, by === 'year' ? t.overTime.byYear : t.overTime.byDate),
    leftOut.length > 0 && html(document, 'p', { class: 'axis-note' }, t.overTime.leftOut(leftOut.length, t.list(leftOut.map(({ title, file }) => title || file)))),
  );
}

/** @param {Word} word @returns {Kind} */
const kindOf = ({ change }) => change ?? 'unsure';

const WIDTH = 340;
const NAMES = 92;
const HEAD = 26;
const ROW = 24;

/** Earlier and later rates of some words of each kind, on one scale. @param {Place} place @param {Context} context */
function picture({ words }, { document, t }) {
  const groups = KINDS.map((kind) => ({ kind, words: words.filter((word) => kindOf(word) === kind).slice(0, N_EACH) })).filter((group) => group.words.length > 0);
  const all = groups.flatMap((group) => group.words);
  const { end, marks } = scale(all);
  const x = (/** @type {number} */ rate) => (NAMES + (rate / end) * (WIDTH - NAMES - 20)).toFixed(1);
  /** @type {SVGElement[]} */
  const rows = [];
  let y = 0;
  for (const group of groups) {
    rows.push(svg(document, 'text', { class: 'group-name', x: 0, y: y + 17 }, t.overTime.kinds[group.kind]));
    y += HEAD;
    for (const word of group.words) {
      rows.push(line(word, group.kind, y + ROW / 2, x, document));
      y += ROW;
    }
  }
  const grid = marks.flatMap((mark) => [
    svg(document, 'line', { class: 'grid-line', x1: x(mark), x2: x(mark), y1: 4, y2: y + 4 }),
    svg(document, 'text', { class: 'tick', x: x(mark), y: y + 16 }, t.number(mark)),
  ]);
  return svg(document, 'svg', { class: 'plot then-plot', viewBox: `0 0 ${WIDTH} ${y + 20}`, 'aria-hidden': 'true' }, ...grid, ...rows);
}

/** Round figures up to the largest. @param {Word[]} words */
function scale(words) {
  const most = Math.max(1, ...words.flatMap(({ cells }) => cells.map(({ rateInterval }) => rateInterval[1])));
  const rough = most / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 5, 10].find((one) => one * power >= rough) ?? 10);
  const end = Math.ceil(most / step) * step;
  return { end, marks: Array.from({ length: Math.round(end / step) + 1 }, (_, at) => at * step) };
}

/** @param {Word} word @param {Kind} kind @param {number} y @param {(rate: number) => string} x @param {Document} document */
function line({ word, cells: [before, now] }, kind, y, x, document) {
  const [high, low] = [y - 4, y + 4];
  const interval = (/** @type {Cell} */ { rateInterval: [from, to] }, /** @type {number} */ at) =>
    svg(document, 'line', { class: 'interval', x1: x(from), x2: x(to), y1: at, y2: at });
  return svg(
    document,
    'g',
    { class: `then-row ${kind}` },
    svg(document, 'text', { class: 'place', x: NAMES - 9, y: y + 4, lang: 'zh' }, [...word].length > 6 ? `${[...word].slice(0, 5).join('')}…` : word),
    interval(before, high),
    interval(now, low),
    svg(document, 'line', { class: 'moved', x1: x(before.rate), x2: x(now.rate), y1: high, y2: low }),
    svg(document, 'circle', { class: 'dot before', cx: x(before.rate), cy: high, r: 3.6 }),
    svg(document, 'circle', { class: 'dot now', cx: x(now.rate), cy: low, r: 3.6 }),
  );
}

/** @param {Place} place @param {OverTimeContext} context */
function table({ key, words }, { document, t, onWord }) {
  const isJudged = words.some(({ q }) => q !== null);
  const { word: head, kind, earlier, later, ratio, adjusted } = t.overTime;
  const heads = [head, kind, earlier, later, ...(isJudged ? [ratio, adjusted] : [])];
  const cell = (/** @type {Cell} */ { rate, rateInterval: [low, high], n }) => t.overTime.cell(t.rate(rate), t.rate(low), t.rate(high), t.number(n));
  // Of nothing there is no multiple.
  const times = (/** @type {Word} */ { logRatio, logRatioInterval, cells }) => {
    if (logRatio === null || logRatioInterval === null || cells.some(({ n }) => n === 0)) return '–';
    const [value, low, high] = [logRatio, ...logRatioInterval].map((one) => t.rate(2 ** one));
    return t.overTime.times(value, low, high);
  };
  const rows = words.map((word) => {
    const button = html(document, 'button', { type: 'button', lang: 'zh', 'data-word': word.word, onclick: () => onWord(word.word, key) }, word.word);
    const texts = [t.overTime.kinds[kindOf(word)], cell(word.cells[0]), cell(word.cells[1])];
    if (isJudged) texts.push(times(word), word.q === null ? '–' : chance(word.q, t));
    return html(document, 'tr', { class: kindOf(word) }, html(document, 'th', { scope: 'row' }, button), ...texts.map((text) => html(document, 'td', {}, text)));
  });
  return html(
    document,
    'table',
    { class: 'then-table' },
    html(document, 'caption', { class: 'unseen' }, t.overTime.caption),
    html(document, 'thead', {}, html(document, 'tr', {}, ...heads.map((text) => html(document, 'th', { scope: 'col' }, text)))),
    html(document, 'tbody', {}, ...rows),
  );
}
