/** English: one place over time. */

/** @param {number} n @param {string} one @param {string} many */
const plural = (n, one, many) => (n === 1 ? one : many);

export const overTime = {
  title: 'One place over time',
  intro: 'The words of a place’s earlier texts beside those of its later ones. It is what these texts say that is compared, and not what the place did in between.',
  counting: 'Comparing earlier and later texts…',
  none: 'No place has texts of two different dates, so there is no earlier and later to compare.',
  noDates: (/** @type {string} */ place) => `${place} has no texts of two different dates; this is another place.`,
  place: 'Place',
  byYear: 'Parted between two years, so that both parts are as even as the years allow.',
  byDate: 'All dated texts are of one year: parted between two dates, so that both parts are as even as the dates allow.',
  earlier: 'Earlier',
  later: 'Later',
  period: (/** @type {string} */ name, /** @type {string} */ from, /** @type {string} */ until, /** @type {number} */ nDocuments, /** @type {string} */ nWords, /** @type {string} */ nBlocks, /** @type {(n: number) => string} */ f) =>
    `${name}: ${from === until ? from : `${from} to ${until}`}, ${f(nDocuments)} ${plural(nDocuments, 'text', 'texts')}, ${nWords} words in ${nBlocks} passages`,
  leftOut: (/** @type {number} */ n, /** @type {string} */ files) => `Left out, since ${plural(n, 'it has no date', 'they have no date')} or one too inexact: ${files}`,
  tooLittle: (/** @type {string} */ words, /** @type {string} */ blocks) =>
    `Too little text to claim anything: one part has fewer than ${words} words or ${blocks} passages. These are counts of these texts only.`,
  nothing: 'No word can be called new, dropped or steady beyond what chance may make. These are the most frequent ones.',
  /** @type {Record<'new' | 'more' | 'steady' | 'less' | 'dropped' | 'unsure', string>} */
  kinds: { new: 'New', more: 'Said more often', steady: 'Steady', less: 'Said less often', dropped: 'Dropped', unsure: 'Nothing can be said' },
  key: 'Hollow: earlier. Filled: later. Per 10,000 words, with the range in which the rate may lie (95 %).',
  rule: 'New and dropped, more and less: beyond chance (q of 0.05 or less). Steady: surely less than twice and more than half as often.',
  caption: 'Words of a place, earlier and later: uses per 10,000 words, with intervals',
  word: 'Word',
  kind: 'What became of it',
  ratio: 'Ratio',
  cell: (/** @type {string} */ rate, /** @type {string} */ low, /** @type {string} */ high, /** @type {string} */ n) => `${rate} (${low}–${high}), n = ${n}`,
  times: (/** @type {string} */ ratio, /** @type {string} */ low, /** @type {string} */ high) => `${ratio}× (${low}–${high})`,
  adjusted: 'q',
};
