/** All words of the page in 繁體中文, in one script that is loaded when that language is first chosen. */
import { themes } from './themes.zh-TW.js';
import { zhTW } from './zh-TW.js';
import { zoned } from './zoned.zh-TW.js';

/** @type {import('./index.js').Words} */
export const words = { strings: zhTW, later: { themes, zoned } };
