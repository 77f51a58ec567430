/**
 * Wording that places share: how much of each text is its own, one stretch side by side, and a table of all of them. What is
 * shared is said and nobody is accused: the texts do not tell who wrote it first.
 */
import { html, svg } from './build.js';
import { colourClass } from './columns.js';
import { viewSection } from './section.js';

/** @typedef {import('../views/strings.js').Context} Context */
/** @typedef {import('./columns.js').Report} Report */
/** @typedef {import('../../src/wasm/types.d.ts').Passages} Passages */
/** @typedef {import('../../src/wasm/types.d.ts').PassageCity} City */
/** @typedef {import('../../src/wasm/types.d.ts').SharedRun} Run */
/** @typedef {import('../../src/wasm/types.d.ts').PassageUse} Use */
/**
 * @typedef {Context & {
 *   report: Report,
 *   chosen: number,
 *   nShown: number,
 *   place: string | null,
 *   onChoose: (at: number) => void,
 *   onMore: () => void,
 *   isUnfolded: boolean,
 *   onUnfold: () => void,
 *   onRead: (use: Use) => void,
 * }} PassagesContext place is the one that the reader looks at
 */

/** More places than this are counted and not named in a row. */
const N_NAMED = 6;

/** Cards that are shown at first; one more or less is no reason to fold. */
const N_CARDS = 6;

/** The table gives so many characters of a stretch. */
const N_HEAD = 48;

/** The heading and what it is about. @param {Passages | null} found @param {Context} context @param {(Node | null)[]} parts */
export function passagesSection(found, { document, t }, ...parts) {
  const { title, intro, counting, none } = t.passages;
  const about = { name: 'passages', title, intro: intro(t.number(found?.minLetters ?? 12)), counting: !found && counting };
  const verdict = found?.runs.length === 0 && html(document, 'p', { class: 'verdict' }, none);
  return viewSection(document, about, verdict, ...parts);
}

/** The run to begin with: the longest that is no set phrase. @param {Passages} found */
export function firstRun({ runs }) {
  return Math.max(0, runs.findIndex(({ isSet }) => !isSet));
}

const WIDTH = 340;
const ROW = 34;

/** A picture of own and shared text, those with most in common first. @param {Passages} found @param {PassagesContext} context */
export function shares({ cities }, context) {
  const { document, t } = context;
  const share = (/** @type {City} */ { nShared, nLetters }) => nShared / Math.max(1, nLetters);
  const order = [...cities].sort((a, b) => share(b) - share(a));
  const rows = order.map((city, at) => bar(city, at * ROW, context));
  const swatch = (/** @type {string} */ kind, /** @type {string} */ text) =>
    html(document, 'li', {}, html(document, 'span', { class: `share-swatch ${kind}`, 'aria-hidden': 'true' }), text);
  return html(
    document,
    'div',
    { class: 'shares' },
    html(document, 'h3', {}, t.passages.sharesTitle),
    html(document, 'ul', { class: 'share-key' }, swatch('own', t.passages.own), swatch('shared', t.passages.shared), swatch('set', t.passages.set)),
    svg(document, 'svg', { class: 'plot share-plot', viewBox: `0 0 ${WIDTH} ${cities.length * ROW}`, 'aria-hidden': 'true' }, ...rows),
    html(
      document,
      'details',
      { class: 'figures' },
      html(document, 'summary', {}, t.passages.figures),
      html(document, 'div', { class: 'scroll-x', role: 'region', tabindex: '0', 'aria-label': t.passages.sharesCaption }, shareTable(order, context)),
      html(document, 'p', { class: 'axis-note' }, t.passages.asLetters),
    ),
  );
}

/** A share with one decimal. @param {number} share @param {Context['t']} t */
function tenth(share, t) {
  return `${t.rate(100 * share)}%`;
}

/** @param {City} city */
const ownShare = ({ nLetters, nShared }) => (nLetters - nShared) / Math.max(1, nLetters);

