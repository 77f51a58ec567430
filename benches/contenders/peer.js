/** What a page would do with a segmenter alone: decode, cut, count words per text in a Map. Nothing is cleaned. */
export function countBy(cut, files) {
  const decoder = new TextDecoder();
  let n = 0;
  for (const { bytes } of files) {
    const counts = new Map();
    for (const word of cut(decoder.decode(bytes))) {
      counts.set(word, (counts.get(word) ?? 0) + 1);
      n += 1;
    }
  }
  return n;
}
