/** Themes while they are on the page: their sentences shown on request, and the sheet of words edited. */
import { firstTheme, rankingBoard } from '../render/theme-board.js';
import { themeSheet, written } from '../render/theme-sheet.js';
import { termChips, withTerm } from '../render/theme-terms.js';
import { heatMap, themeName, themesSection } from '../render/themes.js';
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

  get #context() {
    return { ...this.context(), onTheme: (/** @type {string} */ theme, /** @type {string | undefined} */ column) => this.#open(theme, column) };
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
    if (!themes.themes.some(({ key }) => key === this.#chosen)) this.#chosen = firstTheme(themes);
    const map = themes.themes.length > 0 ? heatMap(themes, report, this.#context) : null;
    this.part.replaceChildren(themesSection(false, this.context(), map, this.#board(themes, report), this.#sheet()));
  }

  /** @param {Themes} themes @param {Report} report */
  #board(themes, report) {
    const onChoose = (/** @type {string} */ theme) => {
      this.#chosen = theme;
      const board = this.#board(themes, report);
      if (board) this.part.querySelector('.board')?.replaceWith(board);
      this.focusOn(`.board .chip[data-theme="${CSS.escape(theme)}"]`);
    };
    return rankingBoard(themes, report, { ...this.#context, chosen: this.#chosen, onChoose });
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

  /** The sentences of a theme. @param {string} theme @param {string | undefined} column */
  #open(theme, column) {
    this.host.later(async () => {
      const all = await this.host.ask((engine) => engine.themeSentences(theme, this.host.choices()));
      if (all) this.#show(all, column, null, false);
    });
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
}
