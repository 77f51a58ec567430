// Makes dist/ out of www/, the optimised wasm and the dictionary: the page, its assets, and
// chengyan.html, the one file that works by double-click. Called by `cargo xtask build` with one
// JSON argument: { www, dist, wasm, formats, dictionary, budget, largestFunction }.

import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import * as esbuild from 'esbuild';
import { largestFunction } from './functions.mjs';

const { www, dist, wasm, formats, dictionary, budget, largestFunction: limit } = JSON.parse(process.argv[2]);
/** What the crate calls itself. */
const version = /^version = "([^"]+)"/m.exec(await readFile(join(www, '../Cargo.toml'), 'utf8'))?.[1] ?? '';
const gzip = (bytes) => gzipSync(bytes, { level: 9 });
/** Names written; whatever else lies in dist/ is left from an earlier build and removed. */
const written = new Set();

async function write(name, content) {
  const path = join(dist, name);
  const bytes = Buffer.from(content);
  written.add(name);
  await mkdir(dirname(path), { recursive: true });
  // Files that did not change keep their time.
  if (existsSync(path) && bytes.equals(await readFile(path))) return;
  await writeFile(path, bytes);
}

const TARGET = ['chrome105', 'firefox115', 'safari16.4'];

/** The style sheets stand in scripts as texts, and are minified as what they are. */
const styles = {
  name: 'styles',
  setup(build) {
    build.onLoad({ filter: /[\\/]www[\\/]style[\\/]\w+\.js$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      const [whole, sheet] = source.match(/\/\* css \*\/ `([^`\\$]*)`/) ?? [];
      // What is more than a plain text stays as it is.
      if (whole === undefined) return { contents: source, loader: 'js' };
      const { code } = await esbuild.transform(sheet, { loader: 'css', minify: true, charset: 'utf8', target: TARGET });
      return { contents: source.replace(whole, () => `\`${code.trimEnd()}\``), loader: 'js' };
    });
  },
};

async function bundle(entry, options) {
  const path = join(www, entry);
  if (!existsSync(path)) throw new Error(`${path} is not there`);
  const result = await esbuild.build({
    entryPoints: [path],
    bundle: true,
    minify: true,
    write: false,
    charset: 'utf8',
    legalComments: 'none',
    target: TARGET,
    plugins: [styles],
    logLevel: 'error',
    ...options,
    define: { CHENGYAN_VERSION: JSON.stringify(version), ...options.define },
  });
  return result.outputFiles[0].text;
}

async function sample() {
  const folder = join(www, 'sample');
  const names = existsSync(folder) ? (await readdir(folder)).filter((name) => name.endsWith('.md')).sort() : [];
  const files = await Promise.all(
    names.map(async (name) => ({ name, text: await readFile(join(folder, name), 'utf8') })),
  );
  return JSON.stringify({ files });
}

/** The reader of PDF: a script that the page loads when a PDF comes, pdf.js's own worker, and its tables of characters. */
async function pdf() {
  const folder = join(www, '../node_modules/pdfjs-dist');
  await write('chengyan.pdf.js', await bundle('pdf.js', { format: 'esm', legalComments: 'inline' }));
  await write('pdf.worker.js', await readFile(join(folder, 'legacy/build/pdf.worker.min.mjs')));
  for (const name of await readdir(join(folder, 'cmaps'))) await write(`cmaps/${name}`, await readFile(join(folder, 'cmaps', name)));
}

/** Scripts of our own that a page loads beside the element: bundled under their own names. */
async function pageScripts(html) {
  const names = [...html.matchAll(/<script\b[^>]*\bsrc="(?:\.\/)?([\w-]+\.js)"/g)].map((match) => match[1]);
  for (const name of new Set(names)) {
    if (name !== 'chengyan.js') await write(name, await bundle(name, { format: 'esm' }));
  }
}

/** A script's source as it may stand between <script> and </script>. */
const inScript = (source) => source.replaceAll(/<(?=\/script|script|!--)/gi, '\\x3C');

