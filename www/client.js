/**
 * The page's side of the engine. Every call settles. When the worker dies, another takes its place, the files are
 * read again without the one that was being read, and that one is named.
 */

/** @typedef {import('../src/wasm/types.d.ts').View} View */
/** @typedef {import('../src/wasm/types.d.ts').DocumentSummary} DocumentSummary */
/** @typedef {import('../src/wasm/types.d.ts').Encoding} Encoding */
/** @typedef {import('../src/wasm/types.d.ts').Sentences} Sentences */
/** @typedef {import('../src/wasm/types.d.ts').Words} Words */
/** @typedef {import('../src/wasm/types.d.ts').WordProblem} WordProblem */
/** @typedef {import('../src/wasm/types.d.ts').WordEffect} WordEffect */
/** @typedef {import('../src/wasm/types.d.ts').Neighbours} Neighbours */
/** @typedef {import('../src/wasm/types.d.ts').CloudRequest} CloudRequest */
/** @typedef {import('../src/wasm/types.d.ts').CloudLayout} CloudLayout */
/** @typedef {import('./assets.js').AssetSource} AssetSource */
/** @typedef {import('./assets.js').Assets} Assets */
/** @typedef {{ name: string, file: Blob, sample?: boolean, encoding?: Encoding }} Source with the encoding, if the reader chose one */
/** @typedef {{ name: string, code: string, message: string }} Failure */
/** @typedef {{ done: number, total: number, name: string, quiet?: boolean }} Progress */
/** @typedef {(progress: Progress) => void} OnProgress */

/** What the engine or its thread could not do; `code` is the key of the message for the reader. */
export class EngineError extends Error {
  /** @param {string} code @param {string} message */
  constructor(code, message) {
    super(message);
    this.code = code;
  }
}

/** The worker is gone; what was being read when it went is in `at`. */
class WorkerDied extends EngineError {
  /** @param {string} message @param {Progress | null} at */
  constructor(message, at) {
    super('died', message);
    this.at = at;
  }
}

/** One worker and the calls that wait for its answers. */
class Line {
  #worker;
  #nextId = 1;
  #dead = false;
  /** @type {Map<number, {resolve: (value: any) => void, reject: (error: Error) => void, onProgress?: OnProgress, at: Progress | null}>} */
  #waiting = new Map();

  /** @param {Worker} worker */
  constructor(worker) {
    this.#worker = worker;
    /** Settles when the worker's script has been loaded, whether or not it will run. */
    this.loaded = new Promise((resolve) => {
      worker.addEventListener('message', resolve, { once: true });
      worker.addEventListener('error', resolve, { once: true });
    });
    worker.addEventListener('message', (event) => this.#receive(event.data));
    worker.addEventListener('messageerror', () => this.close('messageerror'));
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      this.close(event.message || 'worker');
    });
  }

  /** @param {string} call @param {any[]} args @param {OnProgress} [onProgress] @returns {Promise<any>} */
  call(call, args, onProgress) {
    if (this.#dead) return Promise.reject(new WorkerDied('worker', null));
    const id = this.#nextId;
    this.#nextId += 1;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject, onProgress, at: null });
      this.#worker.postMessage({ id, call, args });
    });
  }

  /** @param {any} message */
  #receive(message) {
    const waiting = this.#waiting.get(message.id);
    if (!waiting) return;
    if (message.progress) {
      waiting.at = message.progress;
      if (!message.progress.quiet) waiting.onProgress?.(message.progress);
      return;
    }
    if (message.died) {
      this.close(message.error.message);
      return;
    }
    this.#waiting.delete(message.id);
    if (message.error) waiting.reject(new EngineError(message.error.code, message.error.message));
    else waiting.resolve(message.result);
  }

  /** Ends the worker; calls still open are told. */
  close(reason = 'closed') {
    if (this.#dead) return;
    this.#dead = true;
    this.#worker.terminate();
    for (const { reject, at } of this.#waiting.values()) reject(new WorkerDied(reason, at));
    this.#waiting.clear();
  }
}

export class Engine {
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
  /** While files are being read, whoever reads them also sees to a restart. */
  #adding = false;

  /** @param {AssetSource} source @param {{ onRestart?: () => void }} [hooks] */
  constructor(source, hooks = {}) {
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
        const documents = this.#keep(left, await this.#line.call('add', [left], onProgress), failures);
        this.#lastAdded = documents.map((document) => document.id);
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
    if (this.#words) await this.#line.call('setWords', [this.#words]);
    this.#keep(sources, await this.#line.call('add', [sources]), []);
  }

  /** @param {number[]} ids */
  async remove(ids) {
    for (const id of ids) this.#sources.delete(id);
    await this.#query('remove', [ids]);
  }

  /** The report as JSON text, the very bytes of the engine. @param {View} view @returns {Promise<string>} */
  report(view) {
    return this.#query('report', [view]);
  }

  /** @param {string} word @param {View} view @param {string} [column] @returns {Promise<Sentences>} */
  sentences(word, view, column) {
    return this.#query('sentences', [word, view, column]);
  }

  /** Takes the reader's words; a worker that takes the place of a fallen one gets them too. @param {Words} words @returns {Promise<WordProblem[]>} */
  setWords(words) {
    this.#words = words;
    return this.#query('setWords', [words]);
  }

  /** @param {Words} words @returns {Promise<WordEffect>} */
  wordEffect(words) {
    return this.#query('wordEffect', [words]);
  }

  /** @param {string} word @param {View} view @returns {Promise<Neighbours>} */
  neighbours(word, view) {
    return this.#query('neighbours', [word, view]);
  }

  /** @param {CloudRequest[]} requests @returns {Promise<CloudLayout[]>} */
  layout(requests) {
    return this.#query('layout', [requests]);
  }

  /** @param {number} id @returns {Promise<string>} */
  original(id) {
    return this.#query('original', [id]);
  }

  /** Bytes of the engine's own memory. @returns {Promise<number>} */
  memory() {
    return this.#query('memory', []);
  }

  /**
   * A question about what is in. If it kills the worker, the files added last are left out of the next one, since
   * before them the same questions were answered.
   * @param {string} call @param {any[]} args
   */
  async #query(call, args) {
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
