/** English: what is looked at, and what can be taken from a view. */

/** @param {number} n @param {string} one @param {string} many */
const plural = (n, one, many) => (n === 1 ? one : many);

export const take = {
  // What is looked at.
  looked: 'Marked in all views: ',
  sentences: 'Show the sentences',
  clear: (/** @type {string} */ what) => `Stop marking ${what}`,

  // Files.
  title: 'Data, picture and source',
  titleData: 'Data and source',
  kinds: { csv: 'CSV', json: 'JSON', svg: 'SVG', png: 'PNG' },
  files: { csv: 'Figures as a CSV table', json: 'Figures and source as JSON', svg: 'Picture as SVG', png: 'Picture as PNG, twice its size' },
  taken: 'The file was handed to your browser.',
  notTaken: 'The file could not be made.',
  copy: 'Copy this text',
  copied: 'Copied.',
  notCopied: 'This page may not copy. Mark the text and copy it by hand.',

  // Caption.
  basis: 'Basis: ',
  counted: 'Counted: ',
  sources: 'Source: ',
  colon: ': ',
  semicolon: '; ',
  comma: ', ',
  bracket: (/** @type {string} */ file) => ` (${file})`,
  moreSources: (/** @type {number} */ n, /** @type {string} */ f) => `and ${f} more ${plural(n, 'text', 'texts')}`,
  made: (/** @type {string} */ date, /** @type {string} */ version) => `Made on ${date} with Chengyan ${version}. Figures tell how often something was said, not whether it was done.`,
  methods: {
    clouds: 'Words of each place’s own passages, sized by how often they are said; colour: log-likelihood G² against the other places of 6.63 or more, by chance or not; bold where there is enough text to judge.',
    dots: 'Uses per 10,000 words in each place’s own passages; lines: 95 % intervals from resampled passages.',
    findings: 'Words that a place says more or less often than the mean of the others, beyond chance: resampled passages, adjusted for the number of words (q of 0.05 or less).',
    themes: 'Share of each theme in all theme words of a place, by a list of words; ▲▽: more or less than the others per 10,000 words, beyond chance.',
    zoned: 'Words of the themes in each place’s own passages, those of one theme together; sizes by how often a word is used, to be compared within a cloud only. Rarer words are in the figures.',
    board: 'Uses of a theme’s words per 10,000 words with 95 % intervals from resampled passages; ranks only where the texts tell places apart.',
    comparison: 'Uses of each word in each place’s own passages, and per 10,000 words; order and marks by log-likelihood G² against the other places; no marks where there is too little text.',
    collocates: 'Clauses that have both words, of all clauses in each place’s own passages; logDice says how closely two words keep together.',
    concordance: 'Every use of the word with what stands before and after it, in the cleaned text.',
  },

  // Heads of columns.
  columns: {
    place: 'place',
    code: 'code',
    word: 'word',
    n: 'n',
    rate: 'per 10,000 words',
    g2: 'G²',
    logRatio: 'log ratio',
    negated: 'denied',
    problem: 'as a problem',
    tag: 'part of speech',
    total: 'total',
    nBlocks: 'passages',
    low: '95 % from',
    high: '95 % to',
    enough: 'enough text',
    list: 'list',
    expected: 'expected',
    p: 'p',
    q: 'q',
    theme: 'theme',
    share: 'share',
    shareLow: 'share 95 % from',
    shareHigh: 'share 95 % to',
    finding: 'finding',
    bestRank: 'best rank',
    worstRank: 'worst rank',
    words: 'most frequent words',
    date: 'date',
    speaker: 'speaker',
    title: 'title',
    file: 'file',
    left: 'before',
    right: 'after',
    link: 'address',
  },
};
