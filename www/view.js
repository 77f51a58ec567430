/** What stands on the page: the parts in their order, redrawn one by one when their matter changes. */
import { askToOpen } from './render/ask.js';
import { html } from './render/build.js';
import { cloudRequest, cloudsSection, drawCloud } from './render/clouds.js';
import { nPlaces } from './render/columns.js';
import { controls, problemList, sampleNote } from './render/controls.js';
import { findingsSection, overview } from './render/findings.js';
import { FIRST_DOCUMENTS, documentsSection, isReprint } from './render/documents.js';
import { intake } from './render/intake.js';
import { setWordsLine } from './render/set-words.js';
import { survivalStatus } from './render/survival.js';
import { ownWords } from './render/word-tools.js';
import { FIRST_ROWS, MORE_ROWS, comparisonSection } from './render/table.js';
import { isUnfolded } from './address.js';
import { acceptDrops, droppedIn, named } from './files.js';
import { Mapping } from './mapping.js';
import { measureIn } from './measure.js';
import { Panel } from './panel.js';
import { Reader } from './reader.js';
import { StormClouds } from './storm.js';

/** @typedef {import('./render/columns.js').Report} Report */
/** @typedef {import('./i18n/index.js').Translation} Translation */
/** @typedef {import('./files.js').Named} Named */
/** @typedef {import('./client.js').Failure} Failure */
/** @typedef {import('../src/wasm/types.d.ts').CloudRequest} CloudRequest */
/** @typedef {import('../src/wasm/types.d.ts').CloudLayout} CloudLayout */
/** @typedef {import('../src/wasm/types.d.ts').DocumentSummary} DocumentSummary */
/** @typedef {import('../src/wasm/types.d.ts').Encoding} Encoding */
/** @typedef {import('./render/controls.js').Choices} Choices */
/**
 * What the reader can do; the application answers.
 * @typedef {object} Actions
 * @property {(files: Named[]) => void} addFiles
 * @property {(text: string) => void} addText
 * @property {(change: Partial<Choices>) => void} choose
 * @property {(change: Partial<Choices>) => void} set as `choose`, from elsewhere than the controls
 * @property {(code: string) => void} setLanguage
 * @property {(change: Partial<import('./focus.js').Looked>) => void} look how clouds, table and texts stand, if not as usual
 * @property {(name: string) => void} unfold
 * @property {(word: string, column: string | undefined) => void} showWord
 * @property {(text: string) => void} setDictionary
 * @property {(id: number) => void} read
 * @property {import('./reader.js').Reading} reading
 * @property {(id: number, code: string) => void} confirm
 * @property {() => void} save
 * @property {(file: File) => void} openWorkspace
 * @property {(format: 'json' | 'csv') => void} receipts
 * @property {(id: number, encoding: Encoding) => void} readAs
 * @property {(id: number) => void} remove
 * @property {() => void} stop
 * @property {() => void} bringSample
 * @property {() => void} clearSample
 * @property {() => void} dismissFailures
 * @property {(id: number) => boolean} isSample
 * @property {(id: number) => import('./source.d.ts').Source | undefined} sourceOf
 * @property {(requests: CloudRequest[]) => Promise<CloudLayout[] | null>} layout null if the answer is out of date
 * @property {import('./storm.js').StormActions['usage']} usage
 * @property {import('./storm.js').StormActions['storm']} storm
 * @property {() => void} onFirstCloud
 * @property {import('./survival.js').Survival} survival
 * @property {(isOn: boolean) => void} survive tries findings under other settings
 */

/** Work shorter than this goes without a word about its progress. */
const PATIENCE_MS = 300;
const RESIZE_MS = 120;
/** From this width on, in px, there is room for all choices. */
const ROOMY = 600;

