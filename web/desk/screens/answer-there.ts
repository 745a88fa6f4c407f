import { cleaned } from "../../src/foreign.ts";
import { button, element, foreign, type Child } from "../../src/view/element.ts";
import { shape } from "../../src/view/shape.ts";
import type { Banner } from "../api.ts";
import type { AnswerThere, Part, Writing } from "../bridge/answers.ts";
import type { Candidate, Search } from "../bridge/api.ts";
import { kindWord } from "../bridge/words.ts";
import type { Checkin } from "../checkin/api.ts";
import { whomWords } from "../checkin/words.ts";
import type { Desk, Screen } from "../desk.ts";
import { bannerTop, whenOver } from "../view/banner.ts";
import { factsWords } from "../view/entry.ts";
import { exactly } from "../view/exactly.ts";
import { problemBox } from "../view/problem.ts";
import { question } from "../view/question.ts";
import { besideTable, candidateBox } from "./patient.ts";

/** What of an answer is written to the clinic's own system, and for whom: nothing is chosen before. */
export function answerThereScreen(checkin: Checkin, there: AnswerThere, banner: Banner | undefined): Screen {
  const view = new AnswerThereView(checkin, there, banner);
  return {
    name: "answer-there",
    title: ({ words }) => words.uiAnswerThere,
    draw: (desk) => view.draw(desk),
    press: (key) => view.press(key),
  };
}

type Step = { kind: "shown" } | { kind: "confirming"; candidate: Candidate } | { kind: "asking" };

class AnswerThereView {
  private step: Step = { kind: "shown" };
  private readonly chosen = new Set<string>();
  private readonly count = element("p", { role: "status", class: "counted" });
  private desk: Desk | undefined;
  private left: AbortSignal | undefined;

  constructor(
    private readonly checkin: Checkin,
    private readonly there: AnswerThere,
    private readonly banner: Banner | undefined,
  ) {}

  draw(desk: Desk): Child[] {
    this.desk = desk;
    const { banner, checkin } = this;
    if (banner !== undefined && this.left !== desk.left) {
      this.left = desk.left;
      whenOver(desk, banner, () => desk.to.answerThere(checkin.id));
    }
    const { words } = desk.reader;
    const top = banner === undefined ? element("div", { class: "who" }, ...whomWords(checkin, desk.reader)) : bannerTop(desk, banner);
    return [top, ...this.content(desk), element("div", { class: "buttons" }, button(words.uiAnswerBack, () => desk.to.checkin(checkin.id), "plain"))];
  }

  press(key: string): boolean {
    if (key !== "Escape") {
      return false;
    }
    if (this.step.kind === "shown") {
      this.desk?.to.checkin(this.checkin.id);
    } else {
      this.go({ kind: "shown" });
    }
    return true;
  }

  private content(desk: Desk): Child[] {
    const { there, step, checkin, banner } = this;
    const { words } = desk.reader;
    if ("problem" in there) {
      const { chart } = checkin;
      const way = banner === undefined || chart === null ? button(words.uiTryAgain, () => desk.to.answerThere(checkin.id), "action") : button(words.uiThere, () => desk.to.patientThere(chart), "action");
      return [problemBox(there.problem, desk.reader), element("div", { class: "buttons" }, way)];
    }
    if ("found" in there) {
      return step.kind === "confirming" ? [this.confirming(desk, there.found, step.candidate)] : this.found(desk, there.found);
    }
    return step.kind === "asking" ? [this.asking(desk, there.writing)] : this.writing(desk, there.writing);
  }

  private found(desk: Desk, { ours, candidates }: Search): Child[] {
    const { words } = desk.reader;
    return [
      element("h2", { tabindex: "-1" }, candidates.length === 0 ? words.uiThereNobody : words.uiThereWho({ count: candidates.length })),
      element("p", {}, candidates.length === 0 ? words.uiAnswerNobody : words.uiAnswerWho),
      ...candidates.map((it) => candidateBox(desk, ours, it, () => this.go({ kind: "confirming", candidate: it }))),
    ];
  }

  private confirming(desk: Desk, { ours }: Search, it: Candidate): HTMLElement {
    const { words } = desk.reader;
    const confirm = async (): Promise<void> => {
      await desk.api.answers.confirm(this.checkin.id, it.patient);
      desk.to.answerThere(this.checkin.id);
    };
    const content = [element("p", {}, words.uiThereConfirmLead), besideTable(desk.reader, ours, it, it.compared), element("p", { class: "quiet" }, words.uiThereId({ id: cleaned(it.patient) }))];
    return question(desk, words.uiThereConfirmTitle, content, [words.uiBack, () => this.go({ kind: "shown" })], [words.uiThereConfirmYes, confirm]);
  }

