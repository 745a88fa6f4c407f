import { dayOf } from "../card/age.ts";
import { object, objects, text, type Json, type JsonObject } from "../json.ts";
import { Problem } from "../problem.ts";
import { ageMarks } from "../sources.ts";
import type { Contact, Entry, Mark, SectionName, Summary } from "../summary.ts";
import { Resources } from "./bundle.ts";
import { entryOf } from "./entries.ts";
import { concept, humanName, type CodeNames } from "./words.ts";

/** What a FHIR Bundle or resource says to a reader of emergencies. `marks` say whose word it is. */
export function summaryOfFhir(root: JsonObject, names: CodeNames, marks: Mark[], made: string | undefined, now: number): Summary {
  const all = Resources.of(root);
  if (all.all.length === 0) {
    throw new Problem("pageNothing");
  }
  const sections = grouped(all, names);
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
    marks: [...timeMarks(root, all, made, now), ...marks],
    contacts: objects(patient?.contact).map((it) => contactOf(it, names)).filter((it) => it !== undefined),
    sections,
  };
}

function grouped(all: Resources, names: CodeNames): Map<SectionName, Entry[]> {
  const sections = new Map<SectionName, Entry[]>();
  for (const resource of all.all) {
    const [section, entry] = entryOf(resource, all, names) ?? [];
    if (section !== undefined && entry !== undefined) {
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

function timeMarks(root: JsonObject, all: Resources, made: string | undefined, now: number): Mark[] {
  const said = made ?? text(all.ofType("Composition")[0]?.date) ?? text(root.timestamp) ?? text(object(root.meta)?.lastUpdated);
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
