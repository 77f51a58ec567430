/** Which texts are in: what the page begins with, what the reader brings, and what could not be read of it. */
import { asSources } from './files.js';
import { doubts, opened, originOf, readAgain } from './opening.js';
import { workspaceAmong } from './workspace.js';

/** @typedef {import('./assets.js').AssetSource} AssetSource */
/** @typedef {import('./client.js').Engine} Engine */
/** @typedef {import('./client.js').Failure} Failure */
/** @typedef {import('./client.js').Source} Source */
/** @typedef {import('./files.js').Named} Named */
/** @typedef {import('../src/wasm/types.d.ts').DocumentSummary} DocumentSummary */
/** @typedef {import('../src/wasm/types.d.ts').Encoding} Encoding */
/**
 * @typedef {object} Host
 * @property {AssetSource} source
 * @property {() => Engine | null} engine
 * @property {() => import('./assets.js').Assets | null} assets
 * @property {boolean} sample whether the page may begin with the sample
 */

export class Texts {
  #view;
  #host;
  /** @type {Failure[]} */
  #failures = [];
  #nPasted = 0;

  /** @param {import('./view.js').View} view @param {Host} host */
  constructor(view, host) {
    this.#view = view;
    this.#host = host;
  }

  /** What could not be read, told anew. @param {Failure[]} failures */
  tell(failures) {
    this.#failures = failures;
    this.#view.drawProblems(failures);
  }

  /** @param {Failure[]} failures */
  tellMore(failures) {
    this.tell([...this.#failures, ...failures]);
  }

  /** What was told of a cause that is gone. @param {string} code */
  untell(code) {
    this.#failures = this.#failures.filter((failure) => failure.code !== code);
  }

  redraw() {
    this.#view.drawProblems(this.#failures);
    this.drawNote();
  }

  drawNote() {
    this.#view.drawNote(this.#sampleState());
  }

  /** @param {string} text @returns {Named} */
  pasted(text) {
    this.#nPasted += 1;
    const name = this.#view.t.pastedName(this.#nPasted);
    return { name, file: new File([text], name) };
  }

  /** The texts at the addresses that the element names, or null if it names none. @param {string[]} urls @returns {Promise<Source[] | null>} */
  async at(urls) {
    if (urls.length === 0) return null;
    const loads = urls.map(async (url) => {
      const name = decodeURI(url.split(/[?#]/)[0].split('/').at(-1) || url);
      try {
        return { name, file: await this.#host.source.loadFile(url) };
      } catch (error) {
        this.tellMore([{ name: url, code: 'unavailable', message: String(error) }]);
        return null;
      }
    });
    return (await Promise.all(loads)).filter((source) => source !== null);
  }

  /** Reads what the page begins with, if there is anything. @param {Source[] | null} sources those that the element names */
  async begin(sources) {
    if (sources) await this.#read(await this.#open(sources));
    else if (this.#host.sample) await this.bringSample();
  }

  /**
   * Reads the reader's own files, which take the place of the sample.
   * @param {Named[]} files
   * @returns {Promise<{ workspace: File | null, isChanged: boolean }>} a workspace among them is read by nobody else
   */
  async add(files) {
    const workspace = await workspaceAmong(files);
    if (workspace) return { workspace, isChanged: false };
    const { sources, failures } = asSources(files);
    const { fresh, known } = this.#partKnown(sources);
    const twice = known.map(({ name }) => ({ name, code: 'duplicate', message: '' }));
    this.tell([...failures, ...twice]);
    const documents = await this.#read(await this.#open(fresh));
    if (documents.some(({ nWords }) => nWords > 0)) await this.#host.engine()?.remove(this.sampleIds());
    return { workspace: null, isChanged: documents.length > 0 };
  }

  /** Reads what a document came from once more, in another encoding. @param {number} id @param {Encoding} encoding */
  async readAs(id, encoding) {
    const engine = this.#host.engine();
    if (!engine) return new Map();
    this.tell([]);
    return readAgain(id, encoding, this.#helpers(engine), ({ sources, failures }) => {
      this.tell(failures);
      return this.#read(sources);
    });
  }

  async bringSample() {
    const files = this.#host.assets()?.sample ?? [];
    await this.#read(files.map(({ name, text }) => ({ name, file: new Blob([text]), sample: true })));
  }

  sampleIds() {
    return [...(this.#host.engine()?.sources ?? [])].filter(([, source]) => source.sample).map(([id]) => id);
  }

  /** How many texts are here that the reader would miss. */
  get nOwn() {
    return (this.#host.engine()?.sources.size ?? 0) - this.sampleIds().length;
  }

  /** @param {import('./client.js').Progress} progress */
  showReading({ done, total, name }) {
    const { number, reading } = this.#view.t;
    this.#view.showProgress(reading(number(done + 1), number(total), name), { done, total });
  }

  /** @param {Source[]} sources */
  #partKnown(sources) {
    const here = new Set([...(this.#host.engine()?.sources.values() ?? [])].map(originOf));
    const isHere = (/** @type {Source} */ source) => here.has(originOf(source));
    return { fresh: sources.filter((one) => !isHere(one)), known: sources.filter(isHere) };
  }

  /** The texts in files of whatever kind; what cannot be read is told. @param {Source[]} files @returns {Promise<Source[]>} */
  async #open(files) {
    const engine = this.#host.engine();
    if (!engine || files.length === 0) return [];
    const { sources, failures } = await opened(files, this.#helpers(engine));
    this.tellMore(failures);
    return sources;
  }

  /** @param {Engine} engine @returns {import('./opening.js').Helpers} */
  #helpers(engine) {
    return {
      engine,
      onProgress: (done, total, name) => this.showReading({ done, total, name }),
      readPdf: async (file) => (await this.#host.source.loadPdf()).pages(file),
      askColumns: (found, readAs) => {
        this.#view.hideProgress();
        return this.#view.mapping.ask(found, readAs, this.#view.t);
      },
    };
  }

  /** @param {Source[]} sources @returns {Promise<DocumentSummary[]>} what could be read */
  async #read(sources) {
    const engine = this.#host.engine();
    if (!engine || sources.length === 0) return [];
    const { documents, failures } = await engine.add(sources, (progress) => this.showReading(progress));
    this.tellMore([...failures, ...documents.flatMap(doubts)]);
    return documents;
  }

  /** @returns {'shown' | 'gone' | 'mixed' | 'none'} */
  #sampleState() {
    const engine = this.#host.engine();
    if (!this.#host.sample || !engine) return 'none';
    const nSample = this.sampleIds().length;
    if (nSample === 0) return 'gone';
    return nSample === engine.sources.size ? 'shown' : 'mixed';
  }
}
