import { dateIn } from "../language/dates.ts";
import type { Language } from "../language/language.ts";
import type { Messages } from "../strings/messages.ts";

/** Whoever reads the page: their words and their dates. */
export interface Reader {
  language: Language;
  words: Messages;
  date: (fhir: string) => string;
}

export const readerOf = (language: Language, words: Messages): Reader => ({
  language,
  words,
  date: (fhir) => dateIn(language, fhir),
});
