// The interface speaks the browser's language, and another one at a press of a button.
import assert from 'node:assert/strict';
import { readFile, readdir } from 'node:fs/promises';
import { test } from 'node:test';
import { chooseLanguage } from '../../../www/i18n/index.js';
import { ready, requestsAfter, withPage } from '../harness.mjs';
import { report } from '../texts.js';

const title = (page) => page.locator('.clouds h2').textContent();

for (const [locale, expected, header] of [
  ['zh-CN', '各地用词', '放入各地的报告'],
  ['zh-SG', '各地用词', '放入各地的报告'],
  ['zh-TW', '各地用詞', '放入各地的報告'],
  ['zh-HK', '各地用詞', '放入各地的報告'],
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

test('a language is chosen by the script that its tag names or its region writes', () => {
  const cases = {
    'zh-CN': ['zh', 'zh-CN', 'zh-SG', 'zh-Hans', 'zh-Hans-HK', 'ZH_cn', 'yue-Hans'],
    'zh-TW': ['zh-TW', 'zh-HK', 'zh-MO', 'zh-Hant', 'zh-Hant-CN', 'zh-hant-tw', 'zh_TW', 'yue'],
    en: ['en', 'en-US', 'fr', '', null, 'not a tag', 'mul'],
  };
  for (const [code, tags] of Object.entries(cases)) {
    for (const tag of tags) assert.equal(chooseLanguage([tag]), code, String(tag));
  }
  assert.equal(chooseLanguage(['fr', 'zh-HK', 'en']), 'zh-TW');
});

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
      return own.map((node) => node.textContent).filter((text) => /[a-z]{4,}/i.test(text) && !/Markdown|English|HTML|Excel|JSON|logDice|Jensen|UTF-8|\.md$|\.json/.test(text));
    });
    assert.deepEqual(left, []);
    assert.deepEqual(await report(page), before);
    await page.getByRole('button', { name: 'English' }).click();
    assert.equal(await title(page), 'Each place in its own words');
  }));

const han = (text) => text.match(/\p{Script=Han}/gu) ?? [];

/** Characters that are written in Taiwan: those of Big5 without what was added in Hong Kong. */
function big5() {
  const bytes = [];
  for (let lead = 0xa4; lead <= 0xf9; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      if (trail <= 0x7e || trail >= 0xa1) bytes.push(lead, trail);
    }
  }
  return new Set(han(new TextDecoder('big5').decode(Uint8Array.from(bytes))));
}

/** What another standard says, in Traditional characters: a conversion would leave these behind. */
const SAID_OTHERWISE = /信息|默認|軟件|文件夾|鼠標|屏幕|網絡|數據|程序|打印|鏈接|界面|保存|導出|字節|字符|加載|刷新|粘貼|支持|掃描件|幻燈片|文本|樣例|詞云|全角|對數似然|概率|正文/g;

test('繁體中文 is written with the characters and in the words of Taiwan', async () => {
  const folder = new URL('../../../www/i18n/', import.meta.url);
  const names = (await readdir(folder)).filter((name) => name.includes('zh-TW'));
  assert.ok(names.length > 4);
  const known = big5();
  for (const name of names) {
    const source = await readFile(new URL(name, folder), 'utf8');
    // What a file of others looks like, and words that are looked for in texts.
    const ours = source.replaceAll(/锟斤拷|寰峰窞|好差评/g, '');
    assert.deepEqual(han(ours).filter((character) => !known.has(character)), [], name);
    assert.deepEqual(ours.match(SAID_OTHERWISE) ?? [], [], name);
  }
});

/** What the page itself says, without what stands in texts. */
const said = (page) =>
  page.locator('.root').evaluate((root) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walker.nextNode()) {
      const { parentElement, data } = walker.currentNode;
      if (!parentElement.closest('[lang="zh"], [lang="zh-CN"], dd')) texts.push(data.trim());
    }
    return texts.filter(Boolean);
  });

test('繁體中文 is fetched when it is chosen, once, and changes neither texts nor figures', () =>
  withPage('index.html', { locale: 'en' }, async (page) => {
    await ready(page);
    const before = await report(page);
    const press = async (name, expected) => {
      await page.getByRole('button', { name }).click();
      await page.locator('h2', { hasText: expected }).first().waitFor();
      await page.locator('figure .word').first().waitFor();
    };
    const asked = await requestsAfter(page, async () => {
      await press('繁體中文', '各地用詞');
      await press('English', 'Each place in its own words');
      await press('繁體中文', '各地用詞');
    });
    assert.deepEqual(asked.map((url) => url.split('/').at(-1)), ['chengyan.zh-TW.js']);
    assert.equal(await page.locator('.root').getAttribute('lang'), 'zh-TW');
    assert.equal(await page.locator('cheng-yan').getAttribute('lang'), 'zh-TW');
    assert.match(await page.locator('.status').textContent(), /份文件/);
    await page.locator('h2', { hasText: '各地談什麼' }).waitFor();
    assert.deepEqual(await report(page), before);
    assert.ok((await page.locator('figure .word').allTextContents()).includes('园区'), 'words stay as the texts have them');
    const english = (await said(page)).filter((text) => /[a-z]{4,}/i.test(text) && !/Markdown|English|HTML|Excel|JSON|logDice|Jensen|UTF-8|GBK|Big5|_JIS|\.md$|\.json/.test(text));
    assert.deepEqual(english, []);
  }));

test('a page that cannot have the words of a language says so and stays in its own', () =>
  withPage('index.html', { locale: 'en', expected: [/chengyan\.zh-TW\.js/] }, async (page) => {
    await ready(page);
    await page.route('**/chengyan.zh-TW.js', (route) => route.abort());
    await page.getByRole('button', { name: '繁體中文' }).click();
    await page.locator('.problems [data-code="no-language"]').waitFor();
    assert.match(await page.locator('.problems').textContent(), /could not be loaded/);
    await page.waitForFunction(() => document.querySelector('cheng-yan').getAttribute('lang') === 'en');
    assert.equal(await title(page), 'Each place in its own words');
    await page.unroute('**/chengyan.zh-TW.js');
    await page.getByRole('button', { name: '繁體中文' }).click();
    await page.locator('h2', { hasText: '各地用詞' }).first().waitFor();
    assert.equal(await page.locator('.problems').count(), 0);
  }));

test('where its words cannot be had from the beginning, the page speaks the nearest language and works', () =>
  withPage(
    'index.html',
    {
      locale: 'zh-TW',
      expected: [/chengyan\.zh-TW\.js/],
      before: (page) => page.route('**/chengyan.zh-TW.js', (route) => route.abort()),
    },
    async (page) => {
      await ready(page);
      await page.locator('.problems [data-code="no-language"]').waitFor();
      assert.equal(await title(page), '各地用词');
      assert.equal(await page.locator('cheng-yan').getAttribute('lang'), 'zh-CN');
      assert.ok((await page.locator('figure .word').count()) > 0);
    },
  ));

test('the file from disk has all languages inside', () =>
  withPage('chengyan.html', { locale: 'zh-TW', fromDisk: true }, async (page) => {
    await ready(page);
    assert.equal(await title(page), '各地用詞');
    await page.locator('h2', { hasText: '各地談什麼' }).waitFor();
  }));
