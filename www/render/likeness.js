/**
 * How alike places are: a triangle of all pairs, places that are alike side by side, their names on its slope. Each pair opens
 * the words that make it alike. Places with too little text are hatched, and nothing is said of them.
 */
import { html, svg } from './build.js';
import { colourClass } from './columns.js';
import { seriated } from './seriation.js';
import { viewSection } from './section.js';

/** @typedef {import('../views/strings.js').Context} Context */
/** @typedef {import('./columns.js').Report} Report */
/** @typedef {import('../../src/wasm/types.d.ts').Comparison} Comparison */
/** @typedef {Comparison['pairs'][number]} Pair */
/** @typedef {'jensenShannon' | 'cosine'} Kind */
/** @typedef {{ row: number, column: number, pair: Pair, node: SVGGElement }} Cell */
/** @typedef {Context & { width: number, kind: Kind, chosen: Pair | null, uses: (word: string, key: string) => number, onPair: (pair: Pair) => void, onKind: (kind: Kind) => void, onWord: (word: string, column: string | undefined) => void }} LikenessContext */

/** Sides in px of a cell: what fits, but no less and no more than this. */
const SIDE = { least: 16, most: 58 };
/** From this side on a cell has its figure in it. */
const ROOMY = 30;
/** With more room than this, so much of it is for the words of a pair. */
const WIDE = 900;
const BESIDE = 350;
/** Steps of the tint. */
const N_STEPS = 5;
/** Places that are named as most like another. */
const N_NEAREST = 5;

/** @param {boolean} isCounting @param {Context} context @param {(Node | null | false)[]} parts */
export function likenessSection(isCounting, { document, t }, ...parts) {
  const { title, intro, counting } = t.charts.likeness;
  return viewSection(document, { name: 'likeness', kind: 'chart', title, intro, counting: isCounting && counting }, ...parts);
}

/** The places of the triangle from above: those that can be compared by likeness, then the others. @param {Comparison} comparison @param {Kind} kind */
export function placesInOrder({ cities, pairs }, kind) {
  const values = new Map(pairs.map((pair) => [pair.keys.join(' '), pair[kind]]));
  const alike = (/** @type {string} */ a, /** @type {string} */ b) => values.get(`${a} ${b}`) ?? values.get(`${b} ${a}`) ?? 0;
  const order = seriated(cities.filter(({ isEnough }) => isEnough).map(({ key }) => key), alike);
  const place = new Map(order.map((key, at) => [key, at]));
  return [...cities].sort((a, b) => (place.get(a.key) ?? Infinity) - (place.get(b.key) ?? Infinity) || 0);
}

/** Round bounds of five steps at most between the least and the most alike pair. @param {Pair[]} pairs @param {Kind} kind */
export function bounds(pairs, kind) {
  const values = pairs.map((pair) => pair[kind]);
  // In hundredths, so that they stay round.
  const [low, high] = [Math.min(...values) * 100, Math.max(...values) * 100];
  const step = [1, 2, 5, 10].find((one) => Math.ceil(high / one) - Math.floor(low / one) <= N_STEPS) ?? 20;
  const first = Math.floor(low / step);
  const n = Math.max(1, Math.ceil(high / step) - first);
  return Array.from({ length: n + 1 }, (_, at) => ((first + at) * step) / 100);
}

/** The tint of a value: the last step is the deepest. @param {number} value @param {number[]} steps */
export function tint(value, steps) {
  const n = steps.length - 1;
  const step = Math.max(1, Math.min(n, steps.filter((bound) => value >= bound - 1e-9).length));
  return N_STEPS - n + step;
}

/**
 * @param {Report} report @param {Comparison} comparison @param {LikenessContext} context
 * @returns {{ parts: (HTMLElement | null)[], cells: Cell[] }}
 */
export function likeness(report, comparison, context) {
  const { document, t } = context;
  const words = t.charts.likeness;
  const { pairs, minWords, minBlocks } = comparison;
  if (pairs.length === 0) {
    return { parts: [html(document, 'p', { class: 'intro too-little' }, words.tooLittle(t.number(minWords), t.number(minBlocks)))], cells: [] };
  }
  const steps = bounds(pairs, context.kind);
  const { picture, cells } = triangle(report, comparison, steps, context);
  const parts = [
    measures(context),
    key(steps, comparison, context),
    html(
      document,
      'div',
      { class: 'triangle-and-pair' },
      html(document, 'div', { class: 'triangle-box' }, picture),
      context.chosen ? pairWords(context.chosen, report, comparison, context) : html(document, 'p', { class: 'intro pair' }, words.hint),
    ),
    figures(comparison, context),
  ];
  return { parts, cells };
}

