import type { Page } from "@playwright/test";
import { locatorOf, readStandingCode } from "../src/standing/code.ts";
import { fullCard } from "./cards.ts";
import { credential, example, makeIssuer, makeLink, numeric, seal, secretPath, small } from "./health.ts";
import type { HealthHost } from "./host/health-host.ts";
import type { PageHost } from "./host/page-host.ts";
import { cbor, fields, makeCard, toDigits } from "./make-card.ts";
import { onScreen, openCode, today } from "./page-test.ts";
import { makeCode, moved } from "./standing.ts";
import { bytesOf, vectors } from "./vectors.ts";

/** A state of the page, and how it is reached. */
export interface State {
  name: string;
  reach(page: Page, pages: PageHost, health: HealthHost): Promise<void>;
}

const card = (name: string, make: () => Promise<string>): State => ({
  name,
  reach: async (page, pages) => {
    await openCode(page, pages, await make());
    await onScreen(page, "shown");
  },
});

const problem = (name: string, code: () => Promise<string> | string): State => ({
  name,
  reach: async (page, pages) => {
    await openCode(page, pages, await code());
    await page.locator("[data-problem]").waitFor();
  },
});

async function answered(page: Page, passcode?: string): Promise<void> {
  await onScreen(page, "asking");
  await page.locator("#recipient").fill("Lakeside Clinic");
  if (passcode !== undefined) {
    await page.locator("#passcode").fill(passcode);
  }
  await page.locator(".ask .action").click();
}

/** Asks for what an emergency code opens, and is answered so. */
async function told(page: Page, pages: PageHost, health: HealthHost, status: number, body: Uint8Array, code = makeCode({ relay: health.origin })): Promise<void> {
  health.on("/challenge", { body: Buffer.alloc(40) });
  health.on(`/grant/${await locator(code)}/take`, { status, body: Buffer.from(body) });
  await openCode(page, pages, code);
  await onScreen(page, "emergency");
  await page.locator("#recipient").fill("Dr. Bo, County Hospital");
  await page.locator("#reason").fill("found unconscious");
  await page.locator(".ask .action").click();
}

const locator = async (code: string): Promise<string> => Buffer.from(await locatorOf(readStandingCode(`pocketchart:/${code}`))).toString("base64url");

/** Every kind of screen. */
export const STATES: State[] = [
  { name: "start", reach: async (page, pages) => void (await page.goto(pages.origin)) },
  card("card", () => fullCard()),
  card("card-overdue", () => fullCard(427)),
  card("card-empty", () => makeCard({ content: fields([0, "Ada Example"]), issued: today, reviewBy: today + 9 })),
  {
    name: "plain",
    reach: async (page, pages) => {
      await page.goto(pages.origin);
      await page.locator("#pasted").fill("Ada Example\nAllergies: Penicillin (severe)\nCall: Bo Example +44 20 7946 0000\n2026-11-25");
      await page.locator(".start form button").click();
      await onScreen(page, "shown");
    },
  },
  {
    name: "ask",
    reach: async (page, pages, health) => {
      await openCode(page, pages, makeLink({ url: health.origin + secretPath(), flag: "LP", label: "Summary for travel", exp: 1_795_000_000 }).text);
      await onScreen(page, "asking");
    },
  },
  {
    name: "wrong-passcode",
    reach: async (page, pages, health) => {
      const path = secretPath();
      health.on(path, { status: 401, body: '{"remainingAttempts":3}' });
      await openCode(page, pages, makeLink({ url: health.origin + path, flag: "P" }).text);
      await answered(page, "1");
      await page.locator("[data-problem]").waitFor();
    },
  },
  {
    name: "gone",
    reach: async (page, pages, health) => {
      await openCode(page, pages, makeLink({ url: health.origin + secretPath(), flag: "U" }).text);
      await answered(page);
      await page.locator("[data-problem]").waitFor();
    },
  },
  {
    name: "emergency",
    reach: async (page, pages, health) => {
      await openCode(page, pages, makeCode({ relay: health.origin }));
      await onScreen(page, "emergency");
    },
  },
  {
    name: "told",
    reach: async (page, pages, health) => {
      await told(page, pages, health, 202, cbor(fields([0, 1], [1, 583])));
      await onScreen(page, "told");
    },
  },
  {
    name: "copy",
    reach: async (page, pages, health) => {
      const { code, half, bundle } = vectors("grant-bundle").find((it) => it.name === "standing")!.input;
      const taken = cbor(fields([0, 1], [1, bytesOf(half!)], [2, bytesOf(bundle!)]));
      await told(page, pages, health, 200, taken, moved(code!, "relay.example", health.origin));
      await onScreen(page, "shown");
    },
  },
  {
    name: "not-given",
    reach: async (page, pages, health) => {
      await told(page, pages, health, 404, new Uint8Array());
      await page.locator("[data-problem]").waitFor();
    },
  },
  {
    name: "record",
    reach: async (page, pages, health) => {
      const path = secretPath();
      const { text, key } = makeLink({ url: health.origin + path, flag: "LU" });
      health.on(path, { body: await seal(key, JSON.stringify(example())) });
      await openCode(page, pages, text);
      await answered(page);
      await onScreen(page, "shown");
    },
  },
  {
    name: "health-card",
    reach: async (page, pages, health) => {
      const issuer = await makeIssuer(`${health.origin}/cards`);
      health.on("/cards/.well-known/jwks.json", { body: JSON.stringify(issuer.keys) });
      await openCode(page, pages, numeric(await issuer.sign({ exp: 1_795_000_000, ...credential(small) })));
      await onScreen(page, "shown");
    },
  },
  problem("altered", async () => {
    const digits = await fullCard();
    return `${digits.slice(0, -1)}${(Number(digits.at(-1)) + 1) % 10}`;
  }),
  problem("newer", () => toDigits(bytesOf(vectors("card").find((it) => it.name === "flag-1")!.input.bytes!))),
  problem("not-a-code", () => "hello"),
];
