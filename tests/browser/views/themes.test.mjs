// What places speak about: a heat map whose cells open their sentences, a board that refuses to rank ties, and the sheet of words.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { approach, ready, withPage } from '../harness.mjs';
import { act, choose, countReprints, file } from '../texts.js';

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const COMMON = ['项目', '企业', '招商', '服务', '科技'];
/** Paragraphs of sixty words, in an order of their own. */
const text = (city, nBlocks, own) => {
  const words = [...COMMON, ...own];
  const block = (at) => Array.from({ length: 60 }, (_, word) => words[(word * (at + 1) + Math.floor(word / 7) + at + Math.floor(at / 7)) % words.length]).join('和');
  return Array.from({ length: nBlocks }, (_, at) => `${city}抓${block(at)}。`).join('\n');
};
const three = [
  file('dezhou.txt', text('德州市', 24, ['农业', '教育'])),
  file('binzhou.txt', text('滨州市', 24, ['农业', '教育'])),
  file('weihai.txt', text('威海市', 24, ['港口', '教育'])),
];
const short = [
  file('a.txt', '德州市抓项目、抓招商。招商要靠好项目！'),
  file('b.txt', '滨州市抓农业。滨州市的项目不少。'),
];

/** Comes near, and waits until the themes of so many places are there. @param {any} page @param {number} nPlaces */
async function counted(page, nPlaces) {
  await approach(page, 'themes');
  await page.waitForFunction((n) => {
    const part = document.querySelector('cheng-yan').shadowRoot.querySelector('.part-themes');
    return !part.inert && part.querySelectorAll('.board-table tbody tr').length === n;
  }, nPlaces);
}

/** Reprints are counted each: these cities say much the same on purpose. */
async function chooseThree(page) {
  await countReprints(page);
  await choose(page, three);
  await counted(page, 3);
}

/** The cell of a theme and a place. @param {any} page @param {string} theme @param {number} at */
const cell = (page, theme, at) => page.locator('.heat tbody tr', { has: page.locator('th', { hasText: theme }) }).locator('td').nth(at);

const board = (page) =>
  page.locator('.board-table tbody tr').evaluateAll((rows) => rows.map((row) => `${row.querySelector('th').textContent} ${row.querySelector('.rank').textContent}`));

test('each cell says share and number, and opens as many marks in sentences, term by term', () =>
  withPage('index.html', {}, async (page) => {
    await ready(page);
    await choose(page, short);
    await counted(page, 2);
    assert.equal(await page.locator('.heat thead th').count(), 3);
    const projects = cell(page, 'Projects', 0);
    assert.deepEqual(await projects.locator('span').allTextContents(), ['100%', 'n = 4']);
    assert.equal(await cell(page, 'Countryside', 0).locator('button').count(), 0, 'nothing to open where nothing is');
    await projects.locator('button').click();
    await page.locator('dialog[open] mark').first().waitFor();
    assert.equal(await page.locator('dialog[open] h2').textContent(), 'Projects and investment');
    assert.deepEqual(await page.locator('dialog[open] mark').allTextContents(), ['项目', '招商', '招商', '好项目']);
    assert.deepEqual(await page.locator('dialog[open] .terms .chip').allTextContents(), ['All terms4', '招商2', '项目1', '好项目1']);
    await page.locator('dialog[open] .terms .chip[data-term="招商"]').click();
    await page.waitForFunction(() => document.querySelector('cheng-yan').shadowRoot.querySelectorAll('dialog[open] mark').length === 2);
    assert.equal(await page.locator('dialog[open] .terms .chip[aria-pressed=true]').textContent(), '招商2');
    await page.locator('dialog[open] .terms .chip[data-term=""]').click();
    await page.locator('dialog[open] .chips:not(.terms) .chip').first().click();
    await page.waitForFunction(() => document.querySelector('cheng-yan').shadowRoot.querySelectorAll('dialog[open] mark').length === 5);
    await page.keyboard.press('Escape');
  }));

test('a rank is given where places can be told apart, and ties are called ties', () =>
  withPage('index.html', {}, async (page) => {
    await ready(page);
    await chooseThree(page);
    assert.match(await page.locator('.part-themes').textContent(), /emphasis in texts, never performance/);
    await page.locator('.board .chip[data-theme=ocean]').click();
    await page.locator('.board-table[data-theme=ocean]').waitFor();
    assert.deepEqual(await board(page), ['威海市 1', '德州市 2–3', '滨州市 2–3']);
    assert.match(await page.locator('.part-themes .verdict').textContent(), /not distinguishable from each other/);
    assert.deepEqual(await cell(page, 'The sea', 0).locator('.mark').allTextContents(), ['▲']);
    await page.locator('.board .chip[data-theme=livelihood]').click();
    await page.locator('.board-table[data-theme=livelihood]').waitFor();
    assert.deepEqual(await board(page), ['威海市 1–3', '德州市 1–3', '滨州市 1–3']);
    assert.match(await page.locator('.part-themes .verdict').textContent(), /the places are not distinguishable by these texts/);
    assert.equal(await page.locator('.board .chip[aria-pressed=true]').getAttribute('data-theme'), 'livelihood');
  }));

