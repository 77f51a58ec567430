/** What the figures allow to say: a sentence on top, the dots, and for each place its lists. No more is claimed than they bear. */
import { html } from './build.js';
import { chance, claimed, isClaimed } from './claims.js';
import { colourClass, nPlaces, placeButton } from './columns.js';
import { dotPlots } from './dots.js';
import { notWith, survivalSwitch } from './survival.js';

/** @typedef {import('./columns.js').Context} Context */
/** @typedef {import('./columns.js').Report} Report */
/** @typedef {import('./clouds.js').OnWord} OnWord */
/** @typedef {import('./survival.js').Answers} Answers */
/** @typedef {import('../../src/wasm/types.d.ts').Comparison} Comparison */
/** @typedef {import('../../src/wasm/types.d.ts').ComparedCity} City */
/** @typedef {import('../../src/wasm/types.d.ts').Figures} Figures */

/** Words that the sentence names of a place, and those of a list that are shown before it is unfolded. */
/** So many places stand in columns, since lists of very different lengths leave holes in rows. */
const MANY = 8;

const N_NAMED = 3;
const N_LEADING = 10;
/** Of so many places at most the sentence says what each says most. */
const N_SAYING = 8;

/**
 * The set in one paragraph. Before there is a comparison it says only what is there.
 * @param {Report} report
 * @param {Comparison | null} comparison
 * @param {Context & { survival: Answers['survival'] }} context
 * @returns {HTMLElement | null}
 */
export function overview(report, comparison, { document, t, survival }) {
  const n = nPlaces(report);
  if (n === 0) return null;
  const counted = report.documents.filter(({ reprintOf }) => reprintOf === null || report.view.reprints === 'all');
  const years = counted.map(({ date }) => date?.slice(0, 4) ?? '').filter((year) => year !== '').sort();
  const span = years.length > 0 && years.length === counted.length ? t.views.years(years[0], years[years.length - 1]) : '';
  const first = t.views.overview(n, counted.length, span, t.number(report.nWords), report.view.level, t.number);
  const nNobodys = report.columns.filter(({ kind }) => kind !== 'place').reduce((sum, { nWords }) => sum + nWords, 0);
  const whose = nNobodys > 0 && n > 1 ? [t.views.nobodys(t.number(nNobodys))] : [];
  const isSilent = comparison?.cities.every(({ distinctive }) => distinctive.length === 0) === true;
  const most = isSilent && n <= N_SAYING ? saysMost(report, t) : [];
  const more = n > 1 ? [...whose, ...most, ...(comparison ? claims(comparison, t, survival) : [t.views.comparing])] : [];
  return html(
    document,
    'div',
    { class: 'overview' },
    html(document, 'p', { class: 'facts-line' }, first),
    more.length > 0 && html(document, 'p', { class: 'claims' }, more.join(t.sentenceGap)),
  );
}

/** Where nothing tells places apart, what each says at all: counts, and no difference. @param {Report} report @param {import('../i18n/index.js').Translation} t */
function saysMost({ columns }, t) {
  const places = columns.filter(({ kind, cloud }) => kind === 'place' && cloud.length > 0);
  const said = places.map(({ name, cloud }) => t.views.says(name, t.list([...cloud].sort((a, b) => b.n - a.n).slice(0, N_NAMED).map(({ word }) => t.quoted(word)))));
  return said.length > 0 ? [t.views.saysMost(said)] : [];
}

/**
 * @param {Comparison} comparison @param {import('../i18n/index.js').Translation} t
 * @param {Answers['survival']} [survival] what does not hold under all settings that were tried is not said
 */
function claims({ cities, minWords, minBlocks }, t, survival) {
  const isSaid = claimed(cities).size > 0;
  const quoted = (/** @type {Figures[]} */ list) => t.list(list.slice(0, N_NAMED).map(({ word }) => t.quoted(word)));
  const found = cities.filter(({ distinctive }) => distinctive.length > 0);
  const holding = (/** @type {City} */ { key, distinctive }) => distinctive.filter(({ word }) => survival?.refuting(key, word).length === 0);
  const out = found.map((city) => (survival ? { ...city, distinctive: holding(city) } : city)).filter(({ distinctive }) => distinctive.length > 0);
  const little = cities.filter(({ isEnough }) => !isEnough);
  const sentences = [];
  if (!isSaid) sentences.push(t.views.nothingToCompare);
  else if (found.length === 0) sentences.push(t.views.nothingStandsOut);
  else if (out.length === 0) sentences.push(t.views.nothingSurvives);
  else sentences.push(...out.map(({ name, distinctive }) => t.views.standsOut(name, quoted(distinctive))));
  if (little.length > 0) {
    const names = little.length > 6 ? `${t.number(little.length)} ${t.views.somePlaces}` : t.list(little.map(({ name }) => name));
    sentences.push(t.views.tooLittle(names, little.length, t.number(minWords), t.number(minBlocks)));
  }
  return sentences;
}

/**
 * @param {Comparison} comparison
 * @param {Report} report
 * @param {Context & { onWord: OnWord } & Answers} context
 * @returns {HTMLElement | null}
 */
