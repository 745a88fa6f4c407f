import type { Messages } from "../strings/messages.ts";

/** Words, with the code that means the same where one is known. */
interface Named {
  text: string;
  system: string | null;
  code: string | null;
}

/** An entry of a visit as the server has it. Numbers are the text that was typed. */
export type Listed = Record<string, string | number | boolean | null | Named>;

export const TEXTS = ["title", "note", "subjective", "objective", "assessment", "plan"] as const;
export const LISTS = ["encounter", "diagnoses", "medicines", "results", "vitals", "blood_pressures", "vaccines", "referrals"] as const;

export type TextPart = (typeof TEXTS)[number];
export type ListPart = (typeof LISTS)[number];
export type Part = TextPart | ListPart;

/** How the visit took place is said once, or not at all. */
const ONCE = "encounter";

export type VisitContent = Record<TextPart, string> & Record<Exclude<ListPart, typeof ONCE>, Listed[]> & Record<typeof ONCE, Listed | null>;

/** An entry as it is typed: each field by its name, with nothing in it where nothing was typed. */
export type Row = Record<string, string>;

export interface Field {
  name: string;
  label: keyof Messages;
  /** What it is typed in: a line, several, a mark, or one of the choices. */
  as?: "long" | "mark" | "choice" | "time";
  choices?: readonly (readonly [value: string, label: keyof Messages | { text: string }])[];
  hint?: keyof Messages;
  /** It stands apart, since it is seldom needed. */
  isRare?: boolean;
  isDigits?: boolean;
  /** A choice that says something by itself. */
  isSaying?: boolean;
}

interface Kind {
  label: keyof Messages;
  one: keyof Messages;
  add: keyof Messages;
  fields: readonly Field[];
  /** Systems of codes, the usual one first; none where no code is given. */
  systems: readonly (readonly [url: string, label: string])[];
}

/** Of what there is one at most: then nobody can have both. */
export const isOnce = (part: Part): boolean => part === ONCE || part === "title";

const SNOMED = ["http://snomed.info/sct", "SNOMED CT"] as const;
const LOINC = ["http://loinc.org", "LOINC"] as const;
const WHEN: Field = { name: "when", label: "uiVisitWhen", hint: "uiVisitWhenLeft" };
const REMARK: Field = { name: "remark", label: "uiRemark" };
const marks = ["H", "L", "N", "HH", "LL", "A"].map((mark) => [mark, { text: mark }] as const);

const coded = (systems: Kind["systems"]): Field[] => [
  { name: "code", label: "uiCodeOf", isRare: true },
  { name: "system", label: "uiVisitSystem", as: "choice", choices: systems.map(([url, text]) => [url, { text }] as const), isRare: true },
];

function kind(label: keyof Messages, one: keyof Messages, add: keyof Messages, fields: Field[], systems: Kind["systems"] = []): Kind {
  return { label, one, add, systems, fields: systems.length > 0 ? [...fields, ...coded(systems)] : fields };
}

