// Wording that places share: bars, a stretch side by side, and a table; every use opens the text at its place.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { approach, ready, withPage } from '../harness.mjs';
import { choose, file } from '../texts.js';

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const three = [
  file('dezhou.txt', '德州要把每一条路修到村口，把每一盏灯点亮，让老人都有饭吃。德州的项目多。德州今年还要把渠挖到每一块地的地头上去。'),
  file('binzhou.txt', '滨州要把每一條路修到村口；把每一盞燈點亮，讓老人都有飯吃。'),
  file('liaocheng.txt', '聊城今年修到村口，把每一盏灯点亮，让孩子有书读，还要把渠挖到每一块地的地头上去。'),
];

/** Comes near, and waits until the shares of so many places are there. @param {any} page @param {number} nPlaces */
async function compared(page, nPlaces) {
  await approach(page, 'passages');
  await page.waitForFunction((n) => {
    const part = document.querySelector('cheng-yan').shadowRoot.querySelector('.part-passages');
    return !part.inert && part.querySelectorAll('.shares tbody tr').length === n;
  }, nPlaces);
}

const texts = (page, selector) => page.locator(selector).allTextContents();

test('the longest stretch stands side by side, and each use opens its text at the place', () =>
  withPage('index.html', {}, async (page) => {
    await ready(page);
    await choose(page, three);
    await compared(page, 3);
    assert.deepEqual(await texts(page, '.cards h4'), ['德州市', '聊城市', '滨州市']);
    assert.deepEqual(await texts(page, '.cards mark'), [
      '要把每一条路修到村口，把每一盏灯点亮，让老人都有饭吃',
      '修到村口，把每一盏灯点亮，让',
      '要把每一条路修到村口；把每一盏灯点亮，让老人都有饭吃',
    ]);
    assert.deepEqual(await texts(page, '.cards u'), ['还要把渠挖到每一块地的地头上去', '还要把渠挖到每一块地的地头上去']);
    assert.match(await page.locator('.cards .where').nth(1).textContent(), /12 of the 24 characters/);
    await page.locator('.cards .open-there').nth(2).click();
    await page.locator('dialog.reader[open] h2').waitFor();
    await page.waitForFunction(() => /把每一條/.test(document.querySelector('cheng-yan').shadowRoot.querySelector('dialog.reader').textContent));
    await page.keyboard.press('Escape');
  }));

test('the table chooses the stretch, and own and shared add up', () =>
  withPage('index.html', {}, async (page) => {
    await ready(page);
    await choose(page, three);
    await compared(page, 3);
    const rows = await page.locator('.run-table tbody tr').evaluateAll((all) => all.map((row) => [...row.children].map((cell) => cell.textContent)));
    assert.deepEqual(rows, [
      // With the marks of the first place that has all of it.
      ['要把每一条路修到村口，把每一盏灯点亮，让老人都有饭吃', '24', '德州市聊城市 (in part)滨州市'],
      ['还要把渠挖到每一块地的地头上去', '15', '德州市聊城市'],
    ]);
    await page.locator('.run-table button').nth(1).click();
    await page.waitForFunction(() => document.querySelector('cheng-yan').shadowRoot.querySelectorAll('.cards mark').length === 2);
    assert.deepEqual(await texts(page, '.cards mark'), ['还要把渠挖到每一块地的地头上去', '还要把渠挖到每一块地的地头上去']);
    assert.equal(await page.locator('.run-table [aria-pressed=true]').getAttribute('data-run'), '1');
    assert.equal(await page.evaluate(() => document.querySelector('cheng-yan').shadowRoot.activeElement?.textContent), 'Side by side');
    const figures = await page.locator('.shares tbody tr').evaluateAll((all) => all.map((row) => [...row.querySelectorAll('td')].map((cell) => cell.textContent)));
    for (const [, letters, own, , shared] of figures) assert.equal(Number(own) + Number(shared), Number(letters));
  }));

test('where nothing is shared the page says so, and one place alone shares nothing', () =>
  withPage('index.html', { locale: 'zh-CN' }, async (page) => {
    await ready(page);
    await choose(page, [file('a.txt', '德州市抓项目。'), file('b.txt', '滨州市抓农业。')]);
    await compared(page, 2);
    assert.match(await page.locator('.passages').textContent(), /没有哪段这么长的文字/);
    assert.equal(await page.locator('.run-table, .cards').count(), 0);
  }));

test('at 280 px nothing runs over, and the language changes all of it', () =>
  withPage('index.html', { viewport: { width: 280, height: 700 } }, async (page) => {
    await ready(page);
    await choose(page, three);
    await compared(page, 3);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), 0);
    await page.getByRole('button', { name: '简体中文' }).click();
    await page.locator('.passages h2', { hasText: '各地共用的文字' }).waitFor();
  }));

for (const colorScheme of ['light', 'dark']) {
  test(`axe finds nothing wrong with shared wording and one place over time, ${colorScheme}`, () =>
    withPage('index.html', { viewport: { width: 360, height: 740 }, colorScheme }, async (page) => {
      await ready(page);
      await choose(page, [...three, file('later.md', '---\ndate: 2019-03-01\n---\n德州抓项目。项目要好，项目要快。'), file('earlier.md', '---\ndate: 2018-03-01\n---\n德州抓农业，抓项目。')]);
      await compared(page, 3);
      await page.locator('.shares summary').click();
      await approach(page, 'over-time', '.verdict, select');
      await page.locator('.then-table').waitFor();
      await page.evaluate(axe);
      const { violations } = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ['violations'] }));
      assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes[0].target} ${nodes[0].failureSummary}`), []);
    }));
}
