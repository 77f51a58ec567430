// Our engine beside its peers in one Chromium, in turns: start, first counts, bulk, memory, bytes, clouds.
// Called by `cargo xtask bench --peers`: node benches/peers.mjs [--pages N] [--save DIR]

import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { dist, launch, root } from '../tests/browser/launch.mjs';
import { portOf, serve } from '../xtask/js/serve.mjs';

const { values } = parseArgs({ options: { pages: { type: 'string', default: '7' }, save: { type: 'string' } } });
const nPages = Number(values.pages);
if (!(nPages > 0)) throw new Error(`--pages ${values.pages} is no number of pages`);

const OURS = 'chengyan';
const PEERS = ['jieba-wasm', 'wasmjieba-web'];
const BULK_BYTES = 5e6;
const BULK_FILES = 100;
const FRAME = { width: 400, height: 300, min: 11, max: 52 };

/** The five real documents where they are at hand, else the sample. */
async function texts() {
  for (const [folder, what] of [
    [join(root, '../shared/seeds'), 'the five real documents'],
    [join(root, 'www/sample'), 'the sample'],
  ]) {
    const names = (await readdir(folder).catch(() => [])).filter((name) => /\.(?:txt|md)$/.test(name)).sort();
    if (names.length === 0) continue;
    const files = await Promise.all(names.map(async (name) => ({ name, bytes: await readFile(join(folder, name)) })));
    return { what, files };
  }
  throw new Error('there are no texts to measure with');
}

