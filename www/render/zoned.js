/**
 * Clouds zoned by theme: for each place the words of the themes, those of one theme in a rectangle of their own under its
 * name. Where they stand is the engine's work; here boxes are measured for it and its answer is drawn.
 */
import { html, svg } from './build.js';
import { GAP, leftOutButton, moveOrOpen } from './clouds.js';
import { colourClass } from './columns.js';
import { lazyFigures } from './figures-table.js';
import { themeName } from './themes.js';
import { viewSection } from './section.js';

/** @typedef {import('../views/strings.js').Context} Context */
/** @typedef {import('./columns.js').Report} Report */
/** @typedef {import('../measure.js').Measure} Measure */
/** @typedef {import('../../src/wasm/types.d.ts').ThemeWords} ThemeWords */
/** @typedef {import('../../src/wasm/types.d.ts').ThemeWord} ThemeWord */
/** @typedef {import('../../src/wasm/types.d.ts').StormRequest} StormRequest */
/** @typedef {import('../../src/wasm/types.d.ts').StormLayout} StormLayout */
/** @typedef {(word: ThemeWord, column: string) => void} OnThemeWord opens the sentences of a word of a theme */
/** @typedef {{ width: number, height: number }} Size */
/**
 * A place's cloud: what it says, and where that is drawn. `uses` are those of each theme, all its words together.
 * @typedef {{ key: string, name: string, words: ThemeWord[], uses: number[], picture: SVGSVGElement, rest: HTMLElement }} ZonedFrame
 */

const SIZES = { minSize: 11, padding: 3 };
const HEADING = 11;
/** From the edge of a zone to its name, and the height of the line in which that stands. */
const [INSET, LINE] = [5, 18];
/** So much room a word wants on average, in px², names included; and how many words are shown at least and at most. */
const ROOM = 3200;
const N_WORDS = { min: 24, max: 70 };
/** With so few words a frame stays as it comes. */
const N_LEAST = 8;
/** In a frame of such a width strips are not what one wants. */
const WIDE = 440;

/** Frames drawn at first; the rest come when asked for. */
export const N_FRAMES = 12;

/**
 * The section with a frame for each place; without words it says that they are being counted.
 * @param {ThemeWords | null} found @param {Report} report @param {boolean} showAll
 * @param {Context & { onShowAll: () => void }} context
 * @returns {{ node: HTMLElement, frames: ZonedFrame[] }}
 */
export function zonedSection(found, report, showAll, { document, t, onShowAll }) {
  const cities = found?.cities ?? [];
  const shown = showAll ? cities : cities.slice(0, N_FRAMES);
  const figures = shown.map((one) => frame(one, found?.themes.length ?? 0, report, { document, t }));
  const { title, intro, counting } = t.zoned;
  const node = viewSection(
    document,
    { name: 'zoned', title, intro, counting: found === null && counting },
    html(document, 'div', { class: 'zoned-grid' }, ...figures.map((one) => one.node)),
    shown.length < cities.length &&
      html(document, 'button', { type: 'button', class: 'more', onclick: onShowAll }, t.showAllPlaces(t.number(cities.length))),
    found !== null && lazyFigures(t.zoned.table, t.zoned.caption, () => zonedTable(found, { document, t }), document),
  );
  return { node, frames: figures.map((one) => one.frame).filter(({ words }) => words.length > 0) };
}

/** Uses of each theme in a place, all its words together. @param {ThemeWord[]} words @param {number} nThemes */
function usesOf(words, nThemes) {
  return Array.from({ length: nThemes }, (_, theme) => words.reduce((sum, word) => sum + (word.theme === theme ? word.n : 0), 0));
}

