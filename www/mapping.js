/**
 * The dialog that asks which column of a table is what, and in which encoding it is if that could be guessed wrong. Tables
 * with the same head are asked about once.
 */
import { html } from './render/build.js';
import { columnsIn } from './opening.js';
import { mappingForm } from './render/mapping.js';

/** @typedef {import('./i18n/index.js').Translation} Translation */
/** @typedef {import('./opener.js').FoundTable} FoundTable */
/** @typedef {import('./opening.js').MappedTable} MappedTable */
/** @typedef {import('./opening.js').ReadAs} ReadAs */
/** @typedef {import('../formats/src/types.d.ts').Columns} Columns */
/** @typedef {import('../src/wasm/types.d.ts').Encoding} Encoding */
/** @typedef {{ resolve: (mapped: MappedTable | null) => void, reject: (error: unknown) => void }} Answer */

export class Mapping {
  #document;
  /** By the names of the columns, what the reader said of them. @type {Map<string, Columns>} */
  #known = new Map();
  /** @type {Answer | null} */
  #answer = null;

  /** @param {Document} document */
  constructor(document) {
    this.#document = document;
    this.node = html(document, 'dialog', { class: 'mapping', 'aria-labelledby': 'mapping-title' });
    // It may be open again by the time that this is told.
    this.node.addEventListener('close', () => !this.node.open && this.#settle((answer) => answer.resolve(null)));
  }

  /**
   * What the reader says, or null where the table is left out.
   * @param {FoundTable} found
   * @param {ReadAs} readAs
   * @param {Translation} t
   * @returns {Promise<MappedTable | null>}
   */
  async ask(found, readAs, t) {
    const known = this.#known.get(headOf(found));
    if (known) return { ...found, columns: known };
    const mapped = await this.#show(found, readAs, t);
    if (mapped) this.#known.set(headOf(mapped), mapped.columns);
    return mapped;
  }

  /** @param {FoundTable} found @param {ReadAs} readAs @param {Translation} t @returns {Promise<MappedTable | null>} */
  #show(found, readAs, t) {
    /** @type {MappedTable} */
    let mapped = { ...found, columns: { ...found.guess } };
    let isChosen = false;
    /** Only what was chosen last is read: who goes through the list with arrow keys chooses many. @type {Encoding | null} */
    let wanted = null;
    let reading = Promise.resolve();
    const readAgain = async (/** @type {Encoding} */ encoding) => {
      if (wanted !== encoding || !form.isConnected) return;
      try {
        const other = await readAs(encoding);
        if (wanted !== encoding || !form.isConnected) return;
        const own = isChosen && columnsIn({ head: mapped.table.columns, columns: mapped.columns }, other.table);
        mapped = { ...other, columns: { ...(own || this.#known.get(headOf(other)) || other.guess) } };
        wanted = null;
        drawTable(mapped);
      } catch (error) {
        this.#settle((answer) => answer.reject(error));
      }
    };
    const { form, drawTable, drawPreview } = mappingForm(mapped, {
      document: this.#document,
      t,
      onChange: (change) => {
        isChosen = true;
        Object.assign(mapped.columns, change);
        drawPreview(mapped);
      },
      onEncoding: (encoding) => {
        wanted = encoding;
        form.setAttribute('aria-busy', 'true');
        reading = reading.then(() => readAgain(encoding));
      },
      onKeep: () => wanted === null && this.#settle((answer) => answer.resolve(mapped)),
      onCancel: () => this.node.close(),
    });
    this.node.replaceChildren(form);
    this.node.showModal();
    this.node.scrollTop = 0;
    this.node.querySelector('h2')?.focus();
    return new Promise((resolve, reject) => {
      this.#answer = { resolve, reject };
    });
  }

  /** @param {(answer: Answer) => void} tell */
  #settle(tell) {
    const answer = this.#answer;
    this.#answer = null;
    if (this.node.open) this.node.close();
    this.node.replaceChildren();
    if (answer) tell(answer);
  }

  close() {
    this.#settle((answer) => answer.resolve(null));
  }
}

/** @param {FoundTable} found */
const headOf = ({ table }) => JSON.stringify(table.columns);
