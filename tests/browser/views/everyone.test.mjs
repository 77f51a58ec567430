// All views at once, drawn with all that they can show: nothing wrong for a screen reader, targets large enough, and with the
// colours of the system every mark seen and told from the others.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { approach, ready, withPage } from '../harness.mjs';
import { choose } from '../texts.js';
import { ALL_OPEN, VIEWS, everything } from './everything.js';

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Waits until every view is drawn, and all findings are tried. @param {any} page */
async function allDrawn(page) {
  await ready(page);
  await choose(page, everything);
  await page.waitForFunction(() => /findings hold|項發現/.test(document.querySelector('cheng-yan').shadowRoot.querySelector('.survival-status')?.textContent ?? ''));
  for (const [name, there] of VIEWS) await approach(page, name, there);
  await page.locator('[data-phrases]').first().waitFor();
}

for (const [width, colorScheme] of [[1280, 'light'], [360, 'dark']]) {
  test(`in 繁體中文 nothing is wrong in any view at ${width} px, ${colorScheme}`, () =>
    withPage('index.html', { locale: 'zh-TW', viewport: { width, height: 800 }, colorScheme, hash: ALL_OPEN, bypassCSP: true }, async (page) => {
      await allDrawn(page);
      await page.evaluate(axe);
      const { violations } = await page.evaluate(() => globalThis.axe.run('cheng-yan', { resultTypes: ['violations'] }));
      assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`), []);
      const small = await page.evaluate(() =>
        [...document.querySelector('cheng-yan').shadowRoot.querySelectorAll('button, select, summary')]
          .filter((node) => node.checkVisibility() && node.getBoundingClientRect().height < 23.9)
          .map((node) => `${node.className}: ${node.textContent}`),
      );
      assert.deepEqual(small, [], 'a finger needs 24 px');
      const [left, ...tops] = await page.evaluate(() => {
        const phrase = document.querySelector('cheng-yan').shadowRoot.querySelector('[data-phrases=taken] [data-phrase]');
        const tops = [...phrase.querySelectorAll('button')].map((button) => Math.round(button.getBoundingClientRect().top));
        return [phrase.getBoundingClientRect().left, ...tops];
      });
      assert.ok(left >= 0 && new Set(tops).size === 1, 'a phrase and the answers to it stand in a row');
      const isWider = await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
      assert.equal(isWider, false, 'the page does not scroll sideways');
    }));
}

/** Marks that have to be seen on their ground, and those that have to be told apart from each other. */
const MARKS = ['.spot.distinctive', '.strip-uses', '.cell-box.f5', '.share-plot .shared', '.share-plot .set', '.then-plot .dot.now', '.dots .dot', '.zoned-word', '.word.strong', '.diagonal'];
const PAIRS = [['.spot.distinctive', '.spot.missing'], ['.spot.distinctive', '.spot.other'], ['.share-plot .shared', '.share-plot .set'], ['.share-plot .shared', '.share-plot .own'], ['.then-plot .dot.before', '.then-plot .dot.now'], ['.word.strong', '.word:not(.strong, .own)']];

for (const colorScheme of ['light', 'dark']) {
  test(`with the colours of the system every mark is seen, and told from the others (${colorScheme})`, () =>
    withPage('index.html', { forcedColors: 'active', reducedMotion: 'reduce', colorScheme, hash: ALL_OPEN }, async (page) => {
      await allDrawn(page);
      const found = await page.evaluate(([marks, pairs]) => {
        const root = document.querySelector('cheng-yan').shadowRoot;
        const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
        const light = (css) => {
          canvas.fillStyle = css;
          canvas.fillRect(0, 0, 1, 1);
          const [r, g, b] = canvas.getImageData(0, 0, 1, 1).data.slice(0, 3).map(Number);
          const linear = [r, g, b].map((one) => (one / 255 <= 0.04045 ? one / 255 / 12.92 : ((one / 255 + 0.055) / 1.055) ** 2.4));
          return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
        };
        const contrast = (a, b) => (Math.max(light(a), light(b)) + 0.05) / (Math.min(light(a), light(b)) + 0.05);
        const ground = getComputedStyle(root.querySelector('.root')).backgroundColor;
        const look = (selector) => {
          const node = root.querySelector(selector);
          if (!node) return null;
          const { fill, stroke, textDecorationLine } = getComputedStyle(node);
          return { colours: [fill, stroke].filter((one) => one !== 'none' && /^(rgb|color)/.test(one)), fill, decoration: textDecorationLine };
        };
        const unseen = marks.filter((one) => look(one) && !look(one).colours.some((colour) => contrast(colour, ground) >= 3));
        const alike = pairs.filter(([one, other]) => {
          const [a, b] = [look(one), look(other)];
          return a && b && a.decoration === b.decoration && contrast(a.fill, b.fill) < 1.5;
        });
        const unread = [...root.querySelectorAll('.primary, .chip[aria-pressed=true], .segments input:checked + span')]
          .filter((node) => node.checkVisibility())
          .filter((node) => {
            const { color, backgroundColor, forcedColorAdjust } = getComputedStyle(node);
            return forcedColorAdjust !== 'none' || contrast(color, backgroundColor) < 4.5;
          });
        return { unread: unread.map((node) => node.textContent), unseen, alike: alike.map(String), absent: [...marks, ...pairs.flat()].filter((one) => !look(one)) };
      }, [MARKS, PAIRS]);
      assert.deepEqual([found.unseen, found.alike, found.unread], [[], [], []]);
      // What these texts do not show at all is no evidence.
      assert.ok(found.absent.length <= 4, found.absent.join());
      const isMoving = await page.evaluate(() => document.getAnimations().some((one) => one.playState === 'running'));
      assert.equal(isMoving, false);
      for (const selector of ['.point[tabindex="0"]', '.cell[tabindex="0"]', '.cursor[tabindex="0"]', '.zoned-word[tabindex="0"]', '.word[tabindex="0"]']) {
        const look = () => page.evaluate((one) => {
          const node = document.querySelector('cheng-yan').shadowRoot.querySelector(one);
          const { outlineStyle, outlineWidth } = getComputedStyle(node);
          const shape = node.querySelector('.spot, .cell-box, .cursor-box') ?? node;
          const { stroke, strokeWidth, fill } = getComputedStyle(shape);
          return [outlineStyle, outlineWidth, stroke, strokeWidth, fill].join(' ');
        }, selector);
        const before = await look();
        await page.locator(selector).first().focus();
        await page.keyboard.press('Shift');
        assert.notEqual(await look(), before, `${selector} shows that it has the focus`);
      }
    }));
}
