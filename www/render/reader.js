/** The frame around a document that is read and corrected: title, legend, exports, and the bar at the foot. */
import { html } from './build.js';
import { titleOf } from './documents.js';

/** @typedef {import('./columns.js').Context} Context */
/** @typedef {import('../../src/wasm/types.d.ts').DocumentView} DocumentView */
/** @typedef {import('../../src/wasm/types.d.ts').Piece} Piece */
/** @typedef {import('../../src/wasm/types.d.ts').Block} Block */
/** @typedef {import('../../src/wasm/types.d.ts').Decision} Decision */
/**
 * @typedef {Context & {
 *   decide: (decision: Decision) => void,
 *   onUndo: () => void,
 *   onRedo: () => void,
 *   onClose: () => void,
 *   onNext: (kind: string, forward: boolean) => void,
 *   onExport: (what: 'text' | 'json' | 'csv') => void,
 *   isFull: boolean,
 *   onFull: (isFull: boolean) => void,
 * }} ReaderContext
 */

/** @param {DocumentView} view @param {ReaderContext} context */
export function readerHead(view, { document, t, onUndo, onRedo, onClose }) {
  const title = titleOf(view, t);
  return html(
    document,
    'header',
    {},
    html(document, 'h2', { id: 'reader-title', lang: 'zh', tabindex: '-1' }, title),
    html(
      document,
      'div',
      { class: 'steps' },
      html(document, 'button', { type: 'button', disabled: !view.canUndo, 'data-focus': 'undo', onclick: onUndo }, t.reader.undo),
      html(document, 'button', { type: 'button', disabled: !view.canRedo, 'data-focus': 'redo', onclick: onRedo }, t.reader.redo),
    ),
    html(document, 'button', { type: 'button', class: 'close', 'aria-label': t.close, onclick: onClose }, '×'),
  );
}

/** @param {DocumentView} view @param {ReaderContext} context */
export function readerAside(view, context) {
  const { document, t, decide, onExport } = context;
  const suggested = view.suggested.length > 0 && [
    html(document, 'p', {}, t.reader.suggestion(t.list(view.suggested.map(({ name }) => name)))),
    ...view.suggested.map(({ code, name }) =>
      html(
        document,
        'button',
        { type: 'button', class: 'primary', 'data-focus': `confirm-${code}`, onclick: () => decide({ do: 'confirm', place: code }) },
        t.reader.confirm(name),
      ),
    ),
  ];
  const exported = /** @type {const} */ ([
    ['text', t.reader.exportText],
    ['json', t.reader.exportJson],
    ['csv', t.reader.exportCsv],
  ]);
  return html(
    document,
    'div',
    { class: 'aside' },
    suggested && html(document, 'div', { class: 'suggestion' }, ...suggested),
    html(document, 'details', { class: 'legend-box', open: true }, html(document, 'summary', {}, t.reader.contents), legend(view, context)),
    html(
      document,
      'details',
      { class: 'exports', open: true },
      html(document, 'summary', {}, t.reader.exports),
      ...exported.map(([what, name]) =>
        html(document, 'button', { type: 'button', class: 'link', 'data-export': what, onclick: () => onExport(what) }, name),
      ),
    ),
    html(document, 'p', { class: 'keys' }, t.reader.keys),
  );
}

/** @param {DocumentView} view @param {ReaderContext} context */
function legend(view, context) {
  const { document, t } = context;
  if (view.kinds.length === 0) return html(document, 'p', { class: 'hint' }, t.reader.nothingDone);
  const ways = /** @type {const} */ ([
    ['mask', t.setAside],
    ['edit', t.rewritten],
  ]);
  const lists = ways.flatMap(([how, title]) => {
    const kinds = view.kinds.filter((kind) => kind.how === how);
    if (kinds.length === 0) return [];
    return [
      html(document, 'h3', {}, title),
      how === 'edit' && fullSwitch(context),
      html(document, 'ul', { class: 'kinds' }, ...kinds.map((kind) => kindItem(kind, context))),
    ];
  });
  return html(document, 'div', {}, html(document, 'p', { class: 'hint' }, t.reader.legendIntro), ...lists);
}

