/**
 * The order in which things that are alike stand side by side: the two most alike groups are joined, end to end where they are
 * most alike, until one is left. The same likenesses give the same order, whichever way round it is.
 */

/**
 * @param {string[]} keys in an order of their own, which decides between equals
 * @param {(a: string, b: string) => number} alike
 * @returns {string[]}
 */
export function seriated(keys, alike) {
  let chains = keys.map((key) => [key]);
  const known = new Map(keys.map((a) => [a, new Map(keys.map((b) => [b, alike(a, b)]))]));
  const between = (/** @type {string} */ a, /** @type {string} */ b) => known.get(a)?.get(b) ?? 0;
  while (chains.length > 1) {
    const [first, second] = closest(chains, between);
    const joined = joinedAt(chains[first], chains[second], between);
    chains = chains.filter((_, at) => at !== first && at !== second);
    chains.splice(first, 0, joined);
  }
  const [order = []] = chains;
  return keys.indexOf(order[0]) <= keys.indexOf(order[order.length - 1]) ? order : order.reverse();
}

/** The two chains whose members are most alike on average. @param {string[][]} chains @param {(a: string, b: string) => number} between */
function closest(chains, between) {
  let best = [0, 1];
  let most = -Infinity;
  for (let a = 0; a < chains.length; a += 1) {
    for (let b = a + 1; b < chains.length; b += 1) {
      let sum = 0;
      for (const one of chains[a]) for (const other of chains[b]) sum += between(one, other);
      const mean = sum / (chains[a].length * chains[b].length);
      if (mean > most) [best, most] = [[a, b], mean];
    }
  }
  return best;
}

/** Two chains as one, with their most alike ends in the middle. @param {string[]} a @param {string[]} b @param {(a: string, b: string) => number} between */
function joinedAt(a, b, between) {
  const turned = (/** @type {string[]} */ chain) => [...chain].reverse();
  const ways = [[a, b], [a, turned(b)], [turned(a), b], [turned(a), turned(b)]];
  const seam = (/** @type {string[][]} */ [left, right]) => between(left[left.length - 1], right[0]);
  const [left, right] = ways.reduce((best, way) => (seam(way) > seam(best) ? way : best));
  return [...left, ...right];
}
