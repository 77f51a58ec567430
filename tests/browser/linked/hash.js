// What tests of the address begin with and wait for.

export const BASE = {
  level: 'prefecture', stop: true, genre: true, placeNames: false, persons: false, companies: false, medium: false,
  reprints: 'once', lexicon: true, pos: 'all',
};

/** Waits until all is drawn. @param {any} page */
export const whole = (page) => page.waitForFunction(() => document.querySelector('cheng-yan').shadowRoot.querySelector('.part-linked'));
/** @param {any} page */
export const hash = (page) => page.evaluate(() => decodeURIComponent(location.hash));
/** @param {any} page @param {string} wanted */
export const hashBecomes = (page, wanted) => page.waitForFunction((one) => decodeURIComponent(location.hash) === one, wanted);
export const panelCloses = (page) => page.waitForFunction(() => !document.querySelector('cheng-yan').shadowRoot.querySelector('dialog[open]'));
