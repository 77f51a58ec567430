/** The phrases that the engine found in the texts: those that count as words, those that may be some, those that are none. */
import { html } from './build.js';

/** @typedef {import('./columns.js').Context} Context */
/** @typedef {import('../words.js').Wish} Wish */
/** @typedef {import('../../src/wasm/types.d.ts').Phrase} Phrase */
/** @typedef {{ found: Phrase[] | null, refused: string[], taken: { n: number, nUses: number } | undefined }} Phrases found is null while nobody looks */
/**
 * @typedef {Context & { onWish: (wish: Wish) => void, onToggle: (isOpen: boolean) => void, onPhrase: (phrase: string, isWord: boolean) => void }}
 *   PhrasesContext
 */

/** So many of each kind are shown. */
const MOST = 60;

/**
 * @param {Phrases} phrases
 * @param {PhrasesContext} context
 * @returns {HTMLDetailsElement}
 */
export function phrasesFound({ found, refused, taken }, context) {
  const { document, t, onToggle } = context;
  const title = taken && taken.n > 0 ? `${t.phrases.title} · ${t.phrases.taken(t.number(taken.n), t.number(taken.nUses))}` : t.phrases.title;
  const list = found ?? [];
  const node = html(
    document,
    'details',
    { class: 'phrases', open: found !== null },
    html(document, 'summary', {}, title),
    found && html(document, 'p', { class: 'hint' }, list.length > 0 ? t.phrases.hint : t.phrases.none),
    group('taken', list.filter((one) => one.taken), context),
    group('offered', list.filter((one) => !one.taken), context),
    found && group('refused', refused.map((phrase) => ({ phrase })), context),
  );
  node.addEventListener('toggle', () => onToggle(node.open));
  return node;
}

/** @param {'taken' | 'offered' | 'refused'} kind @param {(Phrase | { phrase: string })[]} phrases @param {PhrasesContext} context */
function group(kind, phrases, context) {
  if (phrases.length === 0) return null;
  const { document, t } = context;
  const name = { taken: t.phrases.certain, offered: t.phrases.perhaps, refused: t.phrases.refused }[kind];
  const nMore = phrases.length - MOST;
  return html(
    document,
    'section',
    { 'data-phrases': kind },
    html(document, 'h2', {}, name),
    kind === 'taken' && html(document, 'p', { class: 'figures' }, t.phrases.rule),
    html(document, 'ul', { class: 'tool-row' }, ...phrases.slice(0, MOST).map((one) => item(kind, one, context))),
    nMore > 0 && html(document, 'p', { class: 'figures' }, t.moreWords(t.number(nMore))),
  );
}

/** @param {'taken' | 'offered' | 'refused'} kind @param {Phrase | { phrase: string }} one @param {PhrasesContext} context */
function item(kind, one, { document, t, onWish, onPhrase }) {
  const { phrase } = one;
  const answer = (/** @type {string} */ name, /** @type {Wish} */ wish) =>
    html(document, 'button', { type: 'button', 'data-answer': wish.kind, 'aria-label': `${phrase} ${name}`, onclick: () => onWish(wish) }, name);
  return html(
    document,
    'li',
    { class: 'pick', 'data-phrase': phrase },
    html(
      document,
      'button',
      { type: 'button', class: 'link', title: 'example' in one && one.example.text, onclick: () => onPhrase(phrase, kind === 'taken') },
      html(document, 'b', { lang: 'zh' }, phrase),
      'n' in one && html(document, 'span', {}, ` ${t.number(kind === 'taken' ? one.nJoined : one.n)} · ${t.phrases.why[one.why]}`),
    ),
    kind === 'offered' && answer(t.phrases.yes, { kind: 'join', word: phrase }),
    kind !== 'refused' && answer(t.phrases.no, { kind: 'refuse', word: phrase }),
    kind === 'refused' && answer(t.phrases.again, { kind: 'back', wish: { kind: 'refuse', word: phrase } }),
  );
}
