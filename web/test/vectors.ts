import { readdirSync, readFileSync } from "node:fs";
import { root } from "./places.ts";

/** Bytes in hexadecimal, or pieces of it with how often each comes. */
type Hex = string | [string, number][];

/** A published vector (tests/vectors/README.md). */
export interface Vector {
  name: string;
  about: string;
  input: { text?: string; bytes?: Hex; padded?: Hex; code?: string; half?: Hex; bundle?: Hex; passcode?: string };
  means?: { text: string; [name: string]: unknown };
  refused?: string;
  repair?: Vector["input"];
}

export function vectors(folder: string): Vector[] {
  const files = readdirSync(`${root}/tests/vectors/${folder}`).sort();
  return files.map((file) => {
    const vector = JSON.parse(readFileSync(`${root}/tests/vectors/${folder}/${file}`, "utf8")) as Vector;
    return { ...vector, name: file.replace(/\.json$/, "") };
  });
}

export function bytesOf(hex: Hex): Uint8Array<ArrayBuffer> {
  const whole = typeof hex === "string" ? hex : hex.map(([piece, times]) => piece.repeat(times)).join("");
  return new Uint8Array(Buffer.from(whole, "hex"));
}
