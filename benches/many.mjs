// Texts of many places, for measuring: the same on every machine.

import { Buffer } from 'node:buffer';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../tests/browser/launch.mjs';
import { generator } from './bulk.mjs';

/** Prefectures of four provinces, so that each text is credited to the place that is given beside it. */
const PLACES =
  '济南 青岛 淄博 枣庄 东营 烟台 潍坊 济宁 泰安 威海 日照 临沂 德州 聊城 滨州 菏泽 郑州 开封 洛阳 平顶山 安阳 鹤壁 新乡 焦作 濮阳 许昌 漯河 ' +
  '三门峡 南阳 商丘 信阳 周口 驻马店 石家庄 唐山 秦皇岛 邯郸 邢台 保定 张家口';
const N_DOCUMENTS = 3;
const N_PARAGRAPHS = 12;
const N_SENTENCES = 4;

/** Documents of forty cities, made of the sample's sentences, of which each city has its favourites. */
export async function manyPlaces() {
  const folder = join(root, 'www/sample');
  const names = (await readdir(folder)).filter((name) => name.endsWith('.md')).sort();
  const all = (await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')))).join('\n');
  const sentences = all.replace(/^---[^]*?^---$/gm, '').split(/(?<=。)|\n/).map((line) => line.trim()).filter((line) => /\p{Script=Han}{6}/u.test(line));
  const random = generator(40);
  const pick = (list) => list[Math.floor(random() * list.length)];
  return PLACES.split(' ').flatMap((place) => {
    const own = Array.from({ length: 30 }, () => pick(sentences));
    const sentence = () => pick(random() < 0.6 ? own : sentences);
    const paragraph = () => Array.from({ length: N_SENTENCES }, sentence).join('');
    return Array.from({ length: N_DOCUMENTS }, (_, at) => ({
      name: `${place}-${at + 1}.txt`,
      bytes: Buffer.from(Array.from({ length: N_PARAGRAPHS }, paragraph).join('\n')),
      given: { place: `${place}市` },
    }));
  });
}
