// The interface speaks the browser's language, and another one at a press of a button.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ready, withPage } from '../harness.mjs';
import { report } from '../texts.js';

const title = (page) => page.locator('h2').first().textContent();

for (const [locale, expected, header] of [
  ['zh-CN', '各地用词', '放入各地的报告'],
  ['zh-TW', '各地用词', '放入各地的报告'],
  ['en-GB', 'Each place in its own words', 'Put in what cities publish'],
  ['fr', 'Each place in its own words', 'Put in what cities publish'],
]) {
  test(`a browser in ${locale} sees “${expected}”`, () =>
    withPage('index.html', { locale }, async (page) => {
      await ready(page);
      assert.equal(await title(page), expected);
      assert.match(await page.locator('body > header p:visible').textContent(), new RegExp(header));
    }));
}

test('the switch changes every part and keeps the figures', () =>
  withPage('index.html', { locale: 'en' }, async (page) => {
    await ready(page);
    const before = await report(page);
    await page.getByRole('button', { name: '简体中文' }).click();
    await page.waitForFunction(() => document.querySelector('cheng-yan').shadowRoot.querySelectorAll('.word').length > 0);
    assert.equal(await title(page), '各地用词');
    assert.equal(await page.locator('.root').getAttribute('lang'), 'zh-CN');
    assert.match(await page.locator('.status').textContent(), /份文本/);
    const left = await page.locator('.root').evaluate((root) => {
      const own = [...root.querySelectorAll('h2, h3, p, legend, label, button, dt, dd, th')];
      return own.map((node) => node.textContent).filter((text) => /[a-z]{4,}/i.test(text) && !/Markdown|English|HTML|Excel|JSON|UTF-8|\.md$|\.json/.test(text));
    });
    assert.deepEqual(left, []);
    assert.deepEqual(await report(page), before);
    await page.getByRole('button', { name: 'English' }).click();
    assert.equal(await title(page), 'Each place in its own words');
  }));
