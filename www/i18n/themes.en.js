/** English: what places speak about. */

/** @param {number} n @param {string} one @param {string} many */
const plural = (n, one, many) => (n === 1 ? one : many);

/** Themes of the sheet by their keys; a theme that is not here bears the name that the sheet gives it. @type {Record<string, string>} */
const names = {
  industry: 'Industry',
  projects: 'Projects and investment',
  reform: 'Reform and business climate',
  opening: 'Opening up',
  science: 'Science and talent',
  countryside: 'Countryside',
  cities: 'Cities and transport',
  ocean: 'The sea',
  ecology: 'Ecology',
  livelihood: 'Livelihood',
  health: 'Public health',
  safety: 'Risk, safety, order',
  cadres: 'Party, cadres, style of work',
  culture: 'Culture and tourism',
  none: 'Counts for nothing',
};

export const themes = {
  names,
  title: 'What they speak about',
  intro: 'Words and phrases of each theme, counted in each place’s own passages. This is emphasis in texts, never performance: a place that writes much about a theme has not therefore done much for it.',
  counting: 'Counting the themes…',

  // Heat map.
  mapCaption: 'Share of each theme in all theme words of a place, with the number of uses',
  theme: 'Theme',
  size: (/** @type {string} */ n) => `n = ${n}`,
  key: 'Share in all theme words of the place:',
  between: (/** @type {string} */ from, /** @type {string} */ to) => `${from}–${to}`,
  from: (/** @type {string} */ from) => `${from} or more`,
  little: 'too little text',
  keyMore: '▲ more than the other places, ▽ less, beyond what chance may make (per 10,000 words, q of 0.05 or less)',
  keyLittle: (/** @type {string} */ words, /** @type {string} */ blocks) =>
    `Too little text: fewer than ${words} words or ${blocks} passages; nothing is claimed there.`,
  more: 'more than the others, beyond chance',
  less: 'less than the others, beyond chance',
  cell: (/** @type {string} */ theme, /** @type {string} */ place, /** @type {string} */ share, /** @type {string} */ low, /** @type {string} */ high, /** @type {string} */ n) =>
    `${theme}, ${place}: ${share} (${low} to ${high}), n = ${n}. Show the sentences`,

  // Ranking board.
  boardTitle: 'Who stresses it most',
  boardIntro: (/** @type {string} */ nDraws) =>
    `Uses per 10,000 words; the line is where that rate may lie (95 %, from ${nDraws} draws of the passages). A rank is given only where the texts can tell the places apart, all of them at once; else the range of ranks that a place may have.`,
  rank: 'Rank',
  ranks: (/** @type {string} */ best, /** @type {string} */ worst) => (best === worst ? best : `${best}–${worst}`),
  place: 'Place',
  rate: 'Rate (95 %)',
  uses: 'n',
  words: 'Most frequent',
  noRank: 'not ranked',
  tieAll: (/** @type {string} */ theme) => `${theme}: the places are not distinguishable by these texts; the order below is that of the page and no ranking.`,
  tieSome: (/** @type {string} */ theme) => `${theme}: places whose ranges of ranks overlap are not distinguishable from each other.`,
  tieNone: (/** @type {string} */ theme) => `${theme}: every place can be told from every other.`,
  noRanks: (/** @type {string} */ words, /** @type {string} */ blocks) =>
    `Nothing is ranked: fewer than two places have enough text (${words} words and ${blocks} passages). The rates describe these texts only.`,

  // Sentences.
  sentencesOf: (/** @type {string} */ theme) => `Sentences about ${theme}`,
  filterTerms: 'Show only sentences with',
  allTerms: 'All terms',
  moreTerms: (/** @type {number} */ n, /** @type {string} */ f) => `${f} more ${plural(n, 'term', 'terms')}`,

  // The sheet.
  sheetTitle: 'Edit the themes’ words',
  sheetIntro: 'One word or phrase a line; the longest wins, and a word counts in one theme only. The list is kept in the workspace file.',
  sheetTheme: 'Theme',
  sheetWords: 'Its words and phrases',
  nTerms: (/** @type {string} */ n) => `${n} ${n === '1' ? 'term' : 'terms'}`,
  take: 'Count with these words',
  undo: 'Undo',
  ours: 'Back to the built-in words',
  twice: (/** @type {string} */ words, /** @type {number} */ n) => `${plural(n, 'This word stands', 'These words stand')} in another theme already and ${plural(n, 'counts', 'count')} there: ${words}`,
};
