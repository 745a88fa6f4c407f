import type { Messages } from "../strings/messages.ts";

/** The sections of a record, in the order of their codes (docs/sections.md), as a reader calls them. */
const names = (words: Messages): string[] => [
  words.pageProfile,
  words.cardAllergies,
  words.cardMedicines,
  words.cardConditions,
  words.pageVaccines,
  words.pageResults,
  words.pageVitals,
  words.pageProcedures,
  words.pageVisits,
  words.pageNotes,
  words.pageDocuments,
  words.pageCarePlan,
  words.pageSensitive,
  words.pageCoverage,
  words.pageCheckIns,
  words.pageMessages,
];

/** The names of sections, of which each is a bit, the lowest for the first. */
export const sectionNames = (sections: number, words: Messages): string[] =>
  names(words).filter((_, code) => (sections & (1 << code)) !== 0);
