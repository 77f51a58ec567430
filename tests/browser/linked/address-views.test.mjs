// What stands open in the views below stands in the address as well, and comes back with it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isStep, isUnfolded, nothing, parsed, unfolding, written } from '../../../www/address.js';
import { Focus } from '../../../www/focus.js';
import { approach, ready, withPage } from '../harness.mjs';
import { choose, countReprints, file, report } from '../texts.js';
import { drawn, four } from '../views/charts.js';
import { BASE, whole, hash, hashBecomes, panelCloses } from './hash.js';

test('what stands open in the views is written and read back, strictly', () => {
  const text = 'word=项目&open=with&with=招商&survive=on&pair=371400-371600&measure=cosine&run=3&unfolded=dots-figures,phrases&rows=75&listed=40';
  assert.equal(written(BASE, BASE, parsed(text).looked), text);
  assert.equal(parsed('open=with&with=招商').looked.with, null, 'with no word nothing stands');
  assert.equal(parsed('open=phrase').looked.open, null);
  assert.equal(parsed('phrase=河畔书屋').looked.phrase, null, 'a phrase is looked at or is not');
  for (const garbage of ['survive=off', 'pair=371400', 'pair=北京-天津', 'measure=length', 'run=-1', 'unfolded=A', 'unfolded=,', 'rows=0', 'listed=1e9']) {
    assert.deepEqual(parsed(garbage).looked, nothing(), garbage);
  }
  const one = { ...nothing(), ...unfolding(nothing(), 'phrases', true) };
  assert.equal(one.unfolded, 'phrases');
  assert.equal(unfolding(one, 'dots-figures', true).unfolded, 'dots-figures,phrases');
  assert.equal(unfolding(one, 'phrases', false).unfolded, null);
  assert.ok(isUnfolded(one, 'phrases') && !isUnfolded(one, 'stops') && !isUnfolded(nothing(), 'phrases'));
  assert.ok(isStep(parsed(''), parsed('pair=371400-371600')) && isStep(parsed(''), parsed('open=phrase&phrase=一')));
  assert.ok(!isStep(parsed(''), parsed('survive=on&unfolded=stops&rows=75')));
});

test('a place that is chosen ends the choice of a pair without it', () => {
  const focus = new Focus({ pair: '371400-371600' });
  focus.set({ place: '371400' });
  assert.equal(focus.now.pair, '371400-371600');
  focus.set({ place: '371000' });
  assert.equal(focus.now.pair, null);
  focus.set({ pair: '371400-371600' });
  assert.equal(focus.now.place, '371000', 'but a pair may be chosen beside it');
});

/** @param {any} page @param {string} state */
const go = (page, state) => page.evaluate((one) => { document.querySelector('cheng-yan').state = one; }, state);

test('the lists of phrases and of words left out stand in the address, and the phrase that is looked at', () =>
  withPage('index.html', { locale: 'en' }, async (page) => {
    await ready(page);
    await choose(page, [file('a.txt', '德州要建“河畔书屋”。\n德州的“河畔书屋”要开门，河畔书屋好。\n德州说“惠民大道”。')]);
    await whole(page);
    await page.locator('.phrases summary').click();
    await page.locator('[data-phrases=offered] [data-phrase="惠民大道"] .link').click();
    await page.locator('dialog[open] mark').first().waitFor();
    const open = '#open=phrase&phrase=惠民大道&unfolded=phrases';
    await hashBecomes(page, open);
    await page.keyboard.press('Escape');
    await hashBecomes(page, '#unfolded=phrases');
    await page.locator('[data-phrases=taken] [data-phrase="河畔书屋"] .link').click();
    await page.locator('dialog[open] mark').first().waitFor();
    await hashBecomes(page, '#word=河畔书屋&open=word&unfolded=phrases');
    await page.goBack();
    await panelCloses(page);
    await go(page, '');
    await page.locator('.phrases:not([open])').waitFor();
    await go(page, open);
    await page.locator('.phrases[open] [data-phrases=taken]').waitFor();
    await page.locator('dialog[open] mark').first().waitFor();
    assert.equal(await page.locator('dialog[open] mark').first().textContent(), '惠民大道');
    await go(page, 'open=phrase&phrase=无此语&unfolded=stops');
    await panelCloses(page);
    await page.locator('.stop-words[open]').waitFor();
    await hashBecomes(page, '#unfolded=stops');
  }));

