/**
 * The word clouds: frames of one size, side by side. Which words stand where is the engine's work; here boxes are
 * measured for it and its answer is drawn.
 */
import { html, svg } from './build.js';
import { claimedFirst, DEGREES, degree, leans, silence } from './claims.js';
import { colourClass, columnName, columnWhy, firstColour, nPlaces, placeButton } from './columns.js';
import { stormLegend, stormSwitch } from './storm.js';

/** @typedef {import('./columns.js').Context} Context */
/** @typedef {import('./columns.js').Report} Report */
/** @typedef {import('./columns.js').Column} Column */
/** @typedef {import('../../src/wasm/types.d.ts').CloudLayout} CloudLayout */
/** @typedef {import('../../src/wasm/types.d.ts').CloudRequest} CloudRequest */
/** @typedef {import('../measure.js').Measure} Measure */
/** @typedef {{ column: Column, columns: Column[], colour: string, picture: SVGSVGElement, leftOut: HTMLElement }} Frame */
/** @typedef {(word: string, column: string | undefined) => void} OnWord */

/** Frames drawn at first; the rest come when asked for. */
const N_FRAMES = 12;

/** Free space to the left and right of a word in em: Chinese has no blanks, so a gap is all that parts two words. */
export const GAP = 0.14;

const SIZES = { minSize: 11, maxSize: 52, padding: 2 };

/**
 * @param {Report} report
 * @param {Context & { showAll: boolean, onShowAll: () => void, isTogether: boolean, onTogether: (isTogether: boolean) => void }} context
 * @returns {{ node: HTMLElement, frames: Frame[], rest: HTMLElement }}
 */
export function cloudsSection(report, context) {
  const { document, t } = context;
  const all = claimedFirst(report.columns);
  const shown = context.showAll ? all : all.slice(0, N_FRAMES);
  const figures = shown.map((column) => figure(report, column, context));
  const compared = nPlaces(report) > 1;
  const rest = html(document, 'div', { class: 'rest' });
  const node = html(
    document,
    'section',
    { class: 'clouds', 'data-view': 'clouds', 'aria-labelledby': 'clouds-title' },
    html(document, 'h2', { id: 'clouds-title' }, t.cloudsTitle),
    compared && stormSwitch(context.isTogether, context),
    compared && context.isTogether ? stormLegend(report, context) : legend(report, context),
    html(document, 'div', { class: 'grid' }, ...figures.map((one) => one.node)),
    rest,
    shown.length < report.columns.length &&
      html(
        document,
        'button',
        { type: 'button', class: 'more', onclick: context.onShowAll },
        t.showAllPlaces(t.number(report.columns.length)),
      ),
  );
  return { node, frames: figures.map((one) => one.frame), rest };
}

/** @param {Report} report @param {Context} context */
function legend(report, { document, t }) {
  const item = (/** @type {string} */ kind, /** @type {string} */ name, /** @type {string} */ text) =>
    html(document, 'div', {}, html(document, 'dt', { class: kind }, name), html(document, 'dd', {}, text));
  const compared = nPlaces(report) > 1;
  const silent = silence(report.columns);
  return html(
    document,
    'div',
    { class: 'legend' },
    html(
      document,
      'dl',
      {},
      item('size', t.legendSize, t.legendSizeText),
      compared && item(`${silent === 'all' ? 'own' : 'strong'} ${firstColour(report)}`, t.legendStrong, [t.legendStrongText(t.number2(DEGREES[0])), t.views.legendBold[silent]].join('')),
      compared && item('shared', t.legendShared, t.legendSharedText),
    ),
    !compared && html(document, 'p', {}, t.legendAlone),
    html(document, 'p', {}, t.legendClick),
  );
}

/** @param {Report} report @param {Column} column @param {Context} context */
function figure(report, column, { document, t }) {
  const colour = colourClass(report, column);
  const picture = svg(document, 'svg', { class: 'cloud', role: 'group', 'aria-label': label(column, t) });
  const leftOut = html(document, 'p', { class: 'left-out', hidden: true });
  const why = columnWhy(report, column, t);
  const node = html(
    document,
    'figure',
    { class: colour, 'data-column': column.key, 'data-place': column.key },
    html(
      document,
      'figcaption',
      {},
      html(
        document,
        'h3',
        { lang: column.kind === 'place' ? 'zh' : null },
        placeButton(column.key, columnName(column, t), { document, t }),
        column.parent && html(document, 'span', { class: 'parent' }, column.parent),
      ),
      html(document, 'p', {}, t.columnSize(column.nWords, column.nDocuments, t.number)),
    ),
    why && html(document, 'p', { class: 'why' }, why),
    column.cloud.length > 0 ? picture : html(document, 'p', { class: 'empty' }, t.tooFew),
    leftOut,
  );
  return { node, frame: { column, columns: report.columns, colour, picture, leftOut } };
}

