/** 简体中文：一地前后。 */

/** @type {typeof import('./over-time.en.js').overTime} */
export const overTime = {
  title: '一地前后',
  intro: '把一个地方较早的文本与较晚的文本放在一起，看用词的变化。比较的是这些文本说了什么，不是当地其间做了什么。',
  counting: '正在比较前后文本……',
  none: '没有哪个地方有两个不同日期的文本，无从比较前后。',
  noDates: (place) => `${place}没有两个不同日期的文本；这里是另一个地方。`,
  place: '地方',
  byYear: '按年份分成前后两段，使两段文字尽量均衡。',
  byDate: '有日期的文本都在同一年：按日期分成前后两段，使两段文字尽量均衡。',
  earlier: '较早',
  later: '较晚',
  period: (name, from, until, nDocuments, nWords, nBlocks, f) => `${name}：${from === until ? from : `${from}至${until}`}，${f(nDocuments)} 篇，${nBlocks} 段，${nWords} 词`,
  leftOut: (_n, files) => `没有日期或日期不够确切，未计入：${files}`,
  tooLittle: (words, blocks) => `文本太少，不作判断：有一段不足 ${words} 词或 ${blocks} 段文字。以下只是这些文本的计数。`,
  nothing: '没有哪个词能在偶然之外称为新增、消失或不变。下面是最常见的词。',
  kinds: { new: '新增', more: '说得更多', steady: '不变', less: '说得更少', dropped: '不再说', unsure: '无法判断' },
  key: '空心：较早；实心：较晚。每万词次数，横线是频率可能的范围（95%）。',
  rule: '新增、不再说、更多、更少：超出偶然（q 不高于 0.05）。不变：确定不到两倍，也不低于一半。',
  caption: '一地前后的用词：每万词次数及范围',
  word: '词',
  kind: '变化',
  ratio: '倍数',
  cell: (rate, low, high, n) => `${rate}（${low}—${high}），n = ${n}`,
  times: (ratio, low, high) => `${ratio} 倍（${low}—${high}）`,
  adjusted: 'q',
};
