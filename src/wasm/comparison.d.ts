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
  /** Those of all lists and the most frequent; one cell for each city. */
  words: { word: string; cells: { n: number; nBlocks: number; rate: number; rateInterval: [number, number] }[] }[];
  nTests: number;
  nDraws: number;
  minWords: number;
  minBlocks: number;
}
