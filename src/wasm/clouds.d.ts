/** Shapes of clouds: boxes in, positions out; part of `types.d.ts`. */

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

/** The words of several clouds in which every word keeps its place. */
export interface StormRequest {
  /** width, height in em for each word; flat. */
  boxes: Float64Array;
  /** For each word its weight in each cloud, such as a rate; zero where it is not used; flat. */
  weights: Float64Array;
  nClouds: number;
  /** The number of each word's zone; without it there are no zones. */
  zones?: Float64Array;
  /** width, height in px for the heading of each zone, by number; flat. Zones beyond have none. */
  headings?: Float64Array;
  width: number;
  height: number;
  minSize: number;
  maxSize: number;
  padding: number;
}

export interface StormLayout {
  /** index, x, y, width, height of each word's slot, the same in all clouds; flat, most important first. */
  slots: Float64Array;
  /** For each slot and each cloud x, y (top left corner of the box) and font size; zeros where it is not used there. */
  placed: Float64Array;
  /** number, x, y, width, height of each zone that has words, its heading at the top; flat. */
  zones: Float64Array;
  /** Indices of the words for which there was no room, most important first. */
  unplaced: Uint32Array;
}
