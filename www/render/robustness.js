/** Findings by settings: a table of what holds, what does not, and what cannot be said. */
import { SETTINGS, isRefuted } from '../survival.js';
import { html, unseen } from './build.js';
import { colourClass } from './columns.js';
import { settingName } from './survival.js';
import { viewSection } from './section.js';

/** @typedef {import('../views/strings.js').Context} Context */
/** @typedef {import('./columns.js').Report} Report */
/** @typedef {import('../survival.js').Survival} Survival */
/** @typedef {import('../../src/wasm/types.d.ts').SettingAnswer} Answer */
/** @typedef {Context & { onWord: (word: string, column: string | undefined) => void, nRows: number, onAll: () => void }} TableContext */

/** Findings that are shown before all are asked for. */
export const FIRST_FINDINGS = 40;

/** @type {Record<Answer, string>} */
const SIGNS = { holds: '✓', 'holds-in-parts': '(✓)', fails: '✗', 'no-word': '(✗)', 'left-out': '–', 'too-little': '–' };

/**
 * @param {Survival} survival @param {Report} report @param {TableContext} context
 * @returns {HTMLElement | null} nothing while nothing is tried
 */
export function robustnessSection(survival, report, context) {
  const { document, t, nRows, onAll } = context;
  const { robustness } = t;
  const { claims, isOn } = survival;
  if (!isOn || claims.length === 0) return null;
  const rest = claims.length - nRows;
  const more = html(document, 'button', { type: 'button', onclick: onAll }, robustness.all(t.number(claims.length)));
  return viewSection(
    document,
    { name: 'robustness', title: robustness.title, intro: robustness.intro },
    html(document, 'p', { class: 'robustness-key' }, robustness.key),
    html(document, 'div', { class: 'robustness-box', role: 'region', tabindex: '0', 'aria-label': robustness.caption }, table(survival, report, context)),
    rest > 0 && more,
  );
}

/** @param {Survival} survival @param {Report} report @param {TableContext} context */
function table({ claims, tried }, report, context) {
  const { document, t, nRows } = context;
  const head = (/** @type {string} */ text) => html(document, 'th', { scope: 'col' }, text);
  const rows = claims.slice(0, nRows).map((claim, at) => {
    const column = report.columns.find(({ key }) => key === claim.key);
    const isFirst = at === 0 || claims[at - 1].key !== claim.key;
    const answers = SETTINGS.map((setting) => tried.get(setting)?.[at]);
    const fails = answers.some((answer) => answer && isRefuted(answer));
    return html(
      document,
      'tr',
      { class: `${column ? colourClass(report, column) : 'c0'}${isFirst ? ' first' : ''}${fails ? ' fails' : ''}` },
      html(document, 'th', { scope: 'row' }, ...finding(claim, column?.name ?? claim.key, context)),
      ...answers.map((answer) => cell(answer, context)),
    );
  });
  return html(
    document,
    'table',
    { class: 'robustness-table' },
    html(document, 'caption', { class: 'unseen' }, t.robustness.caption),
    html(document, 'thead', {}, html(document, 'tr', {}, head(t.robustness.finding), ...SETTINGS.map((setting) => head(settingName(setting, report.view, t))))),
    html(document, 'tbody', {}, ...rows),
  );
}

/** @param {import('../survival.js').Claim} claim @param {string} place @param {TableContext} context */
function finding({ key, word, direction }, place, { document, t, onWord }) {
  const open = () => onWord(word, direction === 'more' ? key : undefined);
  return [
    html(document, 'span', { class: 'place', lang: 'zh' }, place),
    ' ',
    html(document, 'button', { type: 'button', lang: 'zh', onclick: open }, word),
    ' ',
    html(document, 'span', { class: 'direction' }, t.robustness[direction]),
  ];
}

/** @param {Answer | undefined} answer none while it is not tried @param {Context} context */
function cell(answer, { document, t }) {
  if (!answer) return html(document, 'td', {}, unseen(document, t.robustness.notTried));
  const said = t.robustness.answers[answer];
  return html(document, 'td', { class: isRefuted(answer) ? 'no' : '', title: said, 'data-value': answer }, html(document, 'span', { 'aria-hidden': 'true' }, SIGNS[answer]), unseen(document, said));
}
