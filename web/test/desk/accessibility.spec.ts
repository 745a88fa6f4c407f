import { BRIDGE_STATES } from "../bridge-states.ts";
import { CHECKIN_STATES } from "../checkin-states.ts";
import { DESK_STATES } from "../desk-states.ts";
import { FINDING_STATES } from "../finding-states.ts";
import { expect, onScreen, scan, signIn, test } from "../desk-test.ts";
import { MESSAGES_STATES } from "../messages-states.ts";
import { PASSKEY_STATES } from "../passkey-states.ts";
import { RECONCILE_STATES } from "../reconcile-states.ts";
import { violations } from "../violations.ts";

const LANGUAGES = ["en", "es", "ar"];

for (const state of [...DESK_STATES, ...BRIDGE_STATES, ...CHECKIN_STATES, ...MESSAGES_STATES, ...RECONCILE_STATES, ...FINDING_STATES, ...PASSKEY_STATES]) {
  test(`axe finds nothing in any language: ${state.name}`, async ({ page, desk }) => {
    await state.reach(page, desk);
    for (const language of LANGUAGES) {
      await page.locator("#language").selectOption(language);
      await expect(page.locator("html")).toHaveAttribute("lang", language);
      await page.emulateMedia({ colorScheme: language === "ar" ? "dark" : "light", contrast: language === "es" ? "more" : "no-preference" });
      expect(await violations(page), language).toEqual([]);
      // Nothing is wider than a window of a quarter of the size, which is what 400 % leave of 1280.
      await page.setViewportSize({ width: 320, height: 640 });
      const wide = await page.evaluate(() => [...document.querySelectorAll("body *:not(.hidden)")].filter((it) => it.getBoundingClientRect().right > 320 || it.getBoundingClientRect().left < 0).map((it) => it.outerHTML.slice(0, 80)));
      expect(wide, language).toEqual([]);
      await page.setViewportSize({ width: 1280, height: 720 });
    }
  });
}

test("axe finds a planted fault", async ({ page, desk }) => {
  await page.goto(desk.origin);
  await onScreen(page, "sign-in");
  await page.evaluate(() => document.querySelector("main")!.append(document.createElement("input")));
  expect((await violations(page)).join()).toContain("label: ");
});

test("each language has its own words and direction", async ({ browser, desk }) => {
  for (const [locale, title, direction] of [
    ["en-US", "Sign in", "ltr"],
    ["es-MX", "Entrar", "ltr"],
    ["ar-EG", "دخول", "rtl"],
    ["fr-FR", "Sign in", "ltr"],
  ] as const) {
    const page = await browser.newPage({ locale });
    await page.goto(desk.origin);
    await onScreen(page, "sign-in");
    await expect(page.locator("h1")).toHaveText(title);
    await expect(page.locator("html")).toHaveAttribute("dir", direction);
    await page.close();
  }
});

test("refusals are said in the reader's language", async ({ page, desk }) => {
  await page.goto(desk.origin);
  await page.locator("#language").selectOption("es");
  await expect(page.locator("html")).toHaveAttribute("lang", "es");
  await page.locator("#login").fill("somebody");
  await page.locator("#password").fill("not the password");
  await page.keyboard.press("Enter");
  await expect(page.locator(".problem")).toContainText("El nombre y la contraseña no van juntos.");
  await expect(page.locator(".problem [lang=en]")).toHaveCount(0);
});

test("from signing in to a section by the keyboard alone", async ({ page, desk }) => {
  await page.goto(desk.origin);
  await onScreen(page, "sign-in");
  await expect(page.locator("#login")).toBeFocused();
  await page.keyboard.type("cleo");
  await page.keyboard.press("Tab");
  await page.keyboard.type("correct horse battery");
  await page.keyboard.press("Enter");
  await onScreen(page, "scan");
  await expect(page.locator("#code")).toBeFocused();
  await scan(page, desk, "profile", "allergies", "problems");
  await page.keyboard.press("3");
  await expect(page.locator(".content h2")).toBeFocused();
  await expect(page.locator(".content h2")).toHaveText("Problems");
  await page.keyboard.press("Escape");
  await expect(page.locator(".content h2")).toHaveText("Allergies");
  await page.keyboard.press("Escape");
  await onScreen(page, "here");
  await page.keyboard.press("Shift+?");
  await onScreen(page, "keys");
  await page.keyboard.press("s");
  await onScreen(page, "scan");
  // In a field a letter is a letter, until the field is left.
  await page.keyboard.type("w");
  await expect(page.locator("#code")).toHaveValue("w");
  await page.keyboard.press("Escape");
  await page.keyboard.press("w");
  await onScreen(page, "here");
});

test("allergies stay in view, and nothing that has the keyboard is behind them", async ({ page, desk }) => {
  await page.setViewportSize({ width: 640, height: 400 });
  await signIn(page, desk, "cleo");
  await scan(page, desk, "profile", "allergies", "results");
  await page.locator("[data-section=results]").click();
  await expect(page.locator(".content .entry")).not.toHaveCount(0);
  for (let press = 0; press < 12; press += 1) {
    await page.keyboard.press("Tab");
    const [top, bottom] = await page.evaluate(() => [document.activeElement!.getBoundingClientRect().bottom, document.querySelector(".banner")!.getBoundingClientRect().bottom]);
    expect(top!).toBeGreaterThan(bottom!);
    await expect(page.locator(".banner .chip").first()).toBeInViewport();
  }
});

test("with letters of twice the size the first allergy is in view", async ({ page, desk }) => {
  await signIn(page, desk, "cleo");
  await scan(page, desk, "profile", "allergies");
  await page.evaluate(() => (document.documentElement.style.fontSize = "34px"));
  const [chip, banner] = [page.locator(".banner .chip").first(), page.locator(".banner")];
  const bottom = async (of: typeof chip): Promise<number> => {
    const { y, height } = (await of.boundingBox())!;
    return y + height;
  };
  await expect(page.locator(".who .name")).toBeInViewport();
  expect(await bottom(chip)).toBeLessThanOrEqual(await bottom(banner));
});

test("on paper stands who says what, and nothing to press", async ({ page, desk }) => {
  await signIn(page, desk, "cleo");
  await scan(page, desk, "profile", "allergies");
  await page.emulateMedia({ media: "print" });
  await expect(page.locator("button:visible")).toHaveCount(0);
  await expect(page.locator(".allergies")).toBeVisible();
  await expect(page.locator(".entry").first()).toContainText("said by");
});