export function findingsSection(comparison, report, context) {
  const { document, t } = context;
  if (comparison.cities.length < 2 || comparison.words.length === 0) return null;
  const { views } = t;
  const isSaid = claimed(comparison.cities).size > 0;
  return html(
    document,
    'section',
    { class: 'findings', 'aria-labelledby': 'findings-title' },
    html(document, 'h2', { id: 'findings-title' }, views.findingsTitle),
    html(document, 'p', { class: 'intro' }, views.findingsIntro(t.number(comparison.nDraws))),
    isSaid && survivalSwitch(context),
    dotPlots(comparison, report, context),
    ...(!isSaid
      ? [html(document, 'p', { class: 'intro too-little' }, claims(comparison, t).join(t.sentenceGap))]
      : [
          html(document, 'h3', { class: 'lists-title' }, views.listsTitle),
          html(document, 'p', { class: 'intro' }, views.qNote(t.number(comparison.nTests))),
          html(document, 'div', { class: comparison.cities.length > MANY ? 'cities many' : 'cities', 'data-view': 'findings' }, ...comparison.cities.map((city) => cityLists(city, comparison, report, context))),
          shared(comparison, context),
        ]),
  );
}

/**
 * @param {City} city @param {Comparison} comparison @param {Report} report
 * @param {Context & { onWord: OnWord } & Answers} context
 */
function cityLists(city, { cities, minWords, minBlocks }, report, context) {
  const { document, t } = context;
  const { views } = t;
  const column = report.columns.find(({ key }) => key === city.key);
  const parts = isClaimed(cities, city.key)
    ? [
        city.distinctive.length > 0
          ? figuresTable(views.distinctive, city, city.distinctive, context)
          : html(document, 'p', { class: 'nothing' }, views.noneDistinctive),
        city.missing.length > 0 && figuresTable(views.missing, city, city.missing, context),
        leading(city, context),
      ]
    : [html(document, 'p', { class: 'nothing' }, views.cityTooLittle(t.number(minWords), t.number(minBlocks)))];
  return html(
    document,
    'div',
    { class: `city ${column ? colourClass(report, column) : 'c0'}`, 'data-city': city.key, 'data-place': city.key },
    html(document, 'h4', { lang: 'zh' }, placeButton(city.key, city.name, context)),
    html(document, 'p', { class: 'size-line' }, views.cityFigures(t.number(city.nWords), t.number(city.nBlocks))),
    ...parts,
  );
}

/** @param {City} city @param {Context & { onWord: OnWord } & Answers} context */
function leading(city, context) {
  const { document, t } = context;
  const sure = new Set(city.distinctive.map(({ word }) => word));
  const rest = city.leading.filter(({ word }) => !sure.has(word)).slice(0, N_LEADING);
  if (rest.length === 0) return null;
  return html(document, 'p', { class: 'leading-words' }, html(document, 'strong', {}, t.views.leading), ' ', ...rest.map(({ word, n }) => wordButton(word, `${word} ${t.number(n)}`, city.key, context)));
}

/** @param {string} word @param {string} text @param {string | undefined} column @param {Context & { onWord: OnWord } & Answers} context */
function wordButton(word, text, column, { document, onWord }) {
  return html(document, 'button', { type: 'button', lang: 'zh', 'data-word': word, onclick: () => onWord(word, column) }, text);
}

/** @param {string} caption @param {City} city @param {Figures[]} list @param {Context & { onWord: OnWord } & Answers} context */
function figuresTable(caption, city, list, context) {
  const { document, t } = context;
  const { listColumns: names } = t.views;
  const isMissing = list === city.missing;
  const heads = isMissing ? [names.word, names.n, names.expected, names.q] : [names.word, names.n, names.rate, names.interval, names.tfIdf, names.q];
  const rows = list.map(({ word, n, rate, rateInterval: [low, high], expected, tfIdf, q }) => {
    const cells = isMissing ? [t.number(n), t.rate(expected), chance(q, t)] : [t.number(n), t.rate(rate), `${t.rate(low)}–${t.rate(high)}`, t.number2(tfIdf), chance(q, t)];
    const not = notWith(city.key, word, context);
    return html(
      document,
      'tr',
      { class: not ? 'fails' : '' },
      html(document, 'th', { scope: 'row' }, wordButton(word, word, isMissing ? undefined : city.key, context), not),
      ...cells.map((text) => html(document, 'td', {}, text)),
    );
  });
  return html(
    document,
    'table',
    { class: 'figures-table' },
    html(document, 'caption', {}, caption),
    html(document, 'thead', {}, html(document, 'tr', {}, ...heads.map((name) => html(document, 'th', { scope: 'col' }, name)))),
    html(document, 'tbody', {}, ...rows),
  );
}

/** @param {Comparison} comparison @param {Context & { onWord: OnWord } & Answers} context */
function shared(comparison, context) {
  const { document, t } = context;
  const words = comparison.shared.map(({ word }) => wordButton(word, word, undefined, context));
  return html(document, 'p', { class: 'leading-words shared-words' }, html(document, 'strong', {}, t.views.shared), ' ', ...(words.length > 0 ? words : [t.views.sharedNone]));
}
