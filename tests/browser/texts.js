// Texts written for the tests, and the files that are made of them.
import { Buffer } from 'node:buffer';

/** Each is the smallest text whose words and place are beyond doubt. */
export const texts = {
  dezhou: '德州今年要抓产业。德州的产业园区要扩建，德州的产业工人要培训。',
  liaocheng: '聊城今年要抓水利。聊城的水利工程要完工，聊城的水利队伍要充实。',
  nowhere: '产业要发展，水利要修好。产业兴旺，大家高兴。',
  /** Readings in brackets are damage only where there are several. */
  interview: '记者：德州今年怎么抓水利？\n王某某：德州的产业要扩建，德州的工人要培训。',
  pinyin: '德州的項(xiàng)目要開(kāi)工。重點(diǎn)要動(dòng)起來，項(xiàng)目動(dòng)起來。項(xiàng)目不能停，記住重點(diǎn)。項(xiàng)目動(dòng)工。',
};

/** A file as playwright hands it to an input. @param {string} name @param {string | number[]} content */
export const file = (name, content) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(content) });

export const dezhou = file('dezhou.txt', texts.dezhou);
export const liaocheng = file('liaocheng.txt', texts.liaocheng);

/** Gives files to the page as the file button does, and waits until they are read. @param {any} page @param {object[]} files */
export async function choose(page, files) {
  await act(page, () => page.locator('input[name=files]').setInputFiles(files));
}

/** Does something and waits for the report that it brings about. @param {any} page @param {() => Promise<unknown>} what */
export async function act(page, what) {
  await page.evaluate(() => {
    globalThis.nextReport = new Promise((resolve) =>
      document.addEventListener('chengyan-report', () => resolve(true), { once: true }),
    );
  });
  await what();
  await page.evaluate(() => globalThis.nextReport);
}

/** The last report. @param {any} page */
export const report = (page) => page.evaluate(() => JSON.parse(document.querySelector('cheng-yan').reportText));

/** Names of the columns in their order. @param {any} page */
export const columns = async (page) => (await report(page)).columns.map(({ name, kind }) => name || kind);

/** Goes to the clouds that stand each for itself, and waits until they are drawn. @param {any} page */
export async function apart(page) {
  await page.locator('.arrangement input[value=apart]').check({ force: true });
  await page.waitForFunction(() => {
    const { shadowRoot } = document.querySelector('cheng-yan');
    return !shadowRoot.querySelector('.ghost') && shadowRoot.querySelector('figure .word');
  });
}

/** Unfolds the choices of what is counted, as a phone has to. @param {any} page */
export async function unfoldChoices(page) {
  const fold = page.locator('.fold').first();
  if ((await fold.getAttribute('aria-expanded')) === 'false') await fold.click();
}

/** Has reprints counted each: texts of a test that are made of the same words. @param {any} page */
export async function countReprints(page) {
  await unfoldChoices(page);
  await page.locator('input[name=reprints]').check();
}
