// A static server on 127.0.0.1 for dist/: right types, no caching, nothing outside the folder.
// Called by xtask: node serve.mjs FOLDER PORT [ELSE]; prints the port that it took, then serves until its standard
// input ends. ELSE is tried where PORT is taken.

import { readFile, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** @type {Record<string, string>} */
const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.md': 'text/plain; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.wasm': 'application/wasm',
};

/** The type that a file is served with. @param {string} path */
export const contentType = (path) => TYPES[extname(path)] ?? 'application/octet-stream';

/** The file that a URL names, if its path is made of plain names inside the folder. @param {string} folder @param {string} url */
export function fileFor(folder, url) {
  let path;
  try {
    path = decodeURIComponent(url.split(/[?#]/, 1)[0]);
  } catch {
    return null;
  }
  if (!path.startsWith('/')) return null;
  const parts = path.split('/').filter(Boolean);
  if (parts.some((part) => part.startsWith('.') || /[\\:\0]/.test(part))) return null;
  return join(folder, ...parts);
}

/** @param {string} file */
async function read(file) {
  const isFolder = (await stat(file).catch(() => null))?.isDirectory();
  const path = isFolder ? join(file, 'index.html') : file;
  return { path, body: await readFile(path) };
}

/** Serves a folder; settles with the port. @param {string} folder @param {number} port @returns {Promise<import('node:http').Server>} */
export function serve(folder, port) {
  const server = createServer(async (request, response) => {
    const headers = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' };
    const file = ['GET', 'HEAD'].includes(request.method ?? '') ? fileFor(folder, request.url ?? '') : null;
    const found = file === null ? null : await read(file).catch(() => null);
    if (found === null) {
      response.writeHead(404, { ...headers, 'content-type': 'text/plain; charset=utf-8' }).end('not found\n');
    } else {
      response.writeHead(200, { ...headers, 'content-type': contentType(found.path) }).end(found.body);
    }
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve(server));
  });
}

/** The port of a running server. @param {import('node:http').Server} server */
export const portOf = (server) => /** @type {import('node:net').AddressInfo} */ (server.address()).port;

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [folder, port, other] = process.argv.slice(2);
  const server = await serve(folder, Number(port)).catch((error) => {
    if (other === undefined) throw error;
    return serve(folder, Number(other));
  });
  console.log(portOf(server));
  process.stdin.resume().on('end', () => process.exit());
}
