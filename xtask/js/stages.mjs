// How long reading, crediting, cutting and the report take, in Chromium and natively; how long until a megabyte shows what
// the reader changed; and what a file of 20 MB on one
// line takes of the page's memory. Called by `cargo xtask bench`: node stages.mjs [--save DIR]

import { execFileSync } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { bulk, damaged } from '../../benches/bulk.mjs';
import { dist, launch, root, siteUrl } from '../../tests/browser/launch.mjs';
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

/** Milliseconds, the middle ones, that a change of the reader's takes with so many bytes of texts. */
async function changed(files, nBytes) {
  const server = await serve(folder, 0);
  const browser = await launch();
  try {
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${portOf(server)}/blank.html`);
    let size = 0;
    const some = files.filter(({ bytes }) => (size += bytes.length) <= nBytes + bytes.length);
    const results = await page.evaluate(
      async (names) => {
        const load = async (name) => new Uint8Array(await (await fetch(name)).arrayBuffer());
        const { start, changes } = await import('./stages.js');
        const words = await start(await load('chengyan_bg.wasm'), await load('dictionary.bin.gz'));
        return changes(words, await Promise.all(names.map(async (name) => ({ name, bytes: await load(`plain/${name}`) }))));
      },
      some.map(({ name }) => name),
    );
    const middle = (times) => times.toSorted((one, other) => one - other)[Math.floor(times.length / 2)];
    return Object.fromEntries(Object.entries(results).map(([what, times]) => [what, middle(times)]));
  } finally {
    await browser.close();
    server.close();
  }
}

/** The most that any renderer held; null where /proc does not tell. */
async function peakOfRenderers(browser) {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  const renderers = processInfo.filter(({ type }) => type === 'renderer');
  const status = await Promise.all(renderers.map(({ id }) => readFile(`/proc/${id}/status`, 'utf8').catch(() => '')));
  const sizes = status.map((text) => Number(/^VmHWM:\s+(\d+)/m.exec(text)?.[1] ?? 0) * 1024);
  return Math.max(0, ...sizes) || null;
}

/** The page with one file of so many bytes on one line: its memory at the most, that of its engine, and the time. */
async function largeFile(files, nBytes) {
  const browser = await launch();
  try {
    const page = await browser.newPage();
    page.setDefaultTimeout(300_000);
    await page.goto(await siteUrl());
    await page.waitForFunction(() => performance.getEntriesByName('chengyan-first-cloud').length > 0);
    const before = await peakOfRenderers(browser);
    const line = files.map(({ bytes }) => bytes.toString('utf8')).join('').replaceAll('\n', '');
    const result = await page.evaluate(
      async ([text, least]) => {
        const all = new TextEncoder().encode(text);
        const file = new File(Array(Math.ceil(least / all.length)).fill(all), 'one-line.txt');
        const element = document.querySelector('cheng-yan');
        const begin = performance.now();
        await element.addFiles([file]);
        const time = (performance.now() - begin) / 1000;
        const { memory, nWords } = await element.stats();
        return { nBytes: file.size, nWords, memory, time };
      },
      [line, nBytes],
    );
    return { ...result, before, peak: await peakOfRenderers(browser) };
  } finally {
    await browser.close();
  }
}

function natively(kinds) {
  const folders = Object.keys(kinds).map((kind) => join(folder, kind));
  const bench = ['bench', '--quiet', '--features', 'cli', '--bench', 'stages', '--', ...folders];
  const lines = execFileSync('cargo', bench, { cwd: root, encoding: 'utf8' }).trim().split('\n');
  return Object.fromEntries(Object.keys(kinds).map((kind, at) => [kind, JSON.parse(lines[at])]));
}

/** A row for each kind of text. @param {string} where @param {Record<string, Record<string, number>>} results */
function tell(where, results) {
  const share = (n, all) => `${Math.round((100 * n) / all)} %`;
  for (const [kind, { read, credit, cut, report }] of Object.entries(results)) {
    const megabytes = kinds[kind].reduce((sum, { bytes }) => sum + bytes.length, 0) / 1e6;
    const all = read + credit + cut + report;
    console.log(
      `  intake ${where}, ${kind} text: ${(megabytes / read).toFixed(1)} MB/s, ${share(read, all)} of the whole ` +
        `(crediting ${share(credit, all)}, cutting ${share(cut, all)}, report ${share(report, all)}; ${(megabytes / all).toFixed(1)} MB/s)`,
    );
  }
}

const kinds = await texts();
await write(kinds);
const { version, results: chromium } = await inChromium(kinds);
tell('in Chromium', chromium);
const megabyte = await changed(kinds.plain, 1e6);
const milliseconds = (time) => `${Math.round(time)} ms`;
console.log(
  `  re-analysis of 1 MB in Chromium: a word joined ${milliseconds(megabyte.join)}, a line of the dictionary ${milliseconds(megabyte.line)}, ` +
    `stop words ${milliseconds(megabyte.stop)}, level ${milliseconds(megabyte.level)}`,
);
const large = await largeFile(kinds.plain, 20e6);
const show = (bytes) => (bytes === null ? 'not known' : `${Math.round(bytes / 1e6)} MB`);
console.log(
  `  a file of ${show(large.nBytes)} on one line, ${large.nWords} words: ${large.time.toFixed(1)} s; engine ${show(large.memory)}, ` +
    `renderer at the most ${show(large.peak)} (before ${show(large.before)})`,
);
const native = natively(kinds);
tell('natively', native);
if (values.save) {
  await mkdir(values.save, { recursive: true });
  const path = join(values.save, `${new Date().toISOString().slice(0, 10)}-stages.json`);
  const machine = { cpu: cpus()[0]?.model ?? 'unknown', cores: cpus().length, browser: version };
  await writeFile(path, `${JSON.stringify({ machine, chromium, changed: megabyte, native, large }, null, 2)}\n`);
  console.log(`  kept in ${path}`);
}
process.exit();
