import type { Page } from "@playwright/test";
import { hasProblem, onScreen, scan, signIn } from "./desk-test.ts";
import { PASSWORD, type DeskHost } from "./host/desk-host.ts";

/** A state of the desk's pages, and how it is reached. */
export interface DeskState {
  name: string;
  reach(page: Page, desk: DeskHost): Promise<void>;
}

const OPENED = ["profile", "allergies", "medications", "problems", "results", "vitals", "immunizations", "notes"];

/** Whoever treats patients, with a chart. */
async function chart(page: Page, desk: DeskHost, sections = OPENED): Promise<void> {
  await signIn(page, desk, "cleo");
  await scan(page, desk, ...sections);
}

async function signedIn(page: Page, desk: DeskHost, login: string, key: string, screen: string): Promise<void> {
  await signIn(page, desk, login);
  await page.locator(`nav [aria-keyshortcuts=${key}]`).click();
  await onScreen(page, screen);
}

async function typed(page: Page, code: string): Promise<void> {
  await page.locator("#code").fill(code);
  await page.keyboard.press("Enter");
}

/** Ends all charts at the desk. */
async function endAll(desk: DeskHost): Promise<void> {
  const session = await desk.signIn("fay", PASSWORD);
  const charts = (await (await desk.ask("GET", "/api/charts", undefined, session)).json()) as { id: string }[];
  for (const { id } of charts) {
    await desk.ask("DELETE", `/api/charts/${id}`, undefined, session);
  }
}

/** Every kind of screen. */
export const DESK_STATES: DeskState[] = [
  {
    name: "set-up",
    reach: async (page, desk) => {
      await page.route("**/api/setup", (route) => route.fulfill({ json: { clinic: "Lakeside Clinic", is_new: true } }));
      await page.goto(desk.origin);
      await onScreen(page, "set-up");
    },
  },
  {
    name: "sign-in",
    reach: async (page, desk) => {
      await page.goto(desk.origin);
      await onScreen(page, "sign-in");
    },
  },
  {
    name: "wrong-password",
    reach: async (page, desk) => {
      await page.goto(desk.origin);
      await onScreen(page, "sign-in");
      await page.locator("#login").fill("who");
      await page.locator("#password").fill("not the password");
      await page.keyboard.press("Enter");
      await hasProblem(page, "desk-wrong-password");
    },
  },
  {
    name: "password",
    reach: async (page, desk) => {
      await signIn(page, desk, "fay");
      await page.getByRole("button", { name: "Change password" }).click();
      await onScreen(page, "password");
    },
  },
  { name: "scan", reach: (page, desk) => signIn(page, desk, "fay") },
  {
    name: "no-code",
    reach: async (page, desk) => {
      await signIn(page, desk, "fay");
      await typed(page, "hello");
      await hasProblem(page, "uiNoCode");
    },
  },
  {
    name: "compare",
    reach: async (page, desk) => {
      await signIn(page, desk, "fay");
      const { code, address } = await desk.open("allergies");
      await desk.phone.asks(address);
      await typed(page, code);
      await page.locator(".digits").waitFor();
    },
  },
  {
    name: "passcode",
    reach: async (page, desk) => {
      await signIn(page, desk, "cleo");
      await typed(page, await desk.openAtRelay("424242", "allergies"));
      await hasProblem(page, "redeem-needs-passcode");
      await page.locator("#passcode").fill("111111");
      await page.keyboard.press("Enter");
      await hasProblem(page, "redeem-wrong-passcode");
    },
  },
  {
    name: "later",
    reach: async (page, desk) => {
      await signIn(page, desk, "cleo");
      await page.route("**/api/scan", (route) => route.fulfill({ status: 202, json: { found: "code", scan: "0".repeat(32), code: null } }));
      await page.route("**/api/scan/*", (route) => route.fulfill({ json: { state: "later", seconds: 600 } }));
      await typed(page, "pocketchart:/1");
      await page.getByRole("timer").waitFor();
    },
  },
  {
    name: "here",
    reach: async (page, desk) => {
      await chart(page, desk, ["allergies"]);
      await page.keyboard.press("s");
      await scan(page, desk, ...OPENED);
      await page.keyboard.press("w");
      await onScreen(page, "here");
    },
  },
  { name: "chart", reach: (page, desk) => chart(page, desk) },
  {
    name: "section",
    reach: async (page, desk) => {
      await chart(page, desk);
      await page.locator("[data-section=results]").click();
      await page.locator(".content .entry").nth(2).locator("summary").click();
    },
  },
  { name: "not-opened", reach: (page, desk) => chart(page, desk, ["profile", "medications"]) },
  {
    name: "closing",
    reach: async (page, desk) => {
      await chart(page, desk);
      await page.getByRole("button", { name: "Close the chart" }).click();
    },
  },
  {
    name: "ended",
    reach: async (page, desk) => {
      await chart(page, desk);
      await endAll(desk);
      await page.locator("[data-section=problems]").click();
      await hasProblem(page, "desk-chart-ended");
    },
  },
  {
    name: "receipts",
    reach: async (page, desk) => {
      await chart(page, desk);
      await endAll(desk);
      await page.keyboard.press("r");
      await onScreen(page, "receipts");
    },
  },
  {
    name: "staff",
    reach: async (page, desk) => {
      await signedIn(page, desk, "ada", "a", "staff");
      await page.locator("[data-login=fay] summary").click();
    },
  },
  {
    name: "log",
    reach: async (page, desk) => {
      await signedIn(page, desk, "ada", "l", "log");
      await page.getByRole("button", { name: "Check the log" }).click();
      await page.locator("[data-whole=true]").waitFor();
    },
  },
  {
    name: "keys",
    reach: async (page, desk) => {
      await signIn(page, desk, "cleo");
      await page.getByRole("button", { name: "?" }).click();
      await onScreen(page, "keys");
    },
  },
  {
    name: "soon",
    reach: async (page, desk) => {
      await page.clock.install();
      await chart(page, desk);
      await page.clock.runFor(14 * 60_000 + 10_000);
      await page.locator(".soon button").waitFor();
    },
  },
];
