/** The element's one style sheet, in the order in which the parts stand on the page. */
import { clouds } from './clouds.js';
import { documents } from './documents.js';
import { findings } from './findings.js';
import { frame } from './frame.js';
import { intake } from './intake.js';
import { mapping } from './mapping.js';
import { panel } from './panel.js';
import { reader } from './reader.js';
import { storm } from './storm.js';
import { table } from './table.js';
import { tokens } from './tokens.js';

export const css = [tokens, frame, intake, clouds, storm, findings, table, documents, panel, mapping, reader].join('\n');
