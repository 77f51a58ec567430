/** The words of the themes for editing: one theme at a time, one word or phrase a line. */
import { html } from './build.js';
import { themeName } from './themes.js';

/** @typedef {import('../views/strings.js').Context} Context */
/** @typedef {import('../../src/wasm/types.d.ts').SheetTheme} SheetTheme */
/**
 * @typedef {Context & {
 *   edited: string,
 *   isOpen: boolean,
 *   isOwn: boolean,
 *   canUndo: boolean,
 *   onOpen: (isOpen: boolean) => void,
 *   onEdit: (theme: string) => void,
 *   onTake: (terms: string[]) => void,
 *   onOurs: () => void,
 *   onUndo: () => void,
 * }} SheetContext
 */

/** The lines of a text, each once. @param {string} text */
export function linesOf(text) {
  return [...new Set(text.split(/\s+/).filter((term) => [...term].length > 1))];
}

/** A sheet as the engine reads it. @param {SheetTheme[]} sheet */
export function written(sheet) {
  return sheet.map(({ key, name, terms }) => `= ${key} ${name}\n${terms.join('\n')}\n`).join('');
}

/** Terms that stand in a theme before this one, and so count there. @param {SheetTheme[]} sheet @param {string} edited @param {string[]} terms */
export function elsewhere(sheet, edited, terms) {
  const before = sheet.slice(0, sheet.findIndex(({ key }) => key === edited));
  const taken = new Set(before.flatMap((theme) => theme.terms));
  return terms.filter((term) => taken.has(term));
}

/**
 * @param {SheetTheme[]} sheet
 * @param {SheetContext} context
 * @returns {HTMLElement}
 */
export function themeSheet(sheet, context) {
  const { document, t, edited, isOpen, isOwn, canUndo, onOpen, onEdit, onTake, onOurs, onUndo } = context;
  const theme = sheet.find(({ key }) => key === edited);
  const options = sheet.map((one) => html(document, 'option', { value: one.key, selected: one === theme }, themeName(one, t)));
  const select = html(document, 'select', {}, ...options);
  select.addEventListener('change', () => onEdit(select.value));
  const box = html(document, 'textarea', { rows: 10, lang: 'zh', spellcheck: 'false', 'aria-describedby': 'n-terms' });
  box.value = (theme?.terms ?? []).join('\n');
  const count = html(document, 'p', { class: 'n-terms', id: 'n-terms' });
  const twice = html(document, 'p', { class: 'twice', role: 'status' });
  const tell = () => {
    const terms = linesOf(box.value);
    const others = elsewhere(sheet, edited, terms);
    count.textContent = t.themes.nTerms(t.number(terms.length));
    twice.textContent = others.length > 0 ? t.themes.twice(t.list(others.slice(0, 8)), others.length) : '';
  };
  box.addEventListener('input', tell);
  tell();
  const button = (/** @type {string} */ text, /** @type {() => void} */ onclick) => html(document, 'button', { type: 'button', onclick }, text);
  const details = html(
    document,
    'details',
    { class: 'theme-sheet', open: isOpen },
    html(document, 'summary', {}, t.themes.sheetTitle),
    html(document, 'p', { class: 'intro' }, t.themes.sheetIntro),
    html(document, 'label', {}, t.themes.sheetTheme, select),
    html(document, 'label', {}, t.themes.sheetWords, box),
    count,
    twice,
    html(
      document,
      'div',
      { class: 'tool-row' },
      button(t.themes.take, () => onTake(linesOf(box.value))),
      canUndo && button(t.themes.undo, onUndo),
      isOwn && button(t.themes.ours, onOurs),
    ),
  );
  details.addEventListener('toggle', () => onOpen(details.open));
  return details;
}
