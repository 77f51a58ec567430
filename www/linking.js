/**
 * The state of the whole view: told to whoever keeps it, step by step, and taken up again. What comes back from there is not
 * told again, so that nothing turns in a circle.
 */
import { isStep, nothing, parsed, written } from './address.js';

/** @typedef {import('./render/controls.js').Choices} Choices */
/** @typedef {import('./address.js').Looked} Looked */
/**
 * What the application has and does.
 * @typedef {object} Host
 * @property {() => Choices} choices
 * @property {Choices} base how the page begins
 * @property {import('./focus.js').Focus} focus
 * @property {(state: string, isStep: boolean) => void} tell
 * @property {(choices: Choices, before: Looked, after: Looked) => Promise<void>} take shows what was come back to
 */

export class Linking {
  #host;
  #last;
  #isTaking = false;

  /** @param {HTMLElement} node @param {Host} host */
  constructor(node, host) {
    this.#host = host;
    this.#last = this.state;
    host.focus.follow(() => this.changed());
    // The name of a place chooses it, wherever it stands, and pressed again lets it go.
    node.addEventListener('click', ({ target }) => {
      const key = target instanceof Element ? target.closest('[data-choose]')?.getAttribute('data-choose') : null;
      if (key) host.focus.set({ place: host.focus.now.place === key ? null : key });
    });
  }

  get state() {
    return written(this.#host.choices(), this.#host.base, this.#host.focus.now);
  }

  /** Something was chosen. */
  changed() {
    const { state } = this;
    if (this.#isTaking || state === this.#last) return;
    const step = isStep(parsed(this.#last), parsed(state));
    this.#last = state;
    this.#host.tell(state, step);
  }

  /** Shows what a state says. @param {string} text */
  async restore(text) {
    const { base, focus, take } = this.#host;
    const { choices, looked } = parsed(text);
    const [before, next] = [focus.now, { ...base, ...choices }];
    if (written(next, base, looked) === this.state) return;
    this.#isTaking = true;
    focus.set({ ...nothing(), ...looked });
    const taken = take(next, before, looked);
    this.#last = this.state;
    this.#isTaking = false;
    await taken;
  }
}
