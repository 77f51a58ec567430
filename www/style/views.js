/** The style sheet of the views that come after the clouds, in the order in which they stand on the page. */
import { charts } from './charts.js';
import { collocates } from './collocates.js';
import { little } from './little.js';
import { concordance } from './concordance.js';
import { linked } from './linked.js';
import { overTime } from './over-time.js';
import { passages } from './passages.js';
import { robustness } from './robustness.js';
import { take } from './take.js';
import { themes } from './themes.js';
import { zoned } from './zoned.js';

export const css = [robustness, charts, themes, zoned, collocates, passages, overTime, concordance, little, linked, take].join('\n');
