// The encoding of a table: the guess is shown, and one choice reads the same bytes in another, before the rows are read
// and afterwards.
import assert from 'node:assert/strict';
import { Buffer } from 'node:buffer';
import { createRequire } from 'node:module';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { crc32 } from 'node:zlib';
import { ready, withPage } from '../harness.mjs';
import { root } from '../launch.mjs';
import { act, choose, columns, dezhou, file, liaocheng, report } from '../texts.js';

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** A table in GBK so short that it is taken for Japanese: city,text; 鄄城,扩厂。 and 鄄城,厂扩。 */
const bytes = Buffer.concat([
  Buffer.from('city,text\n'),
  Buffer.from('dbb2b3c72cc0a9b3a7a1a30a', 'hex'),
  Buffer.from('dbb2b3c72cb3a7c0a9a1a30a', 'hex'),
]);
const short = file('guess.csv', [...bytes]);
/** Its head is Chinese, so that in another encoding it has other columns. */
const chinese = { name: 'gbk.csv', mimeType: '', buffer: await readFile(join(root, 'tests/cases/formats/gbk.csv')) };
const xlsx = { name: 'table.xlsx', mimeType: '', buffer: await readFile(join(root, 'tests/cases/formats/table.xlsx')) };

/** An archive that holds one file as it is. @param {string} name @param {Buffer} content */
function archive(name, content) {
  const entry = Buffer.alloc(26);
  entry.writeUInt16LE(20, 0);
  entry.writeUInt32LE(crc32(content), 10);
  entry.writeUInt32LE(content.length, 14);
  entry.writeUInt32LE(content.length, 18);
  entry.writeUInt16LE(name.length, 22);
  const local = Buffer.concat([Buffer.from('PK\x03\x04'), entry, Buffer.from(name), content]);
  const central = Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), entry, Buffer.alloc(14), Buffer.from(name)]);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(1, 4);
  end.writeUInt16LE(1, 6);
  end.writeUInt32LE(central.length, 8);
  end.writeUInt32LE(local.length, 12);
  return Buffer.concat([local, central, Buffer.from('PK\x05\x06'), end]);
}

const put = (page, files) => page.locator('input[name=files]').setInputFiles(files);
const files = async (page) => (await report(page)).documents.map((document) => document.file);
const dialogOf = async (page) => {
  const dialog = page.locator('dialog.mapping[open]');
  await dialog.waitFor();
  return dialog;
};
const shows = (dialog, text) => dialog.locator('.preview', { hasText: text }).waitFor();
const keep = (page) => act(page, () => page.getByRole('button', { name: 'Read the rows' }).click());
const item = (page, name) => page.locator('.documents > ul > li', { hasText: name }).first();
/** Waits until the reader stands at a choice of encoding that has this value. @param {any} page @param {string} value */
const standsAt = (page, value) =>
  page.waitForFunction((want) => {
    const { activeElement } = document.querySelector('cheng-yan').shadowRoot;
    return activeElement?.name === 'encoding' && activeElement.value === want;
  }, value);
/** The rows of the short table come in garbled, between two texts. @param {any} page */
async function comeInGarbled(page) {
  await ready(page);
  await put(page, [dezhou, short, liaocheng]);
  await dialogOf(page);
  await keep(page);
  assert.deepEqual(await files(page), ['dezhou.txt', 'guess.csv#2', 'guess.csv#3', 'liaocheng.txt']);
  assert.deepEqual(await columns(page), ['德州市', '聊城市', 'unknown']);
}

test('a table guessed wrong is read rightly by one choice in the dialog', () =>
  withPage('index.html', {}, async (page) => {
    await ready(page);
    await put(page, [short]);
    const dialog = await dialogOf(page);
    await shows(dialog, '朮廓');
    const select = dialog.getByLabel('Encoding');
    assert.equal(await select.inputValue(), 'euc-jp');
    assert.match(await dialog.locator('.encoding .hint').textContent(), /This is a guess/);
    await select.selectOption('gb18030');
    await shows(dialog, '鄄城');
    assert.equal(await dialog.locator('.encoding .hint').textContent(), '');
    assert.deepEqual(
      await dialog.locator('.fields select').evaluateAll((all) => all.map(({ selectedOptions }) => selectedOptions[0].textContent)),
      ['text', 'city', '(none)', '(none)', '(none)'],
    );
    await keep(page);
    assert.deepEqual(await columns(page), ['菏泽市']);
    await item(page, 'guess.csv#2').locator('summary').click();
    assert.equal(await item(page, 'guess.csv#2').getByLabel('Encoding of the table guess.csv').inputValue(), 'gb18030');
    assert.equal(await item(page, 'guess.csv#2').locator('.fact-list .tag').count(), 0);
  }));

