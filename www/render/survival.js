/** The switch at the findings that tries them under other settings, what it says of its progress, and the words at what does not hold. */
import { SETTINGS } from '../survival.js';
import { html } from './build.js';

/** @typedef {import('./columns.js').Context} Context */
/** @typedef {import('../survival.js').Survival} Survival */
/** @typedef {import('../../src/wasm/types.d.ts').Setting} Setting */
/** @typedef {import('../../src/wasm/types.d.ts').View} Choices */
/** @typedef {{ survival: Survival, view: Choices, onSurvive: (isOn: boolean) => void, onStopTrying: () => void, status: HTMLElement }} Answers */

/**
 * What a setting is under which findings are tried, beside what the reader chose.
 * @param {Setting} setting @param {Choices} view @param {import('../i18n/index.js').Translation} t
 */
export function settingName(setting, view, t) {
  const [off, on] = t.views.settings[setting];
  /** @type {Partial<Record<Setting, boolean>>} */
  const is = { lexicon: view.lexicon, 'found-phrases': view.phrases, 'function-words': view.stop, 'genre-words': view.genre, reprints: view.reprints === 'once' };
  return (is[setting] ?? true) ? off : on;
}

/** @param {Context & Answers} context */
export function survivalSwitch({ document, t, survival, onSurvive, onStopTrying, status }) {
  const box = html(document, 'input', { type: 'checkbox', checked: survival.isOn, onchange: () => onSurvive(box.checked) });
  const stop = html(document, 'button', { type: 'button', class: 'link', hidden: !survival.isTrying, onclick: onStopTrying }, t.views.stopTrying);
  return html(document, 'div', { class: 'survival' }, html(document, 'label', {}, box, html(document, 'span', {}, t.views.survive)), status, stop);
}

/** How far it is, or what came out. @param {Survival} survival @param {Choices} view @param {import('../i18n/index.js').Translation} t */
export function survivalStatus({ isOn, isTrying, claims, tried, nHolding }, view, t) {
  const { views, number } = t;
  if (!isOn || (claims.length === 0 && !isTrying && tried.size === 0)) return isOn ? views.nothingToTry : '';
  if (isTrying) return views.trying(number(tried.size + 1), number(SETTINGS.length), settingName(SETTINGS[tried.size], view, t));
  return views.survived(number(nHolding), number(claims.length), number(tried.size), tried.size < SETTINGS.length);
}

/**
 * Says under which settings a finding does not hold; nothing where it holds in all, or is not tried.
 * @param {string | null} key of a place, null for any @param {string} word @param {Context & Partial<Answers>} context
 */
export function notWith(key, word, { document, t, survival, view }) {
  const settings = survival && view ? survival.refuting(key, word) : [];
  if (settings.length === 0 || !view) return null;
  const names = t.list(settings.map((setting) => settingName(setting, view, t)));
  return html(document, 'span', { class: 'not-with' }, t.views.notWith(names));
}
