import { cleaned } from "../../src/foreign.ts";
import { object, objects, text, type JsonObject } from "../../src/json.ts";
import { element, foreign, type Child } from "../../src/view/element.ts";
import type { Messages } from "../strings/messages.ts";

/** Headings below headings that are shown. */
const DEEPEST = 20;
const UNITS = ["http://hl7.org/fhir/StructureDefinition/questionnaire-unitOption", "http://hl7.org/fhir/StructureDefinition/questionnaire-unit"];

/** The questions of a form, before it is asked. */
export function questionList(form: JsonObject, words: Messages, depth = 0): HTMLElement | undefined {
  const items = depth > DEEPEST ? [] : objects(form.item);
  const entry = (it: JsonObject) => element("li", {}, ...question(it, words), questionList(it, words, depth + 1));
  return items.length === 0 ? undefined : element("ul", { class: "questions" }, items.map(entry));
}

function question(it: JsonObject, words: Messages): Child[] {
  const type = text(it.type) ?? "";
  const isHeading = type === "group" || type === "display";
  const choices = [...objects(it.answerOption).map(optionWords), ...objects(it.extension).map(unitWords)].filter((choice) => choice !== undefined);
  const remarks = [
    isHeading ? undefined : typeWord(words, type),
    it.required === true ? words.uiCheckinNeeded : undefined,
    objects(it.enableWhen).length > 0 ? words.uiCheckinOnlyThen : undefined,
  ].filter((remark) => remark !== undefined);
  return [
    element(type === "group" ? "strong" : "span", {}, foreign(text(it.text) ?? text(it.linkId) ?? words.uiUntitled)),
    remarks.length === 0 ? undefined : element("span", { class: "quiet" }, " · ", remarks.join(" · ")),
    choices.length === 0 ? undefined : element("span", { class: "quiet" }, ": ", foreign(choices.join(", "))),
  ];
}

/** What can be answered to a question of FHIR's type. */
function typeWord(words: Messages, type: string): string {
  const number = words.uiCheckinNumber;
  const said = words.uiCheckinWords;
  const choice = words.uiCheckinChoice;
  const names: Record<string, string> = {
    boolean: words.uiCheckinYesNo,
    decimal: number,
    integer: number,
    quantity: words.uiCheckinQuantity,
    date: words.uiCheckinDate,
    dateTime: words.uiCheckinDateTime,
    time: words.uiCheckinTime,
    string: said,
    text: said,
    choice,
    "open-choice": words.uiCheckinOpenChoice,
  };
  return (Object.hasOwn(names, type) ? names[type] : undefined) ?? cleaned(type);
}

function optionWords(option: JsonObject): string | undefined {
  const coding = object(option.valueCoding);
  const value = option.valueString ?? option.valueDate ?? option.valueTime ?? option.valueInteger;
  return coding === undefined ? (value == null ? undefined : String(value)) : codingWords(coding);
}

function unitWords(extension: JsonObject): string | undefined {
  const coding = object(extension.valueCoding);
  return UNITS.includes(text(extension.url) ?? "") && coding !== undefined ? codingWords(coding) : undefined;
}

const codingWords = (coding: JsonObject): string | undefined => text(coding.display) ?? text(coding.code);
