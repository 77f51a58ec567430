import { cut, initSync } from 'jieba-wasm/web';
import { countBy } from './peer.js';

export const assets = ['jieba_rs_wasm_bg.wasm'];

let memory;

export function start([module]) {
  memory = initSync({ module }).memory;
}

export const count = (files) => countBy((text) => cut(text, true), files);

export const memoryBytes = () => memory.buffer.byteLength;
