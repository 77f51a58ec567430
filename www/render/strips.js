/** Where a word stands: a strip for each place, from its first passage to its last, a stroke for each use. */
import { html, svg } from './build.js';
import { colourClass } from './columns.js';
import { viewSection } from './section.js';

/** @typedef {import('../views/strings.js').Context} Context */
/** @typedef {import('./columns.js').Report} Report */
/** @typedef {import('../../src/wasm/types.d.ts').Dispersion} Dispersion */
/** @typedef {import('../../src/wasm/types.d.ts').DispersionStrip} DispersionStrip */
/** @typedef {{ strip: DispersionStrip, top: number, left: number, width: number, cursor: SVGGElement }} Drawn a strip with uses */
/** @typedef {Context & { width: number, onWord: (word: string) => void, onSentences: (word: string, column: string | undefined) => void }} StripsContext */

/** With less room than this the figures stand above their strip. */
const NARROW = 560;
/** Heights in px. */
const STRIP = 16;
const GAP = 10;
const LINE = 18;
/** Words that are offered. */
const N_OFFERED = 12;
const N_FIFTHS = 5;

/** @param {boolean} isCounting @param {Context} context @param {(Node | null | false)[]} parts */
export function stripsSection(isCounting, { document, t }, ...parts) {
  const { title, intro, counting } = t.charts.strips;
  return viewSection(document, { name: 'strips', kind: 'chart', title, intro, counting: isCounting && counting }, ...parts);
}

/** Words that are worth a look: those that tell the places apart, else the most frequent. @param {Report} report */
export function offered(report) {
  const words = report.rows.length > 0 ? report.rows : (report.columns.find(({ kind }) => kind === 'place')?.cloud ?? []);
  return words.slice(0, N_OFFERED).map(({ word }) => word);
}

/**
 * @param {Dispersion} found @param {Report} report @param {StripsContext} context
 * @returns {{ parts: (Node | null)[], drawn: Drawn[] }}
 */
export function strips(found, report, context) {
  const { document, t } = context;
  const words = t.charts.strips;
  if (found.n === 0) return { parts: [chooser(found, report, context), html(document, 'p', { class: 'intro nothing' }, words.none(found.word))], drawn: [] };
  const { picture, drawn } = plot(found, report, context);
  const isAnyLittle = found.cities.some(({ isEnough }) => !isEnough);
  const parts = [
    chooser(found, report, context),
    html(document, 'p', { class: 'readout strip-readout hint', role: 'status' }, words.hint),
    picture,
    html(document, 'p', { class: 'axis-note' }, [words.dp, isAnyLittle && words.little].filter(Boolean).join(t.sentenceGap)),
    figures(found, context),
  ];
  return { parts, drawn };
}

/** @param {Dispersion} found @param {Report} report @param {StripsContext} context */
function chooser({ word }, report, { document, t, onWord }) {
  const { words, other, show } = t.charts.strips;
  const list = offered(report);
  const shown = list.includes(word) ? list : [word, ...list];
  const chips = shown.map((one) => html(document, 'button', { type: 'button', class: 'chip', 'aria-pressed': String(one === word), 'data-word': one, lang: 'zh', onclick: () => onWord(one) }, one));
  const input = html(document, 'input', { type: 'text', name: 'strip-word', lang: 'zh', autocomplete: 'off', size: 12 });
  const submit = (/** @type {Event} */ event) => {
    event.preventDefault();
    if (input.value.trim() !== '') onWord(input.value.trim());
  };
  return html(
    document,
    'div',
    { class: 'strip-words' },
    html(document, 'div', { class: 'chips', role: 'group', 'aria-label': words }, ...chips),
    html(document, 'form', { onsubmit: submit }, html(document, 'label', {}, html(document, 'span', {}, other), input), html(document, 'button', { type: 'submit' }, show)),
  );
}

/** @param {Dispersion} found @param {Report} report @param {StripsContext} context */
function plot({ word, cities }, report, context) {
  const { document, t, width } = context;
  const words = t.charts.strips;
  const isNarrow = width < NARROW;
  const longest = Math.max(...cities.map(({ name }) => name.length));
  const left = isNarrow ? 1 : Math.min(longest, 9) * 14 + 14;
  const right = isNarrow ? 1 : 128;
  const pitch = isNarrow ? LINE + STRIP + GAP : STRIP + GAP;
  /** @type {Drawn[]} */
  const drawn = [];
  const rows = cities.map((strip, row) => {
    const column = report.columns.find(({ key }) => key === strip.key);
    const top = row * pitch + (isNarrow ? LINE : GAP / 2);
    const long = width - left - right;
    const baseline = isNarrow ? top - 5 : top + STRIP - 3.5;
    const cursor = strip.uses.length > 0 ? cursorOf(word, strip, drawn.length, context) : null;
    if (cursor) drawn.push({ strip, top, left, width: long, cursor });
    const name = svg(document, 'text', { class: isNarrow ? 'strip-name' : 'strip-name end', x: isNarrow ? left : left - 10, y: baseline, lang: 'zh' }, strip.name.length > 9 ? `${strip.name.slice(0, 8)}…` : strip.name);
    const figure = svg(document, 'text', { class: isNarrow ? 'strip-figure end' : 'strip-figure', x: isNarrow ? width - 1 : width - right + 10, y: baseline }, figureText(strip, t));
    return svg(
      document,
      'g',
      { class: `strip ${column ? colourClass(report, column) : 'c0'}${strip.isEnough ? '' : ' hollow'}` },
      name,
      svg(document, 'rect', { class: 'strip-box', x: left, y: top, width: long, height: STRIP }),
      svg(document, 'path', { class: 'strip-gaps', d: gaps(strip, left, long, top) }),
      svg(document, 'path', { class: 'strip-uses', d: strip.uses.map((_, at) => `M${xOf(strip, at, left, long).toFixed(1)} ${top}v${STRIP}`).join('') }),
      figure,
      cursor,
    );
  });
  const height = cities.length * pitch + 2;
  const picture = svg(document, 'svg', { class: 'strips-plot', viewBox: `0 0 ${width} ${height}`, role: 'group', 'aria-label': words.picture(word) }, ...rows);
  drawn.forEach((one, at) => moveTo(one, 0, word, context, at === 0));
  return { picture, drawn };
}

