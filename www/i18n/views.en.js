/** English: clouds that share their places, and what tells the places apart. */

/** @param {number} n @param {string} one @param {string} many */
const plural = (n, one, many) => (n === 1 ? one : many);

const SMALL = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];

export const views = {
  // Clouds.
  arrangement: 'How the clouds are arranged',
  together: 'Word by word',
  apart: 'Each place for itself',
  stormIntro: 'A word stands in the same spot in every cloud, so the places can be read against each other.',
  legendSize: 'more per 10,000 words of that place; one scale for all clouds',
  legendColour: 'In a place’s colour',
  legendColourText: (/** @type {string} */ bound) => `said markedly more there than in the other places (log-likelihood G² of ${bound} or more), whether by chance or not, and underlined in the cloud of that place`,
  legendSomeColour: '; grey: a place that is not among the eight with most text',
  /** Of which places bold says more, by how many have too little text. */
  legendBold: { none: '', some: '; not coloured where there is too little text to judge', all: '; not bold where there is too little text to judge' },
  legendGhost: 'Empty frame',
  legendGhostText: 'this place does not say the word; others do',
  legendGreyText: 'said markedly more in no place',
  apartAlone: 'What belongs to no place, or to several, is drawn for itself.',
  stormLabel: (/** @type {string} */ place, /** @type {number} */ n, /** @type {number} */ nGhosts) =>
    `Word cloud of ${place}: ${n} ${plural(n, 'word', 'words')}, and ${nGhosts} that only other places say. Arrow keys move between words.`,
  rest: (/** @type {string} */ n, /** @type {string} */ rest) => `These are the ${n} words that rank highest in any place. ${rest} more from the places’ own clouds`,

  // Overview.
  overview: (
    /** @type {number} */ nPlaces,
    /** @type {number} */ nDocuments,
    /** @type {string} */ years,
    /** @type {string} */ nWords,
    /** @type {'county' | 'prefecture' | 'province'} */ level,
    /** @type {(n: number) => string} */ f,
  ) => {
    const names = { county: ['county', 'counties'], prefecture: ['city', 'cities'], province: ['province', 'provinces'] }[level];
    const places = `${SMALL[nPlaces] ?? f(nPlaces)} ${plural(nPlaces, names[0], names[1])}`;
    const documents = `${f(nDocuments)} ${plural(nDocuments, 'document', 'documents')}`;
    const text = [places, documents, years, `${nWords} words`].filter(Boolean).join(', ');
    return `${text[0].toUpperCase()}${text.slice(1)}.`;
  },
  nobodys: (/** @type {string} */ nWords) => `${nWords} of the words belong to no single place and are compared with nothing.`,
  years: (/** @type {string} */ from, /** @type {string} */ to) => (from === to ? from : `${from}–${to}`),
  somePlaces: 'place',
  standsOut: (/** @type {string} */ place, /** @type {string} */ words) => `${place} says ${words} more than the others do, beyond what chance may make.`,
  nothingStandsOut: 'No word is said more in one place than in the others beyond what chance may make.',
  nothingToCompare: 'There is not enough text to say what tells the places apart; the rates describe these texts only.',
  tooLittle: (/** @type {string} */ places, /** @type {number} */ n, /** @type {string} */ words, /** @type {string} */ blocks) =>
    `Of ${places} there is too little text to judge (fewer than ${words} words or ${blocks} passages).`,
  nothingSurvives: 'What is said more in one place than in the others, beyond chance, hangs on the settings in every case; the lists below say on which.',
  says: (/** @type {string} */ place, /** @type {string} */ words) => `${place}: ${words}`,
  saysMost: (/** @type {string[]} */ places) => `Most often said, as a count and not as a difference: ${places.join('; ')}.`,
  comparing: 'Comparing the places…',

  // Dots.
  findingsTitle: 'How sure the differences are',
  findingsIntro: (/** @type {string} */ nDraws) =>
    `Each dot is how often a place says the word, per 10,000 words; the line is where that rate may lie, given how few passages there are (95 %, from ${nDraws} draws of the passages). Where lines overlap, do not read a ranking into the dots.`,
  dotsCaption: 'Rate per 10,000 words with 95 % interval, by word and place',
  dotsAxis: 'uses per 10,000 words',
  dotsFamily: {
    distinctive: 'More in one place, beyond chance',
    missing: 'Missing in one place, beyond chance',
    leading: 'Most uneven, but not beyond chance',
    frequent: 'Most frequent in all',
  },
  interval: (/** @type {string} */ rate, /** @type {string} */ low, /** @type {string} */ high, /** @type {string} */ n) => `${rate} (${low}–${high}), n = ${n}`,
  dotsTable: 'The figures as a table',
  hollow: 'Hollow: too little text to be judged',

  // Lists.
  listsTitle: 'Place by place',
  cityFigures: (/** @type {string} */ nWords, /** @type {string} */ nBlocks) => `${nWords} ${nWords === '1' ? 'word' : 'words'}, ${nBlocks} ${nBlocks === '1' ? 'passage' : 'passages'}`,
  distinctive: 'Said more here, beyond chance',
  missing: 'Not said here though the others do, beyond chance',
  shared: 'Shared by all places with enough text',
  sharedNone: 'No word is said about as often by all.',
  leading: 'Most uneven, not beyond chance',
  noneDistinctive: 'Nothing beyond chance.',
  cityTooLittle: (/** @type {string} */ words, /** @type {string} */ blocks) => `Too little text to judge: it takes ${words} words and ${blocks} passages.`,
  listColumns: { word: 'Word', n: 'n', rate: 'Rate', interval: '95 % interval', tfIdf: 'TF-IDF', q: 'q', expected: 'expected' },
  // Whether it survives.
  survive: 'Does it survive? Grey what other reasonable settings do not confirm',
  stopTrying: 'Stop trying',
  trying: (/** @type {string} */ at, /** @type {string} */ nAll, /** @type {string} */ setting) => `Setting ${at} of ${nAll}: ${setting}…`,
  survived: (/** @type {string} */ nHold, /** @type {string} */ nAll, /** @type {string} */ nSettings, /** @type {boolean} */ isStopped) =>
    `${nHold} of ${nAll} findings hold under ${isStopped ? `the ${nSettings} settings tried before you stopped` : `all ${nSettings} settings`}.`,
  nothingToTry: 'There is no finding to try.',
  notWith: (/** @type {string} */ settings) => `not with: ${settings}`,
  /** What is tried where a setting is on, or is the usual one, and where it is off. @type {Record<import('../../src/wasm/types.d.ts').Setting, [string, string]>} */
  settings: {
    lexicon: ['lexicon off', 'lexicon on'],
    'unknown-words': ['unknown words not guessed', ''],
    'found-phrases': ['phrases of the texts off', 'phrases of the texts on'],
    cleaning: ['cleaning off', ''],
    'function-words': ['function words shown', 'function words left out'],
    'genre-words': ['report words shown', 'report words left out'],
    reprints: ['reprints counted each', 'reprints counted once'],
    reference: ['others put together', ''],
  },
  qNote: (/** @type {string} */ nTests) => `q: probability of so large a difference by chance, adjusted for ${nTests} words tried. Beyond chance: q of 0.05 or less. TF-IDF (times 10,000) is high for words that few places say; it knows nothing of chance, and a word of all places has none.`,
};
