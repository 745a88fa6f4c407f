import { button, element, type Child } from "../../src/view/element.ts";
import { shape } from "../../src/view/shape.ts";
import type { Banner, Entry, SectionLine, SectionPage } from "../api.ts";
import type { Desk, Screen } from "../desk.ts";
import { problemOf } from "../problem.ts";
import { ENDED, bannerTop, whenOver } from "../view/banner.ts";
import type { Found } from "../finding/api.ts";
import { emptyNote, entryItem } from "../view/entry.ts";
import { problemBox } from "../view/problem.ts";
import { sectionWord, sectionWords } from "../view/words.ts";

const ALLERGIES = "allergies";

/** A chart: the banner, which never leaves the view, and its sections. */
export function chartScreen(banner: Banner): Screen {
  const chart = new ChartView(banner);
  const screen: Screen = {
    name: "chart",
    title: ({ words }) => (banner.name === null ? words.uiUnnamed : words.uiOverview),
    draw: (desk) => chart.draw(desk, screen),
    press: (key) => chart.press(key),
  };
  return screen;
}

/** What a search found, and how it is shown. */
interface Search {
  text: string;
  found: Found;
  view: typeof import("../later/finding.ts").foundView;
}

class ChartView {
  private readonly content = element("div", { class: "content", tabindex: "-1" });
  private readonly menu = element("nav", { class: "sections" });
  private readonly looked = element("input", { id: "find", type: "text", enterkeyhint: "search", maxlength: "400", autocomplete: "off", "aria-keyshortcuts": FIND });
  private page: SectionPage | undefined;
  private search: Search | undefined;
  private past = false;
  private isClosing = false;
  private asked = 0;
  private desk: Desk | undefined;
  private screen: Screen | undefined;
  private watched: AbortSignal | undefined;

  constructor(private readonly banner: Banner) {}

  draw(desk: Desk, screen: Screen): Child[] {
    this.desk = desk;
    this.screen = screen;
    if (this.watched !== desk.left) {
      this.watched = desk.left;
      whenOver(desk, this.banner, () => desk.to.chart(this.banner.id));
    }
    this.drawMenu(desk);
    this.drawContent(desk);
    const { words } = desk.reader;
    const isClinician = desk.who?.account.role === "clinician";
    const visits = isClinician ? button(words.uiVisitsOf, () => desk.to.visitsOf(this.banner.id), "action") : undefined;
    const trends = isClinician ? button(words.uiTrends, () => desk.to.trends(this.banner.id), "plain") : undefined;
    const beside = isClinician ? button(words.uiBeside, () => desk.to.reconcile(this.banner.id), "plain") : undefined;
    const there = button(words.uiThere, () => desk.to.patientThere(this.banner.id), "plain");
    const write = button(words.uiMessages, () => desk.to.messagesOf(this.banner.id), "plain");
    const ask = button(words.uiCheckinNew, () => desk.to.newCheckin(this.banner.id), "plain");
    const acts = element("div", { class: "buttons" }, visits, trends, beside, there, ask, write, button(words.uiPrint, () => print(), "plain"), button(words.uiClose, () => this.askToClose(desk), "plain"));
    return [bannerTop(desk, this.banner), element("div", { class: "chart" }, element("div", {}, this.finder(desk), this.menu, acts), this.content)];
  }

  press(key: string): boolean {
    const desk = this.desk;
    if (desk === undefined) {
      return false;
    }
    const at = KEYS.indexOf(key);
    const line = this.banner.sections[at];
    if (at >= 0 && line !== undefined) {
      void this.open(desk, line.section);
      return true;
    }
    if (key === FIND) {
      this.looked.focus();
      this.looked.select();
      return true;
    }
    if (key === TRENDS && desk.who?.account.role === "clinician") {
      desk.to.trends(this.banner.id);
      return true;
    }
    if (key === COMPARE && desk.who?.account.role === "clinician") {
      desk.to.reconcile(this.banner.id);
      return true;
    }
    if (key === "Escape" && (this.isClosing || this.search !== undefined || this.page !== undefined)) {
      if (this.isClosing) {
        this.isClosing = false;
      } else if (this.search !== undefined) {
        this.search = undefined;
      } else {
        this.page = undefined;
      }
      desk.redraw();
      return true;
    }
    return false;
  }

