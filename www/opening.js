/**
 * From files to texts: archives, documents and tables are opened, one after the other, and what cannot be read is named.
 * Tables ask the reader once which column is what.
 */
import { MAX_FILES } from './files.js';

/** @typedef {import('./client.js').Engine} Engine */
/** @typedef {import('./client.js').Failure} Failure */
/** @typedef {import('./client.js').Source} Source */
/** @typedef {import('./opener.js').Answer} Answer */
/** @typedef {import('./opener.js').FoundTable} FoundTable */
/** @typedef {import('./source.d.ts').TableFile} TableFile */
/** @typedef {import('../src/wasm/types.d.ts').Encoding} Encoding */
/** @typedef {import('../formats/src/types.d.ts').Columns} Columns */
/** @typedef {import('../formats/src/types.d.ts').Page} Page */
/** @typedef {import('../formats/src/types.d.ts').Table} Table */
/**
 * A table that the reader said the columns of; `failures` is what was not read of it, if it was read once more.
 * @typedef {FoundTable & { columns: Columns, failures?: Failure[] }} MappedTable
 */
/** @typedef {(encoding: Encoding) => Promise<FoundTable & { failures: Failure[] }>} ReadAs reads the same table in another encoding */
/**
 * @typedef {object} Helpers
 * @property {Engine} engine
 * @property {(found: FoundTable, readAs: ReadAs) => Promise<MappedTable | null>} askColumns null if the reader leaves the table out
 * @property {(file: Blob) => Promise<Page[]>} readPdf
 * @property {(done: number, total: number, name: string) => void} onProgress
 */

/** Files that are more than text and larger than this are not opened. */
const MAX_BYTES = 256 * 2 ** 20;

/** Which file a text came in, to know it when it comes again. @param {Source} source */
export function originOf({ origin, name, file }) {
  return origin ?? [name, file.size, file instanceof File ? file.lastModified : ''].join('\n');
}

/**
 * @param {Source[]} sources
 * @param {Helpers} helpers
 * @returns {Promise<Texts>} texts in the order of their files
 */
export async function opened(sources, helpers) {
  const kinds = await helpers.engine.kinds(sources);
  /** @type {Texts} */
  const all = { sources: [], failures: [] };
  for (const [index, source] of sources.entries()) {
    const kind = kinds[index];
    if (kind === 'text') {
      all.sources.push(source);
    } else if (!['archive', 'delimited', 'pdf'].includes(kind)) {
      all.failures.push({ name: source.name, code: kind, message: '' });
    } else if (source.file.size > MAX_BYTES) {
      all.failures.push({ name: source.name, code: 'too-large', message: '' });
    } else {
      helpers.onProgress(index, sources.length, source.name);
      const one = kind === 'pdf' ? await ofPdf(source, helpers) : await ofFile(source, helpers);
      const origin = originOf(source);
      const room = Math.max(0, MAX_FILES - all.sources.length);
      if (one.sources.length > room) all.failures.push({ name: source.name, code: 'too-many', message: String(MAX_FILES) });
      all.sources.push(...one.sources.slice(0, room).map((text) => ({ ...text, origin })));
      all.failures.push(...one.failures);
    }
  }
  return all;
}

/** @typedef {{ sources: Source[], failures: Failure[] }} Texts */

/** @param {Source} source @param {Helpers} helpers @returns {Promise<Texts>} */
function ofFile(source, helpers) {
  return named(source.name, async () => settled(await helpers.engine.open(source), helpers));
}

/** @param {Source} source @param {Helpers} helpers @returns {Promise<Texts>} */
function ofPdf({ name, file }, helpers) {
  return named(name, async () => settled(await helpers.engine.pages(name, await helpers.readPdf(file)), helpers));
}

/**
 * What goes wrong with one file is told under its name, and the others go on, unless there is no engine left.
 * @param {string} name @param {() => Promise<Texts>} work @returns {Promise<Texts>}
 */
async function named(name, work) {
  try {
    return await work();
  } catch (error) {
    const { code, message = '' } = /** @type {{ code?: string, message?: string }} */ (error);
    if (code === undefined || code === 'gave-up') throw error;
    return { sources: [], failures: [{ name, code: code === 'no-assets' ? 'no-reader' : code, message }] };
  }
}

