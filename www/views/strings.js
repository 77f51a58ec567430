/** What the later views say, in every language: they bring their words along, so that the page starts without them. */
import { themes as themesEn } from '../i18n/themes.en.js';
import { themes as themesZhCN } from '../i18n/themes.zh-CN.js';

const en = { themes: themesEn };

/** @typedef {typeof en} Strings */
/** @typedef {import('../i18n/index.js').Translation & Strings} Translation */
/** @typedef {{ document: Document, t: Translation }} Context what every render function of the later views is given */

/** @type {Record<string, Strings>} */
const languages = { en, 'zh-CN': { themes: themesZhCN } };

/** The page's words and those of the later views. @param {import('../i18n/index.js').Translation} t @returns {Translation} */
export function withStrings(t) {
  return { ...t, ...(languages[t.code] ?? en) };
}