/** @param {DispersionStrip} strip @param {number} at @param {number} left @param {number} width */
export function xOf({ uses, nWords }, at, left, width) {
  return left + ((uses[at] + 0.5) / Math.max(1, nWords)) * width;
}

/** @param {DispersionStrip} strip @param {number} left @param {number} width @param {number} top */
function gaps({ documents, nWords }, left, width, top) {
  let before = 0;
  return documents.slice(0, -1).map(([, n]) => {
    before += n;
    return `M${(left + (before / Math.max(1, nWords)) * width).toFixed(1)} ${top}v${STRIP}`;
  }).join('');
}

/** @param {DispersionStrip} strip @param {import('../i18n/index.js').Translation & import('../views/strings.js').Strings} t */
function figureText({ uses, dispersion }, t) {
  const { figures: both, few, noUse } = t.charts.strips;
  if (uses.length === 0) return noUse;
  return dispersion === null ? few(t.number(uses.length)) : both(t.number(uses.length), t.number2(dispersion));
}

/** The mark of the use that is looked at; one in each strip, moved from use to use. @param {string} word @param {DispersionStrip} strip @param {number} index @param {StripsContext} context */
function cursorOf(word, strip, index, { document }) {
  return svg(
    document,
    'g',
    { class: 'cursor', role: 'button', tabindex: '-1', 'data-strip': index },
    svg(document, 'rect', { class: 'cursor-box', x: -5, y: -3, width: 10, height: STRIP + 6 }),
  );
}

/** @param {Drawn} drawn @param {number} at which use @param {string} word @param {Context} context @param {boolean} isStop whether the tab key comes to it */
export function moveTo({ strip, top, left, width, cursor }, at, word, { t }, isStop) {
  cursor.setAttribute('transform', `translate(${xOf(strip, at, left, width).toFixed(1)} ${top})`);
  cursor.setAttribute('data-at', String(at));
  cursor.setAttribute('tabindex', isStop ? '0' : '-1');
  const share = t.percent((strip.uses[at] + 0.5) / Math.max(1, strip.nWords));
  cursor.setAttribute('aria-label', t.charts.strips.use(word, strip.name, t.number(at + 1), t.number(strip.uses.length), share));
}

/** Uses in each fifth of a strip. @param {DispersionStrip} strip */
export function fifths({ uses, nWords }) {
  const counts = Array.from({ length: N_FIFTHS }, () => 0);
  for (const at of uses) counts[Math.min(N_FIFTHS - 1, Math.floor((at * N_FIFTHS) / Math.max(1, nWords)))] += 1;
  return counts;
}

/** @param {Dispersion} found @param {StripsContext} context */
function figures({ word, cities }, { document, t, onSentences }) {
  const { columns, caption, table: title } = t.charts.strips;
  const head = Object.values(columns).map((text) => html(document, 'th', { scope: 'col' }, text));
  const rows = cities.map((strip) => {
    const n = strip.uses.length;
    const open = html(document, 'button', { type: 'button', 'data-place': strip.key }, strip.name);
    const cells = [t.number(strip.nWords), t.number(n), t.rate((1e4 * n) / Math.max(1, strip.nWords)), strip.dispersion === null ? '–' : t.number2(strip.dispersion), fifths(strip).map(t.number).join(' · ')];
    return html(document, 'tr', {}, html(document, 'th', { scope: 'row', lang: 'zh' }, n > 0 ? open : strip.name), ...cells.map((text) => html(document, 'td', {}, text)));
  });
  const table = html(
    document,
    'table',
    { class: 'chart-table', onclick: ({ target }) => target.dataset.place && onSentences(word, target.dataset.place) },
    html(document, 'caption', { class: 'unseen' }, caption(word)),
    html(document, 'thead', {}, html(document, 'tr', {}, ...head)),
    html(document, 'tbody', {}, ...rows),
  );
  return html(
    document,
    'details',
    { class: 'figures' },
    html(document, 'summary', {}, title),
    html(document, 'div', { class: 'scroll-x', role: 'region', tabindex: '0', 'aria-label': caption(word) }, table),
  );
}
