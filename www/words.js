/** The reader's words: wishes one on top of the other, each of which can be taken back. */

/** @typedef {import('../src/wasm/types.d.ts').Words} Words */
/** @typedef {Required<Words>} AllWords */
/**
 * @typedef {{ kind: 'join', word: string } | { kind: 'split', left: string, right: string } | { kind: 'never', word: string }
 *   | { kind: 'group', word: string, name: string } | { kind: 'dictionary', text: string }} Wish
 */

export class ReaderWords {
  /** @type {Wish[]} */
  #wishes = [];

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
    const words = { dictionary: '', join: [], split: [], keep: [], never: [], groups: [] };
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
      words.split.push([wish.left, wish.right]);
      break;
    case 'never':
      words.never.push(wish.word);
      break;
    case 'group':
      words.groups = words.groups.map((group) => ({ ...group, words: group.words.filter((word) => word !== wish.word) }));
      words.groups.push({ name: wish.name, words: [wish.word] });
      break;
    case 'dictionary':
      words.dictionary = wish.text;
  }
}
