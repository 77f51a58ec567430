/** The reader's words: wishes one on top of the other, each of which can be taken back. */

/** @typedef {import('../src/wasm/types.d.ts').Words} Words */
/** @typedef {Required<Words>} AllWords */
/**
 * @typedef {{ kind: 'join', word: string } | { kind: 'split' | 'keep', left: string, right: string } | { kind: 'never' | 'show', word: string }
 *   | { kind: 'group', word: string, name: string } | { kind: 'dictionary', text: string }
 *   | { kind: 'themes', text: string }} Wish
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
    const words = { dictionary: '', join: [], split: [], keep: [], never: [], shown: [], groups: [], themes: '', ...structuredClone(this.#first) };
    for (const wish of more ? [...this.#wishes, more] : this.#wishes) apply(words, wish);
    return words;
  }
}

/** A later wish for the same place comes instead of an earlier one. @param {AllWords} words @param {Wish} wish */
function apply(words, wish) {
  switch (wish.kind) {
    case 'join':
      words.split = words.split.filter(([left, right]) => !wish.word.includes(left + right));
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
      words.groups = words.groups.map((group) => ({ ...group, words: group.words.filter((word) => word !== wish.word) }));
      words.groups.push({ name: wish.name, words: [wish.word] });
      break;
    case 'dictionary':
      words.dictionary = wish.text;
      break;
    case 'themes':
      words.themes = wish.text;
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
