import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../places.ts";
import { test } from "../page-test.ts";
import { STATES } from "../states.ts";

/** What is looked at: state, name of the picture, size, language, and whether it is dark, large or on paper. */
const PICTURES: [string, string, number, number, { language?: string; dark?: boolean; large?: boolean; print?: boolean; full?: boolean }][] = [
  ["start", "start-phone", 390, 844, {}],
  ["start", "start-phone-dark", 390, 844, { dark: true }],
  ["card", "card-phone", 390, 844, { full: true }],
  ["card", "card-phone-dark-arabic", 390, 844, { dark: true, language: "ar", full: true }],
  ["card", "card-phone-large-type", 390, 844, { large: true }],
  ["card", "card-tablet-chinese", 820, 1180, { language: "zh" }],
  ["card", "card-print", 794, 1123, { print: true }],
  ["card-overdue", "card-overdue-phone", 390, 844, {}],
  ["card-empty", "card-empty-phone", 390, 844, {}],
  ["record", "record-tablet", 820, 1180, {}],
  ["health-card", "health-card-phone-german", 390, 844, { language: "de" }],
  ["ask", "ask-phone", 390, 844, {}],
  ["wrong-passcode", "wrong-passcode-phone-dark-french", 390, 844, { dark: true, language: "fr" }],
  ["emergency", "emergency-phone", 390, 844, { full: true }],
  ["emergency", "emergency-phone-dark-arabic", 390, 844, { dark: true, language: "ar", full: true }],
  ["told", "told-phone", 390, 844, {}],
  ["told", "told-phone-german", 390, 844, { language: "de" }],
  ["copy", "copy-phone", 390, 844, { full: true }],
  ["not-given", "not-given-phone", 390, 844, {}],
  ["altered", "altered-phone", 390, 844, {}],
  ["altered", "altered-phone-arabic", 390, 844, { language: "ar" }],
  ["gone", "gone-phone-spanish", 390, 844, { language: "es" }],
  ["plain", "plain-phone", 390, 844, {}],
];

const folder = join(root, "docs/screens/web");

for (const [name, file, width, height, { language = "en", dark = false, large = false, print = false, full = false }] of PICTURES) {
  test(`picture ${file}`, async ({ page, pages, health }) => {
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ colorScheme: dark ? "dark" : "light", media: print ? "print" : "screen" });
    await STATES.find((state) => state.name === name)!.reach(page, pages, health);
    if (language !== "en") {
      await page.locator("#language").selectOption(language);
      await page.locator(`html[lang=${language}]`).waitFor();
    }
    if (large) {
      await page.evaluate(() => (document.documentElement.style.fontSize = "34px"));
    }
    if (print) {
      await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    }
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, `${file}.png`), await page.screenshot({ fullPage: full || print }));
    health.asked.splice(0);
  });
}