/** @param {LikenessContext} context */
function measures({ document, t, kind, onKind }) {
  const { measure, measures: names, measureNotes } = t.charts.likeness;
  const radio = (/** @type {Kind} */ value) =>
    html(document, 'label', {}, html(document, 'input', { type: 'radio', name: 'likeness', value, checked: value === kind, onchange: () => onKind(value) }), html(document, 'span', {}, names[value]));
  return html(
    document,
    'fieldset',
    { class: 'arrangement' },
    html(document, 'legend', { class: 'unseen' }, measure),
    html(document, 'div', { class: 'segments two' }, radio('jensenShannon'), radio('cosine')),
    html(document, 'p', { class: 'axis-note' }, measureNotes[kind]),
  );
}

/** @param {number[]} steps @param {Comparison} comparison @param {LikenessContext} context */
function key(steps, { cities }, { document, t }) {
  const words = t.charts.likeness;
  const items = steps.slice(1).map((to, at) =>
    html(
      document,
      'li',
      {},
      svg(document, 'svg', { class: 'key-mark', viewBox: '0 0 12 12', 'aria-hidden': 'true' }, svg(document, 'rect', { class: `cell-box f${tint(steps[at], steps)}`, width: 12, height: 12 })),
      words.between(t.number2(steps[at]), t.number2(to)),
    ),
  );
  const isAnyLittle = cities.some(({ isEnough }) => !isEnough);
  return html(document, 'ul', { class: 'chart-key' }, ...items, isAnyLittle && html(document, 'li', {}, words.little));
}

