import { inflateSync } from "fflate";
import { Malformed } from "./cbor.ts";

/** What a body may become. Deflate alone makes 1,029 bytes of one. */
const MOST = 8 << 10;

/** The content of a card's body, which ends with the body's last byte. */
export function inflateBody(body: Uint8Array, dictionary: Uint8Array): Uint8Array {
  const content = inflated(body, dictionary);
  if (content === undefined || content.length > MOST) {
    throw new Malformed();
  }
  // fflate stops at the end of the last block. If that came before the last byte, the body without that byte is whole too.
  if (inflated(body.subarray(0, -1), dictionary) !== undefined) {
    throw new Malformed();
  }
  return content;
}

function inflated(body: Uint8Array, dictionary: Uint8Array): Uint8Array | undefined {
  if (body.length === 0) {
    return undefined;
  }
  try {
    // What does not fit into `out` is not written.
    return inflateSync(body, { dictionary, out: new Uint8Array(MOST + 1) });
  } catch {
    return undefined;
  }
}
