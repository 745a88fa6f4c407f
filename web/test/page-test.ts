import { test as base, expect, type Browser, type Page } from "@playwright/test";
import { chromium } from "@playwright/test";
import { HealthHost } from "./host/health-host.ts";
import { PageHost } from "./host/page-host.ts";

/** The day on which all tests of the page are read. */
export const TODAY = new Date("2026-11-25T12:00:00Z");
export const today = Math.floor(TODAY.getTime() / 86_400_000);

export const CHROMIUM = process.env.CHROMIUM ?? "/usr/bin/chromium";
/** Chromium refuses to run as root with a sandbox. */
export const ARGUMENTS = ["--no-sandbox"];

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

/** Watches what must never happen; the answer lists what did. */
export async function watch(page: Page, origins: () => string[]): Promise<() => Promise<string[]>> {
  const seen: string[] = [];
  await page.exposeFunction("seen", (what: string) => seen.push(what));
  await page.addInitScript(() => {
    const { seen } = globalThis as unknown as { seen: (what: string) => void };
    addEventListener("securitypolicyviolation", (event) => seen(`policy: ${event.violatedDirective} ${event.blockedURI}`));
    addEventListener("error", (event) => seen(`error: ${event.message}`));
    addEventListener("unhandledrejection", (event) => seen(`rejection: ${String(event.reason)}`));
    Object.assign(globalThis, { pwned: () => seen("a script of foreign text ran") });
  });
  page.on("dialog", (dialog) => {
    seen.push("dialog");
    void dialog.dismiss();
  });
  page.on("request", (request) => {
    const { protocol, origin } = new URL(request.url());
    if (protocol !== "data:" && protocol !== "blob:" && !origins().includes(origin)) {
      seen.push(`asked ${origin}`);
    }
  });
  await page.clock.setFixedTime(TODAY);
  return async () => {
    await page.evaluate(() => undefined).catch(() => undefined);
    return seen;
  };
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
