/** English: one place against the others, how alike places are, and where a word stands. */

/** @param {number} n @param {string} one @param {string} many */
const plural = (n, one, many) => (n === 1 ? one : many);

const scatter = {
  title: 'One place against the others',
  intro: 'Each point is a word: the higher, the more often the place says it; the further right, the more often the others do, each of them with the same say. Both scales are of ratios.',
  counting: 'Counting the words…',
  place: 'Place',
  up: (/** @type {string} */ place) => `Uses per 10,000 words in ${place}`,
  right: (/** @type {number} */ n, /** @type {string} */ f) => `per 10,000 words in the other ${plural(n, 'place', `${f} places`)}, on average`,
  none: '0',
  same: 'as often',
  more: (/** @type {string} */ place) => `more in ${place}`,
  less: 'more elsewhere',
  keyDistinctive: 'beyond chance (q of 0.05 or less)',
  keyMissing: 'not said here though the others do, beyond chance',
  keyOther: 'not shown to differ',
  keyHollow: 'too little text: described, nothing claimed',
  tooLittle: (/** @type {string} */ place, /** @type {string} */ words, /** @type {string} */ blocks) =>
    `${place} has fewer than ${words} words or ${blocks} passages, or no other place has as many: the picture describes these texts and claims nothing.`,
  hint: 'Point at a word for its figures; choose it for its sentences. With the keyboard, the arrow keys go from word to word.',
  picture: (/** @type {string} */ place) => `Words of ${place} against the other places`,
  point: (/** @type {string} */ word, /** @type {string} */ place, /** @type {string} */ rate, /** @type {string} */ n, /** @type {string} */ others) =>
    `${word}: ${rate} per 10,000 words in ${place} (n = ${n}), ${others} in the others`,
  times: (/** @type {string} */ ratio) => `${ratio} times as often`,
  finding: { distinctive: 'beyond chance', missing: 'missing here, beyond chance', '': '' },
  table: 'The words as a table',
  caption: (/** @type {string} */ place, /** @type {string} */ n) => `${n} words of ${place} and of the other places: those of all lists and the most frequent, at least three uses`,
  columns: { word: 'Word', n: 'n', rate: 'Rate', others: 'Others', ratio: 'Ratio', finding: 'Finding (q)' },
  unlabelled: (/** @type {number} */ n, /** @type {string} */ f) => `${f} ${plural(n, 'word', 'words')} without a name in the picture for want of room.`,
};

const likeness = {
  title: 'Who sounds like whom',
  intro: 'How much of their words two places have in common, from 0, nothing, to 1, the same words in the same proportions. Places that are alike stand side by side. Short texts look unlike whatever they say: compare places of like length.',
  counting: 'Comparing the places…',
  measure: 'Measure',
  measures: { jensenShannon: 'Jensen–Shannon', cosine: 'Cosine' },
  measureNotes: {
    jensenShannon: '1 less the Jensen–Shannon divergence in bits: every word counts.',
    cosine: 'Cosine of the frequencies: the most frequent words decide.',
  },
  between: (/** @type {string} */ from, /** @type {string} */ to) => `${from}–${to}`,
  little: 'Hatched: too little text, nothing is claimed.',
  tooLittle: (/** @type {string} */ words, /** @type {string} */ blocks) => `Nothing is compared: fewer than two places have enough text (${words} words and ${blocks} passages).`,
  picture: 'Likeness of each pair of places',
  cell: (/** @type {string} */ a, /** @type {string} */ b, /** @type {string} */ value) => `${a} and ${b}: ${value}`,
  pair: (/** @type {string} */ a, /** @type {string} */ b) => `${a} and ${b}`,
  values: (/** @type {string} */ jensenShannon, /** @type {string} */ cosine) => `Jensen–Shannon ${jensenShannon} · cosine ${cosine}`,
  alike: 'Words that make them alike, with the uses in each',
  nearest: (/** @type {string} */ place) => `Most like ${place}`,
  uses: (/** @type {string} */ a, /** @type {string} */ n, /** @type {string} */ b, /** @type {string} */ m) => `${a} ${n} · ${b} ${m}`,
  hint: 'Choose a pair for the words that make it alike.',
  table: 'The pairs as a table',
  caption: 'Likeness of each pair of places with enough text, the most alike first',
  columns: { one: 'Place', other: 'Place', jensenShannon: 'Jensen–Shannon', cosine: 'Cosine', words: 'Words that make them alike' },
};

const strips = {
  title: 'Where a word stands',
  intro: 'The passages of each place, laid end to end from first to last; a stroke for each use of the word. Thin gaps part the documents. Every strip is as wide as the others, however long the text.',
  counting: 'Looking for the word…',
  words: 'Word',
  other: 'Another word',
  show: 'Show',
  none: (/** @type {string} */ word) => `No place says “${word}”, as the texts are cut and shown now.`,
  picture: (/** @type {string} */ word) => `Where ${word} stands in each place`,
  figures: (/** @type {string} */ n, /** @type {string} */ dispersion) => `n = ${n} · DP ${dispersion}`,
  few: (/** @type {string} */ n) => `n = ${n}`,
  noUse: 'not said',
  dp: 'DP is Gries’ deviation of proportions over the passages, from 0 (even) to 1 (in one place); it is given from three uses on. Compare words of like frequency only.',
  little: 'Hollow: too little text, no DP.',
  hint: 'Point at a stroke to read it; choose it to read on in the document. With the keyboard, the arrow keys go from use to use and from place to place.',
  use: (/** @type {string} */ word, /** @type {string} */ place, /** @type {string} */ at, /** @type {string} */ n, /** @type {string} */ share) => `${word} in ${place}, use ${at} of ${n}, at ${share} of the text. Open the document`,
  where: (/** @type {string} */ place, /** @type {string} */ at, /** @type {string} */ n, /** @type {string} */ title) => `${place}, ${at} of ${n} · ${title}`,
  table: 'The strips as a table',
  caption: (/** @type {string} */ word) => `Uses of ${word} by place, how evenly they are spread, and in which fifths of the text they stand`,
  columns: { place: 'Place', words: 'Words', n: 'n', rate: 'Per 10,000', dispersion: 'DP', fifths: 'Uses by fifths of the text' },
};

export const charts = { scatter, likeness, strips };
