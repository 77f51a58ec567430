// How alike places are: a triangle of pairs, each with the words that make it alike; too little text is hatched.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ready, withPage } from '../harness.mjs';
import { choose, countReprints } from '../texts.js';
import { drawn, four, view } from './charts.js';
import { bounds, tint } from '../../../www/render/likeness.js';
import { seriated } from '../../../www/render/seriation.js';

async function chooseFour(page) {
  await countReprints(page);
  await choose(page, four);
  await drawn(page, 'likeness');
}

test('what is alike stands side by side, in the same order each time', () => {
  const line = ['c', 'a', 'e', 'b', 'd'];
  const at = (key) => 'abcde'.indexOf(key);
  const alike = (one, other) => 1 / (1 + Math.abs(at(one) - at(other)));
  assert.equal(seriated(line, alike).join('').replace('edcba', 'abcde'), 'abcde');
  assert.deepEqual(seriated(line, alike), seriated(line, alike));
  assert.deepEqual([seriated([], alike), seriated(['a'], alike), seriated(['b', 'a'], () => 0)], [[], ['a'], ['b', 'a']]);
});

test('steps are round, and the most alike pair has the deepest tint', () => {
  for (const values of [[0.41, 0.52, 0.63], [0.5, 0.5], [0.905, 0.915], [0, 1]]) {
    const pairs = values.map((jensenShannon) => ({ keys: ['a', 'b'], jensenShannon, cosine: 0, words: [] }));
    const steps = bounds(pairs, 'jensenShannon');
    assert.ok(steps.length > 1 && steps.length <= 6 && steps[0] <= Math.min(...values) && steps.at(-1) >= Math.max(...values), String(steps));
    for (const step of steps) assert.ok(Math.abs(step * 100 - Math.round(step * 100)) < 1e-9, String(steps));
    const tints = values.map((value) => tint(value, steps));
    assert.ok(tints.every((one) => one >= 1 && one <= 5) && Math.max(...tints) === tints[values.indexOf(Math.max(...values))]);
  }
});

test('each pair has its cell and opens the words that make it alike, which open their sentences', () =>
  withPage('index.html', {}, async (page) => {
    await ready(page);
    await chooseFour(page);
    const likeness = view(page, 'likeness');
    assert.equal(await likeness.locator('.cell').count(), 3);
    assert.equal(await likeness.locator('.cell-box.none').count(), 3, 'nothing is said of the place with too little text');
    assert.deepEqual(await likeness.locator('.triangle-name.little').allTextContents(), ['菏泽市']);
    assert.equal(await likeness.locator('.cell.chosen').getAttribute('aria-label').then((said) => /^德州市 and 滨州市|^滨州市 and 德州市/.test(said)), true, 'the most alike pair');
    const items = await likeness.locator('.alike li').allTextContents();
    assert.ok(items.length > 4 && /^\S+?德州市 \d+ · 滨州市 \d+$/.test(items[0]), items[0]);
    const other = likeness.locator('.cell:not(.chosen)').first();
    const said = await other.getAttribute('aria-label');
    await other.click();
    await likeness.locator('h3', { hasText: said.split(':')[0].split(' and ')[0] }).waitFor();
    await likeness.locator('.alike button').first().click();
    await page.locator('dialog[open] mark').first().waitFor();
    await page.keyboard.press('Escape');
    assert.equal(await likeness.locator('table').count(), 1);
    assert.equal(await likeness.locator('tbody tr').count(), 3);
    assert.equal(await likeness.locator('svg.triangle').count(), 1);
  }));

test('cells are gone through by arrow keys, and the measure can be changed', () =>
  withPage('index.html', {}, async (page) => {
    await ready(page);
    await chooseFour(page);
    const likeness = view(page, 'likeness');
    await likeness.locator('.cell[data-at="0"]').focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowRight');
    assert.equal(await likeness.locator('.cell:focus').getAttribute('data-at'), '2');
    await page.keyboard.press('Enter');
    await likeness.locator('.cell.chosen[data-at="2"]').waitFor();
    assert.equal(await likeness.locator('.cell.chosen:focus').count(), 1, 'the focus stays');
    await likeness.locator('input[value=cosine]').check({ force: true });
    await likeness.locator('input[value=cosine]:checked').waitFor({ state: 'attached' });
    await likeness.locator('.arrangement .axis-note', { hasText: 'Cosine' }).waitFor();
    await likeness.locator('.nearest .chip').first().click();
    await likeness.locator('.nearest .chip[aria-pressed=true]').first().waitFor();
  }));

test('at 360 px the triangle scrolls inside itself, and the language changes all of it', () =>
  withPage('index.html', { viewport: { width: 360, height: 740 } }, async (page) => {
    await ready(page);
    await chooseFour(page);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), 0);
    await page.getByRole('button', { name: '简体中文' }).click();
    await view(page, 'likeness').locator('h2', { hasText: '谁和谁像' }).waitFor();
  }));
