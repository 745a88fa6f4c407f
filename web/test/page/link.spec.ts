import type { Page } from "@playwright/test";
import { randomBytes } from "node:crypto";
import { deflateRawSync } from "node:zlib";
import { SHL, SHLManifestBuilder, encryptSHLFile } from "kill-the-clipboard";
import { credential, example, makeIssuer, makeLink, numeric, seal, secretPath, small } from "../health.ts";
import { expect, hasProblem, marks, onScreen, openCode, test } from "../page-test.ts";

const record = JSON.stringify(example());

/** Answers the question that every link asks, and goes on. */
async function answer(page: Page, passcode?: string): Promise<void> {
  await onScreen(page, "asking");
  await page.locator("#recipient").fill("Dr. Bo, Lakeside");
  if (passcode !== undefined) {
    await page.locator("#passcode").fill(passcode);
  }
  await page.locator(".ask .action").click();
}

test("a link to one file: its allergies, first and large", async ({ page, pages, health }) => {
  const path = secretPath();
  const { text, key } = makeLink({ url: health.origin + path, flag: "U", label: "For the front desk", exp: 4_000_000_000 });
  const jwe = await seal(key, record);
  health.on(path, { headers: { "content-type": "application/jose" }, body: jwe });
  await openCode(page, pages, text);
  await onScreen(page, "asking");
  await expect(page.locator(".ask")).toContainText("For the front desk");
  await answer(page);
  await onScreen(page, "shown");
  await expect(page.locator(".allergies .entry").first()).toContainText("Penicillin");
  await expect(page.locator(".allergies .entry").first()).toContainText("severe");
  expect(await marks(page)).toContain("from-link");
  const [asked] = health.asked.splice(0);
  expect(asked).toMatchObject({ method: "GET", path: `${path}?recipient=Dr.%20Bo%2C%20Lakeside` });
  expect(asked!.headers.referer).toBeUndefined();
  expect(JSON.stringify(asked)).not.toContain(key.toString("base64url"));
});

test("a link with a passcode: wrong, wrong, right; embedded, located, and a file that is broken", async ({ page, pages, health }) => {
  const path = secretPath();
  const { text, key } = makeLink({ url: health.origin + path, flag: "LP" });
  const issuer = await makeIssuer(`${health.origin}/issuer`);
  health.on("/issuer/.well-known/jwks.json", { body: JSON.stringify(issuer.keys) });
  const card = JSON.stringify({ verifiableCredential: [await issuer.sign(credential(small))] });
  const located = health.on(secretPath(), { body: await seal(key, card, { cty: "application/smart-health-card" }) });
  const files = [
    { contentType: "application/fhir+json", embedded: await seal(key, record), status: "can-change" },
    { contentType: "application/smart-health-card", location: located, status: "retracted" },
    { contentType: "application/fhir+json", embedded: await seal(randomBytes(32), record) },
    { contentType: "application/smart-api-access", embedded: await seal(key, "{}", { cty: "application/smart-api-access" }) },
  ];
  let left = 2;
  health.on(path, ({ body }) =>
    (JSON.parse(body) as { passcode: string }).passcode === "2580"
      ? { body: JSON.stringify({ files }) }
      : { status: 401, body: JSON.stringify({ remainingAttempts: left-- }) },
  );
  await openCode(page, pages, text);
  await answer(page, "1111");
  await hasProblem(page, "pageWrongPasscode");
  await expect(page.locator(".problem")).toContainText("2 attempts are left.");
  await answer(page, "2222");
  await expect(page.locator(".problem")).toContainText("1 attempt is left.");
  await answer(page, "2580");
  await onScreen(page, "shown");
  await expect(page.locator("article")).toHaveCount(4);
  expect(await marks(page)).toEqual(expect.arrayContaining(["can-change", "retracted", "supplied", "part-failed", "live-access"]));
  const requests = health.asked.splice(0).filter((it) => it.method === "POST").map((it) => JSON.parse(it.body) as object);
  expect(requests[0]).toEqual({ recipient: "Dr. Bo, Lakeside", passcode: "1111", embeddedLengthMax: 4 << 20 });
  await page.getByRole("button", { name: "Fetch again" }).click();
  await expect.poll(() => health.asked.filter((it) => it.method === "POST").length).toBe(1);
  await onScreen(page, "shown");
  health.asked.splice(0);
});

