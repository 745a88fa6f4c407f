import type { Browser, BrowserContext, Page } from "@playwright/test";
import { watch } from "../browser.ts";
import { needsSecond } from "../desk-states.ts";
import { expect, hasProblem, onScreen, test } from "../desk-test.ts";
import { DeskHost, PASSWORD } from "../host/desk-host.ts";
import { violations } from "../violations.ts";

/** A page of a browser whose device has passkeys, and asks for a finger that is always there. */
async function withDevice(browser: Browser, desk: DeskHost): Promise<{ page: Page; context: BrowserContext; watched: () => Promise<string[]> }> {
  const context = await browser.newContext({ locale: "en-GB" });
  const page = await context.newPage();
  const watched = await watch(page, () => [desk.named]);
  const device = await context.newCDPSession(page);
  await device.send("WebAuthn.enable");
  const options = { protocol: "ctap2", transport: "internal", hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true } as const;
  await device.send("WebAuthn.addVirtualAuthenticator", { options });
  await page.goto(desk.named);
  await onScreen(page, "sign-in");
  return { page, context, watched };
}

async function byPassword(page: Page, login: string, password = PASSWORD): Promise<void> {
  await page.locator("#login").fill(login);
  await page.locator("#password").fill(password);
  await page.keyboard.press("Enter");
}

async function add(page: Page, name: string): Promise<void> {
  await onScreen(page, "passkeys");
  await page.locator("#passkey-name").fill(name);
  await page.locator("#password").fill(PASSWORD);
  await page.keyboard.press("Enter");
}

const byPasskey = async (page: Page): Promise<void> => {
  await page.getByRole("button", { name: "Sign in with a passkey" }).focus();
  await page.keyboard.press("Enter");
};

/** Nothing is wrong for who hears or enlarges a page, in any language. */
async function isAccessible(page: Page): Promise<void> {
  for (const language of ["es", "ar", "en"]) {
    await page.locator("#language").selectOption(language);
    await expect(page.locator("html")).toHaveAttribute("lang", language);
    expect(await violations(page), language).toEqual([]);
    await page.setViewportSize({ width: 320, height: 640 });
    const wide = await page.evaluate(() => [...document.querySelectorAll("body *:not(.hidden)")].filter((it) => it.getBoundingClientRect().right > 320 || it.getBoundingClientRect().left < 0).map((it) => it.outerHTML.slice(0, 80)));
    expect(wide, language).toEqual([]);
    await page.setViewportSize({ width: 1280, height: 720 });
  }
}

test("a passkey is made, opens the desk by the keyboard, and opens nothing once it is removed", async ({ browser, desk }) => {
  const { page, context, watched } = await withDevice(browser, desk);
  await isAccessible(page);
  await byPassword(page, "cleo");
  await onScreen(page, "scan");
  await page.getByRole("button", { name: "Passkeys" }).click();
  await expect(page.locator("main")).toContainText("You have no passkey yet.");
  await page.locator("#passkey-name").fill("my phone");
  await page.locator("#password").fill("not the password");
  await page.keyboard.press("Enter");
  await hasProblem(page, "desk-wrong-password");
  await expect(page.locator("#passkey-name"), "what was typed stays").toHaveValue("my phone");
  await add(page, "my phone");
  await expect(page.locator(".told")).toContainText("The passkey was added.");
  await expect(page.locator(".passkey")).toContainText("my phone");
  await expect(page.locator(".passkey")).toContainText("Works at: localhost");
  await isAccessible(page);
  await add(page, "again");
  await hasProblem(page, "deskPasskeyKnown");
  await page.getByRole("button", { name: "Sign out" }).click();
  await onScreen(page, "sign-in");
  await byPasskey(page);
  await onScreen(page, "scan");

  await page.getByRole("button", { name: "Passkeys" }).click();
  await expect(page.locator(".passkey")).not.toContainText("not yet");
  await page.getByRole("button", { name: "Remove: my phone" }).click();
  await expect(page.locator(".closing h2")).toBeFocused();
  await isAccessible(page);
  // Without a password the passkey itself is asked for.
  await page.locator("main").getByRole("button", { name: "Remove" }).click();
  await expect(page.locator(".told")).toContainText("The passkey was removed.");
  await page.getByRole("button", { name: "Sign out" }).click();
  await onScreen(page, "sign-in");
  await byPasskey(page);
  await hasProblem(page, "desk-passkey-wrong");
  expect(await watched()).toEqual([]);
  await context.close();
});

test("by an address the page says why there are no passkeys", async ({ page, desk }) => {
  await page.goto(desk.origin);
  await onScreen(page, "sign-in");
  await expect(page.getByRole("button", { name: "Sign in with a passkey" })).toHaveCount(0);
  await expect(page.locator("main")).toContainText("Passkeys work only where this page is called by a name");
  await byPassword(page, "fay");
  await onScreen(page, "scan");
  await page.getByRole("button", { name: "Passkeys" }).click();
  await onScreen(page, "passkeys");
  await expect(page.locator("main")).toContainText("Passkeys work only where this page is called by a name");
  expect(await violations(page)).toEqual([]);
});

