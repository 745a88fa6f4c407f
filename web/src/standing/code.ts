import { fromDigits } from "../card/digits.ts";
import { cardDigits } from "../card/card.ts";
import { CborReader } from "../card/cbor.ts";
import { joined, same, type Bytes } from "../bytes.ts";
import { Problem } from "../problem.ts";
import { derived, hash, random } from "./primitives.ts";

const CHECKSUM = 4;
const EMERGENCY = 8;
const MOST_FLAGS = 15;
const MOST_ADDRESSES = 2;
/** Bytes of an address of IPv4 and of IPv6, each with a port. */
const ADDRESSES = [6, 18];

/** What a code says of its grant; the signed grant must say the same. */
export interface Outline {
  flags: number;
  /** Minutes since 1970-01-01 UTC. */
  notBefore: number;
  expires: number;
  /** A bit for each section, the lowest for the first. */
  sections: number;
  uses: number;
}

/** A standing code for emergencies: whoever has it and says why is given a copy by a relay, which tells others before. */
export interface StandingCode {
  secret: Bytes;
  outline: Outline;
  /** The relay's address, without a slash at its end. */
  relay: string;
  /** Names this redemption: the same one again costs no second use. */
  token: Bytes;
}

/** Reads a code of the kind `grant` (docs/formats.md, "Grants"); one that is given face to face is for the app. */
export function readStandingCode(text: string): StandingCode {
  const bytes = fromDigits(cardDigits(text) ?? "");
  const body = bytes?.subarray(0, -CHECKSUM);
  if (body === undefined || !same(bytes!.subarray(-CHECKSUM), hash("code-checksum", body, 16).subarray(0, CHECKSUM))) {
    throw new Problem("pageAltered");
  }
  const { secret, outline, relay } = fieldsOf(body);
  if (relay === undefined || !isEmergency(outline)) {
    throw new Problem("pageOtherCode");
  }
  const address = relay.includes("://") ? relay : `https://${relay}`;
  if (!mayBeAsked(address)) {
    throw new Problem("pageAltered");
  }
  return { secret, outline, relay: address.replace(/\/+$/, ""), token: random(16) };
}

const isEmergency = (outline: Outline): boolean => (outline.flags & EMERGENCY) !== 0;

function fieldsOf(body: Bytes): { secret: Bytes; outline: Outline; relay: string | undefined } {
  let [secret, relay, version, kind, minutes] = [body, undefined as string | undefined, 0, "", 0];
  const outline = { flags: 0, notBefore: 0, expires: 0, sections: 0, uses: 0 };
  let addresses: Uint8Array[] = [];
  const from = new CborReader(body);
  const relayField = 10;
  try {
    from.fields(
      [
        () => (version = from.small()),
        () => (kind = from.text()),
        () => from.fixed(32),
        () => (secret = joined(from.fixed(32))),
        () => (outline.flags = from.small()),
        () => (outline.notBefore = from.small()),
        () => (minutes = from.small()),
        () => (outline.sections = from.small()),
        () => (outline.uses = from.small()),
        () => (addresses = from.list(() => from.data())),
        () => (relay = from.text()),
      ],
      [relayField],
    );
    from.end();
  } catch {
    throw new Problem("pageAltered");
  }
  outline.expires = outline.notBefore + minutes;
  const [longest, most] = bounds(outline, relay !== undefined);
  const { flags, expires, sections, uses } = outline;
  const isWhole =
    version === 1 &&
    kind === "grant" &&
    flags <= MOST_FLAGS &&
    minutes >= 1 && minutes <= longest && expires < 2 ** 32 &&
    sections >= 1 && sections <= 0xffff &&
    uses >= 1 && uses <= most &&
    addresses.length <= MOST_ADDRESSES && addresses.every(isAddress) &&
    (relay === undefined ? addresses.length > 0 : /^[!-~]{1,48}$/.test(relay));
  if (!isWhole) {
    throw new Problem("pageAltered");
  }
  return { secret, outline, relay };
}

/** How many minutes a grant lasts and how many may use it, at most. */
function bounds(outline: Outline, isAtRelay: boolean): [number, number] {
  if (!isEmergency(outline)) {
    return [43_200, 255];
  }
  return isAtRelay ? [527_040, 5] : [4_320, 255];
}

const isAddress = (address: Uint8Array): boolean =>
  ADDRESSES.includes(address.length) && address.subarray(-2).some((byte) => byte !== 0);

/** `https://`, or this machine itself. */
function mayBeAsked(relay: string): boolean {
  if (/[?#@\\]/.test(relay) || !URL.canParse(relay)) {
    return false;
  }
  const { protocol, hostname } = new URL(relay);
  return protocol === "https:" || (protocol === "http:" && ["localhost", "127.0.0.1", "[::1]"].includes(hostname));
}

/** The secrets that a code's secret gives. */
export function secretOf(code: StandingCode, purpose: string): Promise<Bytes> {
  return derived("grant/secret", code.secret, `grant/${purpose}`);
}

/** The name under which the relay holds it. */
export async function locatorOf(code: StandingCode): Promise<Bytes> {
  return (await secretOf(code, "locator")).slice(0, 16);
}
