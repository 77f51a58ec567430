/**
 * What crosses between the engine and the page. Offsets named `start`/`end` here count UTF-16 code units,
 * except inside `Report` and `Cleaned`, whose offsets are bytes of the decoded original (the same bytes
 * that the command line prints).
 */
import type { CloudLayout, CloudRequest, StormLayout, StormRequest } from './clouds.d.ts';
import type { Claim, ComparedCity, Comparison, Figures, Setting, SettingAnswer, Survival } from './comparison.d.ts';
import type { Collocate, Collocates } from './collocates.d.ts';
import type { AssignedTo, Decision } from './decisions.d.ts';
import type { Concordance, ConcordanceLine, ConcordanceQuery, Dispersion } from './concordance.d.ts';
import type { SheetTheme, ThemeSentences, ThemeWords } from './themes.d.ts';
import type { Neighbours, Phrase, Stopped, WordEffect, WordProblem, Words } from './words.d.ts';

export type { Claim, CloudLayout, CloudRequest, Collocate, Collocates, ComparedCity, Comparison, Figures, Setting, SettingAnswer, StormLayout, StormRequest, Survival };
export type { AssignedTo, Decision };
export type { Concordance, ConcordanceLine, ConcordanceQuery };
export type { Dispersion, DispersionStrip } from './concordance.d.ts';
export type { OverTime, PassageCity, Passages, PassageUse, PeriodCell, PlaceOverTime, SharedRun, WordChange, WordOverTime } from './passages.d.ts';
export type { SheetTheme, TermCount, ThemeCell, ThemeCity, ThemeRow, ThemeSentences, ThemeWord, ThemeWords, Themes } from './themes.d.ts';
export type { Neighbours, Phrase, Stopped, WordEffect, WordProblem, Words };

/** Where results are rolled up to. A place coarser than the level keeps its own column. */
export type Level = 'county' | 'prefecture' | 'province';

/** The reader's choices. Every field may be left out. */
export interface View {
  level?: Level;
  /** Leave out function words and words of the media about themselves (default true). */
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
  /** Count documents that print the same once, or each for itself (default "once"). */
  reprints?: 'once' | 'all';
  /** Cut with policy terms, numbered slogans and quantities (default true); else exactly as jieba-rs does. */
  lexicon?: boolean;
  /** Words of which parts of speech are shown (default "all"). */
  pos?: 'all' | 'content' | 'nouns' | 'verbs';
  /** Show names of persons as words (default false). A name counts in nWords either way. */
  persons?: boolean;
  /** Show names of companies as words (default false). */
  companies?: boolean;
  /** Leave out the set words of government reports (default true): they are in no cloud and no list, but in all totals. */
  genre?: boolean;
  /** Count phrases that are certain in these texts as words (default true). */
  phrases?: boolean;
}

/** One kind of thing that was set aside ("mask"), rewritten ("edit") or marked ("mark") in a document. */
export interface Handled {
  kind: string;
  /**
   * "mask": set aside, the text stands in the original only. "edit": rewritten for counting. "mark": left in the text and no
   * word of it, such as the X of 投资X亿元.
   */
  how: 'mask' | 'edit' | 'mark';
  n: number;
  /** Up to five; `after` is empty for masks, marks and text that was removed. */
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

/** What is known of a document from beside its text, as it is written there. */
export interface Given {
  title?: string | null;
  date?: string | null;
  place?: string | null;
  source?: string | null;
  /** What the text itself says goes before: so with a file's properties. */
  yields?: boolean;
}

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
  /** How much the reader decided about it: what is taken back, cut, joined, credited. */
  nDecisions: number;
  /**
   * The document that prints the same and, unless the view counts all, counts in its place. Only a report tells, which
   * knows all documents; a summary for itself has null.
   */
  reprintOf: number | null;
  /** The same letter by letter, the same but for some words, or a part of a longer one. */
  likeness: 'same' | 'nearly' | 'excerpt' | null;
  /** Share of its stretches of eight letters that stand in the other, 0 to 1. */
  similarity: number | null;
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
  /** Whether a place has enough text for claims; several and unknown never have. */
  isEnough: boolean;
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
  /** Part of speech in jieba's letters (n, v, vn, nz …); empty where it is not known. */
  tag: string;
  n: number;
  /** Documents and blocks in which the word stands. */
  nDocuments: number;
  nBlocks: number;
  /**
   * Log-likelihood of the word's spread over the cities with enough text, or over all where fewer than two have it; null with
   * fewer than two cities, or where none of these uses it.
   */
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
  /** Numbered slogans that the texts explain (“两大机遇”，即…), with what they stand for. */
  slogans: { slogan: string; members: string[]; document: number }[];
  /** Phrases of the texts that count as words in these blocks, and their uses that count as one word because of that. */
  phrases: { n: number; nUses: number };
  /** What the set words of reports are of all this, left out or not, with the most frequent three. */
  setWords: Stopped;
}

