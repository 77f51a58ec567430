/** Workspace files: how one is known, and how files are handed to the reader. */

/** @typedef {import('./files.js').Named} Named */
/** @typedef {'text' | 'json' | 'csv'} Taken the cleaned text of a document, or the receipt of what was changed */

/** A file says in its first bytes that it is a workspace. */
const MARK = /^\s*\{\s*"chengyan"\s*:/;

/**
 * The workspace among files, if there is one; a workspace is opened alone.
 * @param {Named[]} files
 * @returns {Promise<File | null>}
 */
export async function workspaceAmong(files) {
  for (const { name, file } of files) {
    if (file && /\.json$/i.test(name) && MARK.test(await file.slice(0, 64).text().catch(() => ''))) return file;
  }
  return null;
}

/**
 * Lets the reader keep a file. Nothing is asked of the network: the address is one of the page's own memory.
 * @param {Document} document
 * @param {string} name
 * @param {Blob} blob
 */
export function download(document, name, blob) {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser takes the file at once; the address may go a moment later.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/**
 * Hands the reader the cleaned text of a document, or the receipt of one or of all.
 * @param {Document} document @param {import('./client.js').Engine} engine
 * @param {Taken} what @param {number | undefined} id @param {string | undefined} file the document's name
 */
export async function take(document, engine, what, id, file) {
  const text = what === 'text' ? await engine.cleaned(id ?? 0) : await engine.receipt(what, id);
  const stem = file ? (file.split('/').at(-1) ?? file).replace(/\.[^.]*$/, '') : 'chengyan';
  const [ending, type] = { text: ['cleaned.txt', 'text/plain'], json: ['receipt.json', 'application/json'], csv: ['receipt.csv', 'text/csv'] }[what];
  download(document, `${stem}-${ending}`, new Blob([text], { type }));
}
