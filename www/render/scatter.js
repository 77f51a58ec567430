/**
 * A scatter of one place against the others: one point a word, on scales of ratios, with the diagonal on which both say it as
 * often. Words are named as far as there is room; every point can be reached, and all of them stand in the table.
 */
import { html, svg } from './build.js';
import { chance, isClaimed } from './claims.js';
import { colourClass } from './columns.js';
import { placeLabels } from './labels.js';
import { axis, points, reference, spread } from './scatter-points.js';
import { viewSection } from './section.js';

/** @typedef {import('../views/strings.js').Context} Context */
/** @typedef {import('./columns.js').Report} Report */
/** @typedef {import('../../src/wasm/types.d.ts').Comparison} Comparison */
/** @typedef {import('./scatter-points.js').Point} Point */
/** @typedef {import('./scatter-points.js').Usage} Usage */
/** @typedef {Point & { x: number, y: number, node: SVGGElement }} Drawn */
/** @typedef {Context & { key: string, width: number, measure: import('../measure.js').Measure, word: string | null, onPlace: (key: string) => void, onWord: (word: string, column: string | undefined) => void }} ScatterContext */

/** With more places than this they are chosen from a list. */
const MANY = 8;
/** Room in px for the marks of the scales, and for words that one side never says. */
const MARGIN = { left: 34, bottom: 40, top: 22, right: 10 };
const LANE = 30;
/** Sizes in px of names. */
const STRONG = 14;
const WEAK = 11.5;
/** So much of the picture's area, in px², for each name that may stand in it. */
const AREA = 3600;

/** @param {boolean} isCounting @param {Context} context @param {(Node | null | false)[]} parts */
export function scatterSection(isCounting, { document, t }, ...parts) {
  const { title, intro, counting } = t.charts.scatter;
  return viewSection(document, { name: 'scatter', kind: 'chart', title, intro, counting: isCounting && counting }, ...parts);
}

/**
 * @param {Usage} usage @param {Report} report @param {Comparison} comparison @param {ScatterContext} context
 * @returns {{ parts: HTMLElement[], drawn: Drawn[] }}
 */
export function scatter(usage, report, comparison, context) {
  const { document, t, key } = context;
  const all = points(usage, report, comparison, key);
  const city = comparison.cities.find((one) => one.key === key);
  const column = report.columns.find((one) => one.key === key);
  const isSure = isClaimed(comparison.cities, key);
  const { picture, drawn, nUnnamed } = plot(all, report, comparison, isSure, context);
  const name = city?.name ?? '';
  const words = t.charts.scatter;
  const little = !isSure && words.tooLittle(name, t.number(comparison.minWords), t.number(comparison.minBlocks));
  const readout = html(document, 'p', { class: 'readout hint', 'aria-hidden': 'true' }, words.hint);
  const parts = [
    chooser(report, comparison, context),
    html(
      document,
      'div',
      { class: `chart-body ${column ? colourClass(report, column) : 'c0'}` },
      legend(isSure, context),
      little && html(document, 'p', { class: 'intro too-little' }, little),
      readout,
      picture,
      html(document, 'p', { class: 'axis-note', 'aria-hidden': 'true' }, nUnnamed > 0 && words.unlabelled(nUnnamed, t.number(nUnnamed))),
      figures(all, name, context),
    ),
  ];
  return { parts, drawn };
}

/** The place whose words are shown. @param {Report} report @param {Comparison} comparison @param {ScatterContext} context */
function chooser(report, { cities }, { document, t, key, onPlace }) {
  const { place } = t.charts.scatter;
  if (cities.length > MANY) {
    const options = cities.map((city) => html(document, 'option', { value: city.key, selected: city.key === key }, city.name));
    const select = html(document, 'select', { name: 'scatter-place', onchange: () => onPlace(select.value) }, ...options);
    return html(document, 'label', { class: 'chart-place' }, html(document, 'span', {}, place), select);
  }
  const chips = cities.map((city) => {
    const column = report.columns.find((one) => one.key === city.key);
    const attributes = { type: 'button', class: `chip ${column ? colourClass(report, column) : 'c0'}`, 'aria-pressed': String(city.key === key), 'data-place': city.key, lang: 'zh' };
    return html(document, 'button', { ...attributes, onclick: () => onPlace(city.key) }, city.name);
  });
  return html(document, 'div', { class: 'chips', role: 'group', 'aria-label': place }, ...chips);
}

