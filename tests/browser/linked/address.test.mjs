// What the reader looks at stands in the address: readable pairs, strictly read, never the texts.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isStep, linesLooked, nothing, parsed, queryOf, settled, written } from '../../../www/address.js';
import { approach, ready, withPage } from '../harness.mjs';
import { act, choose, dezhou, file, liaocheng, report, texts } from '../texts.js';
import { BASE, whole, hash, hashBecomes, panelCloses } from './hash.js';

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

test('how the lines of a word stand is written and read back, and belongs to an open word alone', () => {
  const query = { sort: 'left', document: 4503599627370495, role: 'body', speaker: '王某', from: '2019', until: '2019-02-24' };
  const looked = settled({ ...nothing(), word: '项目', open: 'word', ...linesLooked(query) });
  const text = written(BASE, BASE, looked);
  assert.equal(text, 'word=项目&open=word&uses=lines&sort=left&document=4503599627370495&role=body&speaker=王某&from=2019&until=2019-02-24');
  assert.deepEqual(parsed(text).looked, looked);
  assert.deepEqual(queryOf(parsed(text).looked), query);
  assert.deepEqual(queryOf(settled({ ...looked, ...linesLooked({ sort: 'text' }) })), {}, 'the usual order is not said');
  assert.equal(queryOf(settled({ ...looked, ...linesLooked(null) })), null, 'sentences have no filters');
  assert.deepEqual(settled({ ...looked, open: null }), { ...nothing(), word: '项目' }, 'what is closed has no filters');
  for (const one of ['word=项目&uses=lines&sort=left', 'word=项目&open=word&sort=left', 'open=word&uses=lines']) assert.equal(parsed(one).looked.sort, null, one);
  for (const one of ['sort=up', 'document=x', 'role=king', 'from=yesterday', 'until=2019-1', `speaker=${'长'.repeat(41)}`]) {
    assert.deepEqual(queryOf(parsed(`word=项目&open=word&uses=lines&${one}`).looked), {}, one);
  }
});

