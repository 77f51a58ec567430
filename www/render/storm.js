/**
 * Coordinated clouds: a word has the same place, colour and weight in the cloud of every place; its size says its rate
 * there, and where a place does not say it, its slot stays empty but outlined.
 */
import { html, svg } from './build.js';
import { DEGREES, degree, leans, silence } from './claims.js';
import { colourClass, firstColour, isManyColoured, nPlaces } from './columns.js';
import { GAP, leftOutButton, moveOrOpen } from './clouds.js';

/** @typedef {import('./columns.js').Context} Context */
/** @typedef {import('./columns.js').Report} Report */
/** @typedef {import('./columns.js').Column} Column */
/** @typedef {import('./clouds.js').Frame} Frame */
/** @typedef {import('./clouds.js').OnWord} OnWord */
/** @typedef {import('../measure.js').Measure} Measure */
/** @typedef {import('../../src/wasm/types.d.ts').StormRequest} StormRequest */
/** @typedef {import('../../src/wasm/types.d.ts').StormLayout} StormLayout */
/** A word and the place that says it markedly more than the others, if there is one. `isSure`: it may be said. @typedef {{ word: string, home: Column | null, isSure: boolean }} StormWord */
/**
 * What all clouds share: the words, the most important first, and how often each column uses each of them.
 * @typedef {{ words: StormWord[], uses: Uint32Array, nColumns: number }} Storm
 */

const SIZES = { minSize: 11, padding: 2 };
/** Letters in a ghost: there to be recognised, not to be noticed. */
const GHOST = 11;
/** So much room a word wants on average, in px², and how many words are shown at least and at most. */
const ROOM = 1900;
const N_WORDS = { min: 24, max: 54 };

/**
 * All words of the places' clouds: the first of each place before the second of any.
 * @param {Report} report
 * @returns {StormWord[]}
 */
export function stormWords(report) {
  const places = report.columns.filter(({ kind }) => kind === 'place');
  /** @type {Map<string, StormWord & { g2: number }>} */
  const words = new Map();
  const longest = Math.max(0, ...places.map(({ cloud }) => cloud.length));
  for (let rank = 0; rank < longest; rank += 1) {
    for (const column of places) {
      const entry = column.cloud[rank];
      if (!entry) continue;
      const known = words.get(entry.word) ?? { word: entry.word, home: null, isSure: false, g2: 0 };
      words.set(entry.word, known);
      const isSure = degree(entry.g2, report.columns, column.key) > 0;
      if (leans(entry.g2, report.columns, column.key) && Number(entry.g2) > known.g2) Object.assign(known, { home: column, isSure, g2: entry.g2 });
    }
  }
  return [...words.values()];
}

/** How many words the clouds have room for. @param {{ width: number, height: number }} size @param {Storm} storm */
export function nShown({ width, height }, { words }) {
  const n = Math.round((width * height) / ROOM);
  return Math.min(words.length, Math.max(N_WORDS.min, Math.min(N_WORDS.max, n)));
}

/** @param {Report} report @param {Storm} storm @param {number} word @param {Column} column */
function usesIn(report, storm, word, column) {
  const n = storm.uses[word * storm.nColumns + report.columns.indexOf(column)];
  return { n, rate: column.nWords > 0 ? (n / column.nWords) * 10_000 : 0 };
}

/**
 * @param {Report} report
 * @param {Storm} storm
 * @param {Frame[]} frames
 * @param {{ width: number, height: number }} size
 * @param {Measure} measure
 * @returns {StormRequest}
 */
export function stormRequest(report, storm, frames, size, measure) {
  const n = nShown(size, storm);
  const boxes = new Float64Array(n * 2);
  const weights = new Float64Array(n * frames.length);
  storm.words.slice(0, n).forEach(({ word, isSure }, index) => {
    const box = measure(word, isSure);
    boxes.set([box.width + 2 * GAP, box.ascent + box.descent], index * 2);
    frames.forEach(({ column }, at) => {
      weights[index * frames.length + at] = usesIn(report, storm, index, column).rate;
    });
  });
  return { boxes, weights, nClouds: frames.length, ...size, ...SIZES, maxSize: Math.min(46, size.width / 6) };
}

