/** What stands beneath a view, folded: its figures and its picture as files, and what to write under it. */
import { html } from './build.js';

/** @typedef {'csv' | 'json' | 'svg' | 'png'} Kind */
/**
 * @typedef {import('../views/strings.js').Context & {
 *   hasPicture: boolean,
 *   isOpen: boolean,
 *   lines: () => string[],
 *   onOpen: (isOpen: boolean) => void,
 *   onTake: (kind: Kind) => Promise<boolean>,
 *   onCopy: () => Promise<void>,
 * }} TakeContext
 */

/** @param {TakeContext} context */
export function takeMenu({ document, t, hasPicture, isOpen, lines, onOpen, onTake, onCopy }) {
  const { exported: take } = t;
  const status = html(document, 'span', { class: 'take-status', 'aria-live': 'polite' });
  const say = (/** @type {boolean} */ isDone, /** @type {string} */ done, /** @type {string} */ not) => {
    status.textContent = isDone ? done : not;
  };
  const file = (/** @type {Kind} */ kind) => {
    const onclick = () => void onTake(kind).catch(() => false).then((isDone) => say(isDone, take.taken, take.notTaken));
    return html(document, 'button', { type: 'button', 'data-kind': kind, 'aria-label': take.files[kind], onclick }, take.kinds[kind]);
  };
  const copy = () => void onCopy().then(() => true, () => false).then((isDone) => say(isDone, take.copied, take.notCopied));
  const text = html(document, 'div', { class: 'caption' });
  const node = html(
    document,
    'details',
    { class: 'take', open: isOpen },
    html(document, 'summary', {}, hasPicture ? take.title : take.titleData),
    html(document, 'div', { class: 'buttons' }, file('csv'), file('json'), hasPicture && file('svg'), hasPicture && file('png'), html(document, 'button', { type: 'button', class: 'link', onclick: copy }, take.copy), status),
    text,
  );
  const fill = () => text.replaceChildren(...lines().map((line, at) => html(document, 'p', { class: at === 0 ? 'caption-title' : null }, line)));
  if (isOpen) fill();
  node.addEventListener('toggle', () => {
    if (node.open) fill();
    onOpen(node.open);
  });
  return node;
}
