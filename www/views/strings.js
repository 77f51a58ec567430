/** What the later views say, in every language: they bring their words along, so that the page starts without them. */
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

const en = {
  robustness: robustnessEn,
  themes: themesEn,
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
  return { ...t, ...(languages[t.code] ?? en) };
}
