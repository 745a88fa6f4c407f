import { PREFIX as OURS } from "./card/card.ts";
import { linkPayload } from "./link/link.ts";
import { cardNumbers } from "./health-card/numeric.ts";

/** Codes are at most this long, and as many times longer with the spaces that mail programs add. */
const MOST_CODE = 16_384;
/** The longest text of the code that any camera shows (docs/formats.md, "Emergency card"). */
const MOST_PLAIN = 200;

/** What a scanned or pasted text is. */
export type Code =
  | { kind: "card" | "link" | "health-card"; text: string }
  | { kind: "health-card-file"; text: string }
  | { kind: "plain"; text: string }
  | { kind: "none" };

/** Tells by its beginning what a text is; whether it is good is seen when it is read. */
export function codeOf(scanned: string): Code {
  if (/^\s*\{/.test(scanned) && scanned.includes('"verifiableCredential"')) {
    return { kind: "health-card-file", text: scanned };
  }
  const text = scanned.slice(0, MOST_CODE).replace(/\s/gu, "");
  if (linkPayload(text) !== undefined) {
    return { kind: "link", text };
  }
  if (cardNumbers(text) !== undefined) {
    return { kind: "health-card", text };
  }
  if (text.startsWith(OURS) || /^https?:\/\/.*#[0-9]+$/s.test(text)) {
    return { kind: "card", text };
  }
  const plain = scanned.trim();
  const isPlain = plain.includes("\n") && [...plain].length <= MOST_PLAIN && !/^[a-z]+:\//i.test(plain);
  return isPlain ? { kind: "plain", text: plain } : { kind: "none" };
}
