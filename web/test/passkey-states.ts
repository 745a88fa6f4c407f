import type { Page } from "@playwright/test";
import type { DeskState } from "./desk-states.ts";
import { onScreen, PASSWORD } from "./desk-test.ts";
import type { DeskHost } from "./host/desk-host.ts";

/** Of one's own: one that was used, and one that other devices may have. */
const SOME = [
  { id: "1".repeat(32), name: "my phone", host: "localhost", made: 1_795_000_000, used: 1_795_600_000, synced: true },
  { id: "2".repeat(32), name: "the key on my ring", host: "localhost", made: 1_795_100_000, used: null, synced: false },
];

/** Somebody signs in at the desk as it is called by a name. */
async function byName(page: Page, desk: DeskHost, login: string): Promise<void> {
  await page.goto(desk.named);
  await onScreen(page, "sign-in");
  await page.locator("#login").fill(login);
  await page.locator("#password").fill(PASSWORD);
  await page.keyboard.press("Enter");
  await page.locator(".account").waitFor();
}

async function own(page: Page, desk: DeskHost, all: object[]): Promise<void> {
  await page.route("**/api/passkeys", (route) => route.fulfill({ json: all }));
  await byName(page, desk, "cleo");
  await page.getByRole("button", { name: "Passkeys" }).click();
  await onScreen(page, "passkeys");
}

/** An administrator's page, where everybody has passkeys but the front desk. */
async function staff(page: Page, desk: DeskHost, passkey: "required" | "optional"): Promise<void> {
  await page.route("**/api/staff/passkeys", async (route) => {
    const { accounts } = (await (await route.fetch()).json()) as { accounts: { account: string }[] };
    await route.fulfill({ json: { passkey, accounts: accounts.map((it, at) => ({ ...it, passkeys: [2, 1, 0][at % 3] })) } });
  });
  await byName(page, desk, "ada");
  await page.locator("nav [aria-keyshortcuts=a]").click();
  await onScreen(page, "staff");
}

/** States of passkeys. What the desk says of them is put in its answers; `passkeys.spec.ts` makes real ones. */
export const PASSKEY_STATES: DeskState[] = [
  { name: "passkeys-none", reach: (page, desk) => own(page, desk, []) },
  { name: "passkeys-some", reach: (page, desk) => own(page, desk, SOME) },
  {
    name: "passkeys-removing",
    reach: async (page, desk) => {
      await own(page, desk, SOME);
      await page.getByRole("button", { name: "Remove: my phone" }).click();
    },
  },
  {
    name: "passkeys-required",
    reach: async (page, desk) => {
      await page.route("**/api/session", async (route) => {
        const response = await route.fetch();
        const said = (await response.json()) as object;
        await route.fulfill({ response, json: "account" in said ? { ...said, must_add_passkey: true } : said });
      });
      await page.route("**/api/passkeys", (route) => route.fulfill({ json: [] }));
      await byName(page, desk, "cleo");
      await onScreen(page, "passkeys");
    },
  },
  { name: "staff-passkeys", reach: (page, desk) => staff(page, desk, "required") },
  {
    name: "staff-passkeys-asking",
    reach: async (page, desk) => {
      await staff(page, desk, "optional");
      const member = page.locator("details.member", { has: page.getByRole("button", { name: /^Remove all passkeys/, includeHidden: true }) }).first();
      await member.locator("summary").click();
      await member.getByRole("button", { name: /^Remove all passkeys/ }).click();
      await page.locator(".member .closing h2").waitFor();
    },
  },
];
