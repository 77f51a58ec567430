/** What the page asks of the engine about the texts that are in, each question by its name. */

/** @typedef {import('../src/wasm/types.d.ts').View} View */
/** @typedef {import('../src/wasm/types.d.ts').Sentences} Sentences */
/** @typedef {import('../src/wasm/types.d.ts').Words} Words */
/** @typedef {import('../src/wasm/types.d.ts').WordEffect} WordEffect */
/** @typedef {import('../src/wasm/types.d.ts').Neighbours} Neighbours */
/** @typedef {import('../src/wasm/types.d.ts').CloudRequest} CloudRequest */
/** @typedef {import('../src/wasm/types.d.ts').CloudLayout} CloudLayout */
/** @typedef {import('../src/wasm/types.d.ts').StormRequest} StormRequest */
/** @typedef {import('../src/wasm/types.d.ts').StormLayout} StormLayout */
/** @typedef {import('../src/wasm/types.d.ts').DocumentView} DocumentView */
/** @typedef {import('../src/wasm/types.d.ts').DocumentPart} DocumentPart */
/** @typedef {import('../src/wasm/types.d.ts').Piece} Piece */
/** @typedef {import('../src/wasm/types.d.ts').FoundPlace} FoundPlace */

export class Questions {
  /** Whoever can answer does; see `Engine`. @param {string} call @param {any[]} args @returns {Promise<any>} */
  query(call, args) {
    throw new Error(`nobody answers ${call} (${args.length})`);
  }

  /** The report as JSON text, the very bytes of the engine. @param {View} view @returns {Promise<string>} */
  report(view) {
    return this.query('report', [view]);
  }

  /** @param {string} word @param {View} view @param {string} [column] @returns {Promise<Sentences>} */
  sentences(word, view, column) {
    return this.query('sentences', [word, view, column]);
  }

  /** @param {string} word @param {View} view @param {import('../src/wasm/types.d.ts').ConcordanceQuery} query @returns {Promise<import('../src/wasm/types.d.ts').Concordance>} */
  concordance(word, view, query) {
    return this.query('concordance', [word, view, query]);
  }

  /** What stands with a word in one clause. @param {string} word @param {View} view @returns {Promise<import('../src/wasm/types.d.ts').Collocates>} */
  collocates(word, view) {
    return this.query('collocates', [word, view]);
  }

  /** Where two words stand in one clause. @param {string} word @param {string} other @param {View} view @returns {Promise<Sentences>} */
  collocateSentences(word, other, view) {
    return this.query('collocateSentences', [word, other, view]);
  }

  /** Where a word stands in each place's text. @param {string} word @param {View} view @returns {Promise<import('../src/wasm/types.d.ts').Dispersion>} */
  dispersion(word, view) {
    return this.query('dispersion', [word, view]);
  }

  /** @param {Words} words @returns {Promise<WordEffect>} */
  wordEffect(words) {
    return this.query('wordEffect', [words]);
  }

  /** The phrases of the texts, ranked. @param {View} view @returns {Promise<import('../src/wasm/types.d.ts').Phrase[]>} */
  phrases(view) {
    return this.query('phrases', [view]);
  }

  /** @param {string} phrase @param {View} view @returns {Promise<import('../src/wasm/types.d.ts').Sentences>} */
  phraseSentences(phrase, view) {
    return this.query('phraseSentences', [phrase, view]);
  }

  /** @param {View} view @returns {Promise<import('../src/wasm/types.d.ts').Stopped[]>} */
  stopWords(view) {
    return this.query('stopWords', [view]);
  }

  /** @param {string} word @param {View} view @returns {Promise<Neighbours>} */
  neighbours(word, view) {
    return this.query('neighbours', [word, view]);
  }

  /** @param {CloudRequest[]} requests @returns {Promise<CloudLayout[]>} */
  layout(requests) {
    return this.query('layout', [requests]);
  }

  /** Positions for clouds that share their places. @param {StormRequest} request @returns {Promise<StormLayout>} */
  storm(request) {
    return this.query('storm', [request]);
  }

  /** Uses of words by column, flat. @param {string[]} words @param {View} view @returns {Promise<Uint32Array>} */
  usage(words, view) {
    return this.query('usage', [words, view]);
  }

  /** How places differ, with the rates of the words that a picture shows first, as JSON text. @param {View} view @returns {Promise<string>} */
  findings(view) {
    return this.query('findings', [view]);
  }

  /** The same with the rates of all words. @param {View} view @returns {Promise<string>} */
  comparison(view) {
    return this.query('comparison', [view]);
  }

  /**
   * Whether findings hold under one other setting, as JSON text.
   * @param {View} view @param {import('../src/wasm/types.d.ts').Setting} setting @param {string} claims as JSON text @returns {Promise<string>}
   */
  survival(view, setting, claims) {
    return this.query('survival', [view, setting, claims]);
  }

  /** What places speak about, as JSON text. @param {View} view @returns {Promise<string>} */
  themes(view) {
    return this.query('themes', [view]);
  }

  /** @param {string} theme @param {View} view @returns {Promise<import('../src/wasm/types.d.ts').ThemeSentences>} */
  themeSentences(theme, view) {
    return this.query('themeSentences', [theme, view]);
  }

  /** What clouds zoned by theme show. @param {View} view @returns {Promise<import('../src/wasm/types.d.ts').ThemeWords>} */
  themeWords(view) {
    return this.query('themeWords', [view]);
  }

  /** The words of the themes in use. @returns {Promise<import('../src/wasm/types.d.ts').SheetTheme[]>} */
  themeSheet() {
    return this.query('themeSheet', []);
  }

  /** What places share word for word, as JSON text. @param {View} view @returns {Promise<string>} */
  passages(view) {
    return this.query('passages', [view]);
  }

  /** A place over time, as JSON text. @param {View} view @param {string} [place] @returns {Promise<string>} */
  overTime(view, place) {
    return this.query('overTime', [view, place]);
  }

  /** @param {number} id @returns {Promise<DocumentView>} */
  document(id) {
    return this.query('document', [id]);
  }

  /** @param {number} id @param {number} part @param {View} view @returns {Promise<DocumentPart>} */
  part(id, part, view) {
    return this.query('part', [id, part, view]);
  }

  /**
   * @param {number} id @param {string | undefined} kind @param {number} from @param {boolean} forward
   * @returns {Promise<Piece | null>}
   */
  nextChange(id, kind, from, forward) {
    return this.query('nextChange', [id, kind, from, forward]);
  }

  /** @param {string} typed @param {number} n @returns {Promise<FoundPlace[]>} */
  findPlaces(typed, n) {
    return this.query('findPlaces', [typed, n]);
  }

  /** @param {number} id @returns {Promise<string>} */
  cleaned(id) {
    return this.query('cleaned', [id]);
  }

  /** @param {'json' | 'csv'} format @param {number} [id] all documents, if it is left out @returns {Promise<string>} */
  receipt(format, id) {
    return this.query('receipt', [format, id]);
  }

  /** @param {View} view @returns {Promise<Blob>} */
  save(view) {
    return this.query('save', [view]);
  }

  /** Bytes of the engine's own memory. @returns {Promise<number>} */
  memory() {
    return this.query('memory', []);
  }
}
