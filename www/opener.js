/**
 * In the worker: what stands in files that are more than text. The module that reads them comes from the page as bytes,
 * with the first such file.
 */
import { delimited, initSync, open, pages, rows } from './pkg/formats/chengyan_formats.js';

/** @typedef {import('./source.d.ts').Source} Source */
/** @typedef {import('./source.d.ts').Written} Written */
/** @typedef {import('../src/wasm/types.d.ts').Decoded} Decoded */
/** @typedef {import('../formats/src/types.d.ts').Columns} Columns */
/** @typedef {import('../formats/src/types.d.ts').Opened} Opened */
/** @typedef {import('../formats/src/types.d.ts').Page} Page */
/** @typedef {import('../formats/src/types.d.ts').Part} Part */
/** @typedef {import('../formats/src/types.d.ts').Refusal} Refusal */
/** @typedef {import('../formats/src/types.d.ts').Table} Table */
/**
 * A table whose columns the reader has yet to name. Where it is text, as it is written: that may be guessed wrong.
 * @typedef {{ table: Table, guess: Columns, written?: Written }} FoundTable
 */
/**
 * What came out of a file: a text, a table, or a PDF.
 * @typedef {{ source: Source } | FoundTable | { pdf: Source }} Found
 */
/** @typedef {{ parts: Found[], refusals: Refusal[] }} Answer */

let isThere = false;

/** @param {Uint8Array<ArrayBuffer>} module */
export function bringFormats(module) {
  if (!isThere) initSync({ module });
  isThere = true;
}

/** @param {string} name @param {string} text @param {import('../src/wasm/types.d.ts').Given} given @returns {Found} */
const asSource = (name, text, given) => ({ source: { name, file: new Blob([text]), encoding: 'utf-8', given, extracted: true } });

/** Names in archives that are not UTF-8 are GBK where Chinese is written. @param {Uint8Array} bytes */
const nameOf = (bytes) => new TextDecoder('gb18030').decode(bytes);

/**
 * @param {string} name
 * @param {Uint8Array} bytes
 * @param {(bytes: Uint8Array) => Decoded} decode
 * @returns {Answer}
 */
export function openFile(name, bytes, decode) {
  return found(open(name, bytes, nameOf), decode);
}

/** @param {string} name @param {Page[]} all @returns {Answer} */
export function readPages(name, all) {
  return found(pages(name, all));
}

/** @param {Table} table @param {Columns} columns @returns {Answer} */
export function readRows(table, columns) {
  /** @type {{ rows: import('../formats/src/types.d.ts').Row[], refusals: Refusal[] }} */
  const answer = rows(table, columns);
  const parts = answer.rows.map(({ name, text, ...given }) => asSource(name, text, given));
  return { parts, refusals: answer.refusals };
}

/** @param {Opened} opened @param {(bytes: Uint8Array) => Decoded} [decode] needed where there may be files in it @returns {Answer} */
function found({ parts, refusals }, decode) {
  /** @type {Answer} */
  const answer = { parts: [], refusals: [...refusals] };
  for (const part of parts) {
    if ('table' in part) {
      answer.parts.push({ table: part.table, guess: part.guess });
    } else if ('text' in part) {
      answer.parts.push(asSource(part.name, part.text, { title: part.title, yields: true }));
    } else if (part.kind === 'delimited' && decode) {
      const { text, encoding, encodingGuessed: guessed } = decode(part.bytes);
      const inner = found(delimited(part.name, text));
      const written = { file: new Blob([part.bytes]), encoding, guessed };
      answer.parts.push(...inner.parts.map((table) => ({ ...table, written })));
      answer.refusals.push(...inner.refusals);
    } else {
      const source = { name: part.name, file: new Blob([part.bytes]) };
      answer.parts.push(part.kind === 'pdf' ? { pdf: source } : { source });
    }
  }
  return answer;
}
