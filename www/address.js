/**
 * What the reader looks at as a text for the address, and back: readable pairs as `level=county&word=项目`. It holds what differs
 * from how the page begins, and nothing of the texts but a word, a term of a theme or a speaker that was chosen. Whatever else it
 * is given it ignores. A phrase that was found, or a word in whose company another stands, is a word here.
 */

/** @typedef {import('./render/controls.js').Choices} Choices */
/** @typedef {import('./focus.js').Looked} Looked */
/** @typedef {import('../src/wasm/types.d.ts').ConcordanceQuery} Query */
/** @typedef {{ choices: Partial<Choices>, looked: Looked }} State */

/** Longer texts are no state, and longer words are no words. */
const MOST = 2000;
const LONGEST_WORD = 40;

/** @param {...string} values */
const oneOf = (...values) => (/** @type {string} */ text) => (values.includes(text) ? text : null);
/** @param {RegExp} pattern */
const like = (pattern) => (/** @type {string} */ text) => (pattern.test(text) ? text : null);
const onOff = (/** @type {string} */ text) => (text === 'on' ? true : text === 'off' ? false : null);

/** A word is only a word: no control characters, nothing but white space. @param {string} text */
function aWord(text) {
  const isWord = text.trim() !== '' && [...text].length <= LONGEST_WORD && !/[\p{Cc}\p{Cs}\p{Cn}]/u.test(text);
  return isWord ? text : null;
}

/** How each choice is read; null for what it cannot be. @type {Record<string, (text: string) => string | boolean | null>} */
const CHOICES = {
  level: oneOf('county', 'prefecture', 'province'),
  stop: onOff,
  genre: onOff,
  placeNames: onOff,
  persons: onOff,
  companies: onOff,
  medium: onOff,
  reprints: oneOf('once', 'all'),
  lexicon: onOff,
  phrases: onOff,
  pos: oneOf('all', 'content', 'nouns', 'verbs'),
};

/** The same for what is looked at. @type {Record<keyof Looked, (text: string) => string | null>} */
const LOOKED = {
  word: aWord,
  place: like(/^(\d{6}|several|unknown)$/),
  theme: aWord,
  clouds: like(/^[a-z]{1,12}$/),
  open: oneOf('word', 'theme', 'phrase', 'with'),
  text: like(/^\d{1,16}$/),
  language: like(/^[a-z]{2,3}(-[A-Za-z]{2,4})?$/),
  term: aWord,
  uses: oneOf('lines'),
  sort: oneOf('right', 'left', 'city', 'date'),
  document: like(/^\d{1,16}$/),
  role: oneOf('body', 'heading', 'question', 'editors-note', 'caption'),
  speaker: aWord,
  from: like(/^\d{4}(-\d\d){0,2}$/),
  until: like(/^\d{4}(-\d\d){0,2}$/),
  phrase: aWord,
  with: aWord,
  survive: oneOf('on'),
  pair: like(/^\d{6}-\d{6}$/),
  measure: oneOf('cosine'),
  run: like(/^\d{1,4}$/),
  unfolded: like(/^[a-z-]{1,24}(,[a-z-]{1,24}){0,30}$/),
  rows: like(/^[1-9]\d{0,3}$/),
  listed: like(/^[1-9]\d{0,3}$/),
};

/** What has to be chosen for something to stand open. @type {Record<string, (keyof Looked)[]>} */
const OF_OPEN = { word: ['word'], theme: ['theme'], phrase: ['phrase'], with: ['word', 'with'] };

/** How the lines of a word are sorted and which are shown, but for their place. */
const LINES = /** @type {const} */ (['sort', 'document', 'role', 'speaker', 'from', 'until']);

/** @returns {Looked} */
export function nothing() {
  const all = /** @type {(keyof Looked)[]} */ (Object.keys(LOOKED)).map((key) => [key, null]);
  return Object.fromEntries(all);
}

/** What belongs to something that does not stand open is not looked at. @param {Looked} looked @returns {Looked} */
export function settled(looked) {
  const open = looked.open !== null && OF_OPEN[looked.open].some((key) => looked[key] === null) ? null : looked.open;
  const uses = open === 'word' ? looked.uses : null;
  const lines = uses === null ? Object.fromEntries(LINES.map((key) => [key, null])) : {};
  const of = (/** @type {'term' | 'phrase' | 'with'} */ key, /** @type {string} */ kind) => ({ [key]: open === kind ? looked[key] : null });
  return { ...looked, open, uses, ...lines, ...of('term', 'theme'), ...of('phrase', 'phrase'), ...of('with', 'with') };
}

