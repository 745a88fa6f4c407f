import { button, element, foreign, type Child } from "../../src/view/element.ts";
import { cleaned } from "../../src/foreign.ts";
import { shape } from "../../src/view/shape.ts";
import type { Banner } from "../api.ts";
import type { Candidate, Compared, Described, Link, Search, There } from "../bridge/api.ts";
import { agreesMark, genderWord } from "../bridge/words.ts";
import type { Desk, Screen } from "../desk.ts";
import { Problem } from "../problem.ts";
import type { Reader } from "../language.ts";
import { bannerTop, whenOver } from "../view/banner.ts";
import { problemBox } from "../view/problem.ts";
import { inChart, question } from "../view/question.ts";
import { table } from "../view/table.ts";

/** Which patient of the clinic's own system a chart belongs to. Somebody says so who has looked at both: nothing is chosen before. */
export function patientScreen(banner: Banner, there: There): Screen {
  const view = new PatientView(banner, there);
  return {
    name: "patient",
    title: ({ words }) => words.uiThere,
    draw: (desk) => view.draw(desk),
    press: (key) => view.press(key),
  };
}

type Step = { kind: "shown" } | { kind: "confirming"; candidate: Candidate } | { kind: "making" } | { kind: "taking-back" };

/** What says that somebody else may be meant; a person can know better. */
const DOUBTS = ["desk-bridge-taken", "desk-bridge-exists"];

class PatientView {
  private step: Step = { kind: "shown" };
  private desk: Desk | undefined;
  private left: AbortSignal | undefined;

  constructor(
    private readonly banner: Banner,
    private there: There,
  ) {}

  draw(desk: Desk): Child[] {
    this.desk = desk;
    if (this.left !== desk.left) {
      this.left = desk.left;
      whenOver(desk, this.banner, () => desk.to.chart(this.banner.id));
    }
    const { words } = desk.reader;
    return [bannerTop(desk, this.banner), ...this.content(desk), element("div", { class: "buttons" }, button(words.uiBackToChart, () => desk.to.chart(this.banner.id), "plain"))];
  }

  press(key: string): boolean {
    if (key !== "Escape") {
      return false;
    }
    if (this.step.kind === "shown") {
      this.desk?.to.chart(this.banner.id);
    } else {
      this.go({ kind: "shown" });
    }
    return true;
  }

  private content(desk: Desk): Child[] {
    const { words } = desk.reader;
    const { there, step } = this;
    if ("problem" in there) {
      return [problemBox(there.problem, desk.reader), element("div", { class: "buttons" }, button(words.uiTryAgain, () => desk.to.patientThere(this.banner.id), "action"))];
    }
    if ("link" in there) {
      return step.kind === "taking-back" ? [this.takingBack(desk, there.link)] : this.linked(desk, there.link);
    }
    switch (step.kind) {
      case "confirming":
        return [this.confirming(desk, there.found, step.candidate)];
      case "making":
        return [this.making(desk, there.found)];
      default:
        return this.found(desk, there.found);
    }
  }

  private linked(desk: Desk, link: Link): Child[] {
    const { words, time } = desk.reader;
    const isClinician = desk.who?.account.role === "clinician";
    const by = { name: cleaned(link.by.name), time: time(link.at * 1000) };
    return [
      element("h2", { tabindex: "-1" }, words.uiThereIs),
      element("p", {}, link.compared === null ? words.uiThereMadeBy(by) : words.uiThereConfirmedBy(by)),
      besideTable(desk.reader, link.ours, link.theirs, link.compared),
      element("p", { class: "quiet" }, words.uiThereId({ id: cleaned(link.patient) })),
      element(
        "div",
        { class: "buttons" },
        isClinician ? button(words.uiChoose, () => desk.to.choose(this.banner.id), "action") : undefined,
        isClinician ? button(words.uiBeside, () => desk.to.reconcile(this.banner.id)) : undefined,
        button(words.uiThereTakeBack, () => this.go({ kind: "taking-back" }), "danger"),
      ),
    ];
  }

  private found(desk: Desk, { ours, candidates }: Search): Child[] {
    const { words } = desk.reader;
    return [
      element("h2", { tabindex: "-1" }, candidates.length === 0 ? words.uiThereNobody : words.uiThereWho({ count: candidates.length })),
      element("p", {}, candidates.length === 0 ? words.uiThereNobodyLead : words.uiThereLead),
      candidates.length === 0 ? table(words.uiThereOurs, [words.uiWhat, words.uiThereOurs], rowsOf(desk.reader, ours, ours, null).map(([label, said]) => [label, said])) : undefined,
      ...candidates.map((it) => candidateBox(desk, ours, it, () => this.go({ kind: "confirming", candidate: it }))),
      element(
        "section",
        { class: "add" },
        element("h3", {}, candidates.length === 0 ? words.uiThereNew : words.uiThereNone),
        element("div", { class: "buttons" }, button(words.uiThereMake, () => this.go({ kind: "making" }))),
      ),
    ];
  }

  private confirming(desk: Desk, { ours }: Search, it: Candidate): HTMLElement {
    const { words } = desk.reader;
    const content = [element("p", {}, words.uiThereConfirmLead), besideTable(desk.reader, ours, it, it.compared), element("p", { class: "quiet" }, words.uiThereId({ id: cleaned(it.patient) }))];
    return this.doubtful(desk, words.uiThereConfirmTitle, content, words.uiThereConfirmYes, it.patient);
  }

