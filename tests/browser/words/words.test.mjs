// The reader's words: joined in two taps, taken back, and a dictionary of one's own.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ready, withPage } from '../harness.mjs';
import { act, choose, file, report } from '../texts.js';

const panel = (page) => page.locator('dialog[open]');
const n = async (page, word) => (await report(page)).rows.find((row) => row.word === word)?.n ?? 0;
const text = file('a.txt', '德州抓双招双引。德州的双招双引有成效，德州人才工作也好。\n德州把双招双引作为头等大事。');

test('on a phone 双招 and 双引 become one word in two taps, the clouds follow, and one more takes it back', () =>
  withPage('index.html', { viewport: { width: 360, height: 640 } }, async (page) => {
    await ready(page);
    await choose(page, [text]);
    assert.equal(await n(page, '双招双引'), 3);
    await act(page, () => page.locator('input[name="lexicon"]').uncheck());
    await page.locator('.word').filter({ hasText: /^双招$/ }).click();
    const chip = panel(page).locator('[data-wish="双招双引"]');
    assert.match(await chip.textContent(), /3/);
    await act(page, () => chip.click());
    await page.locator('.word').filter({ hasText: /^双招双引$/ }).waitFor();
    assert.equal(await n(page, '双招双引'), 3);
    assert.equal(await n(page, '双招'), 0);
    await panel(page).locator('.undo').waitFor();
    await act(page, () => panel(page).locator('.undo button').click());
    await panel(page).waitFor({ state: 'detached' });
    assert.equal(await n(page, '双招双引'), 0);
    assert.equal(await n(page, '双招'), 3);
  }));

test('a dictionary of one’s own is taken but for its wrong lines, which are named', () =>
  withPage('index.html', {}, async (page) => {
    await ready(page);
    await choose(page, [text]);
    await page.locator('.own-words summary').click();
    await page.locator('.own-words textarea').fill('人才工作 900 n\n头等 x y z\n');
    await act(page, () => page.locator('.own-words button').first().click());
    await page.locator('.wrong-lines li').waitFor();
    assert.match(await page.locator('.wrong-lines').textContent(), /2.*头等 x y z/);
    assert.equal(await n(page, '人才工作'), 1);
  }));

test('each tier says what it leaves out; a word comes back, and another one goes and comes back', () =>
  withPage('index.html', {}, async (page) => {
    await ready(page);
    await choose(page, [file('a.txt', '德州推进项目。德州推进招商，我们推进项目，我们的项目要建设。')]);
    const section = page.locator('.stop-words');
    await section.locator('summary').click();
    await section.locator('[data-tier=genre]').waitFor();
    assert.match(await section.locator('[data-tier=function] .figures').textContent(), /leaves out \d+ uses/);
    assert.match(await section.locator('[data-tier=genre] .figures').textContent(), /not in use; would leave out \d+ uses/);
    assert.equal(await n(page, '推进'), 3);
    await act(page, () => page.locator('input[name="genre"]').check());
    assert.equal(await n(page, '推进'), 0);
    await act(page, () => section.locator('[data-tier=genre] .chip').filter({ hasText: '推进' }).click());
    assert.equal(await n(page, '推进'), 3);
    await section.locator('[data-tier=own] input').fill('项目');
    await act(page, () => section.locator('[data-tier=own] form button').click());
    assert.equal(await n(page, '项目'), 0);
    await section.locator('[data-tier=own] .chip').filter({ hasText: '项目' }).waitFor();
    await act(page, () => section.locator('[data-tier=own] .chip').click());
    assert.equal(await n(page, '项目'), 3);
  }));

test('a phrase that was found becomes one word when it is pressed, and one more press takes it back', () =>
  withPage('index.html', {}, async (page) => {
    await ready(page);
    await choose(page, [file('a.txt', '德州要打“鲁北快线”。德州的“鲁北快线”要通车，鲁北快线好。')]);
    assert.equal(await n(page, '鲁北快线'), 0);
    await page.locator('.part-stops summary').first().click();
    const chip = page.locator('[data-phrase="鲁北快线"]');
    await chip.waitFor();
    await act(page, () => chip.click());
    assert.equal(await n(page, '鲁北快线'), 3);
    await chip.waitFor({ state: 'detached' });
    await act(page, () => page.locator('.part-stops .undo button').click());
    assert.equal(await n(page, '鲁北快线'), 0);
    await chip.waitFor();
  }));
