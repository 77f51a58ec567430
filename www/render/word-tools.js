/** What a reader can do with a word, each with its effect before it is taken; and the box for a dictionary of one's own. */
import { html } from './build.js';

/** @typedef {import('./columns.js').Context} Context */
/** @typedef {import('../words.js').Wish} Wish */
/** @typedef {import('../../src/wasm/types.d.ts').WordEffect} WordEffect */
/** @typedef {import('../../src/wasm/types.d.ts').WordProblem} WordProblem */
/** @typedef {{ wish: Wish, effect: WordEffect }} Offer something that can be done, and what it would do */
/** @typedef {{ word: string, offers: Offer[], last: Wish | undefined }} Tools */
/** @typedef {Context & { onWish: (wish: Wish) => void, onUndo: () => void }} ToolsContext */

/**
 * @param {Tools} tools
 * @param {ToolsContext} context
 * @returns {HTMLElement}
 */
export function wordTools({ word, offers, last }, context) {
  const { document, t, onWish } = context;
  const of = (/** @type {Wish['kind']} */ kind) => offers.filter(({ wish }) => wish.kind === kind);
  return html(
    document,
    'section',
    { class: 'word-tools', 'aria-label': t.wordTools },
    undoLine(last, context),
    group(t.joinWith, of('join'), context),
    group(t.splitInto, of('split'), context),
    group(t.neverCut, of('keep'), context),
    html(
      document,
      'div',
      { class: 'tool-row' },
      html(document, 'button', { type: 'button', class: 'chip', onclick: () => onWish({ kind: 'never', word }) }, t.neverCount),
      countAs(word, context),
    ),
  );
}

/** What was done last, and the way back. @param {Wish | undefined} last @param {Context & { onUndo: () => void }} context */
export function undoLine(last, { document, t, onUndo }) {
  if (!last) return null;
  return html(
    document,
    'p',
    { class: 'undo', role: 'status' },
    html(document, 'span', {}, t.wishDone(wishText(last, t))),
    html(document, 'button', { type: 'button', class: 'link', onclick: onUndo }, t.undo),
  );
}

/** Everything that the reader wished, each with the way back. @param {Wish[]} wishes @param {boolean} open @param {Context & { onWish: (wish: Wish) => void }} context */
export function ownWishes(wishes, open, { document, t, onWish }) {
  if (wishes.length === 0) return null;
  const item = (/** @type {Wish} */ wish) => {
    const text = wishText(wish, t);
    return html(
      document,
      'li',
      {},
      html(document, 'span', { lang: 'zh' }, text),
      html(document, 'button', { type: 'button', class: 'link', 'aria-label': `${t.undo}: ${text}`, onclick: () => onWish({ kind: 'back', wish }) }, t.undo),
    );
  };
  return html(
    document,
    'details',
    { class: 'own-wishes', open },
    html(document, 'summary', {}, t.ownWishes(t.number(wishes.length))),
    html(document, 'ul', {}, ...wishes.map(item)),
  );
}

/** @param {string} name @param {Offer[]} offers @param {ToolsContext} context */
function group(name, offers, { document, t, onWish }) {
  if (offers.length === 0) return null;
  const chip = (/** @type {Offer} */ { wish, effect }) => {
    const torn = effect.torn.map(({ word, n }) => `${word} ${t.number(n)}`);
    return html(
      document,
      'button',
      { type: 'button', class: 'chip', 'data-wish': wishText(wish, t), onclick: () => onWish(wish) },
      html(document, 'b', { lang: 'zh' }, wishText(wish, t)),
      html(document, 'span', {}, t.nPlaces(t.number(effect.nPlaces))),
      torn.length > 0 && html(document, 'span', { class: 'torn' }, t.tears(t.list(torn.slice(0, 3)))),
    );
  };
  return html(
    document,
    'div',
    { class: 'tool-row', role: 'group', 'aria-label': name },
    html(document, 'span', { class: 'tool-name' }, name),
    ...offers.map(chip),
  );
}

/** @param {string} word @param {ToolsContext} context */
function countAs(word, { document, t, onWish }) {
  const input = html(document, 'input', { type: 'text', 'aria-label': t.countAs, placeholder: t.countAs, size: 8, lang: 'zh' });
  const send = (/** @type {Event} */ event) => {
    event.preventDefault();
    const name = input.value.trim();
    if (name !== '' && name !== word) onWish({ kind: 'group', word, name });
  };
  return html(document, 'form', { class: 'count-as', onsubmit: send }, input, html(document, 'button', { type: 'submit' }, t.take));
}

/**
 * A wish in a few signs.
 * @param {Wish} wish
 * @param {import('../i18n/index.js').Translation} t
 * @returns {string}
 */
export function wishText(wish, t) {
  switch (wish.kind) {
    case 'join':
      return wish.word;
    case 'split':
      return `${wish.left}|${wish.right}`;
    case 'keep':
      return `${wish.left}+${wish.right}`;
    case 'never':
      return t.neverWish(wish.word);
    case 'show':
      return t.showWish(wish.word);
    case 'group':
      return `${wish.word} → ${wish.name}`;
    case 'dictionary':
      return t.ownWords;
    case 'themes':
      return t.themesWish;
    case 'refuse':
      return t.phrases.refusal(wish.word);
    case 'back':
      return t.takenBack(wishText(wish.wish, t));
  }
}

/**
 * The reader's dictionary: a box to write in, a file to take it from, and what could not be taken.
 * @param {{ text: string, problems: WordProblem[], open: boolean }} state
 * @param {Context & { onDictionary: (text: string) => void }} context
 * @returns {HTMLElement}
 */
export function ownWords({ text, problems, open }, { document, t, onDictionary }) {
  const box = html(document, 'textarea', { rows: 4, lang: 'zh', spellcheck: 'false', 'aria-label': t.ownWords, placeholder: t.ownWordsHint });
  box.value = text;
  const picker = html(document, 'input', { type: 'file', accept: '.txt,.dict,text/plain', hidden: true });
  picker.addEventListener('change', async () => {
    const file = picker.files?.[0];
    if (file) onDictionary(await file.text());
  });
  const wrong = problems.map(({ line, text: content, kind }) =>
    html(document, 'li', {}, t.wrongLine(t.number(line), t.wordProblem[kind] ?? kind), ' ', html(document, 'code', {}, content)),
  );
  return html(
    document,
    'details',
    { class: 'own-words', open },
    html(document, 'summary', {}, t.ownWords),
    box,
    wrong.length > 0 && html(document, 'ul', { class: 'wrong-lines', role: 'alert' }, ...wrong),
    html(
      document,
      'div',
      { class: 'tool-row' },
      html(document, 'button', { type: 'button', onclick: () => onDictionary(box.value) }, t.take),
      html(document, 'button', { type: 'button', onclick: () => picker.click() }, t.ownWordsFile),
      picker,
    ),
  );
}
