/**
 * Views that come after the clouds: a script of their own, loaded when the first clouds are drawn. Each is a desk with a part
 * of the page; it is told what changed, asks the engine when the reader comes near, and draws.
 */
import { Concordance } from '../concordance.js';
import { html } from '../render/build.js';
import { css } from '../style/views.js';
import { CollocateDesk } from './collocates.js';
import { LikenessDesk } from './likeness.js';
import { LinkedDesk } from './linked.js';
import { LittleDesk } from './little.js';
import { OverTimeDesk } from './over-time.js';
import { PassageDesk } from './passages.js';
import { RobustnessDesk } from './robustness.js';
import { ScatterDesk } from './scatter.js';
import { withStrings } from './strings.js';
import { StripDesk } from './strips.js';
import { TakeDesk } from './take.js';
import { ThemeDesk } from './themes.js';
import { UnfoldedDesk } from './unfolded.js';
import { ZonedDesk } from './zoned.js';

/** @typedef {import('../render/columns.js').Report} Report */
/** @typedef {import('../../src/wasm/types.d.ts').Comparison} Comparison */
/** @typedef {import('../client.js').Engine} Engine */
/**
 * What the application has and does for the views.
 * @typedef {object} Host
 * @property {<T>(question: (engine: Engine) => Promise<T>) => Promise<T | null>} ask null if it cannot be answered
 * @property {() => import('../render/controls.js').Choices} choices
 * @property {(work: () => Promise<void>) => void} later does it after what was asked for before
 * @property {(word: string, column: string | undefined) => void} showWord opens the sentences of a word
 * @property {(theme: string, column: string | undefined, term: string | null) => void} showTheme opens the sentences of a theme, or of one of its terms
 * @property {(document: number, at: { start: number, end: number }) => void} read opens a document at a place
 * @property {import('../focus.js').Focus} focus
 * @property {() => string} state of the whole view, as the address has it
 * @property {import('../word-desk.js').WordDesk} words
 * @property {import('../survival.js').Survival} survival
 */
/**
 * What a desk works with.
 * @typedef {object} Place
 * @property {HTMLElement} part its own place on the page
 * @property {import('../panel.js').Panel} panel
 * @property {() => import('./strings.js').Context} context in the language of the page as it is now
 * @property {Host} host
 */
/**
 * @typedef {object} Desk
 * @property {(report: Report) => void} changed other texts or other choices
 * @property {(comparison: Comparison, report: Report) => void} [compared] what tells the places apart is known now
 * @property {() => void} redraw in another language
 * @property {() => void} close
 */

/** @typedef {Required<Desk> & { showTheme: (theme: string, column: string | undefined, term: string | null) => Promise<void> | undefined, showPair: (word: string, other: string, column: string | undefined) => Promise<void> | undefined }} Views */

/** In the order in which they stand on the page. @type {[name: string, make: new (place: Place) => Desk][]} */
const DESKS = [
  ['robustness', RobustnessDesk],
  ['scatter', ScatterDesk],
  ['themes', ThemeDesk],
  ['zoned', ZonedDesk],
  ['strips', StripDesk],
  ['collocates', CollocateDesk],
  ['likeness', LikenessDesk],
  ['passages', PassageDesk],
  ['over-time', OverTimeDesk],
  ['little', LittleDesk],
  ['linked', LinkedDesk],
  ['take', TakeDesk],
  ['unfolded', UnfoldedDesk],
];

/**
 * @param {import('../view.js').View} view
 * @param {Host} host
 * @returns {Views}
 */
export function openViews(view, host) {
  const root = view.node.getRootNode();
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  if (root instanceof ShadowRoot) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  view.panel.Lines = Concordance;
  const context = () => ({ document: view.document, t: withStrings(view.t) });
  const desks = DESKS.map(([name, Desk]) => {
    const part = html(view.document, 'div', { class: `part-${name}` });
    view.parts.views.append(part);
    return new Desk({ part, panel: view.panel, context, host });
  });
  return {
    changed: (report) => desks.forEach((desk) => desk.changed(report)),
    compared: (comparison, report) => desks.forEach((desk) => desk.compared?.(comparison, report)),
    showTheme: (theme, column, term) => desks.find((desk) => desk instanceof ThemeDesk)?.show(theme, column, term),
    showPair: (word, other, column) => desks.find((desk) => desk instanceof CollocateDesk)?.show(word, other, column),
    redraw: () => desks.forEach((desk) => desk.redraw()),
    close: () => desks.forEach((desk) => desk.close()),
  };
}
