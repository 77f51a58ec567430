// Whatever comes in whatever numbers: the page says how far it is, answers meanwhile, and can be stopped.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ready, withPage } from '../harness.mjs';
import { choose, columns, dezhou, file, report } from '../texts.js';

const LONG_MS = 240_000;

/** Gives the page files that are made in it, each of pieces and how often they stand there. @param {any} page @param {[string, [string, number][]][]} files */
const give = (page, files) =>
  page.evaluate((all) => {
    const text = (pieces) => pieces.map(([piece, n]) => piece.repeat(n)).join('');
    const made = all.map(([name, pieces]) => new File([text(pieces)], name));
    globalThis.given = document.querySelector('cheng-yan').addFiles(made);
  }, files);
const isDone = (page) => page.evaluate(() => globalThis.given.then(() => true));

const MATTERS = ['产业', '水利', '农业', '港口', '教育', '医院', '道路', '能源'];

/** So many texts, none like the other, each so many times its words. @param {number} n @param {number} length @returns {[string, [string, number][]][]} */
const numbered = (n, length = 1) =>
  Array.from({ length: n }, (_, i) => {
    const works = Array.from({ length: 12 }, (__, k) => `${MATTERS[(i * 7 + k * k) % 8]}第${i + k}号工程要完工。`);
    return [`${String(i).padStart(5, '0')}.txt`, [[`德州今年要抓${MATTERS[i % 8]}。${works.join('')}`, length]]];
  });

test('five thousand files: the page says how far it is and answers meanwhile', { timeout: LONG_MS }, () =>
  withPage('index.html', { locale: 'en' }, async (page) => {
    page.setDefaultTimeout(LONG_MS);
    await ready(page);
    await page.evaluate(() => {
      globalThis.longest = 0;
      let last = performance.now();
      const beat = (now) => {
        globalThis.longest = Math.max(globalThis.longest, now - last);
        last = now;
        requestAnimationFrame(beat);
      };
      requestAnimationFrame(beat);
    });
    await give(page, numbered(5000));
    const status = page.locator('.status');
    const told = new Set();
    while (told.size < 3) {
      const text = await status.textContent();
      if (/^Reading [\d,]+ of 5,000: \d+\.txt$/.test(text)) told.add(text);
      await page.waitForTimeout(50);
    }
    const longest = await page.evaluate(() => globalThis.longest);
    await isDone(page);
    const { documents } = await report(page);
    assert.equal(documents.length, 5000);
    assert.ok(longest < 4000, `while files were read, the page stood still for ${Math.round(longest)} ms`);
  }));

test('twenty megabytes on one line are read like any other text', { timeout: LONG_MS }, () =>
  withPage('index.html', { locale: 'en' }, async (page) => {
    page.setDefaultTimeout(LONG_MS);
    await ready(page);
    await give(page, [['one-line.txt', [['德州今年要抓产业，德州的产业园区要扩建。', 333_334]]]]);
    await page.waitForFunction(() => /one-line/.test(document.querySelector('cheng-yan').shadowRoot.querySelector('.status').textContent));
    assert.equal(await page.evaluate(() => 1 + 1), 2, 'the page answers while the file is read');
    await isDone(page);
    const { documents } = await report(page);
    assert.equal(documents[0].nWords > 3_000_000, true, String(documents[0].nWords));
  }));

test('a hundred thousand elements inside each other are read, too', { timeout: LONG_MS }, () =>
  withPage('index.html', { locale: 'en' }, async (page) => {
    page.setDefaultTimeout(LONG_MS);
    await ready(page);
    await give(page, [['deep.html', [['<div>', 100_000], ['德州今年要抓产业。', 1], ['</div>', 100_000]]]]);
    await isDone(page);
    assert.deepEqual(await columns(page), ['德州市']);
  }));

test('reading can be stopped; what was read counts and the rest is named', { timeout: LONG_MS }, () =>
  withPage('index.html', { locale: 'en' }, async (page) => {
    page.setDefaultTimeout(LONG_MS);
    await ready(page);
    await give(page, numbered(5000, 10));
    await page.getByRole('button', { name: 'Stop reading' }).click();
    await isDone(page);
    const n = (await report(page)).documents.length;
    assert.ok(n < 5000, `${n} were read`);
    assert.equal(await page.locator('.problems [data-code="stopped"] details li').count(), 5000 - n);
    await choose(page, [dezhou]);
    assert.equal((await report(page)).documents.filter(({ file: name }) => name === 'dezhou.txt').length, 1, 'it goes on');
  }));

/** A minute is three seconds here. */
const impatient = () => {
  const wait = globalThis.setTimeout;
  globalThis.setTimeout = (work, ms, ...rest) => wait(work, ms >= 60_000 ? 3_000 : ms, ...rest);
};

test('a text over which the engine does not come to an end is left out', { timeout: LONG_MS }, () =>
  withPage('index.html', { locale: 'en', before: (page) => page.addInitScript(impatient) }, async (page) => {
    page.setDefaultTimeout(LONG_MS);
    await ready(page);
    await choose(page, [dezhou]);
    await Promise.all(
      page.workers().map((worker) =>
        worker.evaluate(() => {
          const read = File.prototype.arrayBuffer;
          File.prototype.arrayBuffer = function arrayBuffer() {
            return this.name === 'endless.txt' ? new Promise(() => {}) : read.call(this);
          };
        }),
      ),
    );
    await page.locator('input[name=files]').setInputFiles([file('endless.txt', '德州')]);
    await page.locator('.problems [data-code="died"]').waitFor();
    assert.match(await page.locator('.problems [data-code="died"]').textContent(), /endless\.txt/);
    assert.deepEqual(await columns(page), ['德州市']);
  }));