/** @param {Report} report @param {Comparison} comparison @param {number[]} steps @param {LikenessContext} context */
function triangle(report, comparison, steps, context) {
  const { document, t, width, kind, chosen } = context;
  const places = placesInOrder(comparison, kind);
  const n = places.length;
  const longest = Math.max(...places.map(({ name }) => name.length));
  const nameWidth = longest * 14 + 12;
  const side = Math.floor(Math.min(SIDE.most, Math.max(SIDE.least, ((width > WIDE ? width - BESIDE : width) - nameWidth - 6) / Math.max(1, n - 0.5))));
  const pairs = new Map(comparison.pairs.map((pair) => [pair.keys.join(' '), pair]));
  const shown = Math.min(14, Math.max(11, side * 0.75));
  const pairOf = (/** @type {string} */ a, /** @type {string} */ b) => pairs.get(`${a} ${b}`) ?? pairs.get(`${b} ${a}`);
  /** @type {Cell[]} */
  const cells = [];
  const rows = places.flatMap((place, row) => {
    const column = report.columns.find((one) => one.key === place.key);
    const name = svg(
      document,
      'text',
      { class: `triangle-name ${column ? colourClass(report, column) : 'c0'}${place.isEnough ? '' : ' little'}`, x: row * side + 6, y: (row + 0.5) * side + shown * 0.36, 'font-size': shown.toFixed(1), lang: 'zh', 'data-place': place.key },
      place.name,
    );
    const boxes = places.slice(0, row).map((other, at) => {
      const pair = pairOf(place.key, other.key);
      const box = { x: at * side, y: row * side, width: side - 1, height: side - 1 };
      if (!pair) return svg(document, 'rect', { class: 'cell-box none', ...box });
      const figure = side >= ROOMY && svg(document, 'text', { class: `cell-text f${tint(pair[kind], steps)}`, x: box.x + (side - 1) / 2, y: box.y + side / 2 + 4, 'aria-hidden': 'true' }, t.number2(pair[kind]));
      const label = t.charts.likeness.cell(other.name, place.name, t.number2(pair[kind]));
      const attributes = { class: pair === chosen ? 'cell chosen' : 'cell', role: 'button', tabindex: '-1', 'aria-label': label, 'data-at': cells.length, 'aria-pressed': String(pair === chosen) };
      const node = svg(document, 'g', attributes, svg(document, 'rect', { class: `cell-box f${tint(pair[kind], steps)}`, ...box }), figure);
      cells.push({ row, column: at, pair, node });
      return node;
    });
    return [name, ...boxes];
  });
  const size = { width: Math.ceil((n - 1) * side + nameWidth), height: n * side };
  const hatch = svg(document, 'pattern', { id: 'hatch', width: 6, height: 6, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' }, svg(document, 'line', { class: 'hatch', x1: 0, x2: 0, y1: 0, y2: 6 }));
  const picture = svg(
    document,
    'svg',
    { class: 'triangle', viewBox: `0 0 ${size.width} ${size.height}`, ...size, role: 'group', 'aria-label': t.charts.likeness.picture },
    svg(document, 'defs', {}, hatch),
    ...rows,
  );
  (cells.find(({ pair }) => pair === chosen) ?? cells[0])?.node.setAttribute('tabindex', '0');
  return { picture, cells };
}

/** The words that make two places alike, and which others they are like. @param {Pair} pair @param {Report} report @param {Comparison} comparison @param {LikenessContext} context */
export function pairWords(pair, report, comparison, { document, t, uses, kind, onPair, onWord }) {
  const words = t.charts.likeness;
  const name = (/** @type {string} */ key) => comparison.cities.find((city) => city.key === key)?.name ?? '';
  const [a, b] = pair.keys;
  const items = pair.words.map((word) =>
    html(
      document,
      'li',
      {},
      html(document, 'button', { type: 'button', lang: 'zh', onclick: () => onWord(word, undefined) }, word),
      html(document, 'span', {}, words.uses(name(a), t.number(uses(word, a)), name(b), t.number(uses(word, b)))),
    ),
  );
  const near = (/** @type {string} */ key) => {
    const others = comparison.pairs.filter(({ keys }) => keys.includes(key)).sort((x, y) => y[kind] - x[kind]).slice(0, N_NEAREST);
    const buttons = others.map((other) => {
      const there = other.keys[0] === key ? other.keys[1] : other.keys[0];
      const column = report.columns.find((one) => one.key === there);
      const attributes = { type: 'button', class: `chip ${column ? colourClass(report, column) : 'c0'}`, 'aria-pressed': String(other === pair), lang: 'zh', 'data-pair': other.keys.join(' ') };
      return html(document, 'button', { ...attributes, onclick: () => onPair(other) }, name(there), html(document, 'span', {}, t.number2(other[kind])));
    });
    return html(document, 'div', { class: 'nearest' }, html(document, 'h4', {}, words.nearest(name(key))), html(document, 'div', { class: 'chips' }, ...buttons));
  };
  return html(
    document,
    'div',
    { class: 'pair' },
    html(document, 'h3', { 'aria-live': 'polite' }, words.pair(name(a), name(b))),
    html(document, 'p', { class: 'axis-note' }, words.values(t.number2(pair.jensenShannon), t.number2(pair.cosine))),
    html(document, 'p', { class: 'intro' }, words.alike),
    html(document, 'ul', { class: 'alike' }, ...items),
    ...(comparison.pairs.length > 1 ? [near(a), near(b)] : []),
  );
}

/** @param {Comparison} comparison @param {LikenessContext} context */
function figures({ cities, pairs }, { document, t }) {
  const { columns, caption, table: title } = t.charts.likeness;
  const names = new Map(cities.map(({ key: one, name }) => [one, name]));
  const head = Object.values(columns).map((text) => html(document, 'th', { scope: 'col' }, text));
  const rows = pairs.map(({ keys, jensenShannon, cosine, words }) => {
    const [one, other] = keys.map((own) => names.get(own) ?? '');
    const cells = [other, t.number2(jensenShannon), t.number2(cosine), words.join('、')];
    return html(document, 'tr', {}, html(document, 'th', { scope: 'row', lang: 'zh' }, one), ...cells.map((text) => html(document, 'td', {}, text)));
  });
  const table = html(
    document,
    'table',
    { class: 'chart-table' },
    html(document, 'caption', { class: 'unseen' }, caption),
    html(document, 'thead', {}, html(document, 'tr', {}, ...head)),
    html(document, 'tbody', {}, ...rows),
  );
  return html(
    document,
    'details',
    { class: 'figures' },
    html(document, 'summary', {}, title),
    html(document, 'div', { class: 'scroll-x', role: 'region', tabindex: '0', 'aria-label': caption }, table),
  );
}
