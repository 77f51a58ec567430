// The page opens with a sample already analysed, says that it is one, and puts it away for the reader's texts.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ready, withPage } from '../harness.mjs';
import { act, apart, choose, columns, dezhou, liaocheng, report } from '../texts.js';

test('a newcomer sees a cloud for each city and a comparison', () =>
  withPage('index.html', {}, async (page) => {
    await ready(page);
    const { columns: all, rows } = await report(page);
    assert.ok(all.length > 3, `only ${all.length} columns`);
    assert.equal(await page.locator('figure').count(), all.length);
    await apart(page);
    for (const column of all) {
      const frame = page.locator(`figure[data-column="${column.key}"]`);
      const drawn = (await frame.locator('.word').count()) + (await frame.locator('.left-out button').count());
      assert.equal(drawn, column.cloud.length, `${column.name} lost words`);
    }
    assert.equal(await page.locator('.comparison tbody tr').count(), Math.min(25, rows.length));
    assert.equal(await page.locator('.documents li .tag').count(), await page.locator('.documents > ul > li').count());
  }));

test('the table says the figures of the report', () =>
  withPage('index.html', {}, async (page) => {
    await ready(page);
    const { rows } = await report(page);
    const shown = await page
      .locator('.comparison tbody tr')
      .first()
      .evaluate((row) => ({
        word: row.querySelector('th').textContent,
        cells: [...row.querySelectorAll('td:not(.sum)')].map((cell) =>
          Number((cell.querySelector('.n') ?? cell).firstChild.textContent),
        ),
      }));
    assert.equal(shown.word, rows[0].word);
    assert.equal(shown.cells.length, rows[0].cells.length);
  }));

test('the sample goes when own texts come, and comes back when asked', () =>
  withPage('index.html', { locale: 'en' }, async (page) => {
    await ready(page);
    const before = await columns(page);
    await choose(page, [dezhou, liaocheng]);
    assert.deepEqual(await columns(page), ['德州市', '聊城市']);
    await act(page, () => page.getByRole('button', { name: 'Bring the sample back' }).click());
    assert.deepEqual(await columns(page), before);
    assert.equal((await report(page)).documents.filter(({ file }) => file === 'dezhou.txt').length, 1);
    await act(page, () => page.getByRole('button', { name: 'Put the sample away' }).click());
    assert.deepEqual(await columns(page), ['德州市', '聊城市']);
  }));

test('a newcomer sees what four cities stand out by, and of the others that there is too little text', () =>
  withPage('index.html', { locale: 'en' }, async (page) => {
    await ready(page);
    await page.locator('.part-findings .city').first().waitFor();
    const lists = await page.locator('.part-findings .city').evaluateAll((cities) =>
      cities.map((city) => ({ key: city.dataset.city, words: city.querySelectorAll('table th[scope=row]').length, text: city.textContent })),
    );
    const judged = lists.filter(({ text }) => !/Too little text/i.test(text));
    assert.deepEqual(judged.map(({ key }) => key), ['371400', '371500', '371600', '371700']);
    for (const { key, words } of judged) assert.ok(words > 0, `nothing is distinctive of ${key}`);
    assert.equal(lists.length - judged.length, 2);
    const said = (await page.locator('.overview .claims').textContent()) ?? '';
    for (const name of ['德州市', '聊城市', '滨州市', '菏泽市']) assert.match(said, new RegExp(`${name} says `), said);
  }));

test('in the later views of the sample themes differ, wording is shared, and one city has changed', () =>
  withPage('index.html', { locale: 'en' }, async (page) => {
    await ready(page);
    await page.locator('.part-passages').scrollIntoViewIfNeeded();
    await page.locator('.part-passages').getByText('四个不摘').first().waitFor();
    await page.locator('.part-over-time').scrollIntoViewIfNeeded();
    await page.locator('.part-over-time tbody tr[data-word="棚改"], .part-over-time tbody tr', { hasText: '棚改' }).first().waitFor();
    assert.doesNotMatch((await page.locator('.part-over-time').textContent()) ?? '', /[Tt]oo little text/);
  }));
