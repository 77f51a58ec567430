// The element in a page that is not its own: the strictest policy, and style rules that shout.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ready, withPage } from '../harness.mjs';
import { choose, columns, dezhou, liaocheng } from '../texts.js';

const POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "img-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

test('the page has the strictest policy and nothing inline, and the element works in it', () =>
  withPage('embed.html', {}, async (page) => {
    await ready(page);
    assert.equal(await page.locator('meta[http-equiv=Content-Security-Policy]').getAttribute('content'), POLICY);
    const inline = 'script:not([src]), style, [style], [onclick], [onload]';
    assert.equal(await page.evaluate((selector) => document.querySelectorAll(selector).length, inline), 0);
    await choose(page, [dezhou, liaocheng]);
    assert.deepEqual(await columns(page), ['德州市', '聊城市']);
    await page.locator('.word').first().click();
    await page.locator('dialog[open] mark').first().waitFor();
  }));

/** What a rule from outside would change. */
const PROPERTIES = [
  'color', 'fontFamily', 'fontSize', 'lineHeight', 'letterSpacing', 'wordSpacing', 'textTransform', 'textAlign', 'textIndent',
  'whiteSpace', 'cursor', 'display', 'position', 'opacity', 'pointerEvents', 'borderTopWidth', 'backgroundColor', 'transform', 'fill',
];

const PARTS = ['.root', 'h2', 'h3', '.hint', 'button.primary', '.check input', 'figcaption p', 'svg.cloud', '.word', '.comparison th', '.comparison td', 'summary'];

const styles = (page) =>
  page.evaluate(
    ([parts, properties]) => {
      const root = document.querySelector('cheng-yan').shadowRoot;
      return parts.map((part) => {
        const style = getComputedStyle(root.querySelector(part));
        return [part, ...properties.map((property) => `${property}: ${style[property]}`)];
      });
    },
    [PARTS, PROPERTIES],
  );

test('no rule of the page around reaches into the element', async () => {
  const read = async (page) => {
    await ready(page);
    return styles(page);
  };
  // The same width inside, so that only foreign rules could make a difference.
  const own = await withPage('index.html', { viewport: { width: 1100, height: 800 }, locale: 'en' }, read);
  const foreign = await withPage('embed.html', { viewport: { width: 1100, height: 800 }, locale: 'en' }, read);
  own.forEach((expected, index) => {
    // A word's size follows the width of its frame; nothing else may differ.
    const pick = (values) => values.filter((value) => expected[0] !== '.word' || !/^(fontSize|lineHeight)/.test(value));
    assert.deepEqual(pick(foreign[index]), pick(expected));
  });
});

test('no rule of the element reaches the page around', () =>
  withPage('embed.html', {}, async (page) => {
    await ready(page);
    assert.equal(await page.locator('h1').evaluate((node) => getComputedStyle(node).color), 'rgb(176, 0, 0)');
    assert.equal(await page.locator('article > p').first().evaluate((node) => getComputedStyle(node).textTransform), 'uppercase');
  }));

test('a page that declares no dark colours keeps a light element, one that does gets a dark one', async () => {
  const ground = async (page) => {
    await ready(page);
    return page.locator('.root').evaluate((node) => getComputedStyle(node).backgroundColor);
  };
  assert.equal(await withPage('embed.html', { colorScheme: 'dark' }, ground), 'rgb(252, 251, 247)');
  assert.equal(await withPage('index.html', { colorScheme: 'dark' }, ground), 'rgb(23, 22, 20)');
});