export class View {
  /** @param {Document} document @param {Translation} t @param {Actions} actions */
  constructor(document, t, actions) {
    this.document = document;
    this.t = t;
    this.actions = actions;
    this.panel = new Panel(document);
    this.mapping = new Mapping(document);
    this.reader = new Reader(document, t, actions.reading);
    /** @type {import('./render/clouds.js').Frame[]} */
    this.frames = [];
    this.nRows = FIRST_ROWS;
    this.nDocuments = FIRST_DOCUMENTS;
    this.showAll = false;
    /** Whether the choices of what is counted are unfolded: on a phone they would stand before all that is said. */
    this.choicesOpen = document.documentElement.clientWidth >= ROOMY;
    /** Whether a word has the same place in all clouds. */
    this.isTogether = true;
    /** @type {StormClouds | null} */
    this.storm = null;
    /** @type {Set<number>} */
    this.open = new Set();
    this.drawing = 0;
    this.drawnWidth = 0;
    this.dictionary = '';
    /** @type {import('../src/wasm/types.d.ts').WordProblem[]} */
    this.wordProblems = [];
    this.progressText = '';
    this.canStop = false;
    this.summaryText = '';
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.progressTimer = undefined;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.resizeTimer = undefined;
    const part = (/** @type {string} */ name) => html(document, 'div', { class: `part-${name}` });
    this.parts = {
      intake: part('intake'),
      note: part('note'),
      problems: part('problems'),
      controls: part('controls'),
      overview: part('overview'),
      words: part('words'),
      stops: part('stops'),
      clouds: part('clouds'),
      findings: part('findings'),
      views: part('views'),
      comparison: part('comparison'),
      documents: part('documents'),
    };
    this.bar = html(document, 'progress', { hidden: true });
    this.status = html(document, 'p', { class: 'status', role: 'status', tabindex: '-1' });
    this.survivalStatus = html(document, 'p', { class: 'survival-status', role: 'status' });
    this.stop = html(document, 'button', { type: 'button', class: 'link stop', hidden: true, onclick: actions.stop }, t.stopReading);
    this.node = html(document, 'div', { class: 'root', lang: t.code }, this.content());
    acceptDrops(this.node, (transfer) => void this.takeDrop(transfer));
    this.resizes = new ResizeObserver(() => this.resized());
    this.resizes.observe(this.node);
  }

  content() {
    const { parts } = this;
    return html(
      this.document,
      'div',
      { class: 'sheet' },
      parts.intake,
      parts.note,
      parts.problems,
      parts.controls,
      html(this.document, 'div', { class: 'words-row' }, parts.words, parts.stops),
      html(this.document, 'div', { class: 'state' }, this.bar, this.status, this.stop),
      parts.overview,
      parts.clouds,
      parts.findings,
      parts.views,
      parts.comparison,
      parts.documents,
      this.panel.node,
      this.mapping.node,
      this.reader.node,
    );
  }

  get context() {
    return { document: this.document, t: this.t };
  }

  /** @param {Translation} t @param {Choices} choices */
  setLanguage(t, choices) {
    this.t = t;
    this.node.lang = t.code;
    this.stop.textContent = t.stopReading;
    this.drawShell(choices);
    this.panel.redraw(t);
    void this.reader.setLanguage(t);
  }

  /** @param {Choices} choices */
  drawShell(choices) {
    const { actions, context } = this;
    const onFiles = (/** @type {FileList} */ files) => actions.addFiles(named(files));
    this.parts.intake.replaceChildren(intake({ ...context, onFiles, onPaste: actions.addText }));
    this.drawControls(choices);
    this.drawOwnWords(this.dictionary, this.wordProblems);
  }

  /** @param {string} text @param {import('../src/wasm/types.d.ts').WordProblem[]} problems */
  drawOwnWords(text, problems) {
    const open = this.parts.words.querySelector('details')?.open ?? false;
    this.dictionary = text;
    this.wordProblems = problems;
    const answers = { onDictionary: this.actions.setDictionary };
    this.parts.words.replaceChildren(ownWords({ text, problems, open }, { ...this.context, ...answers }));
  }

  /** @param {Choices} choices */
  drawControls(choices) {
    const { actions, context } = this;
    const onOpen = (/** @type {boolean} */ isOpen) => {
      this.choicesOpen = isOpen;
    };
    const answers = { isOpen: this.choicesOpen, onOpen, onChoice: actions.choose, onLanguage: actions.setLanguage };
    this.parts.controls.replaceChildren(controls(choices, { ...context, ...answers }));
  }

  /** @param {'shown' | 'gone' | 'mixed' | 'none'} state */
  drawNote(state) {
    const answers = { onBack: this.actions.bringSample, onClear: this.actions.clearSample };
    replace(this.parts.note, sampleNote(state, { ...this.context, ...answers }));
  }

  /** @param {Failure[]} failures */
  drawProblems(failures) {
    replace(this.parts.problems, problemList(failures, { ...this.context, onDismiss: this.actions.dismissFailures }));
  }

  /** @param {Report} report */
  async drawReport(report) {
    const { t } = this;
    const some = report.documents.length > 0;
    this.summaryText = some
      ? t.summary(report.documents.length, nPlaces(report), report.nWords, t.number)
      : t.nothingYet;
    const nReprints = report.documents.filter((summary) => isReprint(summary, report)).length;
    if (nReprints > 0) this.summaryText += ` · ${t.nReprints(nReprints, t.number(nReprints))}`;
    this.status.textContent = this.summaryText;
    // The engine finds the words' places while the rest is drawn.
    const clouds = this.drawClouds(report);
    this.drawFindings(report, null);
    this.drawComparison(report);
    this.drawDocuments(report);
    await clouds;
  }

