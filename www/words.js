/** The reader's words: wishes one on top of the other, each of which can be taken back. */

/** @typedef {import('../src/wasm/types.d.ts').Words} Words */
/** @typedef {Required<Words>} AllWords */
/**
 * @typedef {{ kind: 'join', word: string } | { kind: 'split' | 'keep', left: string, right: string } | { kind: 'never' | 'show', word: string }
 *   | { kind: 'group', word: string, name: string } | { kind: 'dictionary', text: string }
 *   | { kind: 'themes', text: string } | { kind: 'refuse', word: string } | { kind: 'back', wish: Wish }} Wish
 */

export class ReaderWords {
  /** @type {Wish[]} */
  #wishes = [];
  #first;

  /** @param {Words} [first] the words of a workspace, which are not taken back one by one */
  constructor(first = {}) {
    this.#first = first;
  }

  /** @param {Wish} wish */
  add(wish) {
    this.#wishes.push(wish);
  }

  /** Takes the last wish back. */
  undo() {
    return this.#wishes.pop();
  }

  get last() {
    return this.#wishes.at(-1);
  }

  /** The text of the reader's dictionary. */
  get dictionary() {
    return this.words().dictionary;
  }

  /** What all wishes come to, and one more if it is given. @param {Wish} [more] @returns {AllWords} */
  words(more) {
    /** @type {AllWords} */
    const words = { dictionary: '', join: [], split: [], keep: [], never: [], shown: [], refused: [], groups: [], themes: '', ...structuredClone(this.#first) };
    for (const wish of more ? [...this.#wishes, more] : this.#wishes) apply(words, wish);
    return words;
  }
}

/** Where the wishes for single words are kept. */
const LISTS = /** @type {const} */ ({ join: 'join', never: 'never', show: 'shown', refuse: 'refused' });
const PAIRS = /** @type {const} */ (['split', 'keep']);
const TEXTS = /** @type {const} */ (['dictionary', 'themes']);

/** All that is wished, one by one, wherever it came from. @param {AllWords} words @returns {Wish[]} */
export function wishesIn(words) {
  const kinds = /** @type {(keyof typeof LISTS)[]} */ (Object.keys(LISTS));
  return [
    ...kinds.flatMap((kind) => words[LISTS[kind]].map((word) => ({ kind, word }))),
    ...PAIRS.flatMap((kind) => words[kind].map(([left, right]) => ({ kind, left, right }))),
    ...words.groups.flatMap(({ name, words: members }) => members.map((word) => /** @type {const} */ ({ kind: 'group', word, name }))),
    ...TEXTS.filter((kind) => words[kind] !== '').map((kind) => ({ kind, text: words[kind] })),
  ];
}

/** @param {AllWords} words @param {Wish} wish */
function takeBack(words, wish) {
  switch (wish.kind) {
    case 'split':
    case 'keep':
      words[wish.kind] = words[wish.kind].filter(([left, right]) => left !== wish.left || right !== wish.right);
      break;
    case 'group':
      words.groups = without(words.groups, wish.word);
      break;
    case 'dictionary':
    case 'themes':
      words[wish.kind] = '';
      break;
    case 'back':
      break;
    default:
      words[LISTS[wish.kind]] = words[LISTS[wish.kind]].filter((word) => word !== wish.word);
  }
}

/** @param {AllWords['groups']} groups @param {string} word */
function without(groups, word) {
  const rest = groups.map((group) => ({ ...group, words: group.words.filter((one) => one !== word) }));
  return rest.filter(({ words }) => words.length > 0);
}

/** A later wish for the same place comes instead of an earlier one. @param {AllWords} words @param {Wish} wish */
function apply(words, wish) {
  switch (wish.kind) {
    case 'join':
      words.split = words.split.filter(([left, right]) => !wish.word.includes(left + right));
      words.refused = words.refused.filter((word) => word !== wish.word);
      words.join.push(wish.word);
      break;
    case 'split':
      words.join = words.join.filter((word) => !word.includes(wish.left + wish.right));
      words.keep = words.keep.filter(([left, right]) => left !== wish.left || right !== wish.right);
      words.split.push([wish.left, wish.right]);
      break;
    case 'keep':
      words.split = words.split.filter(([left, right]) => left !== wish.left || right !== wish.right);
      words.keep.push([wish.left, wish.right]);
      break;
    case 'never':
      words.shown = words.shown.filter((word) => word !== wish.word);
      words.never.push(wish.word);
      break;
    case 'show':
      words.never = words.never.filter((word) => word !== wish.word);
      words.shown.push(wish.word);
      break;
    case 'group':
      words.groups = without(words.groups, wish.word);
      words.groups.push({ name: wish.name, words: [wish.word] });
      break;
    case 'refuse':
      words.join = words.join.filter((word) => word !== wish.word);
      words.refused.push(wish.word);
      break;
    case 'back':
      takeBack(words, wish.wish);
      break;
    case 'dictionary':
    case 'themes':
      words[wish.kind] = wish.text;
  }
}

/** At so many places of a word a cut is offered. */
const MOST_SPLITS = 7;

/**
 * What can be done with a word, each with its effect.
 * @param {string} word
 * @param {import('./client.js').Engine} engine
 * @param {ReaderWords} words
 * @param {import('../src/wasm/types.d.ts').View} view
 */
export async function toolsFor(word, engine, words, view) {
  const { left, right } = await engine.neighbours(word, view);
  const characters = [...word];
  /** @type {Wish[]} */
  const wishes = [
    ...left.map((one) => /** @type {const} */ ({ kind: 'join', word: one.word + word })),
    ...right.map((one) => /** @type {const} */ ({ kind: 'join', word: word + one.word })),
    ...left.map((one) => /** @type {const} */ ({ kind: 'keep', left: one.word, right: word })),
    ...right.map((one) => /** @type {const} */ ({ kind: 'keep', left: word, right: one.word })),
    ...characters.slice(1, MOST_SPLITS + 1).map((_, index) => /** @type {const} */ ({
      kind: 'split',
      left: characters.slice(0, index + 1).join(''),
      right: characters.slice(index + 1).join(''),
    })),
  ];
  const offers = [];
  for (const wish of wishes) {
    const effect = await engine.wordEffect(words.words(wish));
    if (effect.nPlaces > 0) offers.push({ wish, effect });
  }
  return { word, offers, last: words.last };
}
