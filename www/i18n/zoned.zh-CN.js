/** 简体中文：按主题排列的词云。 */

/** @type {typeof import('./zoned.en.js').zoned} */
export const zoned = {
  title: '各地的主题词',
  intro: '同一主题的词排在一起，主题名后是它在当地出现的次数。字越大，在当地出现得越多；只在一幅之内比大小，不同图框之间不比。不属于任何主题的词不在此列。',
  counting: '正在统计主题词……',
  uses: (n) => `主题词 ${n} 次`,
  none: '没有主题词。',
  label: (place, nWords, nThemes) => `${place}的主题词：${nThemes} 个主题，${nWords} 个词。用方向键在词间移动。`,
  word: (word, theme, _n, count) => `${word}，${theme}：${count} 次。查看原句`,
  rest: (_n, f) => `另有 ${f} 个更少见的主题词`,
  table: '以表格显示数值',
  caption: '各地各主题的词及其次数',
  columns: { place: '地方', theme: '主题', uses: '次数', words: '词' },
};
