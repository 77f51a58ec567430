/** The application behind the element: which texts are in, what the reader chose, and the order in which work is done. */
import { Engine, EngineError } from './client.js';
import { asSources } from './files.js';
import { download, workspaceAmong } from './workspace.js';
import { chooseLanguage, translation } from './i18n/index.js';
import { nPlaces } from './render/columns.js';
import { doubts, opened, originOf, readAgain } from './opening.js';
import { readingOf } from './reading.js';
import { ThemeDesk } from './themes.js';
import { View } from './view.js';
import { WordDesk } from './word-desk.js';

/** @typedef {import('./assets.js').AssetSource} AssetSource */
/** @typedef {import('./assets.js').Assets} Assets */
/** @typedef {import('./client.js').Failure} Failure */
/** @typedef {import('./client.js').Source} Source */
/** @typedef {import('./files.js').Named} Named */
/** @typedef {import('./render/columns.js').Report} Report */
/** @typedef {import('./render/controls.js').Choices} Choices */
/** @typedef {import('../src/wasm/types.d.ts').DocumentSummary} DocumentSummary */
/** @typedef {import('../src/wasm/types.d.ts').Encoding} Encoding */
/**
 * @typedef {object} Settings
 * @property {string} language
 * @property {Partial<Choices>} choices
 * @property {boolean} sample
 * @property {string[]} urls texts to begin with, in place of the sample
 * @property {(name: string, detail: object) => void} tell passes an event to the host
 * @property {(code: string) => void} onLanguage
 */

export class App {
  /** @type {Engine | null} */
  #engine = null;
  /** @type {Assets | null} */
  #assets = null;
  /** @type {Report | null} */
  #report = null;
  /** @type {import('../src/wasm/types.d.ts').Comparison | null} */
  #comparison = null;
  /** @type {Failure[]} */
  #failures = [];
  #nPasted = 0;
  /** Work is done one piece after another, in the order in which it was asked for. */
  #queue = Promise.resolve();
  #closed = false;

