/** The parts of a long document on the page: each is fetched and drawn when it comes near, and kept afterwards. */
import { html } from './render/build.js';

/** @typedef {import('../src/wasm/types.d.ts').DocumentPart} DocumentPart */

export class Part {
  /** @type {DocumentPart | null} */
  data = null;
  /** What is drawn is older than the last decision. */
  isStale = true;
  isNear = false;

  /** @param {HTMLElement} node @param {number} index */
  constructor(node, index) {
    this.node = node;
    this.index = index;
  }
}

export class Parts {
  #document;
  #text;
  #draw;
  /** By where they begin. @type {Map<number, Part>} */
  #parts = new Map();
  /** @type {WeakMap<Element, Part>} */
  #ofNode = new WeakMap();

  /**
   * @param {Document} document
   * @param {HTMLElement} text what holds the parts
   * @param {HTMLElement} scroller
   * @param {(part: Part) => void} draw called when a part that is not up to date comes near
   */
  constructor(document, text, scroller, draw) {
    this.#document = document;
    this.#text = text;
    this.#draw = draw;
    this.sight = new IntersectionObserver((entries) => this.#see(entries), { root: scroller, rootMargin: '1200px' });
  }

  get all() {
    return [...this.#parts.values()];
  }

  get blocks() {
    return this.all.flatMap(({ data }) => data?.blocks ?? []);
  }

  /** The part in which a node stands. @param {Node} node */
  holding(node) {
    return this.all.find((part) => part.node.contains(node));
  }

  /** The part in which an offset stands. @param {number} at */
  at(at) {
    const start = [...this.#parts.keys()].findLast((one) => one <= at) ?? 0;
    return this.#parts.get(start);
  }

  /** Keeps the parts that begin where they did. @param {number[]} starts @param {number} at a place that is wanted @returns {Part[]} those to be drawn at once */
  lay(starts, at) {
    const before = this.#parts;
    this.#parts = new Map();
    starts.forEach((start, index) => {
      const part = before.get(start) ?? new Part(html(this.#document, 'div', { class: 'part' }), index);
      before.delete(start);
      this.#ofNode.set(part.node, part);
      part.index = index;
      part.isStale = true;
      this.#parts.set(start, part);
    });
    for (const { node } of before.values()) this.sight.unobserve(node);
    const nodes = this.all.map(({ node }) => node);
    const there = [...this.#text.children];
    const isSame = nodes.length === there.length && nodes.every((node, index) => node === there[index]);
    if (!isSame) this.#text.replaceChildren(...nodes);
    for (const node of nodes) this.sight.observe(node);
    return this.all.filter((part) => part.isNear || part.index === 0 || part === this.at(at));
  }

  clear() {
    for (const { node } of this.#parts.values()) this.sight.unobserve(node);
    this.#parts.clear();
    this.#text.replaceChildren();
  }

  close() {
    this.sight.disconnect();
  }

  /** @param {IntersectionObserverEntry[]} entries */
  #see(entries) {
    for (const { target, isIntersecting } of entries) {
      const part = this.#ofNode.get(target);
      if (!part) continue;
      part.isNear = isIntersecting;
      if (isIntersecting && part.isStale) this.#draw(part);
    }
  }
}
