/** The application behind the element: which texts are in, what the reader chose, and the order in which work is done. */
import { Engine, EngineError } from './client.js';
import { download, take } from './workspace.js';
import { chooseLanguage, isElsewhere, nearest, translation } from './i18n/index.js';
import { nPlaces } from './render/columns.js';
import { DEFAULTS } from './render/controls.js';
import { doubts } from './opening.js';
import { nothing, parsed, unfolding } from './address.js';
import { Focus } from './focus.js';
import { Linking } from './linking.js';
import { Opened } from './opened.js';
import { readingOf } from './reading.js';
import { Survival } from './survival.js';
import { Texts } from './texts.js';
import { View } from './view.js';
import { WordDesk } from './word-desk.js';

/** @typedef {import('./assets.js').AssetSource} AssetSource */
/** @typedef {import('./assets.js').Assets} Assets */
/** @typedef {import('./files.js').Named} Named */
/** @typedef {import('./address.js').Looked} Looked */
/** @typedef {import('./render/columns.js').Report} Report */
/** @typedef {import('./render/controls.js').Choices} Choices */
/** @typedef {import('../src/wasm/types.d.ts').Encoding} Encoding */
/**
 * @typedef {object} Settings
 * @property {string} language
 * @property {Partial<Choices>} choices
 * @property {boolean} sample
 * @property {string[]} urls texts to begin with, in place of the sample
 * @property {(name: string, detail: object) => void} tell passes an event to the host
 * @property {(code: string) => void} onLanguage
 * @property {string} state what the reader looked at, as the address had it
 * @property {(state: string, isStep: boolean) => void} onState is told what the reader looks at now
 */

/** Of more bytes than this, phrases are counted only after the clouds are there. */
const LONG = 1e6;

export class App {
  /** @type {Engine | null} */
  #engine = null;
  /** @type {Assets | null} */
  #assets = null;
  /** @type {Report | null} */
  #report = null;
  /** @type {import('../src/wasm/types.d.ts').Comparison | null} */
  #comparison = null;
  /** Work is done one piece after another, in the order in which it was asked for. */
  #queue = Promise.resolve();
  #closed = false;
  /** The files of the last counts. @type {Set<Blob>} */
  #counted = new Set();

