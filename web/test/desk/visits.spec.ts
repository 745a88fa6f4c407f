import { watch } from "../browser.ts";
import { addEntry, beginVisit, expect, hasProblem, isSaved, LETTER, onScreen, scan, signIn, test, WRITTEN, WRITTEN_WHOLE } from "../desk-test.ts";
import { rest } from "../host/program.ts";

/** The titles of what the clinic says in the patient's own record. */
function fromClinic(list: Record<string, any>): string[] {
  const items = list.items as { facts: { title: string | null }; sources: { author: { name?: string | null } }[] }[];
  return items.filter((it) => it.sources.some((by) => by.author.name === "Lakeside Clinic")).map((it) => it.facts.title ?? "");
}

test("a visit from the scan to the patient's own record", async ({ page, desk }) => {
  await signIn(page, desk, "cleo");
  const address = await beginVisit(page, desk, ...WRITTEN);
  await expect(page.locator(".banner .chip").first(), "allergies stay in view").toBeInViewport();
  await expect(page.locator("#visit-title")).toBeFocused();
  await page.keyboard.type("Hoarse voice");
  await page.keyboard.press("Tab");
  await page.keyboard.type("Seen with her daughter.");
  await page.locator("#visit-plan").fill("Voice rest for a week.");
  const diagnosis = await addEntry(page, "diagnoses", "Add a diagnosis");
  await expect(diagnosis("text")).toBeFocused();
  await page.keyboard.type("Laryngitis");
  const weight = await addEntry(page, "vitals", "Weight");
  await expect(weight("number"), "name and unit are there already").toBeFocused();
  await page.keyboard.type("71.50");
  await expect(weight("unit")).toHaveValue("kg");
  const medicine = await addEntry(page, "medicines", "Add a medicine");
  await medicine("text").fill("Amoxicillin 500 mg");
  await medicine("dosage").fill("One capsule three times a day");
  await isSaved(page);
  await expect(page.locator(".saved")).toContainText("Cleo Example");

  // What was typed is on the server: a fresh window has it.
  const other = await page.context().newPage();
  await other.goto(desk.origin);
  await onScreen(other, "scan");
  await other.keyboard.press("Escape");
  await other.keyboard.press("v");
  await onScreen(other, "visits");
  await other.locator("[data-visit]:has([data-standing=draft])").first().click();
  await onScreen(other, "visit");
  await expect(other.locator("#visit-note")).toHaveValue("Seen with her daughter.");
  await expect(other.locator("[data-part=vitals] [data-field=number]")).toHaveValue("71.50");
  await other.close();

  await page.getByRole("button", { name: "Check, then sign" }).click();
  await expect(page.locator(".review h2")).toBeFocused();
  const finding = page.locator(".finding.danger").first();
  await expect(finding).toContainText(/penicillin/i);
  await expect(finding).toContainText("Source:");
  await expect(finding).toContainText(/terms: \S/);
  await expect(finding.locator(".unreviewed")).toContainText("No clinician has reviewed this rule yet.");
  await expect(page.locator(".where li")).toHaveCount(4);
  const sign = page.getByRole("button", { name: "Sign, and return it to the patient" });
  await sign.click();
  await expect(page.locator(".review"), "not without a reason").toBeVisible();
  for (const reason of await page.locator(".finding textarea").all()) {
    await reason.fill("Tolerated in 2024, after allergy testing");
  }
  await sign.click();
  await expect(page.locator("[data-standing=waiting], [data-standing=signing]")).toBeVisible();
  await expect(page.locator("textarea, .visit input")).toHaveCount(0);
  await expect(page.locator("main")).toContainText("Tolerated in 2024");
  await expect(page.locator(".come")).toContainText("Signed by Cleo Example");

  const phone = rest(await desk.phone.agrees(address));
  await page.getByRole("button", { name: "Try now" }).click();
  await expect(page.locator("[data-standing=returned]")).toBeVisible();
  await phone;
  expect(fromClinic(desk.phone.run("list", "problems"))).toContain("Laryngitis");
  expect(fromClinic(desk.phone.run("list", "medications"))).toContain("Amoxicillin 500 mg");
  expect(fromClinic(desk.phone.run("list", "notes"))).toContain("Hoarse voice");
  expect(JSON.stringify(desk.phone.run("list", "vitals")), "as it was typed").toContain('"71.50"');

  await page.keyboard.press("v");
  await onScreen(page, "visits");
  await expect(page.locator("[data-standing=returned]").first()).toBeVisible();
  await page.getByRole("button", { name: "Sign out" }).click();
  await signIn(page, desk, "ada");
  await page.keyboard.press("l");
  await onScreen(page, "log");
  for (const words of ["began a visit", "wrote in a visit", "had a visit’s medicines checked", "signed a visit", "the patient’s device has a visit"]) {
    await expect(page.locator("tbody")).toContainText(words);
  }
});

