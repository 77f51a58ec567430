/** 繁體中文：共用位置的文字雲，以及各地的差別。 */

const SMALL = ['零', '一', '兩', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二'];

/** @type {typeof import('./views.en.js').views} */
export const views = {
  arrangement: '文字雲的排法',
  together: '逐詞對照',
  apart: '各地各排',
  stormIntro: '同一個詞在每幅文字雲裡位置相同，可以逐處對照。',
  legendSize: '在當地每萬詞中出現得越多；各圖尺度一致',
  legendColour: '某地的顏色',
  legendColourText: (bound) => `該地明顯比別處說得多（對數概似 G² 不低於 ${bound}，不一定能排除偶然；在該地文字雲裡帶底線）`,
  legendSomeColour: '；文字最多的八處各有顏色，其餘為灰色',
  /** Of which places bold says more, by how many have too little text. */
  legendBold: { none: '', some: '；文字太少的地方不著色', all: '；文字太少的地方不加粗' },
  legendGhost: '空框',
  legendGhostText: '別處說，這裡沒有說',
  legendGreyText: '沒有哪個地方明顯說得更多',
  apartAlone: '多地與未歸屬的段落單獨排列，不參與對照。',
  stormLabel: (place, n, nGhosts) => `${place}文字雲：${n} 個詞，另有 ${nGhosts} 個詞只有別處說。用方向鍵在詞之間移動。`,
  rest: (n, rest) => `以上是在任一地方排名最前的 ${n} 個詞。各地文字雲中另有 ${rest} 個`,

  overview: (nPlaces, nDocuments, years, nWords, level, f) => {
    const unit = { county: '個縣區', prefecture: '座城市', province: '個省份' }[level];
    return `${[`${SMALL[nPlaces] ?? f(nPlaces)}${unit}`, `${f(nDocuments)} 份文件`, years, `${nWords} 詞`].filter(Boolean).join('，')}。`;
  },
  nobodys: (nWords) => `其中 ${nWords} 詞不屬於單獨一地，不列入比較。`,
  years: (from, to) => (from === to ? `${from} 年` : `${from} 至 ${to} 年`),
  somePlaces: '個地方',
  standsOut: (place, words) => `${place}說${words}多於別處，超出偶然。`,
  nothingStandsOut: '沒有哪個詞在某地多於別處而超出偶然。',
  nothingToCompare: '文字太少，不足以判斷各地的差別；頻率只描述這些文件本身。',
  tooLittle: (places, _n, words, blocks) => `${places}的文字太少，不作判斷（不足 ${words} 詞或 ${blocks} 段）。`,
  nothingSurvives: '各地雖有超出偶然的差別，但每一項都依賴某種設定，詳見下表。',
  says: (place, words) => `${place}${words}`,
  saysMost: (places) => `各地說得最多的詞（只是次數，不是差別）：${places.join('；')}。`,
  comparing: '正在比較各地……',

  findingsTitle: '差別有多可靠',
  findingsIntro: (nDraws) =>
    `圓點是這個詞在當地每萬詞中的次數；橫線是這個頻率可能的範圍：段落有限，說不準的部分都畫出來（95%，段落重複抽樣 ${nDraws} 次）。橫線重疊時，不要憑圓點排先後。`,
  dotsCaption: '各詞在各地每萬詞中的次數與 95% 區間',
  dotsAxis: '每萬詞次數',
  dotsFamily: {
    distinctive: '某地說得更多，超出偶然',
    missing: '某地不說，超出偶然',
    leading: '各地最不平均，但未超出偶然',
    frequent: '各地合計最常見',
  },
  interval: (rate, low, high, n) => `${rate}（${low} 至 ${high}），n = ${n}`,
  dotsTable: '以表格顯示數值',
  hollow: '空心：文字太少，不作判斷',

  listsTitle: '分地列出',
  cityFigures: (nWords, nBlocks) => `${nWords} 詞，${nBlocks} 段`,
  distinctive: '這裡說得更多，超出偶然',
  missing: '別處說而這裡不說，超出偶然',
  shared: '文字足夠的各地共有',
  sharedNone: '沒有各地說得差不多的詞。',
  leading: '最不平均，未超出偶然',
  noneDistinctive: '沒有超出偶然的詞。',
  cityTooLittle: (words, blocks) => `文字太少，不作判斷：至少要 ${words} 詞、${blocks} 段。`,
  listColumns: { word: '詞', n: 'n', rate: '頻率', interval: '95% 區間', tfIdf: 'TF-IDF', q: 'q', expected: '預期' },
  survive: '換一種設定還成立嗎？逐項試過，不是每次都成立的變灰',
  stopTrying: '停止',
  trying: (at, nAll, setting) => `第 ${at} 項，共 ${nAll} 項：${setting}……`,
  survived: (nHold, nAll, nSettings, isStopped) =>
    `${nAll} 項發現中，${nHold} 項在${isStopped ? `停止前試過的 ${nSettings} 種` : `全部 ${nSettings} 種`}設定下都成立。`,
  nothingToTry: '沒有可試的發現。',
  notWith: (settings) => `不成立：${settings}`,
  settings: {
    lexicon: ['不用政策詞庫', '用政策詞庫'],
    'unknown-words': ['不猜未收錄的詞', ''],
    'found-phrases': ['文中詞組不合為詞', '文中詞組合為一詞'],
    cleaning: ['不清理', ''],
    'function-words': ['顯示虛詞', '略去虛詞'],
    'genre-words': ['顯示公文套語', '略去公文套語'],
    reprints: ['轉載重複計入', '轉載只計一次'],
    reference: ['他地合併', ''],
  },
  qNote: (nTests) => `q：差別純屬偶然的機率，已依所檢驗的 ${nTests} 個詞校正；不高於 0.05 才算超出偶然。TF-IDF（乘以 10,000）：只有少數地方用的詞較高，各地都用的詞為 0，它不問是否偶然。`,
};