  /** @param {Document} document @param {AssetSource} source @param {Settings} settings */
  constructor(document, source, settings) {
    this.source = source;
    this.settings = settings;
    const begun = parsed(settings.state);
    /** @type {Choices} */
    const base = { ...DEFAULTS, ...settings.choices };
    this.choices = { ...base, ...begun.choices };
    /** What the reader looks at, in whatever view. */
    this.focus = new Focus(begun.looked);
    /** The language that was asked for; what the page speaks is `t`, until the words of the other have come. */
    this.language = chooseLanguage([begun.looked.language, settings.language]);
    this.t = translation(nearest(this.language));
    /** The report as the engine wrote it, byte for byte. */
    this.reportText = '';
    /** @type {{ ready?: number, firstCloud?: number }} */
    this.times = {};
    /** Which findings hold under other settings, once the reader asks. */
    this.survival = new Survival((question) => this.#ask(question));
    this.survival.obey(this.focus, () => ({ comparison: this.#comparison, view: this.#report?.view }));
    this.survival.follow(() => this.#drawSurvival());
    this.view = new View(document, this.t, this.#actions());
    this.texts = new Texts(this.view, {
      source,
      engine: () => this.#engine,
      assets: () => this.#assets,
      sample: settings.sample,
    });
    this.words = new WordDesk(this.view, {
      engine: () => this.#engine,
      report: () => this.#report,
      choices: () => ({ ...this.choices }),
      focus: this.focus,
      later: (work) => void this.#do(work),
      refresh: () => this.#refresh(),
    });
    this.linking = new Linking(this.view.node, {
      choices: () => this.choices,
      base,
      focus: this.focus,
      tell: settings.onState,
      take: (choices, before, after) => this.#take(choices, before, after),
    });
    this.opened = new Opened(this.view, {
      focus: this.focus,
      words: this.words,
      report: () => this.#report,
      uses: async (word) => (await this.#engine?.sentences(word, this.choices))?.n ?? 0,
      views: () => this.views,
    });
    this.view.take(this.focus.now);
    /** @type {import('./views/index.js').Views | null} */
    this.views = null;
    // A page that speaks another language than those at hand says nothing before it has its words.
    if (!isElsewhere(this.language)) this.view.drawShell(this.choices);
  }

  /** @returns {import('./view.js').Actions} */
  #actions() {
    return {
      addFiles: (files) => void this.addFiles(files),
      addText: (text) => void this.addText(text),
      choose: (change) => void this.choose(change),
      set: (change) => void this.set(change),
      setLanguage: (code) => {
        this.focus.set({ language: code });
        this.settings.onLanguage(code);
      },
      look: (change) => this.focus.set(change),
      unfold: (name) => this.focus.set(unfolding(this.focus.now, name, true)),
      showWord: (word, column) => this.#showWord(word, column),
      setDictionary: (text) => void this.#do(() => this.words.wish({ kind: 'dictionary', text })),
      read: (id) => void this.#do(() => this.view.reader.open(id, this.t)),
      reading: readingOf(() => this.#engine, () => ({ ...this.choices }), {
        decide: (decide) => this.#decide(decide),
        exportAs: (id, what) => void this.#do(() => this.#export(what, id)),
        report: () => /** @type {Report} */ (this.#report),
        opened: (id) => this.focus.set({ text: String(id) }),
      }),
      confirm: (id, code) => void this.#decide(() => this.#engine?.decide(id, { do: 'confirm', place: code })),
      save: () => void this.#do(() => this.#save()),
      openWorkspace: (file) => void this.#do(() => this.#openWorkspace(file)),
      receipts: (format) => void this.#do(() => this.#export(format)),
      readAs: (id, encoding) => void this.#do(async () => {
        const now = await this.texts.readAs(id, encoding);
        this.view.carryOver(now);
        await this.#refresh();
        this.view.returnToEncoding(now.get(id) ?? id);
      }),
      remove: (id) => void this.#do(() => this.#remove([id])),
      stop: () => this.#engine?.stop(),
      bringSample: () => void this.#do(() => this.texts.bringSample().then(() => this.#refresh())),
      clearSample: () => void this.#do(() => this.#remove(this.texts.sampleIds())),
      dismissFailures: () => this.texts.tell([]),
      sourceOf: (id) => this.#engine?.sources.get(id),
      isSample: (id) => this.#engine?.sources.get(id)?.sample === true,
      layout: (requests) => this.#ask((engine) => engine.layout(requests)),
      usage: (words) => this.#ask((engine) => engine.usage(words, this.#report?.view ?? {})),
      storm: (request) => this.#ask((engine) => engine.storm(request)),
      onFirstCloud: () => this.#markFirstCloud(),
      survival: this.survival,
      survive: (isOn) => this.focus.set({ survive: isOn ? 'on' : null }),
    };
  }

  /** Decides, and shows in all views what that changes. @param {() => Promise<unknown> | undefined} decide */
  #decide(decide) {
    return this.#do(async () => {
      await decide();
      await this.#refresh();
      if (this.view.reader.isOpen) await this.view.reader.draw();
    });
  }

  async #save() {
    const blob = await this.#engine?.save({ ...this.choices });
    if (blob) download(this.view.document, 'chengyan-workspace.json', blob);
  }

  /** @param {import('./workspace.js').Taken} what @param {number} [id] */
  async #export(what, id) {
    const file = this.#report?.documents.find((one) => one.id === id)?.file;
    if (this.#engine) await take(this.view.document, this.#engine, what, id, file);
  }

  /** Opens a workspace in the place of what is here, if the reader agrees. @param {Blob} file */
  async #openWorkspace(file) {
    if (!this.#engine) return;
    const { texts } = this;
    if (texts.nOwn > 0 && !(await this.view.askToOpen(texts.nOwn))) return;
    texts.tell([]);
    const { view, words, failures, documents } = await this.#engine.openWorkspace(file, (progress) => texts.showReading(progress));
    texts.tell([...failures, ...documents.flatMap(doubts)]);
    for (const key of /** @type {(keyof Choices)[]} */ (Object.keys(this.choices))) {
      Object.assign(this.choices, { [key]: view[key] });
    }
    this.view.drawControls(this.choices);
    await this.words.restore(words);
  }

