/** Shapes of the company that a word keeps; part of `types.d.ts`. */

/** A word that stands with another in one clause. */
export interface Collocate {
  word: string;
  /** Clauses with both, with this one, and with both if they were strangers. */
  n: number;
  nOther: number;
  expected: number;
  /** 14 where neither stands without the other; one less is half as strong. */
  logDice: number;
  g2: number;
  /** Clauses with both, by column. */
  cells: number[];
}

export interface Collocates {
  word: string;
  /** Clauses in all, and with the word. */
  nClauses: number;
  n: number;
  /** Words that meet it in fewer clauses are not named. */
  minTogether: number;
  /** In the order of the report's columns. */
  columns: { key: string; nClauses: number; n: number }[];
  /** The strongest by logDice first, 30 at most. */
  words: Collocate[];
}
