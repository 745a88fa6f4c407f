import { dayOf } from "../card/age.ts";
import { object, objects, text, type Json, type JsonObject } from "../json.ts";
import { Problem } from "../problem.ts";
import { ageMarks } from "../sources.ts";
import type { Contact, Entry, Mark, SectionName, Summary } from "../summary.ts";
import { Resources } from "./bundle.ts";
import { entryOf } from "./entries.ts";
import { concept, humanName, type CodeNames } from "./words.ts";

/** What is known of a resource besides what it says itself. */
export type Remarks = ReadonlyMap<JsonObject, Partial<Entry>>;

/** What a FHIR Bundle or resource says to a reader of emergencies. `marks` say whose word it is. */
export function summaryOfFhir(root: JsonObject, names: CodeNames, marks: Mark[], made: string | undefined, now: number): Summary {
  const all = Resources.of(root);
  if (all.all.length === 0) {
    throw new Problem("pageNothing");
  }
  const said = made ?? text(all.ofType("Composition")[0]?.date) ?? text(root.timestamp) ?? text(object(root.meta)?.lastUpdated);
  return summaryOfResources(all, names, [...timeMarks(said, now), ...marks], new Map());
}

/** What resources say, with what else is known of them. */
export function summaryOfResources(all: Resources, names: CodeNames, marks: Mark[], remarks: Remarks): Summary {
  const sections = grouped(all, names, remarks);
  const [patient] = all.ofType("Patient");
  const languages = objects(patient?.communication).map((it) => concept(it.language, names).text);
  if (languages.length > 0) {
    const entry = { highRisk: false, disputed: false, noneKnown: false };
    sections.set("languages", languages.map((text) => ({ ...entry, text: text ?? "?" })));
  }
  const name = humanName(patient?.name);
  const born = text(patient?.birthDate);
  return {
    ...(name === undefined ? {} : { name }),
    ...(born === undefined ? {} : { born }),
    marks,
    contacts: objects(patient?.contact).map((it) => contactOf(it, names)).filter((it) => it !== undefined),
    sections,
  };
}

function grouped(all: Resources, names: CodeNames, remarks: Remarks): Map<SectionName, Entry[]> {
  const sections = new Map<SectionName, Entry[]>();
  for (const resource of all.all) {
    const [section, own] = entryOf(resource, all, names) ?? [];
    if (section !== undefined && own !== undefined) {
      const entry = { ...own, ...remarks.get(resource) };
      const entries = sections.get(section);
      if (entries === undefined) {
        sections.set(section, [entry]);
      } else {
        entries.push(entry);
      }
    }
  }
  return sections;
}

/** When it was made and how old that is. */
export function timeMarks(said: string | undefined, now: number): Mark[] {
  const time = said === undefined ? Number.NaN : Date.parse(said);
  return Number.isNaN(time)
    ? [{ id: "undated", kind: "caution", text: (words) => words.pageUndated }]
    : ageMarks(dayOf(time), undefined, now);
}

function contactOf(contact: JsonObject, names: CodeNames): Contact | undefined {
  const name = humanName(contact.name);
  const relation = objects(contact.relationship).map((it) => concept(it, names).text).find((it) => it !== undefined);
  const phone = phoneOf(contact.telecom);
  const called = name ?? relation ?? phone;
  if (called === undefined) {
    return undefined;
  }
  return { name: called, ...(relation === undefined ? {} : { relation }), ...(phone === undefined ? {} : { phone }) };
}

function phoneOf(telecom: Json | undefined): string | undefined {
  return text(objects(telecom).find((it) => it.system === "phone" || it.system === "sms")?.value);
}
