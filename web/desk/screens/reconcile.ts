import { button, element, type Child } from "../../src/view/element.ts";
import { shape } from "../../src/view/shape.ts";
import { cleaned } from "../../src/foreign.ts";
import type { Banner } from "../api.ts";
import type { Message } from "../bridge/api.ts";
import { unfit } from "../bridge/fit.ts";
import { patientId } from "../bridge/words.ts";
import type { Desk, Screen } from "../desk.ts";
import { problemOf, type Problem } from "../problem.ts";
import type { Compared, Comparison, Done } from "../reconcile/api.ts";
import { isRead, readingBox } from "../reconcile/reading.ts";
import { decisionOf, heldAgainst, partOf, rowsOf, type Allowed, type Answered } from "../reconcile/rows.ts";
import { SectionView, type Deciding } from "../reconcile/section.ts";
import { entryOf, sentence } from "../reconcile/words.ts";
import { bannerTop, whenOver } from "../view/banner.ts";
import { entryWords } from "../view/entry.ts";
import { field } from "../view/form.ts";
import { problemBox } from "../view/problem.ts";
import { attempt, inChart, question } from "../view/question.ts";
import { sectionWord } from "../view/words.ts";
import type { Visit } from "../visit/api.ts";
import { standingChip } from "../visit/words.ts";

/** Decisions of one act. */
const MOST = 100;
/** Milliseconds after which it is looked whether what was decided has come to the patient: each look stands in the log. */
const LOOKS_MS = [1000, 2000, 4000, 8000];

/** A chart beside the clinic's own system: a clinician decides line by line, reads all of it once more, and has it done. */
export function reconcileScreen(banner: Banner, compared: Compared, outbox: Message[]): Screen {
  const view = new ReconcileView(banner, compared, outbox);
  return {
    name: "reconcile",
    title: ({ words }) => words.uiBeside,
    draw: (desk) => view.draw(desk),
    press: (key) => view.press(key),
  };
}

type Step = { kind: "shown" } | { kind: "asking" } | { kind: "done"; done: Done; section: string; said: Answered[] };

class ReconcileView {
  private step: Step = { kind: "shown" };
  private section = 0;
  private reason = "";
  private decidings: Deciding[] = [];
  private isLeaving = false;
  private desk: Desk | undefined;
  private left: AbortSignal | undefined;
  private readonly content = element("div", { class: "content", tabindex: "-1" });
  private readonly count = element("p", { role: "status", class: "counted" });
  private readonly wrong = element("div", {});
  private readonly come = element("div", { role: "status" });
  private menu = element("nav", { class: "sections" });

  constructor(
    private banner: Banner,
    private compared: Compared,
    private outbox: Message[],
  ) {
    this.take(compared);
  }

  draw(desk: Desk): Child[] {
    this.desk = desk;
    if (this.left !== desk.left) {
      this.left = desk.left;
      whenOver(desk, this.banner, () => desk.to.chart(this.banner.id));
      addEventListener("beforeunload", (event) => this.chosen() > 0 && event.preventDefault(), { signal: desk.left });
    }
    return [bannerTop(desk, this.banner), ...this.parts(desk)];
  }

  press(key: string): boolean {
    const { desk } = this;
    const at = Number(key) - 1;
    if (desk === undefined) {
      return false;
    }
    if (this.step.kind === "shown" && this.decidings[at] !== undefined) {
      this.open(at);
      return true;
    }
    if (key !== "Escape") {
      return false;
    }
    if (this.step.kind === "asking") {
      this.back();
    } else if (this.step.kind === "done") {
      void this.goOn(desk);
    } else if (this.chosen() > 0 && !this.isLeaving) {
      this.isLeaving = true;
      this.count.textContent = desk.reader.words.uiBesideLeave;
    } else {
      desk.to.chart(this.banner.id);
    }
    return true;
  }

