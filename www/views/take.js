/* global CHENGYAN_VERSION */
/**
 * Beneath every view (an element with `data-view`): its figures and its picture as files, and what to write under it. Views that
 * are drawn later get the same; what is told is put together when somebody looks.
 */
import { takeMenu } from '../render/take.js';
import { download } from '../workspace.js';
import { aboutView, captionLines } from './caption.js';
import { cloudFigures, comparisonFigures, csvText, jsonText, lineFigures, listFigures, rateFigures, tableFigures } from './figures.js';
import { framed, png, svgText } from './picture.js';
import { colourOf, sceneOf } from './scene.js';

/** @typedef {import('../render/columns.js').Report} Report */
/** @typedef {import('../../src/wasm/types.d.ts').Comparison} Comparison */
/** @typedef {import('./figures.js').Figures} Figures */
/** @typedef {'csv' | 'json' | 'svg' | 'png'} Kind */

export class TakeDesk {
  #root;
  #base;
  #host;
  /** @type {Report | null} */
  #report = null;
  /** @type {Comparison | null} */
  #comparison = null;
  /** @type {Map<Element, HTMLElement>} */
  #menus = new Map();
  /** Views whose menu stands open. @type {Set<string>} */
  #open = new Set();

  /** @param {import('./index.js').Place} place */
  constructor({ part, context, host }) {
    this.#root = /** @type {HTMLElement} */ (part.closest('.root') ?? part);
    this.#base = context;
    this.#host = host;
    part.remove();
    this.observer = new MutationObserver(() => this.#attach());
    this.observer.observe(this.#root, { childList: true, subtree: true });
  }

  /** @param {Report} report */
  changed(report) {
    this.#report = report;
    this.#comparison = null;
    this.redraw();
  }

  /** @param {Comparison} comparison @param {Report} report */
  compared(comparison, report) {
    if (this.#report === report) this.#comparison = comparison;
  }

  redraw() {
    for (const menu of this.#menus.values()) menu.remove();
    this.#attach();
  }

  /** Every view that has no menu gets one, once there is something to take. */
  #attach() {
    if (!this.#report || this.#report.columns.length === 0) return;
    for (const [root, menu] of this.#menus) if (!root.isConnected || !menu.isConnected) this.#menus.delete(root);
    for (const root of this.#root.querySelectorAll('[data-view]')) {
      if (!(root instanceof HTMLElement) || this.#menus.has(root) || root.querySelector('.counting')) continue;
      const menu = this.#menu(root);
      this.#menus.set(root, menu);
      // Beneath a list without end nobody would find it.
      if (root.dataset.picture === 'none') root.before(menu);
      else root.append(menu);
    }
  }

  /** @param {HTMLElement} root */
  #menu(root) {
    const view = root.dataset.view ?? '';
    const lines = () => [this.#about(root).title, ...captionLines(this.#about(root), this.#base().t)];
    return takeMenu({
      ...this.#base(),
      hasPicture: root.dataset.picture !== 'none',
      isOpen: this.#open.has(view),
      lines,
      onOpen: (isOpen) => {
        if (isOpen) this.#open.add(view);
        else this.#open.delete(view);
      },
      onTake: (kind) => this.#take(root, kind),
      onCopy: () => navigator.clipboard.writeText(lines().join('\n')),
    });
  }

  /** @param {HTMLElement} root */
  #about(root) {
    const title = headingOf(root, 'h2')?.textContent ?? '';
    const own = root.querySelector('h3')?.closest('[data-view]') === root ? root.querySelector(':scope > h3')?.textContent : '';
    const theme = root.querySelector('.chip[aria-pressed="true"][data-theme]')?.textContent;
    const intro = root.querySelector('.intro')?.textContent ?? root.closest('section')?.querySelector('.intro')?.textContent ?? '';
    const now = new Date();
    const made = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
    const word = root.dataset.view === 'concordance' ? root.closest('.panel')?.querySelector('h2')?.textContent : null;
    const what = { view: root.dataset.view ?? '', title: word || [title, own, theme].filter(Boolean).join(' · '), intro };
    const context = { t: this.#base().t, choices: this.#host.choices(), state: this.#host.state(), made, version: CHENGYAN_VERSION };
    return aboutView(what, /** @type {Report} */ (this.#report), context);
  }

  /** @param {HTMLElement} root @returns {Promise<Figures | null>} */
  async #figures(root) {
    const [report, comparison] = [this.#report, this.#comparison];
    const { t } = this.#base();
    const own = await /** @type {HTMLElement & { figures?: () => any }} */ (root).figures?.();
    if (root.dataset.view === 'concordance') return report && own && lineFigures(own, report, t);
    if (own || !report) return own ?? null;
    switch (root.dataset.view) {
      case 'clouds':
        return cloudFigures(report, t);
      case 'comparison':
        return comparisonFigures(report, t);
      case 'dots':
        return this.#rates(report);
      case 'findings':
        return comparison && listFigures(comparison, t);
      default:
        return tableFigures(root);
    }
  }

  /** The rates of all words, of which the page has only the first. @param {Report} report */
  async #rates(report) {
    const text = await this.#host.ask((engine) => engine.comparison(report.view));
    return text === null ? null : rateFigures(JSON.parse(text));
  }

  /** Hands a file to the reader; false if it cannot be made. @param {HTMLElement} root @param {Kind} kind */
  async #take(root, kind) {
    const blob = kind === 'csv' || kind === 'json' ? await this.#data(root, kind) : await this.#picture(root, kind);
    if (blob) download(root.ownerDocument, `chengyan-${root.dataset.view}.${kind}`, blob);
    return blob !== null;
  }

  /** @param {HTMLElement} root @param {'csv' | 'json'} kind */
  async #data(root, kind) {
    const figures = await this.#figures(root);
    if (!figures) return null;
    /** @type {Record<string, string>} */
    const names = this.#base().t.exported.columns;
    const name = (/** @type {string} */ key) => (Object.hasOwn(names, key) ? names[key] : key);
    if (kind === 'csv') return new Blob([csvText(figures, name)], { type: 'text/csv;charset=utf-8' });
    return new Blob([jsonText(figures, this.#about(root), name)], { type: 'application/json' });
  }

  /** @param {HTMLElement} root @param {'svg' | 'png'} kind */
  async #picture(root, kind) {
    const { document, t } = this.#base();
    const about = this.#about(root);
    const { scene, look } = this.#inLight(root);
    const caption = { title: about.title, lines: captionLines(about, t), ...look };
    const picture = framed(scene, caption, root.querySelector('h2, :scope > h3') !== null);
    if (kind === 'png') return png(picture, document);
    return new Blob([svgText(picture, caption, document)], { type: 'image/svg+xml' });
  }

  /** A view in light colours, with nothing pinned: for the moment of looking only, so that the reader sees no change. @param {HTMLElement} view */
  #inLight(view) {
    const root = this.#root;
    const isDark = root.classList.contains('dark');
    const boxes = [root.ownerDocument.scrollingElement, ...view.querySelectorAll('*')];
    const scrolled = boxes.flatMap((box) => (box && (box.scrollLeft > 0 || box.scrollTop > 0) ? [{ box, left: box.scrollLeft, top: box.scrollTop }] : []));
    root.classList.remove('dark');
    view.classList.add('taken');
    for (const { box } of scrolled) box.scrollLeft = 0;
    try {
      const style = getComputedStyle(root);
      const quiet = getComputedStyle(root.querySelector('.state') ?? root).color;
      const [ground, ink, muted] = [style.backgroundColor, style.color, quiet].map((css) => colourOf(css)?.colour);
      return { scene: sceneOf(view), look: { ground, ink, muted, family: style.fontFamily } };
    } finally {
      root.classList.toggle('dark', isDark);
      view.classList.remove('taken');
      for (const { box, left, top } of scrolled) box.scrollTo({ left, top, behavior: 'instant' });
    }
  }

  close() {
    this.observer.disconnect();
  }
}

/** The heading of a view: its own, else that of the section in which it stands. @param {HTMLElement} root @param {string} selector */
function headingOf(root, selector) {
  return root.querySelector(selector) ?? root.closest('section')?.querySelector(selector) ?? null;
}
