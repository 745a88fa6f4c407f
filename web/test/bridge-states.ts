import type { Page } from "@playwright/test";
import { expect, hasProblem, onScreen, scan, signIn } from "./desk-test.ts";
import type { DeskState } from "./desk-states.ts";
import type { DeskHost } from "./host/desk-host.ts";
import { MARIA, type Ehr } from "./host/ehr.ts";

const OPENED = ["profile", "allergies", "problems", "medications", "results", "--read"];
/** Somebody else of the same name, who was born on another day. */
const OTHER = { ...MARIA, identifier: [{ system: "https://harbor.example/mrn", value: "7" }], name: [{ family: "Okafor", given: ["Maria"] }], gender: "male" };

/** The page on which patient of the clinic's own system this is. */
export async function there(page: Page, desk: DeskHost, login = "cleo"): Promise<void> {
  await desk.endAll();
  await signIn(page, desk, login);
  await scan(page, desk, ...OPENED);
  await page.getByRole("button", { name: "In the clinic’s system" }).click();
  await onScreen(page, "patient");
}

/** Confirms the patient who has the same identifier. */
export async function confirm(page: Page): Promise<void> {
  await page.locator(".candidate:has(td strong)").getByRole("button", { name: "This is the person" }).click();
  await page.getByRole("button", { name: "Yes, it is the same person" }).click();
  await expect(page.locator("main")).toContainText("Confirmed by");
}

/** Approves entries of a section, by their titles. */
export async function approve(page: Page, ...titles: string[]): Promise<void> {
  await page.getByRole("button", { name: "Choose what is written there" }).click();
  await onScreen(page, "choose");
  for (const title of titles) {
    await page.locator(".choice", { hasText: title }).first().getByRole("checkbox").check();
  }
  await page.getByRole("button", { name: "Look at what would be written" }).click();
  await page.getByRole("button", { name: "Approve and write" }).click();
  await onScreen(page, "message");
}

/** An entry that was written, and that somebody has changed there since; the clinic approves it once more. */
export async function conflict(page: Page, desk: DeskHost, change: object): Promise<Ehr> {
  const ehr = await desk.ehr(MARIA);
  await there(page, desk);
  await confirm(page);
  await approve(page, "Penicillin");
  await page.locator("[data-state=confirmed]").waitFor();
  const [written] = await ehr.all("AllergyIntolerance");
  await ehr.put({ ...written, ...change });
  await page.keyboard.press("w");
  await onScreen(page, "here");
  await page.locator("[data-chart]").click();
  await page.getByRole("button", { name: "In the clinic’s system" }).click();
  await approve(page, "Penicillin");
  await page.locator("[data-state=conflict]").waitFor();
  return ehr;
}

async function system(page: Page, desk: DeskHost): Promise<void> {
  await signIn(page, desk, "ada");
  await page.locator("nav [aria-keyshortcuts=e]").click();
  await onScreen(page, "system");
}