/** @param {ReaderContext} context */
function fullSwitch({ document, t, isFull, onFull }) {
  const radio = (/** @type {boolean} */ full, /** @type {string} */ text) => {
    const input = html(document, 'input', { type: 'radio', name: 'marks', checked: full === isFull, onchange: () => onFull(full) });
    return html(document, 'label', {}, input, html(document, 'span', {}, text));
  };
  return html(
    document,
    'fieldset',
    { class: 'levels' },
    html(document, 'legend', { class: 'unseen' }, t.reader.marks),
    html(document, 'div', { class: 'segments' }, radio(false, t.reader.quiet), radio(true, t.reader.full)),
  );
}

/** @param {DocumentView['kinds'][number]} kind @param {ReaderContext} context */
function kindItem({ kind, how, n, nUndone, isUndone }, { document, t, decide, onNext }) {
  const name = t.kinds[kind] ?? kind;
  const box = html(document, 'input', {
    type: 'checkbox',
    name: `kind-${kind}`,
    checked: !isUndone && nUndone < n,
    'aria-label': t.reader.kindLabel(name, t.number(n - nUndone)),
    'data-focus': `kind-${kind}`,
  });
  box.indeterminate = nUndone > 0 && nUndone < n;
  box.addEventListener('change', () => decide({ do: box.checked ? 'redo-kind' : 'undo-kind', kind }));
  const step = (/** @type {boolean} */ forward, /** @type {string} */ sign, /** @type {string} */ label) =>
    html(
      document,
      'button',
      { type: 'button', class: 'step', 'aria-label': label, title: label, 'data-focus': `${forward}-${kind}`, onclick: () => onNext(kind, forward) },
      sign,
    );
  return html(
    document,
    'li',
    { 'data-kind': kind },
    html(
      document,
      'label',
      { class: 'check' },
      box,
      html(document, 'span', { class: `sample ${how}`, lang: 'zh', 'aria-hidden': 'true' }, t.reader.sample),
      html(document, 'span', {}, name),
    ),
    html(
      document,
      'span',
      { class: 'times' },
      t.number(n),
      nUndone > 0 && html(document, 'small', {}, t.reader.nUndone(t.number(nUndone))),
    ),
    html(document, 'span', { class: 'walk' }, step(false, '↑', t.reader.previous(name)), step(true, '↓', t.reader.next(name))),
  );
}

/**
 * The bar about a marked place: what was done to each of its pieces, and the way back.
 * @param {(Piece & { before: string })[]} pieces
 * @param {Context & { decide: (decision: Decision) => void, onClose: () => void, onNext: (kind: string, forward: boolean) => void }} context
 */
export function pieceBar(pieces, { document, t, decide, onClose, onNext }) {
  const items = pieces.map(({ kind, how, start, end, text, undone, before }) => {
    const to = how === 'mask' ? null : text === '' ? t.reader.toNothing : text;
    return html(
      document,
      'li',
      {},
      html(document, 'q', { lang: 'zh' }, shortened(before)),
      to !== null && ' → ',
      to !== null && (text === '' ? html(document, 'em', {}, to) : html(document, 'q', { lang: 'zh' }, to)),
      html(
        document,
        'span',
        { class: 'what' },
        [how === 'mask' ? t.reader.setAside : t.reader.rewritten, t.kinds[kind] ?? kind, undone && t.reader.undoneHere].filter(Boolean).join(' · '),
      ),
      html(
        document,
        'button',
        {
          type: 'button',
          class: 'here',
          'aria-label': `${undone ? t.reader.redoHere : t.reader.undoHere}: ${shortened(before)}`,
          onclick: () => decide({ do: undone ? 'redo-place' : 'undo-place', kind, start, end }),
        },
        undone ? t.reader.redoHere : t.reader.undoHere,
      ),
      html(
        document,
        'button',
        { type: 'button', class: 'step', 'aria-label': t.reader.next(t.kinds[kind] ?? kind), title: t.reader.next(t.kinds[kind] ?? kind), onclick: () => onNext(kind, true) },
        '↓',
      ),
    );
  });
  return bar(document, t, [html(document, 'ul', {}, ...items)], onClose);
}