  /** Stands as the reader looked at it; whether that is otherwise than before. @param {import('./focus.js').Looked} looked */
  take(looked) {
    const state = () => [this.isTogether, this.showAll, this.nRows, this.nDocuments].join();
    const before = state();
    this.isTogether = looked.clouds === null;
    this.showAll = isUnfolded(looked, 'clouds');
    this.nRows = Math.max(FIRST_ROWS, Number(looked.rows));
    this.nDocuments = Math.max(FIRST_DOCUMENTS, Number(looked.listed));
    return state() !== before;
  }

  /** What stands otherwise. @param {Report} report */
  drawAgain(report) {
    this.drawComparison(report);
    this.drawDocuments(report);
    return this.drawClouds(report);
  }

  /** What tells the places apart; null while that is not known yet. @param {Report} report @param {import('../src/wasm/types.d.ts').Comparison | null} comparison */
  drawFindings(report, comparison) {
    const { survival, survive: onSurvive, showWord: onWord } = this.actions;
    const onStopTrying = () => survival.stop();
    const context = { ...this.context, onWord, survival, view: report.view, onSurvive, onStopTrying, status: this.survivalStatus };
    const hadFocus = this.parts.findings.querySelector('.survival')?.matches(':focus-within');
    const hadPress = this.parts.overview.querySelector('.set-words button')?.matches(':focus');
    replace(this.parts.overview, overview(report, comparison, context));
    this.parts.overview.append(setWordsLine(report, { ...context, onPress: () => this.actions.set({ genre: !report.view.genre }) }) ?? '');
    const press = this.parts.overview.querySelector('.set-words button');
    if (hadPress && press instanceof HTMLElement) press.focus();
    replace(this.parts.findings, comparison && findingsSection(comparison, report, context));
    const box = this.parts.findings.querySelector('.survival input');
    if (hadFocus && box instanceof HTMLElement) box.focus();
    this.drawSurvival(report);
  }

  /** How far the trying of findings is. @param {Report} report */
  drawSurvival(report) {
    const { survival } = this.actions;
    this.survivalStatus.textContent = survivalStatus(survival, report.view, this.t);
    const stop = this.parts.findings.querySelector('.survival button');
    if (stop instanceof HTMLElement) stop.hidden = !survival.isTrying;
  }

  /** @param {Report} report */
  drawDocuments(report) {
    const { actions, context, open } = this;
    const { isSample, sourceOf, remove: onRemove, read: onRead, readAs: onEncoding, confirm: onConfirm } = actions;
    const { save: onSave, openWorkspace: onOpen, receipts: onReceipts } = actions;
    const onMoreDocuments = () => {
      const before = this.nDocuments;
      this.nDocuments += FIRST_DOCUMENTS;
      this.actions.look({ listed: String(this.nDocuments) });
      this.drawDocuments(report);
      // Reading goes on at the first of the new ones.
      this.parts.documents.querySelectorAll('summary')[before]?.focus();
    };
    const { nDocuments } = this;
    const texts = { isSample, sourceOf, onRemove, onRead, onEncoding, onConfirm, nDocuments, onMoreDocuments };
    const answers = { ...texts, onSave, onOpen, onReceipts };
    const some = report.documents.length > 0;
    replace(this.parts.documents, some ? documentsSection(report, { ...context, ...answers, open }) : null);
  }

  /** Documents that are open stay so under other numbers. @param {Map<number, number>} now */
  carryOver(now) {
    this.open = new Set([...this.open].map((id) => now.get(id) ?? id));
  }

  /** Brings the reader back to the choice of encoding that drew everything anew. @param {number} id */
  returnToEncoding(id) {
    const select = this.parts.documents.querySelector(`[data-document="${id}"] select`);
    if (select instanceof HTMLElement) select.focus();
  }

  /** @param {Report} report */
  drawComparison(report) {
    const onMore = () => {
      const before = this.nRows;
      this.nRows += MORE_ROWS;
      this.actions.look({ rows: String(this.nRows) });
      this.drawComparison(report);
      // Reading goes on at the first of the new rows.
      this.parts.comparison.querySelectorAll('tbody tr')[before]?.querySelector('button')?.focus();
    };
    const answers = { nRows: this.nRows, onMore, onWord: this.actions.showWord };
    const some = report.rows.length > 0;
    replace(this.parts.comparison, some ? comparisonSection(report, { ...this.context, ...answers }) : null);
    // With the frame, when everything is laid out once: now the whole page would be, before the clouds are drawn.
    requestAnimationFrame(() => this.fitTable());
  }

