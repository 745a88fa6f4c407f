import type { Page } from "@playwright/test";
import { addEntry, beginVisit, hasProblem, isSaved, LETTER, onScreen, scan, signIn, WRITTEN, WRITTEN_WHOLE } from "./desk-test.ts";
import type { DeskHost } from "./host/desk-host.ts";

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

/** A visit that is begun, with something in it. */
async function visit(page: Page, desk: DeskHost, ...sections: string[]): Promise<void> {
  await signIn(page, desk, "cleo");
  await beginVisit(page, desk, ...sections);
  await page.locator("#visit-title").fill("Hoarse voice");
  await page.locator("#visit-subjective").fill("Hoarse for three days, no fever. Sings in a choir.");
  await page.locator("#visit-plan").fill("Voice rest for a week.\nCome back if it does not get better.");
  const diagnosis = await addEntry(page, "diagnoses", "Add a diagnosis");
  await diagnosis("text").fill("Laryngitis");
  const pressure = await addEntry(page, "blood_pressures", "Add a blood pressure");
  await pressure("systolic").fill("128");
  await pressure("diastolic").fill("79");
  const medicine = await addEntry(page, "medicines", "Add a medicine");
  await medicine("text").fill("Amoxicillin 500 mg");
  await medicine("dosage").fill("One capsule three times a day");
  await isSaved(page);
}

/** Asks to sign what was written. */
async function review(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Check, then sign" }).click();
  await page.locator(".review").waitFor();
}

/** Signs it, with a reason for each finding that needs one. */
async function sign(page: Page): Promise<void> {
  await review(page);
  for (const reason of await page.locator(".finding textarea").all()) {
    await reason.fill("Tolerated in 2024, after allergy testing");
  }
  await page.getByRole("button", { name: "Sign, and return" }).click();
  await page.locator("[data-standing=waiting]").waitFor();
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
    name: "second",
    reach: async (page, desk) => {
      await signIn(page, desk, "cleo");
      await needsSecond(page);
      await typed(page, "pocketchart:/1");
      await page.locator("#second-password").waitFor();
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
  {
    name: "here-news",
    reach: async (page, desk) => {
      await visit(page, desk, ...WRITTEN);
      await page.locator("nav [aria-keyshortcuts=w]").click();
      await onScreen(page, "here");
      await desk.endAll();
      await page.locator(".news button").waitFor();
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
      await desk.endAll();
      await hasProblem(page, "desk-chart-ended");
    },
  },
  {
    name: "receipts",
    reach: async (page, desk) => {
      await chart(page, desk);
      await desk.endAll();
      await page.keyboard.press("r");
      await onScreen(page, "receipts");
    },
  },
  {
    name: "visits-of",
    reach: async (page, desk) => {
      await visit(page, desk, ...WRITTEN);
      await sign(page);
      await page.keyboard.press("Escape");
      await page.getByRole("button", { name: "Begin a visit" }).click();
      await page.locator("#visit-title").fill("Telephone call");
      await isSaved(page);
      await page.keyboard.press("Escape");
      await page.keyboard.press("Escape");
      await onScreen(page, "visits-of");
    },
  },
  { name: "visit", reach: (page, desk) => visit(page, desk, ...WRITTEN) },
  { name: "visit-closed", reach: (page, desk) => visit(page, desk, "profile", "allergies", "--append", "notes") },
  {
    name: "visit-files",
    reach: async (page, desk) => {
      await visit(page, desk, ...WRITTEN_WHOLE);
      const tookPlace = await addEntry(page, "encounter", "Say how it took place");
      await tookPlace("class").selectOption("virtual");
      await tookPlace("reason").fill("Laryngitis");
      await isSaved(page);
      await page.locator("#visit-file").setInputFiles(LETTER);
      await page.locator("[data-file]").waitFor();
    },
  },
  {
    name: "visit-review",
    reach: async (page, desk) => {
      await visit(page, desk, ...WRITTEN);
      await review(page);
    },
  },
  {
    name: "visit-differing",
    reach: async (page, desk) => {
      await visit(page, desk, ...WRITTEN);
      const other = await page.context().newPage();
      await other.goto(desk.origin);
      await onScreen(other, "scan");
      await other.keyboard.press("Escape");
      await other.keyboard.press("v");
      await other.locator("[data-visit]:has([data-standing=draft])").first().click();
      await other.locator("#visit-plan").fill("Voice rest for two weeks.\nTelephone call on Monday.");
      const diagnosis = await addEntry(other, "diagnoses", "Add a diagnosis");
      await diagnosis("text").fill("Reflux");
      await isSaved(other);
      await other.close();
      await page.locator("#visit-plan").fill("Voice rest for a week.\nCome back in ten days.");
      await page.locator(".differing").waitFor();
    },
  },
  {
    name: "visit-discarding",
    reach: async (page, desk) => {
      await visit(page, desk, ...WRITTEN);
      await page.getByRole("button", { name: "Discard the draft" }).click();
    },
  },
  {
    name: "visit-waiting",
    reach: async (page, desk) => {
      await visit(page, desk, ...WRITTEN);
      await sign(page);
    },
  },
  {
    name: "visit-returned",
    reach: async (page, desk) => {
      await signIn(page, desk, "cleo");
      const address = await beginVisit(page, desk, ...WRITTEN);
      await page.locator("#visit-title").fill("Hoarse voice");
      await page.locator("#visit-note").fill("Seen with her daughter. Better today.");
      await sign(page);
      await desk.phone.agrees(address);
      await page.getByRole("button", { name: "Try now" }).click();
      await page.locator("[data-standing=returned]").waitFor();
    },
  },
  {
    // As it is a week later: no test waits for that.
    name: "visit-not-returned",
    reach: async (page, desk) => {
      await visit(page, desk, ...WRITTEN);
      await sign(page);
      await page.route("**/return", async (route) => {
        const tried = (await (await route.fetch()).json()) as object;
        await route.fulfill({ json: { ...tried, state: "not-returned" } });
      });
      await page.getByRole("button", { name: "Try now" }).click();
      await page.locator("[data-standing=not-returned]").waitFor();
    },
  },
  {
    name: "visit-ended",
    reach: async (page, desk) => {
      await visit(page, desk, ...WRITTEN);
      await desk.endAll();
      await page.keyboard.press("Escape");
      await page.keyboard.press("Escape");
      await page.locator("[data-visit]").first().click();
      await page.locator(".written").waitFor();
    },
  },
  {
    name: "visits",
    reach: async (page, desk) => {
      await visit(page, desk, ...WRITTEN);
      await page.keyboard.press("Escape");
      await page.keyboard.press("v");
      await onScreen(page, "visits");
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

/** The desk asks for a second person until there is one. */
export async function needsSecond(page: Page): Promise<void> {
  await page.route("**/api/scan", (route) => {
    const asked = route.request().postDataJSON() as { second?: object };
    const error = { id: "desk-second-needed", message: "In an emergency one person alone does not open a chart.", next: "Call somebody.", counts: {} };
    return route.fulfill(asked.second === undefined ? { status: 409, json: { error } } : { status: 202, json: { found: "code", scan: "0".repeat(32), code: null } });
  });
}
