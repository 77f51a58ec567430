/** Shapes of the uses of a word, one a line; part of `types.d.ts`. */
import type { Block, Tone } from './types.d.ts';

/** Which lines are asked for, in which order. Every field may be left out. */
export interface ConcordanceQuery {
  /** As the text stands (default), by what follows the word, by what stands before it read backwards, by column, by date. */
  sort?: 'text' | 'right' | 'left' | 'city' | 'date';
  /** Key of the column. */
  column?: string;
  document?: number;
  role?: Block['role'];
  /** The name with which the paragraph begins, without the colon. */
  speaker?: string;
  /** Dates of documents: 2019, 2019-02 or 2019-02-24. One that is known less exactly counts as within if it may be. */
  from?: string;
  until?: string;
  /** Lines passed over (default 0), and lines given (default 200). */
  offset?: number;
  n?: number;
}

export interface ConcordanceLine {
  document: number;
  title: string;
  file: string;
  date: string | null;
  /** Key of the column that the use counts for, at the view's level. */
  column: string;
  /** Index of the block in its document, whose voice it is, and the name with which it begins. */
  block: number;
  role: Block['role'];
  speaker: string | null;
  /** Of the cleaned text, up to 40 characters on either side, within the paragraph. */
  before: string;
  keyword: string;
  after: string;
  tone: Tone | null;
  /** Where the word stands in the original. */
  start: number;
  end: number;
  /** The page that the text was taken from, at this place (a text fragment); null where its address is not known. */
  link: string | null;
}

export interface Choice {
  value: string;
  /** Uses of the word that have it. */
  n: number;
}

export interface Concordance {
  word: string;
  /** Uses of the word, as the report counts them, and those that the query leaves. */
  n: number;
  nChosen: number;
  offset: number;
  lines: ConcordanceLine[];
  /** What lines can be chosen by, over all uses; with offset 0 only, else null. */
  choices: {
    columns: Choice[];
    /** By number. */
    documents: Choice[];
    roles: Choice[];
    speakers: Choice[];
    /** Earliest first. */
    dates: Choice[];
  } | null;
}

/** Where a word stands in a city: its passages laid end to end, in the order of the concordance of that city. */
export interface DispersionStrip {
  key: string;
  name: string;
  /** Words: the length of the strip. */
  nWords: number;
  nBlocks: number;
  isEnough: boolean;
  /** Normalised deviation of proportions over the passages, 0 even to 1 in one place; null for few uses or little text. */
  dispersion: number | null;
  /** Documents in their order, with the words that each has in this city. */
  documents: [id: number, nWords: number][];
  /** By use, the words of the city that stand before it. */
  uses: number[];
}

/** What `chengyan dispersion --json` prints. */
export interface Dispersion {
  word: string;
  n: number;
  cities: DispersionStrip[];
}
