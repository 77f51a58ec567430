// What can be taken from each view: figures that a spreadsheet reads, pictures whose texts are texts, and what to write under them.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { csvText, jsonText } from '../../../www/views/figures.js';
import { stripes } from '../../../www/views/hatch.js';
import { wrap } from '../../../www/views/picture.js';
import { colourOf } from '../../../www/views/scene.js';
import { approach, ready, withPage } from '../harness.mjs';
import { four } from '../views/charts.js';
import { choose, countReprints, dezhou, file, liaocheng, texts } from '../texts.js';

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The rows of a CSV file, each cell as it stands. @param {string} text */
function parse(text) {
  const rows = [[]];
  const cells = text.matchAll(/("(?:[^"]|"")*"|[^",\r\n]*)(,|\r\n|$)/g);
  for (const [, cell, end] of cells) {
    rows.at(-1).push(cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell);
    if (end === '\r\n') rows.push([]);
    if (end === '') break;
  }
  return rows.filter((row) => row.length > 1 || row[0] !== '');
}

test('a table for spreadsheets keeps numbers and defuses formulas', () => {
  const cells = ['=1+1', '+8', '-x', '@sum', '\tx', '\rx', '＝A1', '项目', 'a,b', 'say "x"', -1.5, 0, null];
  const text = csvText({ columns: cells.map((_, at) => `c${at}`), rows: [cells] }, (key) => key.toUpperCase());
  assert.equal(text.charCodeAt(0), 0xfeff);
  const [head, row] = parse(text.slice(1));
  assert.equal(head[0], 'C0');
  assert.deepEqual(row, ["'=1+1", "'+8", "'-x", "'@sum", "'\tx", "'\rx", "'＝A1", '项目', 'a,b', 'say "x"', '-1.5', '0', '']);
});

test('figures as JSON have their names and where they come from', () => {
  const { view, columns, rows } = JSON.parse(jsonText({ columns: ['word', 'n'], rows: [['项目', 3]] }, { view: 'x' }, (key) => `<${key}>`));
  assert.deepEqual([view, columns, rows], ['x', [{ key: 'word', name: '<word>' }, { key: 'n', name: '<n>' }], [{ word: '项目', n: 3 }]]);
});

test('lines of a caption break between Chinese characters and between other words', () => {
  const wide = (text) => [...text].length;
  assert.deepEqual(wrap('来源：德州，聊城。', 5, wide), ['来源：德州，', '聊城。']);
  assert.deepEqual(wrap('made with care', 9, wide), ['made with', 'care']);
  assert.deepEqual(wrap('', 9, wide), []);
});

test('colours are read as browsers compute them', () => {
  assert.deepEqual(colourOf('rgb(17, 103, 177)'), { colour: '#1167b1', alpha: 1 });
  assert.deepEqual(colourOf('rgba(0, 0, 0, 0.5)'), { colour: '#000000', alpha: 0.5 });
  assert.deepEqual(colourOf('color(srgb 1 0.5 0)'), { colour: '#ff8000', alpha: 1 });
  assert.equal(colourOf('rgba(0, 0, 0, 0)'), null);
  assert.equal(colourOf('none'), null);
});

/** Opens the menu of a view and takes a file. @param {any} page @param {string} view @param {string} kind */
async function take(page, view, kind) {
  const root = page.locator(`[data-view="${view}"]`).first();
  const menu = view === 'concordance' ? page.locator('dialog[open] details.take') : root.locator(':scope > details.take');
  await menu.waitFor();
  if (!(await menu.evaluate((node) => node.open))) await menu.locator('summary').click();
  const [download] = await Promise.all([page.waitForEvent('download'), menu.locator(`button[data-kind=${kind}]`).click()]);
  assert.equal(download.suggestedFilename(), `chengyan-${view}.${kind}`);
  return readFile(await download.path());
}

const VIEWS = ['clouds', 'dots', 'themes', 'board', 'comparison'];

