import { expect, hasProblem, onScreen, scan, signIn, test } from "../desk-test.ts";
import { DeskHost, PASSWORD } from "../host/desk-host.ts";
import { watch } from "../browser.ts";
import { needsSecond } from "../desk-states.ts";

test("a clinic begins: the first account, somebody at the front, and a password of their own", async ({ browser }) => {
  const desk = await DeskHost.start();
  const page = await browser.newPage();
  const watched = await watch(page, () => [desk.origin]);
  await page.goto(desk.origin);
  await onScreen(page, "set-up");
  await page.locator("#secret").fill("0".repeat(32));
  await page.locator("#name").fill("Ada Admin");
  await page.locator("#login").fill("ada");
  await page.locator("#password").fill(PASSWORD);
  await page.keyboard.press("Enter");
  await hasProblem(page, "desk-wrong-secret");
  await expect(page.locator("#name"), "what was typed stays").toHaveValue("Ada Admin");
  await page.locator("#secret").fill(desk.secret);
  await page.keyboard.press("Enter");
  await onScreen(page, "staff");
  await expect(page.locator("nav button")).toHaveCount(3);
  await page.locator("#name").fill("Fay Front");
  await page.locator("#login").fill("fay");
  await page.locator("#password").fill("the first password");
  await page.keyboard.press("Enter");
  await expect(page.locator("[data-login=fay]")).toContainText("has not chosen a password yet");
  await page.getByRole("button", { name: "Sign out" }).click();
  await onScreen(page, "sign-in");

  await page.locator("#login").fill("fay");
  await page.locator("#password").fill("the first password");
  await page.keyboard.press("Enter");
  await onScreen(page, "password");
  await expect(page.locator("nav")).toHaveCount(0);
  await page.locator("#old").fill("the first password");
  await page.locator("#new").fill("another good password");
  await page.locator("#again").fill("another good passwort");
  await page.keyboard.press("Enter");
  await hasProblem(page, "uiPasswordsDiffer");
  await page.locator("#again").fill("another good password");
  await page.keyboard.press("Enter");
  await onScreen(page, "scan");
  expect(await watched()).toEqual([]);
  await page.close();
  await desk.stop();
});

test("scan, the same six digits on both screens, allergies, a section, and the end", async ({ page, desk }) => {
  await signIn(page, desk, "cleo");
  const { code, address } = await desk.open("profile", "allergies", "medications", "results", "vitals", "notes");
  const phone = await desk.phone.asks(address);
  let said = "";
  phone.child.stdout!.on("data", (part: Buffer) => (said += part.toString()));
  await page.locator("#code").fill(code);
  await page.keyboard.press("Enter");
  const digits = page.locator(".digits");
  await expect(digits).toHaveText(/^\d{3}\s?\d{3}$/);
  await expect(page.locator(".wait")).toContainText("the same six digits");
  await expect.poll(() => said).toContain((await digits.textContent())!);
  phone.child.stdin!.write("yes\n");
  await onScreen(page, "chart");
  await expect(page.locator(".who .name")).toContainText("Okafor");
  await expect(page.locator(".banner .chip").first()).toContainText("Penicillin");
  await expect(page.locator(".banner .chip").first()).toContainText("severe");
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("H1");

  await page.keyboard.press("4");
  const section = page.locator(".content");
  await expect(section.locator("h2")).toHaveText("Results");
  await expect(section.locator(".entry").first()).toBeVisible();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(section.locator("details[open] .sources li").first()).toContainText(/said by .* · written down on/);
  await expect(page.locator(".banner .chip").first(), "allergies stay in view").toBeInViewport();

  await page.getByRole("button", { name: "Close the chart" }).click();
  await expect(page.locator(".closing h2")).toBeFocused();
  await page.getByRole("button", { name: "Keep it open" }).click();
  await expect(section).toContainText("Results");
  await page.getByRole("button", { name: "Close the chart" }).click();
  await page.getByRole("button", { name: "Close and delete" }).click();
  await onScreen(page, "here");
  await expect(page.locator(".told")).toContainText("deleted, with its keys");
  await expect(page.locator("body")).not.toContainText("Penicillin");
  await page.keyboard.press("r");
  await onScreen(page, "receipts");
  await expect(page.locator("tbody tr").first()).toContainText("closed at the desk");
  await expect(page.getByRole("columnheader", { name: "Patient told" })).toBeVisible();
  await expect(page.locator("tbody tr").first()).toContainText(/not yet|the phone has it/);
});

