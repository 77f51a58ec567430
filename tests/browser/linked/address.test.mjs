// What the reader looks at stands in the address: readable pairs, strictly read, never the texts.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isStep, nothing, parsed, written } from '../../../www/address.js';
import { approach, ready, withPage } from '../harness.mjs';
import { act, choose, dezhou, liaocheng, report, texts } from '../texts.js';

const BASE = {
  level: 'prefecture', stop: true, genre: true, placeNames: false, persons: false, companies: false, medium: false,
  reprints: 'once', lexicon: true, pos: 'all',
};

test('a state is written and read back, and only what differs is said', () => {
  assert.equal(written(BASE, BASE, nothing()), '');
  const choices = { ...BASE, level: 'county', stop: false, reprints: 'all' };
  const looked = { ...nothing(), word: '项目', place: '371400', open: 'word', text: '4503599627370495', language: 'en' };
  const text = written(choices, BASE, looked);
  assert.equal(text, 'level=county&stop=off&reprints=all&word=项目&place=371400&open=word&text=4503599627370495&language=en');
  assert.deepEqual(parsed(`#${text}`), { choices: { level: 'county', stop: false, reprints: 'all' }, looked });
  // As browsers write it.
  assert.deepEqual(parsed(encodeURI(text)), parsed(text));
});

test('a word is a word, whatever characters it is made of', () => {
  for (const word of ['a&b=c#d', '<img src=x onerror=alert(1)>', '100%', '%E9', '“两旗一牌”', '8+8', 'a b', '\u{20000}字']) {
    const text = written(BASE, BASE, { ...nothing(), word });
    assert.equal(parsed(text).looked.word, word, text);
    assert.equal(parsed(new URL(`#${text}`, 'http://x/').hash).looked.word, word, text);
  }
});

test('what is unknown, wrong or too long is ignored', () => {
  const garbage = [
    '', '#', '#story', '&&&==', 'level=city', 'stop=true', 'word=', 'word=%', 'word=%FF', `word=${'长'.repeat(41)}`, 'word=a%00b', 'place=北京',
    'place=37140', 'text=-1', 'text=1e9', 'language=javascript:alert(1)', 'clouds=<b>', '__proto__=x', 'constructor=y', 'toString=z', 'open=word',
    `word=项目&${'x'.repeat(3000)}`,
  ];
  for (const text of garbage) assert.deepEqual(parsed(text), { choices: {}, looked: nothing() }, text);
  assert.equal(parsed('word=一&word=二').looked.word, '一');
  assert.equal(Object.getPrototypeOf(parsed('__proto__=x').choices), Object.prototype);
});

test('opening a word, choosing a place and the level are steps; other choices are not', () => {
  const step = (before, after) => isStep(parsed(before), parsed(after));
  assert.ok(step('', 'word=一&open=word'));
  assert.ok(step('word=一', 'word=一&open=word'));
  assert.ok(step('', 'place=371400'));
  assert.ok(step('', 'level=county'));
  assert.ok(step('', 'text=12'));
  assert.ok(!step('word=一&open=word', 'word=一'), 'closing is none');
  assert.ok(!step('', 'stop=off'));
  assert.ok(!step('', 'clouds=apart'));
  assert.ok(!step('', 'theme=industry'));
});

/** Waits until all is drawn. @param {any} page */
const whole = (page) => page.waitForFunction(() => document.querySelector('cheng-yan').shadowRoot.querySelector('.part-linked'));
/** @param {any} page */
const hash = (page) => page.evaluate(() => decodeURIComponent(location.hash));
/** @param {any} page @param {string} wanted */
const hashBecomes = (page, wanted) => page.waitForFunction((one) => decodeURIComponent(location.hash) === one, wanted);
const panelCloses = (page) => page.waitForFunction(() => !document.querySelector('cheng-yan').shadowRoot.querySelector('dialog[open]'));

