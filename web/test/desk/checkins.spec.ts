import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { ANSWERS, answerThere, CALL, faulty, list, make, typeIn } from "../checkin-states.ts";
import { expect, hasProblem, onScreen, scan, signIn, test } from "../desk-test.ts";

test("asked at the front desk, answered by the patient's own program, read before the call", async ({ page, desk }) => {
  const whom = "Maria, before the call";
  const mine = page.locator("[data-checkin]").filter({ hasText: whom });
  await list(page, desk, "fay");
  await typeIn(page, whom);
  const form = page.locator("[data-form=before-the-call]");
  await form.locator("summary").click();
  await expect(form).toContainText("Are you in pain? · yes or no · the visit needs it");
  await expect(form).toContainText("How strong, from 0 to 10? · a number · the visit needs it · asked only after certain answers");
  await expect(form).toContainText("mmHg");
  const link = await make(page);
  expect(link).toMatch(new RegExp(`^${desk.origin}/checkin/[0-9a-f]{32}$`));
  await expect(page.locator(".give .caution")).toContainText("This address works on this machine alone.");
  await expect(page.locator("img.code")).toHaveJSProperty("complete", true);
  expect(await page.locator("img.code").evaluate((it: HTMLImageElement) => it.naturalWidth), "the code is drawn").toBeGreaterThan(0);
  await expect(page.getByRole("button", { name: "I have read this" })).toHaveCount(0);

  const asked = await desk.asked(link);
  for (const unsaid of ["Maria", "Lakeside", CALL]) {
    expect(asked).not.toContain(unsaid);
  }
  expect(asked).toContain('"title":"Your allergies","required":true');
  expect(await desk.leave(link, desk.answer(asked, ...ANSWERS))).toEqual({ call: CALL });
  await page.getByRole("button", { name: "Look whether it was answered" }).click();
  await expect(page.locator("[data-standing=answered]")).toBeVisible();
  await expect(page.locator("#link")).toHaveCount(0);
  await expect(page.locator(".come p.caution")).toContainText("Compare it with who is on the call.");

  const item = (id: string) => page.locator(`[data-item=${id}]`);
  await expect(item("allergies").locator(".entry.danger").first()).toContainText("Penicillin");
  await expect(item("problems").locator("[data-outcome=declined]")).toContainText("That does not say that there is nothing");
  await expect(item("medicines")).toContainText("that clinicians see");
  await expect(item("medicines").locator(".entry")).toHaveCount(0);
  const question = (id: string) => page.locator(`[data-question=${id}]`);
  await expect(question("weight"), "as it was typed").toContainText("179.20 lb");
  await expect(question("pain").locator(".value")).toHaveText("yes");
  await expect(question("born").locator(".value")).toHaveText(/^\d{1,2} [A-Z][a-z]+ \d{4}$/);
  await expect(page.locator("[data-fault]")).toHaveCount(0);
  await expect(page.getByRole("button", { name: "I have read this" }), "that is a clinician's word").toHaveCount(0);
  await expect(page.getByRole("button", { name: "Delete" })).toHaveCount(0);

  await page.getByRole("button", { name: "Sign out" }).click();
  await signIn(page, desk, "cleo");
  await page.keyboard.press("Escape");
  await page.keyboard.press("w");
  await onScreen(page, "here");
  await mine.click();
  await onScreen(page, "checkin");
  await expect(item("medicines").locator(".entry")).not.toHaveCount(0);
  const call = page.getByRole("link", { name: "Open the call" });
  await expect(call).toHaveAttribute("href", CALL);
  await expect(call).toHaveAttribute("rel", "noopener noreferrer");
  const saved = page.waitForEvent("download");
  await page.getByRole("link", { name: "Save the whole answer" }).click();
  expect(readFileSync(await (await saved).path(), "utf8")).toContain("179.20");
  await page.getByRole("button", { name: "I have read this" }).click();
  await expect(page.locator("[data-standing=read]")).toContainText("Read by Cleo Example");
  await page.keyboard.press("Escape");
  await onScreen(page, "checkins");
  await expect(page.locator("[data-part=read]").locator(mine)).toHaveCount(1);
  await page.keyboard.press("w");
  await onScreen(page, "here");
  await expect(mine, "it was read").toHaveCount(0);

  await page.keyboard.press("c");
  await onScreen(page, "checkins");
  await mine.click();
  await page.getByRole("button", { name: "Delete" }).click();
  await expect(page.locator(".closing h2")).toBeFocused();
  await page.getByRole("button", { name: "Keep it" }).click();
  await expect(page.locator("[data-standing=read]")).toBeVisible();
  await page.getByRole("button", { name: "Delete" }).click();
  await page.getByRole("button", { name: "Delete it" }).click();
  await onScreen(page, "checkins");
  await expect(mine).toHaveCount(0);

  await page.getByRole("button", { name: "Sign out" }).click();
  await signIn(page, desk, "ada");
  await page.keyboard.press("Escape");
  await page.keyboard.press("c");
  await onScreen(page, "staff");
  await page.keyboard.press("l");
  await onScreen(page, "log");
  for (const words of ["made a check-in", "saw a check-in", "somebody with the link fetched a check-in", "an answer to a check-in came", "has read the answer to a check-in", "deleted a check-in"]) {
    await expect(page.locator("tbody")).toContainText(words);
  }
});

