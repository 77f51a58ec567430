// Whether findings survive other settings: one switch, words at what does not hold, and a table of all.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { ready, withPage } from '../harness.mjs';
import { choose, countReprints, file } from '../texts.js';

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const COMMON = ['项目', '企业', '农业', '服务', '教育'];
/** Paragraphs of sixty words, in an order of their own. */
const text = (city, own) => {
  const words = [...COMMON, ...own];
  const block = (at) => Array.from({ length: 60 }, (_, word) => words[(word * (at + 1) + Math.floor(word / 7) + at + Math.floor(at / 7)) % words.length]).join('和');
  return Array.from({ length: 12 }, (_, at) => `${city}抓项目和${block(at)}和服务。`).join('\n');
};
/** The readings are the only way in which 科技 stands there: without cleaning it is no word. */
const three = [
  file('dezhou.txt', text('德州市', [])),
  file('binzhou.txt', text('滨州市', [])),
  file('weihai.txt', text('威海市', ['港口', '科(kē)技(jì)'])),
];

const inShadow = (page, selector, atLeast) =>
  page.waitForFunction(([one, n]) => document.querySelector('cheng-yan').shadowRoot.querySelectorAll(one).length >= n, [selector, atLeast]);
/** Waits until all settings are tried. */
const tried = (page) =>
  page.waitForFunction(() => /findings hold|项发现中/.test(document.querySelector('cheng-yan').shadowRoot.querySelector('.survival-status')?.textContent ?? ''));

async function chooseThree(page) {
  await countReprints(page);
  await choose(page, three);
  await inShadow(page, '.part-findings .city', 3);
  await inShadow(page, '.survival input', 1);
}

test('what hangs on a setting is grey and says on which, and the table has all of them', () =>
  withPage('index.html', { locale: 'en' }, async (page) => {
    await ready(page);
    await chooseThree(page);
    assert.equal(await page.locator('.robustness').count(), 0, 'nothing is tried unasked');
    await page.locator('.survival input').check();
    await tried(page);
    assert.match(await page.locator('.survival-status').textContent(), /^\d+ of \d+ findings hold under all 8 settings\.$/);
    const weihai = page.locator('.city[data-city="371000"]');
    assert.equal(await weihai.locator('tr', { hasText: '科技' }).locator('.not-with').textContent(), 'not with: cleaning off');
    assert.equal(await weihai.locator('tr', { hasText: '港口' }).locator('.not-with').count(), 0);
    assert.equal(await page.locator('.panel-word[data-word="科技"].fails').count(), 1);
    assert.match(await page.locator('.overview .claims').textContent(), /威海市 says 港口 more/);

    await page.locator('.robustness table').waitFor();
    assert.equal(await page.locator('.robustness').getAttribute('data-view'), 'robustness');
    assert.equal(await page.locator('.robustness thead th').count(), 9);
    const row = await page.locator('.robustness tbody tr', { hasText: '科技' }).locator('td').allTextContents();
    assert.equal(row.filter((cell) => cell.startsWith('✓')).length, 7, row.join());
    assert.match(row[3], /^\(✗\).*not a word there/);
    assert.equal(await page.evaluate(() => document.querySelector('cheng-yan').shadowRoot.activeElement?.closest('.survival') !== null), true, 'the switch keeps the focus');
    await page.locator('.robustness tbody button').first().click();
    await page.locator('dialog[open] mark').first().waitFor();
  }));

test('the switch stays for other choices, and takes all of it away', () =>
  withPage('index.html', { locale: 'zh-CN', viewport: { width: 360, height: 800 } }, async (page) => {
    await ready(page);
    await chooseThree(page);
    await page.locator('.survival input').check();
    await tried(page);
    await page.locator('input[name=genre]').uncheck();
    await tried(page);
    await inShadow(page, '.not-with', 1);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
    assert.equal(wide, false, 'the table scrolls in its own box');
    await page.locator('.survival input').uncheck();
    await page.waitForFunction(() => document.querySelector('cheng-yan').shadowRoot.querySelector('.robustness, .not-with') === null);
  }));

test('switch and table are without axe violations in light and dark', async () => {
  for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
    await withPage('index.html', { locale: 'en', colorScheme }, async (page) => {
      await ready(page);
      await chooseThree(page);
      await page.locator('.survival input').check();
      await tried(page);
      await page.locator('.robustness table').waitFor();
      await page.evaluate(axe);
      const { violations } = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ['violations'] }));
      const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
      assert.deepEqual(found, []);
    });
  }
});
