import { fromBase64 } from "../bytes.ts";
import { object, objects, text, type Json, type JsonObject } from "../json.ts";
import type { Entry, PlainMessage, SectionName, Severity } from "../summary.ts";
import type { Resources } from "./bundle.ts";
import { quantity } from "./quantity.ts";
import { concept, firstCode, hasCode, type CodeNames, type Concept } from "./words.ts";

const SNOMED = "http://snomed.info/sct";
const LOINC = "http://loinc.org";
const ABSENT = "http://hl7.org/fhir/uv/ips/CodeSystem/absent-unknown-uv-ips";
/** "No known allergy", and those to drugs, food and the environment. */
const NO_KNOWN_ALLERGY = ["716186003", "409137002", "428607008", "428197003"];
const BLOOD_GROUP = ["882-1", "883-9", "10331-7"];
const PREGNANCY = ["82810-3", "11449-6", "11778-8"];
const SEVERITIES: Severity[] = ["mild", "moderate", "severe"];

/** What a resource says, and in which section; undefined for resources that say nothing to a reader of emergencies. */
export function entryOf(resource: JsonObject, all: Resources, names: CodeNames): [SectionName, Entry] | undefined {
  const plain = (section: SectionName, what: Concept, rest: Partial<Entry> = {}): [SectionName, Entry] => [
    section,
    entry(resource, what, rest),
  ];
  const code = concept(resource.code, names);
  switch (resource.resourceType) {
    case "AllergyIntolerance":
      return plain("allergies", code, allergy(resource, names));
    case "MedicationStatement":
    case "MedicationRequest":
    case "MedicationAdministration":
      return plain("medicines", medicine(resource, all, names), { ...dosage(resource), ...period(resource) });
    case "Condition":
      return plain("conditions", code, period(resource));
    case "Immunization":
      return plain("vaccines", concept(resource.vaccineCode, names), since(resource.occurrenceDateTime));
    case "Procedure":
      return plain("procedures", code, period(resource));
    case "DeviceUseStatement":
      return plain("implants", device(all.target(resource, resource.device), resource.device, names), period(resource));
    case "Consent":
      return plain("directives", firstOf([...objects(resource.category), object(resource.scope)], names), since(resource.dateTime));
    case "Observation":
      return observation(resource, code, names);
    case "DocumentReference":
      return plain("documents", firstOf([object(resource.type)], names), document(resource));
    default:
      return OTHERS.includes(String(resource.resourceType)) ? other(resource, code, names) : undefined;
  }
}

/** Types whose head is shown at the end; those that only serve others are not. */
const OTHERS = ["DiagnosticReport", "Encounter", "CarePlan", "Goal", "FamilyMemberHistory", "Coverage", "Flag", "ClinicalImpression"];

function other(resource: JsonObject, code: Concept, names: CodeNames): [SectionName, Entry] {
  const kinds = [resource.type, resource.category, resource.relationship, resource.description].flatMap((it) => objects(it));
  const what = code.text === undefined ? firstOf(kinds, names) : code;
  const named = { ...what, text: what.text ?? text(resource.title) ?? String(resource.resourceType) };
  return ["other", entry(resource, named, { ...period(resource), ...(named.text === resource.resourceType ? {} : { detail: String(resource.resourceType) }) })];
}

function entry(resource: JsonObject, what: Concept, rest: Partial<Entry>): Entry {
  const { code } = what;
  const noneKnown = code !== undefined && ((code.system === ABSENT && code.code.startsWith("no-known")) || (code.system === SNOMED && NO_KNOWN_ALLERGY.includes(code.code)));
  const notes = notesOf(resource);
  const isStruck = notes.some((note) => note === "pageInError" || note === "pageRefuted");
  return {
    text: what.text ?? String(resource.resourceType),
    ...(code === undefined || what.text === undefined ? {} : { code }),
    highRisk: false,
    disputed: false,
    noneKnown,
    ...(notes.length > 0 ? { notes } : {}),
    ...(isStruck ? { isStruck } : {}),
    ...(what.isNameAdded ? { isNameAdded: true } : {}),
    ...rest,
  };
}

/** What the states of a resource mean for a reader. */
const NOTES: Record<string, PlainMessage> = {
  "entered-in-error": "pageInError",
  refuted: "pageRefuted",
  unconfirmed: "pageUnconfirmed",
  provisional: "pageUnconfirmed",
  differential: "pageUnconfirmed",
  inactive: "pageInactive",
  remission: "pageInactive",
  resolved: "pageResolved",
  completed: "pageResolved",
  stopped: "pageStopped",
  cancelled: "pageStopped",
  "not-taken": "pageStopped",
  "on-hold": "pageStopped",
};

