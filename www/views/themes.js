/**
 * Themes while they are on the page: counted when the reader comes near, drawn again when something changes, their sentences
 * shown on request, and the sheet of words edited.
 */
import { firstTheme, rankingBoard } from '../render/theme-board.js';
import { themeSheet, written } from '../render/theme-sheet.js';
import { termChips, withTerm } from '../render/theme-terms.js';
import { heatMap, themeName, themesSection } from '../render/themes.js';
import { boardFigures, themeFigures } from './figures.js';
import { nPlaces } from '../render/columns.js';

/** @typedef {import('../render/columns.js').Report} Report */
/** @typedef {import('../../src/wasm/types.d.ts').Themes} Themes */
/** @typedef {import('../../src/wasm/types.d.ts').ThemeSentences} ThemeSentences */
/** @typedef {import('../../src/wasm/types.d.ts').SheetTheme} SheetTheme */
/** So near the reader has to come. */
const NEAR = '600px';

export class ThemeDesk {
  #part;
  #panel;
  #base;
  #host;
  /** @type {Report | null} */
  #report = null;
  /** @type {{ themes: Themes, sheet: SheetTheme[] } | null} */
  #counted = null;
  /** The theme on the board, and the one whose words are edited. */
  #chosen = '';
  #edited = '';
  #isSheetOpen = false;
  #isNear = false;

  /** @param {import('./index.js').Place} place */
  constructor({ part, panel, context, host }) {
    this.#part = part;
    this.#panel = panel;
    this.#base = context;
    this.#host = host;
    this.observer = new IntersectionObserver(
      (entries) => {
        this.#isNear = entries[entries.length - 1].isIntersecting;
        if (this.#isNear) void this.#count();
      },
      { rootMargin: NEAR },
    );
    this.observer.observe(part);
    this.end = host.focus.follow(() => this.#follow());
  }

  get #context() {
    return { ...this.#base(), onTheme: (/** @type {string} */ theme, /** @type {string | undefined} */ column) => this.#open(theme, column) };
  }

  /** Other texts or other choices. @param {Report} report */
  changed(report) {
    this.#report = report;
    this.#counted = null;
    if (nPlaces(report) === 0) {
      this.#part.replaceChildren();
    } else if (this.#isNear && this.#part.childElementCount > 0) {
      // What stands there is of other texts: seen until the new figures come, so that nothing jumps, but not to be used.
      this.#part.inert = true;
      void this.#count();
    } else {
      this.redraw();
    }
  }

  async #count() {
    const report = this.#report;
    if (!report || this.#counted || nPlaces(report) === 0) return;
    const answer = await this.#host.ask(async (engine) => ({ text: await engine.themes(report.view), sheet: await engine.themeSheet() }));
    if (!answer || this.#report !== report || this.#counted) return;
    this.#counted = { themes: JSON.parse(answer.text), sheet: answer.sheet };
    this.redraw();
  }

  /** Draws what is known, in the language of the page. */
  redraw() {
    const report = this.#report;
    if (!report || nPlaces(report) === 0) return;
    const context = this.#base();
    this.#part.inert = false;
    if (!this.#counted) {
      this.#part.replaceChildren(themesSection(true, context));
      return;
    }
    const { themes } = this.#counted;
    this.#chosen = this.#wanted(themes);
    const map = themes.themes.length > 0 ? heatMap(themes, report, this.#context) : null;
    if (map) Object.assign(map, { figures: () => themeFigures(themes, this.#base().t) });
    this.#part.replaceChildren(themesSection(false, context, map, this.#board(themes, report), this.#sheet()));
  }

  /** The theme that the reader looks at, else the one to begin with. @param {Themes} themes */
  #wanted(themes) {
    const { theme } = this.#host.focus.now;
    return themes.themes.find(({ key }) => key === theme)?.key ?? firstTheme(themes);
  }

  /** Another theme may have been chosen. */
  #follow() {
    if (!this.#counted || !this.#report || this.#wanted(this.#counted.themes) === this.#chosen) return;
    this.#chosen = this.#wanted(this.#counted.themes);
    const board = this.#board(this.#counted.themes, this.#report);
    if (board) this.#part.querySelector('.board')?.replaceWith(board);
  }

  /** @param {Themes} themes @param {Report} report */
  #board(themes, report) {
    const onChoose = (/** @type {string} */ theme) => {
      this.#host.focus.set({ theme });
      this.#focus(`.board .chip[data-theme="${CSS.escape(theme)}"]`);
    };
    const board = rankingBoard(themes, report, { ...this.#context, chosen: this.#chosen, onChoose });
    return board && Object.assign(board, { figures: () => boardFigures(themes, this.#chosen, this.#base().t) });
  }

  #sheet() {
    const sheet = this.#counted?.sheet ?? [];
    const { words, later } = this.#host;
    const wish = (/** @type {string} */ text) => later(() => words.wish({ kind: 'themes', text }));
    if (!sheet.some(({ key }) => key === this.#edited)) this.#edited = sheet[0]?.key ?? '';
    return themeSheet(sheet, {
      ...this.#base(),
      edited: this.#edited,
      isOpen: this.#isSheetOpen,
      isOwn: words.themes !== '',
      canUndo: words.last?.kind === 'themes',
      onOpen: (isOpen) => {
        this.#isSheetOpen = isOpen;
      },
      onEdit: (theme) => {
        this.#edited = theme;
        this.#part.querySelector('.theme-sheet')?.replaceWith(this.#sheet());
        this.#focus('.theme-sheet select');
      },
      onTake: (terms) => wish(written(sheet.map((theme) => (theme.key === this.#edited ? { ...theme, terms } : theme)))),
      onOurs: () => wish(''),
      onUndo: () => later(() => words.takeBack()),
    });
  }

  /** @param {string} selector */
  #focus(selector) {
    const node = this.#part.querySelector(selector);
    if (node instanceof HTMLElement) node.focus();
  }

  /** The sentences of a theme. @param {string} theme @param {string | undefined} column */
  #open(theme, column) {
    this.#host.later(async () => {
      const all = await this.#host.ask((engine) => engine.themeSentences(theme, this.#host.choices()));
      if (all) this.#show(all, column, null, false);
    });
  }

  /**
   * @param {ThemeSentences} all @param {string | undefined} column of which place
   * @param {string | null} chosen of which term @param {boolean} isUnfolded whether all terms are offered
   */
  #show(all, column, chosen, isUnfolded) {
    const report = this.#report;
    if (!report) return;
    const panel = this.#panel;
    const { document, t } = this.#base();
    const row = this.#counted?.themes.themes.find(({ key }) => key === all.word);
    const name = themeName(row ?? { key: all.word, name: '' }, t);
    const again = (/** @type {string | undefined} */ now, /** @type {string | null} */ term, /** @type {boolean} */ open) => {
      this.#show(all, now, term, open);
      const chip = panel.node.querySelector(`.terms .chip[data-term="${CSS.escape(term ?? '')}"]`);
      if (chip instanceof HTMLElement) chip.focus();
    };
    panel.showSentences(report, withTerm(all, chosen), column, t, {
      tools: null,
      onWish: () => {},
      onUndo: () => {},
      title: name,
      label: t.themes.sentencesOf(name),
      more: (now) =>
        termChips(all, {
          document,
          t,
          column: now,
          chosen,
          isUnfolded,
          onTerm: (term) => again(now, term, isUnfolded),
          onUnfold: () => again(now, chosen, true),
        }),
    });
  }

  close() {
    this.end();
    this.observer.disconnect();
  }
}
