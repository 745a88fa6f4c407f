import { cleaned } from "../../src/foreign.ts";
import { button, element, foreign, type Child } from "../../src/view/element.ts";
import type { Banner } from "../api.ts";
import type { Desk, Screen } from "../desk.ts";
import { Problem, problemOf } from "../problem.ts";
import { ENDED, bannerTop, whenOver } from "../view/banner.ts";
import { problemBox } from "../view/problem.ts";
import type { Override, Visit } from "../visit/api.ts";
import { contentOf, differences, draftOf, type Draft } from "../visit/content.ts";
import { decidedList } from "../visit/decided.ts";
import { Differing } from "../visit/differing.ts";
import { Files, filesWritten } from "../visit/files.ts";
import { visitForm } from "../visit/form.ts";
import { closedNote, Review } from "../visit/review.ts";
import { savedWords, standingChip, written } from "../visit/words.ts";

/** Milliseconds after the last letter when a draft is saved. */
const SAVE_MS = 1000;
/** Bytes of all files of a visit: a larger one is not even sent. */
const MOST_BYTES = 8 << 20;
/** Milliseconds after which it is looked whether a signed visit was returned: each look stands in the log, and counts as work. */
const LOOKS_MS = [1000, 2000, 4000, 8000];

/** A visit: written until it is signed, read after. The banner is that of its chart, while that is open. */
export function visitScreen(visit: Visit, banner: Banner | undefined): Screen {
  const view = new VisitView(visit, banner);
  const screen: Screen = {
    name: "visit",
    title: ({ words }) => words.uiVisitOne,
    first: visit.state === "draft" && banner !== undefined ? "#visit-title" : "h1",
    draw: (desk) => view.draw(desk, screen),
    press: (key) => view.press(key),
  };
  return screen;
}

/** The patient lets the clinic write nothing: to be known before anything is typed. */
const NO_APPEND = "desk-visit-no-append";

type Step = { kind: "visit" } | { kind: "differing"; differing: Differing } | { kind: "review"; review: Review } | { kind: "discarding" } | { kind: "writing" };

class VisitView {
  private draft: Draft;
  /** What was read or saved last. */
  private read: Draft;
  private step: Step = { kind: "visit" };
  private isUnsaved = false;
  /** Leaving did not save what was typed. */
  private hasComeBack = false;
  private timer = 0;
  private saving: Promise<boolean> = Promise.resolve(true);
  private problem: Problem | undefined;
  private desk: Desk | undefined;
  private left: AbortSignal | undefined;
  private readonly saved = element("p", { class: "quiet saved" });
  private readonly wrong = element("div", {});
  private readonly closed = element("div", { role: "status" });

  constructor(
    private visit: Visit,
    private banner: Banner | undefined,
  ) {
    this.draft = draftOf(visit.content);
    this.read = draftOf(visit.content);
  }

  draw(desk: Desk, screen: Screen): Child[] {
    this.desk = desk;
    if (this.left !== desk.left) {
      this.enter(desk, screen);
    }
    this.tell(desk);
    const { words } = desk.reader;
    return [
      this.banner === undefined ? this.who(desk) : bannerTop(desk, this.banner),
      this.visit.state === "draft" ? undefined : this.standing(desk),
      this.wrong,
      ...this.content(desk),
      element("div", { class: "buttons" }, button(words.uiVisitsOf, () => desk.to.visitsOf(this.visit.chart), "plain"), this.banner && button(words.uiOverview, () => desk.to.chart(this.visit.chart), "plain")),
    ];
  }

  press(key: string): boolean {
    if (key !== "Escape" || this.desk === undefined) {
      return false;
    }
    if (this.step.kind === "review" || this.step.kind === "discarding" || this.step.kind === "writing") {
      this.go({ kind: "visit" });
    } else {
      this.desk.to.visitsOf(this.visit.chart);
    }
    return true;
  }

  /** Who it is, where nothing of the chart is shown any more. */
  private who(desk: Desk): HTMLElement {
    const { words, date } = desk.reader;
    const { name, born, key_words } = this.visit;
    return element(
      "div",
      { class: "who" },
      element("span", { class: "name" }, name === null ? words.uiUnnamed : foreign(name)),
      born === null ? undefined : element("span", { class: "born" }, words.uiBorn({ date: date(born) })),
      name === null ? element("span", { class: "quiet" }, words.uiKey({ words: key_words })) : undefined,
      this.visit.state === "draft" ? undefined : element("span", { class: "caution" }, words.uiVisitEnded),
    );
  }

