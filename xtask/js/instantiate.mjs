// Instantiates an optimised module with wasm-bindgen's own glue: an optimiser's output may be valid
// to look at and yet be refused, so only a module that runs counts as built.
// Called as: node instantiate.mjs <glue.js> <module.wasm>

import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const [glue, wasm] = process.argv.slice(2);
const bindings = await import(pathToFileURL(resolve(glue)).href);
bindings.initSync({ module: await readFile(wasm) });
if (bindings.Session) new bindings.Session().free();
