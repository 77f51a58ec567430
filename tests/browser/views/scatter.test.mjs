// One place against the others: words stand where their rates are, names cover nothing, and every point leads to its sentences.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { ready, withPage } from '../harness.mjs';
import { choose, countReprints } from '../texts.js';
import { drawn, four, view } from './charts.js';
import { placeLabels } from '../../../www/render/labels.js';
import { directed, nearest } from '../../../www/views/nearest.js';

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** @param {any} page @param {string} key the place that is looked at */
async function chooseFour(page, key = '371000') {
  await countReprints(page);
  await choose(page, four);
  await drawn(page, 'scatter');
  await place(page, key);
}

/** @param {any} page @param {string} key */
async function place(page, key) {
  await view(page, 'scatter').locator(`[data-place="${key}"]`).click();
  await view(page, 'scatter').locator(`[data-place="${key}"][aria-pressed=true]`).waitFor();
}

/** @param {any} page @param {string} word */
const label = (page, word) => view(page, 'scatter').locator(`.point[aria-label^="${word}:"]`);

test('names never overlap, keep inside, and are placed alike each time', () => {
  let seed = 1;
  const random = () => (seed = (seed * 48271) % 2147483647) / 2147483647;
  const dots = Array.from({ length: 300 }, () => ({ x: 40 + random() * 500, y: 20 + random() * 300, r: 3 }));
  const wanted = dots.map((_, dot) => ({ dot, width: 20 + random() * 60, height: 14, nCovered: dot % 3, isFar: dot < 20 }));
  const area = { left: 30, top: 10, right: 560, bottom: 330 };
  const closed = [{ left: 100, top: 100, width: 90, height: 20 }];
  const labels = placeLabels(wanted, dots, area, closed);
  assert.deepEqual(labels, placeLabels(wanted, dots, area, closed));
  const boxes = labels.flatMap((one, at) => (one ? [{ ...one, right: one.left + wanted[at].width, bottom: one.top + 14 }] : []));
  assert.ok(boxes.length > 50 && labels[0] !== null, 'the first finds room');
  const meet = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
  for (const [at, box] of boxes.entries()) {
    assert.ok(box.left >= 30 && box.right <= 560 && box.top >= 10 && box.bottom <= 330);
    assert.ok(!meet(box, { left: 100, top: 100, right: 190, bottom: 120 }));
    for (const other of boxes.slice(at + 1)) assert.ok(!meet(box, other), JSON.stringify([box, other]));
  }
});

test('an arrow key goes to the next point in its direction, and stays where there is none', () => {
  const points = [{ x: 0, y: 0 }, { x: 10, y: 1 }, { x: 12, y: 30 }, { x: -5, y: 0 }];
  assert.deepEqual(['ArrowRight', 'ArrowLeft', 'ArrowDown', 'ArrowUp', 'a'].map((key) => directed(points, 0, key)), [1, 3, 2, 0, null]);
  assert.deepEqual([nearest(points, { x: 11, y: 3 }, 5), nearest(points, { x: 100, y: 0 }, 5)], [1, -1]);
});

test('what is beyond chance bears the colour of the place, and what is missing is a ring', () =>
  withPage('index.html', {}, async (page) => {
    await ready(page);
    await chooseFour(page);
    const scatter = view(page, 'scatter');
    assert.equal(await label(page, '港口').locator('.spot.distinctive').count(), 1);
    assert.equal(await label(page, '农业').locator('.spot.missing').count(), 1);
    assert.equal(await label(page, '项目').locator('.spot.other').count(), 1);
    assert.match(await label(page, '港口').getAttribute('aria-label'), /^港口: [\d.]+ per 10,000 words in 威海市 \(n = \d+\), 0 in the others · beyond chance$/);
    assert.ok((await scatter.locator('.name.distinctive').allTextContents()).includes('港口'));
    // Never said elsewhere: in the lane at the left; never said here: in the lane at the foot.
    const at = (word) => label(page, word).locator('circle').evaluate((node) => [Number(node.getAttribute('cx')), Number(node.getAttribute('cy'))]);
    const [port, farm, project] = [await at('港口'), await at('农业'), await at('项目')];
    assert.ok(port[0] < project[0] && port[0] < 64, String(port));
    assert.ok(farm[1] > project[1], String(farm));
    assert.equal(await scatter.locator('svg.scatter-plot').count(), 1);
    assert.equal(await scatter.locator('table').count(), 1);
  }));

test('the table has the points, and each opens its sentences', () =>
  withPage('index.html', {}, async (page) => {
    await ready(page);
    await chooseFour(page);
    const scatter = view(page, 'scatter');
    await scatter.locator('details.figures summary').click();
    assert.equal(await scatter.locator('tbody tr').count(), await scatter.locator('.point').count());
    const cells = await scatter.locator('tbody tr', { has: page.locator('button[data-word="港口"]') }).locator('td').allTextContents();
    await scatter.locator('button[data-word="港口"]').click();
    await page.locator('dialog[open] mark').first().waitFor();
    assert.equal(await page.locator('dialog[open] mark').count(), Number(cells[0]));
  }));

