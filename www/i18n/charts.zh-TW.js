/** 繁體中文：一地與各地、各地的相似、詞在文中的位置。 */

/** @typedef {typeof import('./charts.en.js').charts} Charts */

/** @type {Charts['scatter']} */
const scatter = {
  title: '一地與各地',
  intro: '每個點是一個詞：越靠上，當地說得越多；越靠右，別處說得越多（各地權重相同）。兩軸都是對數刻度。',
  counting: '正在統計詞語……',
  place: '地方',
  up: (place) => `${place}每萬詞次數`,
  right: (_n, f) => `其他 ${f} 地每萬詞次數的平均`,
  none: '0',
  same: '一樣多',
  more: (place) => `${place}說得更多`,
  less: '別處說得更多',
  keyDistinctive: '超出偶然（q 不高於 0.05）',
  keyMissing: '別處都說、當地不說，超出偶然',
  keyOther: '不能斷定有差別',
  keyHollow: '文字太少：只作描述，不作判斷',
  tooLittle: (place, words, blocks) => `${place}不足 ${words} 詞或 ${blocks} 段，或沒有別的地方達到：這張圖只描述這些文件，不作判斷。`,
  hint: '指向一個詞看數字，點選看原句；用鍵盤時，方向鍵在詞與詞之間移動。',
  picture: (place) => `${place}與其他地方的用詞`,
  point: (word, place, rate, n, others) => `${word}：${place}每萬詞 ${rate} 次（n = ${n}），別處 ${others} 次`,
  times: (ratio) => `是別處的 ${ratio} 倍`,
  finding: { distinctive: '超出偶然', missing: '當地不說，超出偶然', '': '' },
  table: '以表格查看這些詞',
  caption: (place, n) => `${place}與其他地方的 ${n} 個詞：各清單中的詞與最常用的詞，至少三次`,
  columns: { word: '詞', n: 'n', rate: '頻率', others: '別處', ratio: '倍數', finding: '判斷（q）' },
  unlabelled: (_n, f) => `另有 ${f} 個詞因版面不足沒有標出名稱。`,
};

/** @type {Charts['likeness']} */
const likeness = {
  title: '誰和誰像',
  intro: '兩地用詞有多少相同：0 是毫無相同，1 是用詞與比例完全一樣。相像的地方排在一起。文字短，看起來就不像，只適合比較篇幅相近的地方。',
  counting: '正在比較各地……',
  measure: '量度',
  measures: { jensenShannon: 'Jensen–Shannon', cosine: '餘弦' },
  measureNotes: {
    jensenShannon: '1 減去 Jensen–Shannon 散度（位元）：每個詞都算。',
    cosine: '詞頻的餘弦：由最常用的詞決定。',
  },
  between: (from, to) => `${from} 至 ${to}`,
  little: '斜線：文字太少，不作判斷。',
  tooLittle: (words, blocks) => `不作比較：文字足夠（${words} 詞、${blocks} 段）的地方不到兩個。`,
  picture: '各地兩兩相似的程度',
  cell: (a, b, value) => `${a}與${b}：${value}`,
  pair: (a, b) => `${a}與${b}`,
  values: (jensenShannon, cosine) => `Jensen–Shannon ${jensenShannon} · 餘弦 ${cosine}`,
  alike: '使兩地相像的詞，以及各自的次數',
  nearest: (place) => `與${place}最像的地方`,
  uses: (a, n, b, m) => `${a} ${n} · ${b} ${m}`,
  hint: '點選一對，看使它們相像的詞。',
  table: '以表格查看各對',
  caption: '文字足夠的地方兩兩相似的程度，最像的在前',
  columns: { one: '地方', other: '地方', jensenShannon: 'Jensen–Shannon', cosine: '餘弦', words: '使兩地相像的詞' },
};

/** @type {Charts['strips']} */
const strips = {
  title: '詞在哪裡出現',
  intro: '把各地的段落從頭到尾接起來，每出現一次畫一道。細縫隔開不同的文件。不論文字長短，各條一樣寬。',
  counting: '正在搜尋……',
  words: '詞',
  other: '換一個詞',
  show: '查看',
  none: (word) => `依目前的斷詞與顯示，沒有地方說「${word}」。`,
  picture: (word) => `「${word}」在各地文件中的位置`,
  figures: (n, dispersion) => `n = ${n} · DP ${dispersion}`,
  few: (n) => `n = ${n}`,
  noUse: '未出現',
  dp: 'DP 是 Gries 的比例偏差，依段落計算，0 為平均，1 為集中在一處；三次以上才給出。只適合比較次數相近的詞。',
  little: '空心：文字太少，不給 DP。',
  hint: '指向一道看前後文，點選則在文件中接著讀；用鍵盤時，方向鍵在各處、各地之間移動。',
  use: (word, place, at, n, share) => `${place}的「${word}」，第 ${at} 處，共 ${n} 處，位於全文 ${share}。打開文件`,
  where: (place, at, n, title) => `${place}，第 ${at} 處，共 ${n} 處 · ${title}`,
  table: '以表格查看各條',
  caption: (word) => `各地「${word}」的次數、分布是否平均，以及在全文各五分之一中的次數`,
  columns: { place: '地方', words: '詞數', n: 'n', rate: '每萬詞', dispersion: 'DP', fifths: '全文各五分之一中的次數' },
};

/** @type {Charts} */
export const charts = { scatter, likeness, strips };
