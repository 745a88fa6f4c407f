/** The constructions of docs/formats.md ("Notation") that a standing code for emergencies needs, by their names there. */

import { xchacha20poly1305 } from "@noble/ciphers/chacha.js";
import { ed25519, x25519 } from "@noble/curves/ed25519.js";
import { blake2b } from "@noble/hashes/blake2.js";
import { ml_kem768 } from "@noble/post-quantum/ml-kem.js";
import { joined, utf8, type Bytes } from "../bytes.ts";
import { isSigned } from "../signature.ts";

const NONCE = 24;


const label = (purpose: string): Bytes => utf8(`pocketchart/v1/${purpose}\0`);

export const random = (length: number): Bytes => crypto.getRandomValues(new Uint8Array(length));

export const hash = (purpose: string, message: Uint8Array, length: 16 | 32): Bytes =>
  blake2b(joined(label(purpose), message), { dkLen: length }) as Bytes;

export const keyed256 = (purpose: string, key: Uint8Array, ...message: Uint8Array[]): Bytes =>
  blake2b(joined(label(purpose), ...message), { dkLen: 32, key }) as Bytes;

/** `expand(extract(root, secret), purpose, "")` */
export async function derived(root: string, secret: Bytes, purpose: string): Promise<Bytes> {
  const key = await crypto.subtle.importKey("raw", secret, "HKDF", false, ["deriveBits"]);
  const parameters = { name: "HKDF", hash: "SHA-256", salt: label(root), info: label(purpose) };
  return new Uint8Array(await crypto.subtle.deriveBits(parameters, key, 256));
}

export function seal(key: Uint8Array, context: Uint8Array, message: Uint8Array): Bytes {
  const nonce = random(NONCE);
  return joined(nonce, xchacha20poly1305(key, nonce, context).encrypt(message));
}

/** Undefined where it was altered, or belongs to another key or context. */
export function opened(key: Uint8Array, context: Uint8Array, sealed: Uint8Array): Bytes | undefined {
  try {
    return xchacha20poly1305(key, sealed.subarray(0, NONCE), context).decrypt(sealed.subarray(NONCE)) as Bytes;
  } catch {
    return undefined;
  }
}

/** What was padded with 0x80 and zeros; undefined where it does not end so. */
export function stripped(padded: Bytes): Bytes | undefined {
  const end = padded.findLastIndex((byte) => byte !== 0);
  return end >= 0 && padded[end] === 0x80 ? padded.subarray(0, end) : undefined;
}

/** The Padmé length of so many bytes (docs/formats.md, "Padding"). */
export function padmeLength(length: number): number {
  if (length < 2) {
    return length;
  }
  const exponent = Math.floor(Math.log2(length));
  const step = 2 ** Math.max(0, exponent - Math.floor(Math.log2(exponent || 1)) - 1);
  return Math.ceil(length / step) * step;
}

export const isSignedAs = (purpose: string, key: Bytes, message: Uint8Array, signature: Bytes): Promise<boolean> =>
  isSigned(key, joined(label(purpose), message), signature);

/** Somebody who is made for one request and forgotten with it: an author, and a device of theirs. */
export interface Stranger {
  author: Uint8Array;
  /** Signing, exchange and X-Wing key, public. */
  device: [Uint8Array, Uint8Array, Uint8Array];
  sign: (purpose: string, ...message: Uint8Array[]) => Uint8Array;
}

/** Nothing is ever sealed to the device or said by it, so its secret halves are not kept. */
export function stranger(): Stranger {
  const identity = random(32);
  const exchange = () => x25519.getPublicKey(random(32));
  const kem = joined(ml_kem768.keygen(random(64)).publicKey, exchange());
  return {
    author: ed25519.getPublicKey(identity),
    device: [ed25519.getPublicKey(random(32)), exchange(), kem],
    sign: (purpose, ...message) => ed25519.sign(joined(label(purpose), ...message), identity),
  };
}

