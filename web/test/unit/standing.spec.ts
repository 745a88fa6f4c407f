import { expect, test } from "@playwright/test";
import { CborReader, Malformed } from "../../src/card/cbor.ts";
import { toCbor, type Cbor } from "../../src/standing/cbor.ts";
import { readBundle } from "../../src/standing/bundle.ts";
import { locatorOf, readStandingCode } from "../../src/standing/code.ts";
import { opened, padmeLength, seal, stripped } from "../../src/standing/primitives.ts";
import { openTaken } from "../../src/standing/relay.ts";
import { cut } from "../../src/standing/request.ts";
import { cbor, fields } from "../make-card.ts";
import { makeCode } from "../standing.ts";
import { bytesOf, vectors } from "../vectors.ts";

/** What the page makes of it: it names all that has not the right form alike. */
const problemIn = (error: Error): string => (error instanceof Malformed ? "malformed pageUnfit" : error.message.replace("pageUnfit", "malformed pageUnfit"));

test("every published code of a grant: read, or refused", async () => {
  const read = (text: string) => readStandingCode(text.replace(/\s/gu, ""));
  let [standing, others] = [0, 0];
  for (const { name, input, means, refused } of vectors("grant-code")) {
    if (means === undefined) {
      // Behind the address of a page a code is read, as a card is; one that is not for emergencies is for the app.
      expect(() => read(input.text!), name).toThrow(refused === "not-a-code" ? /page(Altered|OtherCode)/ : /pageAltered/);
    } else if (means.relay === null || !(means.flags as string[]).includes("emergency")) {
      expect(() => read(input.text!), name).toThrow("pageOtherCode");
      others += 1;
    } else {
      const code = read(input.text!);
      expect(code.relay, name).toBe(`https://${means.relay}`);
      expect(code.outline, name).toMatchObject({ notBefore: means.not_before, expires: means.expires, uses: means.uses });
      expect(Buffer.from(await locatorOf(code)).toString("hex"), name).toBe(means.locator);
      standing += 1;
    }
  }
  expect([standing > 0, others > 0]).toEqual([true, true]);
});

test("every published bundle of an emergency code: read, or refused", async () => {
  let [read, refused] = [0, 0];
  for (const { name, input, means, refused: reason } of vectors("grant-bundle")) {
    if (input.passcode !== undefined) {
      expect(() => readStandingCode(input.code!), name).toThrow("pageOtherCode");
      continue;
    }
    const code = readStandingCode(input.code!);
    const taken = new Uint8Array(cbor(fields([0, 1], [1, bytesOf(input.half!)], [2, bytesOf(input.bundle!)])));
    const copy = openTaken(taken, code, await locatorOf(code)).then((bundle) => readBundle(bundle, code));
    if (means === undefined) {
      // A compression that is not known may be known to others.
      const problem = name === "copy-packed-otherwise" ? "pageNewer" : reason === "unfit" ? "pageUnfit" : "malformed";
      expect(await copy.then(() => "read", problemIn), name).toContain(problem);
      refused += 1;
    } else {
      const { made, items } = means.copy as { made: number; items: { kind: string; author: string; unreconciled: boolean; disputed: boolean; body: string }[] };
      expect((await copy).made, name).toBe(made);
      expect((await copy).items.map((it) => ({ ...it, body: Buffer.from(it.body).toString("hex") }))).toEqual(
        items.map(({ kind, author, unreconciled, disputed, body }) => ({ kind, author, isDisputed: unreconciled || disputed, body })),
      );
      read += 1;
    }
  }
  expect([read > 0, refused > 10]).toEqual([true, true]);
});

test("relays that no page may ask", () => {
  const read = (relay: string) => readStandingCode(`pocketchart:/${makeCode({ relay })}`).relay;
  expect(read("relay.example")).toBe("https://relay.example");
  expect(read("https://relay.example/below/")).toBe("https://relay.example/below");
  expect(read("http://127.0.0.1:8190")).toBe("http://127.0.0.1:8190");
  for (const relay of ["http://relay.example", "javascript://x", "file:///x", "data://x", "someone@relay.example", "relay.example?x", "relay.example#x", "a\\b"]) {
    expect(() => read(relay), relay).toThrow("pageAltered");
  }
  expect(() => readStandingCode(`pocketchart:/${makeCode({ relay: "relay.example", uses: 6 })}`)).toThrow("pageAltered");
  expect(() => readStandingCode(`pocketchart:/${makeCode({ relay: "relay.example", flags: 2, minutes: 60 })}`)).toThrow("pageOtherCode");
});

test("padding, by the published vectors", () => {
  for (const { name, input, means } of vectors("padding")) {
    const padded = bytesOf(input.padded!);
    const plain = stripped(padded);
    const isPadded = plain !== undefined && padmeLength(plain.length + 1) === padded.length;
    expect(isPadded, name).toBe(means !== undefined);
  }
});

test("what is written is deterministic, and read again", () => {
  const values: Cbor[] = [0, 23, 24, 255, 256, 65_535, 65_536, 4_294_967_295, 4_294_967_296, Number.MAX_SAFE_INTEGER, "", "ü", new Uint8Array(300), [], [1, [2, "x"]], new Map<number, Cbor>([[0, 1], [24, "y"]])];
  for (const value of values) {
    expect(Buffer.from(toCbor(value)).toString("hex")).toBe(cbor(value).toString("hex"));
  }
  expect(new CborReader(toCbor(4_294_967_296)).uint()).toBe(4_294_967_296n);
});

test("a seal opens with its key and context alone, and not once a bit of it differs", () => {
  const [key, context, message] = [new Uint8Array(32).fill(1), new Uint8Array(16).fill(2), new Uint8Array(100).fill(3)];
  const sealed = seal(key, context, message);
  expect(opened(key, context, sealed)).toEqual(message);
  expect(opened(new Uint8Array(32), context, sealed)).toBeUndefined();
  expect(opened(key, new Uint8Array(16), sealed)).toBeUndefined();
  expect(opened(key, context, sealed.subarray(0, 20))).toBeUndefined();
  for (let at = 0; at < sealed.length; at += 1) {
    const altered = sealed.slice();
    altered[at]! ^= 1;
    expect(opened(key, context, altered)).toBeUndefined();
  }
});

test("names and reasons are cut by their bytes, and mislead nobody", () => {
  expect(Buffer.byteLength(cut("é".repeat(300), 101))).toBe(100);
  expect(cut("😀".repeat(300), 200)).toBe("😀".repeat(50));
  expect(cut("a\u2066b\n\u0085c\u202e", 100)).toBe("abc");
  expect(cut("  Bo  ", 100)).toBe("Bo");
});