test("no attempt is left", async ({ page, pages, health }) => {
  const path = secretPath();
  health.on(path, { status: 401, body: '{"remainingAttempts":0}' });
  await openCode(page, pages, makeLink({ url: health.origin + path, flag: "P" }).text);
  await answer(page, "1");
  await expect(page.locator(".problem")).toContainText("No attempt is left.");
  await expect(page.locator(".ask .action")).toBeDisabled();
});

test("a link that has ended or was destroyed", async ({ page, pages, health }) => {
  const url = health.origin + secretPath();
  await openCode(page, pages, makeLink({ url, flag: "U", exp: 1_700_000_000 }).text);
  await onScreen(page, "asking");
  expect(await marks(page)).toEqual(["link-ended"]);
  await expect(page.locator(".ask")).toContainText("14 November 2023");
  await answer(page);
  await hasProblem(page, "pageGone");
  await onScreen(page, "start");
});

test("what a server may answer besides", async ({ page, pages, health }) => {
  const path = secretPath();
  const { text, key } = makeLink({ url: health.origin + path });
  const good = await seal(key, record);
  const at = good.length - 30;
  const changed = good.slice(0, at) + (good[at] === "A" ? "B" : "A") + good.slice(at + 1);
  const files = (...files: object[]) => JSON.stringify({ files });
  for (const [reply, problem, says] of [
    [{ status: 429, headers: { "retry-after": "7" } }, "pageTooMany", "7 seconds"],
    [{ status: 500 }, "pageServer", "500"],
    [{ body: "<html>" }, "pageUnreadable", "altered"],
    [{ body: '{"files":{}}' }, "pageUnreadable", "altered"],
    [{ body: files() }, "pageNothing", "shown"],
    [{ body: files({ contentType: "application/fhir+json" }) }, "pageRules", "rules"],
    [{ body: files({ location: "http://example.org/a" }) }, "pageRules", "rules"],
    [{ body: files({ embedded: changed }) }, "pageUnreadable", "altered"],
    [{ body: files({ embedded: good.slice(0, 90) }) }, "pageUnreadable", "altered"],
    [{ body: files({ embedded: await seal(key, record, { zip: "GZ" }) }) }, "pageUnreadable", "altered"],
    [{ body: files({ embedded: await seal(key, record, { enc: "A128GCM" }) }) }, "pageUnreadable", "altered"],
    [{ body: files({ embedded: await seal(key, record, { crit: ["b64"] }) }) }, "pageUnreadable", "altered"],
    [{ body: files({ embedded: await seal(key, record, { cty: "text/html" }) }) }, "pageNothing", "shown"],
    [{ body: files({ embedded: await seal(key, Buffer.alloc(20 << 20)) }) }, "pageTooLarge", "smaller"],
    [{ body: Buffer.alloc(17 << 20, 32) }, "pageTooLarge", "smaller"],
  ] as const) {
    health.on(path, reply);
    await openCode(page, pages, text);
    await answer(page);
    await expect(page.locator("[data-problem]"), says).toHaveAttribute("data-problem", problem);
    await expect(page.locator(".problem"), problem).toContainText(says);
    await expect(page.locator("article")).toHaveCount(0);
  }
  health.asked.splice(0);
});

