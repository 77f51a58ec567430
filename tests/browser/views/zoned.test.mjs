// Clouds zoned by theme: every word of the themes stands in the zone of its theme or is named beneath, and opens its sentences.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { approach, ready, withPage } from '../harness.mjs';
import { choose, file } from '../texts.js';

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const short = [
  file('a.txt', '德州市抓项目、抓招商。招商要靠好项目！港口要扩建。'),
  file('b.txt', '滨州市抓农业。滨州市的项目不少。'),
];

/** Comes near, and waits until so many clouds are drawn. @param {any} page @param {number} n */
async function drawn(page, n) {
  await approach(page, 'zoned');
  await page.waitForFunction((want) => {
    const clouds = [...document.querySelector('cheng-yan').shadowRoot.querySelectorAll('.zoned-picture')];
    return clouds.length === want && clouds.every((cloud) => cloud.querySelector('.zoned-word'));
  }, n);
}

/** Words with their boxes and zones of each cloud, and what is named beneath. @param {any} page */
const clouds = (page) =>
  page.evaluate(() => {
    const box = (node) => {
      const { x, y, width, height } = node.getBBox();
      return { x, y, width, height };
    };
    return [...document.querySelector('cheng-yan').shadowRoot.querySelectorAll('.zoned-place')].map((place) => ({
      key: place.dataset.place,
      uses: place.querySelector('.zoned-head p').textContent,
      frame: place.querySelector('svg').viewBox.baseVal.width,
      words: [...place.querySelectorAll('.zoned-word')].map((node) => ({ word: node.textContent, label: node.getAttribute('aria-label'), size: parseFloat(node.getAttribute('font-size')), box: box(node) })),
      zones: [...place.querySelectorAll('.zone')].map((node) => ({ theme: node.dataset.theme, name: node.textContent, rect: box(node.querySelector('rect')), heading: box(node.querySelector('text')) })),
      left: [...place.querySelectorAll('.left-out button')].map((node) => node.textContent),
    }));
  });

const holds = (outer, inner) =>
  inner.x >= outer.x - 0.6 && inner.y >= outer.y - 0.6 && inner.x + inner.width <= outer.x + outer.width + 0.6 && inner.y + inner.height <= outer.y + outer.height + 0.6;
const apart = (a, b) => a.x + a.width <= b.x + 0.6 || b.x + b.width <= a.x + 0.6 || a.y + a.height <= b.y + 0.6 || b.y + b.height <= a.y + 0.6;

for (const [width, locale] of [[280, 'en'], [360, 'zh-TW'], [1280, 'en']]) {
  test(`at ${width} px every word stands in the zone of its theme, and no box upon another`, () =>
    withPage('index.html', { viewport: { width, height: 800 }, locale }, async (page) => {
      await ready(page);
      await drawn(page, 6);
      for (const { key, words, zones, frame } of await clouds(page)) {
        assert.ok(words.length >= 10 && zones.length >= 3, key);
        for (const { name, rect, heading } of zones) {
          assert.ok(holds(rect, heading), `${name} in ${key} is wider than its zone`);
          assert.ok(rect.x >= 0 && rect.x + rect.width <= frame + 0.5);
        }
        zones.forEach(({ rect }, at) => zones.slice(at + 1).forEach((other) => assert.ok(apart(rect, other.rect), key)));
        words.forEach(({ word, label, size, box }, at) => {
          assert.ok(size >= 11, `${word} has ${size} px`);
          const zone = zones.find(({ rect }) => holds(rect, { x: box.x, y: box.y + box.height / 2, width: box.width, height: 0 }));
          assert.ok(zone && label.includes(zone.name.replace(/ [\d,]+$/, '')), `${word} in ${key}: ${label}, in ${zone?.name}`);
          assert.ok(apart(zone.heading, box), `${word} upon the name of its zone`);
          words.slice(at + 1).forEach((other) => assert.ok(apart(box, other.box), `${word} upon ${other.word}`));
        });
      }
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), 0);
    }));
}

test('all uses of the themes are drawn or named beneath, and the heat map counts the same', () =>
  withPage('index.html', { viewport: { width: 280, height: 700 }, locale: 'en' }, async (page) => {
    await ready(page);
    await drawn(page, 6);
    for (const { key, uses, words, left } of await clouds(page)) {
      const n = (text, pattern) => Number(text.match(pattern)[1]);
      const drawnUses = words.reduce((sum, { label }) => sum + n(label, /: (\d+) use/), 0);
      const leftUses = left.reduce((sum, text) => sum + n(text, / (\d+)$/), 0);
      assert.equal(drawnUses + leftUses, n(uses, /^(\d+)/), key);
    }
  }));

test('a word opens its sentences, and the keyboard goes from word to word', () =>
  withPage('index.html', { locale: 'en' }, async (page) => {
    await ready(page);
    await choose(page, short);
    await drawn(page, 2);
    const first = page.locator('.zoned-place').first();
    assert.deepEqual(await first.locator('.zone').evaluateAll((zones) => zones.map((zone) => zone.textContent).sort()), ['Projects and investment 4', 'The sea 1']);
    await first.locator('.zoned-word', { hasText: '招商' }).click();
    await page.locator('dialog[open] mark').first().waitFor();
    assert.deepEqual(await page.locator('dialog[open] mark').allTextContents(), ['招商', '招商']);
    await page.keyboard.press('Escape');
    await first.locator('.zoned-word[tabindex="0"]').focus();
    await page.keyboard.press('ArrowRight');
    const word = await page.evaluate(() => document.querySelector('cheng-yan').shadowRoot.activeElement.textContent);
    await page.keyboard.press('Enter');
    await page.locator('dialog[open] mark').first().waitFor();
    assert.equal(await page.locator('dialog[open] mark').first().textContent(), word);
  }));

for (const scheme of ['light', 'dark']) {
  test(`axe finds nothing to say (${scheme})`, () =>
    withPage('index.html', { colorScheme: scheme, bypassCSP: true }, async (page) => {
      await ready(page);
      await drawn(page, 6);
      await page.evaluate(axe);
      const { violations } = await page.evaluate(() => globalThis.axe.run('cheng-yan', { resultTypes: ['violations'] }));
      assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`), []);
    }));
}
