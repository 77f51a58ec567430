// What every end-to-end test stands on: one browser per test file, a fresh context per page, and a
// failure for anything that the page itself complains about.
//
//   await withPage('index.html', { viewport: { width: 360, height: 800 } }, async (page) => { … });
//   await withPage('chengyan.html', { fromDisk: true }, …)        over file://
//   await withPage('tests/<feature>/index.html', {}, …)           a page of tests/browser/<feature>/

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join, normalize } from 'node:path';
import { after } from 'node:test';
import { pathToFileURL } from 'node:url';
import { contentType, dist, launch, root, siteUrl } from './launch.mjs';

let browser = null;
let site = null;

after(async () => {
  if (browser) await (await browser).close();
});

/** Serves tests/browser/<feature>/ under the site's own origin. */
async function serveFixtures(context, base) {
  await context.route(`${base}tests/**`, async (route) => {
    const path = normalize(decodeURIComponent(new URL(route.request().url()).pathname.slice('/tests/'.length)));
    const body = await readFile(join(root, 'tests/browser', path)).catch(() => null);
    if (body === null) return route.fulfill({ status: 404, body: 'not found' });
    return route.fulfill({ body, contentType: contentType(path) });
  });
}

/** Everything that the page complains about, from its console and its uncaught errors. */
function listen(page) {
  const complaints = [];
  page.on('pageerror', (error) => complaints.push(`uncaught: ${error.stack ?? error}`));
  page.on('crash', () => complaints.push('the page crashed'));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`console: ${message.text()} (${message.location().url})`);
  });
  return complaints;
}

/**
 * Comes near a view after the clouds and stays with it until it is counted, wherever those above push it meanwhile.
 * `there` is what stands in it then, where that is not seen from its counting no more.
 */
export async function approach(page, name, there = '*') {
  await page.locator(`.part-${name} h2`).first().waitFor();
  await page.waitForFunction(([one, selector]) => {
    const part = document.querySelector('cheng-yan').shadowRoot.querySelector(`.part-${one}`);
    const isThere = !part.inert && part.querySelector('.counting') === null && part.querySelector(selector) !== null;
    if (!isThere) part.scrollIntoView({ block: 'center' });
    return isThere;
  }, [name, there]);
  await page.locator(`.part-${name}`).scrollIntoViewIfNeeded();
}

/**
 * Opens a page, runs `use(page, context)`, and fails on errors in the page.
 * Options: `viewport`, `colorScheme`, `locale` and the rest of playwright's context options;
 * `fromDisk` opens the built file over file://; `hash` or `query` are put behind the address;
 * `expected` is a list of patterns of complaints that belong to the test;
 * `before(page)` runs before the page is opened.
 */
export async function withPage(path, options, use) {
  const { fromDisk = false, query = '', hash = '', expected = [], before, ...contextOptions } = options;
  browser ??= launch();
  site ??= siteUrl();
  const base = await site;
  const context = await (await browser).newContext({
    viewport: { width: 1280, height: 800 },
    locale: 'en',
    ...contextOptions,
  });
  context.setDefaultTimeout(20_000);
  if (path.startsWith('tests/')) await serveFixtures(context, base);
  const page = await context.newPage();
  const complaints = listen(page);
  const unexpected = () => complaints.filter((text) => !expected.some((pattern) => pattern.test(text)));
  const url = new URL(fromDisk ? pathToFileURL(join(dist, path)) : new URL(path, base));
  if (query) url.search = query;
  if (hash) url.hash = hash;
  try {
    await before?.(page);
    await page.goto(url.href);
    const result = await use(page, context);
    assert.deepEqual(unexpected(), [], 'the page complained');
    return result;
  } catch (error) {
    if (error instanceof Error && unexpected().length > 0 && error.code !== 'ERR_ASSERTION') {
      error.message += `\nThe page complained:\n${unexpected().join('\n')}`;
    }
    throw error;
  } finally {
    await context.close();
  }
}

/** The addresses (http, https, ws, file) that the page and its workers asked for while `act` ran. */
export async function requestsAfter(page, act) {
  const urls = [];
  const note = (request) => {
    if (/^(https?|wss?|file):/.test(request.url())) urls.push(request.url());
  };
  const noteSocket = (socket) => urls.push(socket.url());
  page.context().on('request', note);
  page.on('websocket', noteSocket);
  try {
    await act();
    // What was started by the last act may come a moment later.
    await page.waitForTimeout(300);
  } finally {
    page.context().off('request', note);
    page.off('websocket', noteSocket);
  }
  return urls;
}

/** Waits until the element has drawn its first clouds. */
export function ready(page) {
  return page.waitForFunction(() => performance.getEntriesByName('chengyan-first-cloud').length > 0);
}
