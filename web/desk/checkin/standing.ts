import type { Entry, Facts } from "../api.ts";
import { entryOf } from "../view/entry.ts";

/** Types whose status says whether the thing goes on, and statuses of what is over: those by which a chart's entries are past. */
export const GOES_ON = ["AllergyIntolerance", "CarePlan", "Condition", "Coverage", "EpisodeOfCare", "Goal", "MedicationAdministration", "MedicationRequest", "MedicationStatement", "ServiceRequest"];
export const OVER = [
  "resolved",
  "inactive",
  "remission",
  "stopped",
  "completed",
  "cancelled",
  "ended",
  "finished",
  "revoked",
  "rejected",
  "not-done",
  "not-taken",
  "abandoned",
  "aborted",
  "superseded",
  "expired",
  "entered-in-error",
];
const ERROR = "entered-in-error";

/** What was given, as an entry: what is over or was an error must not look as if it held. */
export function givenEntry(facts: Facts): Entry {
  const { type, status, verification } = facts;
  const isError = status === ERROR || verification === ERROR;
  // That a medicine was handed out never makes it current.
  const past = type === "MedicationDispense" || (GOES_ON.includes(type) && OVER.includes(status ?? ""));
  return { ...entryOf(facts), state: isError ? "retracted" : "current", past };
}
