import { fromLatin1, joined, utf8, type Bytes } from "../bytes.ts";
import { Problem } from "../problem.ts";
import { isSigned } from "../signature.ts";
import { inflateBody } from "./body.ts";
import { CborReader, Malformed } from "./cbor.ts";
import { readContent, type CardContent } from "./content.ts";
import { fromDigits } from "./digits.ts";

/** The longest card, and what it takes as text. */
const MOST_BYTES = 1686;
const MOST_DIGITS = 4096;
const SIGNATURE = 64;
const LABEL = utf8("pocketchart/v1/card\0");

/** A preset dictionary, and `hash256("card-dictionary", …)` of it, which the signature covers. */
export interface Dictionary {
  words: Uint8Array;
  digest: Uint8Array;
}

/** The dictionary of a number; none where this reader is older than it. */
export type Dictionaries = (number: number) => Dictionary | undefined;

/** An emergency card whose signature is right. */
export interface Card extends CardContent {
  /** Days since 1970-01-01 UTC. */
  issued: number;
  reviewBy: number;
  serial: Uint8Array;
  key: Uint8Array;
}

export const PREFIX = "pocketchart:/";

/** The digits of a card's text: behind the app's prefix, or behind the `#` of any page. */
export function cardDigits(text: string): string | undefined {
  const digits = text.startsWith(PREFIX)
    ? text.slice(PREFIX.length)
    : /^https?:\/\/.*#/s.test(text)
      ? text.slice(text.lastIndexOf("#") + 1)
      : "";
  return digits.length >= 1 && digits.length <= MOST_DIGITS ? digits : undefined;
}

/**
 * Reads a card (docs/formats.md, "Emergency card"): kind, version, flags and dictionary first, then the signature, and only
 * then what it says.
 */
export async function readCard(text: string, dictionaries: Dictionaries): Promise<Card> {
  const digits = cardDigits(text);
  if (digits === undefined) {
    throw new Problem("pageNotACode");
  }
  const bytes = fromDigits(digits);
  if (bytes === undefined) {
    throw new Problem("pageAltered");
  }
  return readCardBytes(bytes, dictionaries);
}

/** What a text in digits is for, if it says so: `card`, `grant`, … */
export function kindOf(text: string): string | undefined {
  const bytes = fromDigits(cardDigits(text) ?? "");
  return bytes && readFront(bytes)?.kind;
}

/** As {@link readCard}, of a card's bytes. */
export async function readCardBytes(bytes: Bytes, dictionaries: Dictionaries): Promise<Card> {
  const dictionary = usable(bytes, dictionaries);
  try {
    const signed = bytes.subarray(0, -SIGNATURE);
    const head = readHead(signed);
    const message = joined(LABEL, dictionary.digest, signed);
    if (!(await isSigned(head.key, message, joined(bytes.subarray(-SIGNATURE))))) {
      throw new Malformed();
    }
    const { body, ...rest } = head;
    return { ...rest, ...readContent(inflateBody(body, dictionary.words)) };
  } catch (error) {
    if (error instanceof Malformed) {
      throw new Problem("pageAltered");
    }
    throw error;
  }
}

/** The card's dictionary, if this reader can go on. */
function usable(bytes: Uint8Array, dictionaries: Dictionaries): Dictionary {
  const front = bytes.length <= MOST_BYTES ? readFront(bytes) : undefined;
  if (front === undefined || front.kind !== "card") {
    throw new Problem(front ? "pageOtherCode" : "pageNotACode");
  }
  const dictionary = front.isReadable ? dictionaries(front.dictionary) : undefined;
  if (dictionary === undefined) {
    throw new Problem("pageNewer");
  }
  return dictionary;
}

interface Front {
  kind: string;
  isReadable: boolean;
  dictionary: number;
}

function readFront(bytes: Uint8Array): Front | undefined {
  try {
    const from = new CborReader(bytes);
    from.map();
    from.uint();
    const version = from.uint();
    from.uint();
    const kind = from.text();
    if (kind !== "card" || version !== 1n) {
      return { kind, isReadable: false, dictionary: 0 };
    }
    from.uint();
    const flags = from.uint();
    from.uint();
    return { kind, isReadable: flags === 0n, dictionary: Number(from.uint()) };
  } catch {
    return undefined;
  }
}

function readHead(signed: Uint8Array) {
  const from = new CborReader(signed);
  let [issued, reviewBy] = [0, 0];
  let [serial, key, body] = [new Uint8Array(), new Uint8Array(), new Uint8Array()] as Uint8Array[];
  from.fields([
    () => from.uint(),
    () => from.text(),
    () => from.uint(),
    () => from.uint(),
    () => (issued = from.small()),
    () => (reviewBy = from.small()),
    () => (serial = from.fixed(8)),
    () => (key = from.fixed(32)),
    () => (body = from.data()),
  ]);
  from.end();
  return { issued, reviewBy, serial: serial!, key: joined(key!), body: body! };
}

/** The dictionary that stands in a program as the characters U+0000 to U+00FF, with its digest in hexadecimal. */
export function dictionaryOf(words: string, digest: string): Dictionary {
  const bytes = digest.match(/../g)?.map((byte) => Number.parseInt(byte, 16)) ?? [];
  return { words: fromLatin1(words), digest: new Uint8Array(bytes) };
}
