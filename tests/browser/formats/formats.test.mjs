// Files of other formats: documents, tables, archives and PDF come in; what cannot be read is named; nothing that reads
// them is loaded before it is needed, and the page says the same as the command line.
import assert from 'node:assert/strict';
import { Buffer } from 'node:buffer';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { ready, requestsAfter, withPage } from '../harness.mjs';
import { root } from '../launch.mjs';
import { act, choose, columns, dezhou, file, report } from '../texts.js';

/** A file of tests/cases/formats. */
const fixture = (name) => {
  const path = join(root, 'tests/cases/formats', name);
  assert.ok(existsSync(path), path);
  return { name, mimeType: '', buffer: readFileSync(path) };
};
const put = (page, files) => page.locator('input[name=files]').setInputFiles(files);
const files = async (page) => (await report(page)).documents.map((document) => document.file);
const problem = async (page, code) => {
  const item = page.locator(`.problems [data-code="${code}"]`);
  await item.waitFor({ timeout: 5000 });
  return item.textContent();
};
const original = async (page, name) => {
  const item = page.locator('.documents > ul > li', { hasText: name }).first();
  await item.locator('summary').click();
  await item.getByRole('button', { name: 'Read and correct' }).click();
  await page.locator('dialog.reader[open] .block').first().waitFor();
  const lines = await page.locator('dialog.reader .passage').evaluateAll((passages) =>
    passages.map((passage) => {
      const copy = passage.cloneNode(true);
      for (const counted of copy.querySelectorAll('ins')) counted.remove();
      return copy.textContent.trimEnd();
    }),
  );
  const text = `${lines.join('\n')}\n`;
  await page.keyboard.press('Escape');
  return text;
};

