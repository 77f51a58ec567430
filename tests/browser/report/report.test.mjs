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

/** The page's report for files, at both levels. @param {{ name: string, buffer: Buffer }[]} files @param {typeof choose} put */
const shown = (files, put) =>
  withPage('index.html', {}, async (page) => {
    await ready(page);
    await put(page, files);
    const text = () => page.evaluate(() => document.querySelector('cheng-yan').reportText);
    const prefecture = await text();
    await act(page, () => page.evaluate(() => document.querySelector('cheng-yan').setAttribute('level', 'county')));
    return { prefecture, county: await text() };
  });

/** @param {{ name: string, buffer: Buffer }[]} files @param {string} folder @param {typeof choose} put */
async function compare(files, folder, put = choose) {
  const paths = files.map(({ name }) => join(folder, name));
  const page = await shown(files, put);
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

test('so it is for documents, tables and archives', async () => {
  const folder = join(root, 'tests/cases/formats');
  const names = ['gbk.csv', 'mixed.zip', 'report.docx', 'table.xlsx'];
  const files = await Promise.all(
    names.map(async (name) => ({ name, mimeType: '', buffer: await readFile(join(folder, name)) })),
  );
  // The command line takes the columns that the page's dialog proposes.
  await compare(files, folder, (page, some) =>
    act(page, async () => {
      await page.locator('input[name=files]').setInputFiles(some);
      for (const name of ['gbk.csv', 'table.xlsx']) {
        await page.locator('dialog.mapping[open]', { hasText: name }).locator('[type=submit]').click();
      }
    }),
  );
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
