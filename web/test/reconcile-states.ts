import type { Page } from "@playwright/test";
import { confirm } from "./bridge-states.ts";
import { expect, hasProblem, onScreen, scan, signIn } from "./desk-test.ts";
import type { DeskState } from "./desk-states.ts";
import type { DeskHost } from "./host/desk-host.ts";
import { MARIA, type Ehr } from "./host/ehr.ts";

/** What a patient opens who lets the clinic read, and write about allergies. */
const OPENED = ["profile", "allergies", "problems", "medications", "results", "--read", "--append", "allergies", "--append", "results", "--append", "documents"];
const READ_ONLY = ["profile", "allergies", "problems", "--read"];

const status = (kind: string, code: string) => ({ coding: [{ system: `http://terminology.hl7.org/CodeSystem/${kind}`, code }] });
const concept = (code: string, text: string) => ({ coding: [{ system: "http://snomed.info/sct", code }], text });

/** An allergy as the clinic's own system has it. */
export const allergy = (patient: string, code: object, more: object = {}) => ({
  resourceType: "AllergyIntolerance",
  patient: { reference: `Patient/${patient}` },
  clinicalStatus: status("allergyintolerance-clinical", "active"),
  verificationStatus: status("allergyintolerance-verification", "confirmed"),
  code,
  ...more,
});

/** What the clinic's own system says of the patient: of penicillin something else, of one problem the same, and what the chart has not. */
export async function fills(ehr: Ehr, fresh: object = concept("300913006", "Shellfish")): Promise<string> {
  const [{ id }] = (await ehr.all("Patient")) as [{ id: string }];
  const subject = { reference: `Patient/${id}` };
  await ehr.post(allergy(id, concept("91936005", "Penicillin"), { criticality: "low" }));
  await ehr.post(allergy(id, fresh));
  await ehr.post({
    resourceType: "Condition",
    subject,
    clinicalStatus: status("condition-clinical", "active"),
    verificationStatus: status("condition-ver-status", "confirmed"),
    code: concept("44054006", "Type 2 diabetes"),
    onsetDateTime: "2016-04-18",
  });
  await ehr.post({ resourceType: "MedicationStatement", subject, status: "active", medicationCodeableConcept: { text: "Warfarin 5 mg" } });
  return id;
}

/** Results in the clinic's own system of which the chart knows nothing. */
export async function measures(ehr: Ehr, ...values: [string, number][]): Promise<void> {
  const [{ id }] = (await ehr.all("Patient")) as [{ id: string }];
  for (const [effectiveDateTime, value] of values) {
    await ehr.post({
      resourceType: "Observation",
      status: "final",
      subject: { reference: `Patient/${id}` },
      category: [status("observation-category", "laboratory")],
      code: { coding: [{ system: "http://loinc.org", code: "2823-3" }], text: "Potassium" },
      effectiveDateTime,
      valueQuantity: { value, unit: "mmol/L", system: "http://unitsofmeasure.org", code: "mmol/L" },
    });
  }
}

/** "No known allergy" in the clinic's own system. */
export async function saysNone(ehr: Ehr): Promise<void> {
  const [{ id }] = (await ehr.all("Patient")) as [{ id: string }];
  await ehr.post(allergy(id, concept("716186003", "No known allergy")));
}

/** The page of the comparison, of a patient of whom it is confirmed who they are there. The patient's address. */
export async function beside(page: Page, desk: DeskHost, sections = OPENED): Promise<string> {
  await desk.endAll();
  await signIn(page, desk, "cleo");
  const address = await scan(page, desk, ...sections);
  await page.getByRole("button", { name: "In the clinic’s system" }).click();
  await onScreen(page, "patient");
  await confirm(page);
  await page.getByRole("button", { name: "Compare with the clinic’s system" }).click();
  await onScreen(page, "reconcile");
  return address;
}

/** The same, with what the system says now. */
export async function read(page: Page, desk: DeskHost, sections = OPENED): Promise<string> {
  const address = await beside(page, desk, sections);
  await page.getByRole("button", { name: "Read it now" }).click();
  await page.getByRole("button", { name: "Read it again" }).waitFor();
  return address;
}

/** A row, by what stands in it. */
export const row = (page: Page, text: string) => page.locator("article.beside", { hasText: text });

/** Chooses an answer in a row. */
export const answer = (page: Page, text: string, label: string) => row(page, text).getByLabel(label, { exact: true }).check();

/** Decides about each allergy. */
export async function decide(page: Page, fresh = "Shellfish"): Promise<void> {
  await answer(page, "Penicillin", "One thing");
  await answer(page, fresh, "Add it to the patient’s chart");
  await answer(page, "Latex", "Write it into the clinic’s system");
}

/** Looks at what would be done. */
export async function review(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Look at what would be done" }).click();
  await expect(page.locator(".closing h2")).toBeFocused();
}

/** Has it done. */
export async function act(page: Page): Promise<void> {
  await decide(page);
  await review(page);
  await page.getByRole("button", { name: "Yes, do this" }).click();
  await page.locator(".come").waitFor();
}

/** Somebody else reads what was changed there meanwhile. */
export async function readsAnew(desk: DeskHost, ehr: Ehr): Promise<void> {
  const shellfish = (await ehr.all("AllergyIntolerance")).find((it) => it.code.text === "Shellfish")!;
  await ehr.put({ ...shellfish, criticality: "high" });
  const session = await desk.signIn("cleo", "correct horse battery");
  const [chart] = (await (await desk.ask("GET", "/api/charts", undefined, session)).json()) as [{ id: string }];
  await desk.ask("POST", `/api/charts/${chart.id}/reconcile/read`, {}, session);
}