/** A line for each theme of each place, with all its words. @param {ThemeWords} found @param {Context} context */
function zonedTable({ themes, cities }, { document, t }) {
  const { place, theme, uses, words } = t.zoned.columns;
  const head = [place, theme, uses, words].map((text) => html(document, 'th', { scope: 'col' }, text));
  const rows = cities.flatMap(({ city, words: own }) => {
    const n = usesOf(own, themes.length);
    const order = themes.map((_, at) => at).filter((at) => n[at] > 0).sort((a, b) => n[b] - n[a]);
    return order.map((at) =>
      html(
        document,
        'tr',
        {},
        html(document, 'th', { scope: 'row', lang: 'zh' }, city.name),
        html(document, 'td', {}, themeName(themes[at], t)),
        html(document, 'td', {}, t.number(n[at])),
        html(document, 'td', { lang: 'zh' }, own.filter((word) => word.theme === at).map(({ term, n: ofTerm }) => `${term} ${t.number(ofTerm)}`).join(' · ')),
      ),
    );
  });
  return html(
    document,
    'table',
    { class: 'chart-table' },
    html(document, 'caption', { class: 'unseen' }, t.zoned.caption),
    html(document, 'thead', {}, html(document, 'tr', {}, ...head)),
    html(document, 'tbody', {}, ...rows),
  );
}

/** @param {ThemeWords['cities'][number]} found @param {number} nThemes @param {Report} report @param {Context} context */
function frame({ city, words: found }, nThemes, report, { document, t }) {
  const column = report.columns.find(({ key }) => key === city.key);
  const uses = usesOf(found, nThemes);
  // Of words that are used as often, those of the theme that the place speaks of more come first.
  const words = [...found].sort((a, b) => b.n - a.n || uses[b.theme] - uses[a.theme] || a.theme - b.theme);
  const picture = svg(document, 'svg', { class: 'zoned-picture', role: 'group' });
  const rest = html(document, 'div', { class: 'left-out' });
  const node = html(
    document,
    'article',
    { class: `zoned-place ${column ? colourClass(report, column) : 'c0'}`, 'data-place': city.key },
    html(
      document,
      'header',
      { class: 'zoned-head' },
      html(document, 'h3', { lang: 'zh' }, city.name),
      html(document, 'p', {}, [t.zoned.uses(t.number(city.n)), city.isEnough ? '' : t.themes.little].filter(Boolean).join(' · ')),
    ),
    words.length > 0 ? picture : html(document, 'p', { class: 'empty' }, t.zoned.none),
    rest,
  );
  return { node, frame: { key: city.key, name: city.name, words, uses, picture, rest } };
}

/** How many words a frame has room for. @param {Size} size @param {ThemeWord[]} words */
export function nShown({ width, height }, words) {
  const n = Math.round((width * height) / ROOM);
  return Math.min(words.length, Math.max(N_WORDS.min, Math.min(N_WORDS.max, n)));
}

/**
 * How many words to try next where not all found a place: in a full frame all would be as small as they may be, and
 * most zones half empty.
 * @param {number} n
 */
export const fewer = (n) => Math.max(N_LEAST, Math.floor(n * 0.85));

/**
 * Whether zones are strips over a frame in which they could stand side by side: then most of it is empty.
 * @param {StormLayout} layout @param {Size} size
 */
export function isStrips({ zones }, { width }) {
  if (width < WIDE || zones.length <= 2 * 5) return false;
  return zones.every((length, at) => at % 5 !== 3 || length >= width - 1);
}

/**
 * @param {ZonedFrame} frame @param {ThemeWords} found @param {number} n so many words @param {Size} size
 * @param {Context & { measure: Measure }} context
 * @returns {StormRequest}
 */
export function zonedRequest({ words, uses }, found, n, size, { t, measure }) {
  const shown = words.slice(0, n);
  const boxes = shown.flatMap(({ term }) => {
    const { width, ascent, descent } = measure(term, false);
    return [width + 2 * GAP, ascent + descent];
  });
  // Names are measured bold and so never narrower than drawn: their figure is not bold.
  const headings = found.themes.flatMap((theme, at) => [
    measure(`${themeName(theme, t)} ${t.number(uses[at])}`, true).width * HEADING + 2 * INSET,
    LINE,
  ]);
  return {
    boxes: Float64Array.from(boxes),
    weights: Float64Array.from(shown, ({ n }) => n),
    zones: Float64Array.from(shown, ({ theme }) => theme),
    headings: Float64Array.from(headings),
    nClouds: 1,
    ...size,
    ...SIZES,
    maxSize: Math.min(40, size.width / 8),
  };
}

