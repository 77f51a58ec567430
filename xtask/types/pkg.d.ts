/**
 * Stands in for wasm-pack's output while there is none, so that types can be checked before a build.
 * Where www/pkg exists, its own declarations are used.
 */
declare module '*/pkg/chengyan.js' {
  export const Session: typeof import('../../src/wasm/types.d.ts').Session;
  export type Session = import('../../src/wasm/types.d.ts').Session;
  export function initSync(input: { module: BufferSource | WebAssembly.Module }): { memory: WebAssembly.Memory };
}

declare module '*/pkg/formats/chengyan_formats.js' {
  export const initSync: typeof import('../../formats/src/types.d.ts').initSync;
  export const open: typeof import('../../formats/src/types.d.ts').open;
  export const delimited: typeof import('../../formats/src/types.d.ts').delimited;
  export const pages: typeof import('../../formats/src/types.d.ts').pages;
  export const rows: typeof import('../../formats/src/types.d.ts').rows;
}
