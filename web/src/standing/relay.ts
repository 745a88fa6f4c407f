import { ask, hostOf, unhelpful } from "../ask.ts";
import { joined, toBase64url, type Bytes } from "../bytes.ts";
import { CborReader, Malformed } from "../card/cbor.ts";
import { Problem } from "../problem.ts";
import { locatorOf, type StandingCode } from "./code.ts";
import { opened, stripped } from "./primitives.ts";
import { bundleKey, takeOf } from "./request.ts";
import { must } from "./signed.ts";

const CHALLENGE = 40;
const MOST_CHALLENGE = 1024;
/** The longest answer: a bundle, and what is around it. */
const MOST = 5 << 20;

/** What a relay answers to who has a code: seconds that it still waits, or what it keeps, opened. */
export type Taken = { kind: "later"; seconds: number } | { kind: "given"; bundle: Bytes };

/** Asks a relay (docs/relay.md, `POST /grant/<locator>/take`). */
export async function take(code: StandingCode, who: Bytes): Promise<Taken> {
  const challenge = await ask(`${code.relay}/challenge`, MOST_CHALLENGE);
  if (challenge.status !== 200 || challenge.body.length !== CHALLENGE) {
    throw unhelpful(challenge, code.relay);
  }
  const locator = await locatorOf(code);
  const answer = await ask(`${code.relay}/grant/${toBase64url(locator)}/take`, MOST, await takeOf(code, challenge.body, who));
  try {
    switch (answer.status) {
      case 200:
        return { kind: "given", bundle: await openTaken(answer.body, code, locator) };
      case 202:
        return { kind: "later", seconds: readWaiting(answer.body) };
      case 404:
        throw new Problem("pageNotGiven", { host: hostOf(code.relay) });
      default:
        throw unhelpful(answer, code.relay);
    }
  } catch (error) {
    throw error instanceof Malformed ? new Problem("pageUnfit") : error;
  }
}

function readWaiting(bytes: Bytes): number {
  const from = new CborReader(bytes);
  let seconds = 0;
  from.fields([() => must(from.small() === 1), () => (seconds = from.small())]);
  from.end();
  return seconds;
}

/** Opens `grant-taken` with the code: what was sealed is a bundle. */
export async function openTaken(bytes: Bytes, code: StandingCode, locator: Bytes): Promise<Bytes> {
  const from = new CborReader(bytes);
  let [half, sealed] = [bytes, bytes];
  from.fields([() => must(from.small() === 1), () => (half = joined(from.fixed(32))), () => (sealed = joined(from.data()))]);
  from.end();
  const padded = opened(await bundleKey(code, half), locator, sealed);
  const bundle = padded && stripped(padded);
  if (bundle === undefined) {
    throw new Malformed();
  }
  return bundle;
}