test("how a visit took place and its files, to the patient's own record", async ({ page, desk }) => {
  await signIn(page, desk, "cleo");
  const address = await beginVisit(page, desk, ...WRITTEN_WHOLE);
  const tookPlace = await addEntry(page, "encounter", "Say how it took place");
  await expect(tookPlace("begin"), "the first that is to be typed").toBeFocused();
  await expect(page.getByRole("button", { name: "Say how it took place" }), "once").toBeHidden();
  await tookPlace("class").selectOption({ label: "by telephone or video" });
  await tookPlace("begin").fill("2026-11-27T09:30");
  await tookPlace("end").fill("2026-11-27T09:45");
  await tookPlace("reason").fill("Hoarse voice");
  await page.locator("#visit-note").fill("By telephone.");

  // What was typed is saved before a file is added.
  const input = page.getByLabel("Add a file");
  await input.setInputFiles(LETTER);
  const files = page.locator("[data-part=files] [data-file]");
  await expect(files).toHaveText(/letter\.pdf.*PDF, 1 kB/);
  await expect(page.locator("[data-part=files] [role=status]")).toHaveText("Added: letter.pdf");
  await expect(input).toBeFocused();
  await isSaved(page);
  const download = page.waitForEvent("download");
  await files.getByRole("link").click();
  expect((await download).suggestedFilename()).toBe("letter.pdf");

  // What is no such file, nothing, or too much, is said; what was added stays.
  for (const [buffer, id] of [
    [Buffer.from("MZ\u0090\0<script>alert(1)</script>"), "desk-visit-file-kind"],
    [Buffer.alloc(0), "desk-visit-file-empty"],
    [Buffer.alloc((8 << 20) + 1), "deskVisitFileLarge"],
  ] as const) {
    await input.setInputFiles({ name: "letter.pdf", mimeType: "application/pdf", buffer });
    await hasProblem(page, id);
    await expect(files).toHaveCount(1);
  }
  await input.setInputFiles({ ...LETTER, name: "x\u202efdp.exe" });
  await expect(files).toHaveCount(2);
  await expect(files.last()).toContainText("xfdp.exe");
  await expect(page.locator("[data-problem]")).toHaveCount(0);
  await page.getByRole("button", { name: "Take out xfdp.exe" }).click();
  await expect(files).toHaveCount(1);
  await expect(input).toBeFocused();
  await page.locator("#visit-plan").fill("Call again on Monday.");
  await isSaved(page);

  await page.getByRole("button", { name: "Check, then sign" }).click();
  const review = page.locator(".review");
  await expect(review.locator(".where")).toContainText("Visits");
  await expect(review.locator(".where")).toContainText("Documents");
  await expect(review).toContainText("letter.pdf");
  await expect(review).toContainText("2026-11-27 09:30");
  await page.getByRole("button", { name: "Sign, and return it to the patient" }).click();
  await expect(page.locator("[data-standing=waiting], [data-standing=signing]")).toBeVisible();
  await expect(page.locator("[data-file]").getByRole("link")).toBeVisible();
  const phone = rest(await desk.phone.agrees(address));
  await page.getByRole("button", { name: "Try now" }).click();
  await expect(page.locator("[data-standing=returned]")).toBeVisible();
  await phone;
  expect(fromClinic(desk.phone.run("list", "encounters"))).toContain("Visit by telephone or video");
  expect(fromClinic(desk.phone.run("list", "documents"))).toContain("letter.pdf");
});