test("links that the specification forbids are not asked", async ({ page, pages, health }) => {
  const url = health.origin + secretPath();
  for (const [payload, problem] of [
    [{ url, flag: "PU" }, "pageRules"],
    [{ url: url.replace("https:", "http:") }, "pageRules"],
    [{ url: `${url}${"x".repeat(99)}` }, "pageRules"],
    [{ url, label: "x".repeat(81) }, "pageRules"],
    [{ url, key: "AAAA" }, "pageRules"],
    [{ url, v: 2 }, "pageNewer"],
    [{ url, v: "1" }, "pageAltered"],
    [{ url, exp: "soon" }, "pageAltered"],
    [{ key: "AAAA" }, "pageAltered"],
  ] as const) {
    await openCode(page, pages, makeLink(payload).text);
    await hasProblem(page, problem);
  }
  await openCode(page, pages, "shlink:/not+base64url");
  await hasProblem(page, "pageAltered");
  expect(health.asked).toEqual([]);
});

test("a host that does not answer", async ({ page, pages, health }) => {
  const path = secretPath();
  health.on(path, { hangsUp: true });
  await openCode(page, pages, makeLink({ url: health.origin + path, flag: "U" }).text);
  await answer(page);
  await hasProblem(page, "pageNoAnswer");
  await expect(page.locator("#recipient")).toHaveValue("Dr. Bo, Lakeside");
  health.asked.splice(0);
});

test("a huge record stays usable", async ({ page, pages, health }) => {
  const path = secretPath();
  const { text, key } = makeLink({ url: health.origin + path, flag: "U" });
  const allergy = (number: number) => ({ resource: { resourceType: "AllergyIntolerance", code: { text: `Substance ${number}` } } });
  const worst = { resource: { resourceType: "AllergyIntolerance", criticality: "high", code: { text: "The worst" } } };
  const entry = [...Array.from({ length: 20_000 }, (_, number) => allergy(number)), worst];
  health.on(path, { body: await seal(key, JSON.stringify({ resourceType: "Bundle", type: "collection", timestamp: "2026-11-25T10:00:00Z", entry })) });
  await openCode(page, pages, text);
  await answer(page);
  await onScreen(page, "shown");
  await expect(page.locator(".allergies .entry")).toHaveCount(100);
  await expect(page.locator(".allergies .entry").first()).toContainText("The worst");
  await page.getByRole("button", { name: "Show 19901 more" }).click();
  await expect(page.locator(".allergies .entry")).toHaveCount(600);
  health.asked.splice(0);
});

test("links of other people's code are read", async ({ page, pages, health }) => {
  const stored = new Map<string, string>();
  const link = SHL.generate({ baseManifestURL: `${health.origin}/m/`, manifestPath: "/manifest.json", flag: "P", label: "With a passcode" });
  const builder = new SHLManifestBuilder({
    shl: link,
    uploadFile: async (content) => {
      const name = randomBytes(32).toString("base64url");
      stored.set(name, content);
      return name;
    },
    getFileURL: async (name) => `${health.origin}/f/${name}`,
    loadFile: async (name) => stored.get(name)!,
  });
  await builder.addFHIRResource({ content: example() as never });
  const manifest = await builder.buildManifest({ embeddedLengthMax: 900 });
  for (const [name, body] of stored) {
    health.on(`/f/${name}`, { body });
  }
  health.on(new URL(link.url).pathname, { body: JSON.stringify(manifest) });
  await openCode(page, pages, link.toURI());
  await answer(page, "1234");
  await onScreen(page, "shown");
  await expect(page.locator(".allergies")).toContainText("Penicillin");

  const path = secretPath();
  const direct = SHL.fromPayload({ url: health.origin + path, key: randomBytes(32).toString("base64url"), flag: "U", v: 1 });
  for (const enableCompression of [true, false]) {
    const file = await encryptSHLFile({ content: JSON.stringify(example()), key: direct.key, contentType: "application/fhir+json", enableCompression });
    health.on(path, { body: (file as { jwe?: string }).jwe ?? (file as unknown as string) });
    await openCode(page, pages, direct.toURI());
    await answer(page);
    await onScreen(page, "shown");
    await expect(page.locator(".allergies")).toContainText("Penicillin");
  }
  health.asked.splice(0);
});

