import { cleaned } from "../../src/foreign.ts";
import { button, element, type Child } from "../../src/view/element.ts";
import { shape } from "../../src/view/shape.ts";
import { PAGE, type Entry, type Facts } from "../api.ts";
import type { Desk } from "../desk.ts";
import { emptyNote, entryItem, factsWords } from "../view/entry.ts";
import { table } from "../view/table.ts";
import { sectionWord } from "../view/words.ts";
import type { Act, Comparison, SectionBeside } from "./api.ts";
import { isRead } from "./reading.ts";
import { before, isMeasured, isOffered, partOf, PARTS, type Allowed, type Answer, type Changed, type Chosen, type Part, type Question, type Row } from "./rows.ts";
import { answerWords, askedWords, differenceRows, entryOf, kindMark } from "./words.ts";

/** A section of which somebody decides: what was chosen in it, and what is not as it was seen any more. */
export interface Deciding {
  section: SectionBeside;
  rows: Row[];
  allowed: Allowed;
  chosen: Chosen;
  changed: Changed[];
}

/** Lines that are decided about at once. */
const MOST = 100;

/** Both sides of a section, with what is asked of each row. `told` hears of each choice. */
export class SectionView {
  constructor(
    private readonly desk: Desk,
    private readonly chart: string,
    private readonly comparison: Comparison,
    private readonly deciding: Deciding,
    private readonly told: () => void,
  ) {}

  draw(): HTMLElement[] {
    const { words } = this.desk.reader;
    const { section, rows } = this.deciding;
    const parts = PARTS.map((part): [Part, Row[]] => [part, rows.filter((it) => partOf(it, this.comparison.acts) === part)]);
    const { reading } = this.comparison;
    const made = reading === null ? [element("h3", {}, words.uiThereOurs), this.list(rows)] : parts.filter(([part, some]) => part === "open" || some.length > 0).map(([part, some]) => this.part(part, some));
    return [
      element("h2", { tabindex: "-1" }, sectionWord(words, section.section)),
      ...(section.contradiction ? [this.contradiction()] : []),
      ...[section.standing === "not-opened" || section.standing === "nothing-recorded" ? emptyNote(section.standing, this.desk.reader) : undefined].filter((it) => it !== undefined),
      ...(this.deciding.allowed.take ? [] : [element("p", { class: "caution" }, shape("caution"), " ", words.uiBesideNoTake)]),
      ...(this.deciding.changed.length === 0 ? [] : [this.changed()]),
      ...made,
      ...this.acts(),
    ];
  }

  /** What was decided here before, act by act, and whether the system was told. */
  private acts(): HTMLElement[] {
    const { words, time } = this.desk.reader;
    const acts = this.comparison.acts.filter((it) => it.section === this.deciding.section.section);
    const one = ({ id, by, at, result }: Act): HTMLElement =>
      element(
        "li",
        {},
        element("p", {}, words.uiResultDecided({ name: cleaned(by.name), time: time(at * 1000) })),
        result === null ? undefined : element("p", {}, shape("good"), " ", words.uiAnswerWritten({ place: cleaned(result) })),
        element("div", { class: "buttons" }, button(words.uiResult, () => this.desk.to.resultThere(this.chart, id), "")),
      );
    const folded = element("details", { class: "part", "data-part": "acts" }, element("summary", {}, element("h3", {}, words.uiResultActs({ count: acts.length }))), element("ul", {}, acts.map(one)));
    return acts.length === 0 ? [] : [folded];
  }

  private contradiction(): HTMLElement {
    const { words } = this.desk.reader;
    return element("div", { class: "problem contradiction", role: "alert" }, element("p", { class: "what" }, shape("danger"), " ", words.uiBesideContradiction), element("p", {}, words.uiBesideContradictionNext));
  }