test('back and forward go through words, places and levels', () =>
  withPage('index.html', { locale: 'en' }, async (page) => {
    await ready(page);
    await choose(page, [dezhou, liaocheng]);
    await whole(page);
    assert.equal(await hash(page), '');
    await page.locator('.comparison tr[data-word=产业] th button').click();
    await page.locator('dialog[open] mark').first().waitFor();
    assert.equal(await hash(page), '#word=产业&open=word');
    await page.keyboard.press('Escape');
    await hashBecomes(page, '#word=产业');
    await page.locator('.comparison thead .choose').first().click();
    await hashBecomes(page, '#word=产业&place=371400');
    await act(page, () => page.locator('input[name=level][value=county]').check({ force: true }));
    assert.equal(await hash(page), '#level=county&word=产业&place=371400');

    await act(page, () => page.goBack());
    assert.equal((await report(page)).view.level, 'prefecture');
    assert.equal(await page.locator('input[name=level]:checked').getAttribute('value'), 'prefecture');
    await page.goBack();
    await page.locator('.comparison th[data-place="371400"]:not([aria-current])').waitFor();
    await page.goBack();
    await page.waitForFunction(() => !document.querySelector('cheng-yan').shadowRoot.querySelector('.looked'));
    assert.equal(await hash(page), '');
    await page.goForward();
    await hashBecomes(page, '#word=产业');
    await page.locator('tr[data-word=产业][aria-current=true]').waitFor();
    await page.goForward();
    await page.locator('.comparison th[data-place="371400"][aria-current=true]').waitFor();
    await panelCloses(page);
  }));

test('an address opens what it names, and loading anew keeps it', () =>
  withPage('index.html', { locale: 'zh-CN', hash: 'level=county&stop=off&word=项目&clouds=apart&open=word&language=en' }, async (page) => {
    const opens = async () => {
      await page.locator('dialog[open] mark').first().waitFor();
      assert.equal(await page.locator('dialog[open] h2').textContent(), '项目');
      const { view } = await report(page);
      assert.deepEqual([view.level, view.stop], ['county', false]);
      assert.equal(await page.locator('.arrangement input[value=apart]').first().isChecked(), true);
      assert.match(await page.locator('h2').first().textContent(), /[a-z]/);
    };
    await opens();
    const before = await hash(page);
    await page.reload();
    await opens();
    assert.equal(await hash(page), before);
    await page.keyboard.press('Escape');
    await panelCloses(page);
    await hashBecomes(page, before.replace('&open=word', ''));
  }));

test('a place or a theme chosen in one view is followed by the others', () =>
  withPage('index.html', { locale: 'en' }, async (page) => {
    await ready(page);
    await choose(page, [dezhou, liaocheng]);
    await page.locator('[data-view=dots]').waitFor();
    await approach(page, 'themes');
    await page.locator('[data-view=board]').waitFor();
    await page.locator('.heat .choose[data-choose="371500"]').click();
    for (const where of ['figure', '.comparison th', '.dots .row', '.heat th', '.board tr']) {
      await page.locator(`${where}[data-place="371500"][aria-current=true]`).first().waitFor({ state: 'attached' });
      assert.equal(await page.locator(`${where}[data-place="371400"][aria-current]`).count(), 0, where);
    }
    assert.equal(await page.locator('.comparison .choose[data-choose="371500"]').getAttribute('aria-pressed'), 'true');
    assert.match(await page.locator('.looked').textContent(), /聊城市/);
    await page.locator('.board .chip[aria-pressed=false]').first().click();
    const theme = await page.locator('.board .chip[aria-pressed=true]').getAttribute('data-theme');
    await hashBecomes(page, `#place=371500&theme=${theme}`);
    assert.equal(await page.evaluate(() => document.querySelector('cheng-yan').shadowRoot.activeElement.getAttribute('data-theme')), theme);
    await page.evaluate(() => { document.querySelector('cheng-yan').state = ''; });
    await page.waitForFunction((one) => document.querySelector('cheng-yan').shadowRoot.querySelector('.board .chip[aria-pressed=true]').dataset.theme !== one, theme);
    assert.equal(await page.locator('[data-place][aria-current]').count(), 0);
    // Only a place that a click chose is let go by another.
    await page.locator('.comparison .choose').first().click();
    await page.locator('figure[data-place="371400"][aria-current=true]').waitFor();
    await page.locator('.comparison .choose').first().click();
    await page.waitForFunction(() => !document.querySelector('cheng-yan').shadowRoot.querySelector('[data-place][aria-current]'));
  }));

