// Texts come in by button, drop and paste; what cannot be read is named and holds up nothing else.
import assert from 'node:assert/strict';
import { Buffer } from 'node:buffer';
import { test } from 'node:test';
import { ready, withPage } from '../harness.mjs';
import { act, choose, columns, dezhou, file, liaocheng, report, texts } from '../texts.js';

/** Lets files or text go over the middle of the element, as a mouse would. */
async function drop(page, contents) {
  const transfer = await page.evaluateHandle((items) => {
    const data = new DataTransfer();
    for (const { name, text } of items) {
      if (name) data.items.add(new File([text], name));
      else data.setData('text/plain', text);
    }
    return data;
  }, contents);
  for (const type of ['dragenter', 'dragover', 'drop']) {
    await page.locator('.clouds, .drop').first().dispatchEvent(type, { dataTransfer: transfer });
  }
}

test('a dropped file gives its city', () =>
  withPage('index.html', {}, async (page) => {
    await ready(page);
    await act(page, () => drop(page, [{ name: 'dezhou.txt', text: texts.dezhou }]));
    assert.deepEqual(await columns(page), ['德州市']);
    assert.equal(await page.locator('figure h3').first().textContent(), '德州市山东省');
  }));

test('dragged text is read like pasted text', () =>
  withPage('index.html', {}, async (page) => {
    await ready(page);
    await act(page, () => drop(page, [{ text: texts.liaocheng }]));
    assert.deepEqual(await columns(page), ['聊城市']);
  }));

test('pasted text is analysed', () =>
  withPage('index.html', { locale: 'en' }, async (page) => {
    await ready(page);
    await page.getByRole('button', { name: 'Paste text' }).click();
    await page.getByLabel('Text to analyse').fill(texts.dezhou);
    await act(page, () => page.getByRole('button', { name: 'Analyse this text' }).click());
    assert.deepEqual(await columns(page), ['德州市']);
    assert.equal((await report(page)).documents[0].file, 'Pasted text 1');
  }));

test('a text that names no place stands apart, after the cities', () =>
  withPage('index.html', { locale: 'en' }, async (page) => {
    await ready(page);
    await choose(page, [file('nowhere.txt', texts.nowhere), dezhou, liaocheng]);
    assert.deepEqual(await columns(page), ['德州市', '聊城市', 'unknown']);
    const last = page.locator('figure').last();
    assert.match(await last.textContent(), /^Unknown/);
    assert.match(await last.getAttribute('class'), /apart/);
    assert.match(await last.locator('.why').textContent(), /does not say/);
  }));

test('what cannot be read is named with the reason, and all else is read', () =>
  withPage('index.html', { locale: 'en' }, async (page) => {
    await ready(page);
    await choose(page, [
      file('broken.txt', [0x81, 0xff, 0x90, 0xff, 0xf0, 0xff, 0xfa, 0xff, 0xff]),
      file('program.txt', [0x7f, 0x45, 0, 0, 1]),
      file('nothing.txt', ''),
      file('photo.jpg', [1, 2, 3]),
      dezhou,
    ]);
    assert.deepEqual(await columns(page), ['德州市']);
    for (const [code, name] of [
      ['poor-fit', 'broken.txt'],
      ['empty', 'nothing.txt'],
      ['not-text', 'program.txt'],
      ['image', 'photo.jpg'],
    ]) {
      assert.match(await page.locator(`.problems [data-code="${code}"]`).textContent(), new RegExp(name), code);
    }
    await page.getByRole('button', { name: 'Dismiss' }).click();
    assert.equal(await page.locator('.problems').count(), 0);
  }));

/** 德州抓产业，产业工人要培训。 as GBK writes it. */
const GBK = 'b5c2d6ddd7a5b2fad2b5a3acb2fad2b5b9a4c8cbd2aac5e0d1b5a1a3';

