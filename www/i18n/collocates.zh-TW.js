/** 繁體中文：與一個詞同現的詞。 */

/** @type {typeof import('./collocates.en.js').collocates} */
export const collocates = {
  title: '與它同現的詞',
  intro: '與所看的詞出現在同一個子句裡的詞：一個地方說到它時，還說什麼。這裡只作描述，不作檢驗。',
  choose: '所看的詞',
  counting: '正在統計子句……',
  caption: (word) => `與「${word}」出現在同一子句的詞：總數與各地`,
  head: (n, all, word) => `${all} 個子句中有 ${n} 個用到「${word}」。`,
  columns: { word: '同現的詞', n: '子句', expected: '預期', logDice: 'logDice' },
  note: (least) =>
    `子句：兩個詞都有的子句數；預期：兩個詞互不相干時應有的子句數。logDice：兩個詞總在一起時為 14，每少 1，關聯弱一半。同現不到 ${least} 個子句的詞不列。各地名下：兩個詞都有的子句數，當地用到這個詞的子句有十個以上時，另附所占比例。`,
  none: (word, least) => `沒有詞與「${word}」同現達到 ${least} 個子句。`,
  share: (share) => `（${share}）`,
  open: (word, other, n) => `${word}與${other}，${n} 個子句：看原句`,
  title2: (word, other) => `${word} + ${other}`,
  sentencesOf: (word, other) => `「${word}」與「${other}」同在一個子句的原句`,
};