  private parts(desk: Desk): Child[] {
    const { words } = desk.reader;
    const { compared, step } = this;
    const back = button(words.uiBackToChart, () => desk.to.chart(this.banner.id), "plain");
    if ("problem" in compared) {
      return [problemBox(compared.problem, desk.reader), element("div", { class: "buttons" }, button(words.uiThere, () => desk.to.patientThere(this.banner.id), "action"), button(words.uiTryAgain, () => desk.to.reconcile(this.banner.id)), back)];
    }
    switch (step.kind) {
      case "asking":
        return [this.asking(desk, compared)];
      case "done":
        return [this.done(desk, step)];
      case "shown":
        break;
    }
    this.fill(desk, compared);
    const [again, look] = compared.reading === null ? [words.uiBesideRead, "action"] : [words.uiBesideReadAgain, ""];
    return [
      element("p", {}, words.uiBesideLead),
      element("div", { class: "reading" }, ...readingBox(compared.reading, desk.reader), element("div", { class: "buttons" }, button(again!, () => void this.read(desk), look))),
      this.wrong,
      element("div", { class: "chart" }, element("div", {}, this.menu, element("div", { class: "buttons" }, back)), this.content),
      element("div", { class: "approve" }, this.count, button(words.uiBesideReview, () => this.ask(desk), "action")),
    ];
  }

  private get deciding(): Deciding {
    return this.decidings[this.section]!;
  }

  private chosen(): number {
    return this.decidings.reduce((sum, it) => sum + it.chosen.size, 0);
  }

  /** What was chosen in the section, in the order in which it stands there. */
  private answered(): Answered[] {
    const { rows, chosen } = this.deciding;
    return rows.flatMap((it) => it.questions).flatMap(({ key }) => chosen.get(key) ?? []);
  }

  private fill(desk: Desk, comparison: Comparison): void {
    this.drawMenu(desk, comparison);
    this.content.replaceChildren(...new SectionView(desk, this.banner.id, comparison, this.deciding, () => this.tell(desk)).draw());
    this.tell(desk);
  }

  private drawMenu(desk: Desk, { acts }: Comparison): void {
    const { words } = desk.reader;
    const item = ({ section, rows }: Deciding, at: number): HTMLElement => {
      const open = rows.filter((it) => partOf(it, acts) === "open").length;
      return element(
        "li",
        {},
        element(
          "button",
          { type: "button", click: () => this.open(at), "data-section": section.section, "aria-keyshortcuts": String(at + 1), ...(at === this.section ? { "aria-current": "true" } : {}) },
          element("span", { class: "label" }, sectionWord(words, section.section)),
          " ",
          element("span", { class: "count" }, words.uiBesideOpenCount({ count: open })),
          element("kbd", { "aria-hidden": "true" }, String(at + 1)),
          section.contradiction ? element("span", { class: "caution" }, shape("danger"), " ", words.uiBesideContradiction) : undefined,
        ),
      );
    };
    const menu = element("nav", { class: "sections", "aria-label": words.uiSections }, element("ul", {}, this.decidings.map(item)));
    this.menu.replaceWith(menu);
    this.menu = menu;
  }

  private tell(desk: Desk): void {
    this.isLeaving = false;
    this.count.textContent = desk.reader.words.uiBesideChosen({ count: this.deciding.chosen.size });
  }

  private open(at: number): void {
    this.section = at;
    this.desk?.redraw();
    this.content.querySelector("h2")?.focus();
  }

  /** Takes a comparison as it is now. What was chosen stays, but for what is not as it was seen any more. */
  private take(compared: Compared): void {
    this.compared = compared;
    if ("problem" in compared) {
      return;
    }
    const sent = new Set(this.outbox.filter((it) => it.patient === compared.patient).flatMap((it) => it.lines.filter((line) => SENT.includes(line.state)).map((line) => line.entry)));
    this.decidings = compared.sections.map((section): Deciding => {
      const line = this.banner.sections.find((it) => it.section === section.section);
      const isSent: Allowed["sent"] = (entry) => entry.id !== null && sent.has(entry.id);
      const allowed: Allowed = {
        decide: compared.reading !== null,
        take: line?.operations.includes("append") ?? false,
        // Where not all was read it may be there already.
        write: (entry) => unfit(entry) === undefined && (isRead(compared.reading, section.section) || isSent(entry)),
        sent: isSent,
      };
      const rows = rowsOf(section, allowed);
      const old = this.decidings.find((it) => it.section.section === section.section);
      const [chosen, changed] = heldAgainst(old?.chosen ?? new Map(), rows);
      return { section, rows, allowed, chosen, changed: [...(old?.changed ?? []), ...changed] };
    });
  }

