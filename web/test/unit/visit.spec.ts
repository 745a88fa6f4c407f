import { expect, test } from "@playwright/test";
import { chosen, contentOf, differences, draftOf, isFilled, newRow, settle, LISTS, TEXTS, type Draft, type VisitContent } from "../../desk/visit/content.ts";
import { instantOf, placeTime } from "../../desk/visit/time.ts";

const EMPTY = Object.fromEntries([...TEXTS.map((part) => [part, ""]), ...LISTS.map((part) => [part, part === "encounter" ? null : []])]) as unknown as VisitContent;

/** As the server sends it, with every field. */
const FULL: VisitContent = {
  ...EMPTY,
  title: "Visit",
  note: " Seen. ",
  encounter: { class: "virtual", begin: "2026-11-27T09:30:00Z", end: null, reason: "Hoarse" },
  diagnoses: [{ what: { text: "Laryngitis", system: "http://example.org/own", code: "L1" }, since: "2026", until: null, suspected: true, remark: null }],
  medicines: [{ change: "stop", what: { text: "Ibuprofen", system: null, code: null }, dosage: null, when: "2026-11", purpose: null, remark: "stomach" }],
  results: [{ what: { text: "Potassium", system: null, code: null }, when: null, number: "4.10", unit: "mmol/L", ucum: "mmol/L", words: null, low: "3.50", high: null, flag: "N" }],
  vitals: [{ what: { text: "Body weight", system: "http://loinc.org", code: "29463-7" }, when: null, number: "071.50", unit: "kg", ucum: "kg" }],
  blood_pressures: [{ systolic: "128", diastolic: "", when: null }],
  vaccines: [{ what: { text: "Tetanus", system: null, code: null }, when: null, dose: 2, lot: "A7" }],
  referrals: [{ to: "Dr Ito", text: "" }],
};

const draft = (content: Partial<VisitContent>): Draft => draftOf({ ...EMPTY, ...content });

test("what the server has comes back as it was, letter by letter", () => {
  expect(contentOf(draftOf(FULL))).toEqual(FULL);
  expect(contentOf(draftOf(EMPTY))).toEqual(EMPTY);
  expect(differences(draftOf(FULL), draftOf(contentOf(draftOf(FULL))))).toEqual([]);
});

test("an entry in which nothing was typed is none", () => {
  const empty = draft({});
  for (const part of LISTS) {
    empty.lists[part].push(newRow(part));
    expect(isFilled(part, newRow(part)), part).toBe(false);
  }
  expect(contentOf(empty)).toEqual(EMPTY);
  expect(differences(empty, draft({}))).toEqual([]);
});

test("how it took place is said by a choice alone, and once", () => {
  const said = draft({});
  said.lists.encounter.push({ ...newRow("encounter"), class: "home" });
  expect(contentOf(said).encounter).toEqual({ class: "home", begin: null, end: null, reason: null });
  const other = draft({ encounter: { class: "virtual", begin: null, end: null, reason: null } });
  expect(differences(said, other)).toEqual(["encounter"]);
  expect(contentOf(chosen(said, other, new Map([["encounter", "mine"]]))).encounter).toMatchObject({ class: "home" });
  expect(contentOf(chosen(said, other, new Map([["encounter", "theirs"]]))).encounter).toMatchObject({ class: "virtual" });
});

test("a time is typed in the time of this place, and kept as an instant", () => {
  expect(instantOf(placeTime("2026-11-27T09:30:00Z"))).toBe("2026-11-27T09:30:00Z");
  expect(instantOf(placeTime("2026-11-27T09:30:00+05:30"))).toBe("2026-11-27T04:00:00Z");
  expect([placeTime("2026-11-27"), placeTime("soon"), placeTime(""), instantOf(""), instantOf("soon")]).toEqual(["", "", "", "", ""]);
});

test("a code goes with the name that it stood for, and a unit's with the unit", () => {
  const [row] = draftOf(FULL).lists.vitals;
  settle(row!, "number");
  expect([row!.code, row!.ucum]).toEqual(["29463-7", "kg"]);
  settle(row!, "unit");
  expect([row!.code, row!.ucum]).toEqual(["29463-7", ""]);
  settle(row!, "text");
  expect(row!.code).toBe("");
});

test("what was chosen stands, and neither draft is changed", () => {
  const entry = (text: string) => ({ what: { text, system: null, code: null }, since: null, until: null, suspected: false, remark: null });
  const mine = draft({ note: "Mine.", plan: "Rest.", diagnoses: [entry("Cough"), entry("Cold")] });
  const theirs = draft({ note: "Theirs.", title: "Visit", diagnoses: [entry("Cold"), entry("Asthma")] });
  expect(differences(mine, theirs)).toEqual(["title", "note", "plan", "diagnoses"]);
  const before = structuredClone([mine, theirs]);
  const both = chosen(mine, theirs, new Map([["note", "both"], ["plan", "mine"], ["title", "theirs"], ["diagnoses", "both"]]));
  expect(both.texts).toMatchObject({ note: "Theirs.\n\nMine.", plan: "Rest.", title: "Visit" });
  expect(both.lists.diagnoses.map((row) => row.text)).toEqual(["Cold", "Asthma", "Cough"]);
  expect(chosen(mine, theirs, new Map([["diagnoses", "mine"]])).lists.diagnoses.map((row) => row.text)).toEqual(["Cough", "Cold"]);
  expect([mine, theirs]).toEqual(before);
});
