// Nothing is claimed of a place with too little text, in no view and no file: one judgement decides for all of them.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { claimed, claimedFirst, degree, isClaimed, leans, silence } from '../../../www/render/claims.js';
import { ready, withPage } from '../harness.mjs';
import { apart, choose, countReprints, dezhou, liaocheng } from '../texts.js';
import { four } from './charts.js';

const HEZE = '371700';
const place = (key, isEnough, kind = 'place') => ({ key, isEnough, kind });

test('something may be said of places with enough text, where there are several of them', () => {
  const all = [place('a', true), place('b', true), place('c', false), place('unknown', false, 'unknown')];
  assert.deepEqual([...claimed(all)], ['a', 'b']);
  assert.deepEqual(['a', 'c', 'unknown'].map((key) => isClaimed(all, key)), [true, false, false]);
  assert.deepEqual(['a', 'c'].map((key) => degree(20, all, key)), [3, 0]);
  assert.deepEqual([degree(-7, all, 'a'), degree(null, all, 'a'), degree(6, all, 'a')], [-1, 0, 0]);
  assert.deepEqual([7, 6, -7, null].map((g2) => leans(g2, all, 'a')), [true, false, false, false]);
  assert.equal(leans(20, all, 'c'), false, 'beside places with enough text it has no colour');
  const alone = [place('a', true), place('b', false)];
  assert.deepEqual([[...claimed(alone)], degree(20, alone, 'a')], [[], 0], 'there is nothing to compare it with');
  assert.deepEqual(claimedFirst([all[2], all[1], all[0]]).map(({ key }) => key), ['b', 'a', 'c']);
  assert.deepEqual(claimedFirst(alone).map(({ key }) => key), ['a', 'b']);
  assert.equal(leans(20, alone, 'b'), true, 'where nothing may be said of any, colours describe');
  assert.deepEqual([all, alone, all.slice(0, 2), [...all.slice(0, 2), all[3]]].map(silence), ['some', 'all', 'none', 'none']);
});

/** What the page says of each place: labels of its cloud's words, weights, and marks of its column. @param {any} page */
const said = (page) =>
  page.evaluate(() => {
    const root = document.querySelector('cheng-yan').shadowRoot;
    const heads = [...root.querySelectorAll('.comparison thead th')];
    return Object.fromEntries(
      [...root.querySelectorAll('.clouds figure')].map((figure) => {
        const at = heads.findIndex((head) => head.dataset.place === figure.dataset.place);
        const cells = [...root.querySelectorAll('.comparison tbody tr')].map((row) => row.children[at]);
        const words = [...figure.querySelectorAll('.word')];
        return [
          figure.dataset.place,
          {
            nWords: words.length,
            labels: words.filter((word) => /markedly/.test(word.getAttribute('aria-label'))).length,
            bold: words.filter((word) => word.classList.contains('strong') && getComputedStyle(word).fontWeight > 400).length,
            marks: cells.filter((cell) => cell.querySelector('.mark') || /more[1-3]|less[1-3]/.test(cell.className)).length,
          },
        ];
      }),
    );
  });

/** @param {any} page @param {string} view @returns {Promise<{ columns: { key: string }[], rows: object[] }>} */
async function figures(page, view) {
  const menu = page.locator(`[data-view="${view}"] > details.take`);
  await menu.locator('summary').click();
  const [download] = await Promise.all([page.waitForEvent('download'), menu.getByRole('button', { name: 'JSON' }).click()]);
  return JSON.parse(await readFile(await download.path(), 'utf8'));
}

test('a place with too little text beside others has its cloud and its counts, and neither marks nor claims', () =>
  withPage('index.html', { locale: 'en', acceptDownloads: true }, async (page) => {
    await ready(page);
    await countReprints(page);
    await choose(page, four);
    await page.waitForFunction(() => document.querySelector('cheng-yan').shadowRoot.querySelectorAll('.part-clouds .little-note').length === 1);
    await apart(page);
    const all = await said(page);
    const { nWords, ...claims } = all[HEZE];
    assert.ok(nWords > 0);
    assert.deepEqual(claims, { labels: 0, bold: 0, marks: 0 });
    assert.ok(['labels', 'bold', 'marks'].every((kind) => Object.values(all).some((one) => one[kind] > 0)), JSON.stringify(all));
    assert.match(await page.locator('.comparison .key').textContent(), /none where there is too little text/);
    assert.match(await page.locator('.clouds .legend').textContent(), /not coloured where there is too little text/);
    const { rows } = await figures(page, 'clouds');
    for (const { code, enough, g2, logRatio } of rows) assert.deepEqual([enough, g2 === null, logRatio === null], code === HEZE ? [0, true, true] : [1, false, false]);
    const table = await figures(page, 'comparison');
    assert.ok(table.rows.length > 0 && table.rows.every((row) => row['菏泽市 G²'] === null && row['德州市 G²'] !== null));
    const lists = await figures(page, 'findings');
    assert.ok(lists.rows.length > 0 && lists.rows.every(({ code }) => code !== HEZE));
  }));

test('where too little is said by all, the page does not speak of what tells them apart', () =>
  withPage('index.html', { locale: 'en', acceptDownloads: true }, async (page) => {
    await ready(page);
    await choose(page, [dezhou, liaocheng]);
    await page.waitForFunction(() => document.querySelector('cheng-yan').shadowRoot.querySelectorAll('.part-clouds .little-note').length === 2);
    for (const { nWords, ...claims } of Object.values(await said(page))) {
      assert.ok(nWords > 0);
      assert.deepEqual(claims, { labels: 0, bold: 0, marks: 0 });
    }
    assert.equal(await page.locator('#comparison-title').textContent(), 'How often each word is used');
    assert.match(await page.locator('.comparison .intro').textContent(), /^There is too little text/);
    assert.equal(await page.locator('.comparison .key').count(), 0);
    const { rows } = await figures(page, 'comparison');
    assert.ok(rows.every((row) => row.g2 === null && row['德州市 G²'] === null));
  }));
