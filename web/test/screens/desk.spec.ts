import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { BRIDGE_STATES } from "../bridge-states.ts";
import { CHECKIN_STATES } from "../checkin-states.ts";
import { test } from "../desk-test.ts";
import { DESK_STATES } from "../desk-states.ts";
import { FINDING_STATES } from "../finding-states.ts";
import { MESSAGES_STATES } from "../messages-states.ts";
import { root } from "../places.ts";
import { PASSKEY_STATES } from "../passkey-states.ts";
import { RECONCILE_STATES } from "../reconcile-states.ts";

interface Look {
  language?: string;
  dark?: boolean;
  large?: boolean;
  print?: boolean;
  full?: boolean;
}

/** What is looked at: state, name of the picture, size, language, and whether it is dark, large or on paper. */
const PICTURES: [string, string, number, number, Look][] = [
  ["set-up", "set-up", 1024, 700, {}],
  ["sign-in", "sign-in-arabic", 1024, 600, { language: "ar" }],
  ["scan", "scan", 1280, 720, {}],
  ["compare", "compare", 1280, 720, {}],
  ["compare", "compare-spanish-dark", 1024, 720, { language: "es", dark: true }],
  ["passcode", "passcode", 1024, 720, {}],
  ["here", "here", 1280, 600, {}],
  ["here-news", "here-news", 1280, 800, { full: true }],
  ["here-news", "here-news-arabic-narrow", 390, 844, { language: "ar", full: true }],
  ["chart", "chart", 1280, 800, {}],
  ["section", "section", 1280, 800, {}],
  ["section", "section-dark-arabic", 1280, 800, { dark: true, language: "ar" }],
  ["section", "section-large-type", 1280, 800, { large: true }],
  ["section", "section-narrow", 390, 844, {}],
  ["section", "section-print", 794, 1123, { print: true }],
  ["not-opened", "not-opened", 1280, 600, {}],
  ["closing", "closing", 1280, 700, {}],
  ["ended", "ended", 1024, 500, {}],
  ["receipts", "receipts", 1280, 500, {}],
  ["visits-of", "visits-of", 1280, 700, {}],
  ["visits", "visits", 1280, 700, {}],
  ["visit", "visit", 1280, 800, {}],
  ["visit", "visit-dark-arabic", 1280, 800, { dark: true, language: "ar" }],
  ["visit", "visit-narrow", 390, 844, {}],
  ["visit-closed", "visit-closed", 1280, 700, {}],
  ["visit-files", "visit-files", 1280, 1000, { full: true }],
  ["visit-files", "visit-files-arabic-narrow", 390, 844, { language: "ar", full: true }],
  ["visit-review", "visit-review", 1280, 800, { full: true }],
  ["visit-differing", "visit-differing", 1280, 800, { full: true }],
  ["visit-waiting", "visit-waiting", 1280, 800, {}],
  ["visit-returned", "visit-returned", 1280, 700, {}],
  ["visit-not-returned", "visit-not-returned", 1280, 700, {}],
  ["visit-not-returned", "visit-print", 794, 1123, { print: true }],
  ["visit-ended", "visit-ended", 1280, 700, {}],
  ["system-new", "system-new", 1280, 900, { full: true }],
  ["system", "system", 1280, 1000, { full: true }],
  ["system-changing", "system-changing-spanish", 1024, 900, { language: "es", full: true }],
  ["there-candidates", "there-candidates", 1280, 1000, { full: true }],
  ["there-candidates", "there-candidates-narrow", 390, 844, { full: true }],
  ["there-confirming", "there-confirming-dark", 1280, 800, { dark: true }],
  ["there-exists", "there-exists", 1280, 900, { full: true }],
  ["there-linked", "there-linked-arabic", 1280, 800, { language: "ar" }],
  ["choose", "choose", 1280, 800, {}],
  ["approve", "approve", 1280, 800, {}],
  ["message-waiting", "message-waiting", 1280, 800, {}],
  ["message-conflict", "message-conflict", 1280, 1000, { full: true }],
  ["message-conflict", "message-conflict-dark-arabic", 1280, 1000, { dark: true, language: "ar", full: true }],
  ["outbox", "outbox", 1280, 800, {}],
  ["checkins", "checkins", 1280, 900, {}],
  ["checkin-new", "checkin-new", 1280, 1200, { full: true }],
  ["checkin-give", "checkin-give", 1280, 900, {}],
  ["checkin-give", "checkin-give-spanish", 1280, 900, { language: "es" }],
  ["checkin-answered", "checkin-answered", 1280, 1000, { full: true }],
  ["checkin-answered", "checkin-answered-dark-arabic", 1280, 1000, { dark: true, language: "ar", full: true }],
  ["checkin-answered", "checkin-answered-narrow", 390, 844, { full: true }],
  ["checkin-faults", "checkin-faults", 1280, 1000, { full: true }],
  ["answer-there", "answer-there", 1280, 1000, { full: true }],
  ["messages-of", "messages-of", 1280, 1000, { full: true }],
  ["here-answered", "here-answered", 1280, 600, {}],
  ["beside", "beside", 1280, 1000, { full: true }],
  ["beside", "beside-narrow", 390, 844, { full: true }],
  ["beside-results", "beside-results", 1280, 1000, { full: true }],
  ["beside-refused", "beside-refused", 1280, 800, {}],
  ["beside-contradiction", "beside-contradiction-dark-arabic", 1280, 1000, { dark: true, language: "ar", full: true }],
  ["beside-chosen", "beside-chosen-spanish", 1280, 1000, { language: "es", full: true }],
  ["beside-asking", "beside-asking", 1280, 900, { full: true }],
  ["beside-changed", "beside-changed", 1280, 1000, { full: true }],
  ["beside-done", "beside-done", 1280, 800, {}],
  ["result-there", "result-there", 1280, 1000, { full: true }],
  ["result-not-offered", "result-not-offered", 1280, 1000, { full: true }],
  ["found", "found", 1280, 800, {}],
  ["found-nothing", "found-nothing-narrow", 390, 844, { full: true }],
  ["trends", "trends", 1280, 800, {}],
  ["trend", "trend", 1280, 900, {}],
  ["trend", "trend-dark-arabic", 1280, 900, { dark: true, language: "ar" }],
  ["trend", "trend-narrow", 390, 844, { full: true }],
  ["trend", "trend-print", 794, 1123, { print: true }],
  ["entry", "entry", 1280, 800, {}],
  ["staff", "staff", 1280, 800, { full: true }],
  ["staff-passkeys", "staff-passkeys", 1280, 800, { full: true }],
  ["staff-passkeys-asking", "staff-passkeys-asking", 1280, 800, { full: true }],
  ["passkeys-none", "passkeys-none-spanish", 1024, 700, { language: "es", full: true }],
  ["passkeys-some", "passkeys-some", 1280, 900, { full: true }],
  ["passkeys-required", "passkeys-required-dark-arabic", 1024, 700, { dark: true, language: "ar", full: true }],
  ["log", "log", 1280, 800, {}],
  ["soon", "soon", 1280, 720, {}],
];

const folder = join(root, "docs/screens/desk");

for (const [name, file, width, height, { language = "en", dark = false, large = false, print = false, full = false }] of PICTURES) {
  test(`picture of the desk: ${file}`, async ({ page, desk }) => {
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ colorScheme: dark ? "dark" : "light" });
    await [...DESK_STATES, ...BRIDGE_STATES, ...CHECKIN_STATES, ...MESSAGES_STATES, ...RECONCILE_STATES, ...FINDING_STATES, ...PASSKEY_STATES].find((state) => state.name === name)!.reach(page, desk);
    if (language !== "en") {
      await page.locator("#language").selectOption(language);
      await page.locator(`html[lang=${language}]`).waitFor();
    }
    if (large) {
      await page.evaluate(() => (document.documentElement.style.fontSize = "34px"));
    }
    if (print) {
      await page.emulateMedia({ media: "print" });
    }
    await page.evaluate(() => {
      (document.activeElement as HTMLElement | null)?.blur();
      scrollTo(0, 0);
    });
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, `${file}.png`), await page.screenshot({ fullPage: full || print }));
  });
}
