/**
 * A dot plot of rates with their intervals: one panel for each word, one row in it for each place, one scale for all. The
 * picture is for the eye alone; the same figures stand in a table.
 */
import { html, svg } from './build.js';
import { colourClass } from './columns.js';
import { notWith } from './survival.js';

/** @typedef {import('./columns.js').Context} Context */
/** @typedef {import('./columns.js').Report} Report */
/** @typedef {import('./clouds.js').OnWord} OnWord */
/** @typedef {import('../../src/wasm/types.d.ts').Comparison} Comparison */
/** @typedef {import('../../src/wasm/types.d.ts').ComparedCity} City */
/** @typedef {'distinctive' | 'missing' | 'leading' | 'frequent'} Family why a word was chosen */
/** @typedef {{ word: string, cells: Comparison['words'][number]['cells'] }} Word */
/** @typedef {{ family: Family, words: Word[] }} Group */

/** Words that are shown of each family, and in all. */
const N_EACH = 6;
const N_WORDS = 12;

/**
 * Which words are worth a look, best founded first: no word twice.
 * @param {Comparison} comparison
 * @returns {Group[]}
 */
export function chosenWords({ cities, words }) {
  const known = new Map(words.map((one) => [one.word, one]));
  /** @type {Set<string>} */
  const taken = new Set();
  const group = (/** @type {Family} */ family, /** @type {string[][]} */ lists) => {
    /** @type {Word[]} */
    const chosen = [];
    const longest = Math.max(0, ...lists.map((list) => list.length));
    // The first of each place before the second of any.
    for (let rank = 0; rank < longest; rank += 1) {
      for (const list of lists) {
        const word = known.get(list[rank]);
        if (!word || taken.has(word.word) || chosen.length >= N_EACH || taken.size >= N_WORDS) continue;
        taken.add(word.word);
        chosen.push(word);
      }
    }
    return { family, words: chosen };
  };
  const listed = (/** @type {'distinctive' | 'missing' | 'leading'} */ kind) =>
    group(kind, cities.map((city) => city[kind].map(({ word }) => word)));
  const mean = (/** @type {Word} */ { cells }) => cells.reduce((sum, { rate }) => sum + rate, 0);
  const frequent = [...words].sort((a, b) => mean(b) - mean(a)).map(({ word }) => word);
  const groups = [listed('distinctive'), listed('missing'), listed('leading'), group('frequent', [frequent])];
  return groups.filter((one) => one.words.length > 0);
}

/** The scale's end and its marks: round figures. @param {Group[]} groups */
export function scale(groups) {
  const highs = groups.flatMap(({ words }) => words.flatMap(({ cells }) => cells.map(({ rateInterval }) => rateInterval[1])));
  const most = Math.max(1, ...highs);
  const rough = most / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 5, 10].find((one) => one * power >= rough) ?? 10);
  const end = Math.ceil(most / step) * step;
  return { end, marks: Array.from({ length: Math.round(end / step) + 1 }, (_, at) => at * step) };
}

const ROW = 17;
const PAD = 9;
/** Widths in px of a panel and of its names: as wide as the narrowest page, so that letters grow with the page and never shrink. */
const WIDTH = 260;
const NAMES = 72;

/**
 * @param {Comparison} comparison
 * @param {Report} report
 * @param {Context & { onWord: OnWord } & import('./survival.js').Answers} context
 */
export function dotPlots(comparison, report, context) {
  const { document, t } = context;
  const groups = chosenWords(comparison);
  const range = scale(groups);
  const parts = groups.map(({ family, words }) =>
    html(
      document,
      'div',
      { class: `family ${family}` },
      html(document, 'h3', {}, t.views.dotsFamily[family]),
      html(document, 'div', { class: 'panels' }, ...words.map((word) => panel(word, comparison, report, range, context))),
    ),
  );
  const isAnyHollow = comparison.cities.some(({ isEnough }) => !isEnough);
  const key = [t.views.dotsAxis, isAnyHollow ? t.views.hollow : ''].filter(Boolean).join(' · ');
  return html(
    document,
    'div',
    { class: 'dots', 'data-view': 'dots' },
    ...parts,
    html(document, 'p', { class: 'axis-note', 'aria-hidden': 'true' }, key),
    html(
      document,
      'details',
      { class: 'figures' },
      html(document, 'summary', {}, t.views.dotsTable),
      html(document, 'div', { class: 'scroll-x', role: 'region', tabindex: '0', 'aria-label': t.views.dotsCaption }, table(groups, comparison, context)),
    ),
  );
}

