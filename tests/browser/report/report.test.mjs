// The page and the command line say the same, to the byte.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { ready, withPage } from '../harness.mjs';
import { root } from '../launch.mjs';
import { act, choose, file, texts } from '../texts.js';

/** What `chengyan report` prints for files. @param {string[]} paths @param {string} level */
const printed = (paths, level) =>
  execFileSync(
    'cargo',
    ['run', '--quiet', '--features', 'cli', '--', 'report', '--json', '--level', level, ...paths],
    { cwd: root, encoding: 'utf8', maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'ignore'] },
  );

/** The page's report for files, at both levels. @param {{ name: string, buffer: Buffer }[]} files */
const shown = (files) =>
  withPage('index.html', {}, async (page) => {
    await ready(page);
    await choose(page, files);
    const text = () => page.evaluate(() => document.querySelector('cheng-yan').reportText);
    const prefecture = await text();
    await act(page, () => page.evaluate(() => document.querySelector('cheng-yan').setAttribute('level', 'county')));
    return { prefecture, county: await text() };
  });

/** @param {{ name: string, buffer: Buffer }[]} files @param {string} folder */
async function compare(files, folder) {
  const paths = files.map(({ name }) => join(folder, name));
  const page = await shown(files);
  assert.equal(page.prefecture, printed(paths, 'prefecture'));
  assert.equal(page.county, printed(paths, 'county'));
}

test('the report of the page is what the command line prints', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'chengyan-'));
  try {
    // The page takes files that come together by name; the command line as they are given.
    const names = Object.keys(texts).sort();
    const files = names.map((name) => file(`${name}.txt`, texts[name]));
    for (const { name, buffer } of files) await writeFile(join(folder, name), buffer);
    await compare(files, folder);
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('so it is for the real documents, where they are at hand', async (t) => {
  const folder = join(root, '../shared/seeds');
  const names = await readdir(folder).catch(() => []);
  if (names.length === 0) return t.skip(`${folder} is not here`);
  const files = await Promise.all(
    names.sort().map(async (name) => file(name, [...(await readFile(join(folder, name)))])),
  );
  await compare(files, folder);
});