/** @param {boolean} isSure @param {Context} context */
function legend(isSure, { document, t }) {
  const { keyDistinctive, keyMissing, keyOther, keyHollow } = t.charts.scatter;
  const kinds = isSure ? [['distinctive', keyDistinctive], ['missing', keyMissing], ['other', keyOther]] : [['hollow', keyHollow]];
  const items = kinds.map(([kind, text]) =>
    html(
      document,
      'li',
      {},
      svg(document, 'svg', { class: 'key-mark', viewBox: '0 0 12 12', 'aria-hidden': 'true' }, svg(document, 'circle', { class: `spot ${kind}`, cx: 6, cy: 6, r: 4 })),
      text,
    ),
  );
  return html(document, 'ul', { class: 'chart-key' }, ...items);
}

/**
 * @param {Point[]} all @param {Report} report @param {Comparison} comparison @param {boolean} isSure @param {ScatterContext} context
 */
function plot(all, report, comparison, isSure, context) {
  const { document, t, key, width } = context;
  const words = t.charts.scatter;
  const name = comparison.cities.find((one) => one.key === key)?.name ?? '';
  const height = Math.round(Math.min(Math.max(width * 0.72, 340), 620));
  const scales = scalesOf(all, width, height);
  const places = spread(all.map(({ rate, others }) => ({ x: scales.x(others), y: scales.y(rate) })));
  const dots = places.map((place, at) => ({ ...place, r: all[at].finding === '' ? 2.6 : 4 }));
  const sides = [
    { text: words.more(name), left: scales.left + 8, top: MARGIN.top + 3, isEnd: false },
    { text: words.less, left: width - MARGIN.right - 4, top: MARGIN.top + (scales.foot - MARGIN.top) * 0.62, isEnd: true },
  ];
  const closed = [...diagonalBox(scales, context.measure(words.same, false).width * 12), ...sides.map(({ text, left, top, isEnd }) => {
    const wide = context.measure(text, false).width * 12;
    return { left: isEnd ? left - wide : left, top, width: wide, height: 14 };
  })];
  const named = names(all, dots, closed, width, height, context);
  const drawn = all.map((point, at) => ({ ...point, ...places[at], node: spot(point, dots[at], isSure, name, at, context) }));
  const nOthers = reference(comparison, key).length;
  const picture = svg(
    document,
    'svg',
    { class: 'scatter-plot', viewBox: `0 0 ${width} ${height}`, role: 'group', 'aria-label': words.picture(name) },
    ...frame(scales, width, height, sides, context),
    svg(document, 'text', { class: 'axis-title', x: MARGIN.left, y: 12 }, words.up(name)),
    svg(document, 'text', { class: 'axis-title end', x: width - MARGIN.right, y: height - 4 }, words.right(nOthers, t.number(nOthers))),
    svg(document, 'g', {}, ...[...drawn].reverse().map(({ node }) => node)),
    svg(document, 'g', { class: 'names', 'aria-hidden': 'true', lang: 'zh' }, ...named.nodes),
  );
  return { picture, drawn, nUnnamed: named.nUnnamed };
}

/** @param {Point[]} all @param {number} width @param {number} height */
function scalesOf(all, width, height) {
  const high = Math.max(10, ...all.flatMap(({ rate, others }) => [rate, others]));
  const across = axis(all.map(({ others }) => others), high);
  const up = axis(all.map(({ rate }) => rate), high);
  const left = MARGIN.left + LANE;
  const foot = height - MARGIN.bottom - LANE;
  const share = (/** @type {import('./scatter-points.js').Axis} */ { low }, /** @type {number} */ rate) => Math.log(rate / low) / Math.log(high / low);
  return {
    across,
    up,
    high,
    left,
    foot,
    x: (/** @type {number} */ rate) => (rate > 0 ? left + 8 + share(across, rate) * (width - MARGIN.right - left - 24) : MARGIN.left + LANE / 2),
    y: (/** @type {number} */ rate) => (rate > 0 ? foot - 8 - share(up, rate) * (foot - MARGIN.top - 20) : height - MARGIN.bottom - LANE / 2),
  };
}