/** Every kind of screen that has to do with the clinic's own system. */
export const BRIDGE_STATES: DeskState[] = [
  {
    name: "system-new",
    reach: async (page, desk) => {
      await page.route("**/api/bridge", (route) => route.fulfill({ status: 409, json: { error: { id: "desk-bridge-not-set", message: "", next: "", counts: {} } } }));
      await system(page, desk);
    },
  },
  {
    name: "system",
    reach: async (page, desk) => {
      await desk.ehr();
      await system(page, desk);
      await page.getByRole("button", { name: "Show the keys" }).click();
      await page.locator("pre").waitFor();
      await page.getByText("The system takes keys for RS384 alone").click();
    },
  },
  {
    name: "system-changing",
    reach: async (page, desk) => {
      await desk.ehr();
      await system(page, desk);
      await page.getByRole("button", { name: "Set it anew" }).click();
      await page.locator("#access").selectOption("password");
      await page.locator("#base").fill("http://lakeside.example/fhir");
      await page.locator("#known-as").fill("desk");
      await page.locator("#secret").fill("a secret");
      await page.keyboard.press("Enter");
      await hasProblem(page, "desk-bridge-address");
      await page.getByText("It has a certificate of the clinic’s own authority").click();
    },
  },
  {
    name: "system-removing",
    reach: async (page, desk) => {
      await desk.ehr();
      await system(page, desk);
      await page.getByRole("button", { name: "Do not use it any more" }).click();
    },
  },
  {
    name: "there-candidates",
    reach: async (page, desk) => {
      await desk.ehr(MARIA, OTHER);
      await there(page, desk);
      await expect(page.locator(".candidate")).toHaveCount(2);
    },
  },
  {
    name: "there-confirming",
    reach: async (page, desk) => {
      await desk.ehr(MARIA);
      await there(page, desk);
      await page.getByRole("button", { name: "This is the person" }).click();
    },
  },
  {
    name: "there-nobody",
    reach: async (page, desk) => {
      await desk.ehr();
      await there(page, desk);
    },
  },
  {
    name: "there-exists",
    reach: async (page, desk) => {
      await desk.ehr(MARIA);
      await there(page, desk);
      await page.getByRole("button", { name: "Make a new patient there" }).click();
      await page.locator(".closing").getByRole("button", { name: "Make a new patient there" }).click();
      await hasProblem(page, "desk-bridge-exists");
    },
  },
  {
    name: "there-linked",
    reach: async (page, desk) => {
      await desk.ehr(MARIA);
      await there(page, desk);
      await confirm(page);
    },
  },
  {
    name: "there-not-reached",
    reach: async (page, desk) => {
      const ehr = await desk.ehr(MARIA);
      ehr.stop();
      await there(page, desk);
      await hasProblem(page, "desk-bridge-unreachable");
    },
  },
  {
    name: "choose",
    reach: async (page, desk) => {
      await desk.ehr(MARIA);
      await there(page, desk);
      await confirm(page);
      await page.getByRole("button", { name: "Choose what is written there" }).click();
      await page.locator(".choice").first().getByRole("checkbox").check();
    },
  },
  {
    name: "approve",
    reach: async (page, desk) => {
      await desk.ehr(MARIA);
      await there(page, desk);
      await confirm(page);
      await page.getByRole("button", { name: "Choose what is written there" }).click();
      await page.locator(".choice", { hasText: "Penicillin" }).getByRole("checkbox").check();
      await page.locator(".choice", { hasText: "Latex" }).getByRole("checkbox").check();
      await page.getByRole("button", { name: "Look at what would be written" }).click();
    },
  },
  {
    name: "message-confirmed",
    reach: async (page, desk) => {
      await desk.ehr(MARIA);
      await there(page, desk);
      await confirm(page);
      await approve(page, "Penicillin", "Latex");
      await expect(page.locator("[data-state=confirmed]")).toHaveCount(2);
    },
  },
  {
    name: "message-waiting",
    reach: async (page, desk) => {
      const ehr = await desk.ehr(MARIA);
      await there(page, desk);
      await confirm(page);
      ehr.stop();
      await approve(page, "Penicillin");
      await hasProblem(page, "desk-bridge-unreachable");
    },
  },
  {
    name: "message-conflict",
    reach: async (page, desk) => {
      await conflict(page, desk, { criticality: "low", note: [{ text: "Tolerated amoxicillin in 2025. Dr. Bell" }] });
      await page.getByRole("button", { name: "Decide" }).click();
    },
  },
  {
    name: "message-refused",
    reach: async (page, desk) => {
      const line = { title: "HbA1c", type: "Observation", entry: "x", left_out: ["encounter"], ours: "{}", beside: null, state: "refused", status: 422, said: ["Observation.code: this code is not known here"] };
      const message = { id: "0".repeat(32), chart: "0".repeat(32), patient: "Patient/7", person: null, by: { name: "Cleo Example", role: "clinician" }, at: 1_780_000_000, tries: 0, trouble: null, lines: [line] };
      await page.route("**/api/bridge/outbox", (route) => route.fulfill({ json: [message] }));
      await page.route("**/api/bridge/outbox/*", (route) => route.fulfill({ json: message }));
      await signIn(page, desk, "cleo");
      await page.locator("nav [aria-keyshortcuts=o]").click();
      await page.locator("[data-message]").click();
      await page.getByRole("button", { name: "Decide" }).click();
    },
  },
  {
    name: "outbox",
    reach: async (page, desk) => {
      await conflict(page, desk, { criticality: "low" });
      await page.keyboard.press("o");
      await onScreen(page, "outbox");
    },
  },
];
