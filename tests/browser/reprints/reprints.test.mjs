// Texts that print the same count once, are named as such, and count each when the reader asks for it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ready, withPage } from '../harness.mjs';
import { act, choose, dezhou, file, liaocheng, report, texts } from '../texts.js';

const again = file('again.txt', `${texts.dezhou}\n`);
const nWords = async (page) => (await report(page)).nWords;

test('a reprint counts once, says what it reprints, and counts each time on request', () =>
  withPage('index.html', { locale: 'en' }, async (page) => {
    await ready(page);
    await choose(page, [dezhou, liaocheng]);
    const once = await nWords(page);
    await choose(page, [again]);
    assert.equal(await nWords(page), once);
    assert.match(await page.locator('.status').textContent(), /3 texts.*1 reprint counted once/);
    const item = page.locator('.documents li[data-document]', { hasText: 'reprint, counted once' });
    assert.equal(await item.count(), 1);
    await item.locator('summary').click();
    assert.match(await item.locator('dl').textContent(), /Letter by letter the same as “(?:again|dezhou)\.txt”; counted there only\./);
    await act(page, () => page.locator('input[name=reprints]').check());
    const { documents, nWords: all } = await report(page);
    assert.equal(all, documents.reduce((sum, one) => sum + one.nWords, 0));
    assert.ok(all > once);
    assert.equal(await page.locator('.documents', { hasText: 'both are counted' }).count(), 1);
  }));
