import { CborReader } from "../card/cbor.ts";
import { readEntry } from "../card/content.ts";
import type { Entry } from "../summary.ts";
import type { CodeNames } from "./words.ts";

/**
 * Names of codes, out of the card's dictionary: it holds the commonest allergies, medicines and conditions as entries. Health Cards in
 * QR codes carry codes without words.
 */
export function codeNames(dictionary: Uint8Array): CodeNames {
  const names = new Map<string, string>();
  for (let at = 0; at < dictionary.length; at += 1) {
    // An entry with words and a code is a map of at least three members, the first of which has the number 0.
    if ((dictionary[at]! & 0xf0) === 0xa0 && dictionary[at + 1] === 0) {
      const entry = readAt(dictionary.subarray(at));
      if (entry?.code !== undefined) {
        names.set(`${entry.code.system} ${entry.code.code}`, entry.text);
      }
    }
  }
  return (code) => names.get(`${code.system} ${code.code}`);
}

function readAt(bytes: Uint8Array): Entry | undefined {
  try {
    return readEntry(new CborReader(bytes));
  } catch {
    return undefined;
  }
}
