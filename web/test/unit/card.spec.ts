import { expect, test } from "@playwright/test";
import { readFileSync } from "node:fs";
import { readCard, readCardBytes, type Card } from "../../src/card/card.ts";
import { codeOf } from "../../src/code.ts";
import { codeNames } from "../../src/fhir/code-names.ts";
import { Problem } from "../../src/problem.ts";
import { isSignedByLibrary } from "../../src/signature.ts";
import type { Entry } from "../../src/summary.ts";
import { dictionaries, digest } from "../dictionary.ts";
import { root } from "../places.ts";
import { bytesOf, vectors, type Vector } from "../vectors.ts";

const CLASSES: Record<string, string> = {
  pageNotACode: "not-a-card",
  pageOtherCode: "not-a-card",
  pageNewer: "newer",
  pageAltered: "altered",
};

function read(input: Vector["input"]): Promise<Card> {
  // As the page does: white space goes before anything is looked at.
  return input.text === undefined
    ? readCardBytes(bytesOf(input.bytes ?? ""), dictionaries)
    : readCard(input.text.replace(/\s/gu, ""), dictionaries);
}

const all = vectors("card");

for (const vector of all) {
  test(`card vector ${vector.name}: ${vector.about}`, async () => {
    if (vector.means === undefined) {
      const problem = await read(vector.input).then(
        () => "read",
        (error: unknown) => (error instanceof Problem ? CLASSES[error.id] : String(error)),
      );
      expect(problem).toBe(vector.refused);
      await read(vector.repair!);
    } else {
      const { text, ...means } = vector.means;
      expect(shown(await read(vector.input))).toEqual(means);
      expect(shown(await read({ text }))).toEqual(means);
    }
  });
}

test("there are good and bad vectors", () => {
  expect(all.filter((it) => it.means).length).toBeGreaterThan(10);
  expect(all.filter((it) => it.refused).length).toBeGreaterThan(50);
});

/** A card as vectors say it. */
function shown(card: Card): object {
  const entry = (it: Entry) => ({
    text: it.text,
    system: it.code?.system ?? null,
    code: it.code?.code ?? null,
    detail: it.detail ?? null,
    severity: it.severity ?? null,
    high_risk: it.highRisk,
    disputed: it.disputed,
    none_known: it.noneKnown,
  });
  return {
    name: card.name ?? null,
    born: card.born ?? null,
    issued: card.issued,
    review_by: card.reviewBy,
    serial: Buffer.from(card.serial).toString("hex"),
    key: Buffer.from(card.key).toString("hex"),
    contacts: card.contacts.map((it) => ({ name: it.name, relation: it.relation ?? null, phone: it.phone ?? null })),
    sections: Object.fromEntries([...card.sections].map(([name, entries]) => [name, entries.map(entry)])),
  };
}

test("the page's digest is that of the dictionary", () => {
  expect(readFileSync(`${root}/web/src/dictionary.ts`, "utf8")).toContain(`"${digest}"`);
});

test("another dictionary is a bad signature, not other words", async () => {
  const good = all.find((it) => it.name === "typical")!;
  const other = (number: number) => ({ ...dictionaries(number)!, digest: new Uint8Array(32) });
  await expect(readCard(good.input.text!, other)).rejects.toMatchObject({ id: "pageAltered" });
});

test("the library judges signatures as the browser does", async () => {
  const bytes = bytesOf("00".repeat(64));
  expect(await isSignedByLibrary(bytesOf("60faff5e68f7f4010f6120269cdb735c744c1b3e723107dc1e7bc047c2267b80"), bytes, bytes)).toBe(false);
  const { privateKey, publicKey } = (await crypto.subtle.generateKey("Ed25519", true, ["sign", "verify"])) as CryptoKeyPair;
  const message = bytesOf("0102");
  const signature = new Uint8Array(await crypto.subtle.sign("Ed25519", privateKey, message));
  const key = new Uint8Array(await crypto.subtle.exportKey("raw", publicKey));
  expect(await isSignedByLibrary(key, message, signature)).toBe(true);
  expect(await isSignedByLibrary(key, bytesOf("0103"), signature)).toBe(false);
});

test("every code of the dictionary has its name", () => {
  const names = codeNames(dictionaries(1)!.words);
  const lines = readFileSync(`${root}/core/share/dictionary/card-1.txt`, "utf8").split("\n");
  const coded = lines.filter((line) => !line.startsWith("#")).map((line) => line.split("|")).filter((it) => it.length >= 3);
  const wrong = coded.filter(([text, system, code]) => names({ system: system!, code: code! }) !== text);
  // A code that stands there twice has the later name.
  const twice = coded.filter((it, at) => coded.some((other, place) => place > at && other[1] === it[1] && other[2] === it[2]));
  expect(coded.length).toBeGreaterThan(150);
  expect(twice).toEqual(expect.arrayContaining(wrong));
});

test("a code is told by its beginning", () => {
  expect(codeOf("pocketchart:/00 01").kind).toBe("card");
  expect(codeOf("https://page.example/#00001").kind).toBe("card");
  expect(codeOf("https://page.example/#shlink:/eyJ").kind).toBe("link");
  expect(codeOf("shc:/5676").kind).toBe("health-card");
  expect(codeOf('{"verifiableCredential":[]}').kind).toBe("health-card-file");
  expect(codeOf("Ada\nAllergies: Penicillin\n2026-11-25").kind).toBe("plain");
  for (const none of ["", "12345", "https://page.example/", "javascript:/\nalert(1)", "x".repeat(99_999), "a\n".repeat(200)]) {
    expect(codeOf(none).kind).toBe("none");
  }
});
