import { test as base, expect, chromium, type Browser, type Page } from "@playwright/test";
import { ARGUMENTS, CHROMIUM, watch } from "./browser.ts";
import { DeskHost, PASSWORD } from "./host/desk-host.ts";
import { rest } from "./host/program.ts";

interface Fixtures {
  page: Page;
}
interface WorkerFixtures {
  desk: DeskHost;
  browser: Browser;
}

/** A test of the desk's pages: after each one, no script of foreign text has run, no policy was broken, and nobody else was asked. */
export const test = base.extend<Fixtures, WorkerFixtures>({
  desk: [
    async ({}, use) => {
      const desk = await DeskHost.withStaff();
      await use(desk);
      await desk.stop();
    },
    { scope: "worker" },
  ],
  browser: [
    async ({}, use) => {
      const browser = await chromium.launch({ executablePath: CHROMIUM, args: ARGUMENTS });
      await use(browser);
      await browser.close();
    },
    { scope: "worker" },
  ],
  page: async ({ browser, desk }, use) => {
    const context = await browser.newContext({ locale: "en-GB" });
    const page = await context.newPage();
    const watched = await watch(page, () => [desk.origin]);
    await use(page);
    expect(await watched()).toEqual([]);
    await context.close();
    await desk.phone.stop();
  },
});

export { expect };

/** Waits for a screen of that name. */
export async function onScreen(page: Page, name: string): Promise<void> {
  await expect(page.locator("#page")).toHaveAttribute("data-screen", name);
}

/** Waits for a problem. */
export async function hasProblem(page: Page, id: string): Promise<void> {
  await expect(page.locator("[data-problem]")).toHaveAttribute("data-problem", id);
}

export async function signIn(page: Page, desk: DeskHost, login: string, password = PASSWORD): Promise<void> {
  await page.goto(desk.origin);
  await onScreen(page, "sign-in");
  await page.locator("#login").fill(login);
  await page.locator("#password").fill(password);
  await page.keyboard.press("Enter");
  await expect(page.locator(".account")).toBeVisible();
}

/** Scans a code whose patient says yes. */
export async function scan(page: Page, desk: DeskHost, ...sections: string[]): Promise<void> {
  const { code, address } = await desk.open(...sections);
  const phone = await desk.phone.agrees(address);
  const said = rest(phone);
  await onScreen(page, "scan");
  await page.locator("#code").fill(code);
  await page.keyboard.press("Enter");
  await onScreen(page, "chart");
  await said;
}
