/** All words of the page in 繁體中文, in one script that is loaded when that language is first chosen. */
import { charts } from './charts.zh-TW.js';
import { collocates } from './collocates.zh-TW.js';
import { overTime } from './over-time.zh-TW.js';
import { passages } from './passages.zh-TW.js';
import { robustness } from './robustness.zh-TW.js';
import { take } from './take.zh-TW.js';
import { themes } from './themes.zh-TW.js';
import { zhTW } from './zh-TW.js';
import { zoned } from './zoned.zh-TW.js';

/** @type {import('./index.js').Words} */
export const words = {
  strings: zhTW,
  later: { robustness, themes, zoned, charts, collocates, passages, overTime, exported: take },
};