  private finder(desk: Desk): HTMLElement {
    const { words } = desk.reader;
    const look = (event: Event): void => {
      event.preventDefault();
      if (this.looked.value.trim() !== "") {
        void this.find(desk, this.looked.value);
      }
    };
    return element(
      "form",
      { class: "finder", role: "search", submit: look },
      element("label", { for: "find" }, words.uiFind, " ", element("kbd", { "aria-hidden": "true" }, FIND)),
      element("div", { class: "field" }, this.looked, element("button", { type: "submit" }, words.uiFindGo)),
    );
  }

  private drawMenu(desk: Desk): void {
    const { words } = desk.reader;
    this.menu.setAttribute("aria-label", words.uiSections);
    const item = (line: SectionLine, at: number): HTMLElement => {
      const key = KEYS[at];
      const isOpen = this.search === undefined && this.page?.section === line.section;
      return element(
        "li",
        {},
        element(
          "button",
          {
            type: "button",
            click: () => void this.open(desk, line.section),
            "data-section": line.section,
            ...(isOpen ? { "aria-current": "true" } : {}),
            ...(key === undefined ? {} : { "aria-keyshortcuts": key }),
          },
          element("span", { class: "label" }, sectionWord(words, line.section)),
          " ",
          element("span", { class: "count" }, isReadable(line) ? words.uiCount({ count: line.count }) : "–"),
          key === undefined ? undefined : element("kbd", { "aria-hidden": "true" }, key),
          line.unreconciled === 0 ? undefined : element("span", { class: "caution" }, shape("caution"), " ", words.uiDisagree({ count: line.unreconciled })),
        ),
      );
    };
    const { not_for_you } = this.banner;
    this.menu.replaceChildren(
      element("h2", {}, words.uiSections),
      element("ul", {}, this.banner.sections.map(item)),
      ...(not_for_you.length === 0 ? [] : [element("p", { class: "quiet" }, words.uiNotForYou({ sections: sectionWords(words, not_for_you) }))]),
    );
  }

  private drawContent(desk: Desk): void {
    const { words, time } = desk.reader;
    if (this.isClosing) {
      this.content.replaceChildren(this.closing(desk));
    } else if (this.search !== undefined) {
      const { view, text, found } = this.search;
      this.content.replaceChildren(...view(desk, this.banner.id, text, found, (id) => this.openEntry(desk, id)));
    } else if (this.page !== undefined) {
      this.content.replaceChildren(...this.section(desk, this.page));
    } else {
      const { allergies, since } = this.banner;
      const isKnown = allergies.entries.length > 0;
      this.content.replaceChildren(
        element("h2", { tabindex: "-1" }, words.cardAllergies),
        ...(isKnown ? [element("ul", { class: "entries" }, allergies.entries.map((it) => entryItem(it, ALLERGIES, desk.reader, (id) => this.openEntry(desk, id))))] : []),
        ...([emptyNote(allergies.standing, desk.reader)].filter((it) => it !== undefined)),
        element("p", { class: "quiet" }, words.uiOpenedSince({ time: time(since * 1000) })),
      );
    }
  }

  private section(desk: Desk, page: SectionPage): HTMLElement[] {
    const { reader } = desk;
    const { words } = reader;
    const line = this.banner.sections.find((it) => it.section === page.section);
    const isCopy = line !== undefined && line.operations.includes("extract") && !line.operations.includes("read");
    const list = element("ul", { class: "entries" });
    const add = (entries: Entry[]) => list.append(...entries.map((it) => entryItem(it, page.section, reader, (id) => this.openEntry(desk, id))));
    add(page.entries);
    const wrong = element("div", {});
    const more = button(words.uiMore, () => void this.attempt(desk, wrong, next), "more");
    more.hidden = !page.more;
    const next = async (): Promise<void> => {
      const { entries, more: isMore } = await desk.api.section(this.banner.id, page.section, page.entries.length, this.past);
      const from = page.entries.length;
      page.entries.push(...entries);
      page.more = isMore;
      more.hidden = !isMore;
      add(entries);
      list.children[from]?.querySelector<HTMLElement>("summary")?.focus();
    };
    const past = element("input", { id: "past", type: "checkbox", checked: this.past });
    past.addEventListener("change", () => {
      this.past = past.checked;
      void this.open(desk, page.section, "#past");
    });
    const hasPast = page.standing !== "not-opened" && !isCopy;
    return [
      element("h2", { tabindex: "-1" }, sectionWord(words, page.section)),
      ...(isCopy ? [element("p", { class: "quiet" }, words.uiCopy)] : []),
      ...(page.entries.length > 0 ? [list] : []),
      ...([emptyNote(page.standing, reader)].filter((it) => it !== undefined)),
      wrong,
      more,
      ...(hasPast ? [element("div", { class: "check" }, past, element("label", { for: "past" }, words.uiPast))] : []),
    ];
  }

