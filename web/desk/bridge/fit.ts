import type { Entry } from "../api.ts";

/** FHIR's types that are written. */
const TYPES = ["AllergyIntolerance", "Condition", "FamilyMemberHistory", "Immunization", "MedicationRequest", "MedicationStatement", "Observation", "Procedure"];

/** Why an entry cannot be written: the text that says so. The server looks once more. */
export function unfit(entry: Entry): "uiUnfitType" | "uiUnfitDisputed" | "uiUnfitState" | undefined {
  if (entry.id === null || !TYPES.includes(entry.facts.type)) {
    return "uiUnfitType";
  }
  if (entry.state === "retracted") {
    return undefined;
  }
  if (entry.disputed || entry.state === "unreconciled" || entry.others.length > 0) {
    return "uiUnfitDisputed";
  }
  return entry.state === "current" ? undefined : "uiUnfitState";
}
