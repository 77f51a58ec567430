/**
 * What the later views say: they bring the words of the languages along that the page begins with, so that it starts
 * without them. The words of any other language come with that language (`i18n/all.<code>.js`).
 */
import { charts as chartsEn } from '../i18n/charts.en.js';
import { charts as chartsZhCN } from '../i18n/charts.zh-CN.js';
import { collocates as collocatesEn } from '../i18n/collocates.en.js';
import { collocates as collocatesZhCN } from '../i18n/collocates.zh-CN.js';
import { overTime as overTimeEn } from '../i18n/over-time.en.js';
import { overTime as overTimeZhCN } from '../i18n/over-time.zh-CN.js';
import { passages as passagesEn } from '../i18n/passages.en.js';
import { passages as passagesZhCN } from '../i18n/passages.zh-CN.js';
import { robustness as robustnessEn } from '../i18n/robustness.en.js';
import { robustness as robustnessZhCN } from '../i18n/robustness.zh-CN.js';
import { take as takeEn } from '../i18n/take.en.js';
import { take as takeZhCN } from '../i18n/take.zh-CN.js';
import { themes as themesEn } from '../i18n/themes.en.js';
import { themes as themesZhCN } from '../i18n/themes.zh-CN.js';
import { zoned as zonedEn } from '../i18n/zoned.en.js';
import { zoned as zonedZhCN } from '../i18n/zoned.zh-CN.js';

const en = {
  robustness: robustnessEn,
  themes: themesEn,
  zoned: zonedEn,
  charts: chartsEn,
  collocates: collocatesEn,
  passages: passagesEn,
  overTime: overTimeEn,
  exported: takeEn,
};

/** @typedef {typeof en} Strings */
/** @typedef {import('../i18n/index.js').Translation & Strings} Translation */
/** @typedef {{ document: Document, t: Translation }} Context what every render function of the later views is given */

/** @type {Strings} */
const zhCN = {
  robustness: robustnessZhCN,
  themes: themesZhCN,
  zoned: zonedZhCN,
  charts: chartsZhCN,
  collocates: collocatesZhCN,
  passages: passagesZhCN,
  overTime: overTimeZhCN,
  exported: takeZhCN,
};

/** @type {Record<string, Strings>} */
const languages = { en, 'zh-CN': zhCN };

/** The page's words and those of the later views. @param {import('../i18n/index.js').Translation} t @returns {Translation} */
export function withStrings(t) {
  return { ...t, ...(t.later ?? languages[t.code] ?? en) };
}