  private async read(desk: Desk): Promise<void> {
    const { left } = desk;
    const read = async (): Promise<void> => {
      // A large record takes its time.
      this.wrong.replaceChildren(element("p", { role: "status" }, desk.reader.words.uiLoading));
      const comparison = await desk.api.reconciling.read(this.banner.id);
      if (!left.aborted) {
        this.wrong.replaceChildren();
        this.take(comparison);
        desk.redraw();
        (this.content.querySelector<HTMLElement>(".changed h3") ?? this.content.querySelector("h2"))?.focus();
      }
    };
    await attempt(desk, this.wrong, inChart(desk, this.banner.id, read));
  }

  private ask(desk: Desk): void {
    const { words } = desk.reader;
    const { size } = this.deciding.chosen;
    if (size === 0 || size > MOST) {
      this.count.textContent = size === 0 ? words.uiBesideChosenNone : words.uiBesideChosenMost;
      return;
    }
    this.step = { kind: "asking" };
    desk.redraw();
    document.querySelector<HTMLElement>(".closing h2")?.focus();
  }

  /** All that would be done, once more in whole sentences, with one reason for all of it. */
  private asking(desk: Desk, comparison: Comparison): HTMLElement {
    const { reader } = desk;
    const { words } = reader;
    const { section, rows, chosen } = this.deciding;
    const name = sectionWord(words, section.section);
    const all = this.answered();
    const reason = element("textarea", { id: "reason", rows: "2", maxlength: "1000", autocomplete: "off", spellcheck: "false", dir: "auto" });
    reason.value = this.reason;
    reason.addEventListener("input", () => (this.reason = reason.value));
    const seen = ({ question: it }: Answered) => (it.about === "pair" ? [it.pair.entry, entryOf(it.pair.statement)] : [it.about === "entry" ? it.entry : entryOf(it.statement)]);
    const one = (it: Answered) => element("li", {}, sentence(it, reader), ...seen(it).map((entry) => element("p", { class: "quiet" }, entryWords(entry, reader))));
    const open = rows.filter((it) => partOf(it, comparison.acts) === "open" && !it.questions.some(({ key }) => chosen.has(key))).length;
    const isTold = this.banner.sections.some((it) => it.section === "documents" && it.operations.includes("append"));
    const content: Child[] = [
      element("p", {}, words.uiBesideAskWho({ name: cleaned(this.banner.name ?? words.uiUnnamed), id: patientId(comparison.patient) })),
      section.contradiction ? element("div", { class: "problem" }, element("p", { class: "what" }, shape("danger"), " ", words.uiBesideContradiction), element("p", {}, words.uiBesideContradictionNext)) : undefined,
      element("ol", { class: "sentences" }, all.map(one)),
      open === 0 ? undefined : element("p", {}, words.uiBesideLeftOpen({ count: open })),
      element("p", {}, isTold ? words.uiBesideSigned : words.uiBesideSignedAlone),
      field(words.uiBesideReason, reason, words.uiBesideReasonWhy),
    ];
    return question(desk, words.uiBesideAskTitle({ section: name }), content, [words.uiBack, () => this.back()], [words.uiBesideYes, inChart(desk, this.banner.id, () => this.decide(desk)), ""]);
  }

  private async decide(desk: Desk): Promise<void> {
    const { left } = desk;
    const { section, chosen } = this.deciding;
    const all = this.answered();
    try {
      const done = await desk.api.reconciling.decide(this.banner.id, section.section, all.map((it) => decisionOf(it, this.reason)));
      chosen.clear();
      // What was added is dangerous, too.
      this.banner = await desk.api.banner(this.banner.id).catch(() => this.banner);
      this.wrong.replaceChildren();
      this.reason = "";
      if (!left.aborted) {
        this.step = { kind: "done", done, section: section.section, said: all };
        desk.redraw();
        document.querySelector<HTMLElement>(".come h2")?.focus();
        void this.follow(desk);
      }
    } catch (error) {
      const problem = problemOf(error);
      if (problem.id !== "desk-recon-changed") {
        throw error;
      }
      await this.stale(desk, problem);
    }
  }