test("a no is told, and what to do", async ({ page, desk }) => {
  await signIn(page, desk, "fay");
  const { code, address } = await desk.open("allergies");
  const phone = await desk.phone.asks(address);
  await page.locator("#code").fill(code);
  await page.keyboard.press("Enter");
  await expect(page.locator(".digits")).toBeVisible();
  phone.child.stdin!.write("no\n");
  await hasProblem(page, "redeem-declined");
  await expect(page.locator(".problem")).toContainText("The patient said no.");
  await expect(page.locator(".problem")).toContainText("do not try again in this network");
});

test("what is no code, and a phone that is not there", async ({ page, desk }) => {
  await signIn(page, desk, "fay");
  await page.locator("#code").fill("https://example.org");
  await page.keyboard.press("Enter");
  await hasProblem(page, "uiNoCode");
  const { code } = await desk.open("allergies");
  await page.locator("#code").fill(code);
  await page.keyboard.press("Enter");
  await hasProblem(page, "redeem-no-connection");
  await expect(page.locator(".problem")).not.toContainText("pocketchart serve");
});

test("through a relay: the passcode is asked for, and how many wrong ones are left", async ({ page, desk }) => {
  await signIn(page, desk, "cleo");
  const code = await desk.openAtRelay("424242", "profile", "allergies", "--read");
  // Typed by a scanner, on another page.
  await page.getByRole("button", { name: "Receipts" }).click();
  await onScreen(page, "receipts");
  await page.keyboard.type(code);
  await page.keyboard.press("Enter");
  await hasProblem(page, "redeem-needs-passcode");
  await expect(page.locator("#passcode")).toBeFocused();
  await page.keyboard.type("111111");
  await page.keyboard.press("Enter");
  await hasProblem(page, "redeem-wrong-passcode");
  await expect(page.locator(".problem")).toContainText("9 more may be tried");
  await page.keyboard.type("424242");
  await page.keyboard.press("Enter");
  await onScreen(page, "chart");
  await expect(page.locator(".banner")).toContainText("Penicillin");
});

test("the front desk sees what registration needs, a clinician all, an administrator no patient", async ({ page, desk }) => {
  await signIn(page, desk, "fay");
  await scan(page, desk, "profile", "allergies", "problems", "coverage");
  await expect(page.locator(".sections button")).toHaveCount(3);
  await expect(page.locator(".sections")).toContainText("for clinicians: Problems");
  await page.getByRole("button", { name: "Sign out" }).click();
  await onScreen(page, "sign-in");
  await expect(page.locator("body")).not.toContainText("Okafor");
  await signIn(page, desk, "cleo");
  await page.keyboard.press("Escape");
  await page.keyboard.press("w");
  await onScreen(page, "here");
  await page.locator("[data-chart]").first().click();
  await onScreen(page, "chart");
  await expect(page.locator(".sections button")).toHaveCount(4);
  await page.getByRole("button", { name: "Sign out" }).click();
  await signIn(page, desk, "ada");
  await onScreen(page, "staff");
  await page.keyboard.press("s");
  await page.keyboard.press("w");
  await page.keyboard.press("l");
  await onScreen(page, "log");
  await expect(page.locator("body")).not.toContainText("Okafor");
  await page.getByRole("button", { name: "Check the log" }).click();
  await expect(page.locator("[data-whole=true]")).toBeVisible();
});

test("empty is not the same as none known, and not the same as not opened", async ({ page, desk }) => {
  await signIn(page, desk, "cleo");
  await scan(page, desk, "profile");
  await expect(page.locator(".banner [data-standing=not-opened]")).toContainText("Ask: there may be something.");
});

test("a wrong password, and a name that is locked", async ({ page, desk }) => {
  await page.goto(desk.origin);
  await onScreen(page, "sign-in");
  await page.locator("#login").fill("nobody");
  for (let tries = 0; tries < 5; tries += 1) {
    await page.locator("#password").fill("not the password");
    await page.keyboard.press("Enter");
    await hasProblem(page, "desk-wrong-password");
  }
  await page.keyboard.press("Tab");
  await page.locator("#password").fill("not the password");
  await page.keyboard.press("Enter");
  await hasProblem(page, "desk-locked");
  await expect(page.locator(".problem")).toContainText("15 minutes");
});

test("who does nothing is signed out, and what was shown is gone", async ({ page, desk }) => {
  await page.clock.install();
  await signIn(page, desk, "cleo");
  await scan(page, desk, "profile", "allergies");
  await page.clock.runFor(14 * 60_000 + 10_000);
  await expect(page.locator(".soon")).toContainText("less than a minute");
  await page.getByRole("button", { name: "Stay signed in" }).click();
  await expect(page.locator(".soon")).toBeEmpty();
  await page.clock.runFor(15 * 60_000 + 2_000);
  await onScreen(page, "sign-in");
  await expect(page.locator("[role=status]")).toContainText("nobody worked here");
  expect(await page.content()).not.toMatch(/Okafor|Penicillin/);
});

