// Starts the system's Chromium, quietly, and finds the page: shared by the tests, the screenshots
// and the measurements.

import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { contentType, portOf, serve } from '../../xtask/js/serve.mjs';

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

export { contentType };

/** The address of the served page: xtask's server, or one of our own where a file is run by hand. */
export async function siteUrl() {
  if (process.env.CHENGYAN_URL) return process.env.CHENGYAN_URL;
  const server = await serve(dist, 0);
  server.unref();
  return `http://127.0.0.1:${portOf(server)}/`;
}
