/** What the view of a document asks of the engine, and what it tells the application. */
import { EngineError } from './client.js';

/** @typedef {import('./client.js').Engine} Engine */
/** @typedef {import('./render/columns.js').Report} Report */
/** @typedef {import('../src/wasm/types.d.ts').View} View */
/** @typedef {import('../src/wasm/types.d.ts').Piece} Piece */
/** @typedef {import('../src/wasm/types.d.ts').Decision} Decision */
/** @typedef {import('../src/wasm/types.d.ts').DocumentView} DocumentView */
/** @typedef {import('../src/wasm/types.d.ts').DocumentPart} DocumentPart */
/** @typedef {import('../src/wasm/types.d.ts').FoundPlace} FoundPlace */
/**
 * What the reader of a document asks of the application. Decisions settle when all views show them.
 * @typedef {object} Reading
 * @property {(id: number) => Promise<DocumentView>} document
 * @property {(id: number, part: number) => Promise<DocumentPart>} part
 * @property {(id: number, kind: string | undefined, from: number, forward: boolean) => Promise<Piece | null>} nextChange
 * @property {(typed: string) => Promise<FoundPlace[]>} findPlaces
 * @property {(id: number, decision: Decision) => Promise<void>} decide
 * @property {() => Promise<void>} undo
 * @property {() => Promise<void>} redo
 * @property {(id: number, what: 'text' | 'json' | 'csv') => void} exportAs
 * @property {() => Report} report
 * @property {(id: number) => void} opened is told which document is read
 */

/** More places than this are not offered at once. */
const N_PLACES = 12;

/**
 * @param {() => Engine | null} current
 * @param {() => View} choices
 * @param {{ decide: (decide: () => Promise<unknown>) => Promise<void> } & Pick<Reading, 'exportAs' | 'report' | 'opened'>} application
 * @returns {Reading}
 */
export function readingOf(current, choices, { decide, exportAs, report, opened }) {
  const engine = () => {
    const now = current();
    if (!now) throw new EngineError('failed', '');
    return now;
  };
  return {
    document: async (id) => engine().document(id),
    part: async (id, part) => engine().part(id, part, choices()),
    nextChange: async (id, kind, from, forward) => engine().nextChange(id, kind, from, forward),
    findPlaces: async (typed) => engine().findPlaces(typed, N_PLACES),
    decide: (id, decision) => decide(() => engine().decide(id, decision)),
    undo: () => decide(() => engine().undo()),
    redo: () => decide(() => engine().redo()),
    exportAs,
    report,
    opened,
  };
}
