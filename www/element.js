/**
 * Entry of the module build: `<script type="module" src="chengyan.js">` defines `<cheng-yan>`.
 * The engine, the dictionary, the worker and the sample are taken from beside this file.
 */
import { assetsBeside } from './assets.js';
import { define } from './widget.js';

define(() => assetsBeside(import.meta.url));