  private closing(desk: Desk): HTMLElement {
    const { words } = desk.reader;
    const wrong = element("div", {});
    const close = async (): Promise<void> => {
      await desk.api.close(this.banner.id);
      desk.to.closed();
    };
    const keep = (): void => {
      this.isClosing = false;
      desk.redraw();
    };
    return element(
      "section",
      { class: "closing" },
      element("h2", { tabindex: "-1" }, words.uiCloseTitle),
      element("p", {}, words.uiCloseLead),
      wrong,
      element(
        "div",
        { class: "buttons" },
        button(words.uiCloseNo, keep, "action"),
        button(words.uiCloseYes, () => void this.attempt(desk, wrong, close), "danger"),
      ),
    );
  }

  private askToClose(desk: Desk): void {
    this.isClosing = true;
    this.drawContent(desk);
    this.content.querySelector("h2")?.focus();
  }

  private openEntry(desk: Desk, id: string): void {
    this.screen!.first = `.content [data-entry="${CSS.escape(id)}"] summary`;
    desk.to.entry(this.banner.id, id, this.screen!);
  }

  private async find(desk: Desk, text: string): Promise<void> {
    await this.load(desk, "h2", async () => {
      const { foundView: view } = await import("../later/finding.ts");
      const search = { text, found: await desk.api.finding.search(this.banner.id, text, 0), view };
      return () => (this.search = search);
    });
  }

  private async open(desk: Desk, section: string, focus = "h2"): Promise<void> {
    await this.load(desk, focus, async () => {
      const page = await desk.api.section(this.banner.id, section, 0, this.past);
      return () => {
        this.page = page;
        this.search = undefined;
      };
    });
  }

  /** Shows something once it is there, unless something else was asked for meanwhile. */
  private async load(desk: Desk, focus: string, get: () => Promise<() => void>): Promise<void> {
    const { left } = desk;
    const asked = (this.asked += 1);
    const wrong = element("div", {});
    await this.attempt(desk, wrong, async () => {
      const show = await get();
      if (left.aborted || asked !== this.asked) {
        return;
      }
      show();
      this.isClosing = false;
      this.drawMenu(desk);
      this.drawContent(desk);
      this.content.querySelector<HTMLElement>(focus)?.focus();
    });
    if (wrong.childElementCount > 0) {
      this.content.replaceChildren(wrong);
    }
  }

  private async attempt(desk: Desk, wrong: HTMLElement, work: () => Promise<void>): Promise<void> {
    const { left } = desk;
    try {
      await work();
    } catch (error) {
      const problem = problemOf(error);
      if (left.aborted || desk.ends(error)) {
        return;
      }
      if (ENDED.includes(problem.id)) {
        // What is shown goes, and the server says why.
        desk.to.chart(this.banner.id);
        return;
      }
      const box = problemBox(problem, desk.reader);
      wrong.replaceChildren(box);
      box.focus();
    }
  }
}

/** A key for each section of the sixteen, as far as digits go. */
const KEYS = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "0"];

/** The key for the search in a chart. */
export const FIND = "/";

/** The key for what was measured. */
export const TRENDS = "t";

/** The key for the comparison with the clinic's own system. */
export const COMPARE = "b";

const isReadable = (line: SectionLine): boolean => line.operations.includes("read") || line.operations.includes("extract");
