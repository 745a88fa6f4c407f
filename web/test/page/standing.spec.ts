import type { Page } from "@playwright/test";
import { EmergencyHost } from "../host/emergency-host.ts";
import type { PageHost } from "../host/page-host.ts";
import { expect, hasProblem, marks, onScreen, openCode, test as base } from "../page-test.ts";

/** A relay, the program of a patient, and the page: all as they are shipped. */
const test = base.extend<object, { emergency: EmergencyHost }>({
  emergency: [
    async ({}, use) => {
      const host = await EmergencyHost.start();
      await use(host);
      host.stop();
    },
    { scope: "worker" },
  ],
});

test.beforeEach(async ({ page, emergency, allowed }) => {
  allowed.push(emergency.origin);
  // The program's own day.
  await page.clock.install({ time: new Date() });
  emergency.meddle = undefined;
  emergency.asked.splice(0);
  // What was told of other tests is not told again.
  emergency.patient("mailbox");
});

async function ask(page: Page, name = "Dr. Bo, County Hospital", reason = "found unconscious"): Promise<void> {
  await onScreen(page, "emergency");
  await page.locator("#recipient").fill(name);
  await page.locator("#reason").fill(reason);
  await page.locator(".ask .action").click();
}

async function open(page: Page, pages: PageHost, digits: string): Promise<void> {
  await page.goto(pages.origin);
  await page.locator("#pasted").fill(`pocketchart:/${digits}`);
  await page.locator(".start form button").click();
}

test("who is told is said before, a name and a reason are needed, and then the allergies stand first", async ({ page, pages, emergency }) => {
  const code = emergency.code(0, "profile", "allergies", "medications", "problems");
  await open(page, pages, code);
  await onScreen(page, "emergency");
  const form = page.locator(".ask");
  await expect(form).toContainText("devices and contacts are told at once");
  await expect(form).toContainText("It opens: About the person, Allergies, Medicines, Conditions.");
  await expect(form).toContainText(`${new URL(emergency.origin).host} will be asked`);
  for (const [name, reason] of [["", ""], ["Bo", ""], ["", "unconscious"], ["Bo", "   "]] as const) {
    await page.locator("#recipient").fill(name);
    await page.locator("#reason").fill(reason);
    await page.locator(".ask .action").click();
    await onScreen(page, "emergency");
  }
  expect(emergency.asked, "nobody was asked without a reason").toEqual([]);

  await ask(page);
  await onScreen(page, "shown");
  await expect(page.locator("article h2").first()).toHaveText("Allergies");
  await expect(page.locator(".allergies .entry").first()).toContainText("Penicillin");
  await expect(page.locator(".who .name")).toContainText("Maria");
  expect(await marks(page)).toEqual(expect.arrayContaining(["age", "copy"]));
  const told = emergency.patient("mailbox");
  expect(told.taken).toHaveLength(1);
  expect(told.taken[0]).toMatchObject({ name: "Dr. Bo, County Hospital", reason: "found unconscious" });
  expect(told.notices).toHaveLength(1);
  const kept = await page.evaluate(async () => [localStorage.length, sessionStorage.length, document.cookie, (await indexedDB.databases()).length, location.hash]);
  expect(kept).toEqual([0, 0, "", 0, ""]);
});

test("it waits, says how long, and asks by itself when the time has come: one use", async ({ page, pages, emergency }) => {
  const code = emergency.code(10, "allergies");
  await openCode(page, pages, code);
  await ask(page);
  await onScreen(page, "told");
  // Each bound leaves minutes for a slow machine: the page's clock and the relay's go on meanwhile.
  const minutesLeft = async (most: number) => {
    const [minutes, seconds] = (await page.getByRole("timer").textContent())!.split(":").map(Number);
    return minutes! * 60 + seconds! <= most * 60 && minutes! >= most - 4;
  };
  await expect.poll(() => minutesLeft(10)).toBe(true);
  await expect(page.locator(".told")).toContainText("Keep this page open");
  await page.clock.runFor(300_000);
  await expect.poll(() => minutesLeft(5)).toBe(true);
  const asked = () => emergency.asked.filter((path) => path.endsWith("/take")).length;
  expect(asked()).toBe(1);
  // The relay still waits: it says how long.
  emergency.pass(240);
  await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
  await expect.poll(asked).toBe(2);
  await expect.poll(() => minutesLeft(6)).toBe(true);
  emergency.pass(360);
  await page.clock.runFor(362_000);
  await onScreen(page, "shown");
  await expect(page.locator(".allergies .entry").first()).toContainText("Penicillin");
  expect(emergency.patient("mailbox").taken).toHaveLength(1);
});

