/** Our engine, doing all that it does for the page: reading, cleaning, crediting, cutting, counting per place. */
import { initSync, Session } from '../../www/pkg/chengyan.js';

export const assets = ['chengyan_bg.wasm', 'dictionary.bin.gz'];

let memory;
let session;

/** Inflating is our own work: the dictionary is a gzip file wherever it is served from. As in the worker of the page. */
export async function start([module, dictionary]) {
  const stream = new Blob([dictionary]).stream().pipeThrough(new DecompressionStream('gzip'));
  const words = new Response(stream).arrayBuffer();
  memory = initSync({ module }).memory;
  session = new Session();
  session.loadDictionary(new Uint8Array(await words));
}

/** Of more bytes than this the page draws its first clouds before phrases are looked for. */
const LONG = 1e6;

export function count(files) {
  for (const { name, bytes } of files) session.take(name, bytes);
  const n = files.reduce((sum, { bytes }) => sum + bytes.length, 0);
  const report = JSON.parse(session.report({ phrases: n <= LONG }));
  return report.nWords;
}

export const memoryBytes = () => memory.buffer.byteLength;
