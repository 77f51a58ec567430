// Texts in bulk, for measuring: the same on every machine.

import { Buffer } from 'node:buffer';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../tests/browser/launch.mjs';

const BULK_BYTES = 5e6;
export const BULK_FILES = 100;

/** Small, seeded, and all that shuffling needs (mulberry32). */
export function generator(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Many files of the sample's sentences in ever another order, a tenth of its characters changed for others of it. */
export async function bulk() {
  const folder = join(root, 'www/sample');
  const names = (await readdir(folder)).filter((name) => name.endsWith('.md')).sort();
  const all = (await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')))).join('\n');
  const body = all.replace(/^---[^]*?^---$/gm, '');
  const sentences = body.split(/(?<=。)|\n/).map((line) => line.trim()).filter((line) => /\p{Script=Han}{6}/u.test(line));
  const characters = [...body].filter((character) => /\p{Script=Han}/u.test(character));
  const random = generator(20191008);
  const pick = (list) => list[Math.floor(random() * list.length)];
  const vary = (sentence) => [...sentence].map((one) => (random() < 0.1 ? pick(characters) : one)).join('');
  return Array.from({ length: BULK_FILES }, (_, at) => {
    const lines = [];
    for (let size = 0; size < BULK_BYTES / BULK_FILES; size += Buffer.byteLength(lines.at(-1))) {
      lines.push(Array.from({ length: 5 }, () => vary(pick(sentences))).join(''));
    }
    return { name: `${at}.txt`, bytes: Buffer.from(lines.join('\n')) };
  });
}

/** Readings as a mirror site adds them, each always to the same character. */
const READINGS = {
  项: 'xiàng', 动: 'dòng', 业: 'yè', 产: 'chǎn', 农: 'nóng', 区: 'qū', 县: 'xiàn', 设: 'shè', 发: 'fā', 实: 'shí', 开: 'kāi', 进: 'jìn',
};

/** A text as a mirror site damages it: a reading after each of some characters. @param {Buffer} bytes */
export const damaged = (bytes) =>
  Buffer.from(bytes.toString('utf8').replace(/[项动业产农区县设发实开进]/gu, (host) => `${host}(${READINGS[host]})`));
