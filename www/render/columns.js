/** What all views say in the same way about a place: its name and its colour. */

import { html } from './build.js';
import { claimedFirst } from './claims.js';

/** @typedef {import('../../src/wasm/types.d.ts').Report} Report */
/** @typedef {import('../../src/wasm/types.d.ts').Column} Column */
/** @typedef {import('../i18n/index.js').Translation} Translation */
/**
 * What every render function is given.
 * @typedef {object} Context
 * @property {Document} document
 * @property {Translation} t
 */

/** Colours that can be told apart; with more places than this those with most text have them, and the others are grey. */
const N_COLOURS = 8;

/** The colours of the places of a report. @type {WeakMap<Report, Map<string, string>>} */
const coloursOf = new WeakMap();

/** @param {Column} column @param {Translation} t */
export function columnName(column, t) {
  if (column.kind === 'unknown') return t.unknown;
  if (column.kind === 'several') return t.several;
  return column.name;
}

/**
 * Why a column that is no place is there; empty for places. Places that some text suggests are named, not counted.
 * @param {Report} report @param {Column} column @param {Translation} t
 */
export function columnWhy(report, column, t) {
  const suggested = new Set(report.documents.flatMap((one) => one.suggested.map(({ name }) => name)));
  if (column.kind === 'unknown') return [t.unknownWhy, ...(suggested.size > 0 ? [t.unknownMaybe(t.list([...suggested]))] : [])].join(t.sentenceGap);
  if (column.kind === 'several') return t.severalWhy;
  return '';
}

/** @param {Report} report */
export function nPlaces(report) {
  return report.columns.filter((column) => column.kind === 'place').length;
}

/** Whether some places have no colour of their own. @param {Report} report */
export function isManyColoured(report) {
  return nPlaces(report) > N_COLOURS;
}

/** The eight places with most text, each with its class, in the order of the page. @param {Report} report */
function colours(report) {
  const places = report.columns.filter(({ kind }) => kind === 'place');
  const largest = new Set([...places].sort((a, b) => b.nWords - a.nWords || (a.key < b.key ? -1 : 1)).slice(0, N_COLOURS));
  return new Map(places.filter((column) => largest.has(column)).map(({ key }, at) => [key, `c${at + 1}`]));
}

/**
 * The class that gives a column its colour: c1 to c8, c0 for places that have none, apart for what is no place.
 * @param {Report} report @param {Column} column
 */
export function colourClass(report, column) {
  if (column.kind !== 'place') return 'apart';
  const known = coloursOf.get(report) ?? colours(report);
  coloursOf.set(report, known);
  return known.get(column.key) ?? 'c0';
}

/** The colour of the place that is shown first. @param {Report} report */
export function firstColour(report) {
  return claimedFirst(report.columns).map((column) => colourClass(report, column)).find((one) => /^c[1-8]$/.test(one)) ?? 'c0';
}

/** The name of a place, which chooses the place for all views. @param {string} key @param {string} name @param {Context} context */
export function placeButton(key, name, { document, t }) {
  const attributes = { type: 'button', class: 'choose', 'data-choose': key, 'aria-pressed': 'false', title: t.choosePlace };
  return html(document, 'button', attributes, name);
}
