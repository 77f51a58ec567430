// Every word leads to the sentences it stands in, as the original has them.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ready, withPage } from '../harness.mjs';
import { apart, choose, dezhou, file, liaocheng, report, texts } from '../texts.js';

const panel = (page) => page.locator('dialog[open]');
const nMarks = async (page) => {
  await panel(page).waitFor();
  return panel(page).locator('mark').count();
};

test('a word of a cloud shows as many marks as it has uses there', () =>
  withPage('index.html', {}, async (page) => {
    await ready(page);
    await apart(page);
    for (const column of (await report(page)).columns.slice(0, 3)) {
      for (const { word, n } of [column.cloud[0], column.cloud.at(-1)]) {
        const found = page.locator(`figure[data-column="${column.key}"] .word`).filter({ hasText: new RegExp(`^${word}$`) });
        await found.click();
        await panel(page).waitFor();
        assert.equal(await nMarks(page), n, `${word} in ${column.name}`);
        await page.keyboard.press('Escape');
        await panel(page).waitFor({ state: 'detached' });
      }
    }
  }));

test('a word of the table shows all its uses, a cell those of its city, and the panel lets choose', () =>
  withPage('index.html', {}, async (page) => {
    await ready(page);
    const { rows, columns } = await report(page);
    const index = rows.findIndex(({ cells }) => cells.filter(({ n }) => n > 0).length > 1);
    const row = page.locator('.comparison tbody tr').nth(index);
    await row.locator('th button').click();
    assert.equal(await nMarks(page), rows[index].n);
    const city = rows[index].cells.findIndex(({ n }) => n > 0);
    await panel(page).locator(`.chip[data-column="${columns[city].key}"]`).click();
    assert.equal(await nMarks(page), rows[index].cells[city].n);
    await page.keyboard.press('Escape');
    await row.locator('td').nth(city).locator('button').click();
    assert.equal(await nMarks(page), rows[index].cells[city].n);
  }));

test('sentences stand as in the original, with title, place and the reason', () =>
  withPage('index.html', {}, async (page) => {
    await ready(page);
    await choose(page, [file('a.txt', texts.pinyin), liaocheng]);
    await page.locator('.word').filter({ hasText: /^项目$/ }).click();
    await panel(page).waitFor();
    assert.deepEqual(await panel(page).locator('mark').allTextContents(), Array(4).fill('項(xiàng)目'));
    assert.equal(await panel(page).locator('.sentence').first().textContent(), '德州的項(xiàng)目要開(kāi)工。');
    assert.match(await panel(page).locator('.where').first().textContent(), /德州市.*a\.txt/);
    assert.match(await panel(page).locator('.reason').first().textContent(), /德州/);
  }));

test('the keyboard alone goes through a cloud, opens a word, closes it and is back on it', () =>
  withPage('index.html', {}, async (page) => {
    await ready(page);
    await choose(page, [dezhou, liaocheng]);
    const cloud = page.locator('figure').first();
    await cloud.locator('.word[tabindex="0"]').focus();
    assert.equal(await cloud.locator('.word[tabindex="0"]').count(), 1);
    await page.keyboard.press('ArrowRight');
    const focused = () => page.evaluate(() => document.querySelector('cheng-yan').shadowRoot.activeElement.textContent);
    const word = await focused();
    assert.equal(word, (await report(page)).columns[0].cloud[1].word);
    await page.keyboard.press('Enter');
    await panel(page).waitFor();
    assert.equal(await panel(page).locator('h2').textContent(), word);
    await page.keyboard.press('Escape');
    await panel(page).waitFor({ state: 'detached' });
    assert.equal(await focused(), word);
  }));

test('what a clause denies or speaks of as a problem is marked as such, and names are kept off until asked for', () =>
  withPage('index.html', {}, async (page) => {
    await ready(page);
    await choose(page, [file('a.txt', '德州市：抓项目\n德州市不搞项目，项目不足。德州市委书记江山表示，服务企业。')]);
    await page.locator('.word').filter({ hasText: /^项目$/ }).click();
    await panel(page).waitFor();
    assert.deepEqual(
      await panel(page).locator('mark').evaluateAll((marks) => marks.map((mark) => mark.className)),
      ['negated', 'problem'],
    );
    assert.equal(await panel(page).locator('mark[data-tone]').count(), 2);
    assert.match((await panel(page).locator('.tones').textContent()) ?? '', /1.*1/);
    await page.keyboard.press('Escape');
    const hasName = async () => (await report(page)).rows.some(({ word }) => word === '江山');
    assert.equal(await hasName(), false);
    await page.locator('input[name="persons"]').check();
    await page.locator('.word').filter({ hasText: /^江山$/ }).waitFor();
    assert.equal(await hasName(), true);
  }));
