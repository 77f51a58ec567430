/**
 * Where the engine's parts come from: fetched beside the module, or read from blocks of the page itself.
 * Everything is taken once and kept, so that a restarted worker asks the network for nothing. What only some files need
 * is taken when the first of these comes; no address is ever made of what stands in a text.
 */

/**
 * @typedef {object} Assets
 * @property {ArrayBuffer} wasm the engine, plain or gzip
 * @property {ArrayBuffer} dictionary the word list in compact form, plain or gzip
 * @property {{name: string, text: string}[]} sample
 */

/**
 * @typedef {object} AssetSource
 * @property {() => Promise<Assets>} load
 * @property {(url: string) => Promise<Blob>} loadFile
 * @property {() => Promise<ArrayBuffer>} loadFormats the readers of other formats, plain or gzip: asked for when such a file comes
 * @property {() => Promise<PdfReader>} loadPdf the reader of PDF: asked for when a PDF comes
 * @property {() => Promise<Views>} loadViews the views that come after the clouds
 * @property {(code: string) => Promise<Words>} loadWords the words of a language that the page does not begin with: asked for when it is chosen
 * @property {() => Worker} makeWorker
 * @property {boolean} workerIsFetched whether makeWorker asks the network
 */

/** @typedef {import('./pdf.js').PdfReader} PdfReader */
/** @typedef {typeof import('./views/index.js')} Views */
/** @typedef {import('./i18n/index.js').Words} Words */

/** The languages whose words are a script of their own, and its name: no other name is ever asked for. @type {Record<string, string>} */
const SCRIPTS = { 'zh-TW': 'chengyan.zh-TW.js' };

/** An asset that could not be had; `code` is the key of its message. */
export class AssetError extends Error {
  code = 'no-assets';
}

/** The words of a language could not be had. */
class NoLanguage extends Error {
  code = 'no-language';
}

/** The reader of PDF needs files beside the page, which the one-file build has not. */
class NoPdf extends Error {
  code = 'no-pdf-here';
}

/** @param {string} url @returns {Promise<Response>} */
async function fetchOk(url) {
  const response = await fetch(url).catch(() => null);
  if (!response?.ok) throw new AssetError(`${new URL(url).pathname} (${response?.status ?? 'network'})`);
  return response;
}

/**
 * For the module build: the files that lie beside it.
 * @param {string} base the module's own address
 * @returns {AssetSource}
 */
export function assetsBeside(base) {
  /** @param {string} name */
  const at = (name) => new URL(name, base).href;
  /** @param {string} name */
  const bytes = async (name) => (await fetchOk(at(name))).arrayBuffer();
  const load = async () => {
    const [wasm, dictionary, sample] = await Promise.all([
      bytes('chengyan_bg.wasm'),
      bytes('dictionary.bin.gz'),
      fetchOk(at('sample.json')).then((response) => response.json()),
    ]);
    return { wasm, dictionary, sample: sample.files };
  };
  const loads = Object.entries(SCRIPTS).map(([code, name]) => [code, keeping(async () => (await script(name, base)).words)]);
  /** @type {Record<string, () => Promise<Words>>} */
  const words = Object.fromEntries(loads);
  return {
    load: keeping(load),
    makeWorker: () => new Worker(at('chengyan.worker.js')),
    workerIsFetched: true,
    loadFile: async (url) => (await fetchOk(url)).blob(),
    loadFormats: keeping(() => bytes('chengyan_formats_bg.wasm')),
    loadPdf: keeping(async () => (await script('chengyan.pdf.js', base)).makePdfReader(base)),
    loadViews: keeping(() => script('chengyan.views.js', base)),
    loadWords: (code) => words[code]().catch((error) => Promise.reject(new NoLanguage(String(error)))),
  };
}

/** A script of our own from the same folder. @param {string} name @param {string} base */
async function script(name, base) {
  try {
    return await import(new URL(name, base).href);
  } catch (error) {
    throw new AssetError(String(error));
  }
}

/**
 * What was once had is not asked for again; what failed is.
 * @template T
 * @param {() => Promise<T>} load
 */
function keeping(load) {
  /** @type {Promise<T> | null} */
  let kept = null;
  return () => {
    kept ??= load().catch((error) => {
      kept = null;
      throw error;
    });
    return kept;
  };
}

/**
 * For the one-file build: base64 in `<script type="application/octet-stream">` blocks, the sample's texts as gzip.
 * A worker from a blob is the only kind that a page opened from disk may start.
 * @param {Document} document
 * @param {Views} views in the same script
 * @param {Record<string, Words>} words of the languages that the page does not begin with, in the same script
 * @returns {AssetSource}
 */
export function assetsInPage(document, views, words) {
  /** @param {string} id */
  const bytes = (id) => {
    const block = document.getElementById(id);
    if (!block) throw new AssetError(`#${id}`);
    return fromBase64(block.textContent ?? '');
  };
  /** @type {Promise<Assets> | null} */
  let kept = null;
  const load = async () => {
    const texts = new Blob([bytes('chengyan-sample')]).stream().pipeThrough(new DecompressionStream('gzip'));
    const sample = await new Response(texts).json();
    return {
      wasm: bytes('chengyan-wasm').buffer,
      dictionary: bytes('chengyan-dictionary').buffer,
      sample: sample.files,
    };
  };
  let address = '';
  return {
    load: () => (kept ??= load()),
    makeWorker() {
      address ||= URL.createObjectURL(new Blob([bytes('chengyan-worker')], { type: 'text/javascript' }));
      return new Worker(address);
    },
    workerIsFetched: false,
    loadFile: async (url) => (await fetchOk(url)).blob(),
    loadFormats: async () => bytes('chengyan-formats').buffer,
    loadPdf: () => Promise.reject(new NoPdf()),
    loadViews: () => Promise.resolve(views),
    loadWords: (code) => Promise.resolve(words[code]),
  };
}

/** @param {string} text @returns {Uint8Array<ArrayBuffer>} */
function fromBase64(text) {
  const binary = atob(text.trim());
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i += 1) bytes[i] = binary.charCodeAt(i);
  return bytes;
}
