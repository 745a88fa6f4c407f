import { cleaned } from "../../src/foreign.ts";
import { element, type Child } from "../../src/view/element.ts";
import { shape } from "../../src/view/shape.ts";
import { kindWord } from "../bridge/words.ts";
import type { Reader } from "../language.ts";
import type { Messages } from "../strings/messages.ts";
import type { Reading, TypeRead } from "./api.ts";

/** FHIR's types of which a section is. */
const TYPES: Record<string, string[]> = {
  allergies: ["AllergyIntolerance"],
  problems: ["Condition"],
  medications: ["MedicationRequest", "MedicationStatement"],
  immunizations: ["Immunization"],
  results: ["Observation"],
  vitals: ["Observation"],
};

/** The type that a search was for, without its restriction. */
const typeOf = ({ name }: TypeRead): string => /^[A-Za-z]*/.exec(name)![0];

/** Whether all that the system says in a section was read. Where it was not, what is empty says nothing. */
export function isRead(reading: Reading | null, section: string): boolean {
  const types = TYPES[section] ?? [];
  const searches = reading?.searches.filter((it) => types.includes(typeOf(it))) ?? [];
  return searches.length > 0 && searches.every((it) => it.trouble === null && it.unreadable === 0);
}

/** When it was read and by whom, how much came, and what did not. */
export function readingBox(reading: Reading | null, { words, time }: Reader): Child[] {
  if (reading === null) {
    return [element("p", { class: "caution" }, shape("caution"), " ", words.uiBesideReadNone)];
  }
  const { searches, others } = reading;
  const counts = new Map<string, number>();
  for (const it of searches) {
    counts.set(typeOf(it), (counts.get(typeOf(it)) ?? 0) + it.count);
  }
  const what = [...counts].map(([type, count]) => `${kindWord(words, type)} ${count}`).join(", ");
  const troubles = searches.flatMap((it) => troubleWords(it, words).map((why) => ({ type: kindWord(words, typeOf(it)), why })));
  const unasked = [...new Set(Object.values(TYPES).flat())].filter((type) => !counts.has(type));
  troubles.push(...unasked.map((type) => ({ type: kindWord(words, type), why: words.uiBesideNotAsked })));
  const said = [...troubles.map((it) => words.uiBesideTrouble(it)), ...(others === 0 ? [] : [words.uiBesideOthers({ count: others })])];
  return [
    element("p", {}, words.uiBesideReadAt({ time: time(reading.at * 1000), name: cleaned(reading.by.name) }), " ", element("span", { class: "quiet" }, words.uiBesideReadCounts({ what }))),
    said.length === 0 ? undefined : element("ul", { class: "troubles" }, said.map((it) => element("li", { class: "caution" }, shape("caution"), " ", it))),
  ];
}

function troubleWords({ trouble, status, unreadable }: TypeRead, words: Messages): string[] {
  const known: Record<string, string> = {
    forbidden: words.uiBesideForbidden,
    outside: words.uiBesideOutside,
    endless: words.uiBesideEndless,
    "too-long": words.uiBesideTooLong,
    "not-fhir": words.uiBesideNotFhir,
    "other-people": words.uiBesideOtherPeople,
  };
  return [
    ...(trouble === null ? [] : [known[trouble] ?? words.uiBesideRefused({ status: status === null ? cleaned(trouble) : String(status) })]),
    ...(unreadable === 0 ? [] : [words.uiBesideUnreadable({ count: unreadable })]),
  ];
}
