/** What a figure needs to be published: what it shows and how it was made, of which texts, when, and with what. */
import { nPlaces } from '../render/columns.js';

/** @typedef {import('../render/columns.js').Report} Report */
/** @typedef {import('./strings.js').Translation} Translation */
/**
 * @typedef {object} About
 * @property {string} view
 * @property {string} title
 * @property {string} method
 * @property {string} size how many texts, places and words
 * @property {string} counted what the reader chose
 * @property {string} state the same for the page's address
 * @property {{ title: string, file: string, date: string | null, source: string | null }[]} sources
 * @property {string} made ISO date
 * @property {string} version
 */

/** So many sources are named in a caption; the JSON file has all. */
const N_SOURCES = 12;

/**
 * @param {{ view: string, title: string, intro: string }} what
 * @param {Report} report
 * @param {{ t: Translation, choices: import('../render/controls.js').Choices, state: string, made: string, version: string }} context
 * @returns {About}
 */
export function aboutView({ view, title, intro }, report, { t, choices, state, made, version }) {
  const counted = report.documents.filter(({ reprintOf }) => reprintOf === null || choices.reprints === 'all');
  const switches = /** @type {const} */ (['stop', 'genre', 'placeNames', 'persons', 'companies', 'medium', 'lexicon']);
  const on = switches.filter((name) => choices[name]).map((name) => t[name]);
  const pos = choices.pos === 'all' ? [] : [`${t.partOfSpeech}${t.exported.colon}${t.partsOfSpeech[choices.pos]}`];
  /** @type {Record<string, string>} */
  const methods = t.exported.methods;
  return {
    view,
    title,
    method: Object.hasOwn(methods, view) ? methods[view] : intro,
    size: t.summary(counted.length, nPlaces(report), report.nWords, t.number),
    counted: [`${t.level}${t.exported.colon}${t.levels[choices.level]}`, ...on, ...pos].join(t.exported.semicolon),
    state,
    sources: counted.map((one) => ({ title: one.title ?? '', file: one.file, date: one.date, source: one.source })),
    made,
    version,
  };
}

/** The caption line by line, without its title. @param {About} about @param {Translation} t @returns {string[]} */
export function captionLines(about, t) {
  const { exported: take } = t;
  const named = about.sources.slice(0, N_SOURCES).map(({ title, file, date, source }) => {
    const name = title === '' || title === file ? file : `${title}${take.bracket(file)}`;
    return [name, date && t.date(date), source].filter(Boolean).join(take.comma);
  });
  const more = about.sources.length - named.length;
  const all = more > 0 ? [...named, take.moreSources(more, t.number(more))] : named;
  return [
    about.method,
    `${take.basis}${about.size}`,
    `${take.counted}${about.counted}`,
    ...(all.length > 0 ? [`${take.sources}${all.join(take.semicolon)}`] : []),
    take.made(t.date(about.made), about.version),
  ].filter((line) => line !== '');
}
