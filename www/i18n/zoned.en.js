/** English: clouds of the themes' words. */

/** @param {number} n @param {string} one @param {string} many */
const plural = (n, one, many) => (n === 1 ? one : many);

export const zoned = {
  title: 'Each place in the words of the themes',
  intro: 'The words of a theme stand together; behind its name is how often the place uses them. A word is larger the more often it stands there: sizes compare within a cloud, not across clouds. What belongs to no theme is not shown here.',
  counting: 'Counting the words of the themes…',
  /** @param {string} n */
  uses: (n) => `${n} uses of theme words`,
  none: 'No words of the themes.',
  label: (/** @type {string} */ place, /** @type {number} */ nWords, /** @type {number} */ nThemes) =>
    `Cloud of ${place}: ${nWords} ${plural(nWords, 'word', 'words')} in ${nThemes} ${plural(nThemes, 'theme', 'themes')}. Arrow keys move between words.`,
  word: (/** @type {string} */ word, /** @type {string} */ theme, /** @type {number} */ n, /** @type {string} */ count) =>
    `${word}, ${theme}: ${count} ${plural(n, 'use', 'uses')}. Show the sentences`,
  rest: (/** @type {number} */ n, /** @type {string} */ f) => `${f} rarer ${plural(n, 'word', 'words')} of the themes`,
  table: 'The figures as a table',
  caption: 'Words of each theme by place, with how often each is used',
  columns: { place: 'Place', theme: 'Theme', uses: 'Uses', words: 'Words' },
};
