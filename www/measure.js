/** The size of words in em, as the browser will draw them. */

/** @typedef {(word: string, strong: boolean) => { width: number, ascent: number, descent: number }} Measure */

/** Large enough that hinting does not blur the result. */
const SIZE = 100;

/**
 * Boxes have the height that the font claims, not that of the ink: then no two words share a place that can be
 * clicked.
 * @param {Document} document
 * @param {string} family the font family list that the words are drawn in
 * @returns {Measure}
 */
export function measureIn(document, family) {
  const pen = document.createElement('canvas').getContext('2d');
  /** @type {Map<string, { width: number, ascent: number, descent: number }>} */
  const known = new Map();
  return (word, strong) => {
    const key = `${strong ? '1' : '0'}${word}`;
    const found = known.get(key);
    if (found) return found;
    const box = pen ? penBox(pen, `${strong ? 700 : 400} ${SIZE}px ${family}`, word) : guess(word);
    known.set(key, box);
    return box;
  };
}

/** @param {CanvasRenderingContext2D} pen @param {string} font @param {string} word */
function penBox(pen, font, word) {
  pen.font = font;
  const size = pen.measureText(word);
  return {
    width: size.width / SIZE,
    ascent: (size.fontBoundingBoxAscent ?? size.actualBoundingBoxAscent) / SIZE,
    descent: (size.fontBoundingBoxDescent ?? size.actualBoundingBoxDescent) / SIZE,
  };
}

/** Without a canvas: Han fills its em. @param {string} word */
function guess(word) {
  return { width: [...word].length, ascent: 0.9, descent: 0.3 };
}
