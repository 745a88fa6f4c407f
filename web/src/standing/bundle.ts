import { joined, same, type Bytes } from "../bytes.ts";
import { CborReader, Malformed } from "../card/cbor.ts";
import { inflateRaw } from "../inflate.ts";
import { Problem } from "../problem.ts";
import type { StandingCode } from "./code.ts";
import { hash, padmeLength, stripped } from "./primitives.ts";
import { must, readCertificate, readExtractHead, readGrant, type Grant } from "./signed.ts";

/** What an extract's content may become, in bytes. */
const MOST_CONTENT = 16 << 20;
/** How the content is packed, by its first byte. */
const PLAIN = 0;
const RAW_DEFLATE = 2;

/** One entry of the copy. All of it is foreign. */
export interface Item {
  kind: string;
  /** Who wrote it, as the patient calls them; empty for the patient. */
  author: string;
  /** Sources disagree, or somebody disputes it. */
  isDisputed: boolean;
  body: Uint8Array;
}

/** The copy that a relay gave, checked against its code. */
export interface Copy {
  /** Milliseconds since 1970-01-01 UTC. */
  made: number;
  items: Item[];
}

/** Reads `grant-bundle` and checks all that `pocketchart` checks: it is what the code promised, by a device that its person certified. */
export async function readBundle(bytes: Bytes, code: StandingCode): Promise<Copy> {
  try {
    return await checked(bytes, code);
  } catch (error) {
    throw error instanceof Malformed ? new Problem("pageUnfit") : error;
  }
}

async function checked(bytes: Bytes, code: StandingCode): Promise<Copy> {
  const parts = partsOf(bytes);
  const [grant, device, head] = await Promise.all([
    readGrant(parts.grant),
    readCertificate(parts.certificate),
    readExtractHead(parts.head),
  ]);
  must(promised(grant, code));
  must(same(device, grant.issuer) && same(head.issuer, grant.issuer) && same(head.grant, grant.id));
  must(same(head.content, hash("redeem/extract-content", parts.content, 32)));
  return { made: head.made, items: readItems(await inflated(parts.content)) };
}

/** A bundle of version 1: such a code lets nobody into the record. */
function partsOf(bytes: Bytes) {
  const from = new CborReader(bytes);
  let [grant, certificate, head, content] = [bytes, bytes, bytes, bytes];
  const extract = [() => (head = joined(from.data())), () => (content = joined(from.data()))];
  from.fields([
    () => must(from.small() === 1),
    () => (grant = joined(from.data())),
    () => (certificate = joined(from.data())),
    () => from.tuple(extract),
  ]);
  from.end();
  return { grant, certificate, head, content };
}

/** Whether it is the grant of this code, and says what the code says. */
function promised(grant: Grant, { secret, outline }: StandingCode): boolean {
  return (
    grant.isHeldByRelay &&
    !grant.letsIn &&
    same(grant.bind, hash("grant/bind", secret, 32)) &&
    grant.flags === outline.flags &&
    grant.notBefore === outline.notBefore &&
    grant.expires === outline.expires &&
    grant.sections === outline.sections &&
    grant.uses === outline.uses
  );
}

async function inflated(content: Bytes): Promise<Uint8Array> {
  const packed = stripped(content);
  if (packed === undefined || padmeLength(packed.length + 1) !== content.length) {
    throw new Malformed();
  }
  if (packed[0] === PLAIN) {
    return packed.subarray(1);
  }
  if (packed[0] !== RAW_DEFLATE) {
    throw new Problem("pageNewer");
  }
  const plain = await inflateRaw(packed.subarray(1), MOST_CONTENT);
  if (plain === "too-large") {
    throw new Problem("pageTooLarge");
  }
  if (plain === undefined) {
    throw new Malformed();
  }
  return plain;
}

function readItems(bytes: Uint8Array): Item[] {
  const from = new CborReader(bytes);
  const items = from.list(() => readItem(from));
  from.end();
  return items;
}

/** Reads `extract-item`. */
function readItem(from: CborReader): Item {
  const item: Partial<Item> = {};
  let [isUnreconciled, isDisputed] = [false, false];
  from.tuple([
    () => from.small(),
    () => (item.kind = from.text()),
    () => from.text(),
    () => (item.author = from.text()),
    () => from.uint(),
    () => (isUnreconciled = from.flag()),
    () => (isDisputed = from.flag()),
    () => (item.body = from.data()),
  ]);
  return { ...(item as Item), isDisputed: isUnreconciled || isDisputed };
}
