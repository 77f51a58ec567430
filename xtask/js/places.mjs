// How long the answers take that forty places with three documents each ask of the module, in Node. Called by `cargo xtask
// bench`: node places.mjs [--save DIR]

import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { manyPlaces } from '../../benches/many.mjs';
import { dist, root } from '../../tests/browser/launch.mjs';

const { values } = parseArgs({ options: { pages: { type: 'string' }, save: { type: 'string' } } });
/** Each question is asked so often, and the median counts; the first answers warm the code up. */
const N_ROUNDS = 9;

const { initSync, Session } = await import(join(root, 'www/pkg/chengyan.js'));
initSync({ module: await readFile(join(dist, 'chengyan_bg.wasm')) });
const session = new Session();
session.loadDictionary(new Uint8Array(gunzipSync(await readFile(join(dist, 'dictionary.bin.gz')))));
for (const { name, bytes, given } of await manyPlaces()) session.take(name, bytes, undefined, given);
const { columns, nWords } = JSON.parse(session.report({}));
const results = Object.fromEntries(
  ['report', 'findings', 'comparison', 'themes'].map((question) => {
    const times = Array.from({ length: N_ROUNDS }, () => {
      const begin = performance.now();
      session[question]({});
      return performance.now() - begin;
    });
    return [question, times.sort((a, b) => a - b)[Math.floor(N_ROUNDS / 2)]];
  }),
);
const shown = Object.entries(results).map(([question, time]) => `${question} ${time.toFixed(0)} ms`);
console.log(`  ${columns.length} places with three documents each, ${nWords} words, in Node: ${shown.join(', ')}`);
if (values.save) {
  await mkdir(values.save, { recursive: true });
  await writeFile(join(values.save, `${new Date().toISOString().slice(0, 10)}-places.json`), `${JSON.stringify({ results }, null, 2)}\n`);
}