/** Brings texts and waits until the later views are drawn. @param {any} page @param {object[]} files */
async function begin(page, files) {
  await ready(page);
  await choose(page, files);
  await page.locator('[data-view=dots]').waitFor();
  await approach(page, 'themes');
  await page.locator('[data-view=board]').waitFor();
}

/** Enough text to be judged: paragraphs of a hundred words, each in an order of its own. @param {string} place @param {string[]} own */
function enough(place, ...own) {
  const words = ['项目', '企业', '招商', '服务', '科技', ...own, '教育'];
  const block = (at) => Array.from({ length: 100 }, (_, word) => words[(word * (at + 1) + Math.floor(word / 7) + at + Math.floor(at / 7)) % words.length]).join('和');
  return file(`${place}.txt`, Array.from({ length: 12 }, (_, at) => `${place}抓${block(at)}。`).join('\n'));
}

for (const [path, colorScheme] of [['index.html', 'dark'], ['embed.html', 'light'], ['chengyan.html', 'light']]) {
  test(`in ${path} every view gives its figures and its picture`, () =>
    withPage(path, { locale: 'en', colorScheme, acceptDownloads: true, fromDisk: path === 'chengyan.html' }, async (page) => {
      await begin(page, [dezhou, liaocheng]);
      for (const view of VIEWS) {
        const [head, ...rows] = parse((await take(page, view, 'csv')).toString('utf8').slice(1));
        assert.ok(rows.length > 0 && rows.every((row) => row.length === head.length), view);
        assert.ok(rows.some((row) => row.some((cell) => /^\d+(\.\d+)?$/.test(cell))), view);
        const json = JSON.parse(await take(page, view, 'json'));
        assert.equal(json.rows.length, rows.length, view);
        assert.deepEqual(json.sources.map(({ file: name }) => name).sort(), ['dezhou.txt', 'liaocheng.txt']);
        assert.match(json.version, /^\d+\.\d+\.\d+/);
        const svg = (await take(page, view, 'svg')).toString('utf8');
        const png = await take(page, view, 'png');
        const facts = await page.evaluate((text) => {
          const document = new DOMParser().parseFromString(text, 'image/svg+xml');
          const root = document.documentElement;
          return {
            isWell: !document.querySelector('parsererror'),
            size: [root.getAttribute('width'), root.getAttribute('height'), root.getAttribute('viewBox')],
            title: root.querySelector('title').textContent,
            desc: root.querySelector('desc').textContent,
            texts: [...root.querySelectorAll('text')].map((node) => node.textContent),
            fonts: [...root.querySelectorAll('text')].every((node) => node.getAttribute('font-family')),
            odd: root.querySelectorAll('foreignObject, image, script, style, [style], [class], [onclick]').length,
            ground: root.querySelector('rect').getAttribute('fill'),
          };
        }, svg);
        const [width, height] = facts.size.map(Number);
        assert.ok(facts.isWell, view);
        assert.equal(facts.size[2], `0 0 ${width} ${height}`);
        assert.equal(facts.odd, 0, view);
        assert.ok(facts.fonts);
        assert.equal(facts.ground, '#fcfbf7', 'a light ground');
        assert.ok(facts.title.length > 3 && facts.desc.includes('dezhou.txt') && facts.desc.includes('Chengyan'), view);
        assert.ok(facts.texts.includes('德州市') || facts.texts.includes('德州'), `${view}: ${facts.texts}`);
        assert.ok(facts.texts.some((text) => text.includes('dezhou.txt')), 'the caption is part of the picture');
        assert.deepEqual([png.readUInt32BE(16), png.readUInt32BE(20)], [width * 2, height * 2], view);
      }
      assert.equal(await page.evaluate(() => document.querySelector('cheng-yan').shadowRoot.querySelectorAll('.taken').length), 0);
    }));
}

