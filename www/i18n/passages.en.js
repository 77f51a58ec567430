/** English: wording that places share. */

/** @param {number} n @param {string} one @param {string} many */
const plural = (n, one, many) => (n === 1 ? one : many);

export const passages = {
  title: 'Wording they share',
  intro: (/** @type {string} */ letters) =>
    `Stretches of ${letters} characters or more that stand word for word in passages of several places. The texts do not tell who wrote them first, and all may quote a third.`,
  counting: 'Laying the texts side by side…',
  none: 'No stretch of that length stands in passages of two places.',

  // Shares.
  sharesTitle: 'How much of each text is its own',
  sharesCaption: 'Characters of each place: its own, shared with another place, and of these within set phrases',
  own: 'its own',
  shared: 'another place has it too',
  set: 'of it, within set phrases of policy',
  ownShare: (/** @type {string} */ share) => `${share} its own`,
  sharedOf: (/** @type {string} */ n, /** @type {string} */ all) => `${n} of ${all} shared`,
  figures: 'The figures as a table',
  place: 'Place',
  documents: 'Documents',
  letters: 'Characters',
  asLetters: 'Marks and spaces do not count; a number, a word of Latin letters and a name count as one character each.',

  // One stretch.
  sideBySide: 'Side by side',
  about: (/** @type {string} */ letters, /** @type {number} */ places, /** @type {string} */ f, /** @type {string} */ all) =>
    `${letters} characters, in ${f} of ${all} ${plural(places, 'place', 'places')}`,
  isSet: 'set phrase',
  isSetWhy: 'Two thirds of it or more are terms of policy, which everybody says.',
  partOnly: (/** @type {string} */ n, /** @type {string} */ all) => `${n} of the ${all} characters`,
  key: 'Marked: the stretch. Underlined with dots: what else another place has too. The rest is this text’s own.',
  open: 'Open the text here',
  openIn: (/** @type {string} */ title) => `Open the text here: ${title}`,
  moreUses: (/** @type {string} */ n, /** @type {string} */ all) => `${n} of ${all} places in the texts are shown.`,

  // All of them.
  runsTitle: 'All shared stretches',
  runsCaption: 'Shared stretches, the longest first, with the places that have them',
  wordingOf: 'Marks may differ from place to place: the wording here is that of the first place, in their order, that has all of it. Each card above has its own.',
  wording: 'Wording',
  length: 'Characters',
  places: 'Places',
  inPart: (/** @type {string} */ place) => `${place} (in part)`,
  manyPlaces: (/** @type {string} */ n, /** @type {string} */ all) => `${n} of ${all} places`,
  more: (/** @type {string} */ n) => `${n} more`,
  rest: (/** @type {string} */ n, /** @type {string} */ all) => `The ${n} longest of ${all}; the command line gives all.`,
};
