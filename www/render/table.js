/** The comparison: words as rows, places as columns. Colour never speaks alone: marks say the same. */
import { html, unseen } from './build.js';
import { DEGREES, degree, silence } from './claims.js';
import { colourClass, columnName, columnWhy, nPlaces, placeButton } from './columns.js';

/** @typedef {import('./columns.js').Context} Context */
/** @typedef {import('./columns.js').Report} Report */
/** @typedef {import('../../src/wasm/types.d.ts').Row} Row */
/** @typedef {import('../../src/wasm/types.d.ts').Cell} Cell */
/** @typedef {import('./clouds.js').OnWord} OnWord */
/** @typedef {Context & { nRows: number, onMore: () => void, onWord: OnWord }} TableContext */

/**
 * @param {Report} report
 * @param {TableContext} context
 * @returns {HTMLElement}
 */
export function comparisonSection(report, context) {
  const { document, t } = context;
  const compared = nPlaces(report) > 1;
  const silent = silence(report.columns);
  const isSaid = compared && silent !== 'all';
  const rows = report.rows.slice(0, context.nRows);
  const left = report.rows.length - rows.length;
  return html(
    document,
    'section',
    { class: 'comparison', 'data-view': 'comparison', 'aria-labelledby': 'comparison-title' },
    html(document, 'h2', { id: 'comparison-title' }, isSaid ? t.tableTitle : t.tableTitleAlone),
    html(document, 'p', { class: 'intro' }, !compared ? t.tableIntroAlone : isSaid ? t.tableIntro : t.tableIntroLittle),
    isSaid && key(silent === 'some', context),
    html(
      document,
      'div',
      { class: 'scroll', role: 'region', tabindex: '0', 'aria-label': t.tableCaption },
      html(
        document,
        'table',
        { onkeydown: moveInTable },
        html(document, 'caption', { class: 'unseen' }, t.tableCaption),
        head(report, compared, context),
        html(document, 'tbody', {}, ...rows.map((row) => bodyRow(report, row, compared, context))),
      ),
    ),
    html(
      document,
      'p',
      { class: 'after' },
      left > 0 &&
        html(
          document,
          'button',
          { type: 'button', class: 'more', onclick: context.onMore },
          t.showMore(t.number(Math.min(left, MORE_ROWS))),
        ),
      html(document, 'span', { class: 'hint' }, t.scrollHint),
      html(document, 'span', {}, t.rowsShown(t.number(rows.length), t.number(report.nTypes))),
    ),
  );
}

/** Rows shown at first, and added each time more are asked for. */
export const FIRST_ROWS = 25;
export const MORE_ROWS = 50;

/** @param {boolean} isAnyLittle whether some places have no marks @param {Context} context */
function key(isAnyLittle, { document, t }) {
  const bounds = DEGREES.map((bound) => t.number2(bound));
  const sample = (/** @type {string} */ kind, /** @type {string} */ mark, /** @type {string} */ text) =>
    html(document, 'span', {}, html(document, 'span', { class: `swatch ${kind}`, 'aria-hidden': 'true' }, mark), text);
  return html(
    document,
    'p',
    { class: 'key' },
    sample('more2', MORE, t.keyMore),
    sample('less2', LESS, t.keyLess),
    html(document, 'span', { class: 'degrees' }, [t.keyDegrees(bounds[0], bounds[1], bounds[2]), isAnyLittle ? t.keyLittle : ''].join('')),
  );
}

const MORE = '▲';
const LESS = '▽';

/** @param {Report} report @param {boolean} compared @param {Context} context */
function head(report, compared, { document, t }) {
  const columns = report.columns.map((column) =>
    html(
      document,
      'th',
      { scope: 'col', class: colourClass(report, column), title: columnWhy(report, column, t) || null, 'data-place': column.key },
      html(document, 'span', { class: 'name', lang: column.kind === 'place' ? 'zh' : null }, placeButton(column.key, columnName(column, t), { document, t })),
    ),
  );
  return html(
    document,
    'thead',
    {},
    html(
      document,
      'tr',
      {},
      html(document, 'th', { scope: 'col', class: 'word-column' }, t.wordColumn),
      ...columns,
      html(document, 'th', { scope: 'col', class: 'sum' }, t.totalColumn),
      compared &&
        html(document, 'th', { scope: 'col', class: 'sum' }, html(document, 'abbr', { title: t.g2Long }, t.g2Column)),
    ),
  );
}

