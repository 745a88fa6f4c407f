import { cleaned } from "../../src/foreign.ts";
import { element, foreign, type Child } from "../../src/view/element.ts";
import { shape } from "../../src/view/shape.ts";
import type { Desk } from "../desk.ts";
import type { Messages } from "../strings/messages.ts";
import { field, form } from "../view/form.ts";
import { problemBox } from "../view/problem.ts";
import { sectionWord, sectionWords } from "../view/words.ts";
import { Problem } from "../problem.ts";
import type { Checked, Finding, Override, Visit } from "./api.ts";
import type { Draft } from "./content.ts";
import { filesWritten } from "./files.ts";
import { written } from "./words.ts";

/** What has to be known before a visit is signed: what was found, where it would stand, and all of it. */
export class Review {
  private readonly reasons = new Map<string, string>();

  constructor(private readonly checked: Checked) {}

  draw(desk: Desk, [visit, draft]: [Visit, Draft], sign: (overrides: Override[]) => Promise<void>): HTMLElement {
    const { words } = desk.reader;
    const { problem, sections } = visit;
    const content = [
      element("h3", {}, words.uiVisitFound),
      ...this.findings(desk, draft),
      element("h3", {}, words.uiVisitWhere),
      whereOf(visit, desk),
      element("h3", {}, words.uiVisitAll),
      written(draft, words, filesWritten(visit, desk.reader)),
    ];
    const overrides = () => [...this.reasons].map(([finding, reason]) => ({ finding, reason }));
    const canBeSigned = problem === null && closedIn(visit).length === 0 && sections.length > 0;
    return element(
      "section",
      { class: "review" },
      element("h2", { tabindex: "-1" }, words.uiVisitReview),
      canBeSigned
        ? form(desk, words.uiVisitSign, () => sign(overrides()), ...content, element("p", { class: "lead" }, words.uiVisitSignLead))
        : [problem === null ? [] : [problemBox(Problem.said(problem), desk.reader)], content].flat(),
    );
  }

  private findings(desk: Desk, draft: Draft): Child[] {
    const { words } = desk.reader;
    const { findings, not_checked } = this.checked;
    const isTaken = draft.lists.medicines.some((row) => row.change !== "stop" && row.text?.trim() !== "");
    const nothing = isTaken ? words.uiVisitFoundNothing : words.uiVisitNoMedicine;
    return [
      ...(findings.length > 0
        ? [element("p", { class: "quiet" }, words.uiVisitFoundWords), element("ul", { class: "findings" }, findings.map((it) => this.finding(it, desk)))]
        : [element("p", {}, nothing)]),
      not_checked.length === 0
        ? undefined
        : element("div", { class: "unseen" }, element("p", { class: "caution" }, shape("caution"), " ", words.uiVisitNotChecked), element("ul", {}, not_checked.map((it) => element("li", {}, english(it))))),
      element("p", { class: "quiet" }, words.uiVisitNoDevice),
    ];
  }

  private finding(it: Finding, { reader: { words } }: Desk): HTMLElement {
    const sign = it.needs_reason ? "danger" : it.severity === "precaution" ? "caution" : "item";
    const source = element("span", { lang: "en" }, foreign(`${it.source}, ${it.edition}. ${it.locator}.`));
    return element(
      "li",
      { class: `finding ${sign}`, "data-severity": it.severity },
      element("p", { class: "says" }, shape(sign), " ", element("span", { class: "remarks" }, severityWord(it.severity, words)), " ", element("strong", {}, english(it.says))),
      element("p", {}, english(it.advice)),
      it.certain ? undefined : element("p", { class: "caution" }, words.uiVisitUncertain),
      element("p", { class: "quiet" }, words.uiVisitSource, ": ", source, " ", words.uiVisitLicence({ licence: it.licence === OWN_WORDS ? words.uiVisitOwnWords : cleaned(it.licence) })),
      it.reviewed ? undefined : element("p", { class: "quiet unreviewed" }, shape("caution"), " ", words.uiVisitUnreviewed),
      it.needs_reason ? this.reason(it, words) : undefined,
    );
  }

  private reason({ name }: Finding, words: Messages): HTMLElement {
    const input = element("textarea", { id: `reason-${name}`, rows: "2", maxlength: "1000", required: true, autocomplete: "off", spellcheck: "false" });
    input.value = this.reasons.get(name) ?? "";
    this.reasons.set(name, input.value);
    input.addEventListener("input", () => this.reasons.set(name, input.value));
    return field(words.uiVisitReason, input, words.uiVisitReasonWhy);
  }
}

/** As the tables call facts that stand here in nobody else's words. */
const OWN_WORDS = "fact-own-words";

/** Words of the server. */
const english = (text: string): HTMLElement => element("span", { lang: "en" }, foreign(text));

const severityWord = (severity: Finding["severity"], words: Messages): string =>
  ({ contraindicated: words.uiVisitContraindicated, avoid: words.uiVisitAvoid, precaution: words.uiVisitPrecaution, note: words.uiVisitRemarkOnly })[severity];

/** In which sections it would stand, and where the patient does not let the clinic write. */
function whereOf({ sections }: Visit, { reader: { words } }: Desk): HTMLElement {
  const line = ({ section, allowed }: Visit["sections"][number]) =>
    element("li", { class: allowed ? "open" : "closed" }, shape(allowed ? "good" : "danger"), " ", sectionWord(words, section), allowed ? undefined : element("span", { class: "remarks" }, " · ", words.uiVisitClosed));
  return sections.length === 0 ? element("p", { class: "quiet" }, words.uiVisitNoSection) : element("ul", { class: "where" }, sections.map(line));
}

/** Where the patient does not let the clinic write, while it is written. */
export function closedNote(visit: Visit, { reader: { words } }: Desk): HTMLElement | undefined {
  const closed = closedIn(visit);
  return closed.length === 0 ? undefined : element("p", { class: "caution" }, shape("caution"), " ", words.uiVisitClosedIn({ sections: sectionWords(words, closed) }));
}

const closedIn = ({ sections }: Visit): string[] => sections.filter((it) => !it.allowed).map((it) => it.section);
