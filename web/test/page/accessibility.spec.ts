import { fullCard } from "../cards.ts";
import { expect, onScreen, openCode, test } from "../page-test.ts";
import { STATES } from "../states.ts";
import { violations } from "../violations.ts";

const LANGUAGES = ["en", "es", "fr", "de", "ar", "zh"];

for (const state of STATES) {
  test(`axe finds nothing in any language: ${state.name}`, async ({ page, pages, health }) => {
    test.setTimeout(300_000);
    await state.reach(page, pages, health);
    for (const language of LANGUAGES) {
      await page.locator("#language").selectOption(language);
      await expect(page.locator("html")).toHaveAttribute("lang", language);
      // What is folded is looked at in one language: colours and parts are the same in all.
      const isOpen = language === "en";
      await page.evaluate((isOpen) => document.querySelectorAll("details").forEach((it) => (it.open = isOpen)), isOpen);
      await page.emulateMedia({ colorScheme: language === "ar" ? "dark" : "light" });
      expect(await violations(page), language).toEqual([]);
      // Nothing is wider than a small phone, nor than one with letters twice as large.
      await page.setViewportSize({ width: 320, height: 640 });
      await page.evaluate(() => (document.documentElement.style.fontSize = "34px"));
      const wide = await page.evaluate(() => [...document.querySelectorAll("body *")].filter((it) => it.getBoundingClientRect().right > 320 || it.getBoundingClientRect().left < 0).map((it) => it.outerHTML.slice(0, 80)));
      expect(wide, language).toEqual([]);
      await page.evaluate(() => (document.documentElement.style.fontSize = ""));
      await page.setViewportSize({ width: 1280, height: 720 });
    }
    health.asked.splice(0);
  });
}

test("axe finds a planted fault", async ({ page, pages }) => {
  await page.goto(pages.origin);
  await onScreen(page, "start");
  await page.evaluate(() => document.querySelector("main")!.append(document.createElement("input")));
  expect((await violations(page)).join()).toContain("label: ");
});

test("each language has its own words and direction", async ({ browser, pages }) => {
  for (const [locale, title, direction] of [
    ["en-US", "Allergies", "ltr"],
    ["es-MX", "Alergias", "ltr"],
    ["fr-CA", "Allergies", "ltr"],
    ["de-CH", "Allergien", "ltr"],
    ["ar-EG", "الحساسية", "rtl"],
    ["zh-CN", "过敏", "ltr"],
    ["nl-NL", "Allergies", "ltr"],
  ] as const) {
    const page = await browser.newPage({ locale, serviceWorkers: "block" });
    await openCode(page, pages, await fullCard());
    await onScreen(page, "shown");
    await expect(page.locator(".allergies h2")).toHaveText(title);
    await expect(page.locator("html")).toHaveAttribute("dir", direction);
    await page.close();
  }
});

test("all can be done with the keyboard, and what is new is announced", async ({ page, pages }) => {
  await page.goto(pages.origin);
  await onScreen(page, "start");
  const names: string[] = [];
  for (let press = 0; press < 5; press += 1) {
    await page.keyboard.press("Tab");
    names.push(await page.evaluate(() => document.activeElement?.id || document.activeElement?.textContent || ""));
  }
  expect(names).toEqual(["language", "Scan a code", "picture", "pasted", "Read"]);
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.insertText("hello");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("alert")).toContainText("This page cannot read that");
  await page.locator("#pasted").focus();
  await page.keyboard.insertText(`pocketchart:/${await fullCard()}`);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await onScreen(page, "shown");
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("H1");
  await expect(page.getByRole("heading", { level: 2 }).first()).toHaveText("Allergies");
  for (const name of ["language", "+44 20 7946 0000", "020 7946 0001", "Code"]) {
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.id || document.activeElement?.textContent)).toBe(name);
  }
  await page.keyboard.press("Enter");
  await expect(page.locator("details").first()).toHaveAttribute("open", "");
});

test("on paper stands all of it, and nothing to press", async ({ page, pages }) => {
  await openCode(page, pages, await fullCard());
  await onScreen(page, "shown");
  await page.emulateMedia({ media: "print" });
  await expect(page.locator(".buttons")).toBeHidden();
  await expect(page.locator(".allergies")).toBeVisible();
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  await expect(page.locator("details:not([open])")).toHaveCount(0);
});