test('trying findings, the pair whose likeness is shown and its measure stand in the address', () =>
  withPage('index.html', { locale: 'en', hash: 'survive=on' }, async (page) => {
    await ready(page);
    await countReprints(page);
    await choose(page, four);
    const box = page.locator('.survival input');
    await page.locator('.part-findings .city[data-city="371000"]').waitFor();
    assert.equal(await box.isChecked(), true, 'as the address says');
    await page.locator('.part-robustness table').first().waitFor();
    await box.uncheck();
    await hashBecomes(page, '#reprints=all');
    await drawn(page, 'likeness');
    const chosen = () => page.locator('.cell.chosen').getAttribute('data-at');
    const first = await chosen();
    const other = page.locator('.cell:not(.chosen)').first();
    const at = await other.getAttribute('data-at');
    await other.click();
    await page.waitForFunction(() => /pair=\d{6}-\d{6}$/.test(location.hash));
    const name = await page.evaluate(() => location.hash.slice(-13));
    await page.locator('input[name=likeness][value=cosine]').check({ force: true });
    await hashBecomes(page, `#reprints=all&pair=${name}&measure=cosine`);
    await page.goBack();
    await page.waitForFunction((one) => document.querySelector('cheng-yan').shadowRoot.querySelector('.cell.chosen')?.getAttribute('data-at') === one, first);
    await page.locator('input[name=likeness][value=jensenShannon]:checked').waitFor({ state: 'attached' });
    await page.goForward();
    await page.locator('input[name=likeness][value=cosine]:checked').waitFor({ state: 'attached' });
    assert.ok(at !== first && (await page.locator(`[data-pair="${name.replace('-', ' ')}"], .cell.chosen`).count()) > 0);
    await go(page, 'reprints=all&survive=on');
    await page.locator('.survival input:checked').waitFor();
    await page.goBack();
    await page.locator('.survival input:not(:checked)').waitFor();
  }));

test('two words that stand together, shared wording that is chosen, and tables unfolded come back', () =>
  withPage('index.html', { locale: 'en' }, async (page) => {
    await ready(page);
    await choose(page, [
      file('德州.md', '# 德州市招商\n\n德州市抓项目重招商，服务企业，让老人都有饭吃有衣穿有书读。项目要招商，企业要多，项目和招商要实。\n\n企业多了，还要把渠挖到每一块地的地头上去，招商强项目。'),
      file('聊城.md', '# 聊城市项目\n\n聊城市抓项目重建设，企业要实，让老人都有饭吃有衣穿有书读。项目靠招商，服务企业。\n\n建设的项目好，还要把渠挖到每一块地的地头上去，企业好。'),
    ]);
    await whole(page);
    await approach(page, 'collocates');
    await page.locator('.collocates select').selectOption('项目');
    await page.locator('.collocates tbody tr[data-word="招商"] td button').first().click();
    await page.locator('dialog.side[open]').waitFor();
    await hashBecomes(page, '#word=项目&open=with&with=招商');
    await page.keyboard.press('Escape');
    await hashBecomes(page, '#word=项目');
    await go(page, 'word=项目&open=with&with=招商');
    await page.locator('dialog.side[open] mark').first().waitFor();
    assert.match(await page.locator('#panel-title').textContent(), /项目 \+ 招商/);
    await go(page, 'word=项目&open=with&with=无此词');
    await panelCloses(page);
    await hashBecomes(page, '#word=项目');
    await approach(page, 'passages', '.run-table');
    const runs = page.locator('.run-table tbody th button');
    const other = runs.locator('nth=1');
    await other.click();
    await page.waitForFunction(() => /run=\d$/.test(location.hash));
    await approach(page, 'strips', '.figures');
    await page.locator('[data-view=strips] .figures summary').click();
    await page.waitForFunction(() => location.hash.includes('unfolded=strips-figures'));
    const state = await hash(page);
    await go(page, '');
    await page.waitForFunction(() => !document.querySelector('cheng-yan').shadowRoot.querySelector('[data-view=strips] .figures[open]'));
    await go(page, state.slice(1));
    await page.locator('[data-view=strips] .figures[open]').waitFor();
    await page.waitForFunction(() => document.querySelector('cheng-yan').shadowRoot.querySelectorAll('.run-table tbody th button')[1].getAttribute('aria-pressed') === 'true');
  }));

test('a word and a place of an address are looked at in every view from the beginning, and more rows are shown', () =>
  withPage('index.html', { locale: 'en', hash: 'word=企业&rows=75' }, async (page) => {
    await ready(page);
    await whole(page);
    const { rows } = await report(page);
    assert.equal(await page.locator('.comparison tbody tr').count(), Math.min(75, rows.length));
    const word = rows[1].word;
    const place = (await report(page)).columns[0].key;
    await page.evaluate((one) => { location.hash = one; }, `word=${word}&place=${place}&rows=75`);
    await page.reload();
    await ready(page);
    await whole(page);
    await approach(page, 'strips', 'svg');
    assert.equal(await page.locator('.strip-words .chip[aria-pressed=true]').textContent(), word);
    await page.locator('.comparison .more').first().click();
    await page.waitForFunction(() => location.hash.includes('rows=125'));
  }));
