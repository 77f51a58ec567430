/**
 * The interface languages, which one to use, and how it writes numbers and dates.
 * Texts themselves are never translated.
 */
import { en } from './en.js';
import { zhCN } from './zh-CN.js';

/** @typedef {typeof en} Strings */
/**
 * @typedef {Strings & {
 *   number: (n: number) => string,
 *   rate: (n: number) => string,
 *   number2: (n: number) => string,
 *   score: (n: number) => string,
 *   percent: (share: number) => string,
 *   date: (iso: string) => string,
 *   list: (items: string[]) => string,
 * }} Translation
 */

/** @type {Strings[]} */
export const languages = [zhCN, en];

/**
 * The first wanted language that there is, or English.
 * @param {Iterable<string | null | undefined>} wanted BCP 47 tags, most wanted first
 */
export function chooseLanguage(wanted) {
  for (const tag of wanted) {
    const primary = (tag ?? '').toLowerCase().split('-')[0];
    const found = languages.find((strings) => strings.code.toLowerCase().split('-')[0] === primary);
    if (found) return found.code;
  }
  return en.code;
}

/**
 * @param {string} code a code that chooseLanguage gave
 * @returns {Translation}
 */
export function translation(code) {
  const strings = languages.find((one) => one.code === code) ?? en;
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