test('points are gone through by arrow keys and opened by Enter', () =>
  withPage('index.html', {}, async (page) => {
    await ready(page);
    await chooseFour(page);
    const scatter = view(page, 'scatter');
    assert.equal(await scatter.locator('.point[tabindex="0"]').count(), 1);
    await scatter.locator('.point[tabindex="0"]').focus();
    const first = await scatter.locator('.readout').textContent();
    assert.match(first, /^港口/);
    await page.keyboard.press('ArrowRight');
    await page.waitForFunction((before) => document.querySelector('cheng-yan').shadowRoot.querySelector('.scatter .readout').textContent !== before, first);
    const word = (await scatter.locator('.readout').textContent()).split(':')[0];
    assert.equal(await scatter.locator('.point[tabindex="0"]').getAttribute('aria-label').then((said) => said.split(':')[0]), word);
    await page.keyboard.press('Enter');
    await page.locator('dialog[open] mark').first().waitFor();
    assert.equal(await page.locator('dialog[open] h2').textContent(), word);
    await page.keyboard.press('Escape');
  }));

test('the pointer finds the nearest point', () =>
  withPage('index.html', {}, async (page) => {
    await ready(page);
    await chooseFour(page);
    const box = await label(page, '港口').locator('circle').boundingBox();
    await page.mouse.move(box.x + box.width + 3, box.y + box.height + 3);
    await view(page, 'scatter').locator('.readout', { hasText: '港口' }).waitFor();
    await page.mouse.click(box.x + box.width + 3, box.y + box.height + 3);
    await page.locator('dialog[open] h2', { hasText: '港口' }).waitFor();
  }));

test('of a place with too little text nothing is claimed', () =>
  withPage('index.html', { locale: 'zh-CN' }, async (page) => {
    await ready(page);
    await chooseFour(page, '371700');
    const scatter = view(page, 'scatter');
    assert.equal(await scatter.locator('.point .spot:not(.hollow)').count(), 0);
    assert.ok((await scatter.locator('.point .spot.hollow').count()) > 2);
    assert.match(await scatter.locator('.too-little').textContent(), /菏泽市不足 1,000 词或 7 段.*不作判断/);
    assert.doesNotMatch(await scatter.locator('tbody').textContent(), /超出偶然/);
  }));

test('a place that is chosen elsewhere is shown here', () =>
  withPage('index.html', {}, async (page) => {
    await ready(page);
    await chooseFour(page);
    await page.locator('.part-findings .city[data-city="371400"] table button').first().click();
    await page.locator('dialog[open] mark').first().waitFor();
    await page.keyboard.press('Escape');
    await view(page, 'scatter').locator('[data-place="371400"][aria-pressed=true]').waitFor();
  }));

test('the rendered names keep apart at 280 px and at 1280, and the page does not scroll sideways', () =>
  withPage('index.html', { viewport: { width: 1280, height: 800 } }, async (page) => {
    await ready(page);
    await chooseFour(page);
    for (const width of [1280, 280]) {
      await page.setViewportSize({ width, height: 800 });
      await page.waitForFunction((most) => {
        const plot = document.querySelector('cheng-yan').shadowRoot.querySelector('.scatter-plot');
        return plot && plot.viewBox.baseVal.width <= most && plot.viewBox.baseVal.width > most * 0.7;
      }, width);
      const boxes = await view(page, 'scatter').locator('.names text').evaluateAll((nodes) => nodes.map((node) => node.getBoundingClientRect()).map(({ left, right, top, bottom, height }) => ({ left, right, top: top + height * 0.12, bottom: bottom - height * 0.12 })));
      assert.ok(boxes.length > 1, String(width));
      for (const [at, a] of boxes.entries()) {
        for (const b of boxes.slice(at + 1)) assert.ok(!(a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom && b.top < a.bottom), `${width}: ${JSON.stringify([a, b])}`);
      }
      // The clouds follow the width a moment later.
      await page.waitForFunction(() => document.documentElement.scrollWidth === innerWidth);
    }
  }));

for (const colorScheme of ['light', 'dark']) {
  test(`axe finds nothing wrong with the three pictures, ${colorScheme}`, () =>
    withPage('index.html', { viewport: { width: 360, height: 740 }, colorScheme }, async (page) => {
      await ready(page);
      await chooseFour(page);
      await drawn(page, 'strips');
      await drawn(page, 'likeness');
      await page.evaluate(axe);
      const { violations } = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ['violations'] }));
      assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes[0].target} ${nodes[0].failureSummary}`), []);
    }));
}