/** @param {City} city @param {number} y @param {PassagesContext} context */
function bar(city, y, { document, t, report, place }) {
  const { nLetters, nShared, nSet } = city;
  const width = (/** @type {number} */ n) => (n === 0 ? 0 : Math.max(1.5, (n / Math.max(1, nLetters)) * WIDTH));
  const [shared, set] = [width(nShared), width(nSet)];
  const top = y + 18;
  return svg(
    document,
    'g',
    { class: `${classOf(report, city.key)}${place === city.key ? ' here' : ''}` },
    svg(document, 'text', { class: 'share-place', x: 0, y: y + 13, lang: 'zh' }, city.name),
    svg(document, 'text', { class: 'tick share-text', x: WIDTH, y: y + 13 }, `${t.passages.ownShare(tenth(ownShare(city), t))} · ${t.passages.sharedOf(t.number(nShared), t.number(nLetters))}`),
    svg(document, 'rect', { class: 'share-bar own', x: 0.5, y: top + 0.5, width: WIDTH - 1, height: 8 }),
    shared > 0 && svg(document, 'rect', { class: 'share-bar shared', x: WIDTH - shared, y: top, width: shared, height: 9 }),
    set > 0 && svg(document, 'rect', { class: 'share-bar set', x: WIDTH - set, y: top, width: set, height: 9 }),
  );
}

/** @param {Report} report @param {string} key */
function classOf(report, key) {
  const column = report.columns.find((one) => one.key === key);
  return column ? colourClass(report, column) : 'c0';
}

/** @param {City[]} cities @param {PassagesContext} context */
function shareTable(cities, { document, t }) {
  const heads = [t.passages.place, t.passages.documents, t.passages.letters, t.passages.own, '%', t.passages.shared, t.passages.set];
  const rows = cities.map((city) => {
    const { nDocuments, nLetters, nShared, nSet } = city;
    const figures = [nDocuments, nLetters, nLetters - nShared].map((n) => t.number(n));
    const cells = [...figures, tenth(ownShare(city), t), t.number(nShared), t.number(nSet)];
    return html(
      document,
      'tr',
      {},
      html(document, 'th', { scope: 'row', lang: 'zh' }, city.name),
      ...cells.map((text) => html(document, 'td', {}, text)),
    );
  });
  return table(document, '', t.passages.sharesCaption, heads, rows);
}

/** @param {Document} document @param {string} kind @param {string} caption @param {string[]} heads @param {HTMLElement[]} rows */
function table(document, kind, caption, heads, rows) {
  return html(
    document,
    'table',
    { class: kind || null },
    html(document, 'caption', { class: 'unseen' }, caption),
    html(document, 'thead', {}, html(document, 'tr', {}, ...heads.map((text) => html(document, 'th', { scope: 'col' }, text)))),
    html(document, 'tbody', {}, ...rows),
  );
}

/** One stretch, a card for each place where it stands. @param {Passages} found @param {PassagesContext} context */
export function aligned({ cities, runs }, context) {
  const { document, t, chosen, isUnfolded, onUnfold } = context;
  const run = runs[chosen];
  if (!run) return null;
  const nPlaces = run.places.length;
  const about = t.passages.about(t.number(run.nLetters), cities.length, t.number(nPlaces), t.number(cities.length));
  const uses = isUnfolded || run.uses.length <= N_CARDS + 1 ? run.uses : firstOfEach(run.uses).slice(0, N_CARDS);
  const left = run.uses.length - uses.length;
  return html(
    document,
    'div',
    { class: 'aligned' },
    html(document, 'h3', { tabindex: '-1' }, t.passages.sideBySide),
    html(document, 'p', { class: 'intro' }, [about, run.isSet ? `${t.passages.isSet}: ${t.passages.isSetWhy}` : ''].filter(Boolean).join(' · ')),
    html(document, 'div', { class: 'cards' }, ...uses.map((use) => card(use, run, cities, context))),
    left > 0 && html(document, 'button', { type: 'button', class: 'more', onclick: onUnfold }, t.passages.more(t.number(left))),
    html(document, 'p', { class: 'axis-note' }, t.passages.key),
    left === 0 && run.uses.length < run.nUses && html(document, 'p', { class: 'axis-note' }, t.passages.moreUses(t.number(run.uses.length), t.number(run.nUses))),
  );
}

/** One use of each place before the second of any. @param {Use[]} uses */
function firstOfEach(uses) {
  const isFirst = (/** @type {Use} */ { column }, /** @type {number} */ at) => uses.findIndex((one) => one.column === column) === at;
  return [...uses.filter(isFirst), ...uses.filter((use, at) => !isFirst(use, at))];
}

