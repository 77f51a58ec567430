// The uses of a word, one a line: all that are counted, sorted and chosen, each leading to its place in the original.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { ready, requestsAfter, withPage } from '../harness.mjs';
import { choose, file, report, texts } from '../texts.js';

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const dezhou = file('dezhou.md', `---\ntitle: 德州的一年\ndate: 2019-02-24\nurl: https://example.org/dezhou.html\n---\n${texts.dezhou}德州不缺项目，缺的是工人。\n\n德州的项目要开工，老项目要扩建。`);
const liaocheng = file('liaocheng.txt', `${texts.liaocheng}聊城的项目要完工。`);

/** A text of many lines, each unlike the others. @param {number} n @param {(at: number) => string} line */
const many = (n, line) => Array.from({ length: n }, (_, at) => line(at)).join('\n');

const panel = (page) => page.locator('dialog.side[open]');
const rows = (page) => panel(page).locator('tbody tr');
const status = (page) => panel(page).locator('[role=status]');

/** Opens the lines of a word in all places, and waits until they are there. @param {any} page @param {string} [word] */
async function open(page, word = '项目') {
  await page.locator('.comparison tbody th button').filter({ hasText: new RegExp(`^${word}$`) }).click();
  await panel(page).locator('input[value=lines]').check({ force: true });
  await rows(page).first().waitFor();
}

/** Waits until the status says this. @param {any} page @param {RegExp} text */
const said = (page, text) => status(page).filter({ hasText: text }).waitFor();

const column = (page, name) => rows(page).locator(`.${name}`).allTextContents();

test('there is a line for every use, in the order that is asked for, of the place that is asked for', () =>
  withPage('index.html', {}, async (page) => {
    await ready(page);
    await choose(page, [dezhou, liaocheng]);
    const { rows: words, columns } = await report(page);
    const word = words.find((one) => one.word === '项目');
    const urls = await requestsAfter(page, () => open(page));
    assert.deepEqual(urls, []);
    assert.equal(await rows(page).count(), word.n);
    await said(page, new RegExp(`^${word.n} lines`));
    await panel(page).locator('select[name=sort]').selectOption('right');
    await rows(page).first().locator('.right', { hasText: /^要完工。/ }).waitFor();
    const after = await column(page, 'right');
    assert.deepEqual(after, [...after].sort());
    await panel(page).locator('select[name=sort]').selectOption('left');
    await rows(page).first().locator('.left', { hasText: /聊城的$/ }).waitFor();
    const before = (await column(page, 'left')).map((text) => [...text].reverse().join(''));
    assert.deepEqual(before, [...before].sort());
    await panel(page).locator('select[name=column]').selectOption(columns[1].key);
    await said(page, new RegExp(`^1 of ${word.n} lines`));
    assert.equal(await rows(page).count(), 1);
    assert.match(await rows(page).first().locator('.whose').textContent(), /聊城市.*liaocheng\.txt/);
    await panel(page).locator('input[value=sentences]').check({ force: true });
    await panel(page).locator('mark').first().waitFor();
    await page.keyboard.press('Escape');
    await open(page, '产业');
    assert.ok(await rows(page).count(), 'the arrangement stays from word to word');
  }));

test('a line opens its place in the original, and coming back the line has focus', () =>
  withPage('index.html', { viewport: { width: 1280, height: 500 } }, async (page) => {
    await ready(page);
    const long = many(400, (at) => `德州第${at}次開會，要求抓好項目${at}。`);
    await choose(page, [file('long.txt', long), liaocheng]);
    await open(page);
    await panel(page).locator('select[name=document]').selectOption({ label: 'long.txt (400)' });
    await said(page, /^400 of 401/);
    await panel(page).locator('tbody').nth(2).scrollIntoViewIfNeeded();
    const line = panel(page).locator('tr[data-index="250"]');
    await line.locator('.right').click();
    const marks = page.locator('dialog.reader mark.cause');
    await marks.first().waitFor();
    assert.equal((await marks.allTextContents()).join(''), '項目', 'as the original has it');
    assert.match(await page.locator('dialog.reader .block', { has: page.locator('mark.cause') }).textContent(), /第250次/);
    await page.waitForFunction(() => {
      const { shadowRoot } = document.querySelector('cheng-yan');
      const box = shadowRoot.querySelector('mark.cause')?.getBoundingClientRect();
      return box && box.top > 0 && box.bottom < innerHeight && shadowRoot.activeElement?.matches('mark.cause');
    });
    await page.keyboard.press('Escape');
    await page.locator('dialog.reader[open]').waitFor({ state: 'detached' });
    await page.waitForFunction(() => document.querySelector('cheng-yan').shadowRoot.activeElement?.closest('tr')?.dataset.index === '250');
  }));