  /**
   * Loads the engine and analyses what the page begins with. Nothing is asked of the network afterwards but the readers of
   * other formats, when such a file comes.
   */
  start() {
    return this.#do(async () => {
      const speaking = isElsewhere(this.language) ? this.#speak(this.language) : null;
      if (!speaking) this.view.showProgress(this.t.loading);
      const begun = this.focus.now;
      const beginning = this.texts.at(this.settings.urls);
      const onRestart = () => this.view.showProgress(this.t.restarting);
      const engine = new Engine(this.source, { onRestart });
      this.#engine = engine;
      // The words of the language come beside the engine, so that no cloud waits for them.
      const [assets] = await Promise.all([engine.start(), speaking]);
      if (speaking) this.view.showProgress(this.t.loading);
      this.#assets = assets;
      await this.texts.begin(await beginning);
      await this.#refresh();
      await Promise.all([engine.settled(), this.#openViews()]);
      if (begun.open !== null || begun.text !== null) await this.opened.take(nothing(), begun);
      this.times.ready = performance.now();
      this.settings.tell('chengyan-ready', {});
    });
  }

  /** @param {Named[]} files */
  addFiles(files) {
    return this.#do(async () => {
      const { workspace, isChanged } = await this.texts.add(files);
      if (workspace) await this.#openWorkspace(workspace);
      else if (isChanged) await this.#refresh();
    });
  }

  /** @param {string} text */
  addText(text) {
    return this.addFiles([this.texts.pasted(text)]);
  }

  /** The views after the clouds, which nothing has waited for; without them the page says so and goes on. */
  async #openViews() {
    const views = await this.source.loadViews().catch((error) => this.#explain(error));
    if (!views || this.#closed) return;
    this.views = views.openViews(this.view, {
      ask: (question) => this.#ask(question),
      choices: () => ({ ...this.choices }),
      later: (work) => void this.#do(work),
      showWord: (word, column) => this.#showWord(word, column),
      showTheme: (theme, column, term) => this.#showTheme(theme, column, term),
      read: (document, { start, end }) => void this.#do(() => this.view.reader.open(document, this.t, { start, end })),
      focus: this.focus,
      state: () => this.linking.state,
      words: this.words,
      survival: this.survival,
    });
    if (this.#report) this.views.changed(this.#report);
    if (this.#report && this.#comparison) this.views.compared(this.#comparison, this.#report);
  }

  /** @param {string} word @param {string | undefined} column */
  #showWord(word, column) {
    this.focus.set({ word, place: column ?? null, open: 'word' });
    void this.#do(() => this.words.show(word, column));
  }

  /** @param {string} theme @param {string | undefined} column @param {string | null} term */
  #showTheme(theme, column, term) {
    this.focus.set({ theme, term, place: column ?? null, open: 'theme' });
    void this.#do(async () => this.views?.showTheme(theme, column, term));
  }

  /** @param {Partial<Choices>} change */
  choose(change) {
    Object.assign(this.choices, change);
    this.linking.changed();
    return this.#do(() => this.#refresh());
  }

  /** @param {Partial<Choices>} change as `choose`, for changes that do not come from the controls themselves */
  set(change) {
    const done = this.choose(change);
    this.view.drawControls(this.choices);
    return done;
  }

  /** Takes up a state that was come back to. @param {Choices} choices @param {Looked} before @param {Looked} after */
  #take(choices, before, after) {
    const isOther = Object.entries(choices).some(([key, value]) => this.choices[/** @type {keyof Choices} */ (key)] !== value);
    Object.assign(this.choices, choices);
    if (before.language !== after.language) this.settings.onLanguage(after.language ?? chooseLanguage([this.settings.language]));
    if (isOther) this.view.drawControls(this.choices);
    const isMoved = this.view.take(after);
    return this.#do(async () => {
      if (isOther) await this.#refresh();
      else if (isMoved && this.#report) await this.view.drawAgain(this.#report);
      await this.opened.take(before, after);
    });
  }

  /** @param {string} code */
  setLanguage(code) {
    if (code === this.language) return;
    this.language = code;
    void this.#speak(code);
  }

  /** Says everything in a language once its words are there; if they cannot be had, the page stays as it is and says so. @param {string} code */
  async #speak(code) {
    /** @type {unknown} */
    let failure = null;
    const words = isElsewhere(code) ? await this.source.loadWords(code).catch((error) => void (failure = error)) : undefined;
    // The reader may have chosen another language meanwhile.
    if (this.#closed || this.language !== code) return;
    if (failure) this.language = this.t.code;
    else this.t = translation(code, words ?? undefined);
    this.texts.untell('no-language');
    this.view.setLanguage(this.t, this.choices);
    this.texts.redraw();
    void this.#do(() => this.words.draw());
    if (this.#report) {
      void this.view.drawReport(this.#report);
      this.view.drawFindings(this.#report, this.#comparison);
      this.views?.redraw();
    }
    if (!failure) return;
    await this.#explain(failure);
    this.settings.onLanguage(this.language);
  }

  async stats() {
    return {
      nDocuments: this.#report?.documents.length ?? 0,
      nWords: this.#report?.nWords ?? 0,
      memory: (await this.#engine?.memory()) ?? 0,
      assets: { wasm: this.#assets?.wasm.byteLength ?? 0, dictionary: this.#assets?.dictionary.byteLength ?? 0 },
      ...this.times,
    };
  }

  close() {
    this.#closed = true;
    this.view.close();
    this.views?.close();
    this.#engine?.close();
  }

  /**
   * Puts a piece of work at the end of the queue. What it cannot do is told to the reader; nothing is thrown.
   * @param {() => Promise<void>} work
   */
  #do(work) {
    const done = this.#queue.then(async () => {
      if (this.#closed) return;
      try {
        await work();
      } catch (error) {
        await this.#explain(error);
      } finally {
        this.view.hideProgress();
      }
    });
    this.#queue = done;
    return done;
  }

  /** @param {unknown} error */
  async #explain(error) {
    if (this.#closed) return;
    const { code, message } = /** @type {{ code?: string, message?: string }} */ (error);
    const failure = { name: message ?? '', code: code ?? 'failed', message: message ?? '' };
    this.texts.tellMore([failure]);
    /** @type {Record<string, string>} */
    const texts = this.t.error;
    this.view.reader.say(texts[failure.code] ?? texts.failed);
    // The worker that took the place of the fallen one holds other texts than those shown.
    if (code === 'died-unknown') await this.#refresh();
  }

  async #refresh() {
    if (!this.#engine) return;
    this.linking.changed();
    // Phrases take all texts to find: where these are long, the clouds are drawn without them first.
    const files = [...this.#engine.sources.values()].map(({ file }) => file);
    const isLong = files.reduce((sum, { size }) => sum + size, 0) > LONG;
    this.view.showProgress(this.t.counting);
    if (isLong && this.choices.phrases && files.some((file) => !this.#counted.has(file))) {
      this.#report = JSON.parse(await this.#engine.report({ ...this.choices, phrases: false }));
      this.#comparison = null;
      await this.view.drawReport(/** @type {Report} */ (this.#report));
    }
    this.#counted = new Set(files);
    this.reportText = await this.#engine.report({ ...this.choices });
    /** @type {Report} */
    const report = JSON.parse(this.reportText);
    this.#report = report;
    this.#comparison = null;
    this.survival.clear();
    this.view.hideProgress();
    this.texts.drawNote();
    this.views?.changed(report);
    await this.view.drawReport(report);
    await this.words.draw();
    this.settings.tell('chengyan-report', report);
    // Nothing waits for this: it takes longer than all before it.
    void this.#compare(report);
  }

  /** Says what tells the places apart, unless the report is another by then. @param {Report} report */
  async #compare(report) {
    if (nPlaces(report) < 2) return;
    const text = await this.#ask((engine) => engine.findings(report.view));
    if (text === null || this.#closed || this.#report !== report) return;
    this.#comparison = JSON.parse(text);
    this.view.drawFindings(report, this.#comparison);
    if (this.#comparison) this.views?.compared(this.#comparison, report);
    if (this.survival.isOn) void this.survival.turn(true, this.#comparison, report.view);
  }

  /** The findings are drawn again when all is known of them, or nothing more will be; until then only how far it is. */
  #drawSurvival() {
    if (this.#closed || !this.#report) return;
    if (this.survival.isTrying) this.view.drawSurvival(this.#report);
    else this.view.drawFindings(this.#report, this.#comparison);
  }

  /** @param {number[]} ids */
  async #remove(ids) {
    await this.#engine?.remove(ids);
    await this.#refresh();
  }

  /**
   * A question outside the queue; null if it cannot be answered.
   * @template T
   * @param {(engine: Engine) => Promise<T>} question
   * @returns {Promise<T | null>}
   */
  async #ask(question) {
    try {
      return this.#engine && (await question(this.#engine));
    } catch (error) {
      if (!(error instanceof EngineError)) throw error;
      if (error.code === 'died-unknown') void this.#do(() => Promise.reject(error));
      return null;
    }
  }

  #markFirstCloud() {
    if (this.times.firstCloud !== undefined) return;
    performance.mark('chengyan-first-cloud');
    this.times.firstCloud = performance.now();
  }
}
