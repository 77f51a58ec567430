/** Themes while they are on the page: their sentences shown on request, and the sheet of words edited. */
import { firstTheme, rankingBoard } from '../render/theme-board.js';
import { themeSheet, written } from '../render/theme-sheet.js';
import { termChips, withTerm } from '../render/theme-terms.js';
import { heatMap, themeName, themesSection } from '../render/themes.js';
import { boardFigures, themeFigures } from './figures.js';
import { NearDesk } from './near.js';

/** @typedef {import('../render/columns.js').Report} Report */
/** @typedef {import('../../src/wasm/types.d.ts').Themes} Themes */
/** @typedef {import('../../src/wasm/types.d.ts').ThemeSentences} ThemeSentences */
/** @typedef {import('../../src/wasm/types.d.ts').SheetTheme} SheetTheme */

/** @extends {NearDesk<{ themes: Themes, sheet: SheetTheme[] }>} */
export class ThemeDesk extends NearDesk {
  /** The theme on the board, and the one whose words are edited. */
  #chosen = '';
  #edited = '';
  #isSheetOpen = false;

  /** @param {import('./index.js').Place} place */
  constructor(place) {
    super(place);
    this.end = place.host.focus.follow(() => this.#follow());
  }

  close() {
    super.close();
    this.end();
  }

  get #context() {
    return { ...this.context(), onTheme: (/** @type {string} */ theme, /** @type {string | undefined} */ column) => this.host.showTheme(theme, column, null) };
  }

  /** @override @param {Report} report */
  async ask(report) {
    const answer = await this.host.ask(async (engine) => ({ text: await engine.themes(report.view), sheet: await engine.themeSheet() }));
    return answer && { themes: /** @type {Themes} */ (JSON.parse(answer.text)), sheet: answer.sheet };
  }

  /** @override @param {Report} report @param {{ themes: Themes, sheet: SheetTheme[] } | null} counted */
  draw(report, counted) {
    if (!counted) {
      this.part.replaceChildren(themesSection(true, this.context()));
      return;
    }
    const { themes } = counted;
    this.#chosen = this.#wanted(themes);
    const map = themes.themes.length > 0 ? heatMap(themes, report, this.#context) : null;
    if (map) Object.assign(map, { figures: () => themeFigures(themes, this.context().t) });
    this.part.replaceChildren(themesSection(false, this.context(), map, this.#board(themes, report), this.#sheet()));
  }

  /** The theme that the reader looks at, else the one to begin with. @param {Themes} themes */
  #wanted(themes) {
    const { theme } = this.host.focus.now;
    return themes.themes.find(({ key }) => key === theme)?.key ?? firstTheme(themes);
  }

  /** Another theme may have been chosen. */
  #follow() {
    const { counted, report } = this;
    if (!counted || !report || this.#wanted(counted.themes) === this.#chosen) return;
    this.#chosen = this.#wanted(counted.themes);
    const board = this.#board(counted.themes, report);
    if (board) this.part.querySelector('.board')?.replaceWith(board);
  }

  /** @param {Themes} themes @param {Report} report */
  #board(themes, report) {
    const onChoose = (/** @type {string} */ theme) => {
      this.host.focus.set({ theme });
      this.focusOn(`.board .chip[data-theme="${CSS.escape(theme)}"]`);
    };
    const board = rankingBoard(themes, report, { ...this.#context, chosen: this.#chosen, onChoose });
    return board && Object.assign(board, { figures: () => boardFigures(themes, this.#chosen, this.context().t) });
  }

  #sheet() {
    const sheet = this.counted?.sheet ?? [];
    const { words, later } = this.host;
    const wish = (/** @type {string} */ text) => later(() => words.wish({ kind: 'themes', text }));
    if (!sheet.some(({ key }) => key === this.#edited)) this.#edited = sheet[0]?.key ?? '';
    return themeSheet(sheet, {
      ...this.context(),
      edited: this.#edited,
      isOpen: this.#isSheetOpen,
      isOwn: words.themes !== '',
      canUndo: words.last?.kind === 'themes',
      onOpen: (isOpen) => {
        this.#isSheetOpen = isOpen;
      },
      onEdit: (theme) => {
        this.#edited = theme;
        this.part.querySelector('.theme-sheet')?.replaceWith(this.#sheet());
        this.focusOn('.theme-sheet select');
      },
      onTake: (terms) => wish(written(sheet.map((theme) => (theme.key === this.#edited ? { ...theme, terms } : theme)))),
      onOurs: () => wish(''),
      onUndo: () => later(() => words.takeBack()),
    });
  }

  /** The sentences of a theme, or of one of its terms; without any nothing is opened. @param {string} theme @param {string | undefined} column @param {string | null} term */
  async show(theme, column, term) {
    const all = await this.host.ask((engine) => engine.themeSentences(theme, this.host.choices()));
    if (all && all.n > 0) this.#show(all, column, all.terms.some((one) => one.term === term) ? term : null, false);
    else this.panel.node.close();
  }

  /**
   * @param {ThemeSentences} all @param {string | undefined} column of which place
   * @param {string | null} chosen of which term @param {boolean} isUnfolded whether all terms are offered
   */
  #show(all, column, chosen, isUnfolded) {
    const report = this.report;
    if (!report) return;
    const panel = this.panel;
    const { document, t } = this.context();
    const row = this.counted?.themes.themes.find(({ key }) => key === all.word);
    const name = themeName(row ?? { key: all.word, name: '' }, t);
    const title = chosen === null ? name : `${name} · ${chosen}`;
    const again = (/** @type {string | undefined} */ now, /** @type {string | null} */ term, /** @type {boolean} */ open) => {
      this.host.focus.set({ term });
      this.#show(all, now, term, open);
      const chip = panel.node.querySelector(`.terms .chip[data-term="${CSS.escape(term ?? '')}"]`);
      if (chip instanceof HTMLElement) chip.focus();
    };
    panel.showSentences(report, withTerm(all, chosen), column, t, {
      tools: null,
      onWish: () => {},
      onUndo: () => {},
      title,
      label: t.themes.sentencesOf(title),
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
}