/**
 * The bar about a place in the text where nothing was done: a passage may be cut in two there.
 * @param {{ before: string, after: string, at: number }} caret
 * @param {Context & { decide: (decision: Decision) => void, onClose: () => void }} context
 */
export function caretBar({ before, after, at }, { document, t, decide, onClose }) {
  const quote = html(document, 'p', { lang: 'zh', class: 'around' }, `…${before}`, html(document, 'b', {}, ' ｜ '), `${after}…`);
  const button = html(
    document,
    'button',
    { type: 'button', class: 'here', onclick: () => decide({ do: 'split', at }) },
    t.reader.splitHere,
  );
  return bar(document, t, [quote, button], onClose);
}

/** @param {Document} document @param {import('../i18n/index.js').Translation} t @param {Node[]} content @param {() => void} onClose */
function bar(document, t, content, onClose) {
  return html(
    document,
    'div',
    { class: 'bar' },
    ...content,
    html(document, 'button', { type: 'button', class: 'close', 'aria-label': t.close, onclick: onClose }, '×'),
  );
}

/**
 * Why a passage has its place, and what the reader can do about it.
 * @param {Block} block
 * @param {{ start: number, text: string }[]} sentences those at which the passage can be cut in two
 * @param {Context & { decide: (decision: Decision) => void, onShowCause: () => void, onAssign: () => void }} context
 */
export function whyPanel(block, sentences, { document, t, decide, onShowCause, onAssign }) {
  const { reason } = block;
  const button = (/** @type {string} */ name, /** @type {() => void} */ press, /** @type {string} */ key) =>
    html(document, 'button', { type: 'button', 'data-focus': `${key}-${block.start}`, onclick: press }, name);
  const because = t.reasons[reason.kind]?.(reason.name) ?? [reason.kind, reason.name].filter(Boolean).join(': ');
  const spans = [{ start: block.start, end: block.end }];
  return html(
    document,
    'div',
    { class: 'why' },
    html(document, 'p', {}, t.because(reason.until === null ? because : because + t.untilYear(reason.until))),
    html(
      document,
      'div',
      { class: 'buttons' },
      reason.at.length > 0 && button(t.reader.showCause, onShowCause, 'cause'),
      ...(block.status === 'suggested' ? block.suggested : []).map(({ code, name }) =>
        button(t.reader.confirm(name), () => decide({ do: 'assign', blocks: spans, to: { place: code } }), `agree-${code}`),
      ),
      button(t.reader.assignOne, onAssign, 'assign'),
      block.assigned !== null && button(t.reader.asText, () => decide({ do: 'assign', blocks: spans, to: null }), 'text'),
      block.index > 0 && button(t.reader.join, () => decide({ do: 'merge', at: block.start }), 'join'),
    ),
    sentences.length > 0 && splitter(block, sentences, { document, t, decide }),
  );
}

/** @param {Block} block @param {{ start: number, text: string }[]} sentences @param {Context & { decide: (decision: Decision) => void }} context */
function splitter(block, sentences, { document, t, decide }) {
  const options = sentences.map(({ start, text }) => html(document, 'option', { value: start }, shortened(text)));
  const select = html(document, 'select', { name: 'split', lang: 'zh', 'data-focus': `split-${block.start}` }, ...options);
  const cut = () => decide({ do: 'split', at: Number(select.value) });
  return html(
    document,
    'p',
    { class: 'splitter' },
    html(document, 'label', {}, html(document, 'span', {}, t.reader.splitBefore), select),
    html(document, 'button', { type: 'button', 'data-focus': `cut-${block.start}`, onclick: cut }, t.reader.splitNow),
  );
}

const MAX_QUOTE = 28;

/** @param {string} text */
function shortened(text) {
  const characters = [...text.replace(/\s+/g, ' ').trim()];
  return characters.length > MAX_QUOTE ? `${characters.slice(0, MAX_QUOTE).join('')}…` : characters.join('');
}