test('the table for spreadsheets has the figures of the report', () =>
  withPage('index.html', { locale: 'zh-CN', acceptDownloads: true }, async (page) => {
    await begin(page, [dezhou, liaocheng]);
    const report = await page.evaluate(() => JSON.parse(document.querySelector('cheng-yan').reportText));
    const [head, ...rows] = parse((await take(page, 'comparison', 'csv')).toString('utf8').slice(1));
    assert.deepEqual(head.slice(0, 4), ['词', '词性', '德州市 n', '德州市 每万词次数']);
    assert.deepEqual(rows.map((row) => [row[0], Number(row[2])]), report.rows.map((row) => [row.word, row.cells[0].n]));
  }));

/** Words that one place says and the other does not: more than a picture shows. */
const OWN = {
  德州市: '林业 渔业 水利 粮食 小麦 玉米 大豆 棉花 蔬菜 水果 花卉 茶叶 药材 养殖 种子 化肥 农药 农机 灌溉 饲料 果树 苗圃 温室 水库',
  威海市: '船舶 航运 码头 海关 仓储 铁路 公路 机场 航空 汽车 钢铁 化工 石油 煤炭 电力 机械 电子 软件 芯片 纺织 服装 玻璃 陶瓷 水泥',
};

test('the rates of all words of the lists can be taken, though the page has only the first', () =>
  withPage('index.html', { locale: 'en', acceptDownloads: true }, async (page) => {
    await ready(page);
    await countReprints(page);
    await choose(page, Object.entries(OWN).map(([place, own]) => enough(place, ...own.split(' '))));
    await page.locator('[data-view=findings] .figures-table').first().waitFor();
    const column = async (view, at) => parse((await take(page, view, 'csv')).toString('utf8').slice(1)).slice(1).map((row) => row[at]);
    const [listed, rated] = [new Set(await column('findings', 3)), new Set(await column('dots', 0))];
    assert.ok(listed.size > 40, [...listed].join());
    assert.deepEqual([...listed].filter((word) => !rated.has(word)), []);
  }));

test('the lists of what sets places apart and the lines of a word can be taken too', () =>
  withPage('index.html', { locale: 'en', acceptDownloads: true }, async (page) => {
    await ready(page);
    await countReprints(page);
    await choose(page, [enough('德州市', '农业'), enough('威海市', '港口')]);
    await page.locator('[data-view=findings]').waitFor();
    const rows = parse((await take(page, 'findings', 'csv')).toString('utf8').slice(1));
    assert.ok(rows.length > 1);
    await page.locator('.comparison tr[data-word=项目] th button').click();
    await page.locator('dialog[open] .arrangement input[value=lines]').check({ force: true });
    await page.locator('dialog[open] .lines [data-index]').first().waitFor();
    const [head, ...lines] = parse((await take(page, 'concordance', 'csv')).toString('utf8').slice(1));
    assert.equal(head.length, 10);
    const n = await page.evaluate(() => JSON.parse(document.querySelector('cheng-yan').reportText).rows.find(({ word }) => word === '项目').n);
    assert.equal(lines.length, n, 'all lines, not those in sight');
    assert.equal(await page.locator('dialog[open] details.take button[data-kind=svg]').count(), 0);
  }));

