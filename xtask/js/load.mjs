// The first load of the served page in cold contexts: time to the first clouds, bytes, memory.
// Called by `cargo xtask bench` with CHENGYAN_URL set: node load.mjs --pages N [--save DIR]

import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { launch, siteUrl } from '../../tests/browser/launch.mjs';

const { values } = parseArgs({ options: { pages: { type: 'string', default: '7' }, save: { type: 'string' } } });
const nPages = Number(values.pages);
if (!(nPages > 0)) throw new Error(`--pages ${values.pages} is no number of pages`);

/** Resident memory of the page's renderer; null where /proc does not tell. */
async function rendererMemory(browser) {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  const sizes = [];
  for (const { type, id } of processInfo) {
    if (type !== 'renderer') continue;
    const status = await readFile(`/proc/${id}/status`, 'utf8').catch(() => '');
    const kilobytes = /^VmRSS:\s+(\d+)/m.exec(status)?.[1];
    if (kilobytes) sizes.push(Number(kilobytes) * 1024);
  }
  // Chromium may hold a spare renderer ready, which is smaller.
  return sizes.length > 0 ? Math.max(...sizes) : null;
}

/** What the page asked for, each file once, as gzip would send it. */
async function wireBytes(responses) {
  const files = {};
  for (const response of responses) {
    if (!response.url().startsWith('http') || !response.ok()) continue;
    const body = await response.body();
    const name = basename(new URL(response.url()).pathname) || 'index.html';
    files[name] = name.endsWith('.gz') ? body.length : gzipSync(body, { level: 9 }).length;
  }
  return files;
}

async function measure(browser, url) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'zh-CN' });
  const page = await context.newPage();
  const responses = [];
  page.on('response', (response) => responses.push(response));
  const session = await context.newCDPSession(page);
  await session.send('Performance.enable');
  await page.goto(url);
  const mark = await page.waitForFunction(() => {
    const [entry] = performance.getEntriesByName('chengyan-first-cloud');
    return entry ? { time: entry.startTime } : false;
  }, null, { timeout: 30_000 });
  const { time } = await mark.jsonValue();
  await page.waitForTimeout(500);
  const stats = await page.evaluate(async () => {
    const element = document.querySelector('cheng-yan');
    return (await /** @type {any} */ (element)?.stats?.()) ?? null;
  });
  const { metrics } = await session.send('Performance.getMetrics');
  const heap = metrics.find((metric) => metric.name === 'JSHeapUsedSize')?.value ?? null;
  const result = {
    firstCloud: time,
    files: await wireBytes(responses),
    pageHeap: heap,
    renderer: await rendererMemory(browser),
    engine: stats,
  };
  await context.close();
  return result;
}

const median = (numbers) => {
  const known = numbers.filter((n) => typeof n === 'number').sort((a, b) => a - b);
  return known.length > 0 ? known[Math.floor((known.length - 1) / 2)] : null;
};
const megabytes = (n) => (n === null ? 'not known' : `${(n / 1e6).toFixed(1)} MB`);
const kilobytes = (n) => `${(n / 1e3).toFixed(1)} kB`;

const url = await siteUrl();
const browser = await launch();
const runs = [];
try {
  for (let i = 0; i < nPages; i += 1) runs.push(await measure(browser, url));
} finally {
  await browser.close();
}
const times = runs.map((run) => run.firstCloud);
const { files } = runs[0];
const total = Object.values(files).reduce((sum, bytes) => sum + bytes, 0);
const engineMemory = median(runs.map((run) => run.engine?.wasmMemory ?? run.engine?.memory ?? null));
const rows = [
  ['first clouds, median', `${Math.round(median(times))} ms`],
  ['  fastest, slowest', `${Math.round(Math.min(...times))} ms, ${Math.round(Math.max(...times))} ms`],
  ['over the wire (gzip)', kilobytes(total)],
  ...Object.entries(files).map(([name, bytes]) => [`  ${name}`, kilobytes(bytes)]),
  ['engine memory', megabytes(engineMemory)],
  ['page heap (JS)', megabytes(median(runs.map((run) => run.pageHeap)))],
  ['renderer process', megabytes(median(runs.map((run) => run.renderer)))],
];
const width = Math.max(...rows.map(([label]) => label.length));
for (const [label, value] of rows) console.log(`  ${label.padEnd(width)}  ${value.padStart(12)}`);

if (values.save) {
  await mkdir(values.save, { recursive: true });
  const path = join(values.save, `${new Date().toISOString().slice(0, 10)}.json`);
  const machine = { cpu: cpus()[0]?.model ?? 'unknown', cores: cpus().length, browser: browser.version() };
  await writeFile(path, `${JSON.stringify({ machine, nPages, files, total, runs }, null, 2)}\n`);
  console.log(`  kept in ${path}`);
}
process.exit();
