import { cleaned } from "../foreign.ts";
import type { Problem } from "../problem.ts";
import type { Messages } from "../strings/messages.ts";
import { element } from "./element.ts";
import { shape } from "./shape.ts";

/** What went wrong, and what to do. */
export function problemBox(problem: Problem, words: Messages): HTMLElement {
  const { id, details } = problem;
  const values = { ...details, host: cleaned(details.host), issuer: cleaned(details.issuer) };
  const said = (message: string | ((values: typeof details) => string)) =>
    typeof message === "string" ? message : message(values);
  const remaining = details.remaining === undefined ? undefined : words.pageAttempts({ count: details.remaining });
  return element(
    "div",
    { class: "problem", role: "alert", "data-problem": id },
    element("p", { class: "what" }, shape("problem"), " ", said(words[id])),
    element("p", {}, said(words[`${id}Next`])),
    remaining === undefined ? undefined : element("p", {}, remaining),
  );
}