test('the sentences of a theme are written and read back', () => {
  const text = 'theme=industry&open=theme&term=产业';
  assert.equal(written(BASE, BASE, parsed(text).looked), text);
  assert.deepEqual(parsed('open=theme&term=产业').looked, nothing(), 'of no theme there are none');
  assert.equal(parsed('theme=industry&term=产业').looked.term, null);
  assert.ok(isStep(parsed('theme=industry'), parsed(text)));
  assert.ok(isStep(parsed(text), parsed('theme=ecology&open=theme')));
  assert.ok(!isStep(parsed('theme=industry&open=theme'), parsed(text)));
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

test('the panel of a theme stands in the address, with its place and its term', () =>
  withPage('index.html', { locale: 'en' }, async (page) => {
    await ready(page);
    await choose(page, [dezhou, liaocheng]);
    await whole(page);
    await approach(page, 'themes', '.heat');
    await page.locator('.heat tbody tr', { hasText: 'Industry' }).locator('td button').first().click();
    await page.locator('dialog[open] mark').first().waitFor();
    await hashBecomes(page, '#place=371400&theme=industry&open=theme');
    const term = await page.locator('dialog[open] .terms .chip[data-term]:not([data-term=""])').first().getAttribute('data-term');
    await page.locator(`dialog[open] .terms .chip[data-term="${term}"]`).click();
    await hashBecomes(page, `#place=371400&theme=industry&open=theme&term=${term}`);
    await page.goBack();
    await panelCloses(page);
    await page.goForward();
    const isThere = async () => {
      await page.locator(`dialog[open] .terms .chip[data-term="${term}"][aria-pressed=true]`).waitFor();
      assert.match(await page.locator('dialog[open] h2').textContent(), new RegExp(`Industry · ${term}`));
    };
    await isThere();
    await page.keyboard.press('Escape');
    await hashBecomes(page, '#place=371400&theme=industry');
    // Of the clouds of themes a word opens the same panel.
    await approach(page, 'zoned', '.zoned-word');
    await page.locator('.zoned-place[data-place="371400"] .zoned-word', { hasText: new RegExp(`^${term}$`) }).click();
    await isThere();
    await hashBecomes(page, `#place=371400&theme=industry&open=theme&term=${term}`);
  }));

test('the panel of a theme opens with the page, and one that is none stays closed', () =>
  withPage('index.html', { locale: 'en', hash: 'theme=industry&open=theme' }, async (page) => {
    await page.locator('dialog[open] mark').first().waitFor();
    assert.equal(await page.locator('dialog[open] h2').textContent(), 'Industry');
    await page.evaluate(() => { document.querySelector('cheng-yan').state = 'theme=nonsense&open=theme'; });
    await panelCloses(page);
    await hashBecomes(page, '#theme=nonsense');
  }));

/** Two dated texts of one city and one of another, with speakers. */
const spoken = [
  file('a.txt', '---\ntitle: 会议甲\ndate: 2019-02-24\n---\n德州市开会。\n王某：德州抓产业，产业要强。\n李某：德州产业不少。'),
  file('b.txt', '---\ntitle: 会议乙\ndate: 2020-03-01\n---\n德州市的产业多，产业好。'),
  file('c.txt', '---\ntitle: 会议丙\ndate: 2020-05-01\n---\n聊城市的产业好。'),
];

test('order and filters of the lines stand in the address, come back with it, and go with the panel', () =>
  withPage('index.html', { locale: 'en' }, async (page) => {
    await ready(page);
    await choose(page, spoken);
    await whole(page);
    await page.locator('.comparison tr[data-word=产业] th button').click();
    await page.locator('dialog[open] .arrangement input[value=lines]').check({ force: true });
    await hashBecomes(page, '#word=产业&open=word&uses=lines');
    const rows = () => page.locator('dialog[open] .lines [data-index]').count();
    const rowsBecome = (n) => page.waitForFunction((one) => document.querySelector('cheng-yan').shadowRoot.querySelectorAll('dialog[open] .lines [data-index]').length === one, n);
    await page.locator('dialog[open] .lines [data-index]').first().waitFor();
    const all = await rows();
    await page.locator('dialog[open] select[name=sort]').selectOption('right');
    await hashBecomes(page, '#word=产业&open=word&uses=lines&sort=right');
    await page.locator('dialog[open] select[name=column]').selectOption('371400');
    await hashBecomes(page, '#word=产业&place=371400&open=word&uses=lines&sort=right');
    await page.locator('dialog[open] select[name=from]').selectOption('2020-03-01');
    await hashBecomes(page, '#word=产业&place=371400&open=word&uses=lines&sort=right&from=2020-03-01');
    await rowsBecome(2);
    const id = (await report(page)).documents.find(({ file: name }) => name === 'b.txt').id;
    await page.locator('dialog[open] select[name=document]').selectOption(String(id));
    const whole2 = `#word=产业&place=371400&open=word&uses=lines&sort=right&document=${id}&from=2020-03-01`;
    await hashBecomes(page, whole2);
    await page.goBack();
    await page.goBack();
    await panelCloses(page);
    await page.goForward();
    await page.goForward();
    await rowsBecome(2);
    assert.equal(await hash(page), whole2);
    for (const [name, value] of [['sort', 'right'], ['column', '371400'], ['from', '2020-03-01'], ['document', String(id)]]) {
      assert.equal(await page.locator(`dialog[open] select[name=${name}]`).inputValue(), value, name);
    }
    // What no line has cannot be chosen, and is left.
    await page.evaluate(() => { document.querySelector('cheng-yan').state = 'word=产业&open=word&uses=lines&sort=left&speaker=无此人&document=77&from=1999'; });
    await rowsBecome(all);
    await hashBecomes(page, '#word=产业&open=word&uses=lines&sort=left');
    await page.locator('dialog[open] .arrangement input[value=sentences]').check({ force: true });
    await hashBecomes(page, '#word=产业&open=word');
    await page.keyboard.press('Escape');
    await hashBecomes(page, '#word=产业');
  }));

test('an address with lines opens them when the page is loaded anew', () =>
  withPage('index.html', { locale: 'zh-CN', hash: 'word=项目&open=word&uses=lines&sort=left' }, async (page) => {
    for (const again of [false, true]) {
      if (again) await page.reload();
      await page.locator('dialog[open] .lines [data-index]').first().waitFor();
      assert.equal(await page.locator('dialog[open] select[name=sort]').inputValue(), 'left');
      assert.equal(await page.locator('dialog[open] .arrangement input[value=lines]').isChecked(), true);
      assert.equal(await hash(page), '#word=项目&open=word&uses=lines&sort=left');
    }
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
    // Only a place that a click chose is let go by another; views above may still be counted and push it.
    const press = () => page.locator('.comparison .choose').first().evaluate((node) => node.click());
    await press();
    await page.locator('figure[data-place="371400"][aria-current=true]').waitFor();
    await press();
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
