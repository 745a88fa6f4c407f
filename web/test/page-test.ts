import { test as base, expect, type Browser, type Page } from "@playwright/test";
import { chromium } from "@playwright/test";
import { ARGUMENTS, CHROMIUM, watch as watchBrowser } from "./browser.ts";
import { HealthHost } from "./host/health-host.ts";
import { PageHost } from "./host/page-host.ts";

/** The day on which all tests of the page are read. */
export const TODAY = new Date("2026-11-25T12:00:00Z");
export const today = Math.floor(TODAY.getTime() / 86_400_000);

export { ARGUMENTS, CHROMIUM };

interface Fixtures {
  page: Page;
  /** Origins that the page may ask, besides those of all tests. */
  allowed: string[];
}
interface WorkerFixtures {
  pages: PageHost;
  health: HealthHost;
  browser: Browser;
}

/** A test of the page: after each one, no script of foreign text has run, no policy was broken, and nobody else was asked. */
export const test = base.extend<Fixtures, WorkerFixtures>({
  pages: [
    async ({}, use) => {
      const host = await PageHost.start();
      await use(host);
      host.stop();
    },
    { scope: "worker" },
  ],
  health: [
    async ({}, use) => {
      const host = await HealthHost.start();
      await use(host);
      host.stop();
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
  allowed: async ({}, use) => use([]),
  page: async ({ browser, pages, health, allowed }, use) => {
    const context = await browser.newContext({ ignoreHTTPSErrors: true, locale: "en-GB", serviceWorkers: "block" });
    const page = await context.newPage();
    const watched = await watch(page, () => [pages.origin, health.origin, ...allowed]);
    await use(page);
    expect(await watched()).toEqual([]);
    pages.instead.clear();
    await context.close();
  },
});

/** Watches what must never happen, on the day of all tests of the page; the answer lists what did. */
export async function watch(page: Page, origins: () => string[]): Promise<() => Promise<string[]>> {
  await page.clock.setFixedTime(TODAY);
  return watchBrowser(page, origins);
}

/** Opens a code by its address, as a camera of a phone does. */
export async function openCode(page: Page, pages: PageHost, fragment: string): Promise<void> {
  await page.goto("about:blank");
  await page.goto(`${pages.origin}/#${fragment}`);
}

/** Waits for a screen of that kind. */
export async function onScreen(page: Page, kind: string): Promise<void> {
  await expect(page.locator("#page")).toHaveAttribute("data-screen", kind);
}

/** Waits for a problem. */
export async function hasProblem(page: Page, id: string): Promise<void> {
  await expect(page.locator("[data-problem]")).toHaveAttribute("data-problem", id);
}

/** The names of the remarks on who says so and how old it is. */
export function marks(page: Page): Promise<(string | null)[]> {
  return page.locator("[data-mark]").evaluateAll((all) => all.map((it) => it.getAttribute("data-mark")));
}

export { expect };
