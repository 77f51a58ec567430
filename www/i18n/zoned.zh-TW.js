/** 繁體中文：依主題排列的文字雲。 */

/** @type {typeof import('./zoned.en.js').zoned} */
export const zoned = {
  title: '各地的主題詞',
  intro: '同一主題的詞排在一起，主題名稱後面是它在當地出現的次數。字越大，在當地出現得越多；只在同一幅裡比大小，不同圖框之間不比。不屬於任何主題的詞不在此列。',
  counting: '正在統計主題詞……',
  uses: (n) => `主題詞 ${n} 次`,
  none: '沒有主題詞。',
  label: (place, nWords, nThemes) => `${place}的主題詞：${nThemes} 個主題，${nWords} 個詞。用方向鍵在詞之間移動。`,
  word: (word, theme, _n, count) => `${word}，${theme}：${count} 次。查看原句`,
  rest: (_n, f) => `另有 ${f} 個較少見的主題詞`,
  table: '以表格顯示數值',
  caption: '各地各主題的詞及其次數',
  columns: { place: '地方', theme: '主題', uses: '次數', words: '詞' },
};