test("health cards by their numbers, their file, and what is wrong with them", async ({ page, pages, health }) => {
  const iss = `${health.origin}/cards`;
  const issuer = await makeIssuer(iss);
  const stranger = await makeIssuer(iss);
  const kid = String(issuer.keys.keys[0]!.kid);
  const set = { body: JSON.stringify({ keys: [{ ...issuer.keys.keys[0], crlVersion: 1 }] }) };
  health.on("/cards/.well-known/jwks.json", set);
  health.on(`/cards/.well-known/crl/${kid}.json`, { body: JSON.stringify({ kid, method: "rid", ctr: 1, rids: ["gone", "older.1700000000"] }) });
  const good = await issuer.sign(credential(small));
  const show = async (text: string, expected: string[]) => {
    await openCode(page, pages, text);
    await onScreen(page, "shown");
    expect((await marks(page)).slice().sort()).toEqual(expected.slice().sort());
    await expect(page.locator(".allergies .entry")).toContainText("Penicillin");
  };
  const refuse = async (text: string, problem: string) => {
    await openCode(page, pages, text);
    await hasProblem(page, problem);
    await expect(page.locator("article")).toHaveCount(0);
  };
  await show(numeric(good), ["age", "supplied"]);
  await expect(page.locator(".allergies")).toContainText("This page added the name. Only the code was sent.");
  await show(numeric(await issuer.sign({ exp: 1_790_000_100, ...credential(small) })), ["age", "expired", "supplied"]);
  await show(numeric(await issuer.sign({ nbf: 1_900_000_000, ...credential(small) })), ["age", "not-yet", "supplied"]);
  await show(numeric(await issuer.sign(credential(small, { rid: "older" }))), ["age", "supplied"]);
  await refuse(numeric(await issuer.sign({ nbf: 1_600_000_000, ...credential(small, { rid: "older" }) })), "pageRevoked");
  await refuse(numeric(await issuer.sign(credential(small, { rid: "gone" }))), "pageRevoked");
  await refuse(numeric(await stranger.sign(credential(small))), "pageUnknownKey");
  const other = await issuer.sign({ nbf: 1_790_000_001, ...credential(small) });
  await refuse(numeric(good.slice(0, good.lastIndexOf(".")) + other.slice(other.lastIndexOf("."))), "pageAltered");
  await refuse(numeric(await issuer.sign({ vc: { type: ["https://smarthealth.cards#health-card"] } })), "pageAltered");
  await refuse(`shc:/1/2/${numeric(good).slice(5)}`, "pageParts");
  await refuse("shc:/99", "pageAltered");

  pages.instead.set("/trusted-issuers.json", JSON.stringify({ issuerInfo: [{ issuer: { iss, name: "Lakeside Clinic" }, keys: issuer.keys.keys }] }));
  await show(numeric(good), ["age", "listed"]);
  await expect(page.locator(".good")).toContainText("Signed by Lakeside Clinic");
  pages.instead.clear();
  health.on("/cards/.well-known/jwks.json", { status: 404 });
  await show(numeric(good), ["age", "unchecked"]);

  health.on("/cards/.well-known/jwks.json", set);
  await page.goto(pages.origin);
  const file = { name: "ada.smart-health-card", mimeType: "application/smart-health-card", buffer: Buffer.from(JSON.stringify({ verifiableCredential: [good, "x.y.z"] })) };
  await page.locator("#picture").setInputFiles(file);
  await onScreen(page, "shown");
  expect(await marks(page)).toEqual(expect.arrayContaining(["supplied", "part-failed"]));
  health.asked.splice(0);
});

test("a bomb of a health card", async ({ page, pages, health }) => {
  const issuer = await makeIssuer(`${health.origin}/cards`);
  const bomb = await issuer.sign({ filler: "a".repeat(9 << 20), ...credential(small) });
  expect(deflateRawSync("a".repeat(9 << 20)).length).toBeLessThan(20_000);
  await page.goto(pages.origin);
  await page.locator("#picture").setInputFiles({ name: "a.smart-health-card", mimeType: "application/smart-health-card", buffer: Buffer.from(JSON.stringify({ verifiableCredential: [bomb] })) });
  await hasProblem(page, "pageTooLarge");
});
