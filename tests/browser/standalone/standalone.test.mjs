// One file with everything inside, opened from disk.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ready, withPage } from '../harness.mjs';
import { choose, columns, dezhou, liaocheng } from '../texts.js';

test('the file works by double-click', () =>
  withPage('chengyan.html', { fromDisk: true }, async (page) => {
    await ready(page);
    assert.match(page.url(), /^file:/);
    assert.ok((await page.locator('.word').count()) > 50);
    await choose(page, [dezhou, liaocheng]);
    assert.deepEqual(await columns(page), ['德州市', '聊城市']);
    await page.locator('.word').first().click();
    await page.locator('dialog[open] mark').first().waitFor();
  }));

test('the file and the served page say the same of the same texts', async () => {
  const text = async (page) => {
    await ready(page);
    await choose(page, [dezhou, liaocheng]);
    const report = JSON.parse(await page.evaluate(() => document.querySelector('cheng-yan').reportText));
    return report;
  };
  const fromDisk = await withPage('chengyan.html', { fromDisk: true }, text);
  assert.deepEqual(fromDisk, await withPage('index.html', {}, text));
});