/** Both ends of the diagonal, and how steep it is in degrees. @param {ReturnType<typeof scalesOf>} scales */
function diagonal({ x, y, across, up, high }) {
  const low = Math.max(across.low, up.low);
  const [x1, y1, x2, y2] = [x(low), y(low), x(high), y(high)];
  return { x1, y1, x2, y2, degrees: (Math.atan2(y2 - y1, x2 - x1) * 180) / Math.PI };
}

/** Where the diagonal's own name stands, in squares along it. @param {ReturnType<typeof scalesOf>} scales @param {number} wide */
function diagonalBox(scales, wide) {
  const { x2, y2, degrees } = diagonal(scales);
  const [right, down] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  return Array.from({ length: Math.ceil(wide / 12) + 1 }, (_, at) => ({ left: x2 - (8 + at * 12) * right - 9, top: y2 - (8 + at * 12) * down - 16, width: 16, height: 16 }));
}

/** Marks, the lanes of zero, and the diagonal. @param {ReturnType<typeof scalesOf>} scales @param {number} width @param {number} height @param {{ text: string, left: number, top: number, isEnd: boolean }[]} sides @param {ScatterContext} context */
function frame(scales, width, height, sides, { document, t }) {
  const { x, y, across, up, foot } = scales;
  const words = t.charts.scatter;
  const bottom = height - MARGIN.bottom;
  const right = width - MARGIN.right;
  const line = (/** @type {string} */ kind, /** @type {number} */ x1, /** @type {number} */ y1, /** @type {number} */ x2, /** @type {number} */ y2) =>
    svg(document, 'line', { class: kind, x1: x1.toFixed(1), y1: y1.toFixed(1), x2: x2.toFixed(1), y2: y2.toFixed(1) });
  const mark = (/** @type {string} */ kind, /** @type {number} */ atX, /** @type {number} */ atY, /** @type {string} */ text) =>
    svg(document, 'text', { class: kind, x: atX.toFixed(1), y: atY.toFixed(1) }, text);
  // Round marks only where every one would crowd: there is room for one in 34 px.
  const thinned = (/** @type {number[]} */ marks, /** @type {(rate: number) => number} */ place) => {
    const isRoomy = marks.length < 2 || Math.abs(place(marks[1]) - place(marks[0])) > 16;
    return isRoomy ? marks : marks.filter((one) => /^0?\.?0*1/.test(String(one)));
  };
  const ends = diagonal(scales);
  const same = `translate(${ends.x2.toFixed(1)} ${ends.y2.toFixed(1)}) rotate(${ends.degrees.toFixed(1)}) translate(-8 -4)`;
  return [
    svg(document, 'rect', { class: 'lane', x: MARGIN.left, y: MARGIN.top, width: LANE, height: bottom - MARGIN.top }),
    svg(document, 'rect', { class: 'lane', x: MARGIN.left, y: foot, width: right - MARGIN.left, height: LANE }),
    ...thinned(across.marks, x).flatMap((rate) => [line('grid-line', x(rate), MARGIN.top, x(rate), bottom), mark('tick', x(rate), bottom + 14, t.number2(rate))]),
    ...thinned(up.marks, y).flatMap((rate) => [line('grid-line', MARGIN.left, y(rate), right, y(rate)), mark('tick up', MARGIN.left - 5, y(rate) + 4, t.number2(rate))]),
    mark('tick', MARGIN.left + LANE / 2, bottom + 14, words.none),
    mark('tick up', MARGIN.left - 5, bottom - LANE / 2 + 4, words.none),
    line('diagonal', ends.x1, ends.y1, ends.x2, ends.y2),
    svg(document, 'text', { class: 'side end', transform: same }, words.same),
    ...sides.map(({ text, left: atX, top, isEnd }) => mark(isEnd ? 'side end' : 'side', atX, top + 11, text)),
  ];
}

/** @param {Point} point @param {{ x: number, y: number, r: number }} dot @param {boolean} isSure @param {string} name @param {number} at @param {ScatterContext} context */
function spot(point, { x, y, r }, isSure, name, at, context) {
  const { document, word } = context;
  const kind = isSure ? point.finding || 'other' : 'hollow';
  const label = said(point, isSure, name, context);
  const circle = svg(document, 'circle', { class: `spot ${kind}`, cx: x.toFixed(1), cy: y.toFixed(1), r });
  const attributes = { class: point.word === word ? 'point looked' : 'point', role: 'button', tabindex: at === 0 ? '0' : '-1', 'aria-label': label, 'data-at': at };
  return svg(document, 'g', attributes, circle);
}

