/** The coordinated clouds while they are on the page: asks the engine what it needs, once for each report and width. */
import { drawStorm, nShown, nameLeftOut, stormRequest, stormWords } from './render/storm.js';

/** @typedef {import('./render/columns.js').Context} Context */
/** @typedef {import('./render/columns.js').Report} Report */
/** @typedef {import('./render/clouds.js').Frame} Frame */
/** @typedef {import('./render/clouds.js').OnWord} OnWord */
/** @typedef {import('./measure.js').Measure} Measure */
/** @typedef {import('../src/wasm/types.d.ts').StormRequest} StormRequest */
/** @typedef {import('../src/wasm/types.d.ts').StormLayout} StormLayout */
/**
 * Both give null if the answer is out of date.
 * @typedef {object} StormActions
 * @property {(words: string[]) => Promise<Uint32Array | null>} usage
 * @property {(request: StormRequest) => Promise<StormLayout | null>} storm
 */

export class StormClouds {
  /** @type {import('./render/storm.js').Storm | null} */
  #storm = null;
  #report;
  #frames;
  #rest;
  #actions;

  /** @param {Report} report @param {Frame[]} frames those of places @param {HTMLElement} rest where is named what is not shown @param {StormActions} actions */
  constructor(report, frames, rest, actions) {
    this.#report = report;
    this.#frames = frames;
    this.#rest = rest;
    this.#actions = actions;
  }

  /**
   * Asks for the places of all words; what comes back draws them.
   * @param {{ width: number, height: number }} size @param {Measure} measure
   * @returns {Promise<((context: Context & { onWord: OnWord }) => void) | null>}
   */
  async layOut(size, measure) {
    const storm = (this.#storm ??= await this.#count());
    if (!storm) return null;
    const request = stormRequest(this.#report, storm, this.#frames, size, measure);
    const layout = await this.#actions.storm(request);
    if (!layout) return null;
    return (context) => {
      drawStorm(this.#report, storm, this.#frames, size, layout, { ...context, measure });
      nameLeftOut(this.#rest, storm, nShown(size, storm), layout, context);
    };
  }

  async #count() {
    const words = stormWords(this.#report);
    const uses = await this.#actions.usage(words.map(({ word }) => word));
    const nColumns = this.#report.columns.length;
    return uses && uses.length === words.length * nColumns ? { words, uses, nColumns } : null;
  }
}
