/**
 * What crosses between the engine and the page. Offsets named `start`/`end` here count UTF-16 code units,
 * except inside `Report` and `Cleaned`, whose offsets are bytes of the decoded original (the same bytes
 * that the command line prints).
 */

/** Where results are rolled up to. A place coarser than the level keeps its own column. */
export type Level = 'county' | 'prefecture' | 'province';

/** The reader's choices. Every field may be left out. */
export interface View {
  level?: Level;
  /** Leave out the words of data/stop (default true). */
  stop?: boolean;
  /** Show place names as words (default false). */
  placeNames?: boolean;
  /** Count what the medium says too: questions, editor's notes, captions (default false). */
  medium?: boolean;
  /** Words shorter than this many characters are not shown (default 2). */
  minLength?: number;
  /** Words in each cloud (default 60) and rows in the comparison (default 200). */
  nCloud?: number;
  nRows?: number;
  /** Show names of persons as words (default false). A name counts in nWords either way. */
  persons?: boolean;
  /** Show names of companies as words (default false). */
  companies?: boolean;
}

/** One kind of thing that was set aside ("mask") or rewritten ("edit") in a document. */
export interface Handled {
  kind: string;
  /** "mask": set aside, the text stands in the original only. "edit": rewritten for counting. */
  how: 'mask' | 'edit';
  n: number;
  /** Up to five; `after` is empty for masks and for text that was removed. */
  examples: { before: string; after: string }[];
}

export interface Notice {
  kind: string;
  start: number;
  end: number;
  message: string;
}

/** A place by its six digits and its full name. */
export interface PlaceName {
  code: string;
  name: string;
}

/** Names of encodings; gb18030 stands for GBK and GB 2312 too, big5 has the Hong Kong supplement. */
export type Encoding =
  | 'utf-8'
  | 'gb18030'
  | 'big5'
  | 'utf-16le'
  | 'utf-16be'
  | 'utf-32le'
  | 'utf-32be'
  | 'shift_jis'
  | 'euc-jp'
  | 'euc-kr';

export interface DocumentSummary {
  /** Made of the file's name and bytes: the same document has the same number everywhere. */
  id: number;
  file: string;
  /** How the bytes were read. */
  encoding: Encoding;
  /** Nothing in the file says that this is its encoding. */
  encodingGuessed: boolean;
  title: string | null;
  /** ISO, as far as it is known: 2019, 2019-02, 2019-02-24. */
  date: string | null;
  source: string | null;
  script: 'simplified' | 'traditional' | 'mixed' | 'unknown';
  /** What is counted in the view. */
  nBlocks: number;
  nWords: number;
  /** What the medium says, counted or not. */
  ofMedium: { role: 'question' | 'editors-note' | 'caption'; nBlocks: number; nWords: number }[];
  /** The places that some block is about, in order of appearance. */
  places: PlaceName[];
  /** Places that the text suggests but does not name as its own. */
  suggested: PlaceName[];
  handled: Handled[];
  notices: Notice[];
}

export interface CloudWord {
  word: string;
  n: number;
  /** Per 10,000 words of the column. */
  rate: number;
  /** Log-likelihood against the other cities; negative where the word is rarer here; null with no other city. */
  g2: number | null;
  logRatio: number | null;
  /** Uses in a clause that denies the word, and in one that speaks of it as a problem, or as having one. */
  negated: number;
  problem: number;
}

export interface Column {
  /** Six-digit code, or "several", or "unknown". */
  key: string;
  kind: 'place' | 'several' | 'unknown';
  /** Full Chinese name, e.g. 德州市; empty for several and unknown. */
  name: string;
  /** Name of the parent, e.g. 山东省; empty where there is none. */
  parent: string;
  level: Level | null;
  nWords: number;
  nBlocks: number;
  nDocuments: number;
  /** Most frequent words first, after the view's filters. */
  cloud: CloudWord[];
}

export interface Cell {
  n: number;
  rate: number;
  g2: number | null;
  logRatio: number | null;
  /** As in CloudWord. */
  negated: number;
  problem: number;
}

