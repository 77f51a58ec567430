/** English: the company that a word keeps. */

export const collocates = {
  title: 'What stands with a word',
  intro: 'Words in the same clause as the one that is looked at: what a place says when it says it. Company is described here, not tested.',
  choose: 'The word',
  counting: 'Counting the clauses…',
  caption: (/** @type {string} */ word) => `Words in one clause with ${word}, in all and by place`,
  head: (/** @type {string} */ n, /** @type {string} */ all, /** @type {string} */ word) => `${n} of ${all} clauses have ${word}.`,
  columns: { word: 'With it', n: 'Clauses', expected: 'Expected', logDice: 'logDice' },
  note: (/** @type {string} */ least) =>
    `Clauses that have both words; expected if the two were strangers. logDice: 14 where neither stands without the other, one less is half as strong. Words that meet in fewer than ${least} clauses are left out. Under each place: clauses with both, and, of ten clauses with the word or more, their share in these.`,
  none: (/** @type {string} */ word, /** @type {string} */ least) => `No word meets ${word} in ${least} clauses or more.`,
  share: (/** @type {string} */ share) => `(${share})`,
  open: (/** @type {string} */ word, /** @type {string} */ other, /** @type {string} */ n) => `${word} and ${other}, ${n} ${n === '1' ? 'clause' : 'clauses'}: show the sentences`,
  title2: (/** @type {string} */ word, /** @type {string} */ other) => `${word} + ${other}`,
  sentencesOf: (/** @type {string} */ word, /** @type {string} */ other) => `Sentences with ${word} and ${other} in one clause`,
};
