import { test as base, expect, chromium, type Browser, type Locator, type Page } from "@playwright/test";
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
    const watched = await watch(page, () => [desk.origin, desk.named]);
    await use(page);
    expect(await watched()).toEqual([]);
    await context.close();
    await desk.phone.stop();
  },
});

export { expect, PASSWORD };

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

/** Scans a code whose patient says yes. The patient's address. */
export async function scan(page: Page, desk: DeskHost, ...sections: string[]): Promise<string> {
  const { code, address } = await desk.open(...sections);
  const phone = await desk.phone.agrees(address);
  const said = rest(phone);
  await onScreen(page, "scan");
  await page.locator("#code").fill(code);
  await page.keyboard.press("Enter");
  await onScreen(page, "chart");
  await said;
  return address;
}

/** What a patient opens who lets the clinic write. */
export const WRITTEN = ["profile", "allergies", ...["medications", "problems", "vitals", "notes"].flatMap((section) => ["--append", section])];

/** With how a visit took place, and its files. */
export const WRITTEN_WHOLE = [...WRITTEN, "--append", "encounters", "--append", "documents"];

/** A letter, as small as a PDF can be. */
export const LETTER = { name: "letter.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7\n1 0 obj\n<<>>\nendobj\n") };

/** Scans such a code, and begins a visit. The patient's address. */
export async function beginVisit(page: Page, desk: DeskHost, ...sections: string[]): Promise<string> {
  const address = await scan(page, desk, ...sections);
  await page.getByRole("button", { name: "Visits of this patient" }).click();
  await onScreen(page, "visits-of");
  await page.getByRole("button", { name: "Begin a visit" }).click();
  await onScreen(page, "visit");
  return address;
}

/** Waits until all that was typed is saved. */
export async function isSaved(page: Page): Promise<void> {
  await expect(page.locator(".saved")).toHaveText(/^Saved by /);
}

/** Adds an entry of a kind to a visit; its fields. */
export async function addEntry(page: Page, part: string, add: string): Promise<(name: string) => Locator> {
  const kind = page.locator(`[data-part=${part}]`);
  await kind.getByRole("button", { name: add }).click();
  const row = kind.locator("fieldset").last();
  return (name) => row.locator(`[data-field=${name}]`);
}
