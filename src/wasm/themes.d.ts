/** Shapes of what places speak about; part of `types.d.ts`. */
import type { Sentences } from './types.d.ts';

export interface TermCount {
  term: string;
  n: number;
}

/** A theme in a place. Rates are per 10,000 words, intervals hold 95 % and come from resampling blocks. */
export interface ThemeCell {
  n: number;
  nBlocks: number;
  /** Of all uses of themes in the place; null where there are none. */
  share: number | null;
  shareInterval: [number, number];
  rate: number;
  rateInterval: [number, number];
  /** The best and the worst rank by rate; null with too little text, or if no other place has enough. */
  ranks: [number, number] | null;
  /** Said more or less than the others do, beyond chance. */
  finding: 'more' | 'less' | null;
  q: number | null;
  /** The most frequent terms, up to five. */
  terms: TermCount[];
}

export interface ThemeRow {
  /** As in the sheet; the page has names for those of its own. */
  key: string;
  name: string;
  n: number;
  /** In the order of the places. */
  cells: ThemeCell[];
}

export interface ThemeCity {
  key: string;
  name: string;
  nWords: number;
  nBlocks: number;
  /** Uses of all themes. */
  n: number;
  isEnough: boolean;
}

/** How much each place speaks of each theme: emphasis in texts, never performance. */
export interface Themes {
  cities: ThemeCity[];
  /** In the order of the sheet. */
  themes: ThemeRow[];
  nDraws: number;
  minWords: number;
  minBlocks: number;
}

/** Sentences of a theme; `word` is its key. */
export interface ThemeSentences extends Sentences {
  /** The terms that they hold, the most frequent first. */
  terms: TermCount[];
  /** By sentence and mark: index of the term that stands there. */
  markTerms: number[][];
}

/** A word of a theme in a place; `theme` is the index of its theme. */
export interface ThemeWord {
  term: string;
  theme: number;
  n: number;
}

/** What a cloud zoned by theme shows: the words of a place add up to its uses of all themes. */
export interface ThemeWords {
  /** In the order of the sheet. */
  themes: { key: string; name: string }[];
  /** By code; words by their uses, those of one count in the order of the sheet. */
  cities: { city: ThemeCity; words: ThemeWord[] }[];
}

/** A theme of the sheet in use; key "none" has what counts for nothing. */
export interface SheetTheme {
  key: string;
  name: string;
  terms: string[];
}
