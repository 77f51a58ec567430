// Five real texts, as found on the web, dropped on the page. They are not part of the project: where they do not lie
// beside the checkout, this is skipped.
import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { ready, withPage } from '../harness.mjs';
import { root } from '../launch.mjs';
import { act, report } from '../texts.js';

const folder = join(root, '../shared/seeds');
const skip = existsSync(folder) ? false : `${folder} is not there`;

test('real texts fall to their cities, cleaned of what a mirror site put in', { skip }, () =>
  withPage('index.html', {}, async (page) => {
    await ready(page);
    const files = readdirSync(folder).sort().map((name) => join(folder, name));
    await act(page, () => page.locator('input[name=files]').setInputFiles(files));
    const { columns, rows, documents } = await report(page);
    const names = columns.filter(({ kind }) => kind === 'place').map(({ name }) => name);
    assert.deepEqual(names, ['威海市', '日照市', '德州市', '聊城市', '滨州市', '菏泽市']);
    const projects = columns.find(({ kind }) => kind === 'unknown').cloud.find(({ word }) => word === '项目');
    // Of its 83 uses a few are part of a longer term, such as 项目为王.
    assert.ok(projects.n >= 75, `项目 is counted ${projects.n} times`);
    const latin = [...rows, ...columns.flatMap(({ cloud }) => cloud)].filter(({ word }) => /[a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]/.test(word));
    assert.deepEqual(latin, []);
    assert.equal(documents.length, 5);
    await page.locator('figure[data-column="unknown"] .word').filter({ hasText: /^项目$/ }).click();
    await page.locator('dialog[open]').waitFor();
    assert.equal(await page.locator('dialog[open] mark').count(), projects.n);
  }));