  private writing(desk: Desk, { link, other_birth_date, lines }: Writing): Child[] {
    const { words } = desk.reader;
    const whose = [
      element("h2", { tabindex: "-1" }, words.uiThereIs),
      besideTable(desk.reader, link.ours, link.theirs, link.compared),
      element("p", { class: "quiet" }, words.uiThereId({ id: cleaned(link.patient) })),
    ];
    if (other_birth_date) {
      return [...whose, element("p", { class: "problem" }, shape("danger"), " ", words.uiAnswerOtherBirth)];
    }
    if (lines.length === 0) {
      return [...whose, element("p", { class: "empty" }, shape("none"), " ", words.uiAnswerNone)];
    }
    this.tell(desk);
    return [
      ...whose,
      element("h2", {}, words.uiAnswerWhat),
      element("p", {}, words.uiAnswerLead),
      element("ul", { class: "entries" }, lines.map((it, at) => this.choice(desk, it, lines, at))),
      element("div", { class: "approve" }, this.count, button(words.uiChooseReview, () => this.ask(), "action")),
    ];
  }

  private choice(desk: Desk, part: Part, all: Part[], at: number): HTMLElement {
    const { words } = desk.reader;
    const box = element("input", { id: `part-${at}`, type: "checkbox", disabled: part.ours === null, checked: this.chosen.has(part.name) });
    box.addEventListener("change", () => {
      if (box.checked) {
        this.chosen.add(part.name);
      } else {
        this.chosen.delete(part.name);
      }
      this.tell(desk);
    });
    const form = all.find((it) => it.name === part.from);
    return element(
      "li",
      { class: "choice" },
      box,
      element(
        "div",
        {},
        element(
          "label",
          { for: box.id },
          element("strong", {}, foreign(part.title)),
          " ",
          element("span", { class: "quiet" }, part.type === "QuestionnaireResponse" ? words.uiAnswerForm : kindWord(words, part.type)),
        ),
        part.facts === null || part.type === "QuestionnaireResponse" ? undefined : factsWords(part.facts, desk.reader),
        part.said_by === null ? undefined : element("p", { class: "quiet" }, words.uiSaidBy({ name: cleaned(part.said_by) })),
        form === undefined ? undefined : element("p", { class: "quiet" }, words.uiAnswerFrom({ form: cleaned(form.title) })),
        part.left_out.length === 0 ? undefined : element("p", { class: "quiet" }, words.uiLeftOut({ what: part.left_out.map(cleaned).join(", ") })),
        part.written === null ? undefined : element("p", {}, shape("good"), " ", words.uiAnswerWritten({ place: cleaned(part.written) })),
        part.unfit === null ? undefined : element("p", { class: "caution" }, shape("caution"), " ", words.uiAnswerUnfit),
        part.ours === null ? undefined : exactly(part.ours, words.uiAnswerExactly),
      ),
    );
  }

  /** What would be written, once more, before it is approved. */
  private asking(desk: Desk, { patient, link, lines }: Writing): HTMLElement {
    const { words } = desk.reader;
    const parts = lines.filter((it) => this.chosen.has(it.name) || lines.some((other) => other.from === it.name && this.chosen.has(other.name)));
    const approve = async (): Promise<void> => {
      const { id } = await desk.api.answers.approve(this.checkin.id, patient, [...this.chosen]);
      desk.to.message(id);
    };
    const who = link.theirs.name === null ? words.uiPatientOf({ id: cleaned(link.patient) }) : cleaned(link.theirs.name);
    const one = (it: Part) => element("li", {}, foreign(it.title), it.facts === null || it.type === "QuestionnaireResponse" ? undefined : factsWords(it.facts, desk.reader));
    const content = [
      element("p", {}, words.uiApproveLead({ count: parts.length, name: who })),
      element("p", { class: "quiet" }, words.uiThereId({ id: cleaned(link.patient) })),
      element("ol", { class: "sentences" }, parts.map(one)),
      element("p", {}, words.uiApproveWhat),
    ];
    return question(desk, words.uiApproveTitle, content, [words.uiBack, () => this.go({ kind: "shown" })], [words.uiApproveYes, approve]);
  }

  private ask(): void {
    if (this.chosen.size === 0) {
      this.count.textContent = this.desk?.reader.words.uiChosenNone ?? "";
      return;
    }
    this.go({ kind: "asking" });
  }

  private tell({ reader: { words } }: Desk): void {
    this.count.textContent = words.uiChosen({ count: this.chosen.size });
  }

  private go(step: Step): void {
    this.step = step;
    this.desk?.redraw();
    document.querySelector<HTMLElement>("main h2:not(.banner h2)")?.focus();
    scrollTo(0, 0);
  }
}