test('a view that says nothing more of itself gives its table, and its shapes as a picture', () =>
  withPage('index.html', { locale: 'en', acceptDownloads: true }, async (page) => {
    await begin(page, [dezhou, liaocheng]);
    await page.evaluate(() => {
      const SVG = 'http://www.w3.org/2000/svg';
      const make = (parent, name, attributes = {}, text = '') => {
        const node = parent.appendChild(name === 'svg' || parent.namespaceURI === SVG ? document.createElementNS(SVG, name) : document.createElement(name));
        for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
        if (text) node.textContent = text;
        return node;
      };
      const root = make(document.querySelector('cheng-yan').shadowRoot.querySelector('.part-views'), 'section', { 'data-view': 'other' });
      make(root, 'h2', {}, 'Another view');
      make(root, 'p', { class: 'intro' }, 'How it is made.');
      const picture = make(root, 'svg', { viewBox: '0 0 200 100', width: '400', height: '200' });
      const group = make(picture, 'g', { transform: 'translate(10 10) rotate(5)' });
      make(group, 'path', { d: 'M0 0L20 20', fill: 'none', stroke: '#123456' });
      make(group, 'polygon', { points: '0,0 10,0 5,8', fill: '#123456' });
      const text = make(group, 'text', { x: 30, y: 20 });
      make(text, 'tspan', {}, '德州');
      make(text, 'tspan', { dy: 12, x: 30 }, '=1+1');
      const table = make(root, 'table');
      for (const cells of [['Word', 'n', 'share'], ['=1+1', '1,234', '12 %'], ['德州', '−2.5', '5 %']]) {
        const row = make(table, 'tr');
        cells.forEach((cell, at) => make(row, 'td', at === 2 && cell !== 'share' ? { 'data-value': '0.12' } : {}, cell));
      }
    });
    const csv = (await take(page, 'other', 'csv')).toString('utf8');
    assert.equal(csv, "\ufeffWord,n,share\r\n\"'=1+1\",1234,0.12\r\n德州,-2.5,0.12\r\n");
    const { title, method } = JSON.parse(await take(page, 'other', 'json'));
    assert.deepEqual([title, method], ['Another view', 'How it is made.']);
    const svg = (await take(page, 'other', 'svg')).toString('utf8');
    assert.match(svg, /<path d="M0 0L20 20" transform="matrix\([^)]+\)" fill="none" stroke="#123456"/);
    for (const text of ['>德州</text>', '>=1+1</text>', '>Another view</text>', '<polygon ']) assert.ok(svg.includes(text), text);
    assert.ok((await take(page, 'other', 'png')).length > 1000);
  }));