/** Small, seeded, and all that shuffling needs (mulberry32). */
function generator(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Many files of the sample's sentences in ever another order, a tenth of its characters changed for others of it. */
async function bulk() {
  const folder = join(root, 'www/sample');
  const names = (await readdir(folder)).filter((name) => name.endsWith('.md')).sort();
  const all = (await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')))).join('\n');
  const body = all.replace(/^---[^]*?^---$/gm, '');
  const sentences = body.split(/(?<=。)|\n/).map((line) => line.trim()).filter((line) => /\p{Script=Han}{6}/u.test(line));
  const characters = [...body].filter((character) => /\p{Script=Han}/u.test(character));
  const random = generator(20191008);
  const pick = (list) => list[Math.floor(random() * list.length)];
  const vary = (sentence) => [...sentence].map((one) => (random() < 0.1 ? pick(characters) : one)).join('');
  return Array.from({ length: BULK_FILES }, (_, at) => {
    const lines = [];
    for (let size = 0; size < BULK_BYTES / BULK_FILES; size += Buffer.byteLength(lines.at(-1))) {
      lines.push(Array.from({ length: 5 }, () => vary(pick(sentences))).join(''));
    }
    return { name: `${at}.txt`, bytes: Buffer.from(lines.join('\n')) };
  });
}

/** Bundles of the contenders and what they load, in one folder. */
async function prepare(folder) {
  const names = [OURS, ...PEERS, 'clouds'];
  await build({
    entryPoints: names.map((name) => join(root, `benches/contenders/${name}.js`)),
    outdir: folder,
    bundle: true,
    format: 'esm',
    minify: true,
    // Glue falls back to an address that is never asked for here: bytes are handed to it.
    logOverride: { 'empty-import-meta': 'silent' },
  });
  const wasms = [
    join(dist, 'chengyan_bg.wasm'),
    join(dist, 'dictionary.bin.gz'),
    join(root, 'benches/node_modules/jieba-wasm/pkg/web/jieba_rs_wasm_bg.wasm'),
    join(root, 'benches/node_modules/wasmjieba-web/wasmjieba-web_bg.wasm'),
  ];
  for (const path of wasms) await writeFile(join(folder, path.split('/').at(-1)), await readFile(path));
  await writeFile(join(folder, 'blank.html'), '<!doctype html><meta charset="utf-8"><title>bench</title><body></body>');
}

/** What a file weighs on the wire. */
async function wire(folder, name) {
  const bytes = await readFile(join(folder, name));
  return name.endsWith('.gz') ? bytes.length : gzipSync(bytes, { level: 9 }).length;
}

/** One cold page of one segmenter. */
async function segmenter(browser, url, name, first, many) {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${url}blank.html`);
  const plain = (files) => files.map(({ name: file, bytes }) => ({ name: file, text: bytes.toString('base64') }));
  const result = await page.evaluate(
    async ({ name: contender, first: few, many: bulkFiles }) => {
      const unpack = (files) =>
        files.map(({ name: file, text }) => ({ name: file, bytes: Uint8Array.from(atob(text), (one) => one.charCodeAt(0)) }));
      const engine = await import(`./${contender}.js`);
      const load = async (asset) => (await fetch(asset)).arrayBuffer();
      const assets = await Promise.all(engine.assets.map(load));
      const files = unpack(few);
      const begin = performance.now();
      await engine.start(assets.map((asset) => new Uint8Array(asset)));
      const started = performance.now();
      const nFirst = engine.count(files);
      const counted = performance.now();
      const memory = engine.memoryBytes();
      const large = unpack(bulkFiles);
      const before = performance.now();
      const nBulk = engine.count(large);
      const bulked = performance.now() - before;
      const after = engine.memoryBytes();
      return { start: started - begin, first: counted - begin, memory, bulk: bulked, memoryAfter: after, nFirst, nBulk };
    },
    { name, first: plain(first), many: plain(many) },
  );
  await context.close();
  return result;
}

/** One cold page of all cloud layouts, four clouds each. */
async function clouds(browser, url, words, turn) {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${url}blank.html`);
  const result = await page.evaluate(
    async ({ lists, frame, order }) => {
      const { layouts, start } = await import('./clouds.js');
      start(new Uint8Array(await (await fetch('chengyan_bg.wasm')).arrayBuffer()));
      const names = Object.keys(layouts);
      const results = {};
      for (const name of [...names.slice(order % names.length), ...names.slice(0, order % names.length)]) {
        // The first call of each pays for fonts and compilation, and is not what a reader waits for at a resize.
        await layouts[name](lists[0], frame);
        const begin = performance.now();
        let placed = 0;
        for (const list of lists) placed += await layouts[name](list, frame);
        results[name] = { time: performance.now() - begin, placed };
      }
      return results;
    },
    { lists: words, frame: FRAME, order: turn },
  );
  await context.close();
  return result;
}

/** The hundred most frequent pairs of characters of four texts: words enough for a cloud, whoever cuts. */
function wordLists(files) {
  return files.slice(0, 4).map(({ bytes }) => {
    const counts = new Map();
    for (const [run] of bytes.toString('utf8').matchAll(/\p{Script=Han}{2,4}/gu)) counts.set(run, (counts.get(run) ?? 0) + 1);
    const sorted = [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
    return sorted.slice(0, 100).map(([word, n], at) => [word, n + 40 / (at + 1)]).sort(([, n], [, m]) => m - n);
  });
}

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor((numbers.length - 1) / 2)];
const all = (runs, key) => median(runs.map((run) => run[key]));
const ratio = (theirs, ours) => `${(theirs / ours).toFixed(1)} x`;
const milliseconds = (n) => `${n < 100 ? n.toFixed(1) : Math.round(n)} ms`;
const megabytes = (n) => `${(n / 1e6).toFixed(1)} MB`;

function table(title, head, rows) {
  const widths = head.map((_, at) => Math.max(...[head, ...rows].map((row) => row[at].length)));
  const line = (row) => `  ${row.map((cell, at) => (at ? cell.padStart(widths[at]) : cell.padEnd(widths[at]))).join('  ')}`;
  console.log([title, line(head), ...rows.map(line), ''].join('\n'));
}

const folder = join(root, 'target/peers');
await mkdir(folder, { recursive: true });
await prepare(folder);
const { what, files } = await texts();
const many = await bulk();
const nBulkBytes = many.reduce((sum, { bytes }) => sum + bytes.length, 0);
const server = await serve(folder, 0);
const url = `http://127.0.0.1:${portOf(server)}/`;
const browser = await launch();
const runs = Object.fromEntries([OURS, ...PEERS].map((name) => [name, []]));
const cloudRuns = [];
try {
  const lists = wordLists(many);
  for (let turn = 0; turn < nPages; turn += 1) {
    for (const name of Object.keys(runs)) runs[name].push(await segmenter(browser, url, name, files, many));
    cloudRuns.push(await clouds(browser, url, lists, turn));
  }
} finally {
  await browser.close();
  server.close();
}

const names = Object.keys(runs);
const assetsOf = {
  chengyan: ['chengyan.js', 'chengyan_bg.wasm', 'dictionary.bin.gz'],
  'jieba-wasm': ['jieba-wasm.js', 'jieba_rs_wasm_bg.wasm'],
  'wasmjieba-web': ['wasmjieba-web.js', 'wasmjieba-web_bg.wasm'],
};
const weights = {};
for (const name of names) {
  weights[name] = (await Promise.all(assetsOf[name].map((file) => wire(folder, file)))).reduce((sum, n) => sum + n, 0);
}
const figures = {
  'module started': (name) => all(runs[name], 'start'),
  'first counts': (name) => all(runs[name], 'first'),
  bulk: (name) => all(runs[name], 'bulk'),
};
const row = (label, value, show) => [label, ...names.map((name) => show(value(name))), ...PEERS.map((name) => ratio(value(name), value(OURS)))];
table(
  `${what}; medians of ${nPages} cold pages; bulk: ${megabytes(nBulkBytes)} in ${BULK_FILES} files`,
  ['', ...names, ...PEERS.map((name) => `${name} : ours`)],
  [
    ...Object.entries(figures).map(([label, value]) => row(label, value, milliseconds)),
    row('wasm memory, first counts', (name) => all(runs[name], 'memory'), megabytes),
    row('wasm memory, after bulk', (name) => all(runs[name], 'memoryAfter'), megabytes),
    row('over the wire (gzip)', (name) => weights[name], megabytes),
    ['words counted in bulk', ...names.map((name) => String(runs[name][0].nBulk)), ...PEERS.map(() => '')],
  ],
);
const layoutNames = Object.keys(cloudRuns[0]);
const time = (name) => median(cloudRuns.map((run) => run[name].time));
table(
  `4 clouds of 100 words, ${FRAME.width} x ${FRAME.height}`,
  ['', 'time', ': ours', 'placed of 400'],
  layoutNames.map((name) => [name, milliseconds(time(name)), ratio(time(name), time(OURS)), String(median(cloudRuns.map((run) => run[name].placed)))]),
);

if (values.save) {
  await mkdir(values.save, { recursive: true });
  const path = join(values.save, `${new Date().toISOString().slice(0, 10)}-peers.json`);
  const machine = { cpu: cpus()[0]?.model ?? 'unknown', cores: cpus().length, browser: browser.version() };
  await writeFile(path, `${JSON.stringify({ machine, nPages, what, weights, runs, clouds: cloudRuns }, null, 2)}\n`);
  console.log(`  kept in ${path}`);
}
process.exit();
