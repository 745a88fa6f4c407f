import type { Page } from "@playwright/test";
import { onScreen, scan, signIn } from "./desk-test.ts";
import type { DeskState } from "./desk-states.ts";
import type { DeskHost } from "./host/desk-host.ts";

/** What a patient opens who can be written to. */
export const OPENED = ["profile", "allergies", "messages", "--read", "--later", "--append", "messages"];

const AT = 1_795_860_000;
const clinic = { from: "clinic", by: "Cleo Example", unread: false };
const patient = { from: "patient", by: null, arrived: null };
/** A thread with something of everybody's, and hostile text. */
const THREADS = {
  way: "ready",
  threads: [
    {
      messages: [
        { ...clinic, entry: "a", sent: AT, text: "Please come on Monday at nine, without breakfast.\nWater is fine.", arrived: AT + 60 },
        { ...patient, entry: "b", sent: AT + 600, text: 'May I take my <b>Prednisone</b> 1.50 mg? <img src=x onerror="pwned()"> \u202e', unread: true },
        { ...patient, from: "acts-for-patient", by: "Amina Okafor", entry: "c", sent: AT + 900, text: `I will drive her. ${"x".repeat(400)}`, unread: true },
      ],
    },
    { messages: [{ ...clinic, by: "Fay Example", entry: "d", sent: AT - 86_400, text: "Welcome.", arrived: null }] },
  ],
};
const LINE = { born: "1984-02-29", key_words: "abandon ability able about", latest: AT };
const LINES = [
  { ...LINE, chart: "1".repeat(32), name: "Maria Okafor", open: true, unread: 2 },
  { ...LINE, chart: "2".repeat(32), name: null, born: null, open: true, unread: 0 },
  { ...LINE, chart: "3".repeat(32), name: "<b>John</b>", open: false, unread: 0 },
];

async function listed(page: Page, lines: object[]): Promise<void> {
  await page.route("**/api/messages", (route) => route.fulfill({ json: lines }));
}

/** The messages of a chart that was scanned. */
export async function messagesOf(page: Page, desk: DeskHost, login: string, ...sections: string[]): Promise<void> {
  await signIn(page, desk, login);
  await scan(page, desk, ...sections);
  await page.getByRole("button", { name: "Messages", exact: true }).last().click();
  await onScreen(page, "messages-of");
}

/** The same, with what a server might say of it. */
async function filled(page: Page, desk: DeskHost): Promise<void> {
  await page.route(/\/api\/charts\/[0-9a-f]+\/messages$/, (route) => route.fulfill({ json: THREADS }));
  await messagesOf(page, desk, "fay", ...OPENED);
}

/** Every kind of screen that has to do with messages. */
export const MESSAGES_STATES: DeskState[] = [
  {
    name: "messages-none",
    reach: async (page, desk) => {
      await listed(page, []);
      await signIn(page, desk, "fay");
      await page.keyboard.press("Escape");
      await page.keyboard.press("m");
      await onScreen(page, "messages");
    },
  },
  {
    name: "messages",
    reach: async (page, desk) => {
      await listed(page, LINES);
      await signIn(page, desk, "fay");
      await page.keyboard.press("Escape");
      await page.keyboard.press("m");
      await onScreen(page, "messages");
    },
  },
  {
    name: "here-messages",
    reach: async (page, desk) => {
      await listed(page, LINES);
      await signIn(page, desk, "fay");
      await page.keyboard.press("Escape");
      await page.keyboard.press("w");
      await page.locator("[data-messages]").first().waitFor();
    },
  },
  { name: "messages-closed", reach: (page, desk) => messagesOf(page, desk, "fay", "profile", "allergies") },
  {
    name: "messages-of",
    reach: async (page, desk) => {
      await filled(page, desk);
      await page.getByRole("button", { name: "Answer" }).first().click();
      await page.locator("#message").fill("Yes, with a little water.");
    },
  },
  {
    name: "messages-leaving",
    reach: async (page, desk) => {
      await filled(page, desk);
      await page.getByRole("button", { name: "Write to the patient" }).click();
      await page.locator("#message").fill("Something");
      await page.keyboard.press("Escape");
      await page.keyboard.press("Escape");
      await page.locator(".closing").waitFor();
    },
  },
];
