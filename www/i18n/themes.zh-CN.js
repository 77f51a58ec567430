/** 简体中文：各地谈什么。 */

/** @type {typeof import('./themes.en.js').themes.names} */
const names = {
  industry: '产业',
  projects: '项目与投资',
  reform: '改革与营商环境',
  opening: '对外开放',
  science: '科技与人才',
  countryside: '农业农村',
  cities: '城市与交通',
  ocean: '海洋',
  ecology: '生态环保',
  livelihood: '民生',
  health: '卫生健康',
  safety: '风险、安全与治理',
  cadres: '党建与干部作风',
  culture: '文化与旅游',
  none: '不计数',
};

/** @type {typeof import('./themes.en.js').themes} */
export const themes = {
  names,
  title: '各地谈什么',
  intro: (n) => `按 ${n} 个主题的词语，统计各地自己的段落。这里数的是文本里的着墨，不是政绩：写得多，不等于做得多。`,
  count: '统计主题',
  counting: '正在统计主题……',

  mapCaption: '各主题在当地全部主题词中的占比及次数',
  theme: '主题',
  size: (n) => `n = ${n}`,
  key: '占当地主题词的比例',
  keyMore: '▲ 多于别处，▽ 少于别处，超出偶然（按每万词计，q 不高于 0.05）',
  keyLittle: (words, blocks) => `虚线框：文本太少，不作判断（不足 ${words} 词或 ${blocks} 段）。`,
  more: '多于别处，超出偶然',
  less: '少于别处，超出偶然',
  cell: (theme, place, share, low, high, n) => `${theme}，${place}：${share}（${low}至${high}），n = ${n}。查看原句`,

  boardTitle: '谁着墨最多',
  boardIntro: (nDraws) => `每万词次数；横线是这一频率可能的范围（95%，段落重抽 ${nDraws} 次）。只有文本足以同时区分各地时才给名次，否则给出可能的名次范围。`,
  board: '主题',
  rank: '名次',
  ranks: (best, worst) => (best === worst ? best : `${best}—${worst}`),
  place: '地方',
  rate: '频率（95%）',
  uses: 'n',
  words: '最常见',
  noRank: '不排名',
  tieAll: (theme) => `${theme}：凭这些文本，各地无法区分高下；下面的次序不是名次。`,
  tieSome: (theme) => `${theme}：名次范围有重叠的地方，彼此无法区分高下。`,
  tieNone: (theme) => `${theme}：各地彼此都可以区分。`,
  noRanks: (words, blocks) => `不排名：文本足够（${words} 词、${blocks} 段）的地方不到两个。频率只描述这些文本本身。`,

  sentencesOf: (theme) => `谈“${theme}”的句子`,
  filterTerms: '只看含有某词的句子',
  allTerms: '全部',
  moreTerms: (_n, f) => `另有 ${f} 个词`,

  sheetTitle: '修改主题词',
  sheetIntro: '每行一个词或短语；最长的优先，一个词只算在一个主题里。词表随工作区文件保存。',
  sheetTheme: '主题',
  nTerms: (n) => `${n} 个词`,
  take: '按这些词统计',
  undo: '撤销',
  ours: '恢复自带词表',
  twice: (words) => `这些词已在别的主题里，仍算在那里：${words}`,
};
