import { element, foreign, type Child } from "../../src/view/element.ts";
import { cleaned } from "../../src/foreign.ts";
import { shape } from "../../src/view/shape.ts";
import type { Reader } from "../language.ts";
import type { Messages } from "../strings/messages.ts";
import type { Agrees, Described, Line, LineState, Message } from "./api.ts";

/** FHIR's types that are written, by their plain names. */
export function kindWord(words: Messages, type: string): string {
  const names: Record<string, string> = {
    AllergyIntolerance: words.uiTypeAllergy,
    Condition: words.uiTypeProblem,
    FamilyMemberHistory: words.uiTypeFamily,
    Immunization: words.uiTypeVaccine,
    List: words.uiTypeList,
    MedicationRequest: words.uiTypePrescription,
    MedicationStatement: words.uiTypeMedicine,
    Observation: words.uiTypeResult,
    Patient: words.uiTypePatient,
    Procedure: words.uiTypeProcedure,
    Provenance: words.uiTypeProvenance,
  };
  return names[type] ?? cleaned(type);
}

export function genderWord(words: Messages, gender: string | null): string | null {
  const names: Record<string, string> = { female: words.uiFemale, male: words.uiMale, other: words.uiOtherSex, unknown: words.uiSexUnknown };
  return gender === null ? null : (names[gender] ?? gender);
}

/** Whether two descriptions agree, with a shape. */
export function agreesMark(words: Messages, agrees: Agrees): Child[] {
  const said = { yes: words.uiAgrees, partly: words.uiAgreesPartly, no: words.uiDiffers, unsaid: words.uiUnsaid }[agrees];
  const sign = { yes: "good", partly: "caution", no: "danger", unsaid: "none" } as const;
  const mark = sign[agrees];
  return [element("span", { class: `agrees ${mark}`, "data-agrees": agrees }, shape(mark), " ", said)];
}

/** The id in `Patient/id`. */
export const patientId = (reference: string): string => cleaned(reference.replace(/^Patient\//, ""));

/** Who a message is about. */
export function personWords({ person, patient }: Message, { words, date }: Reader): Child[] {
  return person === null
    ? [element("span", { class: "name" }, words.uiPatientOf({ id: patientId(patient) })), " ", element("span", { class: "quiet" }, words.uiTakenBack)]
    : [named(person, words), person.born === null ? undefined : element("span", {}, words.uiBorn({ date: date(person.born) }))];
}

const named = ({ name }: Described, words: Messages): HTMLElement => element("span", { class: "name" }, name === null ? words.uiUnnamed : foreign(name));

export const isOpen = ({ state }: LineState): boolean => state === "waiting" || state === "sent";

/** Whether a person has to decide. */
export const isHeld = ({ state }: LineState): boolean => state === "differs" || state === "conflict" || state === "refused";

/** How far a line has come, in a word. */
export function stateWord(words: Messages, line: LineState): string {
  switch (line.state) {
    case "waiting":
      return words.uiStateWaiting;
    case "sent":
      return words.uiStateSent;
    case "confirmed":
      return words.uiStateConfirmed;
    case "differs":
      return words.uiStateDiffers;
    case "conflict":
      return line.theirs === null ? words.uiStateGone : words.uiStateConflict;
    case "refused":
      return line.status === 0 ? words.uiStateNotOffered : words.uiStateRefused;
    case "left":
      return words.uiStateLeft;
  }
}

export function stateSign(line: LineState): "caution" | "good" | "none" | "item" {
  return isHeld(line) ? "caution" : line.state === "confirmed" ? "good" : line.state === "left" ? "none" : "item";
}

export function stateMark(words: Messages, line: LineState): HTMLElement {
  const sign = stateSign(line);
  return element("span", { class: `agrees ${sign}`, "data-state": line.state }, shape(sign), " ", stateWord(words, line));
}

export const lineTitle = (line: Line, words: Messages): Child => (line.title === "" ? words.uiUntitled : foreign(line.title));
