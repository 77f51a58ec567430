// How large the functions of a wasm module are.

const CODE_SECTION = 10;

/** An unsigned LEB128 number and where it ends. */
function number(bytes, at) {
  let value = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = bytes[at];
    at += 1;
    value += (byte & 127) * 2 ** shift;
    if (byte < 128) return [value, at];
  }
}

/** Bytes of the largest function; 0 where the module has none. */
export function largestFunction(bytes) {
  let at = 8;
  while (at < bytes.length) {
    const section = bytes[at];
    const [length, start] = number(bytes, at + 1);
    if (section === CODE_SECTION) return largestIn(bytes, start);
    at = start + length;
  }
  return 0;
}

function largestIn(bytes, start) {
  let [n, at] = number(bytes, start);
  let largest = 0;
  for (; n > 0; n -= 1) {
    const [length, body] = number(bytes, at);
    largest = Math.max(largest, length);
    at = body + length;
  }
  return largest;
}
