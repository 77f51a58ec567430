/**
 * The engine's thread: takes calls by number, answers every one of them.
 * It asks the network for nothing: the page hands it the engine, the dictionary and all else as bytes.
 */
import { bringFormats, openFile, readPages, readRows } from './opener.js';
import { initSync, Session } from './pkg/chengyan.js';

/** @typedef {{ id: number, call: string, args: any[] }} Request */
/** @typedef {import('../src/wasm/types.d.ts').DocumentSummary} DocumentSummary */

/** @type {Session | null} */
let session = null;
/** @type {WebAssembly.Memory | null} */
let memory = null;

/** A gzip stream says so in its first two bytes; a server may already have undone it. */
const isGzip = (/** @type {Uint8Array} */ bytes) => bytes[0] === 0x1f && bytes[1] === 0x8b;

/** @param {ArrayBuffer} buffer */
async function inflate(buffer) {
  const bytes = new Uint8Array(buffer);
  if (!isGzip(bytes)) return bytes;
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** @returns {Session} */
function ready() {
  if (!session) throw { code: 'failed', message: 'called before start' };
  return session;
}

/** What has NULs at its head although it is in an encoding whose texts have none. @param {Uint8Array} bytes @param {number} id */
function isBinary(bytes, id) {
  if (!bytes.subarray(0, HEAD).includes(0)) return false;
  return !/^utf-(?:16|32)/.test(ready().summary(id).encoding);
}

/**
 * Reads one file into the session; what goes wrong with it is its own result. An encoding that the reader chose is
 * not called into question.
 * @param {import('./source.d.ts').Source} source
 */
async function addOne({ name, file, encoding, given }) {
  let bytes;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch (error) {
    return { error: { code: 'unreadable', message: String(error) } };
  }
  if (bytes.length === 0) return { error: { code: 'empty', message: '' } };
  const kind = encoding ? 'text' : ready().kind(name, bytes.subarray(0, HEAD));
  if (kind !== 'text' && kind !== 'delimited') return { error: { code: kind, message: '' } };
  try {
    const id = ready().take(name, bytes, encoding, given);
    if (encoding || !isBinary(bytes, id)) return { id };
    ready().remove(id);
    return { error: { code: 'not-text', message: '' } };
  } catch (error) {
    if (isFatal(error)) throw error;
    return { error: asError(error) };
  }
}

/** So many bytes tell what a file is; of an old office file, only all of them tell whether it asks for a password. */
const HEAD = 4096;
/** The reader wants no more files to be read. */
let isStopped = false;

/** @param {import('./source.d.ts').Source} source @returns {Promise<string>} */
async function kindOf({ name, file, encoding }) {
  if (encoding) return 'text';
  const bytes = async (/** @type {Blob} */ some) => new Uint8Array(await some.arrayBuffer());
  try {
    const kind = ready().kind(name, await bytes(file.slice(0, HEAD)));
    return kind === 'old-office' ? ready().kind(name, await bytes(file)) : kind;
  } catch (error) {
    if (isFatal(error)) throw error;
    // Why it cannot be read is told when it is read.
    return 'text';
  }
}

/** @param {Uint8Array} bytes */
function isUtf8(bytes) {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/**
 * Opens a workspace file; each text comes back as a file of its own, by which it can be read again.
 * @param {(value: object) => void} progress
 * @param {Blob} file
 */
async function openWorkspace(progress, file) {
  const tell = (/** @type {number} */ done, /** @type {number} */ total, /** @type {string} */ name) =>
    progress({ done, total, name });
  /** @type {import('../src/wasm/types.d.ts').Opened} */
  const opened = ready().load(await file.text(), tell);
  const decided = JSON.parse(ready().decisions()).documents ?? {};
  const sources = opened.documents.map(({ id, file: name }) => {
    const bytes = /** @type {Uint8Array<ArrayBuffer>} */ (ready().bytes(id));
    const encoding = decided[id]?.encoding;
    // What was taken out of another file was written as UTF-8 and said to be.
    const extracted = encoding === 'utf-8' && isUtf8(bytes);
    return { id, name, file: new Blob([bytes]), encoding, given: ready().given(id), extracted };
  });
  return { ...opened, sources };
}

/** @type {Record<string, (progress: (value: object) => void, ...args: any[]) => any>} */
const calls = {
  async start(_progress, wasm, dictionary) {
    // The dictionary is inflated while the module is compiled.
    const words = inflate(dictionary);
    const module = await inflate(wasm);
    memory = initSync({ module }).memory;
    session = new Session();
    session.loadDictionary(await words);
  },
  kinds: (_progress, sources) => Promise.all(sources.map(kindOf)),
  async open(_progress, formats, { name, file, encoding }) {
    bringFormats(await inflate(formats));
    let bytes;
    try {
      bytes = new Uint8Array(await file.arrayBuffer());
    } catch (error) {
      return { parts: [], refusals: [{ name, code: 'unreadable', message: String(error) }] };
    }
    return openFile(name, bytes, (some) => ready().decode(some, encoding));
  },
  async rows(_progress, formats, table, columns) {
    bringFormats(await inflate(formats));
    return readRows(table, columns);
  },
  async pages(_progress, formats, name, pages) {
    bringFormats(await inflate(formats));
    return readPages(name, pages);
  },
  async add(progress, sources) {
    const results = [];
    isStopped = false;
    for (const [done, source] of sources.entries()) {
      if (isStopped) break;
      progress({ done, total: sources.length, name: source.name });
      results.push(await addOne(source));
    }
    return results.map(({ id, error }) => (id === undefined ? { error } : { document: ready().summary(id) }));
  },
  remove(_progress, ids) {
    for (const id of ids) ready().remove(id);
  },
  exchange: (_progress, before, after) => ready().exchange(before, after),
  report: (_progress, view) => ready().report(view),
  sentences: (_progress, word, view, column) => ready().sentences(word, view, column ?? undefined),
  concordance: (_progress, word, view, query) => ready().concordance(word, view, query),
  collocates: (_progress, word, view) => ready().collocates(word, view),
  collocateSentences: (_progress, word, other, view) => ready().collocateSentences(word, other, view),
  dispersion: (_progress, word, view) => ready().dispersion(word, view),
  setWords: (_progress, words) => ready().setWords(words),
  wordEffect: (_progress, words) => ready().wordEffect(words),
  phrases: (_progress, view) => ready().phrases(view),
  phraseSentences: (_progress, phrase, view) => ready().phraseSentences(phrase, view),
  stopWords: (_progress, view) => ready().stopWords(view),
  neighbours: (_progress, word, view) => ready().neighbours(word, view),
  layout: (_progress, requests) => requests.map((/** @type {any} */ request) => ready().layout(request)),
  storm: (_progress, request) => ready().storm(request),
  usage: (_progress, words, view) => ready().usage(words, view),
  findings: (_progress, view) => ready().findings(view),
  comparison: (_progress, view) => ready().comparison(view),
  survival: (_progress, view, setting, claims) => ready().survival(view, setting, claims),
  themes: (_progress, view) => ready().themes(view),
  themeSentences: (_progress, theme, view) => ready().themeSentences(theme, view),
  themeWords: (_progress, view) => ready().themeWords(view),
  themeSheet: () => ready().themeSheet(),
  passages: (_progress, view) => ready().passages(view),
  overTime: (_progress, view, place) => ready().overTime(view, place ?? undefined),
  openWorkspace,
  document: (_progress, id) => ready().document(id),
  part: (_progress, id, part, view) => ready().documentPart(id, part, view),
  nextChange: (_progress, id, kind, from, forward) => ready().nextChange(id, kind ?? undefined, from, forward),
  decide: (_progress, id, decision) => ready().decide(id, decision),
  undo: () => ready().undo() ?? null,
  redo: () => ready().redo() ?? null,
  decisions: () => ready().decisions(),
  setDecisions: (_progress, json) => ready().setDecisions(json),
  save: (_progress, view) => new Blob([ready().save(view)], { type: 'application/json' }),
  cleaned: (_progress, id) => ready().cleaned(id),
  receipt: (_progress, format, id) => ready().receipt(format, id ?? undefined),
  findPlaces: (_progress, typed, n) => ready().findPlaces(typed, n),
  memory: () => memory?.buffer.byteLength ?? 0,
};

/** After a trap the engine's memory cannot be trusted: the page starts another worker. */
function isFatal(/** @type {unknown} */ error) {
  return error instanceof WebAssembly.RuntimeError || error instanceof RangeError;
}

/** @returns {{ code: string, message: string }} */
function asError(/** @type {any} */ error) {
  return { code: error?.code ?? 'failed', message: error?.message ?? String(error) };
}

/** @param {Request} request */
async function serve({ id, call, args }) {
  const progress = (/** @type {object} */ value) => postMessage({ id, progress: value });
  try {
    postMessage({ id, result: await calls[call](progress, ...args) });
  } catch (error) {
    postMessage({ id, error: asError(error), died: isFatal(error) });
  }
}

/** One call at a time, in the order they came. */
let queue = Promise.resolve();
addEventListener('message', (event) => {
  // Heard between two files, since the call that reads them waits for each.
  if (event.data.stop) {
    isStopped = true;
    return;
  }
  queue = queue.then(() => serve(event.data));
});
postMessage({ hello: true });
