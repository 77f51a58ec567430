/** Shapes of what tells places apart; part of `types.d.ts`. */

/** A word in a place, with how sure its figures are. Rates are per 10,000 words, intervals hold 95 %. */
export interface Figures {
  word: string;
  n: number;
  nBlocks: number;
  rate: number;
  rateInterval: [number, number];
  dispersion: number | null;
  referenceRate: number;
  expected: number;
  logRatio: number;
  logRatioInterval: [number, number];
  /** Over the cities, times 10,000; it knows nothing of chance. */
  tfIdf: number;
  p: number;
  /** The same, adjusted for the number of words. */
  q: number;
}

export interface ComparedCity {
  key: string;
  name: string;
  nWords: number;
  nBlocks: number;
  /** Whether that is enough to be compared. */
  isEnough: boolean;
  /** What it says more often than the others, by chance or not. */
  leading: Figures[];
  /** Beyond chance. */
  distinctive: Figures[];
  /** What it does not say though the others do, beyond chance. */
  missing: Figures[];
}

/** What `chengyan compare --json` prints. */
export interface Comparison {
  cities: ComparedCity[];
  shared: { word: string; lowestRate: number }[];
  pairs: { keys: [string, string]; jensenShannon: number; cosine: number; words: string[] }[];
  /** Those of all lists, or of `findings` the first of each kind of list, and the most frequent; one cell for each city. */
  words: { word: string; cells: { n: number; nBlocks: number; rate: number; rateInterval: [number, number] }[] }[];
  nTests: number;
  nDraws: number;
  minWords: number;
  minBlocks: number;
}

/** A finding on trial: a word that a place says more than the others, or less. */
export interface Claim {
  /** As in the report's columns. */
  key: string;
  word: string;
  direction: 'more' | 'less';
}

/** One thing set otherwise than the reader chose: `src/report/comparison/survival.rs`. */
export type Setting = 'lexicon' | 'unknown-words' | 'found-phrases' | 'cleaning' | 'function-words' | 'genre-words' | 'reprints' | 'reference';

/**
 * Whether a finding holds there, `holds-in-parts` where the word is cut into shorter ones; `no-word`: its characters are no whole
 * words there, so it does not. `left-out` and `too-little`: nothing can be said.
 */
export type SettingAnswer = 'holds' | 'holds-in-parts' | 'fails' | 'no-word' | 'left-out' | 'too-little';

export interface Survival {
  setting: Setting;
  /** In the order of the claims. */
  answers: SettingAnswer[];
}
