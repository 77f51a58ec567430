// What the reader decided is kept in a file, comes back from it, and survives the engine's thread; exports are files.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { Buffer } from 'node:buffer';
import { test } from 'node:test';
import { ready, requestsAfter, withPage } from '../harness.mjs';
import { act, choose, columns, dezhou, file, liaocheng, report, texts } from '../texts.js';

/** 德州抓产业，产业工人要培训。 as GBK writes it. */
const gbk = file('gbk.txt', [...Buffer.from('b5c2d6ddd7a5b2fad2b5a3acb2fad2b5b9a4c8cbd2aac5e0d1b5a1a3', 'hex')]);

/** @param {any} page @param {() => Promise<unknown>} press */
async function downloaded(page, press) {
  const [download] = await Promise.all([page.waitForEvent('download'), press()]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

/** @param {any} page @param {string} code */
const creditAll = async (page, code) => {
  const item = page.locator('.documents > ul > li', { hasText: 'nowhere.txt' });
  await item.locator('summary').click();
  await item.getByRole('button', { name: 'Read and correct' }).click();
  await page.locator('.pick input').first().check();
  await page.locator('input[name=place]').fill(code);
  await page.locator('[role=option]').first().waitFor();
  await act(page, () => page.locator('input[name=place]').press('Enter'));
  await page.locator('dialog.reader .close').first().click();
};

const reportText = (page) => page.evaluate(() => document.querySelector('cheng-yan').reportText);

for (const [path, options] of [
  ['index.html', {}],
  ['chengyan.html', { fromDisk: true }],
]) {
  test(`${path}: a workspace is saved, opened by choosing it, and gives the same report`, () =>
    withPage(path, { locale: 'en', acceptDownloads: true, ...options }, async (page) => {
      await ready(page);
      await choose(page, [gbk, liaocheng, file('nowhere.txt', texts.nowhere)]);
      await creditAll(page, '371402');
      await page.locator('.own-words summary').click();
      await page.locator('.own-words textarea').fill('抓产业 900 v\n');
      await act(page, () => page.locator('.own-words button').first().click());
      await act(page, () => page.locator('input[value=county]').check({ force: true }));
      assert.deepEqual(await columns(page), ['德州市', '德城区', '聊城市']);
      const before = await reportText(page);
      let saved;
      const urls = await requestsAfter(page, async () => {
        saved = await downloaded(page, () => page.getByRole('button', { name: 'Save workspace' }).click());
      });
      assert.deepEqual(urls, []);
      assert.equal(saved.name, 'chengyan-workspace.json');
      const workspace = JSON.parse(saved.bytes.toString());
      assert.deepEqual([workspace.chengyan, workspace.texts.length, workspace.view.level], [1, 3, 'county']);
      assert.equal(workspace.words.dictionary, '抓产业 900 v\n');
      assert.equal(workspace.texts[0].bytes, gbk.buffer.toString('base64'));
      await page.reload();
      await ready(page);
      const again = { name: 'mine.json', mimeType: 'application/json', buffer: saved.bytes };
      await act(page, () => page.locator('input[name=files]').setInputFiles([again]));
      assert.equal(await reportText(page), before);
      assert.equal(await page.locator('input[value=county]').isChecked(), true);
      assert.equal(await page.locator('.own-words textarea').inputValue(), '抓产业 900 v\n');
      const twice = await downloaded(page, () => page.getByRole('button', { name: 'Save workspace' }).click());
      assert.ok(twice.bytes.equals(saved.bytes), 'the same workspace gives the same bytes');
      // Over texts of one's own it is opened only after a question.
      await page.locator('input[name=workspace]').setInputFiles([again]);
      await page.locator('dialog.ask').getByRole('button', { name: 'Cancel' }).click();
      await act(page, async () => {
        await page.locator('input[name=workspace]').setInputFiles([again]);
        await page.locator('dialog.ask').getByRole('button', { name: 'Open' }).click();
      });
      assert.equal(await reportText(page), before);
    }));
}

test('what is no workspace is named, and nothing is lost', () =>
  withPage('index.html', { locale: 'en' }, async (page) => {
    await ready(page);
    await choose(page, [dezhou]);
    const broken = file('broken.json', '{"chengyan":1,"texts":7}');
    await page.locator('input[name=workspace]').setInputFiles([broken]);
    await page.locator('dialog.ask').getByRole('button', { name: 'Open' }).click();
    await page.locator('.problems [data-code="bad-workspace"]').waitFor();
    assert.deepEqual(await columns(page), ['德州市']);
  }));

test('the cleaned text and the receipts are files', () =>
  withPage('index.html', { locale: 'en', acceptDownloads: true }, async (page) => {
    await ready(page);
    await choose(page, [file('noisy.txt', texts.pinyin)]);
    await page.locator('.documents > ul > li summary').first().click();
    await page.getByRole('button', { name: 'Read and correct' }).click();
    const exported = (what) => downloaded(page, () => page.locator(`[data-export=${what}]`).click());
    const text = await exported('text');
    assert.deepEqual([text.name, text.bytes.toString()], [
      'noisy-cleaned.txt',
      '德州的项目要开工。重点要动起来，项目动起来。项目不能停，记住重点。项目动工。\n',
    ]);
    const csv = await exported('csv');
    assert.equal(csv.name, 'noisy-receipt.csv');
    assert.match(csv.bytes.toString(), /^\ufefffile,line,start,end,how,kind,before,after,undone\r\n/);
    assert.match(csv.bytes.toString(), /,edit,pinyin,\(xiàng\),,no\r\n/);
    const json = JSON.parse((await exported('json')).bytes.toString());
    assert.equal(json.documents[0].changes.filter(({ kind }) => kind === 'pinyin').length, 10);
    await page.keyboard.press('Escape');
    const all = await downloaded(page, () => page.locator('[data-action=csv]').click());
    assert.equal(all.bytes.toString(), csv.bytes.toString());
  }));

const poison = file('poison.txt', '德州');

test('decisions survive the engine’s thread', () =>
  withPage('index.html', { locale: 'en', expected: [/poisoned/] }, async (page) => {
    await ready(page);
    await choose(page, [liaocheng, file('nowhere.txt', texts.nowhere)]);
    await creditAll(page, '371402');
    const before = await report(page);
    await Promise.all(
      page.workers().map((worker) =>
        worker.evaluate(() => {
          const read = File.prototype.arrayBuffer;
          File.prototype.arrayBuffer = function arrayBuffer() {
            if (this.name !== 'poison.txt') return read.call(this);
            setTimeout(() => {
              throw new Error('poisoned');
            });
            return new Promise(() => {});
          };
        }),
      ),
    );
    await page.locator('input[name=files]').setInputFiles([poison]);
    await page.locator('.problems [data-code="died"]').waitFor();
    await choose(page, [dezhou]);
    const after = await report(page);
    assert.deepEqual(await columns(page), ['德州市', '聊城市']);
    assert.deepEqual(after.documents.slice(0, 2), before.documents);
  }));