/** Whether something that is folded as a rule stands unfolded: a list, a table, or all of what is shown in part. @param {Looked} looked @param {string} name */
export function isUnfolded({ unfolded }, name) {
  return unfolded?.split(',').includes(name) === true;
}

/** @param {Looked} looked @param {string} name @param {boolean} isOpen @returns {Partial<Looked>} */
export function unfolding({ unfolded }, name, isOpen) {
  const others = (unfolded?.split(',') ?? []).filter((one) => one !== name);
  return { unfolded: LOOKED.unfolded([...others, ...(isOpen ? [name] : [])].sort().join()) };
}

/** What is asked for the lines of a word; null while its sentences are shown. @param {Looked} looked @returns {Query | null} */
export function queryOf(looked) {
  if (looked.uses === null) return null;
  const given = LINES.flatMap((key) => (looked[key] === null ? [] : [[key, key === 'document' ? Number(looked[key]) : looked[key]]]));
  return Object.fromEntries(given);
}

/** The same as it is looked at. @param {Query | null} query @returns {Partial<Looked>} */
export function linesLooked(query) {
  const lines = LINES.map((key) => [key, query?.[key] ? LOOKED[key](String(query[key])) : null]);
  return { ...Object.fromEntries(lines), uses: query ? 'lines' : null };
}

/** What a text says of the state; of two values for one key the first. @param {string} text with or without # @returns {State} */
export function parsed(text) {
  /** @type {State} */
  const state = { choices: {}, looked: nothing() };
  const pairs = text.length > MOST ? [] : text.replace(/^#/, '').split('&');
  for (const pair of pairs.reverse()) {
    const [key, value] = [pair.slice(0, pair.indexOf('=')), unescaped(pair.slice(pair.indexOf('=') + 1))];
    if (!pair.includes('=') || value === null) continue;
    const into = Object.hasOwn(CHOICES, key) ? state.choices : Object.hasOwn(LOOKED, key) ? state.looked : null;
    const known = into && (into === state.choices ? CHOICES : LOOKED)[/** @type {keyof Looked} */ (key)](value);
    if (into && known !== null) Object.assign(into, { [key]: known });
  }
  return { ...state, looked: settled(state.looked) };
}

/** @param {Choices} choices @param {Choices} base how the page begins @param {Looked} looked */
export function written(choices, base, looked) {
  /** @type {string[]} */
  const pairs = [];
  for (const key of /** @type {(keyof Choices)[]} */ (Object.keys(CHOICES))) {
    const value = choices[key];
    if (value !== base[key]) pairs.push(`${key}=${value === true ? 'on' : value === false ? 'off' : value}`);
  }
  for (const key of /** @type {(keyof Looked)[]} */ (Object.keys(LOOKED))) {
    const value = looked[key];
    if (value !== null && LOOKED[key](value) !== null) pairs.push(`${key}=${escaped(value)}`);
  }
  return pairs.join('&');
}

/** Whether a reader would want to come back to what was before; else it is a small change. @param {State} before @param {State} after */
export function isStep(before, after) {
  const [old, now] = [before.looked, after.looked];
  const isOtherTheme = now.open === 'theme' && old.theme !== now.theme;
  const isOpened = (/** @type {'open' | 'text'} */ key) => now[key] !== null && now[key] !== old[key];
  const isOther = (/** @type {'phrase' | 'with' | 'pair'} */ key) => now[key] !== null && now[key] !== old[key];
  return isOtherTheme || isOther('phrase') || isOther('with') || isOther('pair') || old.word !== now.word || old.place !== now.place || isOpened('open') || isOpened('text') || before.choices.level !== after.choices.level;
}

/** Letters stay as they are, so that an address can be read. @param {string} text */
function escaped(text) {
  return text.replace(/[%&=#+\s"<>`\\^{}|]/gu, (one) => encodeURIComponent(one));
}

/** @param {string} text */
function unescaped(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