test('a Word document gives the cities of its headings', () =>
  withPage('index.html', {}, async (page) => {
    await ready(page);
    await choose(page, [fixture('report.docx')]);
    assert.deepEqual(await columns(page), ['德州市', '聊城市']);
    const text = await original(page, '两市的产业与水利');
    assert.match(text, /^两市的产业与水利\n##\n德州市\n/);
    assert.doesNotMatch(text, /渔业/);
  }));

test('a table asks once which column is what, and each row is a text with its facts', () =>
  withPage('index.html', {}, async (page) => {
    await ready(page);
    await put(page, [fixture('table.xlsx')]);
    const dialog = page.locator('dialog.mapping[open]');
    await dialog.waitFor();
    assert.equal(await dialog.getByLabel('Text', { exact: true }).inputValue(), '3');
    assert.equal(await dialog.getByLabel('Place').inputValue(), '1');
    assert.match(await dialog.locator('.preview').textContent(), /#2抓产业德州市 · 2019-03-01今年要抓产业/);
    await dialog.getByLabel('Text', { exact: true }).selectOption('');
    assert.ok(await dialog.getByRole('button', { name: 'Read the rows' }).isDisabled());
    await dialog.getByLabel('Text', { exact: true }).selectOption('3');
    await act(page, () => dialog.getByRole('button', { name: 'Read the rows' }).click());
    assert.deepEqual(await columns(page), ['德州市', '聊城市', 'unknown']);
    const { documents } = await report(page);
    assert.deepEqual(documents.map(({ file: name, title, date }) => [name, title, date]), [
      ['table.xlsx#2', '抓产业', '2019-03-01'],
      ['table.xlsx#3', '抓水利', '2019-03-02'],
      ['table.xlsx#4', '谈渔业', '2019-03-03'],
    ]);
    assert.match(await problem(page, 'rows-without-text'), /rows 5/);
    // The same head again: no question.
    await choose(page, [{ ...fixture('table.xlsx'), name: 'again.xlsx' }]);
    assert.equal((await files(page)).length, 6);
  }));

test('a table can be left out by keyboard, and all else is read', () =>
  withPage('index.html', { viewport: { width: 280, height: 640 } }, async (page) => {
    await ready(page);
    await put(page, [fixture('gbk.csv'), dezhou]);
    const dialog = page.locator('dialog.mapping[open]');
    await dialog.waitFor();
    assert.match(await dialog.textContent(), /产业园区要扩建/);
    const overflow = await dialog.evaluate((node) => node.scrollWidth - node.clientWidth);
    assert.ok(overflow <= 0, `${overflow} px too wide`);
    await act(page, () => page.keyboard.press('Escape'));
    assert.deepEqual(await files(page), ['dezhou.txt']);
  }));

test('a table in GBK is read', () =>
  withPage('index.html', {}, async (page) => {
    await ready(page);
    await put(page, [fixture('gbk.csv')]);
    await act(page, () => page.getByRole('button', { name: 'Read the rows' }).click());
    assert.deepEqual(await columns(page), ['德州市', '聊城市']);
    assert.deepEqual(await files(page), ['gbk.csv#2', 'gbk.csv#3']);
  }));

test('an archive is opened, and what in it cannot be read is named', () =>
  withPage('index.html', {}, async (page) => {
    await ready(page);
    await choose(page, [fixture('mixed.zip')]);
    assert.deepEqual(await files(page), ['mixed.zip/文件夹/report.docx', 'mixed.zip/文件夹/滨州.txt']);
    assert.match(await problem(page, 'rtf'), /mixed\.zip\/old\.rtf/);
    assert.match(await problem(page, 'image'), /mixed\.zip\/photo\.png/);
    await put(page, [fixture('mixed.zip')]);
    assert.equal((await files(page)).length, 2);
  }));

test('a PDF gives its paragraphs; heads, feet and numbers of pages are set aside in sight', () =>
  withPage('index.html', {}, async (page) => {
    await ready(page);
    await choose(page, [fixture('text.pdf')]);
    assert.deepEqual(await columns(page), ['德州市']);
    const text = await original(page, '德州市的产业与水利');
    const plain = text.replaceAll(/<!-- page: [^>]*-->/g, '');
    assert.deepEqual(plain.split('\n').filter(Boolean), [
      '德州市的产业与水利',
      '德州今年要抓产业。产业园区要扩建，产业工人要培训，产业链条要拉长，产业后劲要足起来。',
      '德州还要抓水利。水利工程要完工，水利队伍要充实，水利资金要到位，水利账目要公开透明。',
      '德州的教育也要跟上。',
      '德州的卫生也要跟上。',
    ]);
    const handled = page.locator('.documents .handled li', { hasText: 'Heads, feet and numbers of pages' });
    assert.match(await handled.first().textContent(), /5×/);
  }));

test('what cannot be read is named with the reason in the reader’s language, and the rest goes on', () =>
  withPage('index.html', { locale: 'zh-CN' }, async (page) => {
    await ready(page);
    await choose(page, [
      fixture('scanned.pdf'),
      fixture('locked.pdf'),
      file('broken.pdf', [...Buffer.from('%PDF-1.4\nnothing')]),
      file('broken.docx', [0x50, 0x4b, 3, 4, 1, 2, 3]),
      file('old.doc', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
      file('a.rtf', [...Buffer.from('{\\rtf1 x}')]),
      file('b.rar', [...Buffer.from('Rar!\x1a\x07\x00')]),
      dezhou,
    ]);
    assert.deepEqual(await files(page), ['dezhou.txt']);
    for (const [code, name, words] of [
      ['scanned', 'scanned.pdf', '扫描'],
      ['encrypted', 'locked.pdf', '密码'],
      ['damaged-file', 'broken.pdf', '损坏'],
      ['damaged-file', 'broken.docx', '损坏'],
      ['old-office', 'old.doc', '另存为'],
      ['rtf', 'a.rtf', 'RTF'],
      ['other-archive', 'b.rar', 'zip'],
    ]) {
      const text = await problem(page, code);
      assert.ok(text.includes(name) && text.includes(words), `${code}: ${text}`);
    }
  }));

/** The names of what was asked for, in the folder of the page; anything else stays a whole address. */
const names = (page, urls) => [...new Set(urls)].map((url) => url.replace(new URL('.', page.url()).href, '')).sort();

for (const path of ['index.html', 'embed.html']) {
  test(`${path}: nothing is loaded before it is needed, and then only files of the same folder`, () =>
    withPage(path, { locale: 'en' }, async (page) => {
      await ready(page);
      await page.waitForFunction(async () => (await document.querySelector('cheng-yan').stats())?.ready);
      const asked = async (what) => names(page, await requestsAfter(page, () => choose(page, what)));
      assert.deepEqual(await asked([dezhou, file('a.md', '# 聊城\n\n聊城推进项目。')]), []);
      assert.deepEqual(await asked([fixture('report.docx')]), ['chengyan_formats_bg.wasm']);
      assert.deepEqual(await asked([fixture('mixed.zip')]), []);
      const pdf = await asked([fixture('text.pdf')]);
      assert.deepEqual(pdf.filter((name) => !/^cmaps\/[\w-]+\.bcmap$/.test(name)), ['chengyan.pdf.js', 'pdf.worker.js']);
      assert.deepEqual(await columns(page), ['德州市', '聊城市', '滨州市']);
    }));
}

test('where the readers cannot be loaded, their files are named, the others are read, and a second try succeeds', () =>
  withPage('index.html', { expected: [/Failed to load resource/] }, async (page) => {
    await ready(page);
    let isBlocked = true;
    await page.route('**/chengyan_formats_bg.wasm', (route) => (isBlocked ? route.abort() : route.continue()));
    await choose(page, [fixture('report.docx'), dezhou]);
    assert.deepEqual(await files(page), ['dezhou.txt']);
    assert.match(await problem(page, 'no-reader'), /report\.docx/);
    isBlocked = false;
    await choose(page, [fixture('report.docx')]);
    assert.deepEqual(await files(page), ['dezhou.txt', 'report.docx']);
  }));

test('the file from disk reads documents and tables, and says why it reads no PDF', () =>
  withPage('chengyan.html', { fromDisk: true }, async (page) => {
    await ready(page);
    const asked = await requestsAfter(page, () => choose(page, [fixture('report.docx'), fixture('text.pdf')]));
    assert.deepEqual(asked, []);
    assert.deepEqual(await columns(page), ['德州市', '聊城市']);
    assert.match(await problem(page, 'no-pdf-here'), /text\.pdf/);
  }));