/**
 * Draws the engine's answer into the frames of all places.
 * @param {Report} report
 * @param {Storm} storm
 * @param {Frame[]} frames
 * @param {{ width: number, height: number }} size
 * @param {StormLayout} layout
 * @param {Context & { measure: Measure, onWord: OnWord }} context
 */
export function drawStorm(report, storm, frames, size, layout, context) {
  frames.forEach((frame, at) => {
    frame.picture.setAttribute('viewBox', `0 0 ${size.width} ${size.height}`);
    frame.leftOut.hidden = true;
    /** @type {SVGElement[]} */
    const ghosts = [];
    /** @type {{ node: SVGTextElement, rank: number }[]} */
    const words = [];
    /** @type {SVGElement[]} */
    const lines = [];
    const ranks = new Map(frame.column.cloud.map(({ word }, rank) => [word, rank]));
    for (let slot = 0; slot * 5 < layout.slots.length; slot += 1) {
      const [index, x, y, width, height] = layout.slots.subarray(slot * 5, slot * 5 + 5);
      const [left, top, fontSize] = layout.placed.subarray((slot * frames.length + at) * 3, (slot * frames.length + at) * 3 + 3);
      if (fontSize === 0) ghosts.push(ghost(storm.words[index], { x, y, width, height }, context));
      else {
        const uses = usesIn(report, storm, index, frame.column);
        const node = wordNode(report, frame.column, storm.words[index], uses, { x: left, y: top, fontSize }, context);
        if (storm.words[index].home === frame.column) lines.push(homeLine(frame.colour, storm.words[index], { x: left, y: top, fontSize }, context));
        // What is not in the place's own cloud is used less than all that is.
        words.push({ node, rank: ranks.get(storm.words[index].word) ?? ranks.size });
      }
    }
    // The order of tab and arrow keys is that of importance here, not of position.
    words.sort((a, b) => a.rank - b.rank);
    words[0]?.node.setAttribute('tabindex', '0');
    frame.picture.setAttribute('aria-label', context.t.views.stormLabel(frame.column.name, words.length, ghosts.length));
    frame.picture.replaceChildren(...ghosts, ...lines, ...words.map(({ node }) => node));
  });
}

/**
 * @param {Report} report @param {Column} column @param {StormWord} storm @param {{ n: number, rate: number }} uses
 * @param {{ x: number, y: number, fontSize: number }} place
 * @param {Context & { measure: Measure, onWord: OnWord }} context
 */
function wordNode(report, column, { word, home, isSure }, { n, rate }, { x, y, fontSize }, { document, t, measure, onWord }) {
  const open = () => onWord(word, column.key);
  const attributes = {
    class: home ? `word ${isSure ? 'strong' : 'own'} ${colourClass(report, home)}` : 'word',
    x: (x + GAP * fontSize).toFixed(2),
    y: (y + measure(word, isSure).ascent * fontSize).toFixed(2),
    'font-size': fontSize.toFixed(2),
    'data-word': word,
    role: 'button',
    tabindex: '-1',
    lang: 'zh',
    'aria-label': t.wordLabel(word, n, t.number(n), t.rate(rate), isSure && home === column),
    onclick: open,
    onkeydown: (/** @type {KeyboardEvent} */ event) => moveOrOpen(event, open),
  };
  return svg(document, 'text', attributes, word);
}

/**
 * Under a word in the cloud of the place whose colour it has, so that this is seen without colours too.
 * @param {string} colour @param {StormWord} word @param {{ x: number, y: number, fontSize: number }} place @param {Context & { measure: Measure }} context
 */
function homeLine(colour, { word, isSure }, { x, y, fontSize }, { document, measure }) {
  const { width, ascent, descent } = measure(word, isSure);
  const [left, line] = [x + GAP * fontSize, y + (ascent + descent * 0.8) * fontSize];
  return svg(document, 'line', { class: `home ${colour}`, x1: left.toFixed(2), x2: (left + width * fontSize).toFixed(2), y1: line.toFixed(2), y2: line.toFixed(2) });
}

