/** How long each stage takes in the page's own module: what adding costs with a dictionary and without, and reading alone. */
import { initSync, Session } from '../../www/pkg/chengyan.js';

/** Seconds that some work takes. @param {() => void} work */
function seconds(work) {
  const begin = performance.now();
  work();
  return (performance.now() - begin) / 1000;
}

/** @param {Uint8Array} module @param {Uint8Array} dictionary gzipped */
export async function start(module, dictionary) {
  const stream = new Blob([dictionary]).stream().pipeThrough(new DecompressionStream('gzip'));
  const words = new Uint8Array(await new Response(stream).arrayBuffer());
  initSync({ module });
  return words;
}

/** @param {Uint8Array} words @param {{ name: string, bytes: Uint8Array }[]} files */
export function stages(words, files) {
  const each = (work) => seconds(() => files.forEach(({ name, bytes }) => work(name, bytes)));
  // Tables are made and code is compiled when first needed, which is no matter of throughput.
  const warm = new Session();
  warm.loadDictionary(words);
  for (const { name, bytes } of files.slice(0, 20)) warm.add(name, bytes);
  warm.report({});
  warm.free();
  const bare = new Session();
  const bareRead = each((name, bytes) => bare.clean(name, bytes));
  const credit = each((name, bytes) => bare.add(name, bytes)) - bareRead;
  bare.free();
  const session = new Session();
  session.loadDictionary(words);
  const read = each((name, bytes) => session.clean(name, bytes));
  const cut = each((name, bytes) => session.add(name, bytes)) - read - credit;
  const report = seconds(() => session.report({}));
  session.free();
  return { read, credit, cut, report };
}

/**
 * Milliseconds until the figures are there again after a change, over and over; the words differ every time, so that nothing
 * is kept from before. @param {Uint8Array} words @param {{ name: string, bytes: Uint8Array }[]} files
 */
export function changes(words, files) {
  const session = new Session();
  session.loadDictionary(words);
  for (const { name, bytes } of files) session.take(name, bytes);
  session.report({});
  const times = (work) =>
    Array.from({ length: 9 }, (_, turn) => {
      const begin = performance.now();
      const view = work(turn) ?? {};
      JSON.parse(session.report(view));
      return performance.now() - begin;
    });
  const joined = ['项目建设', '企业发展', '重点工作', '群众生活'];
  const result = {
    join: times((turn) => void session.setWords({ join: joined.slice(0, turn % (joined.length + 1)) })),
    line: times((turn) => void session.setWords({ dictionary: turn % 2 === 0 ? '重点项目 300 n' : '' })),
    stop: times((turn) => ({ stop: turn % 2 === 0 })),
    level: times((turn) => ({ level: turn % 2 === 0 ? 'county' : 'province' })),
  };
  session.free();
  return result;
}
