/** Shapes of shared wording and of one place over time; part of `types.d.ts`. */

/** How much of a place's text stands in passages of other places too. A number, a word of Latin letters and a name are one letter. */
export interface PassageCity {
  key: string;
  name: string;
  nDocuments: number;
  nLetters: number;
  /** Letters that another place has too; the others are its own. */
  nShared: number;
  /** Of these, letters within terms of the policy lexicon. */
  nSet: number;
}

/** A run at its place. Offsets are UTF-16 code units. */
export interface PassageUse {
  column: string;
  document: number;
  title: string;
  file: string;
  date: string | null;
  block: number;
  /** In the original. */
  start: number;
  end: number;
  /** Letters of the run that stand here: all, or those of a part. */
  nLetters: number;
  /** The cleaned text around it, in which the run stands from `run[0]` to `run[1]`, and `also` is what else another place has too. */
  text: string;
  run: [number, number];
  also: [number, number][];
  /** Whether the paragraph goes on before `text`, and after it. */
  isCut: [boolean, boolean];
}

/** A stretch that stands word for word in passages of several places. */
export interface SharedRun {
  /** With the marks of the first place, by code, that has all of it. */
  text: string;
  nLetters: number;
  /** Made of set phrases of policy. */
  isSet: boolean;
  /** By code. */
  places: { key: string; n: number; isWhole: boolean }[];
  nUses: number;
  /** By place, up to 24. */
  uses: PassageUse[];
}

/** What places share word for word: the longest runs first, up to 60 of `nRuns`. */
export interface Passages {
  cities: PassageCity[];
  runs: SharedRun[];
  nRuns: number;
  minLetters: number;
}

/** What became of a word. */
export type WordChange = 'new' | 'more' | 'steady' | 'less' | 'dropped';

/** How often a word is said in a period: per 10,000 words, with a 95 % interval. */
export interface PeriodCell {
  n: number;
  nBlocks: number;
  rate: number;
  rateInterval: [number, number];
}

export interface WordOverTime {
  word: string;
  /** null where nothing may be said. */
  change: WordChange | null;
  /** Before and now. */
  cells: [PeriodCell, PeriodCell];
  /** null with too little text. */
  logRatio: number | null;
  logRatioInterval: [number, number] | null;
  q: number | null;
}

export interface Period {
  from: string;
  until: string;
  nDocuments: number;
  nWords: number;
  nBlocks: number;
  isEnough: boolean;
}

export interface PlaceOverTime {
  key: string;
  name: string;
  /** Whether years were parted, or the dates of one year. */
  by: 'year' | 'date';
  periods: [Period, Period];
  /** Documents without a date, or with one that is too inexact. */
  leftOut: { document: number; title: string; file: string; date: string | null }[];
  words: WordOverTime[];
  nTests: number;
}

/** Places with their dates, and one of them over time: that which was asked for, else the one with the most dated text. */
export interface OverTime {
  places: { key: string; name: string; nDocuments: number; nDated: number; hasPeriods: boolean }[];
  place: PlaceOverTime | null;
  nDraws: number;
  minWords: number;
  minBlocks: number;
}
