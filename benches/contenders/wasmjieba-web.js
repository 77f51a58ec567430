import { cut, initSync } from 'wasmjieba-web';
import { countBy } from './peer.js';

export const assets = ['wasmjieba-web_bg.wasm'];

let memory;

export function start([module]) {
  memory = initSync({ module }).memory;
}

export const count = (files) => countBy((text) => cut(text, true), files);

export const memoryBytes = () => memory.buffer.byteLength;
