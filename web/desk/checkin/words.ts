import { cleaned } from "../../src/foreign.ts";
import { element, foreign, type Child } from "../../src/view/element.ts";
import { shape } from "../../src/view/shape.ts";
import type { Desk } from "../desk.ts";
import type { Reader } from "../language.ts";
import type { Messages } from "../strings/messages.ts";
import type { CheckinLine, Outcome } from "./api.ts";

/** Where a check-in stands in the list: what a person has to do something about comes first. */
export const PARTS = ["answered", "waiting", "over", "read"] as const;
export type Part = (typeof PARTS)[number];

const partOf = ({ state, over }: CheckinLine): Part => (over ? "over" : state);

const SIGNS = { answered: "caution", waiting: "item", over: "none", read: "good" } as const;

/** How far a check-in has come, with the shape that says the same. */
export function standingChip(checkin: CheckinLine, reader: Reader): HTMLElement {
  const sign = SIGNS[partOf(checkin)];
  return element("span", { class: `standing ${sign}`, "data-standing": partOf(checkin) }, shape(sign), " ", standingWords(checkin, reader));
}

function standingWords(checkin: CheckinLine, { words, time }: Reader): string {
  switch (checkin.state) {
    case "waiting":
      return (checkin.over ? words.uiCheckinOver : words.uiCheckinWaiting)({ time: time(checkin.until * 1000) });
    case "answered":
      return words.uiCheckinAnswered({ time: time(checkin.answered * 1000) });
    case "read":
      return words.uiCheckinRead({ name: cleaned(checkin.read_by.name), time: time(checkin.read * 1000) });
  }
}

/** Who is asked. */
export function whomWords({ whom, born, key_words }: CheckinLine, { words, date }: Reader): Child[] {
  return [
    element("span", { class: "name" }, whom === null ? words.uiUnnamed : foreign(whom)),
    born === null ? undefined : element("span", { class: "born" }, words.uiBorn({ date: date(born) })),
    whom === null && key_words !== null ? element("span", { class: "quiet" }, words.uiKey({ words: key_words })) : undefined,
  ];
}

/** A check-in in a list. */
function checkinCard(desk: Desk, checkin: CheckinLine): HTMLElement {
  const { reader, to } = desk;
  const { purpose, made_by, made } = checkin;
  return element(
    "button",
    { type: "button", class: "person", click: () => to.checkin(checkin.id), "data-checkin": checkin.id },
    ...whomWords(checkin, reader),
    purpose === null ? undefined : element("span", { class: "heading" }, foreign(purpose)),
    standingChip(checkin, reader),
    element("span", { class: "quiet" }, madeWords(reader, made_by.name, made)),
  );
}

/** Those of a part of a list, under its title; nothing where there are none. */
export function checkinPart(desk: Desk, part: Part, title: string, all: CheckinLine[]): Child {
  const some = all.filter((it) => partOf(it) === part);
  return some.length === 0
    ? undefined
    : element("section", { class: "add", "data-part": part }, element("h2", {}, title), element("ul", { class: "people" }, some.map((it) => element("li", {}, checkinCard(desk, it)))));
}

export const madeWords = ({ words, time }: Reader, name: string, made: number): string => words.uiCheckinMade({ name: cleaned(name), time: time(made * 1000) });

const OUTCOMES = {
  fulfilled: ["good", "uiCheckinFulfilled"],
  partial: ["caution", "uiCheckinPartial"],
  unavailable: ["caution", "uiCheckinUnavailable"],
  declined: ["caution", "uiCheckinDeclined"],
  unsupported: ["danger", "uiCheckinUnsupported"],
  error: ["danger", "uiCheckinFailed"],
} as const satisfies Record<Outcome, readonly [string, keyof Messages]>;

/** What became of an item. That nothing came never says that there is nothing. */
export function outcomeMark(outcome: Outcome, words: Messages): HTMLElement {
  const [sign, said] = OUTCOMES[outcome];
  return element("span", { class: `agrees ${sign}`, "data-outcome": outcome }, shape(sign), " ", words[said]);
}

/** Why an answer does not fit its question. */
export function faultWords(fault: string, words: Messages): string {
  const names: Record<string, string> = {
    "form-missing": words.uiCheckinFaultMissing,
    "form-several": words.uiCheckinFaultSeveral,
    "form-type": words.uiCheckinFaultType,
    "form-no-option": words.uiCheckinFaultNoOption,
    "form-too-long": words.uiCheckinFaultTooLong,
    "form-out-of-range": words.uiCheckinFaultOutOfRange,
    "form-unit": words.uiCheckinFaultUnit,
    "form-not-asked": words.uiCheckinFaultNotAsked,
  };
  return names[fault] ?? cleaned(fault);
}
