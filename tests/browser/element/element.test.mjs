// The element's own interface: attributes, events, methods, and being loaded more than once.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ready, withPage } from '../harness.mjs';
import { texts } from '../texts.js';

const PAGE = 'tests/element/twice.html';
/** A missing text is part of the page. */
const expected = [/404/];

const read = (page, id) =>
  page.evaluate((name) => {
    const element = document.getElementById(name);
    return element.reportText ? JSON.parse(element.reportText) : null;
  }, id);

const done = (page, id) => page.waitForFunction((name) => document.getElementById(name).reportText !== '', id);

test('a script loaded twice defines the element once, and several elements live side by side', () =>
  withPage(PAGE, { expected }, async (page) => {
    await ready(page);
    for (const id of ['first', 'second', 'third']) await done(page, id);
    assert.equal((await read(page, 'first')).view.level, 'county');
    assert.equal((await read(page, 'second')).documents.length, 0);
    assert.deepEqual((await read(page, 'third')).columns.map(({ name }) => name), ['德州市']);
    assert.match(await page.locator('#third .problems').textContent(), /missing\.txt/);
    assert.match(await page.locator('#first h2').first().textContent(), /各地用词/);
    assert.match(await page.locator('#second .status').textContent(), /No texts yet/);
  }));

test('files given by a script are analysed, and the report is told', () =>
  withPage(PAGE, { expected }, async (page) => {
    await done(page, 'second');
    const told = await page.evaluate(async (text) => {
      const element = document.getElementById('second');
      const heard = new Promise((resolve) => element.addEventListener('chengyan-report', ({ detail }) => resolve(detail)));
      await element.addFiles([new File([text], 'given.txt')]);
      const detail = await heard;
      return { schema: detail.schema, columns: detail.columns.map(({ name }) => name), stats: await element.stats() };
    }, texts.dezhou);
    assert.deepEqual([told.schema, told.columns], [1, ['德州市']]);
    assert.equal(told.stats.nDocuments, 1);
    assert.ok(told.stats.memory > 1e6);
  }));

test('attributes may change later, and the element may be moved', () =>
  withPage(PAGE, { expected }, async (page) => {
    await done(page, 'first');
    await page.evaluate(() => document.getElementById('first').setAttribute('lang', 'en'));
    assert.match(await page.locator('#first h2').first().textContent(), /Each place/);
    await page.evaluate(() => document.getElementById('first').setAttribute('level', 'province'));
    await page.waitForFunction(() => JSON.parse(document.getElementById('first').reportText).view.level === 'province');
    await page.evaluate(() => document.body.append(document.getElementById('first')));
    await page.waitForTimeout(100);
    assert.ok((await page.locator('#first .word').count()) > 0);
  }));
