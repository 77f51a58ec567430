/** 简体中文：一地与各地、各地的相似、词在文中的位置。 */

/** @typedef {typeof import('./charts.en.js').charts} Charts */

/** @type {Charts['scatter']} */
const scatter = {
  title: '一地与各地',
  intro: '每个点是一个词：越靠上，当地说得越多；越靠右，别处说得越多（各地权重相同）。两轴都是对数刻度。',
  counting: '正在统计词语……',
  place: '地方',
  up: (place) => `${place}每万词次数`,
  right: (_n, f) => `其他 ${f} 地每万词次数的平均`,
  none: '0',
  same: '一样多',
  more: (place) => `${place}说得更多`,
  less: '别处说得更多',
  keyDistinctive: '超出偶然（q 不高于 0.05）',
  keyMissing: '别处都说、当地不说，超出偶然',
  keyOther: '不能断定有差别',
  keyHollow: '文本太少：只作描述，不作判断',
  tooLittle: (place, words, blocks) => `${place}不足 ${words} 词或 ${blocks} 段，或没有别的地方达到：此图只描述这些文本，不作判断。`,
  hint: '指向一个词看数字，点选看原句；用键盘时，方向键在词与词之间移动。',
  picture: (place) => `${place}与其他地方的用词`,
  point: (word, place, rate, n, others) => `${word}：${place}每万词 ${rate} 次（n = ${n}），别处 ${others} 次`,
  times: (ratio) => `是别处的 ${ratio} 倍`,
  finding: { distinctive: '超出偶然', missing: '当地不说，超出偶然', '': '' },
  table: '以表格查看这些词',
  caption: (place, n) => `${place}与其他地方的 ${n} 个词：各列表中的词和最常用的词，至少三次`,
  columns: { word: '词', n: 'n', rate: '频率', others: '别处', ratio: '倍数', finding: '判断（q）' },
  unlabelled: (_n, f) => `另有 ${f} 个词因位置不够没有标出名称。`,
};

/** @type {Charts['likeness']} */
const likeness = {
  title: '谁和谁像',
  intro: '两地用词有多少相同：0 是毫无相同，1 是用词和比例完全一样。相像的地方排在一起。文本短，看上去就不像，只宜比较篇幅相近的地方。',
  counting: '正在比较各地……',
  measure: '量度',
  measures: { jensenShannon: 'Jensen–Shannon', cosine: '余弦' },
  measureNotes: {
    jensenShannon: '1 减去 Jensen–Shannon 散度（比特）：每个词都算。',
    cosine: '词频的余弦：最常用的词起决定作用。',
  },
  between: (from, to) => `${from}—${to}`,
  little: '斜线：文本太少，不作判断。',
  tooLittle: (words, blocks) => `不作比较：文本足够（${words} 词、${blocks} 段）的地方不到两个。`,
  picture: '各地两两相似的程度',
  cell: (a, b, value) => `${a}与${b}：${value}`,
  pair: (a, b) => `${a}与${b}`,
  values: (jensenShannon, cosine) => `Jensen–Shannon ${jensenShannon} · 余弦 ${cosine}`,
  alike: '使两地相像的词，及各自的次数',
  nearest: (place) => `与${place}最像的地方`,
  uses: (a, n, b, m) => `${a} ${n} · ${b} ${m}`,
  hint: '点选一对，看使它们相像的词。',
  table: '以表格查看各对',
  caption: '文本足够的地方两两相似的程度，最像的在前',
  columns: { one: '地方', other: '地方', jensenShannon: 'Jensen–Shannon', cosine: '余弦', words: '使两地相像的词' },
};

/** @type {Charts['strips']} */
const strips = {
  title: '词在哪里出现',
  intro: '把各地的段落从头到尾接起来，每出现一次画一道。细缝隔开不同的文档。不论文本长短，各条一样宽。',
  counting: '正在查找……',
  words: '词',
  other: '换一个词',
  show: '查看',
  none: (word) => `按现在的切分和显示，没有地方说“${word}”。`,
  picture: (word) => `“${word}”在各地文本中的位置`,
  figures: (n, dispersion) => `n = ${n} · DP ${dispersion}`,
  few: (n) => `n = ${n}`,
  noUse: '未出现',
  dp: 'DP 是 Gries 的比例偏差，按段落计算，0 为均匀，1 为集中在一处；三次以上才给出。只宜比较次数相近的词。',
  little: '空心：文本太少，不给 DP。',
  hint: '指向一道看上下文，点选则在文档中接着读；用键盘时，方向键在各处、各地之间移动。',
  use: (word, place, at, n, share) => `${place}的“${word}”，第 ${at} 处，共 ${n} 处，位于全文 ${share}。打开文档`,
  where: (place, at, n, title) => `${place}，第 ${at} 处，共 ${n} 处 · ${title}`,
  table: '以表格查看各条',
  caption: (word) => `各地“${word}”的次数、分布是否均匀，及在全文各五分之一中的次数`,
  columns: { place: '地方', words: '词数', n: 'n', rate: '每万词', dispersion: 'DP', fifths: '全文各五分之一中的次数' },
};

/** @type {Charts} */
export const charts = { scatter, likeness, strips };
