/**
 * The page's side of the engine. Every call settles. When the worker dies, another takes its place, the files are
 * read again without the one that was being read, and that one is named.
 */
import { EngineError, Line, WorkerDied } from './line.js';
import { Questions } from './questions.js';

export { EngineError };

/** @typedef {import('../src/wasm/types.d.ts').DocumentSummary} DocumentSummary */
/** @typedef {import('../src/wasm/types.d.ts').Words} Words */
/** @typedef {import('../src/wasm/types.d.ts').WordProblem} WordProblem */
/** @typedef {import('../src/wasm/types.d.ts').Decision} Decision */
/** @typedef {import('../src/wasm/types.d.ts').Opened} Opened */
/** @typedef {import('./assets.js').AssetSource} AssetSource */
/** @typedef {import('./assets.js').Assets} Assets */
/** @typedef {import('./opener.js').Answer} Answer */
/** @typedef {import('./source.d.ts').Source} Source */
/** @typedef {{ name: string, code: string, message: string }} Failure */
/** @typedef {import('./line.js').Progress} Progress */
/** @typedef {import('./line.js').OnProgress} OnProgress */

/** A file that takes longer than this, and as much again for every so many bytes, is taken never to end. */
const PATIENCE_MS = 60_000;
const PATIENCE_BYTES = 4e6;

export class Engine extends Questions {
  #source;
  /** @type {Assets | null} */
  #assets = null;
  /** @type {Line} */
  #line;
  /**
   * Where starting a worker asks the network for its script, one is started ahead, since nothing may be asked for
   * after loading.
   * @type {Line | null}
   */
  #spare = null;
  /** @type {Map<number, Source>} */
  #sources = new Map();
  /** @type {Words | null} */
  #words = null;
  /** @type {number[]} */
  #lastAdded = [];
  /** What the reader decided, as the engine writes it: another worker is told the same. */
  #decisions = '';
  /** While files are being read, whoever reads them also sees to a restart. */
  #adding = false;

  /** @param {AssetSource} source @param {{ onRestart?: () => void }} [hooks] */
  constructor(source, hooks = {}) {
    super();
    this.#source = source;
    this.hooks = hooks;
    try {
      this.#line = new Line(source.makeWorker());
    } catch (error) {
      throw new EngineError('no-engine', String(error));
    }
  }

  /** The thread starts while its matter is still on the way. @returns {Promise<Assets>} */
  async start() {
    this.#assets = await this.#source.load();
    const started = this.#startLine();
    if (this.#source.workerIsFetched) this.#spare = new Line(this.#source.makeWorker());
    await started;
    return this.#assets;
  }

  /** Settles when nothing more will be asked of the network. */
  async settled() {
    await this.#spare?.loaded;
  }

  async #startLine() {
    const { wasm, dictionary } = /** @type {Assets} */ (this.#assets);
    try {
      await this.#line.call('start', [wasm, dictionary]);
    } catch (error) {
      throw new EngineError('no-engine', error instanceof Error ? error.message : String(error));
    }
  }

  /** Ids of the documents that are in, with where they came from. */
  get sources() {
    return this.#sources;
  }

  /**
   * Reads files in order. A file that cannot be read is a failure in the result, never an exception.
   * @param {Source[]} sources
   * @param {OnProgress} [onProgress]
   * @returns {Promise<{ documents: DocumentSummary[], failures: Failure[] }>}
   */
  async add(sources, onProgress) {
    this.#adding = true;
    try {
      return await this.#addAll(sources, onProgress);
    } finally {
      this.#adding = false;
    }
  }

  /** @param {Source[]} sources @param {OnProgress} [onProgress] */
  async #addAll(sources, onProgress) {
    /** @type {Failure[]} */
    const failures = [];
    let left = sources;
    for (;;) {
      try {
        const results = await this.#watched(left, onProgress);
        const documents = this.#keep(left, results, failures);
        failures.push(...left.slice(results.length).map(({ name }) => ({ name, code: 'stopped', message: '' })));
        this.#lastAdded = documents.map((document) => document.id);
        if (left.some(({ encoding }) => encoding)) await this.#noteDecisions();
        return { documents, failures };
      } catch (error) {
        if (!(error instanceof WorkerDied)) throw error;
        const culprit = left[error.at?.done ?? 0];
        failures.push({ name: culprit.name, code: 'died', message: error.message });
        left = left.filter((source) => source !== culprit);
        await this.#restart([...this.#sources.values()], culprit.name);
      }
    }
  }