/** @param {Report} report @param {Row} row @param {boolean} compared @param {TableContext} context */
function bodyRow(report, row, compared, { document, t, onWord }) {
  const cells = row.cells.map((cell, index) => {
    const column = report.columns[index];
    const place = columnName(column, t);
    const strength = degree(cell.g2, report.columns, column.key);
    const classes = [colourClass(report, column), strengthClass(strength)].join(' ').trim();
    if (cell.n === 0) return html(document, 'td', { class: `${classes} none` }, mark(document, t, strength), '0');
    const open = () => onWord(row.word, column.key);
    return html(
      document,
      'td',
      { class: classes },
      html(
        document,
        'button',
        { type: 'button', tabindex: '-1', title: tones(cell, t), onclick: open },
        // Out of its table the figure alone would say nothing.
        unseen(document, t.cellLabel(row.word, place)),
        html(document, 'span', { class: 'n' }, t.number(cell.n), mark(document, t, strength)),
        html(document, 'span', { class: 'rate' }, t.rate(cell.rate)),
      ),
    );
  });
  const open = () => onWord(row.word, undefined);
  const label = t.rowLabel(row.word, row.n, t.number(row.n));
  return html(
    document,
    'tr',
    { 'data-word': row.word },
    html(
      document,
      'th',
      { scope: 'row', class: 'word-column' },
      html(document, 'button', { type: 'button', lang: 'zh', 'aria-label': label, onclick: open }, row.word),
    ),
    ...cells,
    html(document, 'td', { class: 'sum' }, t.number(row.n)),
    compared && html(document, 'td', { class: 'sum g2' }, row.g2 === null ? '' : t.score(row.g2)),
  );
}

/** @param {Cell} cell @param {import('../i18n/index.js').Translation} t */
function tones({ negated, problem }, t) {
  return negated + problem > 0 ? t.tonesIn(t.number(negated), t.number(problem)) : null;
}

/** @param {number} strength */
function strengthClass(strength) {
  if (strength === 0) return '';
  return strength > 0 ? `more${strength}` : `less${-strength}`;
}

/** @param {import('../i18n/index.js').Translation} t @param {number} strength */
function strengthText(t, strength) {
  if (strength === 0) return '';
  return ` (${strength > 0 ? t.keyMore : t.keyLess})`;
}

/** @param {Document} document @param {import('../i18n/index.js').Translation} t @param {number} strength */
function mark(document, t, strength) {
  if (strength === 0) return null;
  const signs = (strength > 0 ? MORE : LESS).repeat(Math.abs(strength));
  return html(
    document,
    'span',
    { class: 'mark' },
    html(document, 'span', { 'aria-hidden': 'true' }, signs),
    unseen(document, strengthText(t, strength)),
  );
}

/** Arrow keys move between the buttons of the table; only the words are in the order of the tab key. */
function moveInTable(/** @type {KeyboardEvent} */ event) {
  /** @type {Record<string, [number, number]>} */
  const steps = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };
  const step = steps[event.key];
  const cell = /** @type {Element} */ (event.target).closest('th, td');
  const row = cell?.closest('tr');
  const body = row?.parentElement;
  if (!step || !cell || !row || !body) return;
  event.preventDefault();
  let [down, right] = [[...body.children].indexOf(row), [...row.children].indexOf(cell)];
  // A cell without uses has no button: step over it.
  for (;;) {
    down += step[0];
    right += step[1];
    const next = body.children[down]?.children[right];
    if (!next) return;
    const button = next.querySelector('button');
    if (button) return button.focus();
  }
}