/** @param {Column} column @param {import('../i18n/index.js').Translation} t */
function label(column, t) {
  return t.cloudLabel(columnName(column, t), column.cloud.length);
}

/**
 * @param {Frame} frame
 * @param {{ width: number, height: number }} size
 * @param {Measure} measure
 * @returns {CloudRequest}
 */
export function cloudRequest({ column, columns }, size, measure) {
  const boxes = new Float64Array(column.cloud.length * 3);
  column.cloud.forEach(({ word, n, g2 }, index) => {
    const box = measure(word, degree(g2, columns, column.key) > 0);
    boxes.set([box.width + 2 * GAP, box.ascent + box.descent, n], index * 3);
  });
  // A phone's frame has no room for a poster's type.
  const maxSize = Math.min(SIZES.maxSize, size.width / 6);
  return { boxes, ...size, ...SIZES, maxSize };
}

/**
 * Draws the engine's answer into a frame, in place of what was there.
 * @param {Frame} frame
 * @param {{ width: number, height: number }} size
 * @param {CloudLayout} layout
 * @param {Context & { measure: Measure, onWord: OnWord }} context
 */
export function drawCloud(frame, size, layout, context) {
  const { picture } = frame;
  picture.setAttribute('viewBox', `0 0 ${size.width} ${size.height}`);
  /** @type {SVGTextElement[]} */
  const words = [];
  for (let at = 0; at < layout.placed.length; at += 4) {
    const [index, x, y, fontSize] = layout.placed.subarray(at, at + 4);
    words.push(wordNode(frame, index, { x, y, fontSize }, context));
  }
  // The order of tab and arrow keys is that of importance, not of position.
  words.sort((a, b) => Number(a.dataset.index) - Number(b.dataset.index));
  words[0]?.setAttribute('tabindex', '0');
  picture.replaceChildren(...words);
  listLeftOut(frame, layout, context);
}

/**
 * @param {Frame} frame
 * @param {number} index
 * @param {{ x: number, y: number, fontSize: number }} place
 * @param {Context & { measure: Measure, onWord: OnWord }} context
 */
function wordNode({ column, columns }, index, { x, y, fontSize }, { document, t, measure, onWord }) {
  const { word, n, rate, g2 } = column.cloud[index];
  const strong = degree(g2, columns, column.key) > 0;
  const open = () => onWord(word, column.key);
  const attributes = {
    class: strong ? 'word strong' : leans(g2, columns, column.key) ? 'word own' : 'word',
    x: (x + GAP * fontSize).toFixed(2),
    y: (y + measure(word, strong).ascent * fontSize).toFixed(2),
    'font-size': fontSize.toFixed(2),
    'data-index': index,
    'data-word': word,
    role: 'button',
    tabindex: '-1',
    lang: 'zh',
    'aria-label': t.wordLabel(word, n, t.number(n), t.rate(rate), strong),
    onclick: open,
    onkeydown: (/** @type {KeyboardEvent} */ event) => moveOrOpen(event, open),
  };
  return svg(document, 'text', attributes, word);
}

/** @param {KeyboardEvent} event @param {() => void} open */
export function moveOrOpen(event, open) {
  const here = /** @type {SVGTextElement} */ (event.currentTarget);
  const words = /** @type {SVGTextElement[]} */ ([...(here.parentElement?.querySelectorAll('[role="button"]') ?? [])]);
  const at = words.indexOf(here);
  /** @type {Record<string, number>} */
  const to = { ArrowRight: at + 1, ArrowDown: at + 1, ArrowLeft: at - 1, ArrowUp: at - 1, Home: 0, End: words.length - 1 };
  if (event.key === 'Enter' || event.key === ' ') open();
  else if (event.key in to) focusOn(words, words[(to[event.key] + words.length) % words.length]);
  else return;
  event.preventDefault();
}

/** @param {SVGTextElement[]} words @param {SVGTextElement} target */
function focusOn(words, target) {
  for (const word of words) word.setAttribute('tabindex', word === target ? '0' : '-1');
  target.focus();
}

/**
 * @param {Frame} frame
 * @param {CloudLayout} layout
 * @param {Context & { onWord: OnWord }} context
 */
function listLeftOut({ column, leftOut }, layout, context) {
  const { t } = context;
  leftOut.hidden = layout.unplaced.length === 0;
  const words = [...layout.unplaced].map((index) => {
    const { word, n } = column.cloud[index];
    return leftOutButton(`${word} ${t.number(n)}`, word, column.key, context);
  });
  leftOut.replaceChildren(t.unplaced, ...words);
}

/** @param {string} text @param {string} word @param {string | undefined} column @param {Context & { onWord: OnWord }} context */
export function leftOutButton(text, word, column, { document, onWord }) {
  return html(document, 'button', { type: 'button', lang: 'zh', 'data-word': word, onclick: () => onWord(word, column) }, text);
}