/** @param {Answer} answer @param {Helpers} helpers */
async function settled({ parts, refusals }, helpers) {
  /** @type {Texts} */
  const all = { sources: [], failures: [...refusals] };
  const take = (/** @type {Texts} */ some) => {
    all.sources.push(...some.sources);
    all.failures.push(...some.failures);
  };
  for (const part of parts) {
    if ('source' in part) all.sources.push(part.source);
    else if ('pdf' in part) take(await ofPdf(part.pdf, helpers));
    else {
      const mapped = await helpers.askColumns(part, (encoding) => tableAs(encoding, part, helpers));
      if (mapped?.failures) all.failures = all.failures.filter(({ name }) => name !== part.table.name);
      if (mapped) take(await rowsOf(mapped, helpers));
    }
  }
  return all;
}

/** @param {MappedTable} mapped @param {Helpers} helpers @returns {Promise<Texts>} */
async function rowsOf({ table, columns, written, failures = [] }, helpers) {
  const { parts, refusals } = await helpers.engine.rows(table, columns);
  const file = written && { ...written, name: table.name, head: table.columns, columns };
  const sources = parts.flatMap((part) => ('source' in part ? [{ ...part.source, table: file }] : []));
  return { sources, failures: [...failures, ...refusals] };
}

/** @type {Columns} */
const NO_COLUMNS = { text: null, place: null, date: null, title: null, source: null };

/**
 * The table of a file in another encoding, without columns and rows if there is none in it.
 * @param {Encoding} encoding @param {FoundTable} found @param {Helpers} helpers
 */
async function tableAs(encoding, { table: { name }, written }, { engine }) {
  const file = written?.file ?? new Blob();
  const { parts, refusals } = await engine.open({ name, file, encoding });
  const none = { table: { name, columns: [], rows: [] }, guess: NO_COLUMNS, written: { file, encoding, guessed: false } };
  return { ...(parts.find((part) => 'table' in part) ?? none), failures: refusals };
}

/**
 * Which column is what in another reading of a table; null if its columns are others.
 * @param {Pick<TableFile, 'head' | 'columns'>} file @param {Table} table @returns {Columns | null}
 */
export function columnsIn({ head, columns }, table) {
  const isThere = Object.values(columns).every((at) => at === null || head[at] === table.columns[at]);
  return isThere && head.length === table.columns.length ? columns : null;
}

/**
 * What a text came from, read in another encoding: itself, or all rows of its table, about whose columns the reader is
 * asked if they are others than before.
 * @param {Encoding} encoding @param {Source} source @param {Helpers} helpers @returns {Promise<Texts>}
 */
async function openedAs(encoding, source, helpers) {
  const { table: file, origin } = source;
  if (!file) return { sources: [{ ...source, encoding }], failures: [] };
  return named(file.name, async () => {
    helpers.onProgress(0, 1, file.name);
    const before = { table: { name: file.name, columns: [], rows: [] }, guess: NO_COLUMNS, written: file };
    const readAs = (/** @type {Encoding} */ other) => tableAs(other, before, helpers);
    const found = await readAs(encoding);
    if (found.table.rows.length === 0) return { sources: [], failures: found.failures };
    const columns = columnsIn(file, found.table);
    const mapped = columns ? { ...found, columns } : await helpers.askColumns(found, readAs);
    const { sources, failures } = mapped ? await rowsOf(mapped, helpers) : { sources: [], failures: [] };
    return { sources: sources.map((row) => ({ ...row, origin })), failures };
  });
}

/**
 * Reads what a document came from once more, in another encoding. What is read stands where it stood; if nothing can be
 * read, all stays as it is.
 * @param {number} id @param {Encoding} encoding @param {Helpers} helpers
 * @param {(texts: Texts) => Promise<{ id: number, file: string }[]>} read
 * @returns {Promise<Map<number, number>>} by the documents that were read again, those in their place
 */
export async function readAgain(id, encoding, helpers, read) {
  const { engine } = helpers;
  const source = engine.sources.get(id);
  if (!source) return new Map();
  const { table } = source;
  const before = table ? [...engine.sources].filter(([, one]) => one.table === table) : [];
  const documents = await read(await openedAs(encoding, source, helpers));
  if (!table || documents.length === 0) return new Map();
  await engine.exchange(before.map(([row]) => row), documents.map((document) => document.id));
  const now = new Map(documents.map((document) => [document.file, document.id]));
  return new Map(before.map(([row, { name }]) => [row, now.get(name) ?? documents[0].id]));
}

/** Notices that put the whole document in doubt are told at once, not only in its receipt. */
const DOUBTS = ['poor-fit', 'not-chinese-encoding', 'twice-encoded', 'binary', 'empty'];

/** @param {import('../src/wasm/types.d.ts').DocumentSummary} document @returns {Failure[]} */
export function doubts({ file, notices }) {
  const kinds = new Set(notices.map(({ kind }) => kind));
  return DOUBTS.filter((kind) => kinds.has(kind)).map((code) => ({ name: file, code, message: '' }));
}
