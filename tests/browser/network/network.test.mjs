// After loading, no page asks the network for anything, whatever text is dropped in and whatever is done. What files of
// other formats ask for is in tests/browser/formats, and what a further language asks for in tests/browser/language.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ready, requestsAfter, withPage } from '../harness.mjs';
import { act, choose, dezhou, file, liaocheng } from '../texts.js';

/** Texts that would call out if any of them were ever taken for a page. */
const CALLING = [
  file('calls.html', `<!doctype html><link rel=stylesheet href=http://a.example/x.css><script src=http://a.example/x.js></script>
    <img src=http://a.example/x.png onerror="fetch('http://a.example/y')"><iframe src=http://a.example></iframe>
    <p>德州推进项目。<style>@import url(http://a.example/z.css);</style></p><meta http-equiv=refresh content="0;url=http://a.example">`),
  file('calls.md', '# 聊城\n\n![图](http://a.example/x.png) <img src=x onerror=alert(1)>\n\n聊城推进项目。[来源](http://a.example)'),
  file('calls.svg', '<svg xmlns="http://www.w3.org/2000/svg"><image href="http://a.example/x.png"/><script>fetch("/x")</script>滨州</svg>'),
];

async function openAndClose(page, button) {
  await button.click();
  await page.locator('dialog[open]').waitFor();
  await page.keyboard.press('Escape');
}

async function useEverything(page) {
  await choose(page, CALLING);
  await choose(page, [dezhou, liaocheng, file('broken.txt', [0xff, 0xfe, 0xff])]);
  await openAndClose(page, page.locator('.word').first());
  await openAndClose(page, page.locator('.comparison tbody th button').first());
  for (const summary of await page.locator('.documents summary').all()) await summary.click();
  const menu = page.locator('[data-view=comparison] > details.take');
  await menu.locator('summary').click();
  for (const kind of ['csv', 'json', 'svg', 'png']) {
    await Promise.all([page.waitForEvent('download'), menu.locator(`button[data-kind=${kind}]`).click()]);
  }
  await openAndClose(page, page.locator('.documents .buttons button').first());
  for (const level of ['county', 'province', 'prefecture']) {
    await act(page, () => page.locator(`input[value=${level}]`).check({ force: true }));
  }
  for (const code of ['zh-CN', 'zh-TW', 'en']) await page.locator(`.languages button[lang="${code}"]`).click();
  await act(page, () => page.locator('.sample-note button').click());
  await page.setViewportSize({ width: 500, height: 700 });
}

/** Ready is said only when all that will ever be fetched has come. */
const settled = (page) =>
  page.evaluate(() => new Promise((resolve) => {
    const element = document.querySelector('cheng-yan');
    const look = async () => ((await element.stats())?.ready ? resolve(true) : setTimeout(look, 50));
    void look();
  }));

for (const [path, options] of [
  ['index.html', {}],
  ['embed.html', {}],
  ['chengyan.html', { fromDisk: true }],
]) {
  test(`${path} asks for nothing after loading`, () =>
    withPage(path, { locale: 'en', ...options }, async (page) => {
      await ready(page);
      await settled(page);
      await page.locator('.languages button[lang="zh-TW"]').click();
      await page.locator('.root[lang="zh-TW"]').waitFor();
      assert.deepEqual(await requestsAfter(page, () => useEverything(page)), []);
      assert.equal(await page.evaluate(() => document.querySelector('cheng-yan').shadowRoot.querySelectorAll('img, iframe, script, link').length), 0);
    }));
}

test('the file from disk asks for nothing even while loading', () =>
  withPage(
    'chengyan.html',
    {
      fromDisk: true,
      before: (page) => page.on('request', (request) => {
        const url = request.url();
        if (!url.startsWith('blob:') && !url.startsWith('data:') && !url.endsWith('/chengyan.html')) throw new Error(url);
      }),
    },
    (page) => ready(page),
  ));
