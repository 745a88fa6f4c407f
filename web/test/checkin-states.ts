import type { Page } from "@playwright/test";
import { confirm, there } from "./bridge-states.ts";
import { expect, hasProblem, onScreen, scan, signIn } from "./desk-test.ts";
import type { DeskState } from "./desk-states.ts";
import type { DeskHost } from "./host/desk-host.ts";
import { MARIA, type Ehr } from "./host/ehr.ts";

export const CALL = "https://call.example/room-7";
/** What a patient answers in the form. */
const FORM = [
  ["phone", "555 0134"],
  ["place", "12 Lake Road, Springfield"],
  ["reason", "Hoarse for three days"],
  ["pain", "yes"],
  ["strength", "4"],
  ["weight", "179.20 lb"],
].reduce((all, answer) => [...all, "--answer", "before-the-call", ...answer], ["--give", "before-the-call"]);
/** The same, by somebody who keeps illnesses back. */
export const ANSWERS = ["--give", "allergies", "--give", "medicines", ...FORM];

/** The list of check-ins. */
export async function list(page: Page, desk: DeskHost, login: string): Promise<void> {
  await signIn(page, desk, login);
  await onScreen(page, "scan");
  await page.keyboard.press("Escape");
  await page.keyboard.press("c");
  await onScreen(page, "checkins");
}

/** What is asked before a call, as it is typed. */
export async function typeIn(page: Page, whom = "Maria Okafor, Monday at nine"): Promise<void> {
  await page.getByRole("button", { name: "Ask before a visit" }).click();
  await onScreen(page, "new-checkin");
  await page.locator("#whom").fill(whom);
  await page.locator("#purpose").fill("Your video visit on Monday");
  await page.getByLabel("Your allergies").check();
  await page.locator("#need-allergies").check();
  await page.getByLabel("Your medicines").check();
  await page.getByLabel("Your illnesses").check();
  await page.getByLabel("Before the call").check();
  await page.locator("#call").fill(CALL);
}

/** Makes it; the link for the patient. */
export async function make(page: Page): Promise<string> {
  await page.getByRole("button", { name: "Make the check-in" }).click();
  await onScreen(page, "checkin");
  return page.locator("#link").inputValue();
}

/** The patient answers by the link, and the desk looks. */
async function answered(page: Page, desk: DeskHost, login: string): Promise<void> {
  await list(page, desk, login);
  await typeIn(page);
  const link = await make(page);
  await desk.leave(link, desk.answer(await desk.asked(link), ...ANSWERS));
  await page.getByRole("button", { name: "Look whether it was answered" }).click();
  await page.locator("[data-standing=answered]").waitFor();
}

/** What was answered, before it is written to the clinic's own system, where it is confirmed who the patient is. */
export async function answerThere(page: Page, desk: DeskHost): Promise<Ehr> {
  const ehr = await desk.ehr(MARIA);
  await there(page, desk);
  await confirm(page);
  await page.getByRole("button", { name: "Back to the chart" }).click();
  await page.getByRole("button", { name: "Ask before a visit" }).click();
  await onScreen(page, "new-checkin");
  await page.getByLabel("Before the call").check();
  const link = await make(page);
  await desk.leave(link, desk.answer(await desk.asked(link), ...FORM));
  await page.getByRole("button", { name: "Look whether it was answered" }).click();
  await page.getByRole("button", { name: "Write it to the clinic’s system" }).click();
  await onScreen(page, "answer-there");
  return ehr;
}

