import { expect, test } from "@playwright/test";
import { readFileSync } from "node:fs";
import { readHealthCard } from "../../src/health-card/card.ts";
import { checkHealthCard } from "../../src/health-card/check.ts";
import { cardNumbers, fromNumbers } from "../../src/health-card/numeric.ts";
import { parseObject, type JsonObject } from "../../src/json.ts";
import { openFile } from "../../src/link/jwe.ts";
import { readLink } from "../../src/link/link.ts";
import { messages } from "../../src/strings/en.ts";
import { root } from "../places.ts";

/** Made by `cargo run -p pocketchart-share --example links_and_cards -- make FOLDER`. */
interface Ours {
  direct: { link: string; jwe: string };
  asked: { link: string; manifest: string; located: string };
  bundle: JsonObject;
  card: string;
  expired: string;
  numeric: string;
  keys: JsonObject;
}
const ours = JSON.parse(readFileSync(`${root}/web/test/fixtures/ours.json`, "utf8")) as Ours;
const NOW = Date.parse("2026-11-25T12:00:00Z");
const MOST = 1 << 20;

test("a link of our own library, and its file", async () => {
  const link = readLink(ours.direct.link);
  expect(link).toMatchObject({ isDirect: true, hasPasscode: false, label: "Für den Empfang", expires: 4_000_000_000 });
  const file = await openFile(link.key, ours.direct.jwe, MOST);
  expect(file.type).toBe("application/fhir+json");
  expect(parseObject(file.bytes)).toEqual(ours.bundle);
  await expect(openFile(readLink(ours.asked.link).key, ours.direct.jwe, MOST)).rejects.toMatchObject({ id: "pageUnreadable" });
});

test("a link of our own library with a passcode: embedded and located files", async () => {
  const link = readLink(ours.asked.link);
  expect(link.hasPasscode).toBe(true);
  const [first] = parseObject(ours.asked.manifest)!.files as JsonObject[];
  expect(parseObject((await openFile(link.key, String(first!.embedded), MOST)).bytes)).toEqual(ours.bundle);
  expect((await openFile(link.key, ours.asked.located, MOST)).type).toBe("application/smart-health-card");
});

test("health cards of our own library: good, expired, unchecked", async () => {
  const said = async (jws: string, keys: JsonObject | undefined) => {
    const marks = await checkHealthCard(await readHealthCard(jws), undefined, async () => keys, NOW);
    expect(marks.map((mark) => mark.text(messages, String)).join()).not.toContain("undefined");
    return marks.map((mark) => mark.id);
  };
  expect(fromNumbers(cardNumbers(ours.numeric)!)).toBe(ours.card);
  expect(await said(ours.card, ours.keys)).toEqual(["supplied"]);
  expect(await said(ours.expired, ours.keys)).toEqual(["supplied", "expired"]);
  expect(await said(ours.card, undefined)).toEqual(["unchecked"]);
});