export interface Row {
  word: string;
  n: number;
  /** Documents and blocks in which the word stands. */
  nDocuments: number;
  nBlocks: number;
  /** Log-likelihood of the word's spread over the cities (several and unknown apart); null with fewer than two. */
  g2: number | null;
  /** One per column, in the order of `columns`. */
  cells: Cell[];
}

export interface Report {
  schema: 1;
  /** The view with every default filled in. */
  view: Required<View>;
  documents: DocumentSummary[];
  /** Places by code, then several, then unknown; only those that have words. */
  columns: Column[];
  /** Sorted by g2, highest first. */
  rows: Row[];
  nWords: number;
  /** Different words left after the view's filters, before nRows cut. */
  nTypes: number;
}

/** Why a block is credited to its place: kind in kebab-case (title, heading, …), and the words that decided. */
export interface Reason {
  kind: string;
  name: string;
}

/** A word is denied, or it is or has a problem. */
export type Tone = 'negated' | 'problem';

/** A sentence of the original text in which the word stands. */
export interface Sentence {
  document: number;
  title: string;
  file: string;
  date: string | null;
  /** Key of the column that it counts for, at the view's level. */
  column: string;
  /** Index of the block in its document, and why the block is credited to its place. */
  block: number;
  reason: Reason;
  /** The sentence as it stands in the original. */
  text: string;
  /** Where the word stands in `text`, as UTF-16 [start, end), and in what way its clause speaks of it. */
  marks: [number, number, Tone | null][];
}

export interface Sentences {
  word: string;
  /** Uses of the word: equals the report's n for the word (and for the column, if one was asked for). */
  n: number;
  sentences: Sentence[];
}

/** A phrase found in the texts: what the authors put in marks, and what stands together again and again. */
export interface Phrase {
  phrase: string;
  /** Uses, marked or not; of these the ones in quotation marks or the marks of a title. */
  n: number;
  nMarked: number;
  nDocuments: number;
  why: 'quoted' | 'title' | 'repeat';
  /** Least normalised pointwise mutual information over all cuts, and entropy of the neighbours in nats. */
  cohesion: number;
  leftEntropy: number;
  rightEntropy: number;
  score: number;
  /** Certain enough to be taken without asking; the rest is offered. */
  taken: boolean;
  /** Where it stands first, in UTF-16 of the sentence. */
  example: { document: number; file: string; text: string; start: number; end: number };
}

/** A box of the cloud: sizes in em, so that a font size turns them into pixels. */
export interface CloudRequest {
  /** width, height, weight for each word; flat; most important first is not required. */
  boxes: Float64Array;
  width: number;
  height: number;
  minSize: number;
  maxSize: number;
  /** Free space around each word, in px. */
  padding: number;
}

export interface CloudLayout {
  /** index, x, y (top left corner of the box), font size; flat, four numbers per word placed. */
  placed: Float64Array;
  /** Indices of the words for which there was no room, most important first. */
  unplaced: Uint32Array;
}

/** The one exported class. Errors are thrown as `{ code, message }`. */
export class Session {
  constructor();
  /** The dictionary in the compact form that the build makes (not gzipped). Needed before `report` and `sentences`. Throws {code: "bad-dictionary"}. */
  loadDictionary(bytes: Uint8Array): void;
  /** Tells of a file that is added later. Optional: with many files it saves time, and changes no result. */
  announce(bytes: Uint8Array): void;
  /**
   * Reads one file's bytes; the same file again gives the document that is there. Never fails for bad text. Throws
   * {code: "too-large"} past the limit. With an encoding (any case, usual other names too) the file is read in it, and
   * takes the place of the document that was made of the same bytes; {code: "unknown-encoding"} if there is none.
   */
  add(file: string, bytes: Uint8Array, encoding?: string): DocumentSummary;
  remove(id: number): void;
  clear(): void;
  documents(): DocumentSummary[];
  /** The Report as JSON text: the same bytes that `chengyan report` prints. */
  report(view: View): string;
  sentences(word: string, view: View, column?: string): Sentences;
  /** Phrases of the texts that the view counts, those taken first and each group by score. */
  phrases(view: View): Phrase[];
  /** The decoded original of a document. */
  original(id: number): string;
  layout(request: CloudRequest): CloudLayout;
  free(): void;
}