  /** What is not as it was seen any more, with what had been chosen: nothing of it is chosen now. */
  private changed(): HTMLElement {
    const { words } = this.desk.reader;
    const { changed } = this.deciding;
    const seen = (): void => {
      changed.length = 0;
      box.remove();
      document.querySelector<HTMLElement>(".content h2")?.focus();
    };
    const one = ({ answer, was, now }: Changed): HTMLElement => {
      const [label] = answerWords(was, answer, false, words);
      const side = (name: string, question: Question | undefined): HTMLElement =>
        element("section", { class: "side", "data-side": name }, element("h4", {}, name === "before" ? words.uiBesideWas : words.uiBesideNow), ...(question === undefined ? [element("p", {}, words.uiBesideGone)] : factsOf(question).flatMap((it) => factsWords(it, this.desk.reader))));
      return element("li", {}, element("p", {}, askedWords(was, this.desk.reader)), element("p", { class: "caution" }, words.uiBesideYouChose({ what: label })), element("div", { class: "sides" }, side("before", was), side("theirs", now)));
    };
    const box = element(
      "section",
      { class: "closing changed", "aria-label": words.uiBesideChanged({ count: changed.length }) },
      element("h3", { tabindex: "-1" }, shape("caution"), " ", words.uiBesideChanged({ count: changed.length })),
      element("p", {}, words.uiBesideChangedLead),
      element("ul", {}, changed.map(one)),
      element("div", { class: "buttons" }, button(words.uiBesideSeen, seen)),
    );
    return box;
  }

  private part(part: Part, rows: Row[]): HTMLElement {
    const { words } = this.desk.reader;
    const count = { count: rows.length };
    const label = { open: words.uiBesideOpen, decided: words.uiBesideDecided, ours: words.uiBesideOurs, over: words.uiBesideOver, agreed: words.uiBesideAgreed }[part](count);
    if (part === "open") {
      const { chart, system } = this.deciding.section;
      const none = chart.length + system.length === 0 ? words.uiBesideEmpty : words.uiBesideOpenNone;
      return element("section", { "data-part": part }, element("h3", {}, label), this.takeAll(rows), rows.length === 0 ? element("p", { class: "quiet" }, none) : this.list(rows));
    }
    const folded = element("details", { class: "part", "data-part": part }, element("summary", {}, element("h3", {}, label)));
    // What nobody opens is not made.
    folded.addEventListener("toggle", () => folded.append(this.list(rows)), { once: true });
    return folded;
  }

  /** What was measured and stands in the system alone, chosen with one word: each line can still be answered otherwise. */
  private takeAll(rows: Row[]): Child {
    const { section, chosen } = this.deciding;
    const questions = isMeasured(section) ? rows.filter((it) => it.kind === "system-only").flatMap((it) => it.questions) : [];
    const open = questions.filter((it) => it.answers.includes("take") && !chosen.has(it.key)).slice(0, Math.max(0, MOST - chosen.size));
    if (open.length < 2) {
      return undefined;
    }
    const choose = (): void => {
      open.forEach((question) => chosen.set(question.key, { answer: "take", question }));
      this.desk.redraw();
      document.querySelector<HTMLElement>(".content h2")?.focus();
    };
    return element("div", { class: "buttons" }, button(this.desk.reader.words.uiBesideTakeAll({ count: open.length }), choose, ""));
  }

  /** Rows, a page at a time. */
  private list(rows: Row[]): HTMLElement {
    const list = element("div", {});
    let shown = 0;
    const grow = (): void => {
      const made = rows.slice(shown, shown + PAGE).map((it) => this.row(it));
      shown += made.length;
      more.hidden = shown >= rows.length;
      more.before(...made);
      if (shown > PAGE) {
        made[0]?.querySelector("summary")?.focus();
      }
    };
    const more = button(this.desk.reader.words.uiMore, grow, "more");
    list.append(more);
    grow();
    return list;
  }

  private row(row: Row): HTMLElement {
    const { reader } = this.desk;
    const { words } = reader;
    const { section } = this.deciding;
    const isKnown = isRead(this.comparison.reading, section.section);
    const list = (entries: Entry[]) => element("ul", { class: "entries" }, entries.map((it) => entryItem(it, section.section, reader)));
    const oursNone = section.standing === "not-opened" ? words.uiBesideOursUnknown : words.uiBesideOursNone;
    const theirsNone = isKnown ? words.uiBesideTheirsNone : words.uiBesideTheirsUnread;
    const ours = row.entries.length === 0 ? element("p", { class: "quiet" }, oursNone) : list(row.entries);
    const theirs = row.statements.length === 0 ? element("p", { class: "quiet" }, theirsNone) : list(row.statements.map(entryOf));
    const side = (name: string, label: string, content: HTMLElement) => element("section", { class: "side", "data-side": name }, element("h5", {}, label), content);
    rowsMade += 1;
    const at = rowsMade;
    const offers: (() => void)[] = [];
    const update = (): void => {
      offers.forEach((it) => it());
      this.told();
    };
    const questions = row.questions.map((it, number) => this.question(row, it, `ask-${at}-${number}`, offers, update));
    offers.forEach((it) => it());
    return element(
      "article",
      { class: "beside", "data-kind": row.kind },
      element("h4", {}, kindMark(row.kind, section, isKnown, words)),
      element("div", { class: "sides" }, side("ours", words.uiThereOurs, ours), side("system", words.uiThereTheirs, theirs)),
      ...this.differences(row),
      ...this.remarks(row).map((it) => element("p", { class: "caution" }, shape("caution"), " ", it)),
      ...questions,
    );
  }

