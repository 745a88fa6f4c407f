import { readdirSync, readFileSync } from "node:fs";
import { root } from "./places.ts";

/** A published vector (tests/vectors/README.md). */
export interface Vector {
  name: string;
  about: string;
  input: { text?: string; bytes?: string | [string, number][] };
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

/** Bytes that stand as hexadecimal, or as pieces of it with how often each comes. */
export function bytesOf(hex: string | [string, number][]): Uint8Array<ArrayBuffer> {
  const whole = typeof hex === "string" ? hex : hex.map(([piece, times]) => piece.repeat(times)).join("");
  return new Uint8Array(Buffer.from(whole, "hex"));
}
