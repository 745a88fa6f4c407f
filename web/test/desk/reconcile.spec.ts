import { expect, hasProblem, onScreen, scan, signIn, test } from "../desk-test.ts";
import { MARIA } from "../host/ehr.ts";
import { rest } from "../host/program.ts";
import { allergy, answer, beside, decide, fills, measures, read, review, row, saysNone, resultThere, stale } from "../reconcile-states.ts";

const SCRIPT = `<img src=x onerror="pwned()"><script>pwned()</script>\u202egnp.exe`;

test("both sides stand beside one another, and what a clinician decided is on both, signed", async ({ page, desk }) => {
  const ehr = await desk.ehr(MARIA);
  // What the patient takes in stays in their record: no other test has it.
  await fills(ehr, { text: "Mango" });
  const address = await beside(page, desk);
  await expect(page.locator(".reading"), "nothing was read: what is empty says nothing").toContainText("has not been read yet");
  await expect(row(page, "Penicillin")).toContainText("the other side is not known");
  await page.getByRole("button", { name: "Read it now" }).click();
  await expect(page.locator(".reading")).toContainText("was read on");
  await expect(page.locator(".reading")).toContainText("by Cleo Example");
  await expect(page.locator(".reading")).toContainText("allergy 2");
  await expect(page.locator(".banner .chip").first(), "allergies stay in view").toBeInViewport();
  await expect(page.locator("main input:checked"), "nothing is chosen before").toHaveCount(0);

  const penicillin = row(page, "Penicillin");
  await expect(penicillin).toHaveAttribute("data-kind", "probable");
  await expect(penicillin.locator("tr", { hasText: "Risk" }).locator("td")).toHaveText(["Risk", "high risk", "low risk"]);
  await expect(penicillin.locator("tr", { hasText: "Severity" }).locator("td")).toHaveText(["Severity", "severe", "not said"]);
  await expect(penicillin.locator("[data-side=ours]")).toContainText("said by the patient");
  await expect(penicillin.getByLabel("Write it into the clinic’s system"), "not before it is said that it is something else").toBeHidden();
  await expect(row(page, "Mango")).toHaveAttribute("data-kind", "system-only");
  await expect(row(page, "Latex")).toHaveAttribute("data-kind", "chart-only");
  await page.keyboard.press("2");
  await expect(page.locator(".content h2")).toBeFocused();
  await expect(page.locator(".content h2")).toHaveText("Problems");
  await page.locator("[data-part=agreed] > summary").click();
  await expect(page.locator("[data-part=agreed] article", { hasText: "diabetes" }).first()).toHaveAttribute("data-kind", "same");
  await expect(page.locator("[data-part=agreed] [data-kind=same] fieldset"), "what is the same needs no decision").toHaveCount(0);
  await page.keyboard.press("1");

  await page.getByRole("button", { name: "Look at what would be done" }).click();
  await expect(page.locator(".counted")).toContainText("at least one line");
  await decide(page, "Mango");
  await page.locator("[data-section=medications]").click();
  await page.locator("[data-section=allergies]").click();
  await expect(row(page, "Mango").getByLabel("Add it to the patient’s chart"), "a choice stays").toBeChecked();
  await review(page);
  await expect(page.locator(".sentences li")).toHaveCount(3);
  await expect(page.locator(".closing")).toContainText("Maria");
  await expect(page.locator(".sentences")).toContainText("“Mango” of the clinic’s system is added to the patient’s chart.");
  expect(await ehr.all("AllergyIntolerance"), "nothing is written before it is approved").toHaveLength(2);
  await page.locator("#reason").fill("Asked her today");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await review(page);
  await expect(page.locator("#reason"), "what was typed stays").toHaveValue("Asked her today");
  await page.getByRole("button", { name: "Yes, do this" }).click();
  await expect(page.locator(".come h2")).toBeFocused();
  await expect(page.locator("[data-standing=waiting], [data-standing=signing]")).toBeVisible();
  await expect(page.locator(".come")).toContainText("Signed by Cleo Example");

  await page.getByRole("button", { name: "Look at it as it is signed" }).click();
  await onScreen(page, "visit");
  await expect(page.locator(".written li")).toHaveCount(3);
  await expect(page.locator(".written")).toContainText("Asked her today");
  const phone = rest(await desk.phone.agrees(address));
  await page.getByRole("button", { name: "Try now" }).click();
  await expect(page.locator("[data-standing=returned]")).toBeVisible();
  await phone;
  const titles = (desk.phone.run("list", "allergies").items as { facts: { title: string } }[]).map((it) => it.facts.title);
  expect(titles).toContain("Mango");
  await expect.poll(async () => (await ehr.all("AllergyIntolerance")).map((it) => it.code.text).sort()).toEqual(["Latex", "Mango", "Penicillin"]);

  // Read once more, both say the same, and what was decided is not asked for again.
  await page.keyboard.press("w");
  await page.locator("[data-chart]").click();
  await onScreen(page, "chart");
  await page.keyboard.press("b");
  await onScreen(page, "reconcile");
  await page.getByRole("button", { name: "Read it again" }).click();
  await expect(page.locator(".reading")).toContainText("allergy 3");
  await expect(page.locator("[data-part=open] article")).toHaveCount(0);
  await page.locator("[data-part=decided] > summary").click();
  await expect(row(page, "Penicillin")).toContainText("Decided before: One thing");
  await page.locator("[data-part=agreed] > summary").click();
  for (const name of ["Latex", "Mango"]) {
    await expect(row(page, name)).toHaveAttribute("data-kind", "same");
  }
  await page.getByRole("button", { name: "Sign out" }).click();
  await signIn(page, desk, "ada");
  await page.keyboard.press("Escape");
  await page.keyboard.press("l");
  for (const said of ["read what the clinic’s own system says", "compared a chart with", "decided what is the same"]) {
    await expect(page.locator("main")).toContainText(said);
  }
});

