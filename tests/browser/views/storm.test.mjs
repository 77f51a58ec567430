// Coordinated clouds: every word keeps its place, and what a place does not say is outlined.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ready, withPage } from '../harness.mjs';
import { act, choose, dezhou, file, liaocheng, report, texts } from '../texts.js';

/** For each place its words and ghosts with the middle of each, which is the middle of its slot. @param {any} page */
const clouds = (page) =>
  page.evaluate(() =>
    [...document.querySelector('cheng-yan').shadowRoot.querySelectorAll('figure:not(.apart)')].map((figure) => {
      const middle = (node) => {
        const { x, y, width, height } = node.getBBox();
        return [x + width / 2, y + height / 2];
      };
      const words = [...figure.querySelectorAll('text.word')].map((node) => ({
        word: node.textContent,
        at: middle(node),
        size: parseFloat(node.getAttribute('font-size')),
        colour: getComputedStyle(node).fill,
        weight: getComputedStyle(node).fontWeight,
      }));
      const ghosts = [...figure.querySelectorAll('.ghost')].map((node) => ({ word: node.textContent, at: middle(node.querySelector('rect')) }));
      return { key: figure.dataset.column, words, ghosts };
    }),
  );

for (const [width, scheme] of [[280, 'light'], [360, 'dark'], [1280, 'light']]) {
  test(`at ${width} px a word has one place, one colour and one weight in all clouds`, () =>
    withPage('index.html', { viewport: { width, height: 800 }, colorScheme: scheme }, async (page) => {
      await ready(page);
      const all = await clouds(page);
      assert.ok(all.length > 3);
      const known = new Map();
      for (const { key, words, ghosts } of all) {
        assert.equal(words.length + ghosts.length, all[0].words.length + all[0].ghosts.length, key);
        for (const { word, at, colour, weight, size } of [...words, ...ghosts]) {
          const first = known.get(word) ?? { at, colour, weight };
          known.set(word, { ...first, colour: first.colour ?? colour, weight: first.weight ?? weight });
          const off = Math.hypot(at[0] - first.at[0], at[1] - first.at[1]);
          assert.ok(off < 2, `${word} in ${key} is ${off} px away`);
          if (!colour) continue;
          assert.ok(size >= 10, `${word} has ${size} px`);
          if (first.colour) assert.deepEqual([colour, weight], [first.colour, first.weight], `${word} in ${key}`);
        }
      }
    }));
}

test('size says the rate, on one scale for all clouds', () =>
  withPage('index.html', {}, async (page) => {
    await ready(page);
    const { columns } = await report(page);
    const all = (await clouds(page)).flatMap(({ key, words }) => {
      const { cloud } = columns.find((column) => column.key === key);
      return words.flatMap(({ word, size }) => {
        const found = cloud.find((one) => one.word === word);
        return found ? [{ rate: found.rate, size }] : [];
      });
    });
    all.sort((a, b) => a.rate - b.rate);
    assert.ok(all.length > 50);
    for (let at = 1; at < all.length; at += 1) assert.ok(all[at].size >= all[at - 1].size - 0.05, JSON.stringify(all.slice(at - 1, at + 1)));
  }));

test('a ghost stands for a word that this place does not say at all', () =>
  withPage('index.html', {}, async (page) => {
    await ready(page);
    await choose(page, [dezhou, liaocheng]);
    const [one, other] = await clouds(page);
    assert.ok(one.ghosts.some(({ word }) => word === '水利') && one.words.some(({ word }) => word === '产业'));
    assert.ok(other.ghosts.some(({ word }) => word === '产业') && other.words.some(({ word }) => word === '水利'));
    for (const [{ ghosts }, text] of [[one, texts.dezhou], [other, texts.liaocheng]]) {
      assert.deepEqual(ghosts.filter(({ word }) => text.includes(word)), []);
    }
  }));

test('every word of the places is drawn or named beneath', () =>
  withPage('index.html', { viewport: { width: 280, height: 700 } }, async (page) => {
    await ready(page);
    const { columns } = await report(page);
    const wanted = new Set(columns.filter(({ kind }) => kind === 'place').flatMap(({ cloud }) => cloud.map(({ word }) => word)));
    const [{ words, ghosts }] = await clouds(page);
    const drawn = [...words, ...ghosts].map(({ word }) => word);
    const named = await page.locator('.rest button').allTextContents();
    assert.deepEqual([...drawn, ...named].sort(), [...wanted].sort());
    await page.locator('.rest summary').click();
    await page.locator('.rest details button').first().click();
    await page.locator('dialog[open] mark').first().waitFor();
  }));

test('the switch goes to the plain clouds and back, and keeps the focus', () =>
  withPage('index.html', { locale: 'en' }, async (page) => {
    await ready(page);
    assert.ok((await page.locator('.ghost').count()) > 0);
    await page.getByRole('radio', { name: 'Each place for itself' }).check({ force: true });
    await page.locator('figure .word').first().waitFor();
    assert.equal(await page.locator('.ghost').count(), 0);
    assert.equal(await page.evaluate(() => document.querySelector('cheng-yan').shadowRoot.activeElement.value), 'apart');
    await page.getByRole('radio', { name: 'Word by word' }).check({ force: true });
    await page.locator('.ghost').first().waitFor();
  }));

test('one place alone has a plain cloud and no switch', () =>
  withPage('index.html', {}, async (page) => {
    await ready(page);
    await act(page, () => page.locator('input[name=files]').setInputFiles([file('one.txt', texts.dezhou)]));
    assert.equal(await page.locator('.arrangement').count(), 0);
    assert.ok((await page.locator('figure .word').count()) > 0);
  }));
