import { cleaned } from "../../src/foreign.ts";
import type { Role } from "../api.ts";
import type { Messages } from "../strings/messages.ts";

export const roleWord = (words: Messages, role: Role): string =>
  ({ "front-desk": words.uiRoleFrontDesk, clinician: words.uiRoleClinician, administrator: words.uiRoleAdministrator })[role];

/** The name of a section; one that this page does not know by the name that the server has for it. */
export function sectionWord(words: Messages, section: string): string {
  const names: Record<string, string> = {
    profile: words.uiSectionProfile,
    allergies: words.cardAllergies,
    medications: words.uiSectionMedications,
    problems: words.uiSectionProblems,
    immunizations: words.uiSectionImmunizations,
    results: words.uiSectionResults,
    vitals: words.uiSectionVitals,
    procedures: words.uiSectionProcedures,
    encounters: words.uiSectionEncounters,
    notes: words.uiSectionNotes,
    documents: words.uiSectionDocuments,
    "care-plan": words.uiSectionCarePlan,
    sensitive: words.uiSectionSensitive,
    coverage: words.uiSectionCoverage,
    "check-ins": words.uiSectionCheckIns,
    messages: words.uiSectionMessages,
  };
  return names[section] ?? cleaned(section);
}

export const sectionWords = (words: Messages, sections: string[]): string => sections.map((it) => sectionWord(words, it)).join(", ");
