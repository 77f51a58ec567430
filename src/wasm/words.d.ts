/** Shapes of the reader's words and of what is offered to them; part of `types.d.ts`. */

/** The reader's words. Every field may be left out; every character is just a character. */
export interface Words {
  /** A dictionary in jieba's format: word, frequency, tag; one a line, the last two may be left out. */
  dictionary?: string;
  /** Each is one word wherever it stands, whatever that tears. */
  join?: string[];
  /** Never one word over the place between the two. */
  split?: [string, string][];
  /** Never a cut between the two: what stands on either side is one word. */
  keep?: [string, string][];
  /** Never shown. */
  never?: string[];
  /** Shown although they are stop words. */
  shown?: string[];
  /** Phrases found in the texts that are no words: they are neither taken nor offered. */
  refused?: string[];
  /** Words that count as another. */
  groups?: { name: string; words: string[] }[];
  /** A sheet of themes in the place of ours, in the form of data/themes/themes.txt; ours if it is empty. It cuts nothing. */
  themes?: string;
}

/** A tier of words that are left out: why, whether it is in use, and what of the texts it holds; most frequent first. */
export interface Stopped {
  tier: 'function' | 'genre' | 'own';
  isInUse: boolean;
  /** Different words, and uses of all of them; `words` has the most frequent ones. */
  nWords: number;
  n: number;
  words: { word: string; n: number }[];
}

/** A line of the reader's dictionary that could not be taken; lines are counted from one. */
export interface WordProblem {
  line: number;
  text: string;
  kind: 'frequency' | 'fields' | 'length' | 'characters';
}

/** The words that stand right before and right after a word more than once: up to three each, most frequent first. */
export interface Neighbours {
  left: { word: string; n: number }[];
  right: { word: string; n: number }[];
}

/** What other words of the reader would do. Lists have the most frequent first. */
export interface WordEffect {
  /** Places that would be cut otherwise, and documents with such places. */
  nPlaces: number;
  nDocuments: number;
  /** Words that stand there now, and that would stand there. */
  before: { word: string; n: number }[];
  after: { word: string; n: number }[];
  /** Words of now of which a part would belong to another word. */
  torn: { word: string; n: number }[];
}

/** A phrase found in the texts: what the authors put in marks, and what stands together again and again. */
export interface Phrase {
  phrase: string;
  /** Uses, marked or not; of these the ones in quotation marks or the marks of a title. */
  n: number;
  nMarked: number;
  nDocuments: number;
  nBlocks: number;
  /** Uses in which its words count as one because it is taken. */
  nJoined: number;
  why: 'quoted' | 'title' | 'repeat';
  /** Least normalised pointwise mutual information over all cuts, and entropy of the neighbours in nats. */
  cohesion: number;
  leftEntropy: number;
  rightEntropy: number;
  score: number;
  /** Certain, and counts as a word without asking; the rest is offered. */
  taken: boolean;
  /** Where it stands first, in UTF-16 of the sentence. */
  example: { document: number; file: string; text: string; start: number; end: number };
}