  /** @param {Document} document @param {AssetSource} source @param {Settings} settings */
  constructor(document, source, settings) {
    this.source = source;
    this.settings = settings;
    /** @type {Choices} */
    this.choices = {
      level: 'prefecture',
      stop: true,
      genre: false,
      placeNames: false,
      persons: false,
      companies: false,
      medium: false,
      reprints: 'once',
      lexicon: true,
      phrases: true,
      pos: 'all',
      ...settings.choices,
    };
    this.t = translation(chooseLanguage([settings.language]));
    /** The report as the engine wrote it, byte for byte. */
    this.reportText = '';
    /** @type {{ ready?: number, firstCloud?: number }} */
    this.times = {};
    this.view = new View(document, this.t, this.#actions());
    this.words = new WordDesk(this.view, {
      engine: () => this.#engine,
      report: () => this.#report,
      choices: () => ({ ...this.choices }),
      later: (work) => void this.#do(work),
      refresh: () => this.#refresh(),
    });
    this.themes = new ThemeDesk(this.view, {
      ask: (question) => this.#ask(question),
      choices: () => ({ ...this.choices }),
      later: (work) => void this.#do(work),
      words: this.words,
    });
    this.view.drawShell(this.choices);
  }

  /** @returns {import('./view.js').Actions} */
  #actions() {
    return {
      addFiles: (files) => void this.addFiles(files),
      addText: (text) => void this.addText(text),
      choose: (change) => void this.choose(change),
      setLanguage: (code) => this.settings.onLanguage(code),
      showWord: (word, column) => void this.#do(() => this.words.show(word, column)),
      setDictionary: (text) => void this.#do(() => this.words.wish({ kind: 'dictionary', text })),
      read: (id) => void this.#do(() => this.view.reader.open(id, this.t)),
      reading: readingOf(() => this.#engine, () => ({ ...this.choices }), {
        decide: (decide) => this.#decide(decide),
        exportAs: (id, what) => void this.#do(() => this.#export(what, id)),
        report: () => /** @type {Report} */ (this.#report),
      }),
      confirm: (id, code) => void this.#decide(() => this.#engine?.decide(id, { do: 'confirm', place: code })),
      save: () => void this.#do(() => this.#save()),
      openWorkspace: (file) => void this.#do(() => this.#openWorkspace(file)),
      receipts: (format) => void this.#do(() => this.#export(format)),
      readAs: (id, encoding) => void this.#do(() => this.#readAs(id, encoding)),
      remove: (id) => void this.#do(() => this.#remove([id])),
      stop: () => this.#engine?.stop(),
      bringSample: () => void this.#do(() => this.#bringSample()),
      clearSample: () => void this.#do(() => this.#remove(this.#sampleIds())),
      dismissFailures: () => this.#setFailures([]),
      sourceOf: (id) => this.#engine?.sources.get(id),
      isSample: (id) => this.#engine?.sources.get(id)?.sample === true,
      layout: (requests) => this.#ask((engine) => engine.layout(requests)),
      usage: (words) => this.#ask((engine) => engine.usage(words, this.#report?.view ?? {})),
      storm: (request) => this.#ask((engine) => engine.storm(request)),
      onFirstCloud: () => this.#markFirstCloud(),
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

  /** @param {'text' | 'json' | 'csv'} what @param {number} [id] */
  async #export(what, id) {
    if (!this.#engine) return;
    const text = what === 'text' ? await this.#engine.cleaned(id ?? 0) : await this.#engine.receipt(what, id);
    const file = this.#report?.documents.find((one) => one.id === id)?.file;
    const stem = file ? (file.split('/').at(-1) ?? file).replace(/\.[^.]*$/, '') : 'chengyan';
    const [ending, type] = { text: ['cleaned.txt', 'text/plain'], json: ['receipt.json', 'application/json'], csv: ['receipt.csv', 'text/csv'] }[what];
    download(this.view.document, `${stem}-${ending}`, new Blob([text], { type }));
  }

  /** Opens a workspace in the place of what is here, if the reader agrees. @param {Blob} file */
  async #openWorkspace(file) {
    if (!this.#engine) return;
    const nOwn = this.#engine.sources.size - this.#sampleIds().length;
    if (nOwn > 0 && !(await this.view.askToOpen(nOwn))) return;
    this.#setFailures([]);
    const { number, reading } = this.t;
    const { view, words, failures, documents } = await this.#engine.openWorkspace(file, ({ done, total, name }) =>
      this.view.showProgress(reading(number(done + 1), number(total), name), { done, total }),
    );
    this.#setFailures([...failures, ...documents.flatMap(doubts)]);
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
      this.view.showProgress(this.t.loading);
      const beginning = this.#beginning();
      const onRestart = () => this.view.showProgress(this.t.restarting);
      const engine = new Engine(this.source, { onRestart });
      this.#engine = engine;
      this.#assets = await engine.start();
      const sources = await beginning;
      if (sources) await this.#read(await this.#open(sources));
      else if (this.settings.sample) await this.#read(this.#sampleSources());
      await this.#refresh();
      await engine.settled();
      this.times.ready = performance.now();
      this.settings.tell('chengyan-ready', {});
    });
  }

  /** The texts at the addresses that the element names, or null if it names none. @returns {Promise<Source[] | null>} */
  async #beginning() {
    if (this.settings.urls.length === 0) return null;
    const loads = this.settings.urls.map(async (url) => {
      const name = decodeURI(url.split(/[?#]/)[0].split('/').at(-1) || url);
      try {
        return { name, file: await this.source.loadFile(url) };
      } catch (error) {
        this.#setFailures([...this.#failures, { name: url, code: 'unavailable', message: String(error) }]);
        return null;
      }
    });
    return (await Promise.all(loads)).filter((source) => source !== null);
  }

  /** @param {Named[]} files */
  addFiles(files) {
    return this.#do(() => this.#addOwn(files));
  }

  /** @param {string} text */
  addText(text) {
    this.#nPasted += 1;
    const name = this.t.pastedName(this.#nPasted);
    return this.addFiles([{ name, file: new File([text], name) }]);
  }

  /** @param {Partial<Choices>} change */
  choose(change) {
    Object.assign(this.choices, change);
    return this.#do(() => this.#refresh());
  }

  /** @param {Partial<Choices>} change as `choose`, for changes that do not come from the controls themselves */
  set(change) {
    const done = this.choose(change);
    this.view.drawControls(this.choices);
    return done;
  }

  /** @param {string} code */
  setLanguage(code) {
    if (code === this.t.code) return;
    this.t = translation(code);
    this.view.setLanguage(this.t, this.choices);
    this.view.drawProblems(this.#failures);
    this.view.drawNote(this.#sampleState());
    void this.#do(() => this.words.draw());
    if (this.#report) {
      void this.view.drawReport(this.#report);
      this.view.drawFindings(this.#report, this.#comparison);
      this.themes.redraw();
    }
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
    this.themes.close();
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
    this.#setFailures([...this.#failures, failure]);
    /** @type {Record<string, string>} */
    const texts = this.t.error;
    this.view.reader.say(texts[failure.code] ?? texts.failed);
    // The worker that took the place of the fallen one holds other texts than those shown.
    if (code === 'died-unknown') await this.#refresh();
  }

  /** @param {Failure[]} failures */
  #setFailures(failures) {
    this.#failures = failures;
    this.view.drawProblems(failures);
  }

  /** @param {Named[]} files */
  async #addOwn(files) {
    const workspace = await workspaceAmong(files);
    if (workspace) {
      await this.#openWorkspace(workspace);
      return;
    }
    const { sources, failures } = asSources(files);
    this.#setFailures(failures);
    const { fresh, known } = this.#partKnown(sources);
    const twice = known.map(({ name }) => ({ name, code: 'duplicate', message: '' }));
    this.#setFailures([...failures, ...twice]);
    const documents = await this.#read(await this.#open(fresh));
    if (documents.some(({ nWords }) => nWords > 0)) await this.#engine?.remove(this.#sampleIds());
    if (documents.length > 0) await this.#refresh();
  }

  /** @param {Source[]} sources */
  #partKnown(sources) {
    const here = new Set([...(this.#engine?.sources.values() ?? [])].map(originOf));
    const isHere = (/** @type {Source} */ source) => here.has(originOf(source));
    return { fresh: sources.filter((one) => !isHere(one)), known: sources.filter(isHere) };
  }

  /** The texts in files of whatever kind; what cannot be read is told. @param {Source[]} files @returns {Promise<Source[]>} */
  async #open(files) {
    if (!this.#engine || files.length === 0) return [];
    const { sources, failures } = await opened(files, this.#helpers(this.#engine));
    this.#setFailures([...this.#failures, ...failures]);
    return sources;
  }

  /** @param {Engine} engine @returns {import('./opening.js').Helpers} */
  #helpers(engine) {
    return {
      engine,
      onProgress: (done, total, name) => this.#showReading({ done, total, name }),
      readPdf: async (file) => (await this.source.loadPdf()).pages(file),
      askColumns: (found, readAs) => {
        this.view.hideProgress();
        return this.view.mapping.ask(found, readAs, this.t);
      },
    };
  }

  /** @param {import('./client.js').Progress} progress */
  #showReading({ done, total, name }) {
    const { number, reading } = this.t;
    this.view.showProgress(reading(number(done + 1), number(total), name), { done, total });
  }

  /** @param {Source[]} sources @returns {Promise<DocumentSummary[]>} what could be read */
  async #read(sources) {
    if (!this.#engine || sources.length === 0) return [];
    const { documents, failures } = await this.#engine.add(sources, (progress) => this.#showReading(progress));
    this.#setFailures([...this.#failures, ...failures, ...documents.flatMap(doubts)]);
    return documents;
  }

  async #refresh() {
    if (!this.#engine) return;
    this.view.showProgress(this.t.counting);
    this.reportText = await this.#engine.report({ ...this.choices });
    /** @type {Report} */
    const report = JSON.parse(this.reportText);
    this.#report = report;
    this.#comparison = null;
    this.view.hideProgress();
    this.view.drawNote(this.#sampleState());
    this.themes.changed(report);
    await this.view.drawReport(report);
    await this.words.draw();
    this.settings.tell('chengyan-report', report);
    // Nothing waits for this: it takes longer than all before it.
    void this.#compare(report);
  }

  /** Says what tells the places apart, unless the report is another by then. @param {Report} report */
  async #compare(report) {
    if (nPlaces(report) < 2) return;
    const text = await this.#ask((engine) => engine.comparison(report.view));
    if (text === null || this.#closed || this.#report !== report) return;
    this.#comparison = JSON.parse(text);
    this.view.drawFindings(report, this.#comparison);
  }

  /** Reads what a document came from once more, in another encoding. @param {number} id @param {Encoding} encoding */
  async #readAs(id, encoding) {
    if (!this.#engine) return;
    this.#setFailures([]);
    const now = await readAgain(id, encoding, this.#helpers(this.#engine), ({ sources, failures }) => {
      this.#setFailures(failures);
      return this.#read(sources);
    });
    this.view.carryOver(now);
    await this.#refresh();
    this.view.returnToEncoding(now.get(id) ?? id);
  }

  /** @param {number[]} ids */
  async #remove(ids) {
    await this.#engine?.remove(ids);
    await this.#refresh();
  }

  /** @returns {Source[]} */
  #sampleSources() {
    const files = this.#assets?.sample ?? [];
    return files.map(({ name, text }) => ({ name, file: new Blob([text]), sample: true }));
  }

  #sampleIds() {
    return [...(this.#engine?.sources ?? [])].filter(([, source]) => source.sample).map(([id]) => id);
  }

  async #bringSample() {
    await this.#read(this.#sampleSources());
    await this.#refresh();
  }

  /** @returns {'shown' | 'gone' | 'mixed' | 'none'} */
  #sampleState() {
    if (!this.settings.sample || !this.#engine) return 'none';
    const nSample = this.#sampleIds().length;
    if (nSample === 0) return 'gone';
    return nSample === this.#engine.sources.size ? 'shown' : 'mixed';
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
