// Where a word stands: a stroke for each use, each leading to its place in the document.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ready, withPage } from '../harness.mjs';
import { act, choose, countReprints, file, report } from '../texts.js';
import { drawn, four, view } from './charts.js';

async function chooseFour(page) {
  await countReprints(page);
  await choose(page, four);
  await drawn(page, 'strips');
}

/** @param {any} page @param {string} word */
async function show(page, word) {
  await view(page, 'strips').locator('input[name=strip-word]').fill(word);
  await page.keyboard.press('Enter');
  await view(page, 'strips').locator(`.chip[data-word="${word}"][aria-pressed=true]`).waitFor();
}

test('each use has its stroke, and the figures are those of the report', () =>
  withPage('index.html', {}, async (page) => {
    await ready(page);
    await chooseFour(page);
    await show(page, '港口');
    const strips = view(page, 'strips');
    assert.equal(await strips.locator('.strip').count(), 4);
    const { columns, rows } = await report(page);
    const at = columns.findIndex(({ name }) => name === '威海市');
    const { n } = rows.find(({ word }) => word === '港口').cells[at];
    const path = await strips.locator('.strip', { hasText: '威海市' }).locator('.strip-uses').getAttribute('d');
    assert.equal(path.split('M').length - 1, n);
    assert.match(await strips.locator('.strip', { hasText: '威海市' }).locator('.strip-figure').textContent(), new RegExp(`^n = ${n} · DP 0\\.\\d+$`));
    assert.equal(await strips.locator('.strip', { hasText: '德州市' }).locator('.strip-figure').textContent(), 'not said');
    assert.equal(await strips.locator('table').count(), 1);
    const fifths = await strips.locator('tbody tr', { hasText: '威海市' }).locator('td').last().textContent();
    assert.equal(fifths.split(' · ').map(Number).reduce((sum, one) => sum + one), n);
  }));

test('a place with too little text is hollow and has no DP', () =>
  withPage('index.html', {}, async (page) => {
    await ready(page);
    await chooseFour(page);
    await show(page, '项目');
    const heze = view(page, 'strips').locator('.strip.hollow');
    assert.equal(await heze.count(), 1);
    assert.equal(await heze.locator('.strip-figure').textContent(), 'n = 4');
  }));

test('by keys from use to use and from place to place, and Enter opens the document there', () =>
  withPage('index.html', {}, async (page) => {
    await ready(page);
    await chooseFour(page);
    await show(page, '项目');
    const strips = view(page, 'strips');
    assert.equal(await strips.locator('.cursor[tabindex="0"]').count(), 1);
    await strips.locator('.cursor[tabindex="0"]').focus();
    await strips.locator('.readout mark', { hasText: '项目' }).waitFor();
    await page.keyboard.press('ArrowRight');
    assert.match(await strips.locator('.cursor:focus').getAttribute('aria-label'), /use 2 of/);
    await strips.locator('.readout', { hasText: '2 of' }).waitFor();
    await page.keyboard.press('End');
    await page.keyboard.press('ArrowDown');
    await page.waitForFunction(() => document.querySelector('cheng-yan').shadowRoot.querySelector('.cursor:focus')?.dataset.strip === '1');
    await page.keyboard.press('Enter');
    await page.locator('dialog.reader[open]').waitFor();
    assert.match(await page.locator('dialog.reader h2').textContent(), /dezhou/);
  }));

test('the pointer reads a use, and a click opens the document at it', () =>
  withPage('index.html', {}, async (page) => {
    await ready(page);
    await choose(page, [file('a.txt', '德州市抓项目。\n\n德州市看港口。\n\n德州市办教育，缺港口。')]);
    await drawn(page, 'strips');
    await show(page, '港口');
    const strips = view(page, 'strips');
    const picture = strips.locator('.strips-plot');
    const [outer, inner] = await Promise.all([picture.boundingBox(), strips.locator('.strip-box').boundingBox()]);
    // On the eleventh of eleven words.
    const position = { x: inner.x - outer.x + (inner.width * 10.2) / 11, y: inner.y - outer.y + 8 };
    await picture.hover({ position });
    await strips.locator('.readout', { hasText: '缺港口' }).waitFor();
    await picture.click({ position });
    await page.locator('dialog.reader[open]').waitFor();
  }));

test('a word that is looked at elsewhere is shown here, and one that nobody says is said to be none', () =>
  withPage('index.html', {}, async (page) => {
    await ready(page);
    await chooseFour(page);
    await page.locator('.part-findings .city[data-city="371000"] table button').first().click();
    await page.locator('dialog[open] mark').first().waitFor();
    await page.keyboard.press('Escape');
    await view(page, 'strips').locator('.chip[data-word="港口"][aria-pressed=true]').waitFor();
    await show(page, '星球');
    await view(page, 'strips').locator('.nothing', { hasText: '星球' }).waitFor();
    await act(page, () => page.locator('input[name=files]').setInputFiles([file('e.txt', '聊城市看星球，聊城市有星球。')]));
    await drawn(page, 'strips');
    assert.equal(await view(page, 'strips').locator('.strip', { hasText: '聊城市' }).locator('.strip-figure').textContent(), 'n = 2');
  }));

test('at 280 px figures stand above their strip, and nothing scrolls sideways', () =>
  withPage('index.html', { viewport: { width: 280, height: 700 }, locale: 'zh-CN' }, async (page) => {
    await ready(page);
    await chooseFour(page);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), 0);
    const { name, strip } = await view(page, 'strips').locator('.strip').first().evaluate((node) => ({
      name: node.querySelector('.strip-name').getBoundingClientRect().bottom,
      strip: node.querySelector('.strip-box').getBoundingClientRect().top,
    }));
    assert.ok(name <= strip + 1, `${name} ${strip}`);
  }));
