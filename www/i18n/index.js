/**
 * The interface languages, which one to use, and how it writes numbers and dates.
 * Texts themselves are never translated. English and 简体中文 are here; the words of another language are a script of
 * their own (`all.<code>.js`), which the page has when that language is first chosen (`assets`).
 */
import { en } from './en.js';
import { zhCN } from './zh-CN.js';

/** @typedef {typeof en} Strings */
/** All words of a language that is not here: the page's, and those of the later views. @typedef {{ strings: Strings, later: import('../views/strings.js').Strings }} Words */
/**
 * @typedef {Strings & {
 *   number: (n: number) => string,
 *   rate: (n: number) => string,
 *   number2: (n: number) => string,
 *   score: (n: number) => string,
 *   percent: (share: number) => string,
 *   date: (iso: string) => string,
 *   list: (items: string[]) => string,
 *   later: import('../views/strings.js').Strings | null,
 * }} Translation
 */
/** A language by what it is called in itself. @typedef {{ code: string, name: string }} Language */

/** Those that the page has from the beginning. */
const atHand = [zhCN, en];

/** In the order of the switch. @type {Language[]} */
export const languages = [zhCN, { code: 'zh-TW', name: '繁體中文' }, en];

/**
 * The first wanted language that there is, or English. Of the two scripts of Chinese it takes the one that the tag names or
 * that its region writes: zh-TW, zh-HK, zh-MO and zh-Hant are 繁體中文, zh, zh-SG and zh-Hans are 简体中文.
 * @param {Iterable<string | null | undefined>} wanted BCP 47 tags, most wanted first
 */
export function chooseLanguage(wanted) {
  for (const tag of wanted) {
    const code = languageOf(tag ?? '');
    if (code) return code;
  }
  return en.code;
}

/** @param {string} tag */
function languageOf(tag) {
  try {
    const { language, script } = new Intl.Locale(tag.replaceAll('_', '-')).maximize();
    if (language === 'zh' || language === 'yue') return script === 'Hant' ? 'zh-TW' : zhCN.code;
    return language === en.code ? en.code : null;
  } catch {
    return null;
  }
}

/** Whether the words of a language have to be loaded. @param {string} code */
export const isElsewhere = (code) => !atHand.some((strings) => strings.code === code);

/** What a page speaks until the words of its language have come, and if they do not come. @param {string} code */
export const nearest = (code) => (code.startsWith('zh') ? zhCN : en).code;

/**
 * @param {string} code a code that chooseLanguage gave
 * @param {Words} [words] of a language that is not at hand
 * @returns {Translation}
 */
export function translation(code, words) {
  const strings = words?.strings ?? atHand.find((one) => one.code === code) ?? en;
  const whole = new Intl.NumberFormat(strings.code, { maximumFractionDigits: 0 });
  const tenths = new Intl.NumberFormat(strings.code, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const hundredths = new Intl.NumberFormat(strings.code, { maximumFractionDigits: 2 });
  const percents = new Intl.NumberFormat(strings.code, { style: 'percent', maximumFractionDigits: 0 });
  return {
    ...strings,
    number: (n) => whole.format(n),
    rate: (n) => tenths.format(n),
    number2: (n) => hundredths.format(n),
    score: (n) => (Math.abs(n) < 100 ? tenths : whole).format(n),
    percent: (share) => percents.format(share),
    date: (iso) => formatDate(iso, strings.code),
    list: (items) => items.join(strings.code === 'en' ? ', ' : '、'),
    later: words?.later ?? null,
  };
}

/**
 * A date is written only as exactly as it is known.
 * @param {string} iso 2019, 2019-02 or 2019-02-24
 * @param {string} code
 */
function formatDate(iso, code) {
  const parts = iso.split('-');
  const time = Date.parse(`${[...parts, '01', '01'].slice(0, 3).join('-')}T00:00:00Z`);
  if (Number.isNaN(time)) return iso;
  /** @type {Intl.DateTimeFormatOptions} */
  const options = { timeZone: 'UTC', year: 'numeric' };
  if (parts.length > 1) options.month = 'long';
  if (parts.length > 2) options.day = 'numeric';
  return new Intl.DateTimeFormat(code === 'en' ? 'en-GB' : code, options).format(time);
}
