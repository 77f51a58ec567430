// One place over time: new, dropped and steady words, each with its sentences; too little text makes no claims.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { approach, ready, withPage } from '../harness.mjs';
import { choose, file } from '../texts.js';

/** Paragraphs of sixty words, in an order of their own. */
const text = (date, city, nBlocks, words) => {
  const block = (at) => Array.from({ length: 60 }, (_, word) => words[(word * (at + 1) + Math.floor(word / 7) + at + Math.floor(at / 7)) % words.length]).join('和');
  const head = date ? `---\ndate: ${date}\n---\n` : '';
  return head + Array.from({ length: nBlocks }, (_, at) => `${city}抓${block(at)}。`).join('\n');
};
const COMMON = ['项目', '企业', '招商', '服务'];
const files = [
  file('d1.md', text('2018-03-01', '德州市', 24, [...COMMON, '农业'])),
  file('d2.md', text('2019-03-01', '德州市', 24, [...COMMON, '港口'])),
  file('d3.txt', text('', '德州市', 2, ['教育', '医院'])),
  file('b1.md', text('2019-01-01', '滨州市', 3, ['教育', '粮食'])),
  file('b2.md', text('2019-05-01', '滨州市', 3, ['教育', '消费'])),
  file('h.txt', text('', '菏泽市', 3, ['牡丹', '消费'])),
];

/** Comes near, and waits until a place is there. @param {any} page @param {string} name */
async function compared(page, name) {
  await approach(page, 'over-time', '.verdict, select');
  await page.waitForFunction((want) => {
    const part = document.querySelector('cheng-yan').shadowRoot.querySelector('.part-over-time');
    return !part.inert && part.querySelector('select')?.selectedOptions[0].textContent === want;
  }, name);
}

const row = (page, word) => page.locator('.then-table tbody tr', { has: page.locator(`[data-word="${word}"]`) });

test('words are new, dropped or steady, and open their sentences', () =>
  withPage('index.html', {}, async (page) => {
    await ready(page);
    await choose(page, files);
    await compared(page, '德州市');
    for (const [word, kind] of [['港口', 'New'], ['农业', 'Dropped'], ['服务', 'Steady']]) {
      assert.equal(await row(page, word).locator('td').first().textContent(), kind, word);
    }
    const said = await page.locator('.periods').textContent();
    assert.match(said, /Earlier: 1 March 2018, 1 text/);
    assert.match(said, /Parted between two years/);
    assert.match(said, /Left out, since it has no date.*d3\.txt/);
    assert.ok((await page.locator('.then-plot .then-row').count()) >= 3);
    await row(page, '港口').locator('button').click();
    await page.locator('dialog[open] mark').first().waitFor();
    assert.equal(await page.locator('dialog[open] h2').textContent(), '港口');
    await page.keyboard.press('Escape');
  }));

test('another place is chosen, and with too little text there are counts only', () =>
  withPage('index.html', { locale: 'zh-CN' }, async (page) => {
    await ready(page);
    await choose(page, files);
    await compared(page, '德州市');
    assert.deepEqual(await page.locator('.which-place option').allTextContents(), ['德州市', '滨州市']);
    await page.locator('.which-place select').selectOption('371600');
    await compared(page, '滨州市');
    assert.match(await page.locator('.over-time .verdict').textContent(), /文本太少，不作判断/);
    assert.match(await page.locator('.periods').textContent(), /都在同一年/);
    const kinds = await page.locator('.then-table tbody td:nth-child(2)').allTextContents();
    assert.deepEqual([...new Set(kinds)], ['无法判断']);
    assert.equal(await page.evaluate(() => document.querySelector('cheng-yan').shadowRoot.activeElement?.tagName), 'SELECT');
  }));

test('280 px are enough', () =>
  withPage('index.html', { viewport: { width: 280, height: 700 } }, async (page) => {
    await ready(page);
    await choose(page, files);
    await compared(page, '德州市');
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), 0);
  }));

test('texts without two dates of one place are not compared', () =>
  withPage('index.html', {}, async (page) => {
    await ready(page);
    await choose(page, [file('a.txt', '德州市抓项目。'), file('b.md', '---\ndate: 2019-01-01\n---\n德州市抓农业。')]);
    await approach(page, 'over-time', '.verdict, select');
    await page.locator('.over-time .verdict', { hasText: 'No place has texts of two different dates' }).waitFor();
  }));