  private content(desk: Desk): Child[] {
    const { words } = desk.reader;
    const { step } = this;
    if (this.visit.state !== "draft") {
      const { reconciled } = this.visit;
      const said = reconciled === null ? written(this.draft, words, filesWritten(this.visit, desk.reader)) : decidedList(reconciled, desk.reader);
      return [step.kind === "writing" ? this.writing(desk) : undefined, said, this.reasons(desk)];
    }
    switch (step.kind) {
      case "differing":
        return [step.differing.draw(desk, (theirs, draft) => this.settle(desk, theirs, draft))];
      case "review":
        return [step.review.draw(desk, [this.visit, this.draft], (overrides) => this.sign(desk, overrides)), element("div", { class: "buttons" }, button(words.uiVisitGoOn, () => this.go({ kind: "visit" })))];
      case "discarding":
        return [this.discarding(desk)];
      case "writing":
      case "visit":
        break;
    }
    const discard = button(words.uiVisitDiscard, () => this.go({ kind: "discarding" }), "plain");
    if (this.banner === undefined) {
      return [element("p", { class: "caution" }, words.uiVisitDraftEnded), this.saved, element("h2", {}, words.uiVisitAll), written(this.draft, words, filesWritten(this.visit, desk.reader)), element("div", { class: "buttons" }, discard)];
    }
    return [
      element("p", {}, words.uiVisitLead),
      this.visit.problem?.id === NO_APPEND ? problemBox(Problem.said(this.visit.problem), desk.reader) : undefined,
      visitForm(this.draft, words, () => this.typed(desk), (system, code) => desk.api.visits.nameOf(system, code)),
      new Files(this.visit, desk.reader, (file) => this.attach(desk, file), (it) => this.changeFiles(desk, (visit) => desk.api.visits.detach(visit, it.id))).section,
      element("div", { class: "end" }, element("div", {}, this.closed, this.saved), element("div", { class: "buttons" }, button(words.uiVisitCheck, () => void this.check(desk), "action"), discard)),
    ];
  }

  /** How far a signed visit has come, and what can be done. */
  private standing(desk: Desk): HTMLElement {
    const { words, time } = desk.reader;
    const { visit } = this;
    if (visit.state === "draft") {
      return element("div", {});
    }
    const { by, at } = visit.signature;
    const more = { signing: words.uiVisitSigningNext, waiting: words.uiVisitWaitingNext, returned: words.uiVisitReturnedNext, "not-returned": words.uiVisitNotReturnedNext };
    const waits = visit.state === "waiting" || visit.state === "signing";
    const again = async (): Promise<void> => this.show(desk, await desk.api.visits.giveBack(visit));
    const isWritten = this.banner !== undefined && visit.reconciled === null && (visit.state === "waiting" || visit.state === "returned");
    const write = isWritten ? button(words.uiVisitWrite, () => this.go({ kind: "writing" }), "plain") : undefined;
    const isTold = this.banner !== undefined && visit.reconciled !== null && visit.state !== "signing";
    const tell = isTold ? button(words.uiResult, () => desk.to.resultThere(visit.chart, visit.id), "plain") : undefined;
    return element(
      "section",
      { class: `come ${visit.state}` },
      element("div", { role: "status" }, element("h2", { tabindex: "-1" }, standingChip(visit, desk.reader))),
      element("p", {}, words.uiVisitSigned({ name: cleaned(by.name), clinic: desk.clinic, time: time(at * 1000) })),
      element("p", { class: "next" }, more[visit.state]),
      element("div", { class: "buttons" }, waits ? button(words.uiVisitTryNow, () => void this.attempt(desk, again), "action") : undefined, write, tell, button(words.uiPrint, () => print(), "plain")),
    );
  }

  /** Why it was signed although something was found. */
  private reasons({ reader: { words } }: Desk): HTMLElement | undefined {
    const { visit } = this;
    if (visit.state === "draft" || visit.signature.overrides.length === 0) {
      return undefined;
    }
    const row = ({ finding, reason }: Override) => element("li", {}, foreign(reason), " ", element("span", { class: "quiet" }, foreign(finding)));
    return element("section", { class: "reasons" }, element("h3", {}, words.uiVisitReasons), element("ul", {}, visit.signature.overrides.map(row)));
  }