test("stopped by the patient: nothing is given, and it says what else to try", async ({ page, pages, emergency }) => {
  await openCode(page, pages, emergency.code(10, "allergies"));
  await ask(page);
  await onScreen(page, "told");
  emergency.patient("break-glass", "stop");
  await page.clock.runFor(601_000);
  await hasProblem(page, "pageNotGiven");
  await expect(page.locator(".problem")).toContainText("Look for an emergency card");
  await expect(page.locator("article")).toHaveCount(0);
});

test("an answer that is lost is asked for again, with what was typed, and costs no second use", async ({ page, pages, emergency }) => {
  await openCode(page, pages, emergency.code(0, "allergies"));
  emergency.meddle = (path, status, body) => (path.endsWith("/take") ? "cut" : { status, body });
  await ask(page);
  await hasProblem(page, "pageNoAnswer");
  await expect(page.locator("#reason")).toHaveValue("found unconscious");
  emergency.meddle = (path, status, body) => (path.endsWith("/take") ? { status: 429, body, headers: { "retry-after": "7" } } : { status, body });
  await page.locator(".ask .action").click();
  await hasProblem(page, "pageTooMany");
  await expect(page.locator(".problem"), "a browser is told of retry-after").toContainText("Wait 7 seconds");
  emergency.meddle = undefined;
  await page.locator(".ask .action").click();
  await onScreen(page, "shown");
  expect(emergency.patient("mailbox").taken).toHaveLength(1);
});

test("no answer while it waits: it goes on trying", async ({ page, pages, emergency }) => {
  await openCode(page, pages, emergency.code(10, "allergies"));
  await ask(page);
  await onScreen(page, "told");
  emergency.pass(600);
  emergency.meddle = () => "cut";
  await page.clock.runFor(601_000);
  await hasProblem(page, "pageNoAnswer");
  await onScreen(page, "told");
  emergency.meddle = undefined;
  await page.clock.runFor(11_000);
  await onScreen(page, "shown");
});

test("what was altered on its way is not shown", async ({ page, pages, emergency }) => {
  const code = emergency.code(0, "allergies");
  for (const at of [10, 60, 700, -1]) {
    await openCode(page, pages, code);
    emergency.meddle = (path, status, body) => {
      if (path.endsWith("/take")) {
        body[at < 0 ? body.length + at : at]! ^= 1;
      }
      return { status, body };
    };
    await ask(page);
    await hasProblem(page, "pageUnfit");
    await expect(page.locator("article")).toHaveCount(0);
  }
});

test("hostile text, and names that would mislead the patient", async ({ page, pages, emergency }) => {
  const hostile = `<img src=x onerror="pwned()"><script>pwned()</script>\u202egnp.exe`;
  emergency.add({ resourceType: "Bundle", type: "collection", entry: [{ resource: { resourceType: "AllergyIntolerance", id: "h", clinicalStatus: { coding: [{ system: "http://terminology.hl7.org/CodeSystem/allergyintolerance-clinical", code: "active" }] }, patient: { display: hostile }, code: { text: hostile }, criticality: "high" } }] });
  await openCode(page, pages, emergency.code(0, "allergies"));
  await ask(page, "Dr.\u202e oB", "found\u0007 unconscious ".repeat(30).slice(0, 190) + "😀😀😀😀");
  await onScreen(page, "shown");
  await expect(page.locator(".allergies")).toContainText("<img src=x onerror=");
  await expect(page.locator(".allergies img, .allergies script")).toHaveCount(0);
  const [taken] = emergency.patient("mailbox").taken;
  expect(taken.name).toBe("Dr. oB");
  expect(taken.reason).toMatch(/^found  ?unconscious/);
});

test("a code of another relay's half, of an end long past, or that was mistyped", async ({ page, pages, emergency }) => {
  const code = emergency.code(0, "allergies");
  await openCode(page, pages, `${code.slice(0, -1)}${(Number(code.at(-1)) + 1) % 10}`);
  await hasProblem(page, "pageAltered");
  emergency.patient("break-glass", "off");
  await openCode(page, pages, code);
  await ask(page);
  await hasProblem(page, "pageNotGiven");
});

test("all of it by the keyboard, and what is new is announced", async ({ page, pages, emergency }) => {
  await openCode(page, pages, emergency.code(10, "allergies"));
  await onScreen(page, "emergency");
  await page.locator("#recipient").focus();
  await page.keyboard.insertText("Bo");
  await page.keyboard.press("Tab");
  await page.keyboard.insertText("found unconscious");
  await page.keyboard.press("Enter");
  await onScreen(page, "told");
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("H1");
  await expect(page.getByRole("heading", { level: 2 })).toHaveText("They are told now");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await onScreen(page, "start");
});
