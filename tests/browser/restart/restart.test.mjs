// When the engine's thread dies over a text, that text is named, the others are read again, and nothing is fetched.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ready, requestsAfter, withPage } from '../harness.mjs';
import { choose, columns, dezhou, file, liaocheng } from '../texts.js';

const poison = file('poison.txt', '德州');
/** The thread's own last words. */
const expected = [/poisoned/];

/** Makes a thread die while it reads the poison: no text is known that would do it. */
const arm = (worker) =>
  worker.evaluate(() => {
    const read = File.prototype.arrayBuffer;
    File.prototype.arrayBuffer = function arrayBuffer() {
      if (this.name !== 'poison.txt') return read.call(this);
      setTimeout(() => {
        throw new Error('poisoned');
      });
      return new Promise(() => {});
    };
  });

for (const [path, options] of [
  ['index.html', {}],
  ['chengyan.html', { fromDisk: true }],
]) {
  test(`${path}: the culprit is named and the others are read again`, () =>
    withPage(path, { locale: 'en', expected, ...options }, async (page) => {
      await ready(page);
      await choose(page, [dezhou]);
      await Promise.all(page.workers().map(arm));
      const urls = await requestsAfter(page, () => choose(page, [liaocheng, poison]));
      assert.deepEqual(await columns(page), ['德州市', '聊城市']);
      assert.match(await page.locator('.problems [data-code="died"]').textContent(), /poison\.txt/);
      assert.deepEqual(urls, []);
      await page.locator('.word').first().click();
      await page.locator('dialog[open] mark').first().waitFor();
    }));
}

test('where no thread can be started without the network, the page says so and keeps what it shows', () =>
  withPage('index.html', { locale: 'en', expected }, async (page) => {
    await ready(page);
    await choose(page, [dezhou]);
    await Promise.all(page.workers().map(arm));
    await choose(page, [liaocheng, poison]);
    const again = file('poison.txt', '德州 again');
    await page.locator('input[name=files]').setInputFiles([again]);
    await page.locator('.problems [data-code="gave-up"]').waitFor();
    assert.deepEqual(await columns(page), ['德州市', '聊城市']);
  }));
