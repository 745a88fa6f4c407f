import { utf8, joined, type Bytes } from "../bytes.ts";
import { locatorOf, secretOf, type StandingCode } from "./code.ts";
import { toCbor } from "./cbor.ts";
import { keyed256, seal, stranger } from "./primitives.ts";

/** The longest name and reason, in bytes. */
export const MOST_NAME = 100;
export const MOST_REASON = 200;
/** What a redeemer leaves about itself has one length. */
const WHO = 4096;
const NO_PASSCODE = new Uint8Array(32);
/** Characters that could make a screen show something else than what was typed: a reader refuses them. */
const MISLEADING = /[\p{Cc}\u202a-\u202e\u2066-\u2069\u2028\u2029]/gu;

/** At most so many bytes of a text, as the patient's screen may show it. */
export function cut(text: string, most: number): string {
  const plain = [...text.replace(MISLEADING, "").trim()];
  while (utf8(plain.join("")).length > most) {
    plain.pop();
  }
  return plain.join("");
}

/** Who asks and why, sealed for the patient; the relay cannot read it. It is signed by a key that is made for it. */
export async function whoAsks(code: StandingCode, name: string, reason: string, now: number): Promise<Bytes> {
  const { author, device, sign } = stranger();
  const none = new Uint8Array();
  const part = toCbor([1, author, cut(name, MOST_NAME), device, none, [], now, none, cut(reason, MOST_REASON)]);
  const ask = toCbor([part, sign("redeem/ask", await secretOf(code, "relay"), part)]);
  const padded = joined(ask, Uint8Array.of(0x80), new Uint8Array(WHO - ask.length - 1));
  return seal(await secretOf(code, "who"), await locatorOf(code), padded);
}

/** `grant-take`: proves to the relay that this page has the code, without showing it. */
export async function takeOf(code: StandingCode, challenge: Bytes, who: Bytes): Promise<Bytes> {
  const verifier = keyed256("grant/passcode", await secretOf(code, "verifier"), NO_PASSCODE);
  const proof = keyed256("grant/take", verifier, challenge, await locatorOf(code), code.token, who);
  return toCbor(new Map<number, number | Bytes>([[0, 1], [1, challenge], [2, code.token], [3, proof], [4, who]]));
}

/** The key of what the relay gives, of its half and the code's. */
export async function bundleKey(code: StandingCode, half: Uint8Array): Promise<Bytes> {
  return keyed256("grant/bundle", await secretOf(code, "half"), half, NO_PASSCODE);
}
