import type { Encoding, Given } from '../src/wasm/types.d.ts';

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
}