test("who signs out in one window is signed out in all", async ({ page, desk }) => {
  await signIn(page, desk, "fay");
  await scan(page, desk, "profile", "allergies");
  const other = await page.context().newPage();
  await other.goto(desk.origin);
  await onScreen(other, "scan");
  await other.getByRole("button", { name: "Sign out" }).click();
  await onScreen(page, "sign-in");
  expect(await page.content()).not.toContain("Penicillin");
});

test("a chart that ended elsewhere goes from the screen, with the reason", async ({ page, desk }) => {
  await signIn(page, desk, "cleo");
  await scan(page, desk, "profile", "allergies", "problems");
  await desk.endAll();
  await hasProblem(page, "desk-chart-ended");
  expect(await page.content()).not.toMatch(/Okafor|Penicillin/);
});

test("what others do is said where it matters, and shown when somebody asks for it", async ({ page, desk }) => {
  await desk.endAll();
  await signIn(page, desk, "cleo");
  await page.keyboard.press("Escape");
  await page.keyboard.press("w");
  await onScreen(page, "here");
  await expect(page.locator(".news")).toBeEmpty();
  const front = await page.context().browser()!.newPage();
  await signIn(front, desk, "fay");
  await scan(front, desk, "profile", "allergies");
  await expect(page.locator(".news")).toHaveText("A patient opened a chart.Show");
  await expect(page.locator("[data-chart]"), "nothing moves by itself").toHaveCount(0);
  await page.getByRole("button", { name: "Show", exact: true }).click();
  await expect(page.locator("[data-chart]")).toHaveCount(1);
  await expect(page.locator(".news"), "it has been shown").toBeEmpty();
  await front.getByRole("button", { name: "Close the chart" }).click();
  await front.getByRole("button", { name: "Close and delete" }).click();
  await onScreen(front, "here");
  await expect(front.locator("[role=status]").filter({ hasText: "closed" }), "whoever closes it goes on by themselves").toBeVisible();
  await expect(page.locator(".news")).toContainText("A chart has ended.");
  await front.context().close();
});

test("a desk that does not answer is told, and comes back", async ({ page, desk }) => {
  await signIn(page, desk, "fay");
  await page.route("**/api/charts", (route) => route.abort());
  await page.getByRole("button", { name: "Who is here" }).click();
  await hasProblem(page, "uiUnreachable");
  await page.unroute("**/api/charts");
  await page.getByRole("button", { name: "Try again" }).click();
  await onScreen(page, "here");
});

test("in an emergency a second person types their own name", async ({ page, desk }) => {
  await signIn(page, desk, "cleo");
  await needsSecond(page);
  await page.route("**/api/scan/*", (route) => route.fulfill({ json: { state: "calling" } }));
  await page.locator("#code").fill("pocketchart:/123");
  await page.keyboard.press("Enter");
  await expect(page.locator("[data-problem=desk-second-needed]")).toContainText("one person alone");
  await expect(page.locator("#reason")).toBeFocused();
  await page.keyboard.type("found unconscious");
  await page.locator("#second").fill("fay");
  await page.locator("#second-password").fill("the lake is deep");
  const asked = page.waitForRequest("**/api/scan");
  await page.keyboard.press("Enter");
  expect((await asked).postDataJSON()).toEqual({ code: "pocketchart:/123", reason: "found unconscious", second: { login: "fay", password: "the lake is deep" } });
  await expect(page.locator(".wait h2")).toHaveText("Asking the patient’s phone…");
  expect(await page.content()).not.toContain("the lake is deep");
});

test("an emergency code waits, and is asked for again by itself", async ({ page, desk }) => {
  await signIn(page, desk, "cleo");
  const states = [{ state: "later", seconds: 2 }, { state: "calling" }];
  await page.route("**/api/scan", (route) => route.fulfill({ status: 202, json: { found: "code", scan: "0".repeat(32), code: null } }));
  await page.route("**/api/scan/*", (route) => route.fulfill({ json: states.length > 1 ? states.shift() : states[0] }));
  await page.locator("#code").fill("pocketchart:/123");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("timer")).toHaveText(/^0:0[012]$/);
  await expect(page.locator(".wait")).toContainText("Do not wait to help");
  await expect(page.locator(".wait h2")).toHaveText("Asking the patient’s phone…");
});
