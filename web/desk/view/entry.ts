import { element, foreign, type Child } from "../../src/view/element.ts";
import { cleaned } from "../../src/foreign.ts";
import { shape } from "../../src/view/shape.ts";
import type { Entry, Facts, Measured, Range, Source, Standing } from "../api.ts";
import type { Reader } from "../language.ts";
import type { Messages } from "../strings/messages.ts";

/** Why there is nothing to list: each kind of nothing is another statement. */
export function emptyNote(standing: Standing, { words }: Reader): HTMLElement | undefined {
  switch (standing) {
    case "listed":
      return undefined;
    case "none-known":
      return element("p", { class: "empty" }, shape("none"), " ", words.cardNoneKnown);
    case "nothing-recorded":
      return element("p", { class: "empty caution" }, shape("caution"), " ", words.uiNothingRecorded);
    case "not-opened":
      return element("p", { class: "empty caution" }, shape("caution"), " ", words.uiNotOpened);
  }
}

/** Letters of a text in the banner: one that is long must not push the next allergy out of view. The section has all of it. */
const SHORT = 60;

const short = (text: string): string => (text.length > SHORT ? `${text.slice(0, SHORT)}…` : text);

/** An allergy in the banner: what, how bad, how sure. */
export function allergyChip(entry: Entry, { words }: Reader): HTMLElement {
  const remarks = remarksOf(entry, words);
  return element(
    "span",
    { class: `chip ${signOf(entry, true)}` },
    shape(signOf(entry, true)),
    " ",
    element(isStruck(entry) ? "s" : "strong", {}, title(entry.facts, words, short)),
    remarks.length > 0 ? [" ", element("span", { class: "remarks" }, remarks.join(" · "))] : [],
    entry.facts.reaction === null ? [] : [" ", foreign(short(entry.facts.reaction), "quiet")],
  );
}

/** An entry: what, when, who says so and how sure; the rest opens. */
export function entryItem(entry: Entry, section: string, reader: Reader): HTMLElement {
  const { words } = reader;
  const { facts } = entry;
  const sign = signOf(entry, section === "allergies");
  const when = whenOf(facts, reader);
  const [said] = entry.sources;
  return element(
    "li",
    { class: `entry ${sign}` },
    element(
      "details",
      {},
      element(
        "summary",
        {},
        shape(sign),
        entryWords(entry, reader),
        element("span", { class: "quiet" }, [when, said && sourceWords(said, words)].filter((it) => it !== undefined).join(" · ")),
      ),
      details(entry, reader),
    ),
  );
}

/** What is stated, how bad and how sure, in a line. */
export function entryWords(entry: Entry, { words }: Reader): HTMLElement {
  const { facts } = entry;
  const remarks = remarksOf(entry, words);
  return element(
    "span",
    { class: "what" },
    element(isStruck(entry) ? "s" : "strong", {}, title(facts, words)),
    facts.value === null ? [] : [" ", foreign(amountOf(facts.value), "value")],
    facts.components.length === 0 ? [] : [" ", readings(facts)],
    flagged(facts) ? [" ", element("span", { class: "flag" }, shape("caution"), " ", cleaned(facts.flag ?? ""))] : [],
    remarks.length > 0 ? [" ", element("span", { class: "remarks" }, remarks.join(" · "))] : [],
    facts.reaction === null ? [] : [" ", foreign(facts.reaction)],
    facts.dosage === null ? [] : [" ", foreign(facts.dosage, "dosage")],
  );
}

/** A statement alone: of no chart, and by nobody who is known. */
export const entryOf = (facts: Facts): Entry => ({ id: null, facts, state: "current", past: false, disputed: false, sources: [], others: [] });

/** One version of a statement, of which nobody has decided yet. */
export function factsWords(facts: Facts, reader: Reader): Child[] {
  const when = whenOf(facts, reader);
  return [element("p", {}, entryWords(entryOf(facts), reader)), when === undefined ? undefined : element("p", { class: "quiet" }, when), factsList(facts, reader.words)];
}

/** All that was read of a statement, beside its line. */
function factsList(facts: Facts, words: Messages): HTMLElement {
  const rows: [string, Child][] = [];
  const add = (label: string, value: string | null): void => void (value !== null && rows.push([label, foreign(value)]));
  add(words.uiReaction, facts.reaction);
  add(words.uiDosage, facts.dosage);
  for (const it of facts.components) {
    const range = rangeWords(it.range, words);
    const parts = [it.value && amountOf(it.value), range === undefined ? undefined : `${words.uiUsual}: ${range}`, it.flag];
    add(cleaned(it.title ?? words.uiUntitled), parts.filter((part) => part != null).join(" · "));
  }
  add(words.uiUsual, rangeWords(facts.range, words) ?? null);
  add(words.uiFlag, facts.flag);
  add(words.uiKind, facts.category);
  add(words.uiStatus, facts.status);
  add(words.uiSure, facts.verification === null ? null : (verificationWord(words, facts.verification) ?? facts.verification));
  add(words.uiRemark, facts.note);
  add(words.uiCodeOf, facts.code === null ? null : [facts.code.system, facts.code.code].filter((it) => it !== null).join(" "));
  return element("dl", {}, rows.flatMap(([label, value]) => [element("dt", {}, label), element("dd", {}, value)]));
}

