/** The style sheet of the views that come after the clouds, in the order in which they stand on the page. */
import { overTime } from './over-time.js';
import { passages } from './passages.js';
import { themes } from './themes.js';

export const css = [themes, passages, overTime].join('\n');
