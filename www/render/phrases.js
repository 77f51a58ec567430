/** The phrases that the engine found in the texts, each to be made one word by pressing it. */
import { html } from './build.js';

/** @typedef {import('./columns.js').Context} Context */
/** @typedef {import('../words.js').Wish} Wish */
/** @typedef {import('../../src/wasm/types.d.ts').Phrase} Phrase */
/** @typedef {Context & { onWish: (wish: Wish) => void, onToggle: (isOpen: boolean) => void }} PhrasesContext */

/** So many of those that are certain, and of the others, are offered. */
const MOST = 40;

/**
 * @param {Phrase[] | null} phrases null while nobody looks
 * @param {string[]} joined what is one word already
 * @param {PhrasesContext} context
 * @returns {HTMLDetailsElement}
 */
export function phrasesFound(phrases, joined, context) {
  const { document, t, onToggle } = context;
  const left = (phrases ?? []).filter(({ phrase }) => !joined.includes(phrase));
  const node = html(
    document,
    'details',
    { class: 'phrases', open: phrases !== null },
    html(document, 'summary', {}, t.phrases.title),
    phrases && html(document, 'p', { class: 'hint' }, left.length > 0 ? t.phrases.hint : t.phrases.none),
    group(t.phrases.certain, left.filter(({ taken }) => taken), context),
    group(t.phrases.perhaps, left.filter(({ taken }) => !taken), context),
  );
  node.addEventListener('toggle', () => onToggle(node.open));
  return node;
}

/** @param {string} name @param {Phrase[]} phrases @param {PhrasesContext} context */
function group(name, phrases, { document, t, onWish }) {
  if (phrases.length === 0) return null;
  const chip = (/** @type {Phrase} */ { phrase, n, why, example }) =>
    html(
      document,
      'button',
      { type: 'button', class: 'chip', 'data-phrase': phrase, title: example.text, onclick: () => onWish({ kind: 'join', word: phrase }) },
      html(document, 'b', { lang: 'zh' }, phrase),
      html(document, 'span', {}, `${t.number(n)} · ${t.phrases.why[why]}`),
    );
  return html(
    document,
    'section',
    {},
    html(document, 'h4', {}, name),
    html(document, 'div', { class: 'tool-row', role: 'group', 'aria-label': name }, ...phrases.slice(0, MOST).map(chip)),
  );
}