test('the caption can be read beneath the view, and nothing is wrong for a screen reader', () =>
  withPage('index.html', { locale: 'zh-CN', colorScheme: 'dark', viewport: { width: 360, height: 740 } }, async (page) => {
    await begin(page, [dezhou, liaocheng, file('nowhere.txt', texts.nowhere)]);
    const menu = page.locator('[data-view=clouds] > details.take');
    await menu.locator('summary').click();
    const caption = menu.locator('.caption', { hasText: '各地用词' });
    await caption.waitFor();
    const said = await caption.textContent();
    for (const part of ['dezhou.txt', '3 份文本', '城言']) assert.ok(said.includes(part), `${part} in ${said}`);
    await page.locator('.comparison thead .choose').first().click();
    await page.locator('.comparison tr[data-word=产业] th button').click();
    await page.keyboard.press('Escape');
    await page.locator('.looked').waitFor();
    await page.evaluate(axe);
    const { violations } = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ['violations'] }));
    assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(({ target }) => target).join(' | ')}`), []);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), 0);
  }));

/** The texts of a picture, and its fills. @param {any} page @param {string} view */
async function pictured(page, view) {
  const svg = (await take(page, view, 'svg')).toString('utf8');
  return page.evaluate((text) => {
    const root = new DOMParser().parseFromString(text, 'image/svg+xml').documentElement;
    return {
      texts: [...root.querySelectorAll('text')].map((node) => node.textContent),
      stripes: [...root.querySelectorAll('path')].filter((node) => /^M[\d.]+ [\d.]+L.*Z$/.test(node.getAttribute('d')) && node.getAttribute('fill') !== 'none').map((node) => node.getAttribute('d').split('Z').length - 1),
    };
  }, svg);
}

test('stripes of a box fill it evenly and never leave it', () => {
  const box = { x: 10, y: 20, width: 30, height: 17 };
  const paths = stripes(box, { pitch: 6, from: 3, wide: 3 }).split('Z').filter(Boolean);
  let area = 0;
  for (const path of paths) {
    const points = path.slice(1).split('L').map((point) => point.split(' ').map(Number));
    for (const [x, y] of points) assert.ok(x >= 10 && x <= 40 && y >= 20 && y <= 37, path);
    points.forEach(([x, y], at) => {
      const [nextX, nextY] = points[(at + 1) % points.length];
      area += (x * nextY - nextX * y) / 2;
    });
  }
  assert.ok(Math.abs(Math.abs(area) / (30 * 17) - 0.5) < 0.12, String(area));
  assert.equal(stripes({ x: 0, y: 0, width: 0, height: 0 }, { pitch: 6, from: 0, wide: 3 }), '');
});

test('too little text is said or hatched in pictures as on the page', () =>
  withPage('index.html', { locale: 'en', acceptDownloads: true }, async (page) => {
    await ready(page);
    await countReprints(page);
    await choose(page, [...four, file('nowhere.txt', texts.nowhere)]);
    // Not the notes of the sample, which stands there first.
    await page.waitForFunction(() => {
      const { shadowRoot } = document.querySelector('cheng-yan');
      return shadowRoot.querySelectorAll('.part-clouds .little-note').length === 1;
    });
    const clouds = await pictured(page, 'clouds');
    assert.equal(clouds.texts.filter((text) => /^Too little text/.test(text)).length, 1, clouds.texts.join('\n'));
    assert.ok(clouds.stripes.some((n) => n > 10), 'what is no place keeps its hatch');
    const weights = (place) =>
      page.evaluate((code) => {
        const figure = document.querySelector('cheng-yan').shadowRoot.querySelector(`figure[data-place="${code}"]`);
        return [...figure.querySelectorAll(`.word:is(.strong, .own).${figure.className}`)].map((word) => getComputedStyle(word).fontWeight);
      }, place);
    assert.deepEqual(await weights('371700'), [], 'its words have no colour');
    const ofAnother = await weights('371400');
    assert.ok(ofAnother.length > 0 && ofAnother.every((weight) => Number(weight) > 400), 'those of others are bold');
    assert.ok((await pictured(page, 'comparison')).texts.includes('too little text'));
    await approach(page, 'likeness');
    const likeness = await pictured(page, 'likeness');
    assert.equal(likeness.stripes.filter((n) => n > 3).length, 3, 'the pairs of the fourth place');
    assert.ok(likeness.texts.some((text) => /^Hatched/.test(text)));
    await approach(page, 'zoned', '.zoned-word');
    const zoned = await pictured(page, 'zoned');
    assert.equal(zoned.texts.filter((text) => text.includes('too little text')).length, 1, zoned.texts.join('\n'));
  }));

test('clouds zoned by theme give all their words, and a table of them', () =>
  withPage('index.html', { locale: 'zh-CN', acceptDownloads: true }, async (page) => {
    await ready(page);
    await choose(page, [dezhou, liaocheng]);
    await approach(page, 'zoned', '.zoned-word');
    const [head, ...rows] = parse((await take(page, 'zoned', 'csv')).toString('utf8').slice(1));
    assert.deepEqual(head, ['地方', '代码', '主题', '词', '次数', '每万词次数', '文本足够']);
    const uses = await page.locator('.zoned-head p').evaluateAll((all) => all.map((node) => Number(node.textContent.match(/\d+/)[0])));
    assert.equal(rows.reduce((sum, row) => sum + Number(row[4]), 0), uses.reduce((sum, n) => sum + n, 0));
    assert.ok(rows.every((row) => row[6] === '0'), 'too little text');
    const json = JSON.parse(await take(page, 'zoned', 'json'));
    assert.match(json.method, /主题词/);
    assert.ok((await take(page, 'zoned', 'png')).length > 1000);
    await page.locator('.zoned .figures summary').click();
    await page.locator('.zoned .figures tbody tr').first().waitFor();
    const table = await page.locator('.zoned .figures tbody tr').evaluateAll((all) => all.map((row) => [...row.cells].map((cell) => cell.textContent)));
    assert.equal(table.reduce((sum, row) => sum + Number(row[2]), 0), uses.reduce((sum, n) => sum + n, 0));
    for (const [, , place, words] of table.map(([place, theme, n, words]) => [theme, n, place, words])) {
      for (const word of words.split(' · ')) assert.ok(rows.some((row) => row[0] === place && `${row[3]} ${row[4]}` === word), word);
    }
  }));
