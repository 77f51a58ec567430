// The reader's words: joined in two taps, taken back, and a dictionary of one's own.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ready, withPage } from '../harness.mjs';
import { act, choose, file, report, unfoldChoices } from '../texts.js';

const panel = (page) => page.locator('dialog[open]');
const n = async (page, word) => (await report(page)).rows.find((row) => row.word === word)?.n ?? 0;
const text = file('a.txt', '德州抓双招双引。德州的双招双引有成效，德州人才工作也好。\n德州把双招双引作为头等大事。');

test('on a phone 双招 and 双引 become one word in two taps, the clouds follow, and one more takes it back', () =>
  withPage('index.html', { viewport: { width: 360, height: 640 } }, async (page) => {
    await ready(page);
    await choose(page, [text]);
    assert.equal(await n(page, '双招双引'), 3);
    await unfoldChoices(page);
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
    assert.match(await section.locator('[data-tier=genre] .figures').textContent(), /leaves out \d+ uses/);
    assert.equal(await n(page, '推进'), 0);
    await act(page, () => page.locator('input[name="genre"]').uncheck());
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

test('the page says how many uses are set words, and one press shows them and puts them away again', () =>
  withPage('index.html', { viewport: { width: 360, height: 800 } }, async (page) => {
    await ready(page);
    await choose(page, [file('a.txt', '德州推进项目。德州推进招商，我们推进项目，我们的项目要建设。')]);
    const line = page.locator('.set-words');
    const nWords = (await report(page)).nWords;
    assert.match(await line.textContent(), /such as 推进, 建设, are left out of all clouds and lists: 4 of \d+ words/);
    await act(page, () => line.locator('button').click());
    assert.match(await line.textContent(), /are shown too: 4 of \d+ words/);
    assert.equal(await n(page, '推进'), 3);
    assert.equal(await page.locator('input[name="genre"]').isChecked(), false, 'the switch says the same');
    assert.equal((await report(page)).nWords, nWords, 'the total is the same');
    assert.equal(await page.evaluate(() => document.querySelector('cheng-yan').shadowRoot.activeElement?.closest('.set-words') !== null), true);
    await act(page, () => line.locator('button').click());
    assert.equal(await n(page, '推进'), 0);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
    assert.equal(wide, false);
  }));

const phrases = file('a.txt', '德州要建“河畔书屋”。\n德州的“河畔书屋”要开门，河畔书屋好。\n德州说“惠民大道”。');

test('a phrase that is certain is a word until the reader says no, and may be one again', () =>
  withPage('index.html', {}, async (page) => {
    await ready(page);
    await choose(page, [phrases]);
    assert.equal(await n(page, '河畔书屋'), 3);
    assert.match(await page.locator('.phrases summary').textContent(), /1 counts as a word, in 3 uses/);
    await page.locator('.phrases summary').click();
    const taken = page.locator('[data-phrases=taken] [data-phrase="河畔书屋"]');
    await taken.getByRole('button').first().click();
    await panel(page).locator('mark').first().waitFor();
    await page.keyboard.press('Escape');
    await act(page, () => taken.locator('[data-answer=refuse]').click());
    assert.equal(await n(page, '河畔书屋'), 0);
    const refused = page.locator('[data-phrases=refused] [data-phrase="河畔书屋"]');
    await refused.waitFor();
    await act(page, () => refused.locator('[data-answer=back]').click());
    assert.equal(await n(page, '河畔书屋'), 3);
    await taken.waitFor();
    await act(page, () => page.locator('input[name="phrases"]').uncheck());
    assert.equal(await n(page, '河畔书屋'), 0);
  }));

test('a phrase that is offered opens its sentences and becomes a word when the reader says so; one press takes it back', () =>
  withPage('index.html', { viewport: { width: 360, height: 640 } }, async (page) => {
    await ready(page);
    await choose(page, [phrases]);
    assert.equal(await n(page, '惠民大道'), 0);
    await page.locator('.phrases summary').click();
    const offered = page.locator('[data-phrases=offered] [data-phrase="惠民大道"]');
    await offered.getByRole('button').first().click();
    await panel(page).locator('mark').first().waitFor();
    assert.equal(await panel(page).locator('mark').first().textContent(), '惠民大道');
    await page.keyboard.press('Escape');
    await act(page, () => offered.locator('[data-answer=join]').click());
    assert.equal(await n(page, '惠民大道'), 1);
    await offered.waitFor({ state: 'detached' });
    await act(page, () => page.locator('.part-stops .undo button').click());
    assert.equal(await n(page, '惠民大道'), 0);
    await offered.waitFor();
  }));

test('each change is listed and taken back by itself, in a workspace that was opened too', () =>
  withPage('index.html', {}, async (page) => {
    await ready(page);
    const words = { join: ['人才工作'], split: [['双招', '双引']], keep: [], never: ['成效'], groups: [], dictionary: '', themes: '', refused: ['河畔书屋'] };
    const texts = [text, phrases].map(({ buffer }, index) => ({ file: `${index}.txt`, bytes: buffer.toString('base64') }));
    const workspace = JSON.stringify({ chengyan: 1, texts, words, view: { lexicon: false, genre: false } });
    await choose(page, [file('w.json', workspace)]);
    assert.deepEqual(await Promise.all(['人才工作', '双招', '成效', '河畔书屋'].map((word) => n(page, word))), [1, 3, 0, 0]);
    const list = page.locator('.own-wishes');
    await list.locator('summary').click();
    assert.equal(await list.locator('li').count(), 4);
    for (const [word, count] of [['河畔书屋', 3], ['成效', 1], ['人才工作', 0]]) {
      await act(page, () => list.locator('li').filter({ hasText: word }).getByRole('button').click());
      assert.equal(await n(page, word), count, word);
    }
    await page.waitForFunction(() => document.querySelector('cheng-yan').shadowRoot.querySelectorAll('.own-wishes li').length === 1);
  }));
