/** 简体中文：各地共用的文字。 */

/** @type {typeof import('./passages.en.js').passages} */
export const passages = {
  title: '各地共用的文字',
  intro: (letters) => `在两个以上地方的段落里逐字相同、长 ${letters} 字以上的文字。谁先写的，文本本身说明不了，也可能都引自别处。`,
  counting: '正在逐字比对……',
  none: '没有哪段这么长的文字出现在两个地方。',

  sharesTitle: '各地文字有多少是自己的',
  sharesCaption: '各地的字数：自己的，与别处相同的，其中属于固定提法的',
  own: '自己的',
  shared: '别处也有',
  set: '其中：政策固定提法',
  ownShare: (share) => `${share} 是自己的`,
  sharedOf: (n, all) => `${all} 字中 ${n} 字别处也有`,
  figures: '数据表',
  place: '地方',
  documents: '篇数',
  letters: '字数',
  asLetters: '标点和空格不计；一个数字、一个外文词、一个名称各算一字。',

  sideBySide: '并排对照',
  about: (letters, _places, f, all) => `${letters} 字，见于 ${all} 地中的 ${f} 地`,
  isSet: '固定提法',
  isSetWhy: '三分之二以上是政策固定提法，各处都说。',
  partOnly: (n, all) => `${all} 字中的 ${n} 字`,
  key: '加底色的是这段共用的文字；加点线的是别处也有的其他文字；其余只见于本篇。',
  open: '在原文中打开',
  openIn: (title) => `在原文中打开：${title}`,
  moreUses: (n, all) => `共 ${all} 处，显示 ${n} 处。`,

  runsTitle: '全部共用文字',
  runsCaption: '共用文字及其所在的地方，最长的在前',
  wordingOf: '各地的标点可能不同：表中是依次第一个全文都有的地方的写法，上面每张卡片是当地自己的写法。',
  wording: '文字',
  length: '字数',
  places: '地方',
  inPart: (place) => `${place}（部分）`,
  manyPlaces: (n, all) => `${all} 地中的 ${n} 地`,
  more: (n) => `再看 ${n} 条`,
  rest: (n, all) => `共 ${all} 条，这里是最长的 ${n} 条；用命令行可得到全部。`,
};
