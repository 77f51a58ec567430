/**
 * Whether findings survive other reasonable settings: tried one after another, since each is a comparison of its own, and kept
 * for all who show it. Other texts or choices begin it anew.
 */

/** @typedef {import('../src/wasm/types.d.ts').Comparison} Comparison */
/** @typedef {import('../src/wasm/types.d.ts').Claim} Claim */
/** @typedef {import('../src/wasm/types.d.ts').Setting} Setting */
/** @typedef {import('../src/wasm/types.d.ts').SettingAnswer} Answer */
/** @typedef {import('../src/wasm/types.d.ts').View} Choices */
/** @typedef {{ setting: Setting, answer: Answer }} Tried */

/** In the order in which they are tried. @type {Setting[]} */
export const SETTINGS = ['lexicon', 'unknown-words', 'found-phrases', 'cleaning', 'function-words', 'genre-words', 'reprints', 'reference'];

/** Whether a finding does not hold. @param {Answer} answer */
export const isRefuted = (answer) => answer === 'fails' || answer === 'no-word';

/** @param {Comparison} comparison @returns {Claim[]} */
function claimsOf({ cities }) {
  return cities.flatMap(({ key, distinctive, missing }) => [
    ...distinctive.map(({ word }) => ({ key, word, direction: /** @type {const} */ ('more') })),
    ...missing.map(({ word }) => ({ key, word, direction: /** @type {const} */ ('less') })),
  ]);
}

export class Survival {
  /** Whether the reader wants it. */
  isOn = false;
  isTrying = false;
  /** @type {Claim[]} */
  claims = [];
  /** @type {Map<Setting, Answer[]>} */
  tried = new Map();
  #turn = 0;
  #ask;
  /** @type {Set<() => void>} */
  #listeners = new Set();

  /** @param {<T>(question: (engine: import('./client.js').Engine) => Promise<T>) => Promise<T | null>} ask */
  constructor(ask) {
    this.#ask = ask;
  }

  /**
   * Follows what the reader looks at; what is known of the findings by then is asked for.
   * @param {import('./focus.js').Focus} focus @param {() => { comparison: Comparison | null, view: Choices | undefined }} known
   */
  obey(focus, known) {
    this.isOn = focus.now.survive === 'on';
    focus.follow(({ survive }) => {
      const isOn = survive === 'on';
      const { comparison, view } = known();
      if (isOn !== this.isOn && view) void this.turn(isOn, comparison, view);
      this.isOn = isOn;
    });
  }

  /** @param {() => void} listener @returns {() => void} ends it */
  follow(listener) {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #tell() {
    for (const listener of this.#listeners) listener();
  }

  /** How many claims hold in all that was tried. */
  get nHolding() {
    return this.claims.filter((_, at) => this.#refuting(at).length === 0).length;
  }

  /** The settings under which a claim does not hold. @param {number} at @returns {Tried[]} */
  #refuting(at) {
    return [...this.tried].map(([setting, answers]) => ({ setting, answer: answers[at] })).filter(({ answer }) => isRefuted(answer));
  }

  /** The settings under which a finding does not hold. @param {string | null} key of a place, or null for any @param {string} word @returns {Setting[]} */
  refuting(key, word) {
    const found = this.claims.flatMap((claim, at) => (claim.word === word && (key === null || claim.key === key) ? [this.#refuting(at)] : []));
    // Of a word that is found in several places, what holds in one holds.
    if (found.some((tried) => tried.length === 0)) return [];
    return SETTINGS.filter((one) => found.flat().some(({ setting }) => setting === one));
  }

  /** What was tried is out of date. */
  clear() {
    this.#turn += 1;
    this.isTrying = false;
    this.claims = [];
    this.tried = new Map();
  }

  /** @param {boolean} isOn @param {Comparison | null} comparison @param {Choices} view by which it was made */
  async turn(isOn, comparison, view) {
    this.clear();
    this.isOn = isOn;
    if (isOn && comparison) await this.#try(comparison, view);
    else this.#tell();
  }

  /** Tries no further setting; what is known stays. */
  stop() {
    this.#turn += 1;
    this.isTrying = false;
    this.#tell();
  }

  /** @param {Comparison} comparison @param {Choices} view */
  async #try(comparison, view) {
    const turn = this.#turn;
    this.claims = claimsOf(comparison);
    this.isTrying = this.claims.length > 0;
    this.#tell();
    const claims = JSON.stringify(this.claims);
    for (const setting of this.isTrying ? SETTINGS : []) {
      const text = await this.#ask((engine) => engine.survival(view, setting, claims));
      if (turn !== this.#turn) return;
      if (text === null) break;
      this.tried.set(setting, JSON.parse(text).answers);
      this.isTrying = this.tried.size < SETTINGS.length;
      this.#tell();
    }
    if (this.isTrying) this.stop();
  }
}
