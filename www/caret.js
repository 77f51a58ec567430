/** Places in a passage: where the reader points, and where its sentences begin. Offsets are those of the original. */

/** @typedef {import('../src/wasm/types.d.ts').Block} Block */
/** @typedef {import('../src/wasm/types.d.ts').DocumentPart} DocumentPart */

/**
 * Where the reader clicked, with some text around it; null where that is not within the passage or not known.
 * @param {Document} document @param {DocumentPart} part @param {HTMLElement} passage @param {MouseEvent} event
 */
export function caretIn(document, part, passage, event) {
  const at = caretAt(document, passage, event);
  const block = part.blocks.find(({ start }) => start === Number(passage.dataset.block));
  if (at === null || !block || at <= block.start || at >= block.end) return null;
  const text = (/** @type {number} */ from, /** @type {number} */ to) =>
    part.text.slice(Math.max(from, block.start, part.start) - part.start, Math.min(to, block.end) - part.start);
  return { before: text(at - 8, at), after: text(at, at + 8), at };
}

/**
 * The offset at which the reader clicked, or null where the browser cannot say.
 * @param {Document} document @param {HTMLElement} passage @param {MouseEvent} event
 */
function caretAt(document, passage, { clientX, clientY }) {
  const root = passage.getRootNode();
  const shadowRoots = root instanceof ShadowRoot ? [root] : [];
  const position = document.caretPositionFromPoint?.(clientX, clientY, { shadowRoots });
  if (!position || !passage.contains(position.offsetNode)) return null;
  let at = Number(passage.dataset.start);
  const walk = document.createTreeWalker(passage, NodeFilter.SHOW_TEXT);
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    // What is counted in place of the original is no part of it.
    if (node.parentElement?.closest('ins, .cut')) continue;
    if (node === position.offsetNode) return at + position.offset;
    at += node.nodeValue?.length ?? 0;
  }
  return null;
}

const MAX_SENTENCES = 200;

/**
 * The sentences of a passage but the first, as far as they stand in the part.
 * @param {DocumentPart} part @param {Block} block
 */
export function sentencesOf(part, block) {
  const start = Math.max(block.start, part.start);
  const text = part.text.slice(start - part.start, Math.min(block.end, part.end) - part.start);
  const inside = (/** @type {number} */ at) =>
    part.pieces.some((piece) => piece.how === 'edit' && !piece.undone && piece.start < at && at < piece.end);
  const sentences = [];
  for (const { index, 0: end } of text.matchAll(/[。！？；!?;]+[”’」』）)》]*/g)) {
    const from = index + end.length;
    const rest = text.slice(from);
    const at = start + from + (rest.length - rest.trimStart().length);
    if (at < block.end && at < part.end && !inside(at)) sentences.push({ start: at, text: text.slice(at - start, at - start + 40) });
    if (sentences.length === MAX_SENTENCES) break;
  }
  return sentences;
}