test("for an open chart, by files: only the answer to what was asked is taken", async ({ page, desk }) => {
  await signIn(page, desk, "fay");
  await scan(page, desk, "profile", "allergies");
  await page.getByRole("button", { name: "Ask before a visit" }).click();
  await onScreen(page, "new-checkin");
  await expect(page.locator("#whose option:checked")).toContainText("Maria");
  await expect(page.locator("#whom")).toBeHidden();
  await page.getByLabel("Your allergies").check();
  await make(page);
  await expect(page.locator(".banner .chip").first(), "allergies stay in view").toBeInViewport();
  const saved = page.waitForEvent("download");
  await page.getByRole("link", { name: "Save as a file" }).click();
  const asked = readFileSync(await (await saved).path(), "utf8");

  const bring = async (name: string, content: Buffer): Promise<void> => {
    await page.locator("#answer").setInputFiles({ name, mimeType: "application/json", buffer: content });
    await page.getByRole("button", { name: "Bring it in" }).click();
  };
  await bring("picture.json", Buffer.from([0x22, 0xe9, 0x22]));
  await hasProblem(page, "uiCheckinNoFile");
  await bring("long.json", Buffer.alloc((8 << 20) + 1, " "));
  await hasProblem(page, "uiCheckinTooLong");
  await bring("asked.json", Buffer.from(asked));
  await hasProblem(page, "desk-checkin-no-answer");
  const answer = desk.answer(asked, "--give", "allergies");
  const { id } = JSON.parse(asked) as { id: string };
  await bring("other.json", Buffer.from(answer.replaceAll(id, "urn:uuid:00000000-0000-4000-8000-000000000000")));
  await hasProblem(page, "desk-checkin-other");
  await bring("unfit.json", Buffer.from(answer.replace('"fulfilled"', '"declined"')));
  await hasProblem(page, "desk-checkin-unfit");
  await expect(page.locator(".problem")).toContainText("The answer does not fit what was asked.");
  await expect(page.locator("[data-standing=waiting]"), "nothing of them was kept").toBeVisible();
  await bring("answer.json", Buffer.from(answer));
  await expect(page.locator("[data-standing=answered]")).toBeVisible();
  await expect(page.locator(".come")).toContainText("Brought in by Fay Example");
  await expect(page.locator("[data-item=allergies]")).toContainText("Penicillin");

  await desk.endAll();
  await page.keyboard.press("Escape");
  await page.locator("[data-part=answered] [data-checkin]").first().click();
  await onScreen(page, "checkin");
  await expect(page.locator(".banner"), "what was shared is gone").toHaveCount(0);
  await expect(page.locator("[data-item=allergies]"), "what was answered is the clinic's").toContainText("Penicillin");
});