  /** Whether it is written into the clinic's own system, too. */
  private writing(desk: Desk): HTMLElement {
    const { words } = desk.reader;
    const write = async (): Promise<void> => desk.to.message((await desk.api.bridge.approveVisit(this.visit)).id);
    return element(
      "section",
      { class: "closing" },
      element("h2", { tabindex: "-1" }, words.uiApproveTitle),
      element("p", {}, words.uiApproveWhat),
      element("div", { class: "buttons" }, button(words.uiBack, () => this.go({ kind: "visit" }), "plain"), button(words.uiApproveYes, () => void this.attempt(desk, write), "action")),
    );
  }

  private discarding(desk: Desk): HTMLElement {
    const { words } = desk.reader;
    const discard = async (): Promise<void> => {
      if (this.banner === undefined || (await this.save(desk))) {
        await desk.api.visits.discard(this.visit);
        this.isUnsaved = false;
        desk.to.visitsOf(this.visit.chart);
      }
    };
    return element(
      "section",
      { class: "closing" },
      element("h2", { tabindex: "-1" }, words.uiVisitDiscardTitle),
      element("p", {}, words.uiVisitDiscardLead),
      element("div", { class: "buttons" }, button(words.uiVisitKeep, () => this.go({ kind: "visit" }), "action"), button(words.uiVisitDiscardYes, () => void this.attempt(desk, discard), "danger")),
    );
  }

  /** Shown from now on, until another screen comes: then what was typed is saved, or this one comes back. */
  private enter(desk: Desk, screen: Screen): void {
    const { left } = desk;
    this.left = left;
    if (this.banner !== undefined) {
      whenOver(desk, this.banner, () => this.ended(desk));
    }
    addEventListener("beforeunload", (event) => this.isUnsaved && (event.preventDefault(), void this.save(desk)), { signal: left });
    left.addEventListener("abort", () => {
      void this.save(desk).then((isSaved) => {
        if (!isSaved && desk.who !== undefined) {
          this.hasComeBack = true;
          desk.to.back(screen);
        }
      });
    });
    if (this.visit.state === "signing" || this.visit.state === "waiting") {
      void this.follow(desk);
    }
  }

