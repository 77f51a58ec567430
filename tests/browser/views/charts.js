// Texts for the views of one place against the others, of likeness and of strips: three cities with enough to say, one with too little.
import { approach } from '../harness.mjs';
import { file } from '../texts.js';

const COMMON = ['项目', '企业', '招商', '服务', '科技'];
/** Paragraphs of sixty words, in an order of their own. */
const text = (city, nBlocks, own) => {
  const words = [...COMMON, ...own];
  const block = (at) => Array.from({ length: 60 }, (_, word) => words[(word * (at + 1) + Math.floor(word / 7) + at + Math.floor(at / 7)) % words.length]).join('和');
  return Array.from({ length: nBlocks }, (_, at) => `${city}抓${block(at)}。`).join('\n');
};

export const four = [
  file('dezhou.txt', text('德州市', 24, ['农业', '教育'])),
  file('binzhou.txt', text('滨州市', 24, ['农业', '教育'])),
  file('weihai.txt', text('威海市', 24, ['港口', '教育'])),
  file('heze.txt', '菏泽市抓项目、抓招商。招商要靠好项目！项目、项目。'),
];

/** The root of the views. @param {any} page @param {string} name */
export const view = (page, name) => page.locator(`[data-view="${name}"]`);

/** Comes near, and waits until the picture of a view is there and can be used. @param {any} page @param {string} name */
export async function drawn(page, name) {
  await approach(page, name);
  await page.waitForFunction((one) => {
    const part = document.querySelector('cheng-yan').shadowRoot.querySelector(`.part-${one}`);
    return !part.inert && part.querySelector('svg[role=group]') !== null;
  }, name);
}

