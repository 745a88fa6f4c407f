import type { Messages } from "./strings/messages.ts";

/** Sections in the order in which they are read: what is dangerous first. */
export const SECTION_ORDER = [
  "allergies",
  "medicines",
  "conditions",
  "implants",
  "blood-group",
  "pregnancy",
  "directives",
  "contacts",
  "languages",
] as const;

/** Sections that stand folded at the end. */
export const FOLDED = ["vaccines", "results", "procedures", "documents", "other"] as const;

export type SectionName = Exclude<(typeof SECTION_ORDER)[number], "contacts"> | (typeof FOLDED)[number];

export type Severity = "mild" | "moderate" | "severe";

/** Messages that take no values. */
export type PlainMessage = { [Id in keyof Messages]: Messages[Id] extends string ? Id : never }[keyof Messages];

export interface Code {
  system: string;
  code: string;
}

/** One statement. All texts are foreign. */
export interface Entry {
  text: string;
  code?: Code;
  /** What else matters: an allergy's reaction, how to take a medicine, a value. */
  detail?: string;
  severity?: Severity;
  /** The next reaction may be dangerous. */
  highRisk: boolean;
  /** Sources disagree. */
  disputed: boolean;
  /** It states that there is nothing. */
  noneKnown: boolean;
  /** Since when, or when, as FHIR writes dates. */
  since?: string;
  /** Its state, where it is not simply so now. */
  notes?: PlainMessage[];
  /** It does not hold: shown struck through. */
  isStruck?: boolean;
  /** Who wrote it, where it was not the patient. */
  author?: string;
  /** The text was looked up by this page. */
  isNameAdded?: boolean;
  /** A file that can be saved. */
  file?: { name: string; type: string; bytes: Uint8Array<ArrayBuffer> };
}

export interface Contact {
  name: string;
  relation?: string;
  phone?: string;
}

/** A remark on who says so and since when. */
export interface Mark {
  kind: "caution" | "plain" | "good";
  text: (words: Messages, date: (fhir: string) => string) => string;
  /** For programs: which remark it is. */
  id: string;
}

/** What is shown of one card, file or text. */
export interface Summary {
  name?: string;
  born?: string;
  marks: Mark[];
  contacts: Contact[];
  sections: Map<SectionName, Entry[]>;
  /** Plain text as it came, instead of sections. */
  plain?: string;
}