test("two write in one draft: nothing is overwritten, and the person chooses", async ({ page, browser, desk }) => {
  await desk.hire("dora", "clinician");
  await signIn(page, desk, "cleo");
  await beginVisit(page, desk, ...WRITTEN);
  await page.locator("#visit-title").fill("Cough");
  await isSaved(page);

  const context = await browser.newContext({ locale: "en-GB" });
  const second = await context.newPage();
  const watched = await watch(second, () => [desk.origin]);
  await signIn(second, desk, "dora");
  await onScreen(second, "scan");
  await second.keyboard.press("Escape");
  await second.keyboard.press("v");
  await second.locator("[data-visit]").filter({ hasText: "Cough" }).first().click();
  await onScreen(second, "visit");
  await second.locator("#visit-note").fill("From Dora.");
  await second.locator("#visit-plan").fill("Come back in a week.");
  await isSaved(second);

  await page.locator("#visit-note").fill("From Cleo.");
  const diagnosis = await addEntry(page, "diagnoses", "Add a diagnosis");
  await diagnosis("text").fill("Bronchitis");
  const differing = page.locator(".differing");
  await expect(differing.locator("h2")).toBeFocused();
  await expect(differing.locator("h2")).toContainText("Dora Example has saved this visit too");
  const part = (name: string) => differing.locator(`[data-part=${name}]`);
  await expect(differing.locator("fieldset")).toHaveCount(3);
  await expect(part("note").locator(".sides")).toContainText("From Cleo.");
  await expect(part("note").locator(".sides")).toContainText("From Dora.");
  await expect(part("note")).toContainText("You both changed this.");
  await expect(part("note").locator("input:checked"), "nobody chooses for the person").toHaveCount(0);
  await expect(part("plan").locator("[value=theirs]")).toBeChecked();
  await expect(part("diagnoses").locator("[value=mine]")).toBeChecked();

  const save = page.getByRole("button", { name: "Save what was chosen" });
  await save.click();
  await expect(differing).toBeVisible();
  await part("note").locator("[value=both]").check();
  await save.click();
  await isSaved(page);
  await expect(page.locator("#visit-note")).toHaveValue("From Dora.\n\nFrom Cleo.");
  await expect(page.locator("#visit-plan")).toHaveValue("Come back in a week.");
  await expect(page.locator("[data-part=diagnoses] [data-field=text]")).toHaveValue("Bronchitis");

  // Who leaves with something that another has overtaken is brought back to it.
  await second.locator("#visit-note").fill("From Dora, later.");
  await second.keyboard.press("Escape");
  await second.keyboard.press("w");
  await onScreen(second, "visit");
  await expect(second.locator(".differing")).toContainText("From Dora, later.");
  expect(await watched()).toEqual([]);
  await context.close();
});