test("who stands by an emergency uses their passkey", async ({ browser, desk }) => {
  const { page, context } = await withDevice(browser, desk);
  await byPassword(page, "fay");
  await onScreen(page, "scan");
  await page.getByRole("button", { name: "Passkeys" }).click();
  await add(page, "fay’s key");
  await expect(page.locator(".told")).toBeVisible();
  await page.getByRole("button", { name: "Sign out" }).click();
  await onScreen(page, "sign-in");
  await byPassword(page, "cleo");
  await onScreen(page, "scan");
  await needsSecond(page);
  await page.route("**/api/scan/*", (route) => route.fulfill({ json: { state: "calling" } }));
  await page.locator("#code").fill("pocketchart:/123");
  await page.keyboard.press("Enter");
  await page.locator("#reason").fill("found unconscious");
  const asked = page.waitForRequest("**/api/scan");
  await page.getByRole("button", { name: "They use their passkey" }).click();
  const { reason, second } = (await asked).postDataJSON() as { reason: string; second: { passkey: { credential: { type: string } } } };
  expect([reason, second.passkey.credential.type]).toEqual(["found unconscious", "public-key"]);
  await expect(page.locator(".wait h2")).toHaveText("Asking the patient’s phone…");
  await context.close();
});

test("where a passkey is required nothing is seen before there is one", async ({ browser }) => {
  const desk = await DeskHost.withStaff();
  const { page: ada, context, watched } = await withDevice(browser, desk);
  await byPassword(ada, "ada");
  await onScreen(ada, "staff");
  await ada.getByLabel("Everybody needs a passkey").check();
  const save = ada.locator("form", { has: ada.locator("#passkeys-required") }).getByRole("button", { name: "Save" });
  await save.click();
  await hasProblem(ada, "desk-passkey-own-first");
  await ada.getByRole("button", { name: "Passkeys" }).click();
  await add(ada, "Ada’s key");
  await expect(ada.locator(".told")).toBeVisible();
  await ada.locator("nav [aria-keyshortcuts=a]").click();
  await expect(ada.locator("main")).toContainText("2 people who may sign in have no passkey.");
  await ada.getByLabel("Everybody needs a passkey").check();
  await save.click();
  await expect(ada.locator("[data-problem]")).toHaveCount(0);
  await expect(ada.locator("#passkeys-required")).toBeChecked();
  await isAccessible(ada);

  const { page: cleo, context: other } = await withDevice(browser, desk);
  await byPassword(cleo, "cleo");
  await hasProblem(cleo, "desk-passkey-required");
  await ada.locator("[data-login=cleo] summary").click();
  await ada.locator("[data-login=cleo]").getByLabel("New first password").fill("the second first password");
  await ada.keyboard.press("Enter");
  await expect(ada.locator("[data-login=cleo]")).toContainText("has not chosen a password yet");
  await byPassword(cleo, "cleo", "the second first password");
  await onScreen(cleo, "password");
  await cleo.locator("#old").fill("the second first password");
  await cleo.locator("#new").fill(PASSWORD);
  await cleo.locator("#again").fill(PASSWORD);
  await cleo.keyboard.press("Enter");
  await onScreen(cleo, "passkeys");
  await expect(cleo.locator("main")).toContainText("This clinic requires a passkey.");
  await expect(cleo.locator("nav")).toHaveCount(0);
  await isAccessible(cleo);
  await add(cleo, "Cleo’s phone");
  await onScreen(cleo, "scan");

  // Lost: it is taken back at once, and opens nothing any more.
  await ada.locator("nav [aria-keyshortcuts=a]").click();
  await ada.locator("[data-login=cleo] summary").click();
  const member = ada.locator("[data-login=cleo]");
  const remove = member.getByRole("button", { name: "Remove all passkeys" });
  await remove.click();
  await expect(member.locator(".closing h2"), "it is asked once more").toBeFocused();
  await isAccessible(ada);
  await member.locator(".closing h2").press("Escape");
  await onScreen(ada, "staff");
  await expect(remove).toBeFocused();
  await remove.press("Enter");
  await member.getByRole("button", { name: "Keep them" }).click();
  await expect(member).not.toContainText("no passkey");
  await remove.click();
  await member.getByRole("button", { name: "Remove them" }).click();
  await expect(ada.locator("[data-login=cleo]")).toContainText("no passkey");
  await cleo.keyboard.press("Escape");
  await cleo.keyboard.press("w");
  await onScreen(cleo, "sign-in");
  await byPasskey(cleo);
  await hasProblem(cleo, "desk-passkey-wrong");
  expect(await watched()).toEqual([]);
  await other.close();
  await context.close();
  await desk.stop();
});
