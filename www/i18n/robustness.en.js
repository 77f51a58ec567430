/** English: which findings hold under which settings. */
export const robustness = {
  title: 'What holds under other settings',
  intro:
    'The comparison is made again with one thing set otherwise at a time, for the words that were found. A finding holds if there, too, the place says the word more, or less, than the others, with q of 0.05 or less. “Cleaning off” counts every line of the files as it came; “others put together” makes one text of all other places, in which the longest weighs most. The settings are no independent tests: count no marks, read which setting a finding hangs on.',
  caption: 'Findings by setting: whether each holds',
  finding: 'Finding',
  key: '✓ holds · (✓) holds, but the word is cut into shorter ones there · ✗ does not hold · (✗) does not hold: it is not a word there · – cannot be said',
  more: 'more',
  less: 'missing',
  notTried: 'not tried',
  all: (/** @type {string} */ n) => `Show all ${n} findings`,
  /** @type {Record<import('../../src/wasm/types.d.ts').SettingAnswer, string>} */
  answers: {
    holds: 'holds',
    'holds-in-parts': 'holds; the word is cut into shorter ones there',
    fails: 'does not hold',
    'no-word': 'does not hold: not a word there',
    'left-out': 'cannot be said: the word is left out there',
    'too-little': 'cannot be said: too little text there',
  },
};
