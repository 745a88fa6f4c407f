import type { Bytes } from "../bytes.ts";

/** Digits that 0 to 7 bytes take. */
const DIGITS = [0, 3, 5, 8, 10, 13, 15, 17];
const GROUP = 17;

/** The bytes of digits, 7 bytes in 17 digits (docs/formats.md, "Digits"); undefined where nobody writes them so. */
export function fromDigits(text: string): Bytes | undefined {
  if (!/^[0-9]*$/.test(text)) {
    return undefined;
  }
  const bytes: number[] = [];
  for (let at = 0; at < text.length; at += GROUP) {
    const group = text.slice(at, at + GROUP);
    const count = DIGITS.indexOf(group.length);
    const number = BigInt(group);
    if (count < 0 || number >> BigInt(8 * count)) {
      return undefined;
    }
    for (let byte = count - 1; byte >= 0; byte -= 1) {
      bytes.push(Number((number >> BigInt(8 * byte)) & 255n));
    }
  }
  return new Uint8Array(bytes);
}
