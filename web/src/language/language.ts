import { messages as english } from "../strings/en.ts";
import type { Messages } from "../strings/messages.ts";

/** The languages of the page, by their own names. */
export const LANGUAGES = {
  en: "English",
  es: "Español",
  fr: "Français",
  de: "Deutsch",
  ar: "العربية",
  zh: "中文",
} as const;

export type Language = keyof typeof LANGUAGES;

/** The first language of the reader's browser that the page has. */
export function preferred(languages: readonly string[]): Language {
  const codes = languages.map((it) => it.toLowerCase().split("-")[0] ?? "");
  return codes.find(isLanguage) ?? "en";
}

export function isLanguage(code: string): code is Language {
  return Object.hasOwn(LANGUAGES, code);
}

export const directionOf = (language: Language): "ltr" | "rtl" => (language === "ar" ? "rtl" : "ltr");

/** The words of a language; English if they cannot be had. */
export async function wordsOf(language: Language): Promise<Messages> {
  try {
    return await LOAD[language]();
  } catch {
    return english;
  }
}

const LOAD: Record<Language, () => Promise<Messages>> = {
  en: async () => english,
  es: async () => (await import("../strings/es.ts")).messages,
  fr: async () => (await import("../strings/fr.ts")).messages,
  de: async () => (await import("../strings/de.ts")).messages,
  ar: async () => (await import("../strings/ar.ts")).messages,
  zh: async () => (await import("../strings/zh.ts")).messages,
};