function notesOf(resource: JsonObject): PlainMessage[] {
  const type = String(resource.resourceType);
  // Of a vaccine or an operation "completed" is what is expected.
  const status = type.startsWith("Medication") || resource.status === "entered-in-error" ? text(resource.status) : undefined;
  const codes = [status, firstCode(resource.verificationStatus), firstCode(resource.clinicalStatus)];
  const notes = codes.filter((code) => code !== undefined && Object.hasOwn(NOTES, code)).map((code) => NOTES[code!]!);
  return [...new Set(notes)];
}

function allergy(resource: JsonObject, names: CodeNames): Partial<Entry> {
  const reactions = objects(resource.reaction);
  const manifestations = reactions.flatMap((it) => objects(it.manifestation)).map((it) => concept(it, names).text);
  const severities = reactions.map((it) => SEVERITIES.indexOf(it.severity as Severity));
  const severity = SEVERITIES[Math.max(-1, ...severities)];
  const detail = text(manifestations.filter((it) => it !== undefined).join(", "));
  return {
    highRisk: resource.criticality === "high",
    ...(severity === undefined ? {} : { severity }),
    ...(detail === undefined ? {} : { detail }),
    ...since(resource.onsetDateTime),
  };
}

function medicine(resource: JsonObject, all: Resources, names: CodeNames): Concept {
  const own = concept(resource.medicationCodeableConcept, names);
  if (own.text !== undefined) {
    return own;
  }
  const named = concept(all.target(resource, resource.medicationReference)?.code, names);
  return { ...named, text: named.text ?? text(object(resource.medicationReference)?.display) };
}

function dosage(resource: JsonObject): Partial<Entry> {
  const said = objects(resource.dosage ?? resource.dosageInstruction).map((it) => text(it.text) ?? text(it.patientInstruction));
  const detail = text(said.filter((it) => it !== undefined).join("; "));
  return detail === undefined ? {} : { detail };
}

function device(resource: JsonObject | undefined, reference: Json | undefined, names: CodeNames): Concept {
  const what = concept(resource?.type, names);
  const name = text(objects(resource?.deviceName)[0]?.name) ?? text(object(reference)?.display);
  return { ...what, text: what.text ?? name };
}

function observation(resource: JsonObject, code: Concept, names: CodeNames): [SectionName, Entry] {
  const value = concept(resource.valueCodeableConcept, names).text ?? quantity(resource) ?? text(resource.valueString);
  const section = hasCode(resource.code, LOINC, BLOOD_GROUP) ? "blood-group" : hasCode(resource.code, LOINC, PREGNANCY) ? "pregnancy" : "results";
  const rest = { ...(value === undefined ? {} : { detail: value }), ...since(resource.effectiveDateTime ?? object(resource.effectivePeriod)?.start) };
  return [section, entry(resource, code, rest)];
}

function document(resource: JsonObject): Partial<Entry> {
  const attachment = object(objects(resource.content)[0]?.attachment);
  const detail = text(resource.description) ?? text(attachment?.title);
  const bytes = typeof attachment?.data === "string" ? fromBase64(attachment.data) : undefined;
  // Only a PDF that is one is handed on, and only to be saved.
  const isPdf = attachment?.contentType === "application/pdf" && bytes !== undefined && String.fromCharCode(...bytes.subarray(0, 5)) === "%PDF-";
  const name = (text(attachment?.title) ?? "document").replace(/[^\p{L}\p{N} ._-]/gu, "_").slice(0, 60);
  return {
    ...(detail === undefined ? {} : { detail }),
    ...since(resource.date),
    ...(isPdf ? { file: { name: name.endsWith(".pdf") ? name : `${name}.pdf`, type: "application/pdf", bytes } } : {}),
  };
}

function firstOf(concepts: (JsonObject | undefined)[], names: CodeNames): Concept {
  const all = concepts.map((it) => concept(it, names));
  return all.find((it) => it.text !== undefined) ?? { text: undefined, code: undefined, isNameAdded: false };
}

function period(resource: JsonObject): Partial<Entry> {
  const times = [
    resource.onsetDateTime,
    resource.effectiveDateTime,
    resource.performedDateTime,
    resource.authoredOn,
    object(resource.effectivePeriod)?.start,
    object(resource.performedPeriod)?.start,
    object(resource.timingPeriod)?.start,
    object(resource.period)?.start,
  ];
  return since(times.find((it) => text(it) !== undefined));
}

function since(value: Json | undefined): Partial<Entry> {
  const date = text(value);
  return date === undefined ? {} : { since: date };
}

