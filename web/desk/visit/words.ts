import { cleaned } from "../../src/foreign.ts";
import { element, foreign, type Child } from "../../src/view/element.ts";
import { shape } from "../../src/view/shape.ts";
import type { Reader } from "../language.ts";
import type { Messages } from "../strings/messages.ts";
import type { VisitStanding, VisitLine } from "./api.ts";
import { isFilled, isList, KINDS, LISTS, TEXTS, YES, type Draft, type Field, type ListPart, type Part, type Row, type TextPart } from "./content.ts";
import { placeTime } from "./time.ts";

/** A text that takes nothing. */
export const plain = (words: Messages, name: keyof Messages): string => words[name] as string;

const SIGNS = { draft: "item", signing: "caution", waiting: "caution", returned: "good", "not-returned": "danger" } as const;

/** How far a visit has come, with the shape that says the same. */
export function standingChip(standing: VisitStanding, reader: Reader): HTMLElement {
  const sign = SIGNS[standing.state];
  return element("span", { class: `standing ${sign}`, "data-standing": standing.state }, shape(sign), " ", standingWords(standing, reader));
}

function standingWords(standing: VisitStanding, { words, time }: Reader): string {
  switch (standing.state) {
    case "draft":
      return words.uiVisitDraft;
    case "signing":
      return words.uiVisitSigning;
    case "waiting":
      return words.uiVisitWaiting;
    case "returned":
      return words.uiVisitReturned({ time: time(standing.returned * 1000) });
    case "not-returned":
      return words.uiVisitNotReturned;
  }
}

export const savedWords = ({ saved_by, saved }: VisitLine, { words, time }: Reader): string =>
  words.uiVisitSaved({ name: cleaned(saved_by.name), time: time(saved * 1000) });

export const partWords = (words: Messages, part: Part): string => plain(words, isList(part) ? KINDS[part].label : TEXT_LABELS[part]);

const TEXT_LABELS: Record<TextPart, keyof Messages> = {
  title: "uiVisitTitle",
  note: "uiVisitNote",
  subjective: "deskVisitSubjective",
  objective: "deskVisitObjective",
  assessment: "deskVisitAssessment",
  plan: "uiVisitPlan",
};

/** All that stands in a visit, to be read. */
export function written(draft: Draft, words: Messages, files?: HTMLElement): HTMLElement {
  const parts = [...TEXTS, ...LISTS].filter((part) => hasSomething(draft, part));
  if (parts.length === 0 && files === undefined) {
    return element("p", { class: "quiet" }, words.deskVisitEmpty);
  }
  const section = (part: Part) => element("section", {}, element("h3", {}, partWords(words, part)), partWritten(draft, part, words));
  return element("div", { class: "written" }, parts.map(section), files);
}

const hasSomething = (draft: Draft, part: Part): boolean =>
  isList(part) ? draft.lists[part].some((row) => isFilled(part, row)) : draft.texts[part].trim() !== "";

/** What stands in a part of a visit, to be read. */
export function partWritten(draft: Draft, part: Part, words: Messages): HTMLElement {
  if (!hasSomething(draft, part)) {
    return element("p", { class: "quiet" }, words.uiVisitNothing);
  }
  if (!isList(part)) {
    return element("p", { class: "text" }, foreign(draft.texts[part]));
  }
  const rows = draft.lists[part].filter((row) => isFilled(part, row));
  return element("ul", {}, rows.map((row) => element("li", {}, rowWritten(part, row, words))));
}

function rowWritten(part: ListPart, row: Row, words: Messages): Child[] {
  const isSaid = ({ name, as, isRare }: Field) => row[name] !== "" && !(as === "mark" && row[name] !== YES) && !(isRare && name === "system" && row.code === "");
  const fields = KINDS[part].fields.filter(isSaid);
  return fields.flatMap((field, at) => [
    ...(at > 0 ? [" · "] : []),
    element("span", { class: "quiet" }, plain(words, field.label), field.as === "mark" ? undefined : ": "),
    field.as === "mark" ? undefined : foreign(valueWords(field, row, words), field.name === "text" || field.name === "to" ? "value" : ""),
  ]);
}

function valueWords({ name, choices, as }: Field, row: Row, words: Messages): string {
  if (as === "time") {
    return placeTime(row[name]!).replace("T", " ") || row[name]!;
  }
  const label = choices?.find(([value]) => value === row[name])?.[1];
  return label === undefined ? row[name]! : choiceWords(label, words);
}

export const choiceWords = (label: keyof Messages | { text: string }, words: Messages): string =>
  typeof label === "string" ? plain(words, label) : label.text;
