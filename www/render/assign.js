/** Crediting the selected passages: a search over all places, and the answers that are no place. */
import { html } from './build.js';

/** @typedef {import('./columns.js').Context} Context */
/** @typedef {import('../../src/wasm/types.d.ts').AssignedTo} AssignedTo */
/** @typedef {import('../../src/wasm/types.d.ts').FoundPlace} FoundPlace */
/** @typedef {import('../i18n/index.js').Translation} Translation */
/**
 * @typedef {Context & {
 *   n: number,
 *   near: { code: string, name: string }[],
 *   find: (typed: string) => Promise<FoundPlace[]>,
 *   onAssign: (to: AssignedTo | null) => void,
 *   onAll: () => void,
 *   onClear: () => void,
 * }} AssignContext
 */

/**
 * The bar that appears when passages are selected.
 * @param {AssignContext} context
 * @returns {HTMLElement}
 */
export function assignBar(context) {
  const { document, t, n, near, onAssign, onAll, onClear } = context;
  const button = (/** @type {string} */ name, /** @type {() => void} */ press, /** @type {string} */ className) =>
    html(document, 'button', { type: 'button', class: className, onclick: press }, name);
  return html(
    document,
    'div',
    { class: 'bar assign' },
    html(document, 'p', { class: 'count', role: 'status' }, t.reader.nSelected(n, t.number(n))),
    html(
      document,
      'div',
      { class: 'answers' },
      placeSearch(context),
      ...near.map(({ code, name }) => button(name, () => onAssign({ place: code }), 'near')),
      button(t.reader.several, () => onAssign('several'), ''),
      button(t.reader.unknown, () => onAssign('unknown'), ''),
      button(t.reader.asText, () => onAssign(null), ''),
      button(t.reader.selectAll, onAll, 'link'),
      button(t.reader.clear, onClear, 'link'),
    ),
  );
}

let nBoxes = 0;

/**
 * A box to type a place into, with a list below it that the arrow keys walk through.
 * @param {AssignContext} context
 */
function placeSearch({ document, t, find, onAssign }) {
  nBoxes += 1;
  const listId = `places-${nBoxes}`;
  const status = html(document, 'span', { class: 'unseen', role: 'status' });
  const list = html(document, 'ul', { id: listId, role: 'listbox', 'aria-label': t.reader.assignTo, hidden: true });
  const input = html(document, 'input', {
    type: 'text',
    role: 'combobox',
    name: 'place',
    lang: 'zh',
    autocomplete: 'off',
    spellcheck: 'false',
    placeholder: t.reader.placeHint,
    'aria-autocomplete': 'list',
    'aria-expanded': 'false',
    'aria-controls': listId,
    'aria-label': t.reader.assignTo,
  });
  /** @type {FoundPlace[]} */
  let places = [];
  let active = 0;
  let turn = 0;
  const mark = (/** @type {number} */ next) => {
    active = next;
    [...list.children].forEach((item, index) => item.setAttribute('aria-selected', String(index === next)));
    const item = list.children[next];
    if (item) input.setAttribute('aria-activedescendant', item.id);
    else input.removeAttribute('aria-activedescendant');
    item?.scrollIntoView({ block: 'nearest' });
  };
  const show = (/** @type {boolean} */ open) => {
    list.hidden = !open;
    input.setAttribute('aria-expanded', String(open));
  };
  const search = async () => {
    turn += 1;
    const mine = turn;
    const typed = input.value.trim();
    const found = typed === '' ? [] : await find(typed);
    if (mine !== turn) return;
    places = found;
    list.replaceChildren(...found.map((place, index) => option(place, `${listId}-${index}`)));
    show(found.length > 0);
    status.textContent = typed === '' ? '' : found.length > 0 ? t.reader.found(found.length) : t.reader.noPlace;
    mark(0);
  };
  const option = (/** @type {FoundPlace} */ place, /** @type {string} */ id) =>
    html(
      document,
      'li',
      { id, role: 'option', lang: 'zh', onclick: () => onAssign({ place: place.code }) },
      html(document, 'b', {}, place.name),
      html(document, 'small', {}, [...place.parents].reverse().join(' ')),
    );
  input.addEventListener('input', () => void search());
  input.addEventListener('keydown', (event) => {
    // Keys that choose among candidates of an input method are its own.
    if (event.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && places.length > 0) {
      event.preventDefault();
      mark((active + step + places.length) % places.length);
    } else if (event.key === 'Enter' && places[active]) {
      event.preventDefault();
      onAssign({ place: places[active].code });
    } else if (event.key === 'Escape' && !list.hidden) {
      event.preventDefault();
      event.stopPropagation();
      show(false);
    }
  });
  return html(document, 'span', { class: 'search' }, input, list, status);
}
