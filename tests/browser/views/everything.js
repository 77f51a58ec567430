// Texts of which every view has something to show: three cities that differ, each in two years, one with too little text, and
// wording that they share.
import { file } from '../texts.js';

const COMMON = ['项目', '企业', '招商', '服务', '科技'];
const SHARED = '要把每一条路修到村口，把每一盏灯点亮，让老人都有饭吃。';
/** Paragraphs of sixty words, in an order of their own. */
const text = (city, year, own) => {
  const words = [...COMMON, ...own];
  const at = (block, word) => words[(word * (block + 1) + Math.floor(word / 7) + block + Math.floor(block / 7) + year) % words.length];
  const block = (number) => Array.from({ length: 60 }, (_, word) => at(number, word)).join('和');
  const blocks = Array.from({ length: 24 }, (_, number) => `${city}抓${block(number)}。`);
  return `---\ntitle: ${city}${year}年\ndate: ${year}-03-01\n---\n${blocks.join('\n')}\n${city}${SHARED}\n`;
};

export const everything = [
  file('d19.txt', text('德州市', 2019, ['农业', '教育'])),
  file('d20.txt', text('德州市', 2020, ['农业', '生态', '生态'])),
  file('b19.txt', text('滨州市', 2019, ['农业', '教育'])),
  file('b20.txt', text('滨州市', 2020, ['农业', '教育', '安全'])),
  file('w19.txt', text('威海市', 2019, ['港口', '港口', '教育'])),
  file('w20.txt', text('威海市', 2020, ['港口', '海洋', '教育'])),
  file('h19.txt', '---\ndate: 2019-03-01\n---\n菏泽市抓项目、抓招商。招商要靠好项目！“千村万户工程”和项目。菏泽市建“千村万户工程”。\n这些项目要开工。'),
];

/** Views in their order, and what stands in each when it is drawn. */
export const VIEWS = [
  ['robustness', 'table'], ['scatter', '.scatter-plot'], ['themes', '.board-table'], ['zoned', '.zoned-word'], ['strips', '.strips-plot'],
  ['collocates', 'tbody tr'], ['likeness', '.triangle'], ['passages', '.run-table'], ['over-time', '.then-plot'],
];

/** A state in which findings are tried, and all lists and tables stand unfolded. */
export const ALL_OPEN = 'reprints=all&survive=on&unfolded=dots-figures,likeness-figures,passages-figures,phrases,scatter-figures,stops,strips-figures,zoned-figures';