  /** It was read anew meanwhile: what is another thing now is shown beside what was seen, and the rest of what was chosen stays. */
  private async stale(desk: Desk, problem: Problem): Promise<void> {
    const { left } = desk;
    const comparison = await desk.api.reconciling.comparison(this.banner.id);
    if (left.aborted) {
      return;
    }
    this.take(comparison);
    this.step = { kind: "shown" };
    this.wrong.replaceChildren(problemBox(problem, desk.reader));
    desk.redraw();
    this.wrong.querySelector<HTMLElement>("[data-problem]")?.focus();
  }

  /** What was done, and how far it has come. */
  private done(desk: Desk, { done, section, said }: Extract<Step, { kind: "done" }>): HTMLElement {
    const { words } = desk.reader;
    const { visit, message } = done;
    this.come.replaceChildren(...standingOf(visit, desk));
    return element(
      "section",
      { class: `come ${visit.state}` },
      element("h2", { tabindex: "-1" }, words.uiBesideDone({ section: sectionWord(words, section) })),
      this.come,
      element("ol", { class: "sentences" }, said.map((it) => element("li", {}, sentence(it, desk.reader)))),
      element(
        "div",
        { class: "buttons" },
        button(words.uiBesideGoOn, () => void this.goOn(desk), "action"),
        message === null ? undefined : button(words.uiBesideDoneMessage, () => desk.to.message(message.id)),
        button(words.uiResult, () => desk.to.resultThere(this.banner.id, visit.id)),
        button(words.uiBesideDoneVisit, () => desk.to.visit(this.banner.id, visit.id)),
      ),
      this.wrong,
    );
  }

  /** Looks a few times whether the patient has it. Who works with the page meanwhile stays where they are. */
  private async follow(desk: Desk): Promise<void> {
    const { left } = desk;
    for (const pause of LOOKS_MS) {
      await new Promise((done) => setTimeout(done, pause));
      const { step } = this;
      if (left.aborted || step.kind !== "done" || !["signing", "waiting"].includes(step.done.visit.state)) {
        return;
      }
      try {
        const visit = await desk.api.visits.one(this.banner.id, step.done.visit.id);
        if (!left.aborted && this.step === step && visit.state !== step.done.visit.state) {
          step.done.visit = visit;
          this.come.replaceChildren(...standingOf(visit, desk));
          this.come.parentElement!.className = `come ${visit.state}`;
        }
      } catch (error) {
        if (!left.aborted) {
          desk.ends(error);
        }
        return;
      }
    }
  }

  /** Back to the comparison as it is now. */
  private async goOn(desk: Desk): Promise<void> {
    const { left } = desk;
    const show = async (): Promise<void> => {
      const [comparison, outbox] = [await desk.api.reconciling.comparison(this.banner.id), await desk.api.bridge.outbox()];
      if (!left.aborted) {
        this.outbox = outbox;
        this.take(comparison);
        this.back();
      }
    };
    await attempt(desk, this.wrong, inChart(desk, this.banner.id, show));
  }

  private back(): void {
    this.step = { kind: "shown" };
    this.wrong.replaceChildren();
    this.desk?.redraw();
    this.content.querySelector("h2")?.focus();
  }
}

/** How far a signed act has come, and what comes next. */
function standingOf(visit: Visit, { reader, clinic }: Desk): HTMLElement[] {
  const { words, time } = reader;
  if (visit.state === "draft") {
    return [];
  }
  const { by, at } = visit.signature;
  const next = { signing: words.uiVisitSigningNext, waiting: words.uiVisitWaitingNext, returned: words.uiVisitReturnedNext, "not-returned": words.uiVisitNotReturnedNext }[visit.state];
  return [element("p", {}, standingChip(visit, reader)), element("p", {}, words.uiVisitSigned({ name: cleaned(by.name), clinic, time: time(at * 1000) })), element("p", { class: "next" }, next)];
}

/** Where an entry stands in the system, by the outbox. */
const SENT = ["confirmed", "differs", "conflict"];
