/** Which passages the reader has selected, by where they begin. */

/** @typedef {import('../src/wasm/types.d.ts').Block} Block */
/** @typedef {import('../src/wasm/types.d.ts').Range} Range */

export class Selection {
  /** @type {Map<number, Range & { index: number }>} */
  #blocks = new Map();
  #last = -1;

  get size() {
    return this.#blocks.size;
  }

  get starts() {
    return new Set(this.#blocks.keys());
  }

  /** Index of the one selected last; -1 before that. */
  get last() {
    return this.#last;
  }

  /** In the order of the text. */
  get all() {
    return [...this.#blocks.values()].sort((a, b) => a.index - b.index);
  }

  /** @param {Block} block */
  add({ start, end, index }) {
    this.#blocks.set(start, { start, end, index });
    this.#last = index;
  }

  /**
   * One passage, or all from the one selected last to this.
   * @param {Block} block @param {boolean} isOn @param {boolean} isRange @param {Block[]} among
   */
  set(block, isOn, isRange, among) {
    const other = isRange && this.#last >= 0 ? this.#last : block.index;
    const [from, to] = [Math.min(other, block.index), Math.max(other, block.index)];
    for (const one of among) {
      if (one.index < from || one.index > to) continue;
      if (isOn) this.add(one);
      else this.#blocks.delete(one.start);
    }
    this.#last = block.index;
  }

  /** @param {number} start */
  has(start) {
    return this.#blocks.has(start);
  }

  clear() {
    this.#blocks.clear();
  }
}