test('too little text is not ranked, and the page says so', () =>
  withPage('index.html', { locale: 'zh-CN' }, async (page) => {
    await ready(page);
    await choose(page, short);
    await counted(page, 2);
    assert.deepEqual(await board(page), ['德州市 不排名', '滨州市 不排名']);
    assert.match(await page.locator('.part-themes .verdict').textContent(), /不排名：文本足够（1,000 词、7 段）的地方不到两个/);
    assert.match(await page.locator('.part-themes').textContent(), /不是政绩/);
    assert.equal(await page.locator('.heat .little').count(), 2);
    assert.equal(await page.locator('.heat .mark').count(), 0);
  }));

test('themes are counted when the reader comes near, and not before', () =>
  withPage('index.html', { viewport: { width: 800, height: 300 } }, async (page) => {
    await ready(page);
    await page.locator('.part-themes h2').waitFor();
    assert.equal(await page.locator('.part-themes .heat').count(), 0);
    await approach(page, 'themes');
    await page.locator('.part-themes .heat').waitFor();
  }));

test('with many places each has a row, and the themes are the columns', () =>
  withPage('index.html', {}, async (page) => {
    await ready(page);
    const names = ['济南', '青岛', '淄博', '枣庄', '东营', '烟台', '潍坊', '济宁', '泰安', '威海'];
    await choose(page, names.map((name, at) => file(`${name}.txt`, `${name}市抓${['项目', '农业', '港口'][at % 3]}。`)));
    await counted(page, names.length);
    assert.equal(await page.locator('.heat.turned tbody tr').count(), names.length);
    assert.equal(await page.locator('.heat.turned thead th').count(), 15);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), 0);
  }));

test('at 280 px the table scrolls inside itself, and the themes stay in sight', () =>
  withPage('index.html', { viewport: { width: 280, height: 700 } }, async (page) => {
    await ready(page);
    await chooseThree(page);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), 0);
    const { moved, stayed } = await page.evaluate(() => {
      const box = document.querySelector('cheng-yan').shadowRoot.querySelector('.heat-box');
      box.scrollLeft = 1000;
      const column = box.querySelector('tbody th').getBoundingClientRect().left - box.getBoundingClientRect().left;
      return { moved: box.scrollLeft, stayed: column };
    });
    assert.ok(moved > 0 && Math.abs(stayed) < 1, `${moved} ${stayed}`);
    const right = await page.locator('.board-table').evaluate((node) => node.getBoundingClientRect().right);
    assert.ok(right <= 280, String(right));
  }));

test('the words of a theme can be edited, and that is taken back', () =>
  withPage('index.html', {}, async (page) => {
    await ready(page);
    await choose(page, short);
    await counted(page, 2);
    const sheet = page.locator('.theme-sheet');
    await sheet.locator('summary').click();
    await sheet.locator('select').selectOption('projects');
    await sheet.locator('textarea').fill('项目\n不少');
    assert.equal(await sheet.locator('.n-terms').textContent(), '2 terms');
    const n = (theme) => cell(page, theme, 0).locator('.n').textContent();
    const became = (text) =>
      page.waitForFunction((want) => {
        const part = document.querySelector('cheng-yan').shadowRoot.querySelector('.part-themes');
        return !part.inert && part.querySelector('.heat tbody tr:nth-child(2) td .n')?.textContent === want;
      }, text);
    await act(page, () => sheet.getByRole('button', { name: 'Count with these words' }).click());
    await became('n = 2');
    assert.equal(await n('Industry'), 'n = 0', 'the other themes are as they were');
    assert.equal(await sheet.getAttribute('open'), '', 'the sheet stays open');
    assert.equal(await sheet.locator('select').inputValue(), 'projects');
    await act(page, () => sheet.getByRole('button', { name: 'Undo' }).click());
    await became('n = 4');
    assert.equal(await sheet.getByRole('button', { name: 'Undo' }).count(), 0);
    await sheet.locator('textarea').fill('产业');
    assert.match(await sheet.locator('.twice').textContent(), /another theme already.*产业/);
  }));

test('the language changes all of it', () =>
  withPage('index.html', {}, async (page) => {
    await ready(page);
    await choose(page, short);
    await counted(page, 2);
    await page.getByRole('button', { name: '简体中文' }).click();
    await page.locator('.part-themes h2', { hasText: '各地谈什么' }).waitFor();
    assert.equal(await page.locator('.heat tbody th').first().textContent(), '产业');
  }));

for (const colorScheme of ['light', 'dark']) {
  test(`axe finds nothing wrong with themes, ${colorScheme}`, () =>
    withPage('index.html', { viewport: { width: 360, height: 740 }, colorScheme }, async (page) => {
      await ready(page);
      await chooseThree(page);
      await page.locator('.theme-sheet summary').click();
      await page.evaluate(axe);
      const { violations } = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ['violations'] }));
      assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes[0].target} ${nodes[0].failureSummary}`), []);
    }));
}