/**
 * @param {StormWord} word
 * @param {{ x: number, y: number, width: number, height: number }} slot
 * @param {Context & { measure: Measure }} context
 */
function ghost({ word, home }, { x, y, width, height }, { document, measure }) {
  const { ascent, descent } = measure(word, false);
  const [middle, centre] = [x + width / 2, y + height / 2];
  // A bold word of the smallest size is as wide as its slot allows; the ghost is never bold, and so never wider.
  const size = Math.min(GHOST, height / (ascent + descent));
  return svg(
    document,
    'g',
    { class: 'ghost', 'aria-hidden': 'true', 'data-home': home?.key, 'data-word': word },
    svg(document, 'rect', { x: (x + 0.5).toFixed(2), y: (y + 0.5).toFixed(2), width: (width - 1).toFixed(2), height: (height - 1).toFixed(2), rx: 3 }),
    svg(
      document,
      'text',
      { x: middle.toFixed(2), y: (centre + ((ascent - descent) / 2) * size).toFixed(2), 'font-size': size.toFixed(2), lang: 'zh' },
      word,
    ),
  );
}

/**
 * The switch between clouds that share their places and clouds that stand each for itself.
 * @param {boolean} isTogether
 * @param {Context & { onTogether: (isTogether: boolean) => void }} context
 */
export function stormSwitch(isTogether, { document, t, onTogether }) {
  const radio = (/** @type {boolean} */ value, /** @type {string} */ text) =>
    html(
      document,
      'label',
      {},
      html(document, 'input', {
        type: 'radio',
        name: 'clouds',
        value: value ? 'together' : 'apart',
        checked: value === isTogether,
        onchange: () => onTogether(value),
      }),
      html(document, 'span', {}, text),
    );
  return html(
    document,
    'fieldset',
    { class: 'arrangement' },
    html(document, 'legend', { class: 'unseen' }, t.views.arrangement),
    html(document, 'div', { class: 'segments two' }, radio(true, t.views.together), radio(false, t.views.apart)),
  );
}

/** How to read the clouds. @param {Report} report @param {Context} context */
export function stormLegend(report, { document, t }) {
  const item = (/** @type {string} */ kind, /** @type {string} */ name, /** @type {string} */ text) =>
    html(document, 'div', {}, html(document, 'dt', { class: kind }, name), html(document, 'dd', {}, text));
  const { views } = t;
  const isMany = isManyColoured(report);
  return html(
    document,
    'div',
    { class: 'legend' },
    html(document, 'p', {}, views.stormIntro),
    html(
      document,
      'dl',
      {},
      item('size', t.legendSize, views.legendSize),
      item(
        `${silence(report.columns) === 'all' ? 'own' : 'strong'} ${firstColour(report)}`,
        views.legendColour,
        [views.legendColourText(t.number2(DEGREES[0])), views.legendBold[silence(report.columns)], isMany ? views.legendSomeColour : ''].join(''),
      ),
      item('empty-slot', views.legendGhost, views.legendGhostText),
      item('shared', t.legendShared, views.legendGreyText),
    ),
    nPlaces(report) < report.columns.length && html(document, 'p', {}, views.apartAlone),
    html(document, 'p', {}, t.legendClick),
  );
}

/**
 * Names what the clouds do not show: what found no room, and what there was no room to try.
 * @param {HTMLElement} node @param {Storm} storm @param {number} n @param {StormLayout} layout
 * @param {Context & { onWord: OnWord }} context
 */
export function nameLeftOut(node, storm, n, layout, context) {
  const { document, t } = context;
  const button = ({ word = '' }) => leftOutButton(word, word, undefined, context);
  const unplaced = [...layout.unplaced].map((index) => button(storm.words[index]));
  const rest = storm.words.slice(n).map(button);
  node.replaceChildren(
    ...(unplaced.length > 0 ? [html(document, 'p', { class: 'left-out' }, t.unplaced, ...unplaced)] : []),
    ...(rest.length > 0
      ? [
          html(
            document,
            'details',
            { class: 'left-out' },
            html(document, 'summary', {}, t.views.rest(t.number(n - unplaced.length), t.number(rest.length))),
            ...rest,
          ),
        ]
      : []),
  );
}
