/** The choice of an encoding: that of a text in the list of texts, and that of a table before it is read. */
import { html } from './build.js';

/** @typedef {import('./columns.js').Context} Context */
/** @typedef {import('../../src/wasm/types.d.ts').Encoding} Encoding */

/**
 * All encodings by name, the one in use chosen.
 * @param {Encoding} encoding
 * @param {import('./build.js').Attributes} attributes
 * @param {Context & { onEncoding: (encoding: Encoding) => void }} context
 */
export function encodingSelect(encoding, attributes, { document, t, onEncoding }) {
  const names = /** @type {[Encoding, string][]} */ (Object.entries(t.encodings));
  const options = names.map(([value, name]) => html(document, 'option', { value, selected: value === encoding }, name));
  const select = html(document, 'select', { name: 'encoding', ...attributes }, ...options);
  select.addEventListener('change', () => onEncoding(/** @type {Encoding} */ (select.value)));
  return select;
}
