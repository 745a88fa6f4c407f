import { parseObject, text, type JsonObject } from "../../src/json.ts";
import { Problem } from "../problem.ts";
import type { Messages } from "../strings/messages.ts";
import type { ReadyForm } from "./api.ts";

/** Kinds of entries that a visit may need: what the patient reads, and FHIR's types of them. */
export const RECORDS = {
  allergies: ["uiCheckinAllergies", ["AllergyIntolerance"]],
  medicines: ["uiCheckinMedicines", ["MedicationStatement", "MedicationRequest"]],
  problems: ["uiCheckinProblems", ["Condition"]],
  vaccines: ["uiCheckinVaccines", ["Immunization"]],
  results: ["uiCheckinResults", ["Observation", "DiagnosticReport"]],
  procedures: ["uiCheckinProcedures", ["Procedure"]],
  family: ["uiCheckinFamily", ["FamilyMemberHistory"]],
  insurance: ["uiCheckinInsurance", ["Coverage"]],
} as const satisfies Record<string, readonly [keyof Messages, readonly string[]]>;

export type RecordKind = keyof typeof RECORDS;

/** The name of a form of one's own among what is asked. */
export const OWN = "own";

/** Hours in which an answer is taken. */
export const HOURS = [1, 4, 24, 48, 72, 168, 336, 720] as const;

/** What somebody at the desk asks, as it is typed. */
export interface Asks {
  /** An open chart; nothing for somebody in the desk's own words. */
  chart: string;
  whom: string;
  purpose: string;
  /** Names of kinds of entries and of forms. */
  chosen: Set<string>;
  /** Those of them that the visit needs. */
  needed: Set<string>;
  /** A form of one's own: FHIR R4 Questionnaire as JSON. */
  own: string;
  hours: number;
  call: string;
}

export const newAsks = (chart = ""): Asks => ({ chart, whom: "", purpose: "", chosen: new Set(), needed: new Set(), own: "", hours: 48, call: "" });

/** The form in a text; none if there is none in it. */
export function formIn(json: string): JsonObject | undefined {
  const form = parseObject(json.trim());
  return form?.resourceType === "Questionnaire" ? form : undefined;
}

/** What is asked as JSON for the server. A form of one's own stands in it letter by letter: its numbers go through no float. */
export function written(asks: Asks, ready: ReadyForm[], words: Messages): string {
  const { chart, whom, purpose, chosen, needed, own, hours, call } = asks;
  const item = (id: string, title: string, more: object = {}): object => ({ id, title, required: needed.has(id), ...more });
  const kinds = (Object.keys(RECORDS) as RecordKind[]).filter((it) => chosen.has(it));
  const items = [
    ...kinds.map((kind) => JSON.stringify(item(kind, words[RECORDS[kind][0]], { resource_types: RECORDS[kind][1] }))),
    ...ready.filter((it) => chosen.has(it.name)).map(({ name, title, questionnaire }) => JSON.stringify(item(name, title, { questionnaire }))),
    ...(own.trim() === "" ? [] : [having(item(OWN, titleOf(own, words)), "questionnaire", own.trim())]),
  ];
  const rest = { ...(chart === "" ? { whom } : { chart }), ...said("purpose", purpose), hours, ...said("call", call) };
  return having(rest, "items", `[${items.join()}]`);
}

function titleOf(own: string, words: Messages): string {
  const form = formIn(own);
  if (form === undefined) {
    throw Problem.of("uiCheckinNoForm");
  }
  return text(form.title) ?? words.uiCheckinOwnTitle;
}

const said = (name: string, value: string): object => (value.trim() === "" ? {} : { [name]: value.trim() });

/** An object as JSON, with a member more that is JSON already. */
const having = (object: object, member: string, json: string): string => `${JSON.stringify(object).slice(0, -1)},"${member}":${json}}`;
