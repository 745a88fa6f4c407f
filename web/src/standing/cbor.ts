import { joined, utf8, type Bytes } from "../bytes.ts";

/** Deterministic CBOR (RFC 8949 section 4.2.1) of what this page sends: numbers, texts, bytes, lists, and maps by number in order. */
export type Cbor = number | string | Uint8Array | Cbor[] | Map<number, Cbor>;

export function toCbor(value: Cbor): Bytes {
  if (typeof value === "number") {
    return head(0, value);
  }
  if (typeof value === "string") {
    const text = utf8(value);
    return joined(head(3, text.length), text);
  }
  if (value instanceof Uint8Array) {
    return joined(head(2, value.length), value);
  }
  if (Array.isArray(value)) {
    return joined(head(4, value.length), ...value.map(toCbor));
  }
  return joined(head(5, value.size), ...[...value].flatMap(([key, member]) => [toCbor(key), toCbor(member)]));
}

/** The first byte or bytes of a value: its kind, and a number of at most 2⁵³. */
function head(kind: number, number: number): Bytes {
  const width = [24, 0x100, 0x1_0000, 0x1_0000_0000].findIndex((end) => number < end);
  if (width === 0) {
    return Uint8Array.of((kind << 5) | number);
  }
  const bytes = width < 0 ? 8 : 1 << (width - 1);
  const digits = BigInt(number).toString(16).padStart(2 * bytes, "0");
  const values = digits.match(/../g)!.map((digit) => Number.parseInt(digit, 16));
  return Uint8Array.of((kind << 5) | (width < 0 ? 27 : 23 + width), ...values);
}
