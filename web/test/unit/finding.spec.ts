import { expect, test } from "@playwright/test";
import { dates, numbers } from "../../desk/finding/axis.ts";
import { placesOf, wordsOf } from "../../desk/finding/mark.ts";

const marked = (text: string, words: string): string[] => placesOf(text, wordsOf(words)).map(([from, to]) => text.slice(from, to));

test("words are marked as they are found: by their beginning, without capitals and accents", () => {
  expect(wordsOf("  Café-crème, 4,5")).toEqual(["cafe", "creme", "4", "5"]);
  expect(marked("Penicillin and PENICILLAMINE", "penic")).toEqual(["Penic", "PENIC"]);
  expect(marked("Ampicillin", "cillin"), "only where a word begins").toEqual([]);
  expect(marked("Müde nach dem Fru\u0308hstück", "mude fruhst")).toEqual(["Müde", "Fru\u0308hst"]);
  expect(marked("penicillin", "pen penicil"), "the longest of several").toEqual(["penicil"]);
  expect(marked("سكر الدم", "الد")).toEqual(["الد"]);
  expect(marked("<b>bold</b> ﬁne", "b fin")).toEqual(["b", "b", "b", "ﬁn"]);
  expect(marked("anything", "")).toEqual([]);
});

test("an axis has round numbers, and days where one looks for them", () => {
  expect(numbers(3.8, 8.6, 5).map((it) => it.label)).toEqual(["4", "5", "6", "7", "8"]);
  expect(numbers(0.69, 0.82, 4).map((it) => it.label)).toEqual(["0.70", "0.75", "0.80"]);
  expect(numbers(-3, 3, 3).map((it) => it.label)).toEqual(["-2", "0", "2"]);
  expect(numbers(1000, 250_000, 5).map((it) => it.label)).toEqual(["50000", "100000", "150000", "200000", "250000"]);
  const years = dates(Date.UTC(2016, 3, 18), Date.UTC(2025, 10, 12), 6, "en").map((it) => it.label);
  expect(years).toEqual(["2018", "2020", "2022", "2024"]);
  expect(dates(Date.UTC(2026, 0, 3), Date.UTC(2026, 0, 9), 3, "en").map((it) => it.label)).toEqual(["3 Jan 26", "5 Jan 26", "7 Jan 26", "9 Jan 26"]);
  expect(dates(Date.UTC(2025, 10, 3), Date.UTC(2026, 3, 9), 6, "en").map((it) => it.label)).toEqual(["Dec 2025", "Jan 2026", "Feb 2026", "Mar 2026", "Apr 2026"]);
  expect(dates(Date.UTC(1931, 0, 1), Date.UTC(1999, 0, 1), 8, "ar").length).toBeLessThanOrEqual(8);
});
