// Screenshots for people to look at:
//   node tests/browser/shoot.mjs --out DIR [--path index.html] [--width 1280] [--height 900]
//     [--scheme light|dark] [--lang en] [--files a.txt b.txt …] [--click SELECTOR] [--full]
// Files are given to the page's file button. Lists (--width 360 1280) give one picture per combination.

import { mkdir } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { launch, siteUrl } from './launch.mjs';

/** `--name a b c` as lists by name. */
function lists(argv) {
  const options = {};
  let name = null;
  for (const arg of argv) {
    if (arg.startsWith('--')) options[(name = arg.slice(2))] ??= [];
    else if (name) options[name].push(arg);
  }
  return options;
}

const options = lists(process.argv.slice(2));
const out = resolve(options.out?.[0] ?? 'target/screenshots');
const files = (options.files ?? []).map((file) => resolve(file));
await mkdir(out, { recursive: true });
const base = await siteUrl();
const browser = await launch();

async function shoot(path, width, scheme, lang) {
  const context = await browser.newContext({
    viewport: { width, height: Number(options.height?.[0] ?? 900) },
    colorScheme: scheme,
    locale: lang,
    deviceScaleFactor: 2,
  });
  const page = await context.newPage();
  page.on('console', (message) => message.type() === 'error' && console.error(`console: ${message.text()}`));
  page.on('pageerror', (error) => console.error(`uncaught: ${error.message}`));
  await page.goto(new URL(path, base).href);
  await page
    .waitForFunction(() => performance.getEntriesByName('chengyan-first-cloud').length > 0, null, { timeout: 20_000 })
    .catch(() => console.error(`${path}: no cloud after 20 s`));
  if (files.length > 0) {
    await page.locator('input[type=file]').first().setInputFiles(files);
    await page.waitForTimeout(Number(options.wait?.[0] ?? 3000));
  }
  for (const selector of options.click ?? []) await page.locator(selector).first().click();
  await page.waitForTimeout(300);
  if ('full' in options) await seeAll(page);
  const name = `${basename(path, '.html')}-${width}-${scheme}-${lang}.png`;
  await page.screenshot({ path: join(out, name), fullPage: 'full' in options });
  console.log(join(out, name));
  await context.close();
}

/** Goes down the page as a reader does, since views below count only when somebody comes near. */
async function seeAll(page) {
  for (let turn = 0, at = 0; turn < 80; turn += 1) {
    await page.evaluate((y) => scrollTo(0, y), at);
    await page.waitForTimeout(120);
    const height = await page.evaluate(() => document.documentElement.scrollHeight - innerHeight);
    if (at >= height) break;
    at = Math.min(at + 500, height);
  }
  const isCounting = () => document.querySelector('cheng-yan').shadowRoot.querySelector('.counting') !== null;
  for (let turn = 0; turn < 50 && (await page.evaluate(isCounting)); turn += 1) await page.waitForTimeout(100);
  await page.evaluate(() => scrollTo(0, 0));
}

try {
  for (const path of options.path ?? ['index.html']) {
    for (const width of options.width ?? ['1280']) {
      for (const scheme of options.scheme ?? ['light']) {
        for (const lang of options.lang ?? ['en']) await shoot(path, Number(width), scheme, lang);
      }
    }
  }
} finally {
  await browser.close();
}
process.exit();
