/** 繁體中文：各地相同的文字。 */

/** @type {typeof import('./passages.en.js').passages} */
export const passages = {
  title: '各地相同的文字',
  intro: (letters) => `在兩個以上地方的段落裡一字不差、長 ${letters} 字以上的文字。誰先寫的，文件本身看不出來，也可能都引自別處。`,
  counting: '正在逐字比對……',
  none: '沒有這麼長的文字同時出現在兩個地方。',

  sharesTitle: '各地文字有多少是自己的',
  sharesCaption: '各地的字數：自己的，與別處相同的，其中屬於固定政策用語的',
  own: '自己的',
  shared: '別處也有',
  set: '其中：固定的政策用語',
  ownShare: (share) => `${share} 是自己的`,
  sharedOf: (n, all) => `${all} 字中 ${n} 字別處也有`,
  figures: '以表格顯示數值',
  place: '地方',
  documents: '文件數',
  letters: '字數',
  asLetters: '標點與空格不計；一個數字、一個外文單字、一個名稱各算一字。',

  sideBySide: '並排對照',
  about: (letters, _places, f, all) => `${letters} 字，${all} 地中有 ${f} 地出現`,
  isSet: '固定用語',
  isSetWhy: '三分之二以上是固定的政策用語，各處都說。',
  partOnly: (n, all) => `${all} 字中的 ${n} 字`,
  key: '加上底色的是這段相同的文字；加上點線的是別處也有的其他文字；其餘只見於這份文件。',
  open: '在原文中打開',
  openIn: (title) => `在原文中打開：${title}`,
  moreUses: (n, all) => `共 ${all} 處，顯示 ${n} 處。`,

  runsTitle: '所有相同的文字',
  runsCaption: '相同的文字與出現的地方，最長的在前',
  wording: '文字',
  length: '字數',
  places: '地方',
  inPart: (place) => `${place}（部分）`,
  manyPlaces: (n, all) => `${all} 地中的 ${n} 地`,
  more: (n) => `再顯示 ${n} 則`,
  rest: (n, all) => `共 ${all} 則，這裡是最長的 ${n} 則；用命令列可以取得全部。`,
};
