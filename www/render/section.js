/** What every view after the clouds begins with: its heading, what it is about and, while its figures are on their way, that they are. */
import { html } from './build.js';

/**
 * @param {Document} document
 * @param {{ name: string, title: string, intro: string, counting?: string | false, kind?: string, isTaken?: boolean }} about its name is
 *   its class and, unless nothing can be taken from it, the name of the view; counting is said while there are no figures
 * @param {import('./build.js').Child[]} parts
 */
export function viewSection(document, { name, title, intro, counting, kind, isTaken = true }, ...parts) {
  return html(
    document,
    'section',
    { class: kind ? `${name} ${kind}` : name, 'data-view': isTaken && name, 'aria-labelledby': `${name}-title` },
    html(document, 'h2', { id: `${name}-title` }, title),
    html(document, 'p', { class: 'intro' }, intro),
    counting && html(document, 'p', { class: 'intro counting' }, counting),
    ...parts,
  );
}