test("what was decided is shown exactly, approved, and stands in the clinic's own system as it was shown", async ({ page, desk }) => {
  const ehr = await resultThere(page, desk);
  await expect(page.locator(".banner .chip").first(), "allergies stay in view").toBeInViewport();
  await expect(page.locator("main")).toContainText("Decided by Cleo Example");
  await expect(page.locator("main")).toContainText("Asked her today");
  const item = (title: string) => page.locator(".sentences li", { hasText: title });
  await expect(item("Penicillin")).toContainText("The list says: One thing");
  await expect(item("Penicillin")).toContainText("Stands there: AllergyIntolerance/");
  await expect(item("Shellfish")).toContainText("Taken into the patient's chart");
  await expect(item("Latex"), "it was written there by the same act").toContainText("Stands there: AllergyIntolerance/");
  await expect(item("Peanut"), "it is over, and was not decided about").toHaveCount(0);
  await page.locator("summary", { hasText: "The list, exactly" }).click();
  const shown = JSON.parse(await page.locator("pre.exact").first().innerText()) as { entry: unknown[]; source: unknown; note: unknown };
  await page.locator("summary", { hasText: "Where it comes from" }).click();
  await expect(page.locator("pre.exact").nth(1)).toContainText("The clinic's own system, read at");
  expect(await ehr.all("List"), "nothing is written before it is approved").toHaveLength(0);
  await page.getByRole("button", { name: "Approve and write" }).click();
  await onScreen(page, "message");
  await expect(page.locator("[data-state=confirmed]")).toHaveCount(1);
  const [list] = await ehr.all("List");
  expect([list!.entry, list!.source, list!.note], "as it was shown").toEqual([shown.entry, shown.source, shown.note]);
  expect(list!.note).toEqual([{ text: "Asked her today" }]);

  // The comparison says where it lies, by the keyboard too.
  await page.keyboard.press("w");
  await page.locator("[data-chart]").click();
  await onScreen(page, "chart");
  await page.keyboard.press("b");
  await onScreen(page, "reconcile");
  await page.locator("[data-part=acts] > summary").focus();
  await page.keyboard.press("Enter");
  await expect(page.locator("[data-part=acts]")).toContainText(`Written there before: List/${list!.id}`);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await onScreen(page, "result-there");
  await page.keyboard.press("Escape");
  await onScreen(page, "reconcile");
});

test("results that only the clinic's system has are added with one word, and the chart's own wait for nobody", async ({ page, desk }) => {
  const ehr = await desk.ehr(MARIA);
  await fills(ehr);
  await measures(ehr, ["2026-11-20", 4.1], ["2026-11-21", 4.4], ["2026-11-22", 3.9]);
  await read(page, desk);
  await page.keyboard.press("5");
  await expect(page.locator(".content h2")).toHaveText("Results");
  await expect(page.locator("[data-part=open] article")).toHaveCount(3);
  await expect(page.locator("[data-part=ours] summary")).toContainText("In the chart alone");
  await page.getByRole("button", { name: "for 3 of these" }).click();
  await expect(page.locator(".content h2")).toBeFocused();
  await expect(page.locator("[data-part=open] input[value=take]:checked")).toHaveCount(3);
  await expect(page.getByRole("button", { name: "of these" })).toHaveCount(0);
  await row(page, "4.4").getByLabel("Leave it in the clinic’s system alone").check();
  await review(page);
  await expect(page.locator(".sentences li")).toHaveCount(3);
  await expect(page.locator(".sentences")).toContainText("“Potassium, 3.9 mmol/L, 22 November 2026” of the clinic’s system is added to the patient’s chart.");
  await page.getByRole("button", { name: "Yes, do this" }).click();
  await expect(page.locator(".come")).toContainText("Signed by Cleo Example");
});

