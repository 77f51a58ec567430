// Starts the system's Chromium, quietly, and finds the page: shared by the tests, the screenshots
// and the measurements.

import { createServer } from 'node:http';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { delimiter, extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** The built page's folder. */
export const dist = process.env.CHENGYAN_DIST ?? join(root, 'dist');

/** What Chromium does on its own account at start would otherwise be seen as the page's traffic. */
const QUIET = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

function findChromium() {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  const folders = (process.env.PATH ?? '').split(delimiter);
  for (const name of ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']) {
    const folder = folders.find((candidate) => existsSync(join(candidate, name)));
    if (folder) return join(folder, name);
  }
  throw new Error('no Chromium on PATH; install it with: cargo xtask setup --all');
}

/** A headless browser. Chromium's sandbox refuses to start as root. */
export function launch() {
  const isRoot = process.getuid?.() === 0;
  return chromium.launch({ executablePath: findChromium(), args: isRoot ? [...QUIET, '--no-sandbox'] : QUIET });
}

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
};

/** The type that a file is served with. */
export const contentType = (path) => TYPES[extname(path)] ?? 'application/octet-stream';

/** The address of the served page: xtask's server, or one of our own where a file is run by hand. */
export async function siteUrl() {
  if (process.env.CHENGYAN_URL) return process.env.CHENGYAN_URL;
  const server = createServer(async (request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url ?? '/', 'http://x').pathname));
    try {
      const body = await readFile(join(dist, path.endsWith('/') ? `${path}index.html` : path));
      response.writeHead(200, { 'content-type': contentType(path.endsWith('/') ? '.html' : path) }).end(body);
    } catch {
      response.writeHead(404).end('not found');
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  server.unref();
  return `http://127.0.0.1:${server.address().port}/`;
}