test('where the address of the page is known a link leads to the place on it', () =>
  withPage('index.html', {}, async (page) => {
    await ready(page);
    await choose(page, [dezhou, liaocheng]);
    await open(page);
    const links = panel(page).locator('tbody .page a');
    assert.equal(await links.count(), 3, 'of one text the address is known');
    const link = links.first();
    assert.equal(await link.getAttribute('rel'), 'noopener noreferrer');
    const href = await link.getAttribute('href');
    assert.match(href, /^https:\/\/example\.org\/dezhou\.html#:~:text=[%\w.,-]+$/);
    assert.match(decodeURIComponent(href), /:~:text=.*-,德州不缺项目,-，缺的是工人$/);
  }));

test('five thousand lines take no more than is looked at, and the keyboard comes to the last', () =>
  withPage('index.html', {}, async (page) => {
    await ready(page);
    const some = file('a.txt', many(3000, (at) => `德州的第${at}号项目要动工。`));
    const others = file('b.txt', many(2000, (at) => `聊城年内把${at}号水库的项目交给企业。`));
    await choose(page, [some, others]);
    await open(page);
    assert.match(await status(page).textContent(), /^5,000 lines/);
    assert.equal(await panel(page).locator('table').getAttribute('aria-rowcount'), '5001');
    assert.ok((await rows(page).count()) <= 300, 'only what is near is drawn');
    const height = () => panel(page).evaluate((dialog) => dialog.scrollHeight);
    const before = await height();
    await panel(page).evaluate((dialog) => dialog.scrollTo(0, dialog.scrollHeight));
    await panel(page).locator('tr[aria-rowindex="5001"]').waitFor();
    assert.equal(await height(), before, 'nothing moves when lines come');
    assert.ok((await rows(page).count()) <= 600, 'what was passed over is not drawn');
    await panel(page).evaluate((dialog) => dialog.scrollTo(0, 0));
    await rows(page).first().locator('button').focus();
    const focusedOn = (/** @type {number} */ index) =>
      page.waitForFunction((at) => document.querySelector('cheng-yan').shadowRoot.activeElement?.closest('tr')?.dataset.index === at, String(index));
    await page.keyboard.press('ArrowDown');
    await focusedOn(1);
    await page.keyboard.press('End');
    await focusedOn(4999);
    await page.keyboard.press('ArrowUp');
    await focusedOn(4998);
    assert.equal(await panel(page).locator('tbody [tabindex="0"]').count(), 1, 'one line is a stop of the tab key');
    await panel(page).locator('select[name=column]').selectOption({ index: 2 });
    await said(page, /^2,000 of 5,000 lines/);
  }));

for (const width of [280, 360, 768, 1280]) {
  for (const locale of ['zh-CN', 'en']) {
    test(`at ${width} px in ${locale} nothing of the lines stands beside the page`, () =>
      withPage('index.html', { viewport: { width, height: 740 }, locale }, async (page) => {
        await ready(page);
        await choose(page, [dezhou, liaocheng, file('interview.txt', texts.interview)]);
        await open(page);
        const overflow = await panel(page).evaluate((dialog) => {
          const boxes = [dialog, ...dialog.querySelectorAll('.panel, .line-choices, .lines, table, tbody, tr')];
          return boxes.filter((box) => box.scrollWidth > box.clientWidth + 1).map((box) => `${box.className || box.tagName} ${box.scrollWidth} > ${box.clientWidth}`);
        });
        assert.deepEqual(overflow, []);
        const word = await rows(page).first().locator('th').boundingBox();
        const line = await rows(page).first().boundingBox();
        assert.ok(word.x > line.x + width / 5 && word.x + word.width < line.x + line.width, 'the word stands between its contexts');
      }));
  }
}

for (const colorScheme of ['light', 'dark']) {
  for (const [width, locale] of [[1280, 'zh-CN'], [360, 'en']]) {
    test(`axe finds nothing wrong in the lines at ${width} px, ${colorScheme}, ${locale}`, () =>
      withPage('index.html', { viewport: { width, height: 800 }, colorScheme, locale }, async (page) => {
        await ready(page);
        await choose(page, [dezhou, liaocheng]);
        await open(page);
        await rows(page).first().hover();
        await page.evaluate(axe);
        const { violations } = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ['violations'] }));
        assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map((node) => `${node.target} ${node.failureSummary}`).join(' | ')}`), []);
      }));
  }
}