test("what was read anew meanwhile is shown beside what was seen, and nothing else of what was chosen is lost", async ({ page, desk }) => {
  const ehr = await stale(page, desk);
  await expect(page.locator(".problem").first()).toContainText("Nothing was done");
  const changed = page.locator(".changed");
  await expect(changed).toContainText("(1)");
  await expect(changed).toContainText("You had chosen: Add it to the patient’s chart.");
  await expect(changed.locator("[data-side=before]")).not.toContainText("high risk");
  await expect(changed.locator("[data-side=theirs]")).toContainText("high risk");
  await expect(row(page, "Penicillin").getByLabel("One thing", { exact: true })).toBeChecked();
  await expect(row(page, "Latex").getByLabel("Write it into the clinic’s system")).toBeChecked();
  await expect(row(page, "Shellfish").locator("input:checked"), "of something else nothing is chosen").toHaveCount(0);
  expect(await ehr.all("AllergyIntolerance"), "nothing of it was done").toHaveLength(2);
  await answer(page, "Shellfish", "Add it to the patient’s chart");
  await page.getByRole("button", { name: "I have seen this" }).click();
  await expect(changed).toHaveCount(0);
  await review(page);
  await expect(page.locator(".sentences li")).toHaveCount(3);
  await page.getByRole("button", { name: "Yes, do this" }).click();
  await expect(page.locator(".come")).toBeVisible();
});

test("two things go to the other side only once they are said to be two", async ({ page, desk }) => {
  const ehr = await desk.ehr(MARIA);
  await fills(ehr);
  await read(page, desk);
  const write = row(page, "Penicillin").getByLabel("Write it into the clinic’s system");
  await answer(page, "Penicillin", "Two things");
  await write.check();
  await answer(page, "Penicillin", "One thing");
  await expect(write).toBeHidden();
  await review(page);
  await expect(page.locator(".sentences li"), "what is not asked any more is not done").toHaveCount(1);
  await page.getByRole("button", { name: "Back", exact: true }).click();
  await answer(page, "Penicillin", "Two things");
  await expect(write).not.toBeChecked();
  await write.check();
  await review(page);
  await page.getByRole("button", { name: "Yes, do this" }).click();
  await page.getByRole("button", { name: "What became of it in the clinic’s system" }).click();
  await onScreen(page, "message");
  await expect(page.locator("[data-state=confirmed]")).toHaveCount(1);
  expect(await ehr.all("AllergyIntolerance")).toHaveLength(3);
});

test("that one side denies what the other lists is said loudly, and is not given to the other side", async ({ page, desk }) => {
  await saysNone(await desk.ehr(MARIA));
  await read(page, desk);
  await expect(page.locator(".contradiction")).toContainText("Ask the patient before you do anything");
  await expect(page.locator("[data-section=allergies]")).toContainText("says that there is nothing");
  await expect(row(page, "No known allergy").getByLabel("Add it to the patient’s chart")).toHaveCount(0);
  await answer(page, "Latex", "Write it into the clinic’s system");
  await review(page);
  await expect(page.locator(".closing .problem")).toContainText("says that there is nothing");
});

test("what the patient did not open is said as such, and where the clinic may not write nothing is added", async ({ page, desk }) => {
  await fills(await desk.ehr(MARIA));
  await read(page, desk, ["profile", "allergies", "--read"]);
  await expect(row(page, "Shellfish").getByLabel("Add it to the patient’s chart")).toHaveCount(0);
  await expect(page.locator(".content")).toContainText("does not let the clinic write in this section");
  await page.keyboard.press("3");
  await expect(row(page, "Warfarin")).toContainText("The patient did not open this section");
  await expect(row(page, "Warfarin")).toContainText("the chart’s side is not known here");
  await answer(page, "Warfarin", "Leave it in the clinic’s system alone");
  await review(page);
  await expect(page.locator(".closing")).toContainText("the clinic alone keeps who decided what");
  await page.getByRole("button", { name: "Yes, do this" }).click();
  await expect(page.locator("[data-standing=not-returned]")).toBeVisible();
});

