/** The reader's choices: level, stop words, names, language. And what the page tells: state, sample, problems. */
import { html } from './build.js';
import { languages } from '../i18n/index.js';

/** @typedef {import('./columns.js').Context} Context */
/** @typedef {import('../../src/wasm/types.d.ts').Level} Level */
/** @typedef {'all' | 'content' | 'nouns' | 'verbs'} PartOfSpeech */
/** @typedef {'stop' | 'genre' | 'placeNames' | 'persons' | 'companies' | 'medium' | 'lexicon' | 'phrases'} Switch */
/** @typedef {{ level: Level, reprints: 'once' | 'all', pos: PartOfSpeech } & Record<Switch, boolean>} Choices */
/** @typedef {import('../client.js').Failure} Failure */

/** What is shown before the reader chooses. @type {Choices} */
export const DEFAULTS = {
  level: 'prefecture',
  stop: true,
  genre: true,
  placeNames: false,
  persons: false,
  companies: false,
  medium: false,
  reprints: 'once',
  lexicon: true,
  phrases: true,
  pos: 'all',
};

/** @type {Level[]} */
export const LEVELS = ['county', 'prefecture', 'province'];

/**
 * @param {Choices} choices
 * @param {Context & { isOpen: boolean, onOpen: (isOpen: boolean) => void, onChoice: (change: Partial<Choices>) => void, onLanguage: (code: string) => void }} context isOpen:
 *   whether the choices of what is counted are unfolded
 * @returns {HTMLElement}
 */
export function controls(choices, { document, t, isOpen, onOpen, onChoice, onLanguage }) {
  const radio = (/** @type {Level} */ level) => {
    const input = html(document, 'input', {
      type: 'radio',
      name: 'level',
      value: level,
      checked: level === choices.level,
      onchange: () => onChoice({ level }),
    });
    return html(document, 'label', {}, input, html(document, 'span', {}, t.levels[level]));
  };
  const check = (/** @type {Switch} */ name, /** @type {string} */ text) => {
    const input = html(document, 'input', { type: 'checkbox', name, checked: choices[name] });
    input.addEventListener('change', () => onChoice({ [name]: input.checked }));
    return html(document, 'label', { class: 'check' }, input, html(document, 'span', {}, text));
  };
  const all = html(document, 'input', { type: 'checkbox', name: 'reprints', checked: choices.reprints === 'all' });
  all.addEventListener('change', () => onChoice({ reprints: all.checked ? 'all' : 'once' }));
  const checks = html(
    document,
    'fieldset',
    { class: 'checks', id: 'choices', hidden: !isOpen },
    html(document, 'legend', { class: 'unseen' }, t.choices),
    check('stop', t.stop),
    check('genre', t.genre),
    check('placeNames', t.placeNames),
    check('persons', t.persons),
    check('companies', t.companies),
    check('medium', t.medium),
    html(document, 'label', { class: 'check' }, all, html(document, 'span', {}, t.reprints)),
    check('lexicon', t.lexicon),
    check('phrases', t.phrases.choice),
    partOfSpeech(choices, { document, t, onChoice }),
  );
  const fold = html(document, 'button', { type: 'button', class: 'fold', 'aria-expanded': String(isOpen), 'aria-controls': 'choices' }, t.choices);
  fold.addEventListener('click', () => {
    checks.hidden = !checks.hidden;
    fold.setAttribute('aria-expanded', String(!checks.hidden));
    onOpen(!checks.hidden);
  });
  return html(
    document,
    'div',
    { class: 'controls' },
    html(
      document,
      'fieldset',
      { class: 'levels' },
      html(document, 'legend', {}, t.level),
      html(document, 'div', { class: 'segments' }, ...LEVELS.map(radio)),
    ),
    fold,
    languageSwitch({ document, t, onLanguage }),
    checks,
  );
}

/** @type {PartOfSpeech[]} */
const PARTS_OF_SPEECH = ['all', 'content', 'nouns', 'verbs'];

/** @param {Choices} choices @param {Context & { onChoice: (change: Partial<Choices>) => void }} context */
function partOfSpeech(choices, { document, t, onChoice }) {
  const options = PARTS_OF_SPEECH.map((pos) =>
    html(document, 'option', { value: pos, selected: pos === choices.pos }, t.partsOfSpeech[pos]),
  );
  const select = html(document, 'select', { name: 'pos' }, ...options);
  select.addEventListener('change', () => onChoice({ pos: /** @type {PartOfSpeech} */ (select.value) }));
  return html(document, 'label', { class: 'check' }, html(document, 'span', {}, t.partOfSpeech), select);
}

/** @param {Context & { onLanguage: (code: string) => void }} context */
function languageSwitch({ document, t, onLanguage }) {
  const buttons = languages.map(({ code, name }) =>
    html(
      document,
      'button',
      { type: 'button', lang: code, 'aria-pressed': String(code === t.code), onclick: () => onLanguage(code) },
      name,
    ),
  );
  return html(document, 'div', { class: 'languages', role: 'group', 'aria-label': t.language }, ...buttons);
}

/**
 * @param {'shown' | 'gone' | 'mixed' | 'none'} state
 * @param {Context & { onBack: () => void, onClear: () => void }} context
 * @returns {HTMLElement | null}
 */
export function sampleNote(state, { document, t, onBack, onClear }) {
  if (state === 'none') return null;
  const text = { shown: t.sampleShown, gone: t.sampleGone, mixed: t.sampleMixed }[state];
  const button = (/** @type {string} */ name, /** @type {() => void} */ press) =>
    html(document, 'button', { type: 'button', class: 'link', onclick: press }, name);
  return html(
    document,
    'p',
    { class: 'sample-note' },
    html(document, 'span', {}, text),
    state === 'gone' && button(t.sampleBack, onBack),
    state === 'mixed' && button(t.sampleClear, onClear),
  );
}

/**
 * @param {Failure[]} failures
 * @param {Context & { onDismiss: () => void }} context
 * @returns {HTMLElement | null}
 */
export function problemList(failures, { document, t, onDismiss }) {
  if (failures.length === 0) return null;
  const codes = [...new Set(failures.map(({ code }) => code))];
  const items = codes.map((code) => problem(code, failures.filter((failure) => failure.code === code), { document, t }));
  return html(
    document,
    'div',
    { class: 'problems', role: 'alert' },
    html(document, 'h2', {}, t.problems),
    html(document, 'ul', {}, ...items),
    html(document, 'button', { type: 'button', onclick: onDismiss }, t.dismiss),
  );
}

/** More names than this are folded away. */
const N_NAMES = 6;

/** One cause and the files that it befell. @param {string} code @param {Failure[]} failures @param {Context} context */
function problem(code, failures, { document, t }) {
  /** @type {Record<string, string>} */
  const texts = { ...t.notice, ...t.error };
  const names = failures.map(({ name, message }) =>
    html(
      document,
      'li',
      {},
      html(document, 'strong', {}, name),
      // A cause that the page knows is told in its words, with its figures and names; of another, what the engine said.
      code in t.errorFigures && message !== '' && html(document, 'span', { class: 'detail' }, ` ${t.errorFigures[code](message)}`),
      !(code in texts) && message !== '' && html(document, 'span', { class: 'detail' }, ` ${t.errorDetail(message)}`),
    ),
  );
  const list = html(document, 'ul', {}, ...names);
  return html(
    document,
    'li',
    { 'data-code': code },
    html(document, 'p', {}, texts[code] ?? texts.failed),
    names.length > N_NAMES
      ? html(document, 'details', {}, html(document, 'summary', {}, t.nFiles(t.number(names.length))), list)
      : list,
  );
}