/** What may stand in each list of a visit. */
export const KINDS: Record<ListPart, Kind> = {
  encounter: kind("uiVisitEncounter", "uiVisitEncounterOne", "uiVisitAddEncounter", [
    {
      name: "class",
      label: "uiVisitClass",
      as: "choice",
      isSaying: true,
      choices: [
        ["", "uiVisitNone"],
        ["in-person", "uiVisitClassInPerson"],
        ["home", "uiVisitClassHome"],
        ["virtual", "uiVisitClassVirtual"],
        ["emergency", "uiVisitClassEmergency"],
      ],
    },
    { name: "begin", label: "uiVisitBeginAt", as: "time", hint: "uiVisitBeginLeft" },
    { name: "end", label: "uiVisitEndAt", as: "time" },
    { name: "reason", label: "uiVisitReasonOf", hint: "uiVisitReasonOfWhy" },
  ]),
  diagnoses: kind(
    "uiVisitDiagnoses",
    "uiVisitDiagnosis",
    "uiVisitAddDiagnosis",
    [
      { name: "text", label: "uiVisitDiagnosis" },
      { name: "since", label: "uiVisitSince", hint: "uiVisitDateForm" },
      { name: "until", label: "uiVisitUntil", hint: "uiVisitDateForm" },
      { name: "suspected", label: "uiVisitSuspected", as: "mark" },
      REMARK,
    ],
    [SNOMED, ["http://hl7.org/fhir/sid/icd-10", "ICD-10"], ["http://hl7.org/fhir/sid/icd-10-cm", "ICD-10-CM"]],
  ),
  medicines: kind(
    "uiSectionMedications",
    "uiVisitMedicine",
    "uiVisitAddMedicine",
    [
      {
        name: "change",
        label: "uiVisitChange",
        as: "choice",
        choices: [
          ["start", "uiVisitStart"],
          ["change", "uiVisitChanged"],
          ["stop", "uiVisitStop"],
        ],
      },
      { name: "text", label: "uiVisitMedicineName" },
      { name: "dosage", label: "uiDosage" },
      { name: "when", label: "uiVisitMedicineWhen", hint: "uiVisitWhenLeft" },
      { name: "purpose", label: "uiVisitPurpose" },
      REMARK,
    ],
    [["http://www.nlm.nih.gov/research/umls/rxnorm", "RxNorm"], ["http://www.whocc.no/atc", "ATC"], SNOMED],
  ),
  results: kind(
    "uiSectionResults",
    "uiVisitResult",
    "uiVisitAddResult",
    [
      { name: "text", label: "uiVisitMeasured" },
      { name: "number", label: "uiVisitNumber", hint: "uiVisitNumberForm", isDigits: true },
      { name: "unit", label: "uiVisitUnit" },
      { name: "words", label: "uiVisitWordsOf", hint: "uiVisitWordsHint" },
      { name: "low", label: "uiVisitLow", isDigits: true },
      { name: "high", label: "uiVisitHigh", isDigits: true },
      { name: "flag", label: "uiVisitFlag", as: "choice", choices: [["", "uiVisitNone"], ...marks] },
      WHEN,
      { name: "ucum", label: "uiVisitUcum", isRare: true },
    ],
    [LOINC, SNOMED],
  ),
  vitals: kind(
    "uiSectionVitals",
    "uiVisitVital",
    "uiVisitAddVital",
    [
      { name: "text", label: "uiVisitMeasured" },
      { name: "number", label: "uiVisitNumber", hint: "uiVisitNumberForm", isDigits: true },
      { name: "unit", label: "uiVisitUnit" },
      WHEN,
      { name: "ucum", label: "uiVisitUcum", isRare: true },
    ],
    [LOINC, SNOMED],
  ),
  blood_pressures: kind("uiVisitPressures", "uiVisitPressure", "uiVisitAddPressure", [
    { name: "systolic", label: "uiVisitSystolic", isDigits: true },
    { name: "diastolic", label: "uiVisitDiastolic", isDigits: true },
    WHEN,
  ]),
  vaccines: kind(
    "uiSectionImmunizations",
    "uiVisitVaccine",
    "uiVisitAddVaccine",
    [
      { name: "text", label: "uiVisitVaccine" },
      WHEN,
      { name: "dose", label: "uiVisitDose", as: "choice", choices: [["", "uiVisitNone"], ...["1", "2", "3", "4", "5", "6", "7", "8", "9"].map((text) => [text, { text }] as const)] },
      { name: "lot", label: "uiVisitLot" },
    ],
    [["http://hl7.org/fhir/sid/cvx", "CVX"], SNOMED],
  ),
  referrals: kind("uiVisitReferrals", "uiVisitReferral", "uiVisitAddReferral", [
    { name: "to", label: "uiVisitTo" },
    { name: "text", label: "uiVisitReferralText", as: "long" },
  ]),
};

/** What is measured often: label here, LOINC's name and code (2.80), unit, and unit in UCUM. */
export const VITALS = [
  ["uiVisitWeight", "Body weight", "29463-7", "kg", "kg"],
  ["uiVisitHeight", "Body height", "8302-2", "cm", "cm"],
  ["uiVisitTemperature", "Body temperature", "8310-5", "°C", "Cel"],
  ["uiVisitHeartRate", "Heart rate", "8867-4", "/min", "/min"],
  ["uiVisitRespiratoryRate", "Respiratory rate", "9279-1", "/min", "/min"],
  ["uiVisitOxygen", "Oxygen saturation in Arterial blood by Pulse oximetry", "59408-5", "%", "%"],
] as const;

/** Takes out the code of a name or a unit that was typed anew: it might mean something else. */
export function settle(row: Row, changed: string): void {
  if (changed === "text" && "code" in row) {
    row.code = "";
  }
  if (changed === "unit" && "ucum" in row) {
    row.ucum = "";
  }
}

/** A new entry, in which nothing is typed. */
export const newRow = (part: ListPart): Row =>
  Object.fromEntries(KINDS[part].fields.map(({ name, choices }) => [name, choices?.[0]?.[0] ?? ""]));

