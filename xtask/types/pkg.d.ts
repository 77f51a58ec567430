/**
 * Stands in for wasm-pack's output while there is none, so that types can be checked before a build.
 * Where www/pkg exists, its own declarations are used.
 */
declare module '*/pkg/chengyan.js' {
  export const Session: typeof import('../../src/wasm/types.d.ts').Session;
  export type Session = import('../../src/wasm/types.d.ts').Session;
  export function initSync(input: { module: BufferSource | WebAssembly.Module }): { memory: WebAssembly.Memory };
}
