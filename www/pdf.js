/**
 * Reads PDF with pdf.js; loaded when the first PDF comes. Its worker and its tables of characters lie in the same folder.
 * Only where which text stands is asked of it: nothing is drawn, and no script of a PDF is run.
 */
import { GlobalWorkerOptions, Util, VerbosityLevel, getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** @typedef {import('../formats/src/types.d.ts').Page} Page */
/** @typedef {{ pages: (file: Blob) => Promise<Page[]> }} PdfReader */

/** @param {string} base address of the folder @returns {PdfReader} */
export function makePdfReader(base) {
  GlobalWorkerOptions.workerSrc = new URL('pdf.worker.js', base).href;
  const cMapUrl = new URL('cmaps/', base).href;
  return { pages: (file) => read(file, cMapUrl) };
}

/** What stands on each page. Throws `{ code }`. @param {Blob} file @param {string} cMapUrl */
async function read(file, cMapUrl) {
  const task = getDocument({
    data: await file.arrayBuffer(),
    cMapUrl,
    cMapPacked: true,
    disableFontFace: true,
    useSystemFonts: true,
    enableXfa: false,
    isEvalSupported: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    useWasm: false,
    useWorkerFetch: true,
    verbosity: VerbosityLevel.ERRORS,
  });
  try {
    const pdf = await task.promise;
    /** @type {Page[]} */
    const pages = [];
    for (let number = 1; number <= pdf.numPages; number += 1) pages.push(await pageOf(await pdf.getPage(number)));
    return pages;
  } catch (error) {
    const { name } = /** @type {Error} */ (error);
    throw { code: name === 'PasswordException' ? 'encrypted' : 'damaged-file', message: String(error) };
  } finally {
    await task.destroy();
  }
}

/** @param {import('pdfjs-dist').PDFPageProxy} page @returns {Promise<Page>} */
async function pageOf(page) {
  const viewport = page.getViewport({ scale: 1 });
  const { items } = await page.getTextContent();
  page.cleanup();
  const pieces = items.flatMap((item) => {
    if (!('str' in item)) return [];
    // From the page's own corner and direction to pixels from the top left.
    const [, , c, d, x, y] = Util.transform(viewport.transform, item.transform);
    return [{ text: item.str, x, y, width: item.width, size: Math.hypot(c, d) }];
  });
  return { height: viewport.height, items: pieces };
}
