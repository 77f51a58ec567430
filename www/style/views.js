/** The style sheet of the views that come after the clouds, in the order in which they stand on the page. */
import { themes } from './themes.js';

export const css = [themes].join('\n');