/** @param {Use} use @param {Run} run @param {City[]} cities @param {PassagesContext} context */
function card(use, run, cities, { document, t, report, onRead }) {
  const title = use.title || use.file;
  const isPart = use.nLetters < run.nLetters;
  const where = [title, use.date && t.date(use.date), isPart && t.passages.partOnly(t.number(use.nLetters), t.number(run.nLetters))];
  return html(
    document,
    'article',
    { class: `card ${classOf(report, use.column)}` },
    html(document, 'h4', { lang: 'zh' }, cities.find(({ key }) => key === use.column)?.name ?? ''),
    html(document, 'p', { class: 'where' }, where.filter(Boolean).join(' · ')),
    html(document, 'p', { class: 'sentence', lang: 'zh' }, ...pieces(use, document)),
    html(document, 'button', { type: 'button', class: 'open-there', 'aria-label': t.passages.openIn(title), onclick: () => onRead(use) }, t.passages.open),
  );
}

/** The text in pieces: the stretch marked, what else is shared underlined. @param {Use} use @param {Document} document */
function pieces({ text, run, also, isCut }, document) {
  const marks = [...also.map(([start, end]) => ({ start, end, name: /** @type {const} */ ('u') })), { start: run[0], end: run[1], name: /** @type {const} */ ('mark') }];
  marks.sort((a, b) => a.start - b.start);
  /** @type {(Node | string)[]} */
  const found = [isCut[0] ? '…' : ''];
  let at = 0;
  for (const { start, end, name } of marks) {
    found.push(text.slice(at, start), html(document, name, {}, text.slice(start, end)));
    at = end;
  }
  found.push(text.slice(at), isCut[1] ? '…' : '');
  return found;
}

/** All stretches. @param {Passages} found @param {PassagesContext} context */
export function runTable({ cities, runs, nRuns }, context) {
  const { document, t, nShown, onMore } = context;
  const shown = runs.slice(0, nShown).map((run, at) => row(run, at, cities, context));
  const left = runs.length - shown.length;
  return html(
    document,
    'div',
    { class: 'runs' },
    html(document, 'h3', {}, t.passages.runsTitle),
    table(document, 'run-table', t.passages.runsCaption, [t.passages.wording, t.passages.length, t.passages.places], shown),
    left > 0 && html(document, 'button', { type: 'button', class: 'more', onclick: onMore }, t.passages.more(t.number(left))),
    html(document, 'p', { class: 'axis-note' }, t.passages.wordingOf),
    runs.length < nRuns && html(document, 'p', { class: 'axis-note' }, t.passages.rest(t.number(runs.length), t.number(nRuns))),
  );
}

/** @param {Run} run @param {number} at @param {City[]} cities @param {PassagesContext} context */
function row(run, at, cities, { document, t, report, chosen, place, onChoose }) {
  const characters = [...run.text];
  const head = characters.length > N_HEAD ? `${characters.slice(0, N_HEAD).join('')}…` : run.text;
  const isLooked = place !== null && run.places.some(({ key }) => key === place);
  const name = (/** @type {string} */ key) => cities.find((city) => city.key === key)?.name ?? key;
  const named = run.places.map(({ key, isWhole }) =>
    html(document, 'span', { class: `run-place ${classOf(report, key)}` }, isWhole ? name(key) : t.passages.inPart(name(key))),
  );
  const places = run.places.length > N_NAMED ? [t.passages.manyPlaces(t.number(run.places.length), t.number(cities.length))] : named;
  const press = { type: 'button', 'aria-pressed': String(at === chosen), 'data-run': at, onclick: () => onChoose(at) };
  return html(
    document,
    'tr',
    { class: isLooked ? 'here' : null },
    html(document, 'th', { scope: 'row' }, html(document, 'button', press, html(document, 'span', { lang: 'zh' }, head)), run.isSet && html(document, 'span', { class: 'set-mark', title: t.passages.isSetWhy }, t.passages.isSet)),
    html(document, 'td', {}, t.number(run.nLetters)),
    html(document, 'td', { class: 'run-places' }, ...places),
  );
}
