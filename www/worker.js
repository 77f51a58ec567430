/**
 * The engine's thread: takes calls by number, answers every one of them.
 * It asks the network for nothing: the page hands it the engine and the dictionary as bytes.
 */
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

/**
 * Bytes of NUL mark pictures, archives and office files. Text has none unless its characters have two or four bytes
 * each; then the NULs of what is ASCII in it stand all at even or all at odd places, or at every fourth.
 */
function mayBeText(/** @type {Uint8Array} */ bytes) {
  const head = bytes.subarray(0, 4096);
  const places = [0, 0, 0, 0];
  head.forEach((byte, at) => {
    if (byte === 0) places[at % 4] += 1;
  });
  const [a, b, c, d] = places;
  const fours = Math.floor(head.length / 4);
  return a + c === 0 || b + d === 0 || a >= fours || d >= fours;
}

/** What has NULs at its head and yet is not such a text. @param {Uint8Array} bytes @param {DocumentSummary} document */
function isBinary(bytes, { encoding }) {
  return bytes.subarray(0, 4096).includes(0) && !/^utf-(?:16|32)/.test(encoding);
}

/**
 * Reads one file into the session; what goes wrong with it is its own result. An encoding that the reader chose is
 * not called into question.
 * @param {{ name: string, file: Blob, encoding?: string }} source
 */
async function addOne({ name, file, encoding }) {
  let bytes;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch (error) {
    return { error: { code: 'unreadable', message: String(error) } };
  }
  if (bytes.length === 0) return { error: { code: 'empty', message: '' } };
  const notText = { error: { code: 'not-text', message: '' } };
  if (!encoding && !mayBeText(bytes)) return notText;
  try {
    const document = ready().add(name, bytes, encoding);
    if (encoding || !isBinary(bytes, document)) return { document };
    ready().remove(document.id);
    return notText;
  } catch (error) {
    if (isFatal(error)) throw error;
    return { error: asError(error) };
  }
}

/** Larger files are not read twice. */
const ANNOUNCED = 1 << 20;

/**
 * Tells the engine of all files before it reads the first.
 * @param {{ name: string, file: Blob }[]} sources
 * @param {(value: object) => void} progress
 */
async function announce(sources, progress) {
  for (const [done, { name, file }] of sources.entries()) {
    if (file.size > ANNOUNCED) continue;
    // Not to be shown, but whoever dies here is to be named.
    progress({ done, total: sources.length, name, quiet: true });
    // What cannot be read is told when its turn comes.
    const bytes = new Uint8Array(await file.arrayBuffer().catch(() => new ArrayBuffer(0)));
    if (mayBeText(bytes)) ready().announce(bytes);
  }
}

/** @type {Record<string, (progress: (value: object) => void, ...args: any[]) => any>} */
const calls = {
  async start(_progress, wasm, dictionary) {
    const [module, words] = await Promise.all([inflate(wasm), inflate(dictionary)]);
    memory = initSync({ module }).memory;
    session = new Session();
    session.loadDictionary(words);
  },
  async add(progress, sources) {
    const results = [];
    if (sources.length > 1) await announce(sources, progress);
    for (const [done, source] of sources.entries()) {
      progress({ done, total: sources.length, name: source.name });
      results.push(await addOne(source));
    }
    return results;
  },
  remove(_progress, ids) {
    for (const id of ids) ready().remove(id);
  },
  report: (_progress, view) => ready().report(view),
  sentences: (_progress, word, view, column) => ready().sentences(word, view, column ?? undefined),
  setWords: (_progress, words) => ready().setWords(words),
  wordEffect: (_progress, words) => ready().wordEffect(words),
  neighbours: (_progress, word, view) => ready().neighbours(word, view),
  original: (_progress, id) => ready().original(id),
  layout: (_progress, requests) => requests.map((/** @type {any} */ request) => ready().layout(request)),
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
  queue = queue.then(() => serve(event.data));
});
postMessage({ hello: true });
