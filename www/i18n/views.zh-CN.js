/** 简体中文：共用位置的词云，以及各地的差别。 */

const SMALL = ['〇', '一', '两', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二'];

/** @type {typeof import('./views.en.js').views} */
export const views = {
  arrangement: '词云的排法',
  together: '逐词对照',
  apart: '各地各排',
  stormIntro: '同一个词在每幅词云里位置相同，可以逐处对照。',
  legendSize: '在当地每万词中出现得越多；各图尺度一致',
  legendColour: '某地的颜色',
  legendColourText: (bound) => `该地明显比别处说得多（对数似然 G² 不低于 ${bound}，未必排除偶然；在该地词云中带下划线）`,
  legendSomeColour: '；文本最多的八处各有颜色，其余为灰色',
  /** Of which places bold says more, by how many have too little text. */
  legendBold: { none: '', some: '；文本太少的地方不着色', all: '；文本太少的地方不加粗' },
  legendGhost: '空框',
  legendGhostText: '别处说，此地没有说',
  legendGreyText: '没有哪个地方明显说得更多',
  apartAlone: '多地与未归属的段落单独排列，不参与对照。',
  stormLabel: (place, n, nGhosts) => `${place}词云：${n} 个词，另有 ${nGhosts} 个词只有别处说。用方向键在词间移动。`,
  rest: (n, rest) => `以上是在任一地方排名最前的 ${n} 个词。各地词云中另有 ${rest} 个`,

  overview: (nPlaces, nDocuments, years, nWords, level, f) => {
    const unit = { county: '个县区', prefecture: '座城市', province: '个省份' }[level];
    return `${[`${SMALL[nPlaces] ?? f(nPlaces)}${unit}`, `${f(nDocuments)} 篇文本`, years, `${nWords} 词`].filter(Boolean).join('，')}。`;
  },
  nobodys: (nWords) => `其中 ${nWords} 词不属于单独一地，不参与比较。`,
  years: (from, to) => (from === to ? `${from} 年` : `${from}—${to} 年`),
  somePlaces: '个地方',
  standsOut: (place, words) => `${place}说${words}多于别处，超出偶然。`,
  nothingStandsOut: '没有哪个词在某地多于别处而超出偶然。',
  nothingToCompare: '文本太少，不足以判断各地的差别；频率只描述这些文本本身。',
  tooLittle: (places, _n, words, blocks) => `${places}的文本太少，不作判断（不足 ${words} 词或 ${blocks} 段）。`,
  nothingSurvives: '各地虽有超出偶然的差别，但每一项都依赖于某种设置，详见下表。',
  says: (place, words) => `${place}${words}`,
  saysMost: (places) => `各地说得最多的词（只是次数，不是差别）：${places.join('；')}。`,
  comparing: '正在比较各地……',

  findingsTitle: '差别有多可靠',
  findingsIntro: (nDraws) =>
    `圆点是当地每万词中该词的次数；横线是这一频率可能的范围：段落有限，说不准的部分都画出来（95%，段落重抽 ${nDraws} 次）。横线重叠时，不要据圆点排先后。`,
  dotsCaption: '各词在各地每万词中的次数及 95% 区间',
  dotsAxis: '每万词次数',
  dotsFamily: {
    distinctive: '某地说得更多，超出偶然',
    missing: '某地不说，超出偶然',
    leading: '各地最不均匀，但未超出偶然',
    frequent: '各地合计最常见',
  },
  interval: (rate, low, high, n) => `${rate}（${low}—${high}），n = ${n}`,
  dotsTable: '以表格显示数值',
  hollow: '空心：文本太少，不作判断',

  listsTitle: '分地列出',
  cityFigures: (nWords, nBlocks) => `${nWords} 词，${nBlocks} 段`,
  distinctive: '此地说得更多，超出偶然',
  missing: '别处说而此地不说，超出偶然',
  shared: '文本足够的各地共有',
  sharedNone: '没有各地说得差不多的词。',
  leading: '最不均匀，未超出偶然',
  noneDistinctive: '没有超出偶然的词。',
  cityTooLittle: (words, blocks) => `文本太少，不作判断：至少要 ${words} 词、${blocks} 段。`,
  listColumns: { word: '词', n: 'n', rate: '频率', interval: '95% 区间', tfIdf: 'TF-IDF', q: 'q', expected: '预期' },
  survive: '换一种设置还成立吗？逐项试算，有任何一项不成立的变灰',
  stopTrying: '停止',
  trying: (at, nAll, setting) => `第 ${at} 项，共 ${nAll} 项：${setting}……`,
  survived: (nHold, nAll, nSettings, isStopped) =>
    `${nAll} 项发现中，${nHold} 项在${isStopped ? `停止前试过的 ${nSettings} 种` : `全部 ${nSettings} 种`}设置下都成立。`,
  nothingToTry: '没有可试的发现。',
  notWith: (settings) => `不成立：${settings}`,
  settings: {
    lexicon: ['不用政策词库', '用政策词库'],
    'unknown-words': ['不猜词典以外的词', ''],
    'found-phrases': ['文中短语不合为词', '文中短语合为一词'],
    cleaning: ['不清洗', ''],
    'function-words': ['显示虚词', '略去虚词'],
    'genre-words': ['显示公文套话', '略去公文套话'],
    reprints: ['转载重复计入', '转载只计一次'],
    reference: ['别处合并', ''],
  },
  qNote: (nTests) => `q：偶然出现这么大差别的概率，已按所试的 ${nTests} 个词校正；不高于 0.05 才算超出偶然。TF-IDF（乘以 10,000）：只有少数地方用的词较高，各地都用的词为 0，它不考虑是否出于偶然。`,
};
