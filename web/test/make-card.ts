import { deflateSync } from "fflate";
import { dictionaries } from "./dictionary.ts";

/** A card to be made: what stands in each section by its key (docs/formats.cddl, `card-content`). */
export interface CardToMake {
  content: Map<number, unknown>;
  issued: number;
  reviewBy: number;
}

/** Deterministic CBOR of numbers, texts, bytes, lists, and maps by number. */
export function cbor(value: unknown): Buffer {
  const head = (major: number, number: number | bigint): Buffer => {
    const width = number < 24 ? 0 : number < 256 ? 1 : number < 65_536 ? 2 : number < 4_294_967_296 ? 4 : 8;
    const digits = BigInt(number).toString(16).padStart(2 * width, "0");
    const first = (major << 5) | (width === 0 ? Number(number) : 24 + Math.log2(width));
    return Buffer.concat([Buffer.of(first), width === 0 ? Buffer.alloc(0) : Buffer.from(digits, "hex")]);
  };
  if (typeof value === "number" || typeof value === "bigint") {
    return head(0, value);
  }
  if (typeof value === "string") {
    return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)]);
  }
  if (value instanceof Uint8Array) {
    return Buffer.concat([head(2, value.length), value]);
  }
  if (Array.isArray(value)) {
    return Buffer.concat([head(4, value.length), ...value.map(cbor)]);
  }
  const members = [...(value as Map<number, unknown>)].sort(([one], [other]) => one - other);
  return Buffer.concat([head(5, members.length), ...members.flatMap(([key, member]) => [cbor(key), cbor(member)])]);
}

/** A map by number of what is there. */
export const fields = (...all: [number, unknown][]): Map<number, unknown> => new Map(all.filter(([, value]) => value !== undefined));

const GROUP = 7;
const DIGITS = [0, 3, 5, 8, 10, 13, 15, 17];

export function toDigits(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += GROUP) {
    const group = bytes.subarray(at, at + GROUP);
    text += BigInt(`0x${Buffer.from(group).toString("hex")}`).toString().padStart(DIGITS[group.length]!, "0");
  }
  return text;
}

/** The digits of a card, signed by a key made for it. */
export async function makeCard({ content, issued, reviewBy }: CardToMake): Promise<string> {
  const { words, digest } = dictionaries(1)!;
  const { privateKey, publicKey } = (await crypto.subtle.generateKey("Ed25519", true, ["sign", "verify"])) as CryptoKeyPair;
  const key = new Uint8Array(await crypto.subtle.exportKey("raw", publicKey));
  const body = deflateSync(cbor(content), { dictionary: words, level: 9 });
  const head = cbor(fields([0, 1], [1, "card"], [2, 0], [3, 1], [4, issued], [5, reviewBy], [6, new Uint8Array(8)], [7, key], [8, body]));
  const message = Buffer.concat([Buffer.from("pocketchart/v1/card\0"), digest, head]);
  const signature = Buffer.from(await crypto.subtle.sign("Ed25519", privateKey, message));
  return toDigits(Buffer.concat([head, signature]));
}
