// What tells the places apart: a sentence, dots with intervals, and lists; nothing is claimed that the figures do not bear.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { ready, withPage } from '../harness.mjs';
import { choose, countReprints, file } from '../texts.js';

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const COMMON = ['项目', '企业', '招商', '服务', '科技'];
/** Paragraphs of sixty words, in an order of their own. */
const text = (city, nBlocks, own) => {
  const words = [...COMMON, ...own];
  const block = (at) => Array.from({ length: 60 }, (_, word) => words[(word * (at + 1) + Math.floor(word / 7) + at + Math.floor(at / 7)) % words.length]).join('和');
  return Array.from({ length: nBlocks }, (_, at) => `${city}抓${block(at)}。`).join('\n');
};
const three = [
  file('dezhou.txt', text('德州市', 12, ['农业', '教育'])),
  file('binzhou.txt', text('滨州市', 12, ['农业', '教育'])),
  file('weihai.txt', text('威海市', 12, ['港口', '教育'])),
];

/** Too little of either. */
const two = [file('dezhou.txt', text('德州市', 4, ['农业'])), file('weihai.txt', text('威海市', 4, ['港口']))];

const claims = (page) => page.locator('.overview .claims').textContent();
/** Waits until the comparison is there. @param {any} page */
const compared = (page) => page.waitForFunction(() => document.querySelector('cheng-yan').shadowRoot.querySelector('.part-findings .dots'));

/** Reprints are counted each: these cities say much the same on purpose. */
async function chooseThree(page) {
  await countReprints(page);
  await choose(page, three);
  await page.waitForFunction(() => document.querySelector('cheng-yan').shadowRoot.querySelectorAll('.part-findings .city').length === 3);
}

test('what stands out is said, with its figures, and what is missing too', () =>
  withPage('index.html', { locale: 'en' }, async (page) => {
    await ready(page);
    await chooseThree(page);
    assert.match(await page.locator('.overview .facts-line').textContent(), /^Three cities, 3 documents, [\d,]+ words\.$/);
    const said = await claims(page);
    assert.match(said, /威海市 says 港口 more than the others do, beyond what chance may make\./);
    assert.doesNotMatch(said, /项目|企业|教育/);
    const weihai = page.locator('.city[data-city="371000"]');
    assert.deepEqual(await weihai.locator('table').first().locator('th[scope=row]').allTextContents(), ['港口']);
    assert.deepEqual(await weihai.locator('table').nth(1).locator('th[scope=row]').allTextContents(), ['农业']);
    const q = await weihai.locator('table').first().locator('td').last().textContent();
    assert.ok(Number(q.replace('< ', '')) <= 0.05, q);
    assert.equal(await page.locator('.city[data-city="371400"] table').count(), 1, 'nothing is missing there');
    await weihai.locator('table button').first().click();
    await page.locator('dialog[open] mark').first().waitFor();
  }));

test('with too little text nothing is claimed, and the page says so', () =>
  withPage('index.html', { locale: 'en' }, async (page) => {
    await ready(page);
    await countReprints(page);
    await choose(page, two);
    await compared(page);
    await page.locator('.overview .claims', { hasText: 'not enough text' }).waitFor();
    const said = await claims(page);
    assert.match(said, /fewer than 1,000 words or 7 passages/);
    assert.equal(await page.locator('.figures-table').count(), 0);
    assert.ok((await page.locator('.plot .row').count()) > 0 && (await page.locator('.plot .row:not(.hollow)').count()) === 0);
  }));

test('dots lie within their intervals, all places stand in every panel, and a table says the same', () =>
  withPage('index.html', {}, async (page) => {
    await ready(page);
    await chooseThree(page);
    const panels = await page.evaluate(() =>
      [...document.querySelector('cheng-yan').shadowRoot.querySelectorAll('.panel-word')].map((panel) => ({
        word: panel.dataset.word,
        rows: [...panel.querySelectorAll('.row')].map((row) => ({
          at: Number(row.querySelector('circle').getAttribute('cx')),
          from: Number(row.querySelector('.interval').getAttribute('x1')),
          to: Number(row.querySelector('.interval').getAttribute('x2')),
        })),
      })),
    );
    assert.ok(panels.length > 3 && panels[0].word === '港口');
    for (const { word, rows } of panels) {
      assert.equal(rows.length, 3, word);
      for (const { at, from, to } of rows) assert.ok(from <= at + 0.1 && at <= to + 0.1 && to <= 260, word);
    }
    const words = await page.locator('.figures tbody th').allTextContents();
    assert.deepEqual(words, panels.map(({ word }) => word));
    assert.equal(await page.locator('.figures tbody td').count(), words.length * 3);
  }));

test('letters in the dots are large enough at 280 px, and nothing stands beside the page', () =>
  withPage('index.html', { viewport: { width: 280, height: 700 } }, async (page) => {
    await ready(page);
    await chooseThree(page);
    await page.locator('.figures summary').click();
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), 0);
    const sizes = await page.evaluate(() =>
      [...document.querySelector('cheng-yan').shadowRoot.querySelectorAll('.plot')].map((plot) => (parseFloat(getComputedStyle(plot).fontSize) * plot.clientWidth) / plot.viewBox.baseVal.width),
    );
    assert.ok(Math.min(...sizes) >= 10, String(Math.min(...sizes)));
  }));

test('what is said of other texts goes when the texts change, and the language changes all of it', () =>
  withPage('index.html', { locale: 'en' }, async (page) => {
    await ready(page);
    await chooseThree(page);
    await page.getByRole('button', { name: '简体中文' }).click();
    assert.match(await page.locator('.overview').textContent(), /三座城市，3 篇文本.*威海市说“港口”多于别处，超出偶然。/);
    assert.match(await page.locator('.findings h2').textContent(), /差别有多可靠/);
    await page.locator('.documents summary').first().click();
  }));

for (const colorScheme of ['light', 'dark']) {
  test(`axe finds nothing wrong with lists and dots, ${colorScheme}`, () =>
    withPage('index.html', { viewport: { width: 360, height: 740 }, colorScheme }, async (page) => {
      await ready(page);
      await chooseThree(page);
      await page.evaluate(axe);
      const { violations } = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ['violations'] }));
      assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes[0].target} ${nodes[0].failureSummary}`), []);
    }));
}
