/** What crosses between the readers of other formats and the worker. */
import type { Given } from '../../src/wasm/types.d.ts';

/** A table with its head; rows with their numbers, from 1, as spreadsheets count them. */
export interface Table {
  name: string;
  columns: string[];
  rows: [number, string[]][];
}

/** Which column is what, by number from 0; none where it is null. */
export interface Columns {
  text: number | null;
  place: number | null;
  date: number | null;
  title: number | null;
  source: number | null;
}

/** Something that was not read: `code` is the key of its message, `message` has its figures and names. */
export interface Refusal {
  name: string;
  code: string;
  message: string;
}

/** What stands in a file: text, a table, or a file as it is. */
export type Part =
  | { name: string; text: string; title: string | null }
  | { name: string; table: Table; guess: Columns }
  | { name: string; bytes: Uint8Array<ArrayBuffer>; kind: 'text' | 'delimited' | 'pdf' };

export interface Opened {
  parts: Part[];
  refusals: Refusal[];
}

/** A document that a row of a table holds. */
export interface Row extends Given {
  name: string;
  text: string;
}

/** A page of a PDF: pieces of text where they stand, y from the top. */
export interface Page {
  height: number;
  items: { text: string; x: number; y: number; width: number; size: number }[];
}

export function initSync(input: { module: BufferSource | WebAssembly.Module }): { memory: WebAssembly.Memory };
/** Opens a file; `decode` makes a string of bytes that are not UTF-8. */
export function open(name: string, bytes: Uint8Array, decode: (bytes: Uint8Array) => string): Opened;
export function delimited(name: string, text: string): Opened;
export function pages(name: string, pages: Page[]): Opened;
export function rows(table: Table, columns: Columns): { rows: Row[]; refusals: Refusal[] };
