import type { Language } from "./language.ts";

/** A date as FHIR writes it, as exact as it is there, with the month as a word; as it came where it is no date. */
export function dateIn(language: Language, fhir: string): string {
  const [, year, month, day] = /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T.*)?)?)?$/s.exec(fhir) ?? [];
  if (year === undefined) {
    return fhir;
  }
  if (month === undefined) {
    return year;
  }
  const date = new Date(`${year}-${month}-${day ?? "01"}T00:00:00Z`);
  if (Number.isNaN(date.getTime())) {
    return fhir;
  }
  return formOf(language, day !== undefined).format(date);
}

/** Forms cost tens of milliseconds to make on a slow phone: each is made once. */
const forms = new Map<string, Intl.DateTimeFormat>();

function formOf(language: Language, hasDay: boolean): Intl.DateTimeFormat {
  const key = `${language} ${hasDay}`;
  const known = forms.get(key);
  if (known !== undefined) {
    return known;
  }
  const form = new Intl.DateTimeFormat(`${language === "en" ? "en-GB" : language}-u-nu-latn`, {
    ...(hasDay ? { day: "numeric" } : {}),
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  });
  forms.set(key, form);
  return form;
}
