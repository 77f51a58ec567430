/** What the reader decides about a document. Offsets count UTF-16 code units. */
import type { Range } from './types.d.ts';

export type AssignedTo = { place: string } | 'several' | 'unknown';

/** One thing that the reader decides. */
export type Decision =
  | { do: 'undo-kind' | 'redo-kind'; kind: string }
  | { do: 'undo-place' | 'redo-place'; kind: string; start: number; end: number }
  /** Cuts a paragraph in two, or joins the one that begins at `at` with the one before. */
  | { do: 'split' | 'merge'; at: number }
  /** Paragraphs by their exact spans; null leaves them to the text again. */
  | { do: 'assign'; blocks: Range[]; to: AssignedTo | null }
  /** All paragraphs for which the place is suggested. */
  | { do: 'confirm'; place: string };