const sha256 = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** www/index.html with everything inlined; its policy names the two inlined parts by their hashes. */
async function standalone(parts) {
  let html = await readFile(join(www, 'index.html'), 'utf8');
  const sheets = [...html.matchAll(/<link\b[^>]*\bhref="(?:\.\/)?([\w-]+\.css)"[^>]*>\s*/g)];
  let css = '';
  for (const [tag, name] of sheets) {
    const source = await readFile(join(www, name), 'utf8');
    css += (await esbuild.transform(source, { loader: 'css', minify: true, charset: 'utf8' })).code;
    html = html.replace(tag, '');
  }
  html = html.replaceAll(/<script\b[^>]*\bsrc="[^"]*"[^>]*>\s*<\/script>\s*/g, '');
  html = html.replaceAll(/<meta\b[^>]*Content-Security-Policy[^>]*>\s*/gi, '');
  html = html.replaceAll(/<link\b[^>]*\brel="(?:modulepreload|preload)"[^>]*>\s*/g, '');
  for (const [, name] of [...html.matchAll(/<link\b[^>]*\bhref="([\w-]+\.svg)"/g)]) {
    const picture = (await readFile(join(www, name))).toString('base64');
    html = html.replaceAll(`href="${name}"`, `href="data:image/svg+xml;base64,${picture}"`);
  }
  const script = inScript(await bundle('standalone.js', {
    format: 'iife',
    define: { 'import.meta.url': 'document.baseURI' },
  }));
  const policy = [
    "default-src 'none'",
    `script-src ${sha256(script)} 'wasm-unsafe-eval' blob:`,
    css ? `style-src ${sha256(css)}` : "style-src 'none'",
    'worker-src blob:',
    'connect-src blob: data:',
    'img-src blob: data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  const blocks = Object.entries(parts).map(
    ([id, bytes]) =>
      `<script type="application/octet-stream" id="chengyan-${id}">${Buffer.from(bytes).toString('base64')}</script>\n`,
  );
  const meta = `<meta http-equiv="Content-Security-Policy" content="${policy}">\n`;
  const style = css ? `<style>${css}</style>\n` : '';
  // Functions as replacements: the texts may contain `$&`.
  html = html.replace(/<meta charset="[^"]*">\s*/i, (charset) => charset.trimEnd() + '\n' + meta);
  if (!html.includes(meta)) throw new Error('www/index.html has no <meta charset="…"> to put the policy after');
  html = html.replace('</head>', () => `${style}</head>`);
  return html.replace('</body>', () => `${blocks.join('')}<script>${script}</script>\n</body>`);
}

const figure = (n) => n.toString().replace(/\B(?=(\d{3})+$)/g, ' ');

/** Prints the figures of every file; false if one is over its budget. */
async function checkBudget() {
  let ok = true;
  const rows = [];
  for (const name of [...written].sort()) {
    if (name.startsWith('cmaps/')) continue;
    const bytes = await readFile(join(dist, name));
    const wire = name.endsWith('.gz') ? bytes.length : gzip(bytes).length;
    const limit = budget[name];
    const over = limit !== undefined && wire > limit;
    ok &&= !over;
    rows.push([name, figure(bytes.length), figure(wire), limit === undefined ? '' : figure(limit), over ? 'OVER' : '']);
  }
  for (const name of Object.keys(budget)) {
    if (written.has(name)) continue;
    ok = false;
    rows.push([name, '', '', figure(budget[name]), 'NOT BUILT']);
  }
  rows.unshift(['file', 'bytes', 'gzip', 'budget', '']);
  const width = (column) => Math.max(...rows.map((row) => row[column].length));
  for (const row of rows) {
    const cells = row.map((cell, column) => (column % 4 === 0 ? cell.padEnd(width(column)) : cell.padStart(width(column))));
    console.log(`    ${cells.join('  ').trimEnd()}`);
  }
  return ok;
}

await mkdir(dist, { recursive: true });
const wasmBytes = await readFile(wasm);
const formatsBytes = await readFile(formats);
const worker = await bundle('worker.js', { format: 'iife', define: { 'import.meta.url': 'self.location.href' } });
const sampleJson = await sample();
const dictionaryBytes = await readFile(dictionary);
await write('chengyan_bg.wasm', wasmBytes);
await write('chengyan_formats_bg.wasm', formatsBytes);
await write('dictionary.bin.gz', dictionaryBytes);
await write('chengyan.js', await bundle('element.js', { format: 'esm' }));
await write('chengyan.views.js', await bundle('views/index.js', { format: 'esm' }));
for (const name of await readdir(join(www, 'i18n'))) {
  // Words of the languages that the page does not begin with.
  const [, code] = name.match(/^all\.([\w-]+)\.js$/) ?? [];
  if (code) await write(`chengyan.${code}.js`, await bundle(`i18n/${name}`, { format: 'esm' }));
}
await write('chengyan.worker.js', worker);
await write('sample.json', sampleJson);
await pdf();
for (const name of await readdir(www)) {
  if (!/\.(html|css|svg|png|ico|webmanifest)$/.test(name)) continue;
  const content = await readFile(join(www, name));
  await write(name, content);
  if (name.endsWith('.html')) await pageScripts(content.toString());
}
await write('chengyan.html', await standalone({
  wasm: gzip(wasmBytes),
  formats: gzip(formatsBytes),
  dictionary: dictionaryBytes,
  worker,
  sample: gzip(sampleJson),
}));
for (const name of await readdir(dist, { recursive: true })) {
  if (!written.has(name) && (await stat(join(dist, name))).isFile()) await rm(join(dist, name));
}
if (!(await checkBudget())) {
  console.error('a file is over its budget in wasm-pack.toml, or was not built');
  process.exitCode = 1;
}
const largest = largestFunction(wasmBytes);
console.log(`    largest function of the engine: ${figure(largest)} bytes of ${figure(limit)}`);
if (largest > limit) {
  console.error('a function of the engine is larger than wasm-pack.toml allows: keep its parts from being inlined');
  process.exitCode = 1;
}