test("only a clinician compares, and who it is there is said first", async ({ page, desk }) => {
  await desk.ehr(MARIA);
  await desk.endAll();
  await signIn(page, desk, "fay");
  await scan(page, desk, "profile", "allergies", "--read");
  await expect(page.getByRole("button", { name: "Compare with the clinic’s system" })).toHaveCount(0);
  await page.keyboard.press("b");
  await onScreen(page, "chart");
  await page.getByRole("button", { name: "Sign out" }).click();
  await signIn(page, desk, "cleo");
  await page.keyboard.press("Escape");
  await page.keyboard.press("w");
  await page.locator("[data-chart]").click();
  await onScreen(page, "chart");
  await page.keyboard.press("b");
  await hasProblem(page, "desk-bridge-not-linked");
  await page.getByRole("button", { name: "In the clinic’s system" }).click();
  await onScreen(page, "patient");
});

test("a chart that ended elsewhere goes from the comparison, too", async ({ page, desk }) => {
  await fills(await desk.ehr(MARIA));
  await read(page, desk);
  await decide(page);
  await review(page);
  await desk.endAll();
  await hasProblem(page, "desk-chart-ended");
  expect(await page.content()).not.toMatch(/Okafor|Penicillin|Shellfish/);
});

test("what the clinic's system says is text beside the chart, too", async ({ page, desk }) => {
  const ehr = await desk.ehr(MARIA);
  const patient = await fills(ehr);
  await ehr.post(allergy(patient, { text: `Bees ${SCRIPT}` }, { note: [{ text: SCRIPT }] }));
  await read(page, desk);
  await row(page, "Bees").locator("[data-side=system] summary").click();
  await expect(row(page, "Bees")).toContainText("<img src=x onerror=");
  await answer(page, "Bees", "Leave it in the clinic’s system alone");
  await review(page);
  await expect(page.locator(".sentences")).toContainText("<img src=x onerror=");
  await expect(page.locator("main img, main script")).toHaveCount(0);
  expect(await page.content()).not.toContain("\u202e");
});

test("a long list comes a hundred rows at a time, and what nobody opens is not made", async ({ page, desk }) => {
  const ehr = await desk.ehr(MARIA);
  const patient = await fills(ehr);
  for (let number = 0; number < 110; number += 1) {
    await ehr.post(allergy(patient, { text: `Pollen ${number}` }));
  }
  await read(page, desk);
  const open = page.locator("[data-part=open] article");
  await expect(open).toHaveCount(100);
  await expect(page.locator("[data-part=over] article")).toHaveCount(0);
  await page.locator("[data-part=open]").getByRole("button", { name: "Show more" }).click();
  await expect(open.nth(100).locator("summary").first()).toBeFocused();
  await expect(page.locator("[data-part=open]").getByRole("button", { name: "Show more" })).toBeHidden();
  await page.locator("[data-part=over] > summary").click();
  await expect(row(page, "Peanut")).toBeVisible();
});

test("from a chart to a signed decision by the keyboard alone, with letters of twice the size", async ({ page, desk }) => {
  await fills(await desk.ehr(MARIA));
  await read(page, desk);
  await page.keyboard.press("Escape");
  await onScreen(page, "chart");
  await page.evaluate(() => (document.documentElement.style.fontSize = "34px"));
  await page.keyboard.press("b");
  await onScreen(page, "reconcile");
  const reach = async (matches: string): Promise<void> => {
    for (let tabs = 0; tabs < 80; tabs += 1) {
      await page.keyboard.press("Tab");
      if (await page.evaluate((matches) => document.activeElement?.matches(matches) === true, matches)) {
        await expect(page.locator(":focus")).toBeInViewport();
        return;
      }
    }
    throw new Error(`${matches} is not reached`);
  };
  await page.keyboard.press("1");
  await expect(page.locator(".content h2")).toBeFocused();
  await reach("[data-kind=probable] [type=radio]");
  await page.keyboard.press("ArrowDown");
  await expect(page.locator("[data-kind=probable] [value=different]")).toBeChecked();
  await reach("[data-kind=probable] [type=checkbox]");
  await page.keyboard.press("Space");
  await expect(page.locator(":focus")).toBeChecked();
  // What was chosen is not lost by one key.
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await onScreen(page, "reconcile");
  await expect(page.locator(".counted")).toContainText("once more to leave");
  await reach(".approve .action");
  await page.keyboard.press("Enter");
  await expect(page.locator(".closing h2")).toBeFocused();
  await reach("#reason");
  await page.keyboard.type("Asked her today");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await expect(page.locator(":focus")).toHaveText("Yes, do this");
  await page.keyboard.press("Enter");
  await expect(page.locator(".come h2")).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(page.locator(".content h2")).toBeFocused();
});