test('a file in GBK gives its city without a question; another encoding can be chosen, and taken back', () =>
  withPage('index.html', { locale: 'en' }, async (page) => {
    await ready(page);
    const bytes = GBK.match(/../g).map((pair) => Number.parseInt(pair, 16));
    await choose(page, [dezhou, file('gbk.txt', bytes), liaocheng]);
    assert.deepEqual(await columns(page), ['德州市', '聊城市']);
    const before = await report(page);
    assert.deepEqual(before.documents.map(({ encoding }) => encoding), ['utf-8', 'gb18030', 'utf-8']);
    const item = page.locator('.documents > ul > li', { hasText: 'gbk.txt' });
    assert.match(await item.locator('.facts').textContent(), /GBK.*guessed/);
    await item.locator('summary').click();
    const select = item.getByLabel(/^Encoding of/);
    assert.equal(await select.inputValue(), 'gb18030');
    await act(page, () => select.selectOption('big5'));
    const other = await report(page);
    assert.deepEqual(other.documents.map(({ encoding }) => encoding), ['utf-8', 'big5', 'utf-8']);
    assert.deepEqual(await columns(page), ['德州市', '聊城市', 'unknown']);
    assert.equal(other.documents[1].id, before.documents[1].id);
    assert.equal(await item.locator('.tag').count(), 0, 'what was chosen is no guess');
    await page.waitForFunction(() => document.querySelector('cheng-yan').shadowRoot.activeElement?.name === 'encoding');
    await act(page, () => select.selectOption('gb18030'));
    assert.deepEqual((await report(page)).columns, before.columns);
  }));

test('texts in UTF-16 are no programs', () =>
  withPage('index.html', {}, async (page) => {
    await ready(page);
    const text = `${texts.dezhou} (OK)`;
    const little = [...Buffer.from(text, 'utf16le')];
    await choose(page, [file('le.txt', little), file('marked.txt', [0xff, 0xfe, ...little])]);
    const { documents } = await report(page);
    assert.deepEqual(documents.map(({ encoding }) => encoding), ['utf-16le', 'utf-16le']);
    assert.deepEqual(documents.map(({ encodingGuessed }) => encodingGuessed), [true, false]);
    assert.deepEqual(await columns(page), ['德州市']);
  }));

test('a file that brings no word leaves the sample where it is', () =>
  withPage('index.html', {}, async (page) => {
    await ready(page);
    const before = await columns(page);
    await choose(page, [file('broken.txt', [0xff, 0xfe, 0xff, 0xfe])]);
    assert.deepEqual(await columns(page), before);
  }));

test('the same file is not counted twice', () =>
  withPage('index.html', {}, async (page) => {
    await ready(page);
    const one = await page.evaluateHandle((text) => new File([text], 'one.txt', { lastModified: 1 }), texts.dezhou);
    const add = () => page.evaluate((same) => document.querySelector('cheng-yan').addFiles([same]), one);
    await add();
    await add();
    assert.equal((await report(page)).documents.length, 1);
    assert.match(await page.locator('.problems [data-code="duplicate"]').textContent(), /one\.txt/);
  }));

test('the receipt of a text lists what was rewritten, with examples, and the text can be removed', () =>
  withPage('index.html', { locale: 'en' }, async (page) => {
    await ready(page);
    await choose(page, [file('noisy.txt', texts.pinyin), liaocheng]);
    const item = page.locator('.documents > ul > li', { hasText: 'noisy.txt' });
    await item.locator('summary').click();
    const pinyin = item.locator('.handled li', { hasText: 'Pinyin inserted by a website' });
    assert.match(await pinyin.first().textContent(), /10×/);
    assert.match(await pinyin.locator('q').first().textContent(), /xiàng/);
    await item.getByRole('button', { name: 'Read and correct' }).click();
    const passage = page.locator('dialog[open] .block .passage');
    await passage.waitFor();
    const shown = await passage.evaluate((node) => {
      const copy = node.cloneNode(true);
      for (const counted of copy.querySelectorAll('ins')) counted.remove();
      return copy.textContent;
    });
    assert.equal(shown, texts.pinyin);
    await page.keyboard.press('Escape');
    await act(page, () => item.getByRole('button', { name: /^Remove/ }).click());
    assert.deepEqual(await columns(page), ['聊城市']);
  }));

test('the journalist’s questions count only when asked for', () =>
  withPage('index.html', {}, async (page) => {
    await ready(page);
    await choose(page, [file('interview.txt', texts.interview)]);
    const { nWords } = await report(page);
    await act(page, () => page.locator('input[name=medium]').check());
    const more = await report(page);
    assert.ok(more.nWords > nWords, `${more.nWords} words with the questions, ${nWords} without`);
    assert.equal(more.documents[0].ofMedium[0].role, 'question');
  }));

test('the level decides which places there are', () =>
  withPage('index.html', {}, async (page) => {
    await ready(page);
    await choose(page, [dezhou, file('rongcheng.txt', texts.dezhou.replaceAll('德州', '荣成'))]);
    assert.deepEqual(await columns(page), ['威海市', '德州市']);
    await act(page, () => page.locator('input[value=county]').check({ force: true }));
    assert.deepEqual(await columns(page), ['荣成市', '德州市']);
    await act(page, () => page.locator('input[value=province]').check({ force: true }));
    assert.deepEqual(await columns(page), ['山东省']);
  }));