  private typed(desk: Desk): void {
    this.isUnsaved = true;
    this.saved.textContent = desk.reader.words.uiVisitUnsaved;
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => void this.save(desk), SAVE_MS);
  }

  /** Saves what was typed; whether nothing is unsaved after. One save follows another. */
  private save(desk: Desk): Promise<boolean> {
    clearTimeout(this.timer);
    this.saving = this.saving.then(() => (this.isUnsaved ? this.saveNow(desk) : true));
    desk.api.visits.waitFor(this.saving);
    return this.saving;
  }

  private async saveNow(desk: Desk): Promise<boolean> {
    if (this.step.kind === "differing") {
      return false;
    }
    const content = contentOf(this.draft);
    this.isUnsaved = false;
    try {
      this.visit = await desk.api.visits.save(this.visit, content);
      this.read = draftOf(this.visit.content);
      this.hasComeBack = false;
      this.problem = undefined;
    } catch (error) {
      this.isUnsaved = true;
      this.failed(desk, error);
      return false;
    }
    this.tell(desk);
    return true;
  }

  private attach(desk: Desk, file: File): Promise<Visit | undefined> {
    return this.changeFiles(desk, async (visit) => {
      if (file.size > MOST_BYTES) {
        throw Problem.of("deskVisitFileLarge");
      }
      return desk.api.visits.attach(visit, file.name, new Uint8Array(await file.arrayBuffer()));
    });
  }

  /** Adds or takes out a file, after what was typed is saved, and before what is typed meanwhile. The visit then, unless it failed. */
  private async changeFiles(desk: Desk, change: (visit: Visit) => Promise<Visit>): Promise<Visit | undefined> {
    let changed: Visit | undefined;
    await this.attempt(desk, async () => {
      if (!(await this.save(desk))) {
        return;
      }
      const changing = this.saving.then(async () => {
        changed = await change(this.visit);
        this.visit = changed;
      });
      this.saving = changing.then(() => true, () => false);
      desk.api.visits.waitFor(this.saving);
      await changing;
      this.tell(desk);
    });
    return changed;
  }

  /** What went wrong stands above what was typed, which stays. */
  private failed(desk: Desk, error: unknown): void {
    if (desk.ends(error)) {
      return;
    }
    const problem = problemOf(error);
    if (problem.theirs !== undefined) {
      this.meet(desk, problem, problem.theirs);
    } else {
      this.problem = problem;
    }
    if (desk.left !== this.left) {
      return;
    }
    if (ENDED.includes(problem.id)) {
      this.banner = undefined;
    }
    if (problem.theirs !== undefined || ENDED.includes(problem.id)) {
      desk.redraw();
      document.querySelector<HTMLElement>(".differing h2, [data-problem]")?.focus();
    } else {
      this.tell(desk);
    }
  }

  /** Another has saved meanwhile. Where only files differ, theirs stand; else the person chooses. */
  private meet(desk: Desk, problem: Problem, theirs: Visit): void {
    const isSame = differences(this.draft, draftOf(theirs.content)).length === 0;
    this.problem = isSame ? problem : undefined;
    if (isSame) {
      this.isUnsaved = false;
      this.show(desk, theirs);
    } else {
      this.step = { kind: "differing", differing: new Differing(this.draft, theirs, this.read) };
    }
  }

  private async attempt(desk: Desk, work: () => Promise<void>): Promise<void> {
    const { left } = desk;
    this.problem = undefined;
    try {
      await work();
    } catch (error) {
      if (!left.aborted) {
        this.failed(desk, error);
        this.wrong.querySelector<HTMLElement>("[data-problem]")?.focus();
      }
    }
  }

  /** Says when it was saved, what stands in the way, and what went wrong. */
  private tell(desk: Desk): void {
    const { words } = desk.reader;
    const { problem } = this;
    this.saved.textContent = this.isUnsaved ? words.uiVisitUnsaved : savedWords(this.visit, desk.reader);
    this.closed.replaceChildren(...[closedNote(this.visit, desk)].filter((it) => it !== undefined));
    const lose = (): void => {
      this.isUnsaved = false;
      desk.to.visitsOf(this.visit.chart);
    };
    const left = this.hasComeBack ? [element("p", { class: "caution" }, words.uiVisitCameBack), element("div", { class: "buttons" }, button(words.uiVisitLose, lose, "danger"))] : [];
    this.wrong.replaceChildren(...(problem === undefined ? [] : [problemBox(problem, desk.reader)]), ...left);
  }

  private async check(desk: Desk): Promise<void> {
    await this.attempt(desk, async () => {
      if (await this.save(desk)) {
        const { left } = desk;
        const review = new Review(await desk.api.visits.check(this.visit));
        if (!left.aborted) {
          this.go({ kind: "review", review });
        }
      }
    });
  }

  private async sign(desk: Desk, overrides: Override[]): Promise<void> {
    try {
      this.show(desk, await desk.api.visits.sign(this.visit, overrides));
      void this.follow(desk);
    } catch (error) {
      if (problemOf(error).theirs === undefined) {
        throw error;
      }
      this.failed(desk, error);
    }
  }

  /** Whose text stands was chosen: it is saved over what the other saved. */
  private async settle(desk: Desk, theirs: Visit, draft: Draft): Promise<void> {
    this.show(desk, theirs);
    this.draft = draft;
    this.isUnsaved = true;
    if (await this.save(desk)) {
      this.go({ kind: "visit" });
    }
  }

  /** Looks a few times whether it was returned. */
  private async follow(desk: Desk): Promise<void> {
    const { left } = desk;
    for (const pause of LOOKS_MS) {
      await new Promise((done) => setTimeout(done, pause));
      if (left.aborted || !["signing", "waiting"].includes(this.visit.state)) {
        return;
      }
      await this.attempt(desk, async () => {
        const visit = await desk.api.visits.one(this.visit.chart, this.visit.id);
        if (!left.aborted && visit.state !== this.visit.state) {
          this.show(desk, visit);
        }
      });
    }
  }

  /** Shows it as the server has it now. */
  private show(desk: Desk, visit: Visit): void {
    this.visit = visit;
    this.draft = draftOf(visit.content);
    this.read = draftOf(visit.content);
    if (desk.left === this.left) {
      this.go({ kind: "visit" });
    }
  }

  /** The patient's time is over: what was shared leaves the screen, and what the clinic wrote stays. */
  private ended(desk: Desk): void {
    this.banner = undefined;
    this.step = { kind: "visit" };
    desk.redraw();
  }

  private go(step: Step): void {
    this.step = step;
    this.desk?.redraw();
    const first = step.kind === "visit" ? ".come h2, h1" : ".review h2, .closing h2, .differing h2";
    document.querySelector<HTMLElement>(first)?.focus();
    scrollTo(0, 0);
  }
}