  /**
   * Has files read, and ends the worker over one that does not come to an end.
   * @param {Source[]} sources
   * @param {OnProgress} [onProgress]
   */
  async #watched(sources, onProgress) {
    const line = this.#line;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    let timer;
    const watch = (/** @type {Progress} */ progress) => {
      clearTimeout(timer);
      const patience = PATIENCE_MS * (1 + sources[progress.done].file.size / PATIENCE_BYTES);
      timer = setTimeout(() => line.close('timeout'), patience);
      onProgress?.(progress);
    };
    try {
      return await line.call('add', [sources], watch);
    } finally {
      clearTimeout(timer);
    }
  }

  /** Leaves out the files that have not been read yet. */
  stop() {
    this.#line.stop();
  }

  /**
   * @param {Source[]} sources
   * @param {({ document: DocumentSummary } | { error: { code: string, message: string } })[]} results
   * @param {Failure[]} failures
   */
  #keep(sources, results, failures) {
    /** @type {DocumentSummary[]} */
    const documents = [];
    results.forEach((result, index) => {
      const source = sources[index];
      if ('error' in result) {
        failures.push({ name: source.name, ...result.error });
      } else {
        this.#sources.set(result.document.id, source);
        documents.push(result.document);
      }
    });
    return documents;
  }

  /** @param {Source[]} sources what the new worker is to hold @param {string} culprit */
  async #restart(sources, culprit) {
    const next = this.#source.workerIsFetched ? this.#spare : new Line(this.#source.makeWorker());
    if (!next) throw new EngineError('gave-up', culprit);
    this.hooks.onRestart?.();
    this.#spare = null;
    this.#line = next;
    this.#sources = new Map();
    await this.#startLine();
    if (this.#decisions !== '') await this.#line.call('setDecisions', [this.#decisions]);
    if (this.#words) await this.#line.call('setWords', [this.#words]);
    this.#keep(sources, await this.#line.call('add', [sources]), []);
  }

  /** What each file is: "text", "archive", "delimited", "pdf", or why it cannot be read. @param {Source[]} sources @returns {Promise<string[]>} */
  kinds(sources) {
    return this.#line.call('kinds', [sources]);
  }

  /** What stands in a file that is more than text. @param {Source} source @returns {Promise<Answer>} */
  open(source) {
    return this.#withFormats(source.name, 'open', [source]);
  }

  /** The documents in a table. @param {import('./opener.js').Table} table @param {import('./opener.js').Columns} columns @returns {Promise<Answer>} */
  rows(table, columns) {
    return this.#withFormats(table.name, 'rows', [table, columns]);
  }

  /** The text of PDF pages. @param {string} name @param {import('./opener.js').Page[]} pages @returns {Promise<Answer>} */
  pages(name, pages) {
    return this.#withFormats(name, 'pages', [name, pages]);
  }

  /**
   * A call that needs the readers of other formats. A file that stops the worker is named, and the others stay.
   * @param {string} name @param {string} call @param {any[]} args @returns {Promise<Answer>}
   */
  async #withFormats(name, call, args) {
    const formats = await this.#source.loadFormats();
    this.#adding = true;
    try {
      return await this.#line.call(call, [formats, ...args]);
    } catch (error) {
      if (!(error instanceof WorkerDied)) throw error;
      await this.#restart([...this.#sources.values()], name);
      return { parts: [], refusals: [{ name, code: 'died', message: error.message }] };
    } finally {
      this.#adding = false;
    }
  }

  /** @param {number[]} ids */
  async remove(ids) {
    for (const id of ids) this.#sources.delete(id);
    await this.query('remove', [ids]);
    await this.#noteDecisions();
  }

  /**
   * Takes documents out and puts others, which are in, where the first of them stood.
   * @param {number[]} before @param {number[]} after
   */
  async exchange(before, after) {
    await this.query('exchange', [Float64Array.from(before), Float64Array.from(after)]);
    const moved = new Set([...before, ...after]);
    const all = [...this.#sources];
    const at = all.findIndex(([id]) => before.includes(id));
    const rest = (/** @type {[number, Source][]} */ some) => some.filter(([id]) => !moved.has(id));
    const put = after.map((id) => /** @type {[number, Source]} */ ([id, this.#sources.get(id)]));
    this.#sources = new Map([...rest(all.slice(0, at)), ...put, ...rest(all.slice(at))]);
    await this.#noteDecisions();
  }

  /** Takes the reader's words; a worker that takes the place of a fallen one gets them too. @param {Words} words @returns {Promise<WordProblem[]>} */
  setWords(words) {
    this.#words = words;
    return this.query('setWords', [words]);
  }

  /** @param {number} id @param {Decision} decision */
  decide(id, decision) {
    return this.#change('decide', [id, decision]);
  }

  undo() {
    return this.#change('undo', []);
  }

  redo() {
    return this.#change('redo', []);
  }

  /**
   * Opens a workspace in the place of all that is here. If a text of it kills the worker, what was here comes back.
   * @param {Blob} file
   * @param {OnProgress} [onProgress]
   * @returns {Promise<Opened>}
   */
  async openWorkspace(file, onProgress) {
    this.#adding = true;
    try {
      const { sources, ...opened } = await this.#line.call('openWorkspace', [file], onProgress);
      this.#sources = new Map(sources.map((/** @type {Source & { id: number }} */ { id, ...source }) => [id, source]));
      this.#lastAdded = [...this.#sources.keys()];
      await this.#noteDecisions();
      return opened;
    } catch (error) {
      if (!(error instanceof WorkerDied)) throw error;
      const name = error.at?.name ?? '';
      await this.#restart([...this.#sources.values()], name);
      throw new EngineError('died-opening', name);
    } finally {
      this.#adding = false;
    }
  }

  async #noteDecisions() {
    this.#decisions = await this.query('decisions', []);
  }

  /** A decision that kills the worker is forgotten; all that was here comes back. @param {string} call @param {any[]} args */
  async #change(call, args) {
    const line = this.#line;
    try {
      const result = await line.call(call, args);
      await this.#noteDecisions();
      return result;
    } catch (error) {
      if (!(error instanceof WorkerDied) || this.#adding || line !== this.#line) throw error;
      await this.#restart([...this.#sources.values()], '');
      throw new EngineError('died-deciding', '');
    }
  }

  /**
   * A question about what is in. If it kills the worker, the files added last are left out of the next one, since
   * before them the same questions were answered.
   * @param {string} call @param {any[]} args
   */
  async query(call, args) {
    const line = this.#line;
    try {
      return await line.call(call, args);
    } catch (error) {
      if (!(error instanceof WorkerDied) || this.#adding || line !== this.#line) throw error;
      const suspects = new Set(this.#lastAdded);
      this.#lastAdded = [];
      const names = [...suspects].map((id) => this.#sources.get(id)?.name).filter((name) => name !== undefined);
      const rest = [...this.#sources].filter(([id]) => !suspects.has(id)).map(([, source]) => source);
      await this.#restart(rest, names.join(', '));
      throw new EngineError('died-unknown', names.join(', '));
    }
  }

  close() {
    this.#line.close();
    this.#spare?.close();
  }
}
