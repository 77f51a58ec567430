/** 简体中文：与一个词同现的词。 */

/** @type {typeof import('./collocates.en.js').collocates} */
export const collocates = {
  title: '与它同现的词',
  intro: '与所看的词出现在同一个分句里的词：一个地方说到它时，还说什么。这里只作描述，不作检验。',
  choose: '所看的词',
  counting: '正在统计分句……',
  caption: (word) => `与“${word}”出现在同一分句的词：总数和各地`,
  head: (n, all, word) => `${all} 个分句中有 ${n} 个用到“${word}”。`,
  columns: { word: '同现的词', n: '分句', expected: '预期', logDice: 'logDice' },
  note: (least) =>
    `分句：两个词都有的分句数；预期：两个词互不相干时应有的分句数。logDice：两个词总在一起时为 14，每少 1，关联弱一半。同现不到 ${least} 个分句的词不列。各地名下：两个词都有的分句数，该地用到此词的分句有十个以上的，另给所占比例。`,
  none: (word, least) => `没有词与“${word}”同现达到 ${least} 个分句。`,
  share: (share) => `（${share}）`,
  open: (word, other, n) => `${word}与${other}，${n} 个分句：看原句`,
  title2: (word, other) => `${word} + ${other}`,
  sentencesOf: (word, other) => `“${word}”与“${other}”同在一个分句的原句`,
};