/** None is not a little. @param {number} rate @param {import('../i18n/index.js').Translation} t */
function rateText(rate, t) {
  return rate === 0 ? t.number(0) : t.rate(rate);
}

/** A point in words. @param {Point} point @param {boolean} isSure @param {string} name @param {Context} context */
export function said(point, isSure, name, { t }) {
  const words = t.charts.scatter;
  const ratio = point.rate > 0 && point.others > 0 ? words.times(t.rate(point.rate / point.others)) : '';
  const figures = words.point(point.word, name, rateText(point.rate, t), t.number(point.n), rateText(point.others, t));
  return [figures, ratio, isSure ? words.finding[point.finding] : ''].filter(Boolean).join(' · ');
}

/**
 * @param {Point[]} all @param {import('./labels.js').Dot[]} dots @param {{ left: number, top: number, width: number, height: number }[]} closed
 * @param {number} width @param {number} height @param {ScatterContext} context
 */
function names(all, dots, closed, width, height, { document, measure }) {
  const most = Math.round((width * height) / AREA);
  const wanted = all.slice(0, most).map(({ word, finding }, dot) => {
    const isStrong = finding !== '';
    const size = isStrong ? STRONG : WEAK;
    return { dot, width: measure(word, isStrong).width * size + 2, height: size * 1.15, nCovered: isStrong ? 2 : 0, isFar: isStrong };
  });
  const area = { left: MARGIN.left + 1, top: MARGIN.top, right: width, bottom: height - MARGIN.bottom };
  const labels = placeLabels(wanted, dots, area, closed);
  const nodes = labels.flatMap((label, at) => {
    if (!label) return [];
    const attributes = { class: `name ${all[at].finding || 'other'}`, x: (label.left + 1).toFixed(1), y: (label.top + wanted[at].height * 0.83).toFixed(1), 'data-word': all[at].word };
    return [svg(document, 'text', attributes, all[at].word)];
  });
  const leaders = labels.flatMap((label, at) => {
    if (!label?.isFar) return [];
    const { x, y } = dots[at];
    const toX = Math.min(Math.max(x, label.left), label.left + wanted[at].width);
    const toY = Math.min(Math.max(y, label.top), label.top + wanted[at].height);
    return [svg(document, 'line', { class: 'leader', x1: x.toFixed(1), y1: y.toFixed(1), x2: toX.toFixed(1), y2: toY.toFixed(1) })];
  });
  // Names are written over the lines.
  return { nodes: [...leaders, ...nodes], nUnnamed: all.length - labels.filter(Boolean).length };
}

/** @param {Point[]} all @param {string} name @param {ScatterContext} context */
function figures(all, name, { document, t, key, onWord }) {
  const { columns, caption, table: title, finding } = t.charts.scatter;
  const head = Object.values(columns).map((text) => html(document, 'th', { scope: 'col' }, text));
  const rows = all.map((point) => {
    const ratio = point.rate > 0 && point.others > 0 ? t.number2(point.rate / point.others) : '–';
    const judged = point.q === null ? '' : `${finding[point.finding]}${t.exported.bracket(chance(point.q, t))}`;
    const cells = [t.number(point.n), rateText(point.rate, t), rateText(point.others, t), ratio, judged];
    const button = html(document, 'button', { type: 'button', 'data-word': point.word }, point.word);
    return html(document, 'tr', {}, html(document, 'th', { scope: 'row', lang: 'zh' }, button), ...cells.map((text) => html(document, 'td', {}, text)));
  });
  const table = html(
    document,
    'table',
    { class: 'chart-table', onclick: ({ target }) => target.dataset.word && onWord(target.dataset.word, key) },
    html(document, 'caption', { class: 'unseen' }, caption(name, t.number(all.length))),
    html(document, 'thead', {}, html(document, 'tr', {}, ...head)),
    html(document, 'tbody', {}, ...rows),
  );
  return html(
    document,
    'details',
    { class: 'figures' },
    html(document, 'summary', {}, title),
    html(document, 'div', { class: 'scroll-x', role: 'region', tabindex: '0', 'aria-label': caption(name, t.number(all.length)) }, table),
  );
}
