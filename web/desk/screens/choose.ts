import { button, element, type Child } from "../../src/view/element.ts";
import { cleaned } from "../../src/foreign.ts";
import { shape } from "../../src/view/shape.ts";
import type { Banner, Entry, SectionPage } from "../api.ts";
import type { Link, Message } from "../bridge/api.ts";
import { unfit } from "../bridge/fit.ts";
import { kindWord, stateMark } from "../bridge/words.ts";
import type { Desk, Screen } from "../desk.ts";
import { bannerTop, whenOver } from "../view/banner.ts";
import { entryWords, sourceWords } from "../view/entry.ts";
import { attempt, inChart, question } from "../view/question.ts";
import { sectionWord } from "../view/words.ts";

/** Sections of which entries are written. */
const SECTIONS = ["allergies", "problems", "medications", "immunizations", "results", "vitals", "procedures"];
/** Entries that are approved together. */
const MOST = 100;

/** What of a chart is written to the clinic's own system: a clinician chooses, reads once more, and approves. */
export function chooseScreen(banner: Banner, link: Link, outbox: Message[]): Screen {
  const view = new ChooseView(banner, link, outbox);
  return {
    name: "choose",
    title: ({ words }) => words.uiChoose,
    draw: (desk) => view.draw(desk),
    press: (key) => view.press(key),
  };
}

class ChooseView {
  private page: SectionPage | undefined;
  private isAsking = false;
  private readonly chosen = new Map<string, Entry>();
  private readonly content = element("div", { class: "content", tabindex: "-1" });
  private readonly count = element("p", { role: "status", class: "counted" });
  private readonly wrong = element("div", {});
  private desk: Desk | undefined;
  private left: AbortSignal | undefined;

  constructor(
    private readonly banner: Banner,
    private readonly link: Link,
    private readonly outbox: Message[],
  ) {}

  draw(desk: Desk): Child[] {
    this.desk = desk;
    const { words } = desk.reader;
    const [first] = this.sections();
    if (this.left !== desk.left) {
      this.left = desk.left;
      whenOver(desk, this.banner, () => desk.to.chart(this.banner.id));
      if (first !== undefined) {
        void this.open(desk, first, undefined);
      }
    }
    if (this.isAsking) {
      return [bannerTop(desk, this.banner), this.asking(desk)];
    }
    this.drawContent(desk);
    const back = element("div", { class: "buttons" }, button(words.uiBackToChart, () => desk.to.chart(this.banner.id), "plain"));
    if (first === undefined) {
      return [bannerTop(desk, this.banner), element("p", { class: "empty caution" }, shape("caution"), " ", words.uiChooseNone), back];
    }
    return [
      bannerTop(desk, this.banner),
      element("p", {}, words.uiChooseLead),
      this.wrong,
      element("div", { class: "chart" }, element("div", {}, this.menu(desk), back), this.content),
      element(
        "div",
        { class: "approve" },
        this.count,
        button(words.uiChooseReview, () => this.ask(), "action"),
      ),
    ];
  }

  press(key: string): boolean {
    const section = this.sections()[Number(key) - 1];
    if (this.desk !== undefined && !this.isAsking && section !== undefined) {
      void this.open(this.desk, section, "h2");
      return true;
    }
    if (key !== "Escape") {
      return false;
    }
    if (this.isAsking) {
      this.back();
    } else {
      this.desk?.to.patientThere(this.banner.id);
    }
    return true;
  }

  /** Sections that may be read: a copy is not written. */
  private sections(): string[] {
    const isRead = (section: string) => this.banner.sections.some((it) => it.section === section && it.operations.includes("read"));
    return SECTIONS.filter(isRead);
  }

  private menu(desk: Desk): HTMLElement {
    const { words } = desk.reader;
    const item = (section: string, at: number): HTMLElement =>
      element(
        "li",
        {},
        element(
          "button",
          {
            type: "button",
            click: () => void this.open(desk, section, "h2"),
            "data-section": section,
            "aria-keyshortcuts": String(at + 1),
            ...(this.page?.section === section ? { "aria-current": "true" } : {}),
          },
          element("span", { class: "label" }, sectionWord(words, section)),
          element("kbd", { "aria-hidden": "true" }, String(at + 1)),
        ),
      );
    return element("nav", { class: "sections", "aria-label": words.uiSections }, element("ul", {}, this.sections().map(item)));
  }

