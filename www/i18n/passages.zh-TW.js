/** 繁體中文：各地共用的文字。 */

/** @type {typeof import('./passages.en.js').passages} */
export const passages = {
  title: '各地共用的文字',
  intro: (letters) => `在兩個以上地方的段落裡逐字相同、長 ${letters} 字以上的文字。誰先寫的，文件本身說明不了，也可能都引自別處。`,
  counting: '正在逐字比對……',
  none: '沒有哪段這麼長的文字出現在兩個地方。',

  sharesTitle: '各地文字有多少是自己的',
  sharesCaption: '各地的字數：自己的，與別處相同的，其中屬於固定說法的',
  own: '自己的',
  shared: '別處也有',
  set: '其中：政策固定說法',
  ownShare: (share) => `${share} 是自己的`,
  sharedOf: (n, all) => `${all} 字中有 ${n} 字別處也有`,
  figures: '資料表',
  place: '地方',
  documents: '份數',
  letters: '字數',
  asLetters: '標點與空格不計；一個數字、一個外文詞、一個名稱各算一字。',

  sideBySide: '並排對照',
  about: (letters, _places, f, all) => `${letters} 字，見於 ${all} 地中的 ${f} 地`,
  isSet: '固定說法',
  isSetWhy: '三分之二以上是政策固定說法，各處都說。',
  partOnly: (n, all) => `${all} 字中的 ${n} 字`,
  key: '底色標出的是這段文字；點線標出的是別處也有的其他文字；其餘是這份文件自己的。',
  open: '在原文中打開',
  openIn: (title) => `在原文中打開：${title}`,
  moreUses: (n, all) => `共 ${all} 處，顯示 ${n} 處。`,

  runsTitle: '全部共用文字',
  runsCaption: '共用文字及其所在的地方，最長的在前',
  wordingOf: '各地的標點可能不同：表中是依序第一個全文都有的地方的寫法，上面每張卡片是當地自己的寫法。',
  wording: '文字',
  length: '字數',
  places: '地方',
  inPart: (place) => `${place}（部分）`,
  manyPlaces: (n, all) => `${all} 地中的 ${n} 地`,
  more: (n) => `再看 ${n} 條`,
  rest: (n, all) => `共 ${all} 條，這裡是最長的 ${n} 條；命令列可以給出全部。`,
};