/** Whether something was typed in it. */
export const isFilled = (part: ListPart, row: Row): boolean =>
  KINDS[part].fields.some(({ name, as, isSaying }) => (isSaying === true || (as !== "choice" && as !== "mark")) && row[name]!.trim() !== "");

/** What is typed of a visit. */
export interface Draft {
  texts: Record<TextPart, string>;
  lists: Record<ListPart, Row[]>;
}

/** A visit as it is typed. */
export function draftOf(content: VisitContent): Draft {
  return {
    texts: Object.fromEntries(TEXTS.map((part) => [part, content[part]])) as Draft["texts"],
    lists: Object.fromEntries(LISTS.map((part) => [part, listedIn(content, part).map((it) => rowOf(part, it))])) as Draft["lists"],
  };
}

function listedIn(content: VisitContent, part: ListPart): Listed[] {
  const listed = content[part];
  return listed === null ? [] : Array.isArray(listed) ? listed : [listed];
}

/** What the server gets: entries in which nothing was typed are none. */
export function contentOf({ texts, lists }: Draft): VisitContent {
  const written = (part: ListPart) => lists[part].filter((row) => isFilled(part, row)).map((row) => listedOf(part, row));
  const all = Object.fromEntries(LISTS.map((part) => [part, written(part)])) as Record<ListPart, Listed[]>;
  return { ...texts, ...all, [ONCE]: all[ONCE][0] ?? null };
}

function rowOf(part: ListPart, listed: Listed): Row {
  const { what, ...others } = listed;
  const flat = { ...others, ...(what as Named | undefined) };
  const typed = (it: unknown): string => (it === null || it === undefined || it === false ? "" : it === true ? YES : String(it));
  const row = newRow(part);
  for (const { name } of KINDS[part].fields) {
    row[name] = typed((flat as Record<string, unknown>)[name]) || (name === "system" ? row[name]! : "");
  }
  return row;
}

/** What a mark says. */
export const YES = "yes";

/** What the server must have, even with nothing in it. */
const NEEDED: Partial<Record<ListPart, readonly string[]>> = { blood_pressures: ["systolic", "diastolic"], referrals: ["to", "text"] };

function listedOf(part: ListPart, row: Row): Listed {
  const { systems, fields } = KINDS[part];
  const listed: Listed = {};
  const { text = "", system = "", code = "" } = row;
  if (systems.length > 0) {
    listed.what = code.trim() === "" ? { text, system: null, code: null } : { text, system, code: code.trim() };
  }
  for (const { name, as } of fields) {
    if (systems.length > 0 && ["text", "system", "code"].includes(name)) {
      continue;
    }
    const typed = row[name]!;
    if (as === "mark") {
      listed[name] = typed === YES;
    } else if (name === "dose") {
      listed[name] = typed === "" ? null : Number(typed);
    } else {
      listed[name] = typed.trim() === "" && !NEEDED[part]?.includes(name) ? null : typed;
    }
  }
  return listed;
}

/** The parts in which two drafts differ. */
export function differences(one: Draft, other: Draft): Part[] {
  return [...TEXTS.filter((part) => one.texts[part].trim() !== other.texts[part].trim()), ...LISTS.filter((part) => !sameRows(part, one, other))];
}

const sameRows = (part: ListPart, one: Draft, other: Draft): boolean => JSON.stringify(rowsOf(part, one)) === JSON.stringify(rowsOf(part, other));

const rowsOf = (part: ListPart, { lists }: Draft): Row[] => lists[part].filter((row) => isFilled(part, row));

export const isList = (part: Part): part is ListPart => (LISTS as readonly string[]).includes(part);

/** Whose text of a part stands. */
export type Choice = "mine" | "theirs" | "both";

/** One draft of two: theirs, but for the parts that were chosen otherwise. */
export function chosen(mine: Draft, theirs: Draft, choices: Map<Part, Choice>): Draft {
  const draft = structuredClone(theirs);
  for (const [part, choice] of choices) {
    if (choice === "theirs") {
      continue;
    }
    if (isList(part)) {
      const ours = rowsOf(part, mine);
      const has = (row: Row) => theirs.lists[part].some((it) => JSON.stringify(it) === JSON.stringify(row));
      draft.lists[part] = structuredClone(choice === "mine" ? ours : [...theirs.lists[part], ...ours.filter((row) => !has(row))]);
    } else {
      draft.texts[part] = choice === "mine" ? mine.texts[part] : [theirs.texts[part], mine.texts[part]].filter((it) => it.trim() !== "").join("\n\n");
    }
  }
  return draft;
}