/** Why a block is credited to its place: kind in kebab-case (title, heading, …), and the words that decided. */
export interface Reason {
  kind: string;
  name: string;
  /** Index of the block in which the words stand; null for the title. */
  block: number | null;
  /** Where they stand in the cleaned text of that block, or in the title: bytes of that text. Empty where they stand in neither. */
  spans: { start: number; end: number }[];
  /** The year until which the place bore the name, if it bears another today. */
  until: number | null;
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

/** A document for reading, without its text. */
export interface DocumentView {
  id: number;
  file: string;
  title: string | null;
  /** What was done to it, and how much of that the reader took back; `isUndone` where it was the whole kind. */
  kinds: { kind: string; how: 'mask' | 'edit'; n: number; nUndone: number; isUndone: boolean }[];
  /** Where its parts begin; the last one ends at `end`. */
  parts: number[];
  end: number;
  nBlocks: number;
  /** Places that are suggested for some paragraphs and wait for the reader. */
  suggested: PlaceName[];
  nDecisions: number;
  canUndo: boolean;
  canRedo: boolean;
}

export interface Range {
  start: number;
  end: number;
}

/** A mask or an edit of the original. */
export interface Piece extends Range {
  how: 'mask' | 'edit';
  kind: string;
  /** What is counted in its place; empty for masks and for text that was removed. */
  text: string;
  /** The reader took it back. */
  undone: boolean;
}

export interface Block extends Range {
  index: number;
  role: 'body' | 'heading' | 'question' | 'editors-note' | 'caption';
  /** The speaker's name and its colon. */
  speaker: Range | null;
  /** Key of the column for which it counts at the view's level. */
  column: string;
  status: 'about' | 'several' | 'province' | 'suggested' | 'unknown';
  places: PlaceName[];
  suggested: PlaceName[];
  /** `at`: where the words that decided stand, as far as they do. */
  reason: Omit<Reason, 'spans'> & { at: Range[] };
  /** What the reader said of it. */
  assigned: AssignedTo | null;
}

/** A part of a document; the first and last pieces and blocks may reach out of it. */
export interface DocumentPart extends Range {
  part: number;
  text: string;
  pieces: Piece[];
  blocks: Block[];
}

export interface FoundPlace {
  code: string;
  name: string;
  level: Level;
  /** The places around it, the smallest first. */
  parents: string[];
}

export interface Opened {
  view: Required<View>;
  words: Required<Words>;
  documents: DocumentSummary[];
  failures: { name: string; code: string; message: string }[];
  /** Documents about which the workspace decides and which are not in it. */
  awaited: number[];
}

/** A file's text, and how its bytes were read. */
export interface Decoded {
  text: string;
  encoding: Encoding;
  /** Nothing in the file says that this is its encoding. */
  encodingGuessed: boolean;
}

/** The one exported class. Errors are thrown as `{ code, message }`. */
export class Session {
  constructor();
  /** The dictionary in the compact form that the build makes (not gzipped). Needed before `report` and `sentences`. Throws {code: "bad-dictionary"}. */
  loadDictionary(bytes: Uint8Array): void;
  /**
   * Reads one file's bytes; the same file again gives the document that is there. Never fails for bad text. Throws
   * {code: "too-large"} past the limit. With an encoding (any case, usual other names too) the file is read in it, and
   * takes the place of the document that was made of the same bytes; {code: "unknown-encoding"} if there is none.
   * `given` is what is known of it from beside its text; {code: "bad-given"} if it cannot be understood.
   */
  add(file: string, bytes: Uint8Array, encoding?: string, given?: Given): DocumentSummary;
  /** What became of a document. */
  summary(id: number): DocumentSummary;
  /** As `add`, for many files: their words are cut together when they are first asked for. Gives the document's id. */
  take(file: string, bytes: Uint8Array, encoding?: string, given?: Given): number;
  /** What a file is: "text", "delimited", "archive" and "pdf" can be read or opened, all else is the code of its message. */
  kind(file: string, bytes: Uint8Array): string;
  /** The text of a file as it stands, in the encoding given or found, which is named. */
  decode(bytes: Uint8Array, encoding?: string): Decoded;
  /** The cleaned text of a file that is not kept, one block a line, as `chengyan clean` prints it. */
  clean(file: string, bytes: Uint8Array): string;
  remove(id: number): void;
  /**
   * Takes documents out and puts others, which are in, where the first of them stood. What was decided about those
   * that go waits for them.
   */
  exchange(before: Float64Array, after: Float64Array): void;
  clear(): void;
  documents(): DocumentSummary[];
  /** The Report as JSON text: the same bytes that `chengyan report` prints. */
  report(view: View): string;
  sentences(word: string, view: View, column?: string): Sentences;
  /** The uses of a word, one a line: the same n as the report's. Throws {code: "bad-view"} for a wrong query. */
  concordance(word: string, view: View, query?: ConcordanceQuery): Concordance;
  /** The words that stand with a word in one clause. */
  collocates(word: string, view: View): Collocates;
  /** The sentences in which two words stand in one clause, both marked. */
  collocateSentences(word: string, other: string, view: View): Sentences;
  /** Where the uses of a word stand in each city's text. */
  dispersion(word: string, view: View): Dispersion;
  /** Takes the reader's words in place of those that were there. Throws {code: "bad-words"} for another shape. */
  setWords(words: Words): WordProblem[];
  neighbours(word: string, view: View): Neighbours;
  /** What these words would do in place of those that are there; nothing is changed. */
  wordEffect(words: Words): WordEffect;
  /** What each tier of stop words leaves out, or would. */
  stopWords(view: View): Stopped[];
  /** The phrases of all texts: those that count as words, then those that may be some, each part by score. */
  phrases(view: View): Phrase[];
  /** The sentences in which a stretch of characters stands, be it a word or not. */
  phraseSentences(phrase: string, view: View): Sentences;
  /** The decoded original of a document. */
  original(id: number): string;
  layout(request: CloudRequest): CloudLayout;
  /** A document for reading, and its parts, past the end the last one. */
  document(id: number): DocumentView;
  documentPart(id: number, part: number, view: View): DocumentPart;
  /**
   * The next mask or edit of a kind (or of any) that begins after or before an offset, from -1 the first or the last;
   * null if there is none.
   */
  nextChange(id: number, kind: string | undefined, from: number, forward: boolean): Piece | null;
  /** Decides something; only this document is worked over. Throws {code: "bad-decision"} for what does not fit it. */
  decide(id: number, decision: Decision): void;
  /** Takes the last decision back, or decides it again; the document concerned, undefined if there is no such step. */
  undo(): number | undefined;
  redo(): number | undefined;
  /** All decisions as JSON text, with bytes of the originals as offsets. Those about absent documents wait for them. */
  decisions(): string;
  setDecisions(json: string): void;
  /** The workspace file: texts with their bytes, decisions, and the view. The same each time. */
  save(view: View): string;
  /** Opens one in the place of all that is here. Throws {code: "bad-workspace"} and then changes nothing. */
  load(json: string, onText?: (done: number, total: number, file: string) => void): Opened;
  /** The bytes of a document's file. */
  bytes(id: number): Uint8Array;
  /** What came with a document from beside its text. */
  given(id: number): Given;
  /** What `chengyan clean --text` prints. */
  cleaned(id: number): string;
  /** What `chengyan clean --receipt` prints, for one document or for all. */
  receipt(format: 'json' | 'csv', id?: number): string;
  /** Places by name, by the beginning of a code, or by name after names of places around it. */
  findPlaces(typed: string, n: number): FoundPlace[];
  /** One layout for several clouds: each word has its place in all of them; with zones, those of a zone stand together. */
  storm(request: StormRequest): StormLayout;
  /** Uses of each word by column of the report, flat: the columns of the first word, then those of the second. */
  usage(words: string[], view: View): Uint32Array;
  /** The Comparison as JSON text: the same bytes that `chengyan compare --json` prints. */
  comparison(view: View): string;
  /** The same Comparison, with the rates of those words only that come first in a list or are the most frequent. */
  findings(view: View): string;
  /** Whether findings hold under one other setting, as JSON text of a Survival; `claims` is JSON text of Claim[]. */
  survival(view: View, setting: Setting, claims: string): string;
  /** Themes as JSON text: the same bytes that `chengyan themes --json` prints. */
  themes(view: View): string;
  /** The sentences of a theme, in one column or in all. */
  themeSentences(theme: string, view: View, column?: string): ThemeSentences;
  /** The words of the themes in all places, with their uses. */
  themeWords(view: View): ThemeWords;
  /** The sheet in use: the reader's (`Words.themes`), or ours. */
  themeSheet(): SheetTheme[];
  /** Passages as JSON text: the same bytes that `chengyan passages --json` prints. */
  passages(view: View): string;
  /** OverTime as JSON text: the same bytes that `chengyan change --json` prints. */
  overTime(view: View, place?: string): string;
  free(): void;
}
