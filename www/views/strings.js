/**
 * What the later views say: they bring the words of the languages along that the page begins with, so that it starts
 * without them. The words of any other language come with that language (`i18n/all.<code>.js`).
 */
import { themes as themesEn } from '../i18n/themes.en.js';
import { themes as themesZhCN } from '../i18n/themes.zh-CN.js';
import { zoned as zonedEn } from '../i18n/zoned.en.js';
import { zoned as zonedZhCN } from '../i18n/zoned.zh-CN.js';

const en = { themes: themesEn, zoned: zonedEn };

/** @typedef {typeof en} Strings */
/** @typedef {import('../i18n/index.js').Translation & Strings} Translation */
/** @typedef {{ document: Document, t: Translation }} Context what every render function of the later views is given */

/** @type {Record<string, Strings>} */
const languages = { en, 'zh-CN': { themes: themesZhCN, zoned: zonedZhCN } };

/** The page's words and those of the later views. @param {import('../i18n/index.js').Translation} t @returns {Translation} */
export function withStrings(t) {
  return { ...t, ...(t.later ?? languages[t.code] ?? en) };
}