test("through the patient's own record: sent by the relay while the phone is off, and what comes back is proved", async ({ page, desk }) => {
  await signIn(page, desk, "fay");
  await askIn(page, await desk.openAtRelay("424242", "profile", "check-ins", "--read", "--later"));
  await expect(page.locator("[data-record=not-allowed]")).toContainText("The patient did not open check-ins for you to write in");
  await expect(page.getByRole("button", { name: "Send it to the patient" })).toHaveCount(0);
  await desk.endAll();

  await askIn(page, await desk.openAtRelay("424242", "profile", "check-ins", "--read", "--later", "--append", "check-ins"));
  await page.getByRole("button", { name: "Send it to the patient" }).click();
  await expect(page.locator("[data-record=sent]")).toContainText("has not said yet that it is there");
  await expect(page.locator("#link"), "the other ways stay").toBeVisible();
  const look = page.getByRole("button", { name: "Look whether it was answered" });
  await look.click();
  await expect(page.locator(".come h2"), "it has looked").toBeFocused();

  desk.phone.run("mailbox");
  const { asked } = desk.phone.run("checkin") as { asked: { id: string; by: string; answered: number | null }[] };
  const mine = asked.find(({ answered }) => answered === null)!;
  expect(mine.by).toBe("Lakeside Clinic");
  desk.phone.run("checkin", "--asked", mine.id.split(".").at(-1)!, "--give", "allergies", "--send");
  desk.phone.run("mailbox");
  await look.click();
  await expect(page.locator("[data-standing=answered]")).toBeVisible();
  await expect(page.locator(".come")).toContainText("It came through the patient’s own record, signed by a device of theirs.");
  await expect(page.locator(".come p.caution")).toHaveCount(0);
  await expect(page.locator("[data-item=allergies]")).toContainText("Penicillin");
});

/** Makes a check-in for who opened their record at a relay. */
async function askIn(page: Page, code: string): Promise<void> {
  await page.keyboard.press("Escape");
  await page.keyboard.press("s");
  await onScreen(page, "scan");
  await page.locator("#code").fill(code);
  await page.keyboard.press("Enter");
  await hasProblem(page, "redeem-needs-passcode");
  await page.locator("#passcode").fill("424242");
  await page.keyboard.press("Enter");
  await onScreen(page, "chart");
  await page.getByRole("button", { name: "Ask before a visit" }).click();
  await onScreen(page, "new-checkin");
  await page.getByLabel("Your allergies").check();
  await make(page);
}

test("a form of one's own is seen before it is asked, and goes as it was written", async ({ page, desk }) => {
  await list(page, desk, "fay");
  await page.getByRole("button", { name: "Ask before a visit" }).click();
  await expect(page.locator("#whom")).toBeFocused();
  await page.keyboard.type("Maria");
  await page.getByText("Paste a form of your own").click();
  const own = page.locator("#own");
  await own.fill("hello");
  await expect(page.locator(".own .caution")).toContainText("There is no form in that.");
  await page.getByRole("button", { name: "Make the check-in" }).click();
  await hasProblem(page, "uiCheckinNoForm");
  const form = `{ "resourceType": "Questionnaire", "status": "active", "title": "Weight", "item": [{ "linkId": "d", "text": "<img src=x onerror='pwned()'>", "type": "decimal", "initial": [{ "valueDecimal": 70.50 }] }] }`;
  await own.fill(form.replace('"decimal"', '"magic"'));
  await page.getByRole("button", { name: "Make the check-in" }).click();
  await hasProblem(page, "desk-checkin-form");
  await own.fill(form.replace('"status"', '"status": "draft", "status"'));
  await page.getByRole("button", { name: "Make the check-in" }).click();
  await hasProblem(page, "desk-checkin-member");
  await own.fill(form);
  await expect(page.locator(".own .questions")).toContainText("<img src=x");
  await expect(page.locator("main img")).toHaveCount(0);
  await page.locator("#language").selectOption("es");
  await expect(own, "what was typed stays").toHaveValue(form);
  await expect(page.locator("#whom")).toHaveValue("Maria");
  await page.locator("#language").selectOption("en");
  await page.locator("#purpose").fill("Lakeside Clinic asks you");
  await page.getByRole("button", { name: "Make the check-in" }).click();
  await hasProblem(page, "desk-checkin-purpose");
  await page.locator("#purpose").fill("");
  const link = await make(page);
  const asked = await desk.asked(link);
  expect(asked).toContain("70.50");
  await desk.leave(link, desk.answer(asked, "--give", "own"));
  await page.getByRole("button", { name: "Look whether it was answered" }).click();
  await expect(page.locator("[data-question=d] .value")).toHaveText("70.50");
});

