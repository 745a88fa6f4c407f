import { dateIn } from "../src/language/dates.ts";
import { cleaned } from "../src/foreign.ts";
import { messages as english } from "./strings/en.ts";
import type { Messages } from "./strings/messages.ts";

/** The languages of the desk, by their own names. */
export const LANGUAGES = { en: "English", es: "Español", ar: "العربية" } as const;

export type Language = keyof typeof LANGUAGES;

/** The first language of the browser that the desk has. */
export function preferred(languages: readonly string[]): Language {
  const codes = languages.map((it) => it.toLowerCase().split("-")[0] ?? "");
  return codes.find((code): code is Language => Object.hasOwn(LANGUAGES, code)) ?? "en";
}

export const directionOf = (language: Language): "ltr" | "rtl" => (language === "ar" ? "rtl" : "ltr");

/** Whoever works at the desk: their words, dates and times. */
export interface Reader {
  language: Language;
  words: Messages;
  /** A date as FHIR writes it, in the reader's form; foreign text where it is none. */
  date: (fhir: string) => string;
  /** A time in milliseconds since 1970, with its day: what is printed is read on other days. */
  time: (at: number) => string;
  /** The day of such a time. */
  day: (at: number) => string;
}

export const englishReader = (): Reader => readerOf("en", english);

/** The words of a language; English if they cannot be had. */
export async function readerIn(language: Language): Promise<Reader> {
  try {
    return readerOf(language, await LOAD[language]());
  } catch {
    return englishReader();
  }
}

const LOAD: Record<Language, () => Promise<Messages>> = {
  en: async () => english,
  es: async () => (await import("./strings/es.ts")).messages,
  ar: async () => (await import("./strings/ar.ts")).messages,
};

function readerOf(language: Language, words: Messages): Reader {
  const locale = `${language === "en" ? "en-GB" : language}-u-nu-latn`;
  const hour = new Intl.DateTimeFormat(locale, { hour: "2-digit", minute: "2-digit" });
  const day = new Intl.DateTimeFormat(locale, { day: "numeric", month: "long", year: "numeric" });
  const time = (at: number): string => {
    const date = new Date(at);
    return `${day.format(date)}, ${hour.format(date)}`;
  };
  return { language, words, date: (fhir) => cleaned(dateIn(language, fhir)), time, day: (at) => day.format(new Date(at)) };
}
