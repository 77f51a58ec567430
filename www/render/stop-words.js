/** The words that are left out, by tier: what each holds of these texts, each word to be shown again, and one's own to add. */
import { html } from './build.js';

/** @typedef {import('./columns.js').Context} Context */
/** @typedef {import('../words.js').Wish} Wish */
/** @typedef {import('../../src/wasm/types.d.ts').Stopped} Stopped */
/** @typedef {Context & { onWish: (wish: Wish) => void, onToggle: (isOpen: boolean) => void }} StopContext */

/**
 * @param {Stopped[] | null} tiers null while nobody looks
 * @param {StopContext} context
 * @returns {HTMLDetailsElement}
 */
export function stopWords(tiers, context) {
  const { document, t, onToggle } = context;
  const node = html(
    document,
    'details',
    { class: 'stop-words', open: tiers !== null },
    html(document, 'summary', {}, t.stopWords),
    tiers && html(document, 'p', { class: 'hint' }, t.stopWordsHint),
    ...(tiers ?? []).map((tier) => section(tier, context)),
  );
  node.addEventListener('toggle', () => onToggle(node.open));
  return node;
}

/** @param {Stopped} stopped @param {StopContext} context */
function section({ tier, isInUse, n, nWords, words }, context) {
  const { document, t, onWish } = context;
  const chip = (/** @type {{ word: string, n: number }} */ one) =>
    html(
      document,
      'button',
      { type: 'button', class: 'chip', title: t.showWish(one.word), onclick: () => onWish({ kind: 'show', word: one.word }) },
      html(document, 'b', { lang: 'zh' }, one.word),
      html(document, 'span', {}, t.number(one.n)),
    );
  const nMore = nWords - words.length;
  return html(
    document,
    'section',
    { 'data-tier': tier },
    html(document, 'h2', {}, t.tiers[tier]),
    html(document, 'p', { class: 'figures' }, t.tierFigures(isInUse, t.number(n), t.number(nWords))),
    html(document, 'div', { class: 'tool-row' }, ...words.map(chip), nMore > 0 && html(document, 'span', {}, t.moreWords(t.number(nMore)))),
    tier === 'own' && adding(context),
  );
}

/** @param {StopContext} context */
function adding({ document, t, onWish }) {
  const input = html(document, 'input', { type: 'text', 'aria-label': t.leaveOut, placeholder: t.leaveOut, size: 10, lang: 'zh' });
  const send = (/** @type {Event} */ event) => {
    event.preventDefault();
    const word = input.value.trim();
    if (word !== '') onWish({ kind: 'never', word });
  };
  return html(document, 'form', { class: 'count-as', onsubmit: send }, input, html(document, 'button', { type: 'submit' }, t.take));
}
