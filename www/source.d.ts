import type { Columns } from '../formats/src/types.d.ts';
import type { Encoding, Given } from '../src/wasm/types.d.ts';

declare global {
  /** The version of the crate; the build writes it in. */
  const CHENGYAN_VERSION: string;
}

/** A text as the page keeps it, to give it to another worker if one dies. */
export interface Source {
  name: string;
  file: Blob;
  sample?: boolean;
  /** If the reader chose one, or the file's format says it. */
  encoding?: Encoding;
  /** What is known of it from beside its text. */
  given?: Given;
  /** A mark of the file that it came in, if it came in one with others. */
  origin?: string;
  /** Its text was taken out of another file, so that its own encoding is nothing to choose. */
  extracted?: boolean;
  /** The table in which it is a row, if the encoding of that can be chosen. */
  table?: TableFile;
}

/** A file that is text, and how it was read. */
export interface Written {
  file: Blob;
  encoding: Encoding;
  /** Nothing in the file says that this is its encoding. */
  guessed: boolean;
}

/** The file of a table; all its rows share one of these. */
export interface TableFile extends Written {
  name: string;
  /** Names of the columns, and which of them is what. */
  head: string[];
  columns: Columns;
}
