/**
 * Entry of the one-file build, a classic script: everything else is in blocks of the page,
 * `<script type="application/octet-stream" id="chengyan-wasm">` and -dictionary, -worker, -sample, in base64.
 */
import { assetsInPage } from './assets.js';
import { words as zhTW } from './i18n/all.zh-TW.js';
import * as views from './views/index.js';
import { define } from './widget.js';

define(() => assetsInPage(document, views, { 'zh-TW': zhTW }));
