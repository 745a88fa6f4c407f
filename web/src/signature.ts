import type { Bytes } from "./bytes.ts";

/** Checks an Ed25519 signature, by the browser where it can, else by a library that is loaded then. */
export async function isSigned(key: Bytes, message: Bytes, signature: Bytes): Promise<boolean> {
  let known: CryptoKey;
  try {
    known = await crypto.subtle.importKey("raw", key, "Ed25519", false, ["verify"]);
  } catch {
    return isSignedByLibrary(key, message, signature);
  }
  return crypto.subtle.verify("Ed25519", known, signature, message);
}

/** The same without the browser's Ed25519. */
export async function isSignedByLibrary(key: Bytes, message: Bytes, signature: Bytes): Promise<boolean> {
  const { ed25519 } = await import("@noble/curves/ed25519.js");
  try {
    return ed25519.verify(signature, message, key, { zip215: false });
  } catch {
    return false;
  }
}
