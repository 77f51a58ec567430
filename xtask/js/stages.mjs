// How long reading, crediting, cutting and the report take, in Chromium and natively.
// Called by `cargo xtask bench`: node stages.mjs [--save DIR]

import { execFileSync } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { bulk, damaged } from '../../benches/bulk.mjs';
import { dist, launch, root } from '../../tests/browser/launch.mjs';
import { portOf, serve } from './serve.mjs';

const { values } = parseArgs({ options: { pages: { type: 'string' }, save: { type: 'string' } } });
const folder = join(root, 'target/stages');

/** Texts as they should be, and the same with readings injected. */
async function texts() {
  const plain = await bulk();
  return { plain, damaged: plain.map(({ name, bytes }) => ({ name, bytes: damaged(bytes) })) };
}

async function write(kinds) {
  for (const [kind, files] of Object.entries(kinds)) {
    await mkdir(join(folder, kind), { recursive: true });
    for (const { name, bytes } of files) await writeFile(join(folder, kind, name), bytes);
  }
  await build({
    entryPoints: [join(root, 'benches/contenders/stages.js')],
    outdir: folder,
    bundle: true,
    format: 'esm',
    logOverride: { 'empty-import-meta': 'silent' },
  });
  for (const name of ['chengyan_bg.wasm', 'dictionary.bin.gz']) await writeFile(join(folder, name), await readFile(join(dist, name)));
  await writeFile(join(folder, 'blank.html'), '<!doctype html><meta charset="utf-8"><title>bench</title><body></body>');
}

/** In a fresh page each. */
async function inChromium(kinds) {
  const server = await serve(folder, 0);
  const browser = await launch();
  const results = {};
  try {
    for (const [kind, files] of Object.entries(kinds)) {
      const page = await browser.newPage();
      await page.goto(`http://127.0.0.1:${portOf(server)}/blank.html`);
      results[kind] = await page.evaluate(
        async ([names, prefix]) => {
          const load = async (name) => new Uint8Array(await (await fetch(name)).arrayBuffer());
          const { start, stages } = await import('./stages.js');
          const words = await start(await load('chengyan_bg.wasm'), await load('dictionary.bin.gz'));
          const some = await Promise.all(names.map(async (name) => ({ name, bytes: await load(`${prefix}/${name}`) })));
          return stages(words, some);
        },
        [files.map(({ name }) => name), kind],
      );
      await page.close();
    }
    return { version: browser.version(), results };
  } finally {
    await browser.close();
    server.close();
  }
}

function natively(kinds) {
  const folders = Object.keys(kinds).map((kind) => join(folder, kind));
  const bench = ['bench', '--quiet', '--features', 'cli', '--bench', 'stages', '--', ...folders];
  const lines = execFileSync('cargo', bench, { cwd: root, encoding: 'utf8' }).trim().split('\n');
  return Object.fromEntries(Object.keys(kinds).map((kind, at) => [kind, JSON.parse(lines[at])]));
}

const kinds = await texts();
await write(kinds);
const { version, results: chromium } = await inChromium(kinds);
const native = natively(kinds);
const share = (n, all) => `${Math.round((100 * n) / all)} %`;
for (const [where, results] of [['Chromium', chromium], ['natively', native]]) {
  for (const [kind, { read, credit, cut, report }] of Object.entries(results)) {
    const megabytes = kinds[kind].reduce((sum, { bytes }) => sum + bytes.length, 0) / 1e6;
    const all = read + credit + cut + report;
    console.log(
      `  intake ${where}, ${kind} text: ${(megabytes / read).toFixed(1)} MB/s, ${share(read, all)} of the whole ` +
        `(crediting ${share(credit, all)}, cutting ${share(cut, all)}, report ${share(report, all)}; ${(megabytes / all).toFixed(1)} MB/s)`,
    );
  }
}
if (values.save) {
  await mkdir(values.save, { recursive: true });
  const path = join(values.save, `${new Date().toISOString().slice(0, 10)}-stages.json`);
  const machine = { cpu: cpus()[0]?.model ?? 'unknown', cores: cpus().length, browser: version };
  await writeFile(path, `${JSON.stringify({ machine, chromium, native }, null, 2)}\n`);
  console.log(`  kept in ${path}`);
}
process.exit();
