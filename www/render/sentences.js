/** The sentences that a word stands in, from the original texts. */
import { html } from './build.js';
import { colourClass, columnName } from './columns.js';
import { arrangement } from './concordance.js';
import { wordTools } from './word-tools.js';

/** @typedef {import('./columns.js').Context} Context */
/** @typedef {import('./columns.js').Report} Report */
/** @typedef {import('../../src/wasm/types.d.ts').Sentences} Sentences */
/** @typedef {import('../../src/wasm/types.d.ts').Sentence} Sentence */
/**
 * @typedef {Context & {
 *   column: string | undefined,
 *   nShown: number,
 *   onFilter: (column: string | undefined) => void,
 *   onMore: () => void,
 *   onClose: () => void,
 *   drawLines: (() => HTMLElement[]) | null,
 *   onArrange: ((inLines: boolean) => void) | null,
 *   tools: import('./word-tools.js').Tools | null,
 *   onWish: (wish: import('../words.js').Wish) => void,
 *   onUndo: () => void,
 *   title?: string,
 *   label?: string,
 *   more?: (column: string | undefined) => HTMLElement | null,
 * }} SentencesContext
 */

/** Sentences shown at first, and added each time. */
export const SOME_SENTENCES = 100;

/**
 * The content of the panel: `all` holds every use of the word, of which the chosen column is shown; or its lines.
 * @param {Report} report
 * @param {Sentences} all
 * @param {SentencesContext} context
 * @returns {HTMLElement}
 */
export function sentencesPanel(report, all, context) {
  const { document, t, column, nShown, drawLines } = context;
  const { onArrange } = context;
  const head = [panelHead(context.label ?? t.sentencesOf(all.word), context.title ?? all.word, context), onArrange && arrangement(drawLines !== null, { document, t, onArrange })];
  if (drawLines) return html(document, 'div', { class: 'panel' }, ...head, ...drawLines());
  const chosen = all.sentences.filter((sentence) => !column || sentence.column === column);
  const nUses = chosen.reduce((sum, sentence) => sum + sentence.marks.length, 0);
  const left = chosen.length - nShown;
  return html(
    document,
    'div',
    { class: 'panel' },
    ...head,
    html(document, 'p', { class: 'uses', role: 'status' }, `${t.usesIn(nUses, chosen.length, t.number)} · ${t.fromOriginal}`),
    tones(chosen, context),
    filters(report, all, context),
    context.more?.(column),
    context.tools && wordTools(context.tools, context),
    html(document, 'ol', {}, ...chosen.slice(0, nShown).map((sentence) => sentenceItem(report, sentence, context))),
    left > 0 &&
      html(
        document,
        'button',
        { type: 'button', class: 'more', onclick: context.onMore },
        t.moreSentences(t.number(Math.min(left, SOME_SENTENCES))),
      ),
  );
}

/** How often the word is denied or spoken of as a problem. @param {Sentence[]} sentences @param {Context} context */
function tones(sentences, { document, t }) {
  const count = (/** @type {'negated' | 'problem'} */ tone) =>
    sentences.reduce((sum, { marks }) => sum + marks.filter((mark) => mark[2] === tone).length, 0);
  const [nNegated, nProblem] = [count('negated'), count('problem')];
  if (nNegated + nProblem === 0) return null;
  return html(document, 'p', { class: 'uses tones' }, t.tonesIn(t.number(nNegated), t.number(nProblem)));
}

/** @param {string} label @param {string} title @param {SentencesContext} context */
function panelHead(label, title, { document, t, onClose, title: own }) {
  return html(
    document,
    'header',
    {},
    html(document, 'h2', { id: 'panel-title', 'aria-label': label, lang: own ? null : 'zh', tabindex: '-1' }, title),
    html(document, 'button', { type: 'button', class: 'close', 'aria-label': t.close, onclick: onClose }, '×'),
  );
}

/** @param {Report} report @param {Sentences} all @param {SentencesContext} context */
function filters(report, all, { document, t, column, onFilter }) {
  const counts = report.columns
    .map((one) => ({ one, n: countIn(all, one.key) }))
    .filter(({ n }) => n > 0)
    .map(({ one, n }) => ({ key: one.key, name: columnName(one, t), n, colour: colourClass(report, one) }));
  if (counts.length < 2) return null;
  const chip = (/** @type {{ key: string | undefined, name: string, n: number, colour: string }} */ choice) =>
    html(
      document,
      'button',
      {
        type: 'button',
        class: `chip ${choice.colour}`,
        'aria-pressed': String(choice.key === column),
        'data-column': choice.key ?? '',
        onclick: () => onFilter(choice.key),
      },
      choice.name,
      html(document, 'span', {}, t.number(choice.n)),
    );
  const everywhere = { key: undefined, name: t.everywhere, n: countIn(all, undefined), colour: '' };
  return html(
    document,
    'div',
    { class: 'chips', role: 'group', 'aria-label': t.filterBy },
    ...[everywhere, ...counts].map(chip),
  );
}

/** @param {Sentences} all @param {string | undefined} key */
function countIn(all, key) {
  return all.sentences
    .filter((sentence) => !key || sentence.column === key)
    .reduce((sum, sentence) => sum + sentence.marks.length, 0);
}

/** @param {Report} report @param {Sentence} sentence @param {Context} context */
function sentenceItem(report, sentence, { document, t }) {
  const column = report.columns.find(({ key }) => key === sentence.column);
  const where = [sentence.title || sentence.file, sentence.date && t.date(sentence.date)].filter(Boolean);
  return html(
    document,
    'li',
    { class: column ? colourClass(report, column) : null },
    html(document, 'p', { class: 'sentence', lang: 'zh' }, ...marked(document, t, sentence)),
    html(
      document,
      'p',
      { class: 'where' },
      column && html(document, 'span', { class: 'place' }, columnName(column, t)),
      html(document, 'span', {}, where.join(' · ')),
    ),
    html(document, 'p', { class: 'reason' }, t.because(reasonText(sentence, t))),
  );
}

/** @param {Sentence} sentence @param {import('../i18n/index.js').Translation} t */
function reasonText({ reason }, t) {
  const text = t.reasons[reason.kind]?.(reason.name) ?? [reason.kind, reason.name].filter(Boolean).join(': ');
  return reason.until === null ? text : text + t.untilYear(reason.until);
}

/**
 * The sentence in pieces, the word's uses marked, with a word on those that are denied or a problem.
 * @param {Document} document
 * @param {import('../i18n/index.js').Translation} t
 * @param {Sentence} sentence
 */
function marked(document, t, { text, marks }) {
  /** @type {(Node | string)[]} */
  const pieces = [];
  let at = 0;
  for (const [start, end, tone] of marks) {
    // The label stands in the style sheet's hands, so that a copied sentence is the original's.
    const label = tone && t.tones[tone];
    pieces.push(text.slice(at, start), html(document, 'mark', { class: tone, 'data-tone': label }, text.slice(start, end)));
    at = end;
  }
  pieces.push(text.slice(at));
  return pieces;
}
