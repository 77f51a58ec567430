/**
 * The original of a part: paragraphs with their masks and edits marked, and beside each whose words it is. Marks are
 * `del`, `ins` and `mark`, so that they are told apart without colour too.
 */
import { html } from './build.js';
import { colourClass } from './columns.js';

/** @typedef {import('./columns.js').Context} Context */
/** @typedef {import('./columns.js').Report} Report */
/** @typedef {import('../../src/wasm/types.d.ts').DocumentPart} DocumentPart */
/** @typedef {import('../../src/wasm/types.d.ts').Block} Block */
/** @typedef {import('../../src/wasm/types.d.ts').Piece} Piece */
/** @typedef {import('../../src/wasm/types.d.ts').Range} Range */
/**
 * @typedef {Context & {
 *   report: Report,
 *   selected: ReadonlySet<number>,
 *   openBlock: number | null,
 *   causes: Range[],
 *   why: (block: Block) => HTMLElement,
 *   onSelect: (block: Block, event: Event) => void,
 *   onWhy: (block: Block) => void,
 * }} PartContext
 */

/** Longer masks show their beginning only. */
const MAX_MASK = 240;

/**
 * The content of a part, in the order of the original: paragraphs, and what stands between them.
 * @param {DocumentPart} part
 * @param {PartContext} context
 * @returns {HTMLElement[]}
 */
export function partContent(part, context) {
  /** @type {HTMLElement[]} */
  const nodes = [];
  let at = part.start;
  for (const block of part.blocks) {
    const start = Math.max(block.start, part.start);
    const end = Math.min(block.end, part.end);
    nodes.push(...gap(part, at, start, context), blockNode(part, block, start, end, context));
    at = end;
  }
  nodes.push(...gap(part, at, part.end, context));
  return nodes;
}

/**
 * What stands between paragraphs: a line for each line on which something was set aside, and no white space.
 * @param {DocumentPart} part @param {number} start @param {number} end @param {PartContext} context
 */
function gap(part, start, end, context) {
  const { document } = context;
  /** @type {Range[]} */
  const lines = [];
  for (const [first] of runs(part.pieces, start, end)) {
    const last = lines[lines.length - 1];
    const goesOn = last && !part.text.slice(last.end - part.start, first.start - part.start).includes('\n');
    if (goesOn) last.end = first.end;
    else lines.push({ start: first.start, end: first.end });
  }
  const seen = lines.filter((line) => part.text.slice(line.start - part.start, line.end - part.start).trim() !== '');
  return seen.map((line) => {
    const text = marked(part, line.start, line.end, context);
    const passage = html(document, 'p', { class: 'passage', lang: 'zh', 'data-start': line.start }, ...text);
    return html(document, 'div', { class: 'gap' }, passage);
  });
}

/** @param {DocumentPart} part @param {Block} block @param {number} start @param {number} end @param {PartContext} context */
function blockNode(part, block, start, end, context) {
  const { document, t, selected, openBlock, onSelect } = context;
  const words = part.text.slice(start - part.start, start - part.start + 12).trim();
  const isContinued = block.start < part.start;
  const number = t.number(block.index + 1);
  const box = html(document, 'input', {
    type: 'checkbox',
    checked: selected.has(block.start),
    'aria-label': t.reader.select(number, words),
    'data-focus': `select-${block.start}`,
    'data-index': block.index,
    onclick: (event) => onSelect(block, event),
  });
  const passage = html(
    document,
    'p',
    { class: 'passage', lang: 'zh', 'data-start': start, 'data-end': end, 'data-block': block.start },
    ...marked(part, start, end, context),
  );
  const column = context.report.columns.find(({ key }) => key === block.column);
  const colour = block.status === 'suggested' || !column ? 'apart' : colourClass(context.report, column);
  const role = t.reader.roles[block.role];
  return html(
    document,
    'div',
    {
      class: `block ${colour}${openBlock === block.start ? ' open' : ''}${selected.has(block.start) ? ' selected' : ''}`,
      role: 'group',
      'aria-label': t.reader.passage(number, words),
      'data-index': block.index,
    },
    !isContinued &&
      html(
        document,
        'div',
        { class: 'margin' },
        html(document, 'label', { class: 'pick' }, box),
        chip(block, context),
        role && html(document, 'span', { class: 'role' }, role),
      ),
    passage,
    !isContinued && openBlock === block.start && context.why(block),
  );
}

/** @param {Block} block @param {import('../i18n/index.js').Translation} t */
export function placeOf(block, t) {
  const names = (/** @type {{ name: string }[]} */ places) => t.list(places.map(({ name }) => name));
  if (block.status === 'suggested') return t.reader.maybe(names(block.suggested));
  if (block.status === 'unknown') return t.unknown;
  return names(block.places) || t.several;
}

/** @param {Block} block @param {PartContext} context */
function chip(block, { document, t, openBlock, onWhy }) {
  const place = placeOf(block, t);
  const isSuggested = block.status === 'suggested';
  return html(
    document,
    'button',
    {
      type: 'button',
      class: `chip ${block.status}`,
      'aria-expanded': String(openBlock === block.start),
      'aria-label': t.reader.why(isSuggested ? `${place} ${t.reader.suggestedBy}` : place),
      'data-focus': `why-${block.start}`,
      onclick: () => onWhy(block),
    },
    html(document, 'span', { lang: 'zh' }, place),
    block.assigned !== null && html(document, 'small', {}, t.reader.byYou),
  );
}