/**
 * Draws the engine's answer into a frame, and names beneath it what is not shown.
 * @param {ZonedFrame} frame @param {ThemeWords} found @param {Size} size @param {StormLayout} layout
 * @param {Context & { measure: Measure, onThemeWord: OnThemeWord }} context
 */
export function drawZoned(frame, found, size, layout, context) {
  const { picture, words } = frame;
  const { document, t } = context;
  picture.setAttribute('viewBox', `0 0 ${size.width} ${size.height}`);
  /** @type {number[]} */
  const placed = [];
  const nodes = [];
  for (let slot = 0; slot * 5 < layout.slots.length; slot += 1) {
    const index = layout.slots[slot * 5];
    const [x, y, fontSize] = layout.placed.subarray(slot * 3, slot * 3 + 3);
    placed.push(index);
    nodes.push(wordNode(frame, found, words[index], { x, y, fontSize }, context));
  }
  nodes[0]?.setAttribute('tabindex', '0');
  const zones = [];
  const inZones = new Set(placed.map((index) => words[index].theme));
  for (let at = 0; at < layout.zones.length; at += 5) {
    const [theme, x, y, width, height] = layout.zones.subarray(at, at + 5);
    if (inZones.has(theme)) zones.push(zoneNode(frame, found.themes[theme], theme, { x, y, width, height }, context));
  }
  picture.setAttribute('aria-label', t.zoned.label(frame.name, placed.length, inZones.size));
  picture.replaceChildren(...zones, ...nodes);
  const isPlaced = new Set(placed);
  const left = words.filter((_, index) => !isPlaced.has(index));
  const button = (/** @type {ThemeWord} */ word) => leftOutButton(`${word.term} ${t.number(word.n)}`, word.term, frame.key, { ...context, onWord: () => context.onThemeWord(word, frame.key) });
  const rest = html(document, 'details', {}, html(document, 'summary', {}, t.zoned.rest(left.length, t.number(left.length))), ...left.map(button));
  frame.rest.replaceChildren(...(left.length > 0 ? [rest] : []));
}

/**
 * @param {ZonedFrame} frame @param {ThemeWords} found @param {ThemeWord} word @param {{ x: number, y: number, fontSize: number }} place
 * @param {Context & { measure: Measure, onThemeWord: OnThemeWord }} context
 */
function wordNode({ key }, found, word, { x, y, fontSize }, { document, t, measure, onThemeWord }) {
  const open = () => onThemeWord(word, key);
  const attributes = {
    class: 'zoned-word',
    x: (x + GAP * fontSize).toFixed(2),
    y: (y + measure(word.term, false).ascent * fontSize).toFixed(2),
    'font-size': fontSize.toFixed(2),
    role: 'button',
    tabindex: '-1',
    lang: 'zh',
    'aria-label': t.zoned.word(word.term, themeName(found.themes[word.theme], t), word.n, t.number(word.n)),
    onclick: open,
    onkeydown: (/** @type {KeyboardEvent} */ event) => moveOrOpen(event, open),
  };
  return svg(document, 'text', attributes, word.term);
}

/**
 * A zone with its name and how often the place speaks of it; each word says its theme, so that this is for the eyes.
 * @param {ZonedFrame} frame @param {{ key: string, name: string }} theme @param {number} at
 * @param {{ x: number, y: number, width: number, height: number }} zone @param {Context} context
 */
function zoneNode({ uses }, theme, at, { x, y, width, height }, { document, t }) {
  const round = (/** @type {number} */ length) => length.toFixed(2);
  return svg(
    document,
    'g',
    { class: 'zone', 'aria-hidden': 'true', 'data-theme': theme.key },
    svg(document, 'rect', { x: round(x + 0.5), y: round(y + 0.5), width: round(Math.max(0, width - 1)), height: round(Math.max(0, height - 1)) }),
    svg(
      document,
      'text',
      { x: round(x + INSET), y: round(y + LINE - 5), 'font-size': HEADING },
      `${themeName(theme, t)} `,
      svg(document, 'tspan', {}, t.number(uses[at])),
    ),
  );
}
