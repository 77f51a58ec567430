// How long the page is busy with what a reader chooses while forty places with three documents each are on it: from the choice
// to the next picture, in Chromium. Called by `cargo xtask bench`: node updates.mjs [--save DIR]

import { Buffer } from 'node:buffer';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { manyPlaces } from '../../benches/many.mjs';
import { launch, siteUrl } from '../../tests/browser/launch.mjs';

const { values } = parseArgs({ options: { pages: { type: 'string' }, save: { type: 'string' } } });
const PATIENCE = { timeout: 120_000 };

/** The texts as one table, whose rows say which place each is about. */
async function table() {
  const rows = (await manyPlaces()).map(({ name, bytes, given }) => [given.place, name, bytes.toString('utf8')]);
  const quoted = (text) => `"${text.replaceAll('"', '""')}"`;
  return [['place', 'title', 'text'], ...rows].map((row) => row.map(quoted).join(',')).join('\n');
}

/** Goes down the page until every view is drawn. */
async function seeAll(page) {
  for (let at = 0, height = Infinity; at < height; at += 500) {
    height = await page.evaluate((y) => (scrollTo(0, y), document.documentElement.scrollHeight), at);
    await page.waitForTimeout(120);
  }
  await page.waitForFunction(() => document.querySelector('cheng-yan').shadowRoot.querySelector('.counting') === null, null, PATIENCE);
  await page.evaluate(() => scrollTo(0, 0));
}

/** Chooses the nth of some elements, and waits for the picture after that. */
function choose(page, [selector, nth]) {
  return page.evaluate(
    async ([which, at]) => {
      const found = document.querySelector('cheng-yan').shadowRoot.querySelectorAll(which);
      const node = found[at % found.length];
      const isOption = node instanceof HTMLOptionElement;
      const begin = performance.now();
      if (isOption) {
        node.selected = true;
        node.parentElement.dispatchEvent(new Event('change'));
      } else {
        node.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
      }
      await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
      return performance.now() - begin;
    },
    [selector, nth],
  );
}

/** What is chosen, the same each time. */
const CHOICES = {
  'a word': [2, 5, 8, 11, 14, 17, 20].map((nth) => ['.cloud [data-word]:not(.ghost)', nth]),
  'a place': [1, 6, 11, 16, 21, 26, 31].map((nth) => ['[data-view=findings] button[data-choose]', nth]),
  "the scatter's place": [3, 8, 13, 18, 23, 28, 33].map((nth) => ['[name=scatter-place] option', nth]),
};

const browser = await launch();
const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
await page.goto(await siteUrl());
await page.waitForFunction(() => performance.getEntriesByName('chengyan-first-cloud').length > 0, null, PATIENCE);
await page.locator('input[type=file]').first().setInputFiles({ name: 'places.csv', mimeType: 'text/csv', buffer: Buffer.from(await table()) });
await page.locator('.mapping .primary').click(PATIENCE);
await page.waitForFunction(() => document.querySelector('cheng-yan').shadowRoot.querySelectorAll('[data-view=findings] .city').length === 40, null, PATIENCE);
await seeAll(page);
const results = {};
for (const [name, choices] of Object.entries(CHOICES)) {
  const times = [];
  for (const choice of choices) {
    times.push(await choose(page, choice));
    await page.keyboard.press('Escape');
    await page.waitForTimeout(400);
  }
  results[name] = times.sort((a, b) => a - b)[Math.floor(times.length / 2)];
}
await browser.close();
const shown = Object.entries(results).map(([name, time]) => `${name} ${time.toFixed(0)} ms`);
console.log(`  with forty places on the page, until the picture after choosing: ${shown.join(', ')}`);
if (values.save) {
  await mkdir(values.save, { recursive: true });
  await writeFile(join(values.save, `${new Date().toISOString().slice(0, 10)}-updates.json`), `${JSON.stringify({ results }, null, 2)}\n`);
}
process.exit();
