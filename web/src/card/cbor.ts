import { fromUtf8 } from "../bytes.ts";

/** What the bytes say is not what was expected. */
export class Malformed extends Error {}

const UINT = 0;
const BYTES = 2;
const TEXT = 3;
const LIST = 4;
const MAP = 5;
const FALSE = 0xf4;
const TRUE = 0xf5;

/** Reads deterministic CBOR (RFC 8949 section 4.2.1) of unsigned numbers, bytes, texts, truth values, lists and maps by number. */
export class CborReader {
  private at = 0;

  constructor(private readonly bytes: Uint8Array) {}

  uint(): bigint {
    return this.head(UINT);
  }

  /** A number below 2³². */
  small(): number {
    const number = this.uint();
    if (number > 0xffff_ffffn) {
      throw new Malformed();
    }
    return Number(number);
  }

  data(): Uint8Array {
    return this.run(BYTES);
  }

  /** Bytes of just that length. */
  fixed(length: number): Uint8Array {
    const bytes = this.data();
    if (bytes.length !== length) {
      throw new Malformed();
    }
    return bytes;
  }

  text(): string {
    const text = fromUtf8(this.run(TEXT));
    if (text === undefined) {
      throw new Malformed();
    }
    return text;
  }

  flag(): boolean {
    const byte = this.byte();
    if (byte !== FALSE && byte !== TRUE) {
      throw new Malformed();
    }
    return byte === TRUE;
  }

  list<T>(read: () => T): T[] {
    const list: T[] = [];
    for (let left = this.count(LIST); left > 0; left -= 1) {
      list.push(read());
    }
    return list;
  }

  /** The number of a map's members; its keys and values are read one by one. */
  map(): number {
    return this.count(MAP);
  }

  /** Reads a map whose keys are numbers in rising order, each once. */
  members(read: (key: number) => void): void {
    let last = -1n;
    for (let left = this.map(); left > 0; left -= 1) {
      const key = this.uint();
      if (key <= last) {
        throw new Malformed();
      }
      last = key;
      read(Number(key));
    }
  }

  /** Reads a map that has just these members; those of `optional` may be missing. */
  fields(readers: Record<number, () => unknown>, optional: number[] = []): void {
    const missing = new Set(Object.keys(readers).map(Number));
    this.members((key) => {
      const read = readers[key];
      if (read === undefined) {
        throw new Malformed();
      }
      read();
      missing.delete(key);
    });
    if ([...missing].some((key) => !optional.includes(key))) {
      throw new Malformed();
    }
  }

  /** Reads a list that has just these parts. */
  tuple(readers: (() => unknown)[]): void {
    const rest = [...readers];
    this.list(() => {
      const read = rest.shift();
      if (read === undefined) {
        throw new Malformed();
      }
      read();
    });
    if (rest.length > 0) {
      throw new Malformed();
    }
  }

  /** The bytes that `read` reads. */
  span(read: () => void): Uint8Array {
    const from = this.at;
    read();
    return this.bytes.subarray(from, this.at);
  }

  end(): void {
    if (this.at !== this.bytes.length) {
      throw new Malformed();
    }
  }

  private run(major: number): Uint8Array {
    const length = this.count(major);
    const run = this.bytes.subarray(this.at, this.at + length);
    if (run.length !== length) {
      throw new Malformed();
    }
    this.at += length;
    return run;
  }

  private count(major: number): number {
    const count = this.head(major);
    // A list of more items than there are bytes is none.
    if (count > BigInt(this.bytes.length)) {
      throw new Malformed();
    }
    return Number(count);
  }

  private head(major: number): bigint {
    const first = this.byte();
    const short = first & 31;
    if (first >> 5 !== major || short > 27) {
      throw new Malformed();
    }
    if (short < 24) {
      return BigInt(short);
    }
    const width = 1 << (short - 24);
    let number = 0n;
    for (let left = width; left > 0; left -= 1) {
      number = (number << 8n) | BigInt(this.byte());
    }
    // The shortest form alone is deterministic.
    if (number < (width === 1 ? 24n : 1n << BigInt(4 * width))) {
      throw new Malformed();
    }
    return number;
  }

  private byte(): number {
    const byte = this.bytes[this.at];
    if (byte === undefined) {
      throw new Malformed();
    }
    this.at += 1;
    return byte;
  }
}