  private differences(row: Row): Child[] {
    const { reader } = this.desk;
    const { words } = reader;
    const heads = [words.uiBesideWhere, words.uiThereOurs, words.uiThereTheirs];
    const differing = row.pairs.filter(({ how, differences }) => (how === "differs" || how === "probable") && differences.length > 0);
    return differing.map((pair) => table(words.uiBesideWhere, heads, differenceRows(pair, reader)));
  }

  private remarks(row: Row): string[] {
    const { words } = this.desk.reader;
    const { section } = this.deciding;
    const { reading } = this.comparison;
    const cannotWrite = row.kind === "retracted" && !row.questions.some((it) => it.about === "entry");
    const cannotTake = row.kind === "taken-back" && !row.questions.some((it) => it.answers.includes("take"));
    return [
      row.statements.some((it) => it.retracted) ? words.uiBesideSystemRetracted : undefined,
      row.kind !== "same" && row.entries.some((it) => it.id === null) ? words.uiBesideCopy : undefined,
      row.kind === "chart-only" && reading !== null && !row.questions.some((it) => it.answers.includes("write")) && !isRead(reading, section.section) ? words.uiBesideNoWrite : undefined,
      cannotWrite || cannotTake ? words.uiBesideByHand : undefined,
    ].filter((it) => it !== undefined);
  }

  /** What is asked: nothing is chosen before a person chooses it. What is asked only beside another answer comes and goes with it. */
  private question(row: Row, question: Question, id: string, offers: (() => void)[], update: () => void): HTMLElement {
    const { words } = this.desk.reader;
    const { chosen, allowed } = this.deciding;
    const { key, answers, isExtra } = question;
    const isSent = question.about === "entry" && allowed.sent(question.entry);
    const inputs: HTMLInputElement[] = [];
    const choose = (answer: Answer | undefined): void => {
      if (answer === undefined) {
        chosen.delete(key);
      } else {
        chosen.set(key, { answer, question });
      }
      update();
    };
    const option = (answer: Answer): HTMLElement => {
      const [label, does] = answerWords(question, answer, isSent, words);
      const name = `${id}-${answer}`;
      const input = element("input", { id: name, type: isExtra ? "checkbox" : "radio", name: id, value: answer, checked: chosen.get(key)?.answer === answer, "aria-describedby": `${name}-does` });
      input.addEventListener("change", () => choose(input.checked ? answer : undefined));
      inputs.push(input);
      return element("div", { class: "check" }, input, element("div", {}, element("label", { for: name }, label), element("p", { id: `${name}-does`, class: "quiet" }, does)));
    };
    const clear = (): void => {
      inputs.forEach((it) => (it.checked = false));
      choose(undefined);
      inputs[0]?.focus();
    };
    const undo = button(words.uiBesideUndo, clear, "plain");
    const was = before(question, this.comparison.acts);
    const field = element(
      "fieldset",
      { class: "difference", "data-ask": question.about },
      element("legend", {}, askedWords(question, this.desk.reader)),
      was === undefined ? undefined : element("p", { class: "quiet" }, words.uiBesideBefore({ what: answerWords(question, was, isSent, words)[0] })),
      element("div", { class: "answers" }, answers.map(option)),
      isExtra ? undefined : undo,
    );
    offers.push(() => {
      const isOpen = isOffered(question, row, chosen, allowed);
      if (!isOpen && chosen.delete(key)) {
        inputs.forEach((it) => (it.checked = false));
      }
      field.hidden = !isOpen;
      undo.hidden = !chosen.has(key);
    });
    return field;
  }
}

/** Names the fields of a row. */
let rowsMade = 0;

/** What was seen of a question. */
function factsOf(question: Question): Facts[] {
  switch (question.about) {
    case "pair":
      return [question.pair.entry.facts, question.pair.statement.facts];
    case "statement":
      return [question.statement.facts];
    case "entry":
      return [question.entry.facts];
  }
}
