import { joined, same, type Bytes } from "../bytes.ts";
import { CborReader, Malformed } from "../card/cbor.ts";
import { isSignedAs } from "./primitives.ts";

const SIGNATURE = 64;
const READ = 2;
const APPEND = 4;
/** In front of a list of three parts. */
const THREE = 0x83;

/** A grant, as far as it is looked at. */
export interface Grant {
  id: Uint8Array;
  issuer: Bytes;
  /** Minutes since 1970-01-01 UTC. */
  notBefore: number;
  expires: number;
  /** A bit for each section, the lowest for the first. */
  sections: number;
  /** Whether more than a copy is granted. */
  letsIn: boolean;
  uses: number;
  isHeldByRelay: boolean;
  flags: number;
  bind: Uint8Array;
}

/** What a device states of its record. */
export interface ExtractHead {
  grant: Uint8Array;
  issuer: Bytes;
  /** Milliseconds since 1970-01-01 UTC. */
  made: number;
  content: Uint8Array;
}

export function must(holds: boolean): void {
  if (!holds) {
    throw new Malformed();
  }
}

/** Reads what stands in front of a signature by the key that it names. */
async function readSigned<T extends { issuer: Bytes }>(purpose: string, bytes: Bytes, read: (from: CborReader) => T): Promise<T> {
  const body = bytes.subarray(0, -SIGNATURE);
  const from = new CborReader(body);
  const value = read(from);
  from.end();
  must(await isSignedAs(purpose, value.issuer, body, joined(bytes.subarray(-SIGNATURE))));
  return value;
}

export function readGrant(bytes: Bytes): Promise<Grant> {
  return readSigned("grant", bytes, (from) => {
    const grant: Partial<Grant> = {};
    const uses = [
      () => (grant.uses = from.small()),
      () => {
        const holder = from.small();
        must(holder <= 1);
        grant.isHeldByRelay = holder === 1;
      },
    ];
    const audience = 3;
    from.fields(
      [
        () => must(from.small() === 1),
        () => (grant.id = from.fixed(16)),
        () => (grant.issuer = joined(from.fixed(32))),
        () => from.fixed(32),
        () => (grant.notBefore = from.small()),
        () => (grant.expires = from.small()),
        () => Object.assign(grant, readScope(from)),
        () => from.tuple(uses),
        () => from.fixed(16),
        () => (grant.flags = from.small()),
        () => (grant.bind = from.fixed(32)),
      ],
      [audience],
    );
    return grant as Grant;
  });
}

/** Sections, each with operations, ascending. */
function readScope(from: CborReader): Pick<Grant, "sections" | "letsIn"> {
  let [sections, all, next] = [0, 0, 0];
  from.list(() => {
    const [section, operations, ...more] = from.list(() => from.small());
    must(section !== undefined && section >= next && section < 16 && more.length === 0);
    must(operations !== undefined && operations >= 1 && operations < 16);
    sections |= 1 << section!;
    all |= operations!;
    next = section! + 1;
  });
  return { sections, letsIn: (all & (READ | APPEND)) !== 0 };
}

export function readExtractHead(bytes: Bytes): Promise<ExtractHead> {
  return readSigned("redeem/extract", bytes, (from) => {
    const head: Partial<ExtractHead> = {};
    from.fields([
      () => must(from.small() === 1),
      () => (head.grant = from.fixed(16)),
      () => (head.issuer = joined(from.fixed(32))),
      () => (head.made = Number(from.uint())),
      () => (head.content = from.fixed(32)),
    ]);
    return head as ExtractHead;
  });
}

/** Reads a `statement` by which an author certifies a device: the device's signing key. */
export async function readCertificate(bytes: Bytes): Promise<Uint8Array> {
  const from = new CborReader(bytes);
  let [signer, author, device, signature] = [new Uint8Array(), new Uint8Array(), new Uint8Array(), new Uint8Array()] as Uint8Array[];
  const keys = [() => (device = from.fixed(32)), () => from.fixed(32), () => from.fixed(1216)];
  const fact = [
    () => must(from.small() === 1),
    () => (author = from.fixed(32)),
    () => from.tuple(keys),
    () => from.text(),
    () => from.uint(),
    () => from.uint(),
  ];
  let stated: Uint8Array = bytes;
  const parts = [
    () => must(from.small() === 1),
    () => (stated = from.span(() => from.fixed(16))),
    () => (stated = joined(stated, from.span(() => (signer = from.fixed(32))))),
    () => (stated = joined(Uint8Array.of(THREE), stated, from.span(() => from.tuple(fact)))),
    () => (signature = from.fixed(SIGNATURE)),
  ];
  from.tuple(parts);
  from.end();
  must(same(signer!, author!));
  must(await isSignedAs("statement", joined(signer!), stated, joined(signature!)));
  return device!;
}