test("what is typed is saved on leaving, by the keyboard alone, and entries come and go", async ({ page, desk }) => {
  await signIn(page, desk, "cleo");
  await beginVisit(page, desk, ...WRITTEN);
  await page.keyboard.type("Check of vaccines");
  for (const text of ["Influenza vaccine", "Tetanus vaccine"]) {
    await page.getByRole("button", { name: "Add a vaccine" }).focus();
    await page.keyboard.press("Enter");
    await page.keyboard.type(text);
  }
  const rows = page.locator("[data-part=vaccines] fieldset");
  await expect(rows).toHaveCount(2);
  await rows.first().getByRole("button", { name: "Take out" }).focus();
  await page.keyboard.press("Enter");
  await expect(rows).toHaveCount(1);
  await expect(rows.locator("[data-field=text]")).toBeFocused();
  await page.keyboard.press("Tab");
  await page.keyboard.type("2026-11-20");
  // A field is left first, then the visit.
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await onScreen(page, "visits-of");
  await page.locator("[data-visit]").filter({ hasText: "Check of vaccines" }).focus();
  await page.keyboard.press("Enter");
  await onScreen(page, "visit");
  await expect(rows.locator("[data-field=text]")).toHaveValue("Tetanus vaccine");
  await expect(rows.locator("[data-field=when]")).toHaveValue("2026-11-20");

  // A code that is typed by hand goes when the name changes: it might be of something else.
  await rows.locator("summary").click();
  await rows.locator("[data-field=code]").fill("113");
  await page.keyboard.press("Tab");
  // What it stands for is offered, and written only when somebody says so.
  await expect(rows.locator("[role=status]")).toContainText("This code stands for: Td (adult) preservative free");
  await expect(rows.locator("[data-field=text]")).toHaveValue("Tetanus vaccine");
  await rows.getByRole("button", { name: "Write this name" }).click();
  await expect(rows.locator("[data-field=text]")).toHaveValue("Td (adult) preservative free");
  await expect(rows.locator("[data-field=code]")).toHaveValue("113");
  await expect(rows.locator("[role=status]")).toBeEmpty();
  await rows.locator("[data-field=text]").fill("Another vaccine");
  await expect(rows.locator("[data-field=code]")).toHaveValue("");

  await page.getByRole("button", { name: "Discard the draft" }).click();
  await expect(page.locator(".closing h2")).toBeFocused();
  await page.getByRole("button", { name: "Keep it" }).click();
  await expect(page.locator("#visit-title")).toHaveValue("Check of vaccines");
  await page.getByRole("button", { name: "Discard the draft" }).click();
  await page.getByRole("button", { name: "Discard it" }).click();
  await onScreen(page, "visits-of");
  await expect(page.locator("[data-visit]").filter({ hasText: "Check of vaccines" })).toHaveCount(0);
});

test("what the patient does not allow, and what cannot be read, is said before signing", async ({ page, desk }) => {
  await signIn(page, desk, "cleo");
  await beginVisit(page, desk, "profile", "allergies", "--append", "notes");
  await page.locator("#visit-note").fill("Seen.");
  const diagnosis = await addEntry(page, "diagnoses", "Add a diagnosis");
  await diagnosis("text").fill("Laryngitis");
  await expect(page.locator(".visit")).toBeVisible();
  await expect(page.getByText("The patient does not let the clinic write in: Problems.")).toBeVisible();
  await page.getByRole("button", { name: "Check, then sign" }).click();
  await expect(page.locator(".where .remarks")).toHaveCount(1);
  await expect(page.getByRole("button", { name: "Sign, and return it" })).toHaveCount(0);
  await page.keyboard.press("Escape");
  await diagnosis("since").fill("yesterday");
  await page.getByRole("button", { name: "Check, then sign" }).click();
  await hasProblem(page, "desk-visit-date");
  await expect(page.locator(".problem")).toContainText("A date in an entry cannot be read.");
  await expect(page.locator("main")).not.toContainText("undefined");
  await page.keyboard.press("Escape");
  await expect(page.locator("[data-part=diagnoses] [data-field=since]"), "what was typed stays").toHaveValue("yesterday");

  await page.keyboard.press("s");
  await beginVisit(page, desk, "allergies");
  await hasProblem(page, "desk-visit-no-append");
});

test("a desk that does not answer loses nothing of a visit", async ({ page, desk }) => {
  await signIn(page, desk, "cleo");
  await beginVisit(page, desk, ...WRITTEN);
  await page.route("**/visits/*", (route) => (route.request().method() === "PUT" ? route.abort() : route.continue()));
  await page.locator("#visit-note").fill("Typed while the network was away.");
  await hasProblem(page, "uiUnreachable");
  await expect(page.locator(".saved")).toHaveText("Not saved yet");
  await page.keyboard.press("Escape");
  await page.keyboard.press("w");
  await expect(page.getByRole("button", { name: "Leave without saving" })).toBeVisible();
  await expect(page.locator("#visit-note")).toHaveValue("Typed while the network was away.");
  await page.unroute("**/visits/*");
  await page.locator("#visit-plan").fill("Again.");
  await isSaved(page);
  await expect(page.getByRole("button", { name: "Leave without saving" })).toHaveCount(0);
  await page.keyboard.press("Escape");
  await page.keyboard.press("w");
  await onScreen(page, "here");
});

