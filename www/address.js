/**
 * What the reader looks at as a text for the address, and back: readable pairs as `level=county&word=项目`. It holds what differs
 * from how the page begins, and nothing of the texts but a word that was chosen. Whatever else it is given it ignores.
 */

/** @typedef {import('./render/controls.js').Choices} Choices */
/** @typedef {import('./focus.js').Looked} Looked */
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
  pos: oneOf('all', 'content', 'nouns', 'verbs'),
};

/** The same for what is looked at. @type {Record<keyof Looked, (text: string) => string | null>} */
const LOOKED = {
  word: aWord,
  place: like(/^(\d{6}|several|unknown)$/),
  theme: aWord,
  clouds: like(/^[a-z]{1,12}$/),
  open: oneOf('word'),
  text: like(/^\d{1,16}$/),
  language: like(/^[a-z]{2,3}(-[A-Za-z]{2,4})?$/),
};

/** @returns {Looked} */
export function nothing() {
  return { word: null, place: null, theme: null, clouds: null, open: null, text: null, language: null };
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
  // A panel that stands open has a word.
  if (state.looked.word === null) state.looked.open = null;
  return state;
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
  const isOpened = (/** @type {'open' | 'text'} */ key) => now[key] !== null && now[key] !== old[key];
  return old.word !== now.word || old.place !== now.place || isOpened('open') || isOpened('text') || before.choices.level !== after.choices.level;
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
