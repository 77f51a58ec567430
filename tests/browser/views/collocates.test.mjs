// The words that stand with a word in one clause: a table by place, each figure opening sentences in which both are marked.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { approach, ready, withPage } from '../harness.mjs';
import { choose, file } from '../texts.js';

const TEXTS = [
  file('德州.md', '# 德州市招商\n\n德州市抓项目重招商，服务企业。项目要招商，企业要多，项目和招商要实。\n\n企业多了，农业好了，招商强项目，农业有奔头。'),
  file('聊城.md', '# 聊城市项目\n\n聊城市抓项目重建设，项目在建设，企业要实。项目靠招商，服务企业，农业要强。\n\n建设的项目好，企业好，农业好。'),
];

/** Scrolls to the view and waits for its figures. */
async function near(page) {
  await approach(page, 'collocates');
  await page.locator('.collocates tbody tr').first().waitFor();
}

for (const width of [1280, 360]) {
  test(`at ${width} px the company of a word is a table, and each figure opens its sentences`, () =>
    withPage('index.html', { locale: 'en', viewport: { width, height: 800 } }, async (page) => {
      await ready(page);
      await choose(page, TEXTS);
      await near(page);
      await page.locator('.collocates select').selectOption('项目');
      const row = page.locator('.collocates tbody tr[data-word="招商"]');
      await row.waitFor();
      const n = await row.locator('td button').first().textContent();
      assert.equal(n, '5');
      await row.locator('td button').first().click();
      await page.locator('dialog.side[open]').waitFor();
      assert.match(await page.locator('#panel-title').textContent(), /项目 \+ 招商/);
      const marked = await page.locator('dialog.side mark').allTextContents();
      assert.ok(marked.length >= 2 * Number(n), 'two marks a clause at least');
      assert.deepEqual([...new Set(marked.map((text) => text.slice(0, 2)))].sort(), ['招商', '项目']);
      await page.keyboard.press('Escape');
      const isWider = await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
      assert.equal(isWider, false, 'the page does not scroll sideways');
    }));
}

test('a word that is chosen in another view is the one whose company is shown', () =>
  withPage('index.html', { locale: 'zh-CN' }, async (page) => {
    await ready(page);
    await choose(page, TEXTS);
    await near(page);
    await page.locator('.comparison tbody th button', { hasText: '企业' }).first().click();
    await page.locator('dialog.side[open]').waitFor();
    await page.keyboard.press('Escape');
    await approach(page, 'collocates');
    await page.waitForFunction(() => document.querySelector('cheng-yan').shadowRoot.querySelector('.collocates select')?.value === '企业');
    assert.match(await page.locator('.part-collocates').textContent(), /分句/);
  }));
