// The view of a document keeps to its width, and can be read by everyone.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { ready, withPage } from '../harness.mjs';
import { choose, file, liaocheng, texts } from '../texts.js';

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const hinted = `兰山、罗庄要先动，莒南和兰陵跟上，河东的桥月底合龙。\n${texts.pinyin}\n責任編輯：某某\n`;

/** Opens a document that has every kind of thing on it. @param {any} page */
async function open(page) {
  await ready(page);
  await choose(page, [file('hinted.txt', hinted), liaocheng]);
  const item = page.locator('.documents > ul > li', { hasText: 'hinted.txt' });
  await item.locator('summary').click();
  await item.locator('button.read').click();
  await page.locator('dialog.reader[open] .block').first().waitFor();
  await page.locator('.aside').evaluate((aside) => {
    for (const details of aside.querySelectorAll('details')) details.open = true;
  });
  await page.locator('.margin .chip').first().click();
}

for (const width of [280, 360, 768, 1280]) {
  for (const locale of ['zh-CN', 'en']) {
    test(`at ${width} px in ${locale} nothing of a document stands beside the page`, () =>
      withPage('index.html', { viewport: { width, height: 740 }, locale }, async (page) => {
        await open(page);
        const overflow = () => page.locator('dialog.reader').evaluate((dialog) => {
          const boxes = [dialog, ...dialog.querySelectorAll('.head, .scroller, .aside, .text, .foot, .bar')];
          return boxes.filter((box) => box.scrollWidth > box.clientWidth + 1).map((box) => `${box.className} ${box.scrollWidth} > ${box.clientWidth}`);
        });
        assert.deepEqual(await overflow(), []);
        await page.locator('.piece').first().click();
        assert.deepEqual(await overflow(), []);
        await page.keyboard.press('Escape');
        await page.locator('.pick input').first().check();
        await page.locator('input[name=place]').fill('河东');
        await page.locator('[role=option]').first().waitFor();
        assert.deepEqual(await overflow(), []);
      }));
  }
}

const violations = async (page) => {
  await page.evaluate(axe);
  const { violations: found } = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ['violations'] }));
  return found.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map((node) => `${node.target} ${node.failureSummary}`).join(' | ')}`);
};

for (const colorScheme of ['light', 'dark']) {
  for (const [width, locale] of [[1280, 'zh-CN'], [360, 'en']]) {
    test(`axe finds nothing wrong in a document at ${width} px, ${colorScheme}, ${locale}`, () =>
      withPage('index.html', { viewport: { width, height: 800 }, colorScheme, locale }, async (page) => {
        await open(page);
        assert.deepEqual(await violations(page), []);
        await page.locator('.segments label', { has: page.locator('[name=marks]') }).last().click();
        await page.locator('.piece').first().click();
        assert.deepEqual(await violations(page), []);
        await page.keyboard.press('Escape');
        await page.locator('.pick input').first().check();
        await page.locator('input[name=place]').fill('河东');
        await page.locator('[role=option]').first().waitFor();
        assert.deepEqual(await violations(page), []);
      }));
  }
}