/** What a program answers that keeps to no form. */
export function faulty(asked: string): string {
  const { id } = JSON.parse(asked) as { id: string };
  const artifact = (name: string, item: string, fhirVersion: string, value: object) => ({ id: name, mediaType: "application/fhir+json", fhirVersion, fulfills: [item], value });
  const problems = Array.from({ length: 203 }, () => ({ resource: { resourceType: "Condition", code: { text: "<b>Cough</b>" } } }));
  const filled = [
    { linkId: "strength", answer: [{ valueInteger: 11 }] },
    { linkId: "pain", answer: [{ valueBoolean: false }] },
    { linkId: "oxygen", answer: [{ valueQuantity: { value: 97, unit: "percent", code: "percent" } }] },
    { linkId: "reason", answer: [{ valueString: '<img src=x onerror="pwned()"> \u202ehoarse' }] },
    { linkId: "unasked", answer: [{ valueString: "And one thing more" }] },
  ];
  return JSON.stringify({
    type: "smart-health-checkin-response",
    version: "1",
    requestId: id,
    artifacts: [
      artifact("1", "medicines", "5.0.0", { resourceType: "MedicationStatement" }),
      artifact("2", "problems", "4.0.1", { resourceType: "Bundle", type: "collection", entry: problems }),
      artifact("3", "before-the-call", "4.0.1", { resourceType: "QuestionnaireResponse", status: "in-progress", source: { display: "<b>Amina</b>" }, item: filled }),
    ],
    requestStatus: [
      { item: "allergies", status: "fulfilled", message: '<script>pwned()</script>' },
      { item: "medicines", status: "partial" },
      { item: "problems", status: "partial" },
      { item: "before-the-call", status: "partial" },
    ],
  });
}

/** Every kind of screen that has to do with check-ins. */
export const CHECKIN_STATES: DeskState[] = [
  {
    name: "checkins-none",
    reach: async (page, desk) => {
      await page.route("**/api/checkins", (route) => route.fulfill({ json: [] }));
      await list(page, desk, "fay");
    },
  },
  {
    name: "checkins",
    reach: async (page, desk) => {
      await answered(page, desk, "cleo");
      await page.getByRole("button", { name: "I have read this" }).click();
      await page.locator("[data-standing=read]").waitFor();
      await page.getByRole("button", { name: "Sign out" }).click();
      await answered(page, desk, "fay");
      await page.keyboard.press("c");
      await typeIn(page, "John, Tuesday");
      await make(page);
      await page.keyboard.press("Escape");
      await onScreen(page, "checkins");
    },
  },
  {
    name: "checkin-new",
    reach: async (page, desk) => {
      await list(page, desk, "fay");
      await typeIn(page);
      await page.locator("[data-form=before-the-call] summary").click();
      await page.getByText("Paste a form of your own").click();
      await page.locator("#own").fill(`{ "resourceType": "Questionnaire", "status": "active", "item": [{ "linkId": "sleep", "text": "How do you sleep?", "type": "choice", "answerOption": [{ "valueString": "well" }, { "valueString": "badly" }] }] }`);
    },
  },
  {
    name: "checkin-refused",
    reach: async (page, desk) => {
      await list(page, desk, "fay");
      await typeIn(page);
      await page.locator("#purpose").fill("Lakeside Clinic asks you");
      await page.getByRole("button", { name: "Make the check-in" }).click();
      await hasProblem(page, "desk-checkin-purpose");
    },
  },
  {
    name: "checkin-give",
    reach: async (page, desk) => {
      await list(page, desk, "fay");
      await typeIn(page);
      await make(page);
    },
  },
  {
    name: "checkin-of-chart",
    reach: async (page, desk) => {
      await signIn(page, desk, "cleo");
      await scan(page, desk, "profile", "allergies");
      await page.getByRole("button", { name: "Ask before a visit" }).click();
      await page.getByLabel("Your insurance").check();
      await make(page);
    },
  },
  { name: "checkin-answered", reach: (page, desk) => answered(page, desk, "cleo") },
  {
    name: "checkin-faults",
    reach: async (page, desk) => {
      await list(page, desk, "cleo");
      await typeIn(page);
      const link = await make(page);
      await desk.leave(link, faulty(await desk.asked(link)));
      await page.getByRole("button", { name: "Look whether it was answered" }).click();
      await expect(page.locator("[data-fault]")).not.toHaveCount(0);
    },
  },
  {
    name: "checkin-deleting",
    reach: async (page, desk) => {
      await answered(page, desk, "cleo");
      await page.getByRole("button", { name: "Delete" }).click();
      await page.locator(".closing").waitFor();
    },
  },
  {
    name: "answer-there",
    reach: async (page, desk) => {
      await answerThere(page, desk);
      await page.locator(".choice details").first().locator("summary").click();
    },
  },
  {
    name: "here-answered",
    reach: async (page, desk) => {
      await answered(page, desk, "fay");
      await page.keyboard.press("w");
      await onScreen(page, "here");
      await page.locator("[data-checkin]").first().waitFor();
    },
  },
];