  /** A table that fits keeps its head in sight; one that does not scrolls in a box of its own. */
  fitTable() {
    const box = this.parts.comparison.querySelector('.scroll');
    if (!box) return;
    box.classList.remove('fits');
    box.classList.toggle('fits', box.scrollWidth <= box.clientWidth);
  }

  /** @param {Report} report */
  async drawClouds(report) {
    if (report.columns.length === 0) {
      this.frames = [];
      const empty = html(this.document, 'p', { class: 'no-words' }, this.t.noWords);
      replace(this.parts.clouds, report.documents.length > 0 ? empty : null);
      return;
    }
    const onShowAll = () => {
      this.showAll = true;
      this.actions.unfold('clouds');
      void this.drawClouds(report);
    };
    const onTogether = (/** @type {boolean} */ isTogether) => {
      this.isTogether = isTogether;
      this.actions.look({ clouds: isTogether ? null : 'apart' });
      void this.drawClouds(report);
      const chosen = this.parts.clouds.querySelector('.arrangement input:checked');
      if (chosen instanceof HTMLElement) chosen.focus();
    };
    const { showAll, isTogether } = this;
    const answers = { ...this.context, showAll, onShowAll, isTogether, onTogether };
    const { node, frames, rest } = cloudsSection(report, answers);
    replace(this.parts.clouds, node);
    const places = frames.filter(({ column }) => column.kind === 'place' && column.cloud.length > 0);
    this.storm = isTogether && nPlaces(report) > 1 && places.length > 0 ? new StormClouds(report, places, rest, this.actions) : null;
    this.frames = frames.filter(({ column }) => column.cloud.length > 0);
    await this.layOut();
  }

  /** Asks the engine for positions at the present width, and draws them unless something newer is on its way. */
  async layOut() {
    this.drawing += 1;
    const turn = this.drawing;
    const { frames } = this;
    const width = frames[0]?.picture.clientWidth ?? 0;
    if (width === 0) return;
    const size = { width, height: frames[0].picture.clientHeight };
    const measure = measureIn(this.document, getComputedStyle(frames[0].picture).fontFamily);
    const { storm } = this;
    const alone = frames.filter(({ column }) => storm === null || column.kind !== 'place');
    const [draw, layouts] = await Promise.all([
      storm?.layOut(size, measure),
      this.actions.layout(alone.map((frame) => cloudRequest(frame, size, measure))),
    ]);
    if (draw === null || !layouts || turn !== this.drawing) return;
    this.drawnWidth = width;
    const context = { ...this.context, measure, onWord: this.actions.showWord };
    draw?.(context);
    alone.forEach((frame, index) => drawCloud(frame, size, layouts[index], context));
    this.actions.onFirstCloud();
  }

  resized() {
    clearTimeout(this.resizeTimer);
    this.resizeTimer = setTimeout(() => {
      this.fitTable();
      if (this.frames[0] && this.frames[0].picture.clientWidth !== this.drawnWidth) void this.layOut();
    }, RESIZE_MS);
  }

  /** @param {string} text @param {{ done: number, total: number }} [share] */
  showProgress(text, share) {
    this.progressText = text;
    if (share) {
      this.bar.max = share.total;
      this.bar.value = share.done;
    } else {
      this.bar.removeAttribute('value');
    }
    this.canStop = share !== undefined && share.total > 1;
    if (!this.bar.hidden) this.drawProgress();
    this.progressTimer ??= setTimeout(() => {
      this.bar.hidden = false;
      this.drawProgress();
    }, PATIENCE_MS);
  }

  drawProgress() {
    this.status.textContent = this.progressText;
    // Whoever pressed the button is not to lose the place when it goes.
    if (!this.canStop && this.stop.matches(':focus')) this.status.focus();
    this.stop.hidden = !this.canStop;
  }

  hideProgress() {
    clearTimeout(this.progressTimer);
    this.progressTimer = undefined;
    if (this.bar.hidden) return;
    this.canStop = false;
    this.drawProgress();
    this.bar.hidden = true;
    this.status.textContent = this.summaryText;
  }

  /** @param {DataTransfer} transfer */
  async takeDrop(transfer) {
    const { files, text } = await droppedIn(transfer);
    if (files.length > 0) this.actions.addFiles(files);
    else if (text.trim() !== '') this.actions.addText(text);
  }

  /** Whether the texts that are here may give way to a workspace. @param {number} n */
  askToOpen(n) {
    return askToOpen(this.node, n, this.context);
  }

  close() {
    this.mapping.close();
    this.reader.close();
    this.resizes.disconnect();
    clearTimeout(this.resizeTimer);
    clearTimeout(this.progressTimer);
  }
}

/** @param {HTMLElement} part @param {HTMLElement | null} node */
function replace(part, node) {
  part.replaceChildren(...(node ? [node] : []));
}
