/** The dialog that asks which column of a table is what. Tables with the same head are asked about once. */
import { html } from './render/build.js';
import { documentsPreview, mappingForm } from './render/mapping.js';

/** @typedef {import('./i18n/index.js').Translation} Translation */
/** @typedef {import('../formats/src/types.d.ts').Columns} Columns */
/** @typedef {import('../formats/src/types.d.ts').Table} Table */

export class Mapping {
  #document;
  /** By the names of the columns, what the reader said of them. @type {Map<string, Columns>} */
  #known = new Map();
  /** @type {((columns: Columns | null) => void) | null} */
  #answer = null;

  /** @param {Document} document */
  constructor(document) {
    this.#document = document;
    this.node = html(document, 'dialog', { class: 'mapping', 'aria-labelledby': 'mapping-title' });
    this.node.addEventListener('close', () => this.#settle(null));
  }

  /**
   * What the reader says, or null where the table is left out.
   * @param {Table} table
   * @param {Columns} guess
   * @param {Translation} t
   * @returns {Promise<Columns | null>}
   */
  async ask(table, guess, t) {
    const head = JSON.stringify(table.columns);
    const known = this.#known.get(head);
    if (known) return known;
    const columns = await this.#show(table, guess, t);
    if (columns) this.#known.set(head, columns);
    return columns;
  }

  /** @param {Table} table @param {Columns} guess @param {Translation} t @returns {Promise<Columns | null>} */
  #show(table, guess, t) {
    const columns = { ...guess };
    const context = { document: this.#document, t };
    const form = mappingForm(table, columns, {
      ...context,
      onChange: (change) => {
        Object.assign(columns, change);
        form.querySelector('.preview')?.replaceWith(documentsPreview(table, columns, context));
        form.querySelector('[type=submit]')?.toggleAttribute('disabled', columns.text === null);
      },
      onKeep: () => this.#settle(columns),
      onCancel: () => this.node.close(),
    });
    this.node.replaceChildren(form);
    this.node.showModal();
    this.node.scrollTop = 0;
    this.node.querySelector('h2')?.focus();
    return new Promise((resolve) => {
      this.#answer = resolve;
    });
  }

  /** @param {Columns | null} columns */
  #settle(columns) {
    const answer = this.#answer;
    this.#answer = null;
    if (this.node.open) this.node.close();
    this.node.replaceChildren();
    answer?.(columns);
  }

  close() {
    this.#settle(null);
  }
}
