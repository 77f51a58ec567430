/** The wire to a worker: calls by number, each of which settles, also when the worker dies. */

/** @typedef {{ done: number, total: number, name: string }} Progress */
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
export class WorkerDied extends EngineError {
  /** @param {string} message @param {Progress | null} at */
  constructor(message, at) {
    super('died', message);
    this.at = at;
  }
}

/** One worker and the calls that wait for its answers. */
export class Line {
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

  /** Asks the worker to read no further file. */
  stop() {
    if (!this.#dead) this.#worker.postMessage({ stop: true });
  }

  /** @param {any} message */
  #receive(message) {
    const waiting = this.#waiting.get(message.id);
    if (!waiting) return;
    if (message.progress) {
      waiting.at = message.progress;
      waiting.onProgress?.(message.progress);
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
