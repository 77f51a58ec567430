// A document is read and corrected: what was done is marked, taken back, and done again; passages get their place.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ready, requestsAfter, withPage } from '../harness.mjs';
import { act, choose, columns, dezhou, file, liaocheng, report, texts } from '../texts.js';

const hinted = '全市今年修路三百公里。\n兰山、罗庄要先动，莒南和兰陵跟上，河东的桥月底合龙。\n谁慢谁上台说清楚。';
const news = '各地：抓產業\n2019-03-01 11:32\n德州今年要抓產業。德州的工人要培訓。\n\n聊城今年要抓水利。聊城的水利要完工。\n責任編輯：某某\n';

/** Opens the text whose item holds these words. @param {any} page @param {string} words */
async function open(page, words) {
  const item = page.locator('.documents > ul > li', { hasText: words });
  await item.locator('summary').click();
  await item.getByRole('button', { name: 'Read and correct' }).click();
  await page.locator('dialog.reader[open] .block').first().waitFor();
}

/** Whether some word is counted in Traditional characters. @param {any} page */
const isTraditional = async (page) => (await report(page)).rows.some(({ word }) => word.includes('產'));

/** The element in focus, within the shadow root. @param {any} page @param {string} selector */
const waitForFocus = (page, selector) =>
  page.waitForFunction(
    (wanted) => document.querySelector('cheng-yan').shadowRoot.activeElement?.matches(wanted),
    selector,
  );

test('masks and edits are marked in the original, with a legend', () =>
  withPage('index.html', { locale: 'en' }, async (page) => {
    await ready(page);
    await choose(page, [file('news.txt', news)]);
    const urls = await requestsAfter(page, () => open(page, 'news.txt'));
    assert.deepEqual(urls, []);
    const reader = page.locator('dialog.reader');
    assert.equal(await reader.locator('del.mask').first().textContent(), '各地：抓產業');
    assert.equal(await reader.locator('.block').count(), 2);
    const run = reader.locator('.piece.edit').first();
    assert.equal(await run.locator('del').textContent(), '產業');
    assert.equal(await run.locator('ins').textContent(), '产业');
    assert.match(await reader.locator('[data-kind=simplify]').textContent(), /Traditional.*3/);
    assert.deepEqual(await reader.locator('.margin .chip').allTextContents(), ['德州市', '聊城市']);
  }));

test('one place is taken back, done again, and taken back with the keyboard', () =>
  withPage('index.html', { locale: 'en' }, async (page) => {
    await ready(page);
    await choose(page, [file('news.txt', news)]);
    await open(page, 'news.txt');
    assert.ok(!(await isTraditional(page)));
    const mark = page.locator('.piece.edit').first();
    await mark.click();
    const bar = page.locator('.bar');
    assert.match(await bar.textContent(), /產業.*产业.*Traditional/);
    await act(page, () => bar.getByRole('button', { name: /^Undo here/ }).click());
    assert.ok(await isTraditional(page), 'it is counted as it stands');
    await page.locator('mark.undone').waitFor();
    assert.equal((await report(page)).documents[0].nDecisions, 1);
    await act(page, () => page.keyboard.press('Control+z'));
    assert.ok(!(await isTraditional(page)));
    await act(page, () => page.keyboard.press('Control+Shift+z'));
    assert.ok(await isTraditional(page));
    await act(page, () => page.keyboard.press('Control+z'));
    await page.locator('[data-kind=simplify]').getByRole('button', { name: /^Next/ }).click();
    await waitForFocus(page, '.piece.edit');
    await page.keyboard.press('Enter');
    await waitForFocus(page, '.bar .here');
    await page.keyboard.press('Escape');
    await waitForFocus(page, '.piece.edit');
    assert.equal(await page.locator('dialog.reader[open]').count(), 1, 'Escape closed the bar only');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await act(page, () => page.keyboard.press('Enter'));
    assert.equal((await report(page)).documents[0].nDecisions, 1);
  }));

test('a kind is taken back as a whole, a masked line becomes a passage', () =>
  withPage('index.html', { locale: 'en' }, async (page) => {
    await ready(page);
    await choose(page, [file('noisy.txt', texts.pinyin), file('news.txt', news)]);
    await open(page, 'news.txt');
    await act(page, () => page.locator('input[name=kind-title]').uncheck());
    await page.waitForFunction(
      () => document.querySelector('cheng-yan').shadowRoot.querySelectorAll('dialog.reader .block').length === 3,
    );
    assert.match(await page.locator('[data-kind=title]').textContent(), /1 undone/);
    await waitForFocus(page, 'input[name=kind-title]');
    await act(page, () => page.locator('input[name=kind-title]').check());
    assert.equal((await report(page)).documents[1].nDecisions, 0);
  }));