test("what another program answers is shown with what is wrong with it, as text", async ({ page, desk }) => {
  await list(page, desk, "cleo");
  await typeIn(page);
  const link = await make(page);
  await desk.leave(link, faulty(await desk.asked(link)));
  await page.getByRole("button", { name: "Look whether it was answered" }).click();
  const item = (id: string) => page.locator(`[data-item=${id}]`);
  await expect(item("allergies")).toContainText("It is said to be given, and nothing is there. Ask.");
  await expect(item("allergies")).toContainText("<script>pwned()</script>");
  await expect(item("medicines")).toContainText("1 part could not be read.");
  await expect(item("problems").locator(".entry")).toHaveCount(200);
  await expect(item("problems")).toContainText("3 more are not shown.");
  await expect(item("problems").locator(".entry").first()).toContainText("<b>Cough</b>");
  const fault = (id: string) => page.locator(`[data-question=${id}] [data-fault]`);
  await expect(fault("strength")).toContainText("This was not asked.");
  await expect(fault("oxygen")).toContainText("Compare before you use it.");
  await expect(fault("phone")).toContainText("An answer is needed here, and there is none.");
  await expect(page.locator("[data-question=unasked]")).toContainText("And one thing more");
  await expect(item("before-the-call")).toContainText("Not finished");
  await expect(item("before-the-call")).toContainText("Answered by <b>Amina</b>, not by the patient");
  await expect(page.locator("main img, main script")).toHaveCount(0);
  expect(await page.evaluate(() => document.querySelector("main")!.textContent!.includes("\u202e"))).toBe(false);
});

test("what was answered is written to the clinic's own system, as it was chosen and seen", async ({ page, desk }) => {
  const ehr = await answerThere(page, desk);
  await expect(page.locator("main input:checked"), "nothing is chosen before").toHaveCount(0);
  await page.getByRole("button", { name: "Look at what would be written" }).click();
  await expect(page.locator(".counted")).toContainText("at least one");
  const weight = page.locator(".choice", { hasText: "Taken from" }).filter({ hasText: "179.20" });
  await expect(weight).toContainText("Taken from “Before the call”: that is written, too.");
  await weight.locator("details summary").click();
  await expect(weight.locator("pre"), "as it was typed").toContainText("179.20");
  await weight.getByRole("checkbox").check();
  await page.getByRole("button", { name: "Look at what would be written" }).click();
  await expect(page.locator(".sentences li"), "with its form").toHaveCount(2);
  expect(await ehr.all("QuestionnaireResponse"), "nothing is written before it is approved").toHaveLength(0);
  await page.getByRole("button", { name: "Approve and write" }).click();
  await onScreen(page, "message");
  await expect(page.locator("[data-state=confirmed]")).toHaveCount(2);
  expect(await ehr.all("QuestionnaireResponse")).toHaveLength(1);
  const [measured] = await ehr.all("Observation");
  expect(measured!.valueQuantity.value).toBe(179.2);
});

test("a check-in that nobody has answered is deleted by the front desk, and its link with it", async ({ page, desk }) => {
  await list(page, desk, "fay");
  await typeIn(page, "Johanna, Wednesday");
  const link = await make(page);
  await page.getByRole("button", { name: "Copy the link" }).click();
  await expect(page.locator(".give [role=status]")).toContainText(/copied|marked/);
  await page.getByRole("button", { name: "Delete" }).click();
  await expect(page.locator(".closing")).toContainText("The link stops working");
  await page.keyboard.press("Escape");
  await expect(page.locator("#link")).toHaveValue(link);
  await page.getByRole("button", { name: "Delete" }).click();
  await page.getByRole("button", { name: "Delete it" }).click();
  await onScreen(page, "checkins");
  await expect(page.locator("[data-checkin]").filter({ hasText: "Johanna, Wednesday" })).toHaveCount(0);
  expect((await fetch(link)).status).toBe(404);
});
