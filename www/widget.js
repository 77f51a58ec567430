/** The element `<cheng-yan>`: attributes in, events out. Whatever the page around it does, it looks the same. */
import { followAddress, readAddress, writeAddress } from './address-bar.js';
import { App } from './app.js';
import { named } from './files.js';
import { chooseLanguage } from './i18n/index.js';
import { LEVELS } from './render/controls.js';
import { css } from './style/index.js';

/** @typedef {import('./assets.js').AssetSource} AssetSource */
/** @typedef {import('../src/wasm/types.d.ts').Level} Level */

const NAME = 'cheng-yan';

/**
 * Defines the element, once: a script that is loaded again finds it and leaves it be.
 * @param {() => AssetSource} findAssets
 */
export function define(findAssets) {
  if (customElements.get(NAME)) return;
  const source = findAssets();
  // Where an element waits already, its matter may come while it is being built; a failure is told when it is needed.
  if (document.querySelector(NAME)) source.load().catch(() => {});
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  const darkness = matchMedia('(prefers-color-scheme: dark)');

  class ChengYan extends HTMLElement {
    static observedAttributes = ['lang', 'level'];
    /** @type {App | null} */
    #app = null;
    #follow = () => this.#setScheme();
    #endAddress = () => {};

    constructor() {
      super();
      const root = this.attachShadow({ mode: 'open' });
      root.adoptedStyleSheets = [sheet];
    }

    connectedCallback() {
      darkness.addEventListener('change', this.#follow);
      if (this.#app) return;
      const app = new App(document, source, {
        language: this.#language(),
        choices: this.#level(),
        sample: this.getAttribute('sample') !== 'off' && !this.hasAttribute('src'),
        urls: (this.getAttribute('src') ?? '').split(/\s+/).filter(Boolean),
        tell: (name, detail) => this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true })),
        onLanguage: (code) => this.setAttribute('lang', code),
        state: readAddress(this) ?? this.getAttribute('state') ?? '',
        onState: (state, isStep) => {
          writeAddress(this, state, isStep);
          this.dispatchEvent(new CustomEvent('chengyan-state', { detail: { state, isStep }, bubbles: true, composed: true }));
        },
      });
      this.#app = app;
      this.shadowRoot?.replaceChildren(app.view.node);
      // The page around may want to say its own part in the same language.
      if (this.getAttribute('lang') !== app.language) this.setAttribute('lang', app.language);
      this.#setScheme();
      this.#endAddress = followAddress(this, (hash) => {
        this.state = hash;
      });
      void app.start();
    }

    /** Moving the element from place to place keeps its texts; taking it away ends its worker. */
    disconnectedCallback() {
      darkness.removeEventListener('change', this.#follow);
      setTimeout(() => {
        if (this.isConnected) return;
        this.#endAddress();
        this.#app?.close();
        this.#app = null;
      });
    }

    /** @param {string} name */
    attributeChangedCallback(name) {
      if (name === 'lang') this.#app?.setLanguage(this.#language());
      if (name === 'level') void this.#app?.set(this.#level());
    }

    /**
     * Adds texts as if they had been dropped; settles when the views show them.
     * @param {Iterable<File>} files
     */
    async addFiles(files) {
      await this.#app?.addFiles(named(files));
    }

    /** Figures about the work done: documents, words, bytes of memory and of assets, times in ms. */
    async stats() {
      return this.#app?.stats();
    }

    /** The report as JSON text, the same bytes as the command line prints for the same files and view. */
    get reportText() {
      return this.#app?.reportText ?? '';
    }

    /** What the reader looks at, as text for an address: choices that are not the usual ones, a word, a place; never the texts. */
    get state() {
      return this.#app?.linking.state ?? '';
    }

    set state(text) {
      void this.#app?.linking.restore(text);
    }

    /** Its own attribute, else the nearest language around that there is, else the browser's. */
    #language() {
      const around = this.closest('[lang]')?.getAttribute('lang');
      return chooseLanguage([around, ...navigator.languages]);
    }

    /** @returns {{ level?: Level }} */
    #level() {
      const level = LEVELS.find((one) => one === this.getAttribute('level'));
      return level ? { level } : {};
    }

    /** Dark only where the page around is: one that does not say so stays light whatever the system prefers. */
    #setScheme() {
      const dark = darkness.matches && getComputedStyle(this).colorScheme.includes('dark');
      this.#app?.view.node.classList.toggle('dark', dark);
    }
  }

  customElements.define(NAME, ChengYan);
}