  private making(desk: Desk, { ours }: Search): HTMLElement {
    const { words } = desk.reader;
    const rows = rowsOf(desk.reader, ours, ours, null).map(([label, said]) => [label, said]);
    const content = [element("p", {}, words.uiThereMakeLead), table(words.uiThereOurs, [words.uiWhat, words.uiThereOurs], rows)];
    return this.doubtful(desk, words.uiThereMakeTitle, content, words.uiThereMake, undefined);
  }

  /** A question that the server may answer with a doubt: then it is said, and asked whether all the same. */
  private doubtful(desk: Desk, title: string, content: Child[], yes: string, patient: string | undefined): HTMLElement {
    const { words } = desk.reader;
    const say = (anyway: boolean): Promise<void> =>
      inChart(desk, this.banner.id, async () => {
        this.there = { link: await desk.api.bridge.confirm(this.banner.id, patient, anyway) };
        this.go({ kind: "shown" });
      })();
    const first = async (): Promise<void> => {
      try {
        await say(false);
      } catch (error) {
        if (!(error instanceof Problem) || !DOUBTS.includes(error.id)) {
          throw error;
        }
        const doubt = question(desk, title, [problemBox(error, desk.reader), ...content], [words.uiBack, () => this.go({ kind: "shown" })], [words.uiThereAnyway, () => say(true)]);
        asked.replaceWith(doubt);
        doubt.querySelector<HTMLElement>("[data-problem]")?.focus();
      }
    };
    const asked = question(desk, title, content, [words.uiBack, () => this.go({ kind: "shown" })], [yes, first]);
    return asked;
  }

  private takingBack(desk: Desk, link: Link): HTMLElement {
    const { words } = desk.reader;
    const unlink = inChart(desk, this.banner.id, async () => {
      await desk.api.bridge.unlink(this.banner.id);
      desk.to.patientThere(this.banner.id);
    });
    const content = [element("p", {}, words.uiThereTakeBackLead), element("p", { class: "quiet" }, words.uiThereId({ id: cleaned(link.patient) }))];
    return question(desk, words.uiThereTakeBackTitle, content, [words.uiThereKeep, () => this.go({ kind: "shown" })], [words.uiThereTakeBackYes, unlink]);
  }

  private go(step: Step): void {
    this.step = step;
    this.desk?.redraw();
    document.querySelector<HTMLElement>("main h2:not(.banner h2)")?.focus();
  }
}

/** Somebody of the clinic's own system, side by side with who it may be. `choose` leads to the question whether it is. */
export function candidateBox(desk: Desk, ours: Described, it: Candidate, choose: () => void): HTMLElement {
  const { words } = desk.reader;
  const why = it.inactive ? words.uiThereInactive : words.uiThereTooLittle;
  return element(
    "article",
    { class: "candidate", "data-patient": it.patient },
    element("h3", {}, it.name === null ? words.uiUnnamed : foreign(it.name)),
    it.taken ? element("p", { class: "caution" }, shape("caution"), " ", words.uiThereTaken) : undefined,
    besideTable(desk.reader, ours, it, it.compared),
    element("p", { class: "quiet" }, words.uiThereId({ id: cleaned(it.patient) })),
    it.confirmable ? element("div", { class: "buttons" }, button(words.uiThereIsIt, choose)) : element("p", { class: "caution" }, shape("caution"), " ", why),
  );
}

/** What two descriptions say, side by side, and whether that agrees. */
export function besideTable(reader: Reader, ours: Described, theirs: Described, compared: Compared | null): HTMLElement {
  const { words } = reader;
  const heads = [words.uiWhat, words.uiThereOurs, words.uiThereTheirs, words.uiThereAgree];
  const rows = rowsOf(reader, ours, theirs, compared);
  return compared === null ? table(words.uiThereOurs, heads.slice(0, 2), rows.map((it) => it.slice(0, 2))) : table(words.uiThereAgree, heads, rows);
}

function rowsOf({ words, date }: Reader, ours: Described, theirs: Described, compared: Compared | null): Child[][] {
  const text = (it: string | null): Child => (it === null ? element("span", { class: "quiet" }, words.uiUnsaid) : foreign(it));
  const born = (it: Described): Child => text(it.born === null ? null : date(it.born));
  const identifiers = (it: Described, other: Described): Child => {
    const isShared = ([system, value]: [string, string]) => other.identifiers.some(([itsSystem, itsValue]) => itsSystem === system && itsValue === value);
    const one = (name: [string, string]) => element("li", {}, element(isShared(name) ? "strong" : "span", {}, foreign(name[1])), " ", foreign(name[0], "quiet"));
    return it.identifiers.length === 0 ? text(null) : element("ul", {}, it.identifiers.map(one));
  };
  const mark = (of: keyof Compared): Child => compared === null ? "" : element("span", {}, ...agreesMark(words, compared[of]));
  return [
    [words.uiThereName, text(ours.name), text(theirs.name), mark("name")],
    [words.uiThereBorn, born(ours), born(theirs), mark("birth_date")],
    [words.uiThereSex, text(genderWord(words, ours.gender)), text(genderWord(words, theirs.gender)), mark("gender")],
    [words.uiThereIdentifiers, identifiers(ours, theirs), identifiers(theirs, ours), mark("identifier")],
  ];
}