function details(entry: Entry, reader: Reader): HTMLElement {
  const { words, date, day } = reader;
  const { facts } = entry;
  const source = (it: Source): HTMLElement => {
    const named = it.who === null ? [] : [" · ", words.uiNamed({ name: cleaned(it.who) })];
    return element("li", {}, sourceWords(it, words), " · ", words.uiRecorded({ date: day(it.recorded) }), named);
  };
  const other = (it: Facts): HTMLElement => {
    const parts = [it.value && amountOf(it.value), it.dosage, it.status, it.severity && severityWord(words, it.severity), whenOf(it, { ...reader, date })];
    return element("li", {}, element("strong", {}, title(it, words)), " ", foreign(parts.filter((part) => part != null).join(" · ")));
  };
  return element(
    "div",
    { class: "more" },
    facts.readable ? undefined : element("p", { class: "caution" }, shape("caution"), " ", words.uiPartlyRead),
    entry.others.length === 0 ? [] : [element("h3", { class: "caution" }, shape("caution"), " ", words.uiOthers), element("ul", { class: "others" }, entry.others.map(other))],
    factsList(facts, words),
    entry.sources.length === 0 ? [] : [element("h3", {}, words.uiWho), element("ul", { class: "sources" }, entry.sources.map(source))],
  );
}

export const amountOf = ({ comparator, text, unit }: Measured): string => [comparator, text, unit].filter((it) => it !== null).join(" ");

const title = (facts: Facts, words: Messages, form = (text: string) => text): Child =>
  facts.title === null ? `${words.uiUntitled} (${cleaned(facts.type)})` : foreign(form(facts.title));

const isStruck = (entry: Entry): boolean =>
  entry.state === "retracted" || entry.state === "replaced" || ["refuted", "entered-in-error"].includes(entry.facts.verification ?? entry.facts.status ?? "");

function signOf(entry: Entry, isAllergy: boolean): "danger" | "caution" | "none" | "item" {
  const { facts } = entry;
  if (isAllergy && !isStruck(entry) && !entry.past && (facts.severity === "severe" || facts.criticality === "high")) {
    return "danger";
  }
  if (entry.state === "unreconciled" || entry.disputed) {
    return "caution";
  }
  return facts.negation === "none-known" ? "none" : "item";
}

/** How bad, how sure, and of what time. */
function remarksOf(entry: Entry, words: Messages): string[] {
  const { facts, state } = entry;
  const negations: Record<string, string> = { "none-known": words.cardNoneKnown, "no-information": words.uiNoInformation, "not-done": words.uiNotDone };
  const states: Record<string, string> = { unreconciled: words.cardDisputed, retracted: words.uiRetracted, replaced: words.uiReplaced, proposed: words.uiProposed };
  const isSure = facts.verification === null || facts.verification === "confirmed";
  return [
    facts.severity === null ? undefined : severityWord(words, facts.severity),
    facts.criticality === null ? undefined : riskWord(words, facts.criticality),
    facts.negation === null ? undefined : negations[facts.negation],
    states[state],
    entry.disputed ? words.uiDisputed : undefined,
    entry.past ? words.uiOver : undefined,
    isSure ? undefined : (verificationWord(words, facts.verification ?? "") ?? cleaned(facts.verification ?? "")),
    facts.readable ? undefined : words.uiPartlyRead,
  ].filter((it) => it !== undefined);
}

export function severityWord(words: Messages, severity: string): string {
  const known: Record<string, string> = { mild: words.cardMild, moderate: words.cardModerate, severe: words.cardSevere };
  return known[severity] ?? cleaned(severity);
}

export function riskWord(words: Messages, criticality: string): string {
  const known: Record<string, string> = { high: words.cardHighRisk, low: words.uiLowRisk, "unable-to-assess": words.uiRiskUnknown };
  return known[criticality] ?? cleaned(criticality);
}

export function verificationWord(words: Messages, verification: string): string | undefined {
  const known: Record<string, string> = {
    unconfirmed: words.uiUnconfirmed,
    confirmed: words.uiConfirmed,
    refuted: words.uiRefuted,
    "entered-in-error": words.uiInError,
  };
  return known[verification];
}

function whenOf(facts: Facts, { words, date }: Pick<Reader, "words" | "date">): string | undefined {
  const { when, until, value, components } = facts;
  if (when !== null && until !== null) {
    return words.uiFromTo({ from: date(when), to: date(until) });
  }
  if (when === null) {
    return until === null ? undefined : words.uiUsualTo({ high: date(until) });
  }
  const isMoment = value !== null || components.length > 0 || !LASTING.includes(facts.type);
  return isMoment ? date(when) : words.uiSince({ date: date(when) });
}

/** What begins, and goes on until it is said to be over. */
const LASTING = ["AllergyIntolerance", "Condition", "MedicationStatement", "MedicationRequest", "CarePlan", "Goal", "Coverage"];

export function sourceWords(it: Source, words: Messages): string {
  if (it.patient) {
    return words.uiSaidPatient;
  }
  if (it.you) {
    return words.uiSaidClinic;
  }
  return it.name === null ? words.uiSaidUnnamed : words.uiSaidBy({ name: cleaned(it.name) });
}

export function rangeWords(range: Range | null, words: Messages): string | undefined {
  if (range === null) {
    return undefined;
  }
  const { low, high, text } = range;
  if (low !== null && high !== null) {
    return words.uiUsualRange({ low: cleaned(low), high: cleaned(high) });
  }
  if (low !== null) {
    return words.uiUsualFrom({ low: cleaned(low) });
  }
  return high !== null ? words.uiUsualTo({ high: cleaned(high) }) : (text ?? undefined);
}

const readings = (facts: Facts): HTMLElement => {
  const parts = facts.components.map((it) => [cleaned(it.title ?? ""), cleaned(it.value === null ? "–" : amountOf(it.value))].filter((part) => part !== "").join(" "));
  return foreign(parts.join(", "), "value");
};

/** Whether the source marked it as out of what is usual: N is its mark for within. */
const flagged = (facts: Facts): boolean => facts.flag !== null && facts.flag !== "N";