/**
 * @param {Word} word @param {Comparison} comparison @param {Report} report @param {ReturnType<typeof scale>} range
 * @param {Context & { onWord: OnWord } & import('./survival.js').Answers} context
 */
function panel({ word, cells }, { cities }, report, { end, marks }, context) {
  const { document, t, onWord } = context;
  const height = cities.length * ROW + PAD + 16;
  const x = (/** @type {number} */ rate) => (NAMES + (rate / end) * (WIDTH - NAMES - 14)).toFixed(1);
  const foot = height - 14;
  const grid = marks.map((mark) => [
    svg(document, 'line', { class: 'grid-line', x1: x(mark), x2: x(mark), y1: 2, y2: foot }),
    svg(document, 'text', { class: 'tick', x: x(mark), y: height - 2 }, t.number(mark)),
  ]);
  const rows = cities.map((city, at) => {
    const { rate, rateInterval, n } = cells[at];
    const y = PAD + at * ROW + ROW / 2 - 2;
    const column = report.columns.find(({ key }) => key === city.key);
    return svg(
      document,
      'g',
      { class: `row ${column ? colourClass(report, column) : 'c0'}${city.isEnough ? '' : ' hollow'}`, 'data-place': city.key, 'data-choose': city.key },
      svg(document, 'text', { class: 'place', x: NAMES - 9, y: y + 4, lang: 'zh' }, shorter(city.name)),
      svg(document, 'line', { class: 'interval', x1: x(rateInterval[0]), x2: x(rateInterval[1]), y1: y, y2: y }),
      svg(document, 'circle', { class: n === 0 ? 'dot none' : 'dot', cx: x(rate), cy: y, r: 4.2 }),
    );
  });
  const title = html(document, 'button', { type: 'button', class: 'word-title', lang: 'zh', onclick: () => onWord(word, undefined) }, word);
  const picture = svg(document, 'svg', { class: 'plot', viewBox: `0 0 ${WIDTH} ${height}`, 'aria-hidden': 'true' }, ...grid.flat(), ...rows);
  const not = notWith(null, word, context);
  return html(document, 'div', { class: not ? 'panel-word fails' : 'panel-word', 'data-word': word }, html(document, 'h4', {}, title, not), picture);
}

/** A name that does not fit beside its row ends in an ellipsis; the table has it whole. @param {string} name */
function shorter(name) {
  return name.length > 5 ? `${name.slice(0, 4)}…` : name;
}

/** @param {Group[]} groups @param {Comparison} comparison @param {Context} context */
function table(groups, { cities }, { document, t }) {
  const head = html(
    document,
    'tr',
    {},
    html(document, 'th', { scope: 'col' }, t.wordColumn),
    ...cities.map(({ name }) => html(document, 'th', { scope: 'col', lang: 'zh' }, name)),
  );
  const rows = groups.flatMap(({ words }) =>
    words.map(({ word, cells }) => {
      const texts = cells.map(({ n, rate, rateInterval: [low, high] }) => t.views.interval(t.rate(rate), t.rate(low), t.rate(high), t.number(n)));
      return html(
        document,
        'tr',
        {},
        html(document, 'th', { scope: 'row', lang: 'zh' }, word),
        ...texts.map((text) => html(document, 'td', {}, text)),
      );
    }),
  );
  return html(
    document,
    'table',
    {},
    html(document, 'caption', { class: 'unseen' }, t.views.dotsCaption),
    html(document, 'thead', {}, head),
    html(document, 'tbody', {}, ...rows),
  );
}