/**
 * A stretch of the part in pieces: marks stand where something was done, what touches makes one mark.
 * @param {DocumentPart} part @param {number} start @param {number} end @param {PartContext} context
 */
function marked(part, start, end, context) {
  /** @type {(Node | string)[]} */
  const nodes = [];
  let at = start;
  for (const run of runs(part.pieces, start, end)) {
    nodes.push(...plain(part, at, run[0].start, context), runNode(part, run, context));
    at = run[run.length - 1].end;
  }
  nodes.push(...plain(part, at, end, context));
  return nodes;
}

/**
 * Pieces within a stretch, clipped to it; edits side by side are one run, and so stand for one place.
 * @param {Piece[]} pieces @param {number} start @param {number} end
 * @returns {Part[][]}
 */
function runs(pieces, start, end) {
  /** @type {Part[][]} */
  const found = [];
  let at = start;
  for (const { whole, ...one } of apart(pieces)) {
    const piece = { ...one, start: Math.max(one.start, at), end: Math.min(one.end, end), whole };
    if (piece.start >= piece.end) continue;
    const last = found[found.length - 1]?.at(-1);
    const goesOn = last && last.end === piece.start && last.how === 'edit' && piece.how === 'edit' && last.undone === piece.undone;
    if (goesOn) found[found.length - 1].push(piece);
    else found.push([piece]);
    at = piece.end;
  }
  return found;
}

/** @typedef {Piece & { whole: Piece }} Part a stretch of a piece, and all of it */

/** A line that was taken back has edits of its own, which stand between parts of it. @param {Piece[]} pieces @returns {Part[]} */
function apart(pieces) {
  const parts = pieces.flatMap((piece) => {
    if (piece.how === 'edit' || !piece.undone) return [{ ...piece, whole: piece }];
    const inside = pieces.filter((other) => other !== piece && piece.start <= other.start && other.end <= piece.end);
    const starts = [piece.start, ...inside.map(({ end }) => end)];
    const ends = [...inside.map(({ start }) => start), piece.end];
    return starts.map((start, index) => ({ ...piece, start, end: ends[index], whole: piece }));
  });
  return parts.filter(({ start, end }) => start < end).sort((a, b) => a.start - b.start);
}

/** @type {WeakMap<Element, Piece[]>} */
const runsOfNodes = new WeakMap();

/** What a marked place stands for. @param {Element} node */
export function piecesOf(node) {
  return runsOfNodes.get(node) ?? [];
}

/** Text as it is, with the words that decided marked. @param {DocumentPart} part @param {number} start @param {number} end @param {PartContext} context */
function plain(part, start, end, { document, causes }) {
  if (start >= end) return [];
  const text = (/** @type {number} */ from, /** @type {number} */ to) => part.text.slice(from - part.start, to - part.start);
  /** @type {(Node | string)[]} */
  const nodes = [];
  let at = start;
  for (const cause of causes) {
    const [from, to] = [Math.max(cause.start, at), Math.min(cause.end, end)];
    if (from >= to) continue;
    nodes.push(text(at, from), html(document, 'mark', { class: 'cause' }, text(from, to)));
    at = to;
  }
  nodes.push(text(at, end));
  return nodes;
}

/** @param {DocumentPart} part @param {Part[]} run @param {PartContext} context */
function runNode(part, run, context) {
  const node = markOf(part, run, context);
  runsOfNodes.set(
    node,
    run.map(({ whole }) => whole),
  );
  return node;
}

/** @param {DocumentPart} part @param {Part[]} run @param {PartContext} context */
function markOf(part, run, context) {
  const { document, t } = context;
  const [first] = run;
  const last = run[run.length - 1];
  const inside = run.flatMap((piece) => {
    const nodes = plain(part, piece.start, piece.end, context);
    if (run.length === 1) return nodes;
    return [html(document, 'span', { class: `k-${piece.kind}` }, ...nodes)];
  });
  const attributes = {
    class: `piece ${first.how} ${first.undone ? 'undone' : 'done'} k-${run.length === 1 ? first.kind : 'run'}`,
    tabindex: '-1',
    'data-from': first.start,
    'data-to': last.end,
    'data-focus': `piece-${first.start}`,
    'data-kinds': run.map(({ kind }) => kind).join(' '),
  };
  if (first.undone) return html(document, 'mark', attributes, ...inside);
  if (first.how === 'mask') {
    const length = first.end - first.start;
    if (length <= MAX_MASK) return html(document, 'del', attributes, ...inside);
    const beginning = plain(part, first.start, first.start + MAX_MASK / 2, context);
    return html(document, 'del', attributes, ...beginning, html(document, 'span', { class: 'cut' }, t.reader.cut(t.number(first.whole.end - first.whole.start))));
  }
  const counted = run.map(({ text }) => text).join('');
  return html(
    document,
    'span',
    attributes,
    html(document, 'del', {}, ...inside),
    counted !== '' && html(document, 'ins', {}, counted),
  );
}
