/** 繁體中文：一地前後。 */

/** @type {typeof import('./over-time.en.js').overTime} */
export const overTime = {
  title: '一地前後',
  intro: '把一個地方較早的文件與較晚的文件放在一起，看用詞的變化。比較的是這些文件說了什麼，不是當地這段期間做了什麼。',
  counting: '正在比較前後文件……',
  none: '沒有哪個地方有兩份不同日期的文件，無從比較前後。',
  noDates: (place) => `${place}沒有兩份不同日期的文件；這裡是另一個地方。`,
  place: '地方',
  byYear: '依年份分成前後兩段，使兩段文字盡量均衡。',
  byDate: '有日期的文件都在同一年：依日期分成前後兩段，使兩段文字盡量均衡。',
  earlier: '較早',
  later: '較晚',
  period: (name, from, until, nDocuments, nWords, nBlocks, f) => `${name}：${from === until ? from : `${from}至${until}`}，${f(nDocuments)} 份，${nBlocks} 段，${nWords} 詞`,
  leftOut: (_n, files) => `沒有日期或日期不夠確切，未計入：${files}`,
  tooLittle: (words, blocks) => `文字太少，不作判斷：有一段不足 ${words} 詞或 ${blocks} 段文字。以下只是這些文件的計數。`,
  nothing: '沒有哪個詞能在偶然之外稱為新增、消失或不變。以下是最常見的詞。',
  kinds: { new: '新增', more: '說得更多', steady: '不變', less: '說得更少', dropped: '不再說', unsure: '無法判斷' },
  key: '空心：較早；實心：較晚。每萬詞次數，橫線是頻率可能的範圍（95%）。',
  rule: '新增、不再說、更多、更少：超出偶然（q 不高於 0.05）。不變：確定不到兩倍，也不低於一半。',
  caption: '一地前後的用詞：每萬詞次數與範圍',
  word: '詞',
  kind: '變化',
  ratio: '倍數',
  cell: (rate, low, high, n) => `${rate}（${low} 至 ${high}），n = ${n}`,
  times: (ratio, low, high) => `${ratio} 倍（${low} 至 ${high}）`,
  adjusted: 'q',
};
