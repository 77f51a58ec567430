/**
 * From files to texts: archives, documents and tables are opened, one after the other, and what cannot be read is named.
 * Tables ask the reader once which column is what.
 */
import { MAX_FILES } from './files.js';

/** @typedef {import('./client.js').Engine} Engine */
/** @typedef {import('./client.js').Failure} Failure */
/** @typedef {import('./client.js').Source} Source */
/** @typedef {import('./opener.js').Answer} Answer */
/** @typedef {import('../formats/src/types.d.ts').Columns} Columns */
/** @typedef {import('../formats/src/types.d.ts').Page} Page */
/** @typedef {import('../formats/src/types.d.ts').Table} Table */
/**
 * @typedef {object} Helpers
 * @property {Engine} engine
 * @property {(table: Table, guess: Columns) => Promise<Columns | null>} askColumns null if the reader leaves the table out
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
      const columns = await helpers.askColumns(part.table, part.guess);
      if (columns) take(await settled(await helpers.engine.rows(part.table, columns), helpers));
    }
  }
  return all;
}
