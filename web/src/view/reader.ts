import { cleaned } from "../foreign.ts";
import { dateIn } from "../language/dates.ts";
import type { Language } from "../language/language.ts";
import type { Messages } from "../strings/messages.ts";

/** Whoever reads the page: their words and their dates. */
export interface Reader {
  language: Language;
  words: Messages;
  /** A date in the reader's form; foreign text where it is none. */
  date: (fhir: string) => string;
}

export const readerOf = (language: Language, words: Messages): Reader => ({
  language,
  words,
  date: (fhir) => cleaned(dateIn(language, fhir)),
});