test('columns come and go with the encoding, and a choice of columns stays where they are the same', () =>
  withPage('index.html', {}, async (page) => {
    await ready(page);
    await put(page, [chinese]);
    const dialog = await dialogOf(page);
    const text = dialog.getByLabel('Text', { exact: true });
    await shows(dialog, '产业园区要扩建');
    await dialog.getByLabel('Encoding').selectOption('utf-32le');
    await shows(dialog, '\ufffd');
    await dialog.getByLabel('Encoding').selectOption('gb18030');
    await shows(dialog, '产业园区要扩建');
    assert.deepEqual(await text.locator('option').allTextContents(), ['(none)', '编号', '所属', '讲话']);
    await page.keyboard.press('Escape');
    await put(page, [short]);
    await dialogOf(page);
    await dialog.getByLabel('Title').selectOption('city');
    await dialog.getByLabel('Encoding').selectOption('gb18030');
    await shows(dialog, '鄄城');
    assert.equal(await dialog.getByLabel('Title').inputValue(), '0');
  }));

test('whoever chooses by keyboard stays at the choice and hears the rows', () =>
  withPage('index.html', {}, async (page) => {
    await ready(page);
    await put(page, [short]);
    const dialog = await dialogOf(page);
    await page.keyboard.press('Tab');
    await standsAt(page, 'euc-jp');
    for (let n = 0; n < 7; n += 1) await page.keyboard.press('ArrowUp');
    await shows(dialog, '鄄城');
    await standsAt(page, 'gb18030');
    assert.equal(await dialog.locator('.preview').getAttribute('role'), 'status');
    assert.equal(await dialog.locator('form[aria-busy]').count(), 0);
    await act(page, () => dialog.getByRole('button', { name: 'Read the rows' }).press('Enter'));
    assert.deepEqual(await columns(page), ['菏泽市']);
  }));

test('a table that is in is read again in another encoding, all its rows in their place', () =>
  withPage('index.html', {}, async (page) => {
    await comeInGarbled(page);
    const row = item(page, 'guess.csv#3');
    assert.match(await row.locator('summary').textContent(), /EUC-JP.*, guessed/);
    await row.locator('summary').click();
    assert.match(await row.locator('.fact-list').textContent(), /guessedfor all rows of the table/);
    await act(page, () => row.getByLabel('Encoding of the table guess.csv').selectOption('gb18030'));
    assert.deepEqual(await files(page), ['dezhou.txt', 'guess.csv#2', 'guess.csv#3', 'liaocheng.txt']);
    assert.deepEqual((await columns(page)).toSorted(), ['德州市', '聊城市', '菏泽市'].toSorted());
    // The reader stands where the choice was made, in the same row, which is open.
    await standsAt(page, 'gb18030');
    assert.equal(await item(page, 'guess.csv#3').locator('details').getAttribute('open'), '');
    assert.equal(await page.locator('.problems li').count(), 0);
  }));

test('rows that were read again keep their place when the thread dies over another text', () =>
  withPage('index.html', { expected: [/poisoned/] }, async (page) => {
    await comeInGarbled(page);
    await item(page, 'guess.csv#2').locator('summary').click();
    await act(page, () => item(page, 'guess.csv#2').locator('[name=encoding]').selectOption('gb18030'));
    for (const worker of page.workers()) {
      await worker.evaluate(() => {
        const read = File.prototype.arrayBuffer;
        File.prototype.arrayBuffer = function arrayBuffer() {
          if (this.name !== 'poison.txt') return read.call(this);
          setTimeout(() => {
            throw new Error('poisoned');
          });
          return new Promise(() => {});
        };
      });
    }
    await choose(page, [file('poison.txt', '德州'), file('z.txt', '德州要抓产业。')]);
    assert.deepEqual(await files(page), ['dezhou.txt', 'guess.csv#2', 'guess.csv#3', 'liaocheng.txt', 'z.txt']);
    assert.deepEqual((await columns(page)).toSorted(), ['德州市', '聊城市', '菏泽市'].toSorted());
  }));

test('what was decided about a row is there again when it is read as before', () =>
  withPage('index.html', {}, async (page) => {
    await comeInGarbled(page);
    const row = item(page, 'guess.csv#2');
    await row.locator('summary').click();
    await row.getByRole('button', { name: 'Read and correct' }).click();
    await page.locator('.pick input').first().check();
    await page.locator('input[name=place]').fill('371402');
    await page.locator('[role=option]').first().waitFor();
    await act(page, () => page.locator('input[name=place]').press('Enter'));
    await page.locator('dialog.reader .close').first().click();
    const decided = async () => (await report(page)).documents.map(({ nDecisions }) => nDecisions);
    assert.deepEqual(await decided(), [0, 1, 0, 0]);
    await act(page, () => item(page, 'guess.csv#2').locator('[name=encoding]').selectOption('gb18030'));
    assert.deepEqual(await decided(), [0, 0, 0, 0]);
    await standsAt(page, 'gb18030');
    await act(page, () => item(page, 'guess.csv#2').locator('[name=encoding]').selectOption('euc-jp'));
    assert.deepEqual(await decided(), [0, 1, 0, 0]);
  }));

