import type { Page } from "@playwright/test";
import { onScreen, scan, signIn } from "./desk-test.ts";
import type { DeskState } from "./desk-states.ts";
import type { DeskHost } from "./host/desk-host.ts";

/** Sections that are opened to be read: their entries have names. */
export const READ = ["profile", "allergies", "medications", "problems", "results", "vitals", "--read"];

/** Whoever treats patients, with a chart that may be read. */
export async function chart(page: Page, desk: DeskHost, sections = READ): Promise<void> {
  await signIn(page, desk, "cleo");
  await scan(page, desk, ...sections);
}

/** Looks for words in a chart, by the keyboard. */
export async function find(page: Page, words: string): Promise<void> {
  await page.keyboard.press("/");
  await page.locator("#find").fill(words);
  await page.keyboard.press("Enter");
  await page.locator(".content h2", { hasText: words }).waitFor();
}

/** Shows a measure over time. */
export async function measure(page: Page, name: string): Promise<void> {
  await page.keyboard.press("Escape");
  await page.keyboard.press("t");
  await onScreen(page, "trends");
  await page.locator("[data-measure]", { hasText: name }).first().click();
  await page.locator(".content h2", { hasText: name }).waitFor();
  await page.locator(".drawing").waitFor();
}

/** Kinds of screens on which something is found in a chart. */
export const FINDING_STATES: DeskState[] = [
  {
    name: "found",
    reach: async (page, desk) => {
      await chart(page, desk, ["profile", "allergies", "problems", "results", "--read", "--append", "notes"]);
      await find(page, "diab");
      await page.locator(".content summary").first().click();
    },
  },
  {
    name: "found-nothing",
    reach: async (page, desk) => {
      await signIn(page, desk, "fay");
      await scan(page, desk, ...READ);
      await find(page, "hba1c");
    },
  },
  {
    name: "trends",
    reach: async (page, desk) => {
      await chart(page, desk, ["allergies", "results", "--read"]);
      await page.keyboard.press("t");
      await onScreen(page, "trends");
    },
  },
  {
    name: "trend",
    reach: async (page, desk) => {
      await chart(page, desk);
      await measure(page, "HbA1c");
    },
  },
  {
    name: "entry",
    reach: async (page, desk) => {
      await chart(page, desk);
      await page.locator("[data-section=results]").click();
      await page.locator(".content .entry summary").first().click();
      await page.getByRole("button", { name: "All that is known of it" }).first().click();
      await onScreen(page, "entry");
    },
  },
];
