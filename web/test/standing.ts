import { fromDigits } from "../src/card/digits.ts";
import { hash } from "../src/standing/primitives.ts";
import { cbor, fields, toDigits } from "./make-card.ts";

const CHECKSUM = 4;
const RELAY = 10;

/** What a standing code says, for tests that make one of their own. */
export interface CodeToMake {
  relay: string;
  secret?: Uint8Array;
  flags?: number;
  notBefore?: number;
  minutes?: number;
  sections?: number;
  uses?: number;
}

const withChecksum = (body: Uint8Array): string => toDigits(Buffer.concat([body, hash("code-checksum", body, 16).subarray(0, CHECKSUM)]));

/** The digits of a grant's code (docs/formats.cddl, `grant-code`). */
export function makeCode({ relay, secret = new Uint8Array(32).fill(7), flags = 10, notBefore = 29_500_000, minutes = 525_600, sections = 0b1111, uses = 5 }: CodeToMake): string {
  const body = cbor(
    fields([0, 1], [1, "grant"], [2, new Uint8Array(32).fill(9)], [3, secret], [4, flags], [5, notBefore], [6, minutes], [7, sections], [8, uses], [9, []], [RELAY, relay]),
  );
  return withChecksum(body);
}

/** The same code at another address of its relay: of it the signed grant says nothing. */
export function moved(text: string, from: string, to: string): string {
  const body = Buffer.from(fromDigits(text.replace("pocketchart:/", ""))!.subarray(0, -CHECKSUM));
  const [old, next] = [from, to].map((relay) => Buffer.concat([Buffer.of(RELAY), cbor(relay)])) as [Buffer, Buffer];
  if (!body.subarray(-old.length).equals(old)) {
    throw new Error("the code names another relay");
  }
  return withChecksum(Buffer.concat([body.subarray(0, -old.length), next]));
}