  private drawContent(desk: Desk): void {
    const { words } = desk.reader;
    this.count.textContent = words.uiChosen({ count: this.chosen.size });
    const { page } = this;
    if (page === undefined) {
      return;
    }
    const list = element("ul", { class: "entries" }, page.entries.map((it, at) => this.choice(desk, it, at)));
    const wrong = element("div", {});
    const next = async (): Promise<void> => {
      const from = page.entries.length;
      const { entries, more: isMore } = await desk.api.section(this.banner.id, page.section, from, true);
      page.entries.push(...entries);
      page.more = isMore;
      more.hidden = !isMore;
      list.append(...entries.map((it, at) => this.choice(desk, it, from + at)));
      list.children[from]?.querySelector("input")?.focus();
    };
    const more = button(words.uiMore, () => void attempt(desk, wrong, inChart(desk, this.banner.id, next)), "more");
    more.hidden = !page.more;
    this.content.replaceChildren(
      element("h2", { tabindex: "-1" }, sectionWord(words, page.section)),
      ...(page.entries.length === 0 ? [element("p", { class: "empty" }, shape("none"), " ", words.uiChooseEmpty)] : [list]),
      wrong,
      more,
    );
  }

  /** An entry that can be chosen, or why it cannot. */
  private choice(desk: Desk, entry: Entry, at: number): HTMLElement {
    const { words } = desk.reader;
    const { id } = entry;
    const why = unfit(entry);
    const box = element("input", { id: `entry-${at}`, type: "checkbox", disabled: why !== undefined, checked: id !== null && this.chosen.has(id) });
    box.addEventListener("change", () => {
      if (id !== null && box.checked && this.chosen.size === MOST) {
        box.checked = false;
        this.count.textContent = words.uiChosenMost;
        return;
      }
      if (id !== null && box.checked) {
        this.chosen.set(id, entry);
      } else if (id !== null) {
        this.chosen.delete(id);
      }
      this.count.textContent = words.uiChosen({ count: this.chosen.size });
    });
    const known = this.outbox.filter((it) => it.chart === this.banner.id || it.patient === `Patient/${this.link.patient}`).flatMap((it) => it.lines.filter((line) => line.entry === id));
    const [last] = known;
    return element(
      "li",
      { class: "choice" },
      box,
      element(
        "label",
        { for: box.id },
        entryWords(entry, desk.reader),
        element("span", { class: "quiet" }, kindWord(words, entry.facts.type), " · ", entry.sources[0] === undefined ? words.uiSaidUnnamed : sourceWords(entry.sources[0], words)),
        last === undefined ? undefined : stateMark(words, last),
        why === undefined ? undefined : element("span", { class: "caution" }, shape("caution"), " ", words[why]),
      ),
    );
  }

  /** What would be written, once more in whole sentences, before it is approved. */
  private asking(desk: Desk): HTMLElement {
    const { words } = desk.reader;
    const entries = [...this.chosen.values()];
    const approve = inChart(desk, this.banner.id, async () => {
      const { id } = await desk.api.bridge.approve(this.banner.id, [...this.chosen.keys()]);
      desk.to.message(id);
    });
    const who = this.link.theirs.name === null ? words.uiPatientOf({ id: cleaned(this.link.patient) }) : cleaned(this.link.theirs.name);
    const one = (it: Entry) =>
      element(
        "li",
        {},
        entryWords(it, desk.reader),
        " ",
        element("span", { class: "quiet" }, it.sources[0] === undefined ? words.uiSaidUnnamed : sourceWords(it.sources[0], words)),
        it.state === "retracted" ? element("p", { class: "caution" }, shape("caution"), " ", words.uiChooseRetracted) : undefined,
      );
    const content = [
      element("p", {}, words.uiApproveLead({ count: entries.length, name: who })),
      element("p", { class: "quiet" }, words.uiThereId({ id: cleaned(this.link.patient) })),
      element("ol", { class: "sentences" }, entries.map(one)),
      element("p", {}, words.uiApproveWhat),
    ];
    return question(desk, words.uiApproveTitle, content, [words.uiBack, () => this.back()], [words.uiApproveYes, approve]);
  }

  private ask(): void {
    if (this.chosen.size === 0) {
      this.count.textContent = this.desk?.reader.words.uiChosenNone ?? "";
      return;
    }
    this.isAsking = true;
    this.desk?.redraw();
    document.querySelector<HTMLElement>(".closing h2")?.focus();
  }

  private back(): void {
    this.isAsking = false;
    this.desk?.redraw();
    this.content.querySelector("h2")?.focus();
  }

  /** Opens a section, with what was retracted: that is taken back there, too. */
  private async open(desk: Desk, section: string, focus: string | undefined): Promise<void> {
    const { left } = desk;
    const read = async (): Promise<void> => {
      const page = await desk.api.section(this.banner.id, section, 0, true);
      if (left.aborted) {
        return;
      }
      this.page = page;
      desk.redraw();
      if (focus !== undefined) {
        this.content.querySelector<HTMLElement>(focus)?.focus();
      }
    };
    await attempt(desk, this.wrong, inChart(desk, this.banner.id, read));
  }
}