test("when the chart ends, what was shared leaves the screen and what the clinic wrote stays", async ({ page, desk }) => {
  await signIn(page, desk, "cleo");
  await beginVisit(page, desk, ...WRITTEN);
  await page.locator("#visit-note").fill("Written before the end.");
  await isSaved(page);
  // What is typed last is on its way when the chart ends.
  let letGo = (): void => undefined;
  const held = new Promise<void>((resolve) => (letGo = resolve));
  await page.route("**/visits/*", async (route) => {
    await held;
    await route.continue();
  });
  await page.locator("#visit-note").fill("Written before the end. And a word after.");
  await desk.endAll();
  await expect(page.locator(".banner")).toHaveCount(0);
  letGo();
  await hasProblem(page, "desk-chart-ended");
  expect(await page.content()).not.toContain("Penicillin");
  await expect(page.locator(".written"), "to be copied").toContainText("And a word after.");
  await page.getByRole("button", { name: "Visits of this patient" }).click();
  await page.getByRole("button", { name: "Leave without saving" }).click();
  await onScreen(page, "visits-of");
  await page.locator("[data-visit]").first().click();
  await expect(page.locator(".written")).toContainText("Written before the end.");
  await expect(page.locator("main")).toContainText("this draft cannot be changed or signed");
});

test("visits are for clinicians", async ({ page, desk }) => {
  await signIn(page, desk, "fay");
  await scan(page, desk, ...WRITTEN);
  await expect(page.getByRole("button", { name: /^Visits/ })).toHaveCount(0);
  await page.keyboard.press("v");
  await onScreen(page, "chart");
});

test("foreign text in a visit is text, also of a colleague's", async ({ page, desk }) => {
  const script = `<img src=x onerror="pwned()"><script>pwned()</script>\u202e`;
  await signIn(page, desk, "cleo");
  await beginVisit(page, desk, ...WRITTEN);
  await page.locator("#visit-title").fill(script);
  await page.locator("#visit-note").fill(`${script} ${"long ".repeat(3000)}`);
  const diagnosis = await addEntry(page, "diagnoses", "Add a diagnosis");
  await diagnosis("text").fill(script);
  await isSaved(page);
  await page.getByRole("button", { name: "Check, then sign" }).click();
  await expect(page.locator(".review")).toContainText("<img src=x onerror=");
  await expect(page.locator("main img, main script")).toHaveCount(0);
  expect(await page.evaluate(() => document.querySelector("main")!.textContent!.includes("\u202e"))).toBe(false);
  await page.keyboard.press("Escape");
  await page.keyboard.press("v");
  await onScreen(page, "visits");
  await expect(page.locator("[data-visit]:has([data-standing=draft])").first()).toContainText("<img src=x onerror=");
  await expect(page.locator("main img, main script")).toHaveCount(0);
});

test("what has the keyboard is behind nothing, at twice the size too", async ({ page, desk }) => {
  await signIn(page, desk, "cleo");
  await beginVisit(page, desk, ...WRITTEN);
  for (const [width, height] of [
    [1280, 800],
    [640, 400],
  ] as const) {
    await page.setViewportSize({ width, height });
    await page.locator("#visit-title").focus();
    for (let press = 0; press < 20; press += 1) {
      await page.keyboard.press("Tab");
      const [top, bottom, banner, end] = await page.evaluate(() => {
        const at = document.activeElement!.getBoundingClientRect();
        const box = document.querySelector(".end")!;
        const isIn = box.contains(document.activeElement) || !document.activeElement!.closest(".visit");
        return [at.top, at.bottom, document.querySelector(".banner")!.getBoundingClientRect().bottom, isIn ? Infinity : box.getBoundingClientRect().top] as const;
      });
      expect(bottom, `${width}, ${press}`).toBeGreaterThan(banner);
      expect(top, `${width}, ${press}`).toBeLessThan(end);
      await expect(page.locator(".banner .chip").first()).toBeInViewport();
    }
  }
});
