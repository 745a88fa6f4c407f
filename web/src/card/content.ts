import type { Code, Contact, Entry, SectionName, Severity } from "../summary.ts";
import { CborReader, Malformed } from "./cbor.ts";

/** What a card says. */
export interface CardContent {
  name?: string;
  born?: string;
  contacts: Contact[];
  sections: Map<SectionName, Entry[]>;
}

/** Sections by their key on the card, from 2. */
const SECTIONS: SectionName[] = [
  "allergies",
  "medicines",
  "conditions",
  "blood-group",
  "implants",
  "pregnancy",
  "languages",
  "directives",
];
const FIRST_SECTION = 2;
const CONTACTS = 10;

/** Code systems by their number on a card, from 1. */
const SYSTEMS = [
  "http://snomed.info/sct",
  "http://www.nlm.nih.gov/research/umls/rxnorm",
  "http://loinc.org",
  "http://hl7.org/fhir/sid/icd-10-cm",
  "http://hl7.org/fhir/sid/icd-10",
  "http://www.whocc.no/atc",
  "http://hl7.org/fhir/sid/ndc",
  "http://hl7.org/fhir/sid/cvx",
  "urn:ietf:bcp:47",
  "http://fdasis.nlm.nih.gov",
  "http://terminology.hl7.org/CodeSystem/consentcategorycodes",
  "http://hl7.org/fhir/uv/ips/CodeSystem/absent-unknown-uv-ips",
];
const SEVERITIES: Severity[] = ["mild", "moderate", "severe"];

/** Reads `card-content` of docs/formats.cddl. */
export function readContent(bytes: Uint8Array): CardContent {
  const from = new CborReader(bytes);
  const content: CardContent = { contacts: [], sections: new Map() };
  from.members((key) => {
    if (key === 0) {
      content.name = from.text();
    } else if (key === 1) {
      content.born = from.text();
    } else if (key === CONTACTS) {
      content.contacts = filled(from.list(() => readContact(from)));
    } else {
      const section = known(SECTIONS[key - FIRST_SECTION]);
      content.sections.set(section, filled(from.list(() => readEntry(from))));
    }
  });
  from.end();
  return content;
}

function readContact(from: CborReader): Contact {
  let name: string | undefined;
  const contact: Partial<Contact> = {};
  from.members((key) => {
    if (key === 0) {
      name = from.text();
    } else if (key === 1) {
      contact.relation = from.text();
    } else if (key === 2) {
      contact.phone = from.text();
    } else {
      throw new Malformed();
    }
  });
  return { ...contact, name: known(name) };
}

/** Reads `card-entry`. */
export function readEntry(from: CborReader): Entry {
  let text: string | undefined;
  let marks = 0;
  let system: string | undefined;
  let code: string | undefined;
  const entry: Partial<Entry> = {};
  const once = <T>(value: T | undefined, next: T): T => {
    if (value !== undefined) {
      throw new Malformed();
    }
    return next;
  };
  from.members((key) => {
    switch (key) {
      case 0:
        text = from.text();
        break;
      case 1:
        system = known(SYSTEMS[from.small() - 1]);
        break;
      case 2:
        system = once(system, spelled(from.text()));
        break;
      case 3:
        code = from.uint().toString();
        break;
      case 4:
        code = once(code, notANumber(from.text()));
        break;
      case 5:
        entry.detail = from.text();
        break;
      case 6:
        entry.severity = known(SEVERITIES[from.small() - 1]);
        break;
      case 7:
        marks = from.small();
        if (marks < 1 || marks > 7) {
          throw new Malformed();
        }
        break;
      default:
        throw new Malformed();
    }
  });
  if ((system === undefined) !== (code === undefined)) {
    throw new Malformed();
  }
  const coded: { code?: Code } = system !== undefined && code !== undefined ? { code: { system, code } } : {};
  return {
    ...entry,
    ...coded,
    text: known(text),
    highRisk: (marks & 1) !== 0,
    disputed: (marks & 2) !== 0,
    noneKnown: (marks & 4) !== 0,
  };
}

/** A system with a number is never written out. */
function spelled(uri: string): string {
  if (SYSTEMS.includes(uri)) {
    throw new Malformed();
  }
  return uri;
}

/** A code that is a number below 2⁶⁴ is never written as text. */
function notANumber(code: string): string {
  if (/^(0|[1-9][0-9]*)$/.test(code) && BigInt(code) < 1n << 64n) {
    throw new Malformed();
  }
  return code;
}

function known<T>(value: T | undefined): T {
  if (value === undefined) {
    throw new Malformed();
  }
  return value;
}

function filled<T>(list: T[]): T[] {
  if (list.length === 0) {
    throw new Malformed();
  }
  return list;
}
