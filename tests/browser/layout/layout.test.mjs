// What the page looks like to a browser: nothing beside the page, no word upon another, enough contrast.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { ready, withPage } from '../harness.mjs';
import { apart, choose, dezhou, file, liaocheng, texts } from '../texts.js';

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const NAMES = ['德州', '聊城', '滨州', '菏泽', '威海', '日照', '济南', '青岛', '烟台', '潍坊'];
/** Ten cities, more than there are colours. */
const many = NAMES.map((name) => file(`${name}.txt`, texts.dezhou.replaceAll('德州', name)));

for (const width of [280, 320, 360, 768]) {
  for (const locale of ['zh-CN', 'en']) {
    test(`at ${width} px in ${locale} nothing stands beside the page`, () =>
      withPage('index.html', { viewport: { width, height: 740 }, locale }, async (page) => {
        await ready(page);
        const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        assert.equal(await overflow(), 0);
        await choose(page, [...many, file('nowhere.txt', texts.nowhere), file('photo.jpg', [1])]);
        for (const summary of await page.locator('.documents summary').all()) await summary.click();
        await page.locator('button.paste').click();
        assert.equal(await overflow(), 0);
        await page.locator('.comparison tbody th button').first().click();
        const panel = page.locator('dialog[open]');
        assert.equal(await panel.evaluate((node) => node.scrollWidth - node.clientWidth), 0);
      }));
  }
}

/** Pairs of words of one cloud whose boxes share a place, and words that leave the frame or are too small. */
const faults = (page) =>
  page.evaluate(() => {
    const found = [];
    for (const cloud of document.querySelector('cheng-yan').shadowRoot.querySelectorAll('svg.cloud')) {
      const { width, height } = cloud.viewBox.baseVal;
      const words = [...cloud.querySelectorAll('text')].map((node) => ({ word: node.textContent, box: node.getBBox(), size: parseFloat(getComputedStyle(node).fontSize) }));
      words.forEach(({ word, box: a, size }, index) => {
        if (size < 10) found.push(`${word} has ${size} px`);
        if (a.x < -0.5 || a.y < -0.5 || a.x + a.width > width + 0.5 || a.y + a.height > height + 0.5) found.push(`${word} leaves the frame`);
        for (const { word: other, box: b } of words.slice(index + 1)) {
          const apart = a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;
          if (!apart) found.push(`${word} upon ${other}`);
        }
      });
    }
    return found;
  });

for (const width of [280, 360, 1280]) {
  test(`at ${width} px no word stands upon another`, () =>
    withPage('index.html', { viewport: { width, height: 800 } }, async (page) => {
      await ready(page);
      assert.deepEqual(await faults(page), []);
    }));
}

test('in clouds that stand each for itself no word stands upon another', () =>
  withPage('index.html', { viewport: { width: 360, height: 800 } }, async (page) => {
    await ready(page);
    await apart(page);
    assert.deepEqual(await faults(page), []);
  }));

test('words of Latin letters and digits keep apart as well', () =>
  withPage('index.html', {}, async (page) => {
    await ready(page);
    const latin = '德州建设5G基站，推进AI产业、VR产业、WiFi覆盖、GDP增长、EPC模式、PPP项目、Internet应用。';
    await choose(page, [file('latin.txt', latin), liaocheng]);
    assert.deepEqual(await faults(page), []);
  }));

test('clouds are laid out anew when the page becomes narrow', () =>
  withPage('index.html', {}, async (page) => {
    await ready(page);
    const width = () => page.evaluate(() => document.querySelector('cheng-yan').shadowRoot.querySelector('svg.cloud').viewBox.baseVal.width);
    const before = await width();
    await page.setViewportSize({ width: 300, height: 700 });
    await page.waitForFunction((old) => document.querySelector('cheng-yan').shadowRoot.querySelector('svg.cloud').viewBox.baseVal.width !== old, before);
    assert.deepEqual(await faults(page), []);
  }));

test('on a phone the word stays in sight while the places scroll, and buttons are large enough for a finger', () =>
  withPage('index.html', { viewport: { width: 360, height: 740 }, locale: 'en' }, async (page) => {
    await ready(page);
    const at = () => page.locator('.comparison tbody th').first().evaluate((node) => node.getBoundingClientRect().left);
    const before = await at();
    await page.locator('.scroll').evaluate((node) => {
      node.scrollLeft = 300;
    });
    assert.equal(await at(), before);
    const small = await page.evaluate(() =>
      [...document.querySelector('cheng-yan').shadowRoot.querySelectorAll('.intake button, .segments label, .check, .languages button, .more')]
        .filter((node) => node.getBoundingClientRect().height > 0 && node.getBoundingClientRect().height < 43.5)
        .map((node) => node.textContent),
    );
    assert.deepEqual(small, []);
  }));

test('with more places than colours the largest have them, the others are grey, and none borrows that of another', () =>
  withPage('index.html', {}, async (page) => {
    await ready(page);
    await choose(page, many);
    const classes = await page.locator('figure').evaluateAll((nodes) => nodes.map((node) => node.className));
    assert.deepEqual([...classes].sort(), ['c0', 'c0', 'c1', 'c2', 'c3', 'c4', 'c5', 'c6', 'c7', 'c8']);
    const words = await page.evaluate(() => JSON.parse(document.querySelector('cheng-yan').reportText).columns.map(({ nWords }) => nWords));
    const grey = words.filter((_, at) => classes[at] === 'c0');
    assert.ok(Math.max(...grey) <= Math.min(...words.filter((_, at) => classes[at] !== 'c0')));
    const colour = (name) => page.locator(`figure.${name}`).first().evaluate((node) => getComputedStyle(node).borderTopColor);
    assert.equal(await colour('c0'), 'rgb(107, 102, 94)');
  }));

const violations = async (page) => {
  await page.evaluate(axe);
  const { violations: found } = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ['violations'] }));
  return found.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map((node) => `${node.target} ${node.failureSummary}`).join(' | ')}`);
};

for (const colorScheme of ['light', 'dark']) {
  for (const [width, locale] of [[1280, 'zh-CN'], [360, 'en']]) {
    test(`axe finds nothing wrong at ${width} px, ${colorScheme}, ${locale}`, () =>
      withPage('index.html', { viewport: { width, height: 800 }, colorScheme, locale }, async (page) => {
        await ready(page);
        await choose(page, [dezhou, liaocheng, file('nowhere.txt', texts.nowhere), file('noisy.txt', texts.pinyin), file('photo.jpg', [1])]);
        for (const summary of await page.locator('.documents summary').all()) await summary.click();
        await page.locator('button.paste').click();
        assert.deepEqual(await violations(page), []);
        await page.locator('.comparison tbody th button').first().click();
        await page.waitForTimeout(300);
        assert.deepEqual(await violations(page), []);
      }));
  }
}
