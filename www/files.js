/** From what a reader drops or chooses to a flat list of files. Nothing is read here. */

/** @typedef {import('./client.js').Source} Source */
/** @typedef {import('./client.js').Failure} Failure */

/** More files than this in one go would keep the reader waiting for minutes. */
export const MAX_FILES = 5000;

/** Files that systems put into folders without the reader's doing. */
const HIDDEN = /^(?:\.|~\$|Thumbs\.db$|desktop\.ini$|__MACOSX$)/i;

/** @typedef {{ name: string, file: File | null }} Named a file, or null where the browser could not open it */

/** Chosen files, with the folder in the name where a folder was chosen. @param {Iterable<File>} files @returns {Named[]} */
export function named(files) {
  return [...files].map((file) => ({ name: file.webkitRelativePath || file.name, file }));
}

/**
 * Sorts by name, so that the same folder gives the same order everywhere, and parts off what could not be opened.
 * @param {Named[]} files
 * @returns {{ sources: Source[], failures: Failure[] }}
 */
export function asSources(files) {
  /** @type {Source[]} */
  const sources = [];
  /** @type {Failure[]} */
  const failures = [];
  const fail = (/** @type {string} */ name, /** @type {string} */ code) => failures.push({ name, code, message: '' });
  const seen = files.filter(({ name }) => !HIDDEN.test(name.split('/').at(-1) ?? ''));
  seen.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  for (const { file, name } of seen) {
    if (!file) fail(name, 'unreadable');
    else if (sources.length === MAX_FILES) fail(name, 'too-many');
    else sources.push({ name, file });
  }
  return { sources, failures };
}

/** Whether a drag carries something that can be read here. @param {DataTransfer | null} transfer */
function canTake(transfer) {
  return Boolean(transfer && (transfer.types.includes('Files') || transfer.types.includes('text/plain')));
}

/**
 * Everything in a drop: files, the files of folders, or dragged text.
 * The entries must be taken before the first await, after which the browser empties the list.
 * @param {DataTransfer} transfer
 * @returns {Promise<{ files: Named[], text: string }>}
 */
export async function droppedIn(transfer) {
  const items = [...transfer.items].filter((item) => item.kind === 'file');
  const entries = items.map((item) => item.webkitGetAsEntry?.() ?? item.getAsFile());
  const text = items.length === 0 ? transfer.getData('text/plain') : '';
  /** @type {Named[]} */
  const files = [];
  for (const entry of entries) {
    if (entry instanceof File) files.push({ name: entry.name, file: entry });
    else if (entry) await walk(entry, files);
  }
  return { files, text };
}

/** @param {FileSystemEntry} entry @param {Named[]} files */
async function walk(entry, files) {
  if (HIDDEN.test(entry.name) || files.length > MAX_FILES) return;
  const name = entry.fullPath.replace(/^\//, '');
  if (entry.isFile) {
    files.push({ name, file: await fileOf(/** @type {FileSystemFileEntry} */ (entry)) });
    return;
  }
  const reader = /** @type {FileSystemDirectoryEntry} */ (entry).createReader();
  // A reader hands out at most a hundred entries at a time.
  for (;;) {
    /** @type {FileSystemEntry[] | null} */
    const some = await new Promise((resolve) => reader.readEntries(resolve, () => resolve(null)));
    if (!some) files.push({ name: `${name}/`, file: null });
    if (!some?.length) return;
    for (const child of some) await walk(child, files);
  }
}

/** @param {FileSystemFileEntry} entry @returns {Promise<File | null>} */
function fileOf(entry) {
  return new Promise((resolve) => entry.file(resolve, () => resolve(null)));
}

/** The whole widget takes drops, since a text let go beside a small zone would replace the page. @param {HTMLElement} node @param {(transfer: DataTransfer) => void} take */
export function acceptDrops(node, take) {
  let depth = 0;
  const mark = (/** @type {number} */ next) => {
    depth = next;
    node.classList.toggle('dragging', depth > 0);
  };
  node.addEventListener('dragenter', (event) => canTake(event.dataTransfer) && mark(depth + 1));
  node.addEventListener('dragleave', () => mark(Math.max(0, depth - 1)));
  node.addEventListener('dragover', (event) => {
    if (canTake(event.dataTransfer)) event.preventDefault();
  });
  node.addEventListener('drop', (event) => {
    mark(0);
    if (!event.dataTransfer || !canTake(event.dataTransfer)) return;
    event.preventDefault();
    take(event.dataTransfer);
  });
}