/** With what was decided about something that is not as it was seen any more. */
export async function stale(page: Page, desk: DeskHost): Promise<Ehr> {
  const ehr = await desk.ehr(MARIA);
  await fills(ehr);
  await read(page, desk);
  await decide(page);
  await review(page);
  await readsAnew(desk, ehr);
  await page.getByRole("button", { name: "Yes, do this" }).click();
  await hasProblem(page, "desk-recon-changed");
  return ehr;
}

/** What came of it, as it would be written to the clinic's own system. */
export async function resultThere(page: Page, desk: DeskHost): Promise<Ehr> {
  const ehr = await desk.ehr(MARIA);
  await fills(ehr);
  await read(page, desk);
  await decide(page);
  await review(page);
  await page.locator("#reason").fill("Asked her today");
  await page.getByRole("button", { name: "Yes, do this" }).click();
  await expect.poll(async () => (await ehr.all("AllergyIntolerance")).length, "what was approved is there").toBe(3);
  await page.getByRole("button", { name: "Write the result to the clinic’s system" }).click();
  await onScreen(page, "result-there");
  return ehr;
}

/** Every kind of screen of the comparison. */
export const RECONCILE_STATES: DeskState[] = [
  {
    name: "beside-not-linked",
    reach: async (page, desk) => {
      await desk.ehr(MARIA);
      await desk.endAll();
      await signIn(page, desk, "cleo");
      await scan(page, desk, ...READ_ONLY);
      await page.keyboard.press("b");
      await onScreen(page, "reconcile");
      await hasProblem(page, "desk-bridge-not-linked");
    },
  },
  {
    name: "beside-unread",
    reach: async (page, desk) => {
      await desk.ehr(MARIA);
      await beside(page, desk);
    },
  },
  {
    name: "beside",
    reach: async (page, desk) => {
      await fills(await desk.ehr(MARIA));
      await read(page, desk);
    },
  },
  {
    name: "beside-results",
    reach: async (page, desk) => {
      const ehr = await desk.ehr(MARIA);
      await fills(ehr);
      await measures(ehr, ["2026-11-20", 4.1], ["2026-11-21", 4.4], ["2026-11-22", 3.9]);
      await read(page, desk);
      await page.keyboard.press("5");
      await page.getByRole("button", { name: "of these" }).waitFor();
    },
  },
  {
    name: "beside-refused",
    reach: async (page, desk) => {
      // As a system that does not let everything be read.
      await page.route("**/reconcile/read", async (route) => {
        const comparison = (await (await route.fetch()).json()) as { reading: { searches: { name: string }[]; others: number } };
        const searches = comparison.reading.searches.map((it) => (it.name.startsWith("Condition") ? { ...it, count: 0, trouble: "forbidden", status: 403 } : it));
        await route.fulfill({ json: { ...comparison, reading: { ...comparison.reading, searches, others: 2 } } });
      });
      await fills(await desk.ehr(MARIA));
      await read(page, desk, READ_ONLY);
      await page.locator("[data-section=problems]").click();
    },
  },
  {
    name: "beside-not-opened",
    reach: async (page, desk) => {
      await fills(await desk.ehr(MARIA));
      await read(page, desk, READ_ONLY);
      await page.locator("[data-section=medications]").click();
      await row(page, "Warfarin").waitFor();
    },
  },
  {
    name: "beside-contradiction",
    reach: async (page, desk) => {
      await saysNone(await desk.ehr(MARIA));
      await read(page, desk);
      await page.locator(".contradiction").waitFor();
    },
  },
  {
    name: "beside-chosen",
    reach: async (page, desk) => {
      await fills(await desk.ehr(MARIA));
      await read(page, desk);
      await answer(page, "Penicillin", "Two things");
      await answer(page, "Penicillin", "Add it to the patient’s chart");
      await answer(page, "Shellfish", "Leave it in the clinic’s system alone");
    },
  },
  {
    name: "beside-asking",
    reach: async (page, desk) => {
      await fills(await desk.ehr(MARIA));
      await read(page, desk);
      await decide(page);
      await review(page);
      await page.locator("#reason").fill("Asked her today");
    },
  },
  { name: "beside-changed", reach: async (page, desk) => void (await stale(page, desk)) },
  {
    name: "beside-done",
    reach: async (page, desk) => {
      await fills(await desk.ehr(MARIA));
      await read(page, desk);
      await act(page);
    },
  },
  {
    name: "beside-decided",
    reach: async (page, desk) => {
      await fills(await desk.ehr(MARIA));
      await read(page, desk);
      await act(page);
      await page.getByRole("button", { name: "Back to the comparison" }).click();
      await page.locator("[data-part=decided] > summary").click();
    },
  },
  {
    name: "visit-reconciled",
    reach: async (page, desk) => {
      await fills(await desk.ehr(MARIA));
      await read(page, desk);
      await act(page);
      await page.getByRole("button", { name: "Look at it as it is signed" }).click();
      await onScreen(page, "visit");
    },
  },
  { name: "result-there", reach: async (page, desk) => void (await resultThere(page, desk)) },
  {
    name: "result-not-offered",
    reach: async (page, desk) => {
      // As a system that takes no lists.
      await page.route("**/acts/*", async (route) => route.fulfill({ json: { ...((await (await route.fetch()).json()) as object), offered: false } }));
      await resultThere(page, desk);
    },
  },
];