test('a document that is read stands in the address, and back leaves it', () =>
  withPage('index.html', {}, async (page) => {
    await ready(page);
    await choose(page, [dezhou]);
    await whole(page);
    await page.locator('.documents summary').first().click();
    await page.locator('.documents button.read').first().click();
    await page.locator('dialog.reader[open]').waitFor();
    assert.match(await hash(page), /^#text=\d+$/);
    await page.goBack();
    await panelCloses(page);
    assert.equal(await hash(page), '');
  }));

test('garbage in the address does no harm, and words are never markup', () =>
  withPage('index.html', { hash: 'word=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E&open=word&place=999999&text=77&level=x&__proto__=y' }, async (page) => {
    await ready(page);
    await whole(page);
    await page.locator('.looked').waitFor();
    assert.equal(await page.locator('.looked img').count(), 0);
    assert.equal((await page.locator('.looked-word').textContent()), '<img src=x onerror=alert(1)>');
    assert.equal(await page.locator('dialog[open]').count(), 0);
    await choose(page, [dezhou, liaocheng]);
    await page.locator('.looked .clear').click();
    await hashBecomes(page, '');
  }));

test('a page around keeps its own address, and gets the state by event and property', () =>
  withPage('embed.html', { hash: 'level=county&word=项目&open=word' }, async (page) => {
    await ready(page);
    await whole(page);
    await choose(page, [dezhou, liaocheng]);
    await page.evaluate(() => {
      globalThis.told = [];
      document.addEventListener('chengyan-state', ({ detail }) => globalThis.told.push(detail));
    });
    assert.equal((await report(page)).view.level, 'prefecture');
    await page.locator('.comparison tr[data-word=产业] th button').click();
    await page.locator('dialog[open] mark').first().waitFor();
    await page.keyboard.press('Escape');
    await panelCloses(page);
    await page.waitForFunction(() => globalThis.told.length === 2);
    assert.deepEqual(await page.evaluate(() => globalThis.told), [
      { state: 'word=产业&open=word', isStep: true },
      { state: 'word=产业', isStep: false },
    ]);
    assert.equal(await hash(page), '#level=county&word=项目&open=word');
    await act(page, () => page.evaluate(() => { document.querySelector('cheng-yan').state = 'level=county&place=371400'; }));
    assert.equal((await report(page)).view.level, 'county');
    assert.equal(await page.evaluate(() => document.querySelector('cheng-yan').state), 'level=county&place=371400');
    assert.equal(await page.evaluate(() => globalThis.told.length), 2, 'what the host says is not told back');
    assert.equal(await hash(page), '#level=county&word=项目&open=word');
    assert.equal(await page.evaluate(() => history.length), 2);
  }));

test('of several elements the first that asks for it has the address', () =>
  withPage('tests/linked/three.html', { hash: 'level=county' }, async (page) => {
    const level = (id) => page.waitForFunction((one) => document.getElementById(one).reportText && JSON.parse(document.getElementById(one).reportText).view.level, id).then((handle) => handle.jsonValue());
    assert.deepEqual([await level('first'), await level('second'), await level('third')], ['prefecture', 'county', 'province']);
    await page.evaluate((text) => document.getElementById('third').addFiles([new File([text], 'a.txt')]), texts.dezhou);
    await page.locator('#third input[name=stop]').uncheck();
    await page.waitForFunction(() => document.getElementById('third').state === 'level=province&stop=off');
    assert.equal(await hash(page), '#level=county');
    await page.locator('#second input[name=stop]').uncheck();
    await hashBecomes(page, '#level=county&stop=off');
  }));
