import type { Mark, Summary } from "../summary.ts";
import { element, foreign } from "./element.ts";
import type { Reader } from "./reader.ts";
import { shape } from "./shape.ts";

/** Whose it is, how old, and by whose word: what is doubtful first and loudest. */
export function banner(summary: Summary, { words, date }: Reader): HTMLElement {
  const cautions = summary.marks.filter((mark) => mark.kind === "caution");
  const others = summary.marks.filter((mark) => mark.kind !== "caution");
  const line = (mark: Mark) =>
    element("li", { class: mark.kind, "data-mark": mark.id }, mark.kind === "plain" ? undefined : shape(mark.kind), element("span", {}, mark.text(words, date)));
  const who = [
    summary.name === undefined ? undefined : foreign(summary.name, "name"),
    summary.born === undefined ? undefined : element("span", { class: "born" }, words.cardBorn({ date: date(summary.born) })),
  ];
  return element(
    "div",
    { class: "banner" },
    who.some((it) => it !== undefined) ? element("p", { class: "who" }, who) : undefined,
    element("ul", { class: "marks" }, [...cautions, ...others].map(line)),
  );
}
