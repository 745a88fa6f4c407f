import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { formIn, newAsks, OWN, written, type Asks } from "../../desk/checkin/asked.ts";
import type { ReadyForm } from "../../desk/checkin/api.ts";
import { messages as words } from "../../desk/strings/en.ts";
import { root } from "../places.ts";

const FORM = `{ "resourceType": "Questionnaire", "status": "active", "title": "Weight", "item": [
  { "linkId": "d", "type": "decimal", "initial": [{ "valueDecimal": 70.50 }] }] }`;

const folder = join(root, "clinic/src/checkin/forms");
const files = readdirSync(folder).map((file) => readFileSync(join(folder, file), "utf8"));
const READY: ReadyForm[] = files.map((json) => {
  const questionnaire = JSON.parse(json) as { url: string; title: string };
  return { name: questionnaire.url.split(":").at(-1)!, title: questionnaire.title, questionnaire };
});

const asks = (more: Partial<Asks>): Asks => ({ ...newAsks(), whom: "Maria", ...more });
const sent = (more: Partial<Asks>) => JSON.parse(written(asks(more), READY, words)) as Record<string, any>;

test("what is chosen is asked in plain words, and nothing else", () => {
  const body = sent({ purpose: " Your visit ", chosen: new Set(["medicines", "allergies", "before-the-call"]), needed: new Set(["allergies", "results"]), hours: 24 });
  expect(Object.keys(body)).toEqual(["whom", "purpose", "hours", "items"]);
  expect(body).toMatchObject({ whom: "Maria", purpose: "Your visit", hours: 24 });
  expect(body.items.map(({ questionnaire, ...it }: Record<string, unknown>) => it)).toEqual([
    { id: "allergies", title: "Your allergies", required: true, resource_types: ["AllergyIntolerance"] },
    { id: "medicines", title: "Your medicines", required: false, resource_types: ["MedicationStatement", "MedicationRequest"] },
    { id: "before-the-call", title: "Before the call", required: false },
  ]);
  expect(sent({ chart: "7", whom: "typed before", call: "https://call.example/7" })).toEqual({ chart: "7", hours: 48, call: "https://call.example/7", items: [] });
});

test("a form of one's own is asked letter by letter", () => {
  const text = written(asks({ own: `\n${FORM} `, needed: new Set([OWN]) }), READY, words);
  expect(text).toContain(`"questionnaire":${FORM}}`);
  const [item] = (JSON.parse(text) as { items: Record<string, unknown>[] }).items;
  expect(item).toMatchObject({ id: OWN, title: "Weight", required: true });
  // What it says twice is for the server to refuse.
  const twice = FORM.replace(`"status"`, `"status": "draft", "status"`);
  expect(written(asks({ own: twice }), READY, words)).toContain(twice);
  expect(sent({ own: FORM.replace(`"title": "Weight", `, "") }).items[0].title).toBe(words.uiCheckinOwnTitle);
});

test("what is no form is not asked, and changes nothing around it", () => {
  for (const own of ["hello", "[]", "null", `{ "resourceType": "Patient" }`, `${FORM}, "hours": 720`, `${FORM}}], "hours": 720, "items": [{`, FORM.slice(0, -1), "[".repeat(100_000)]) {
    expect(formIn(own), own.slice(0, 40)).toBeUndefined();
    expect(() => written(asks({ own }), READY, words), own.slice(0, 40)).toThrow("uiCheckinNoForm");
  }
});

test("the desk's own forms go through a browser unchanged", () => {
  expect(files).toHaveLength(3);
  for (const json of files) {
    expect(JSON.stringify(JSON.parse(json), null, 2)).toBe(json.trim());
  }
  const decimals = FORM.replaceAll(/\s/g, "");
  expect(JSON.stringify(JSON.parse(FORM)), "one with a decimal would not").not.toBe(decimals);
});
