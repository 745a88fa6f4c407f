import { cleaned } from "../../src/foreign.ts";
import { element, foreign, type Child } from "../../src/view/element.ts";
import { shape } from "../../src/view/shape.ts";
import type { Entry } from "../api.ts";
import type { Reader } from "../language.ts";
import { entryItem, entryOf } from "../view/entry.ts";
import type { Answer, CheckinItem, FilledForm, Given, GivenFacts, Question } from "./api.ts";
import { faultWords, outcomeMark } from "./words.ts";

/** What was asked, and what was given for it. */
export function itemBox({ id, title, summary, required, given }: CheckinItem, reader: Reader): HTMLElement {
  const { words } = reader;
  return element(
    "li",
    { class: "line", "data-item": id },
    element("h2", {}, foreign(title), required ? element("span", { class: "quiet" }, " · ", words.uiCheckinNeeded) : undefined),
    summary === null ? undefined : element("p", { class: "quiet" }, foreign(summary)),
    ...(given === null ? [] : givenWords(given, reader)),
  );
}

function givenWords(given: Given, reader: Reader): Child[] {
  const { words } = reader;
  const { outcome, message, missing, resources, not_for_you, more, forms, cards, unreadable } = given;
  const caution = (said: string): HTMLElement => element("p", { class: "caution" }, shape("caution"), " ", said);
  return [
    missing ? caution(words.uiCheckinMissing) : element("p", {}, outcomeMark(outcome, words)),
    message === null ? undefined : element("p", {}, words.uiCheckinMessage, " ", foreign(message)),
    resources.length === 0 ? undefined : element("ul", { class: "entries" }, resources.map((it) => entryItem(asEntry(it), it.type === "AllergyIntolerance" ? "allergies" : "", reader))),
    not_for_you === 0 ? undefined : element("p", { class: "quiet" }, words.uiCheckinNotForYou({ count: not_for_you })),
    more === 0 ? undefined : caution(words.uiCheckinMore({ count: more })),
    cards === 0 ? undefined : caution(words.uiCheckinCards({ count: cards })),
    unreadable === 0 ? undefined : caution(words.uiCheckinUnreadable({ count: unreadable })),
    ...forms.flatMap((it) => filled(it, reader)),
  ];
}

/** What was given, as an entry: what is over or was an error must not look as if it held. */
const asEntry = ({ past, retracted, ...facts }: GivenFacts): Entry => ({ ...entryOf(facts), state: retracted ? "retracted" : "current", past });

/** Statuses of a form about which nothing has to be said. */
const USUAL = ["completed", "amended"];

/** A form that was filled in: answers beside their questions. */
function filled({ status, authored, said_by, questions }: FilledForm, reader: Reader): Child[] {
  const { words, date } = reader;
  const isUsual = status !== null && USUAL.includes(status);
  const remark = status === "in-progress" ? words.uiCheckinUnfinished : `${words.uiStatus}: ${cleaned(status ?? "–")}`;
  return [
    isUsual ? undefined : element("p", { class: "caution" }, shape("caution"), " ", remark),
    authored === null ? undefined : element("p", { class: "quiet" }, words.uiCheckinAuthored({ date: date(authored) })),
    said_by === null ? undefined : element("p", { class: "caution" }, shape("caution"), " ", words.uiCheckinSaidBy({ name: cleaned(said_by) })),
    element("ul", { class: "answers" }, questions.map((it) => element("li", { "data-question": it.question, ...(isHeading(it) ? { class: "group" } : {}) }, ...questionWords(it, reader)))),
  ];
}

/** A heading that somebody answered all the same is no heading. */
const isHeading = ({ type, answers, fault }: Question): boolean => (type === "group" || type === "display") && answers.length === 0 && fault === null;

function questionWords(it: Question, reader: Reader): Child[] {
  const { words } = reader;
  const asked = foreign(it.words === "" ? it.question : it.words);
  if (isHeading(it)) {
    return [element(it.type === "group" ? "h3" : "p", {}, asked)];
  }
  const said = it.answers.length === 0 ? element("span", { class: "quiet" }, words.uiCheckinNoAnswer) : it.answers.map((answer) => element("p", {}, foreign(answerWords(answer, it, reader), "value")));
  const fault = it.fault === null ? undefined : element("p", { class: "caution", "data-fault": it.fault }, shape("caution"), " ", faultWords(it.fault, words));
  return [element("div", {}, asked), element("div", {}, said, fault)];
}

/** As it was written, but for words of the form's own. */
function answerWords({ text }: Answer, { type }: Question, { words, date }: Reader): string {
  if (type === "boolean") {
    return text === "true" ? words.uiYes : text === "false" ? words.uiNo : text;
  }
  return type === "date" ? date(text) : text;
}