test('with the keyboard alone, passages are selected and credited to a place', () =>
  withPage('index.html', { locale: 'en' }, async (page) => {
    await ready(page);
    await choose(page, [file('nowhere.txt', `${texts.nowhere}\n明年再看产业。`), liaocheng]);
    assert.deepEqual(await columns(page), ['聊城市', 'unknown']);
    await open(page, 'nowhere.txt');
    await page.locator('.pick input').first().focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('Shift+ArrowDown');
    assert.match(await page.locator('.assign .count').textContent(), /2 passages/);
    await page.keyboard.press('Shift+Tab');
    for (let n = 0; n < 60; n += 1) {
      if (await page.evaluate(() => document.querySelector('cheng-yan').shadowRoot.activeElement?.name === 'place')) break;
      await page.keyboard.press('Tab');
    }
    await page.keyboard.type('德城');
    await page.locator('[role=option]').first().waitFor();
    assert.match(await page.locator('[role=option]').first().textContent(), /德城区.*山东省 德州市/);
    await act(page, () => page.keyboard.press('Enter'));
    assert.deepEqual(await columns(page), ['德州市', '聊城市']);
    await waitForFocus(page, '.pick input');
    await page.locator('.margin .chip', { hasText: '德城区' }).first().click();
    assert.match(await page.locator('.why').textContent(), /you assigned it/);
    await act(page, () => page.locator('.why').getByRole('button', { name: 'Leave it to the text' }).click());
    assert.deepEqual(await columns(page), ['德州市', '聊城市', 'unknown']);
  }));

test('a reason opens with the words that decided; a passage is cut in two and joined again', () =>
  withPage('index.html', { locale: 'en' }, async (page) => {
    await ready(page);
    await choose(page, [file('news.txt', news)]);
    await open(page, 'news.txt');
    await page.locator('.margin .chip').first().click();
    assert.equal(await page.locator('mark.cause').textContent(), '德州');
    await act(page, () => page.locator('.why').getByRole('button', { name: 'Cut', exact: true }).click());
    await page.waitForFunction(
      () => document.querySelector('cheng-yan').shadowRoot.querySelectorAll('dialog.reader .block').length === 3,
    );
    await page.locator('.margin .chip').nth(1).click();
    await act(page, () => page.getByRole('button', { name: 'Join with the one before' }).click());
    assert.equal((await report(page)).documents[0].nDecisions, 0);
    // A click into the text offers to cut there.
    const passage = page.locator('.block .passage').first();
    await passage.click({ position: { x: 60, y: 12 } });
    await act(page, () => page.getByRole('button', { name: 'Cut the passage here' }).click());
    assert.equal((await report(page)).documents[0].nDecisions, 1);
  }));

test('a suggestion is agreed to in the list of texts', () =>
  withPage('index.html', { locale: 'en' }, async (page) => {
    await ready(page);
    await choose(page, [file('hinted.txt', hinted), dezhou]);
    assert.deepEqual(await columns(page), ['德州市', 'unknown']);
    await page.locator('.documents > ul > li', { hasText: 'hinted.txt' }).locator('summary').click();
    await act(page, () => page.getByRole('button', { name: 'Count as 临沂市' }).click());
    assert.deepEqual(await columns(page), ['临沂市', '德州市']);
    assert.match(await page.locator('.documents > ul > li', { hasText: 'hinted.txt' }).textContent(), /3 decisions of yours/);
  }));

test('a long text on one line opens at once, and is drawn where it is looked at', () =>
  withPage('index.html', { locale: 'en' }, async (page) => {
    await ready(page);
    await choose(page, [file('long.txt', texts.dezhou.repeat(4000))]);
    await open(page, 'long.txt');
    const filled = () => page.locator('.part:not(:empty)').count();
    const all = await page.locator('.part').count();
    assert.ok(all > 20 && (await filled()) < all / 2, `${await filled()} of ${all} parts are drawn`);
    await page.locator('.scroller').evaluate((node) => node.scrollTo(0, node.scrollHeight));
    await page.locator('.part:last-child .passage').waitFor();
    assert.match(await page.locator('.part:last-child .passage').textContent(), /培训。$/);
  }));