test('a table whose columns are others in the new encoding is asked about again, and may stay as it was', () =>
  withPage('index.html', {}, async (page) => {
    await ready(page);
    await put(page, [chinese]);
    await dialogOf(page);
    await keep(page);
    const before = await page.evaluate(() => document.querySelector('cheng-yan').reportText);
    await item(page, 'gbk.csv#2').locator('summary').click();
    const select = item(page, 'gbk.csv#2').locator('[name=encoding]');
    await select.selectOption('big5');
    const dialog = await dialogOf(page);
    assert.equal(await dialog.getByLabel('Encoding').inputValue(), 'big5');
    await act(page, () => page.keyboard.press('Escape'));
    assert.equal(await page.evaluate(() => document.querySelector('cheng-yan').reportText), before);
    await standsAt(page, 'gb18030');
    await select.selectOption('big5');
    await dialogOf(page);
    await dialog.getByLabel('Encoding').selectOption('gb18030');
    await shows(dialog, '产业园区要扩建');
    await keep(page);
    await standsAt(page, 'gb18030');
    assert.deepEqual(await columns(page), ['德州市', '聊城市']);
  }));

test('a table in an archive is read again, too', () =>
  withPage('index.html', {}, async (page) => {
    await ready(page);
    await put(page, [{ name: 'all.zip', mimeType: '', buffer: archive('guess.csv', bytes) }]);
    const dialog = await dialogOf(page);
    await shows(dialog, '朮廓');
    await dialog.getByLabel('Encoding').selectOption('big5');
    await dialog.locator('.preview', { hasNotText: '朮廓' }).waitFor();
    await keep(page);
    assert.deepEqual(await files(page), ['all.zip/guess.csv#2', 'all.zip/guess.csv#3']);
    await item(page, 'guess.csv#2').locator('summary').click();
    await act(page, () => item(page, 'guess.csv#2').locator('[name=encoding]').selectOption('gb18030'));
    assert.deepEqual(await files(page), ['all.zip/guess.csv#2', 'all.zip/guess.csv#3']);
    assert.deepEqual(await columns(page), ['菏泽市']);
  }));

test('a spreadsheet has no encoding to choose, nor has a row that came back with a workspace', () =>
  withPage('index.html', { acceptDownloads: true }, async (page) => {
    await comeInGarbled(page);
    await act(page, async () => {
      await item(page, 'guess.csv#2').locator('summary').click();
      await item(page, 'guess.csv#2').locator('[name=encoding]').selectOption('gb18030');
    });
    await put(page, [xlsx]);
    const dialog = await dialogOf(page);
    await shows(dialog, '今年要抓产业');
    assert.equal(await dialog.locator('[name=encoding]').count(), 0);
    await keep(page);
    const nChoices = () => page.locator('.documents [name=encoding]').count();
    assert.equal(await nChoices(), 4);
    const text = await page.evaluate(() => document.querySelector('cheng-yan').reportText);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save workspace' }).click(),
    ]);
    const saved = { name: 'mine.json', mimeType: 'application/json', buffer: await readFile(await download.path()) };
    await page.reload();
    await ready(page);
    await choose(page, [saved]);
    assert.equal(await page.evaluate(() => document.querySelector('cheng-yan').reportText), text);
    assert.equal(await nChoices(), 2);
  }));

for (const [width, colorScheme, locale] of [
  [1280, 'light', 'zh-CN'],
  [1280, 'dark', 'en'],
  [360, 'dark', 'zh-CN'],
  [280, 'light', 'en'],
]) {
  test(`axe finds nothing wrong in the dialog at ${width} px, ${colorScheme}, ${locale}, and it keeps to its width`, () =>
    withPage('index.html', { viewport: { width, height: 800 }, colorScheme, locale }, async (page) => {
      await ready(page);
      await put(page, [short]);
      const dialog = await dialogOf(page);
      await page.evaluate(axe);
      const check = async () => {
        const { violations } = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ['violations'] }));
        assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes[0].target} ${nodes[0].failureSummary}`), []);
        const overflow = await dialog.evaluate((node) => node.scrollWidth - node.clientWidth);
        assert.ok(overflow <= 0, `${overflow} px too wide`);
      };
      await check();
      await dialog.locator('[name=encoding]').selectOption('gb18030');
      await shows(dialog, '鄄城');
      await check();
    }));
}
