import { button, element, foreign, type Child } from "../../src/view/element.ts";
import { cleaned } from "../../src/foreign.ts";
import { shape } from "../../src/view/shape.ts";
import type { Beside, Line, Message, Place } from "../bridge/api.ts";
import { isHeld, isOpen, kindWord, lineTitle, personWords, stateMark } from "../bridge/words.ts";
import type { Facts } from "../api.ts";
import type { Desk, Screen } from "../desk.ts";
import { Problem } from "../problem.ts";
import type { Messages } from "../strings/messages.ts";
import { factsWords } from "../view/entry.ts";
import { problemBox } from "../view/problem.ts";
import { attempt, question } from "../view/question.ts";
import { table } from "../view/table.ts";

/** Milliseconds after which it is looked what became of what was sent: each look stands in the log, and counts as work. */
const LOOKS_MS = [500, 1000, 2000, 4000, 8000];
/** Places that the server lists at most. */
const MOST_PLACES = 100;

/** What became of entries in the clinic's own system, with its answers, and what a person decides. */
export function messageScreen(message: Message): Screen {
  const view = new MessageView(message);
  return {
    name: "message",
    title: ({ words }) => words.uiMessage,
    draw: (desk) => view.draw(desk),
    press: (key) => view.press(key),
  };
}

class MessageView {
  /** The line that is decided. */
  private deciding: number | undefined;
  private desk: Desk | undefined;
  private left: AbortSignal | undefined;
  private readonly wrong = element("div", {});

  constructor(private message: Message) {}

  draw(desk: Desk): Child[] {
    this.desk = desk;
    if (this.left !== desk.left) {
      this.left = desk.left;
      void this.follow(desk);
    }
    const { words } = desk.reader;
    const line = this.deciding === undefined ? undefined : this.message.lines[this.deciding];
    return [
      element("div", { class: "who" }, ...personWords(this.message, desk.reader), element("span", { class: "quiet" }, words.uiThereId({ id: cleaned(this.message.patient.replace(/^Patient\//, "")) }))),
      ...(line === undefined ? this.all(desk) : [this.decision(desk, this.deciding!, line)]),
      element("div", { class: "buttons" }, button(words.uiOutbox, desk.to.outbox, "plain")),
    ];
  }

  press(key: string): boolean {
    if (key !== "Escape") {
      return false;
    }
    if (this.deciding === undefined) {
      this.desk?.to.outbox();
    } else {
      this.go(undefined);
    }
    return true;
  }

  private all(desk: Desk): Child[] {
    const { words, time } = desk.reader;
    const { message } = this;
    const isWaiting = message.lines.some(isOpen);
    const again = async (): Promise<void> => this.show(desk, await desk.api.bridge.sendNow(message.id), true);
    return [
      element("p", { class: "quiet" }, words.uiApprovedBy({ name: cleaned(message.by.name), time: time(message.at * 1000) })),
      element(
        "div",
        { role: "status" },
        isWaiting && message.tries > 0 ? element("p", { class: "caution" }, shape("caution"), " ", words.uiTries({ count: message.tries })) : undefined,
        isWaiting && message.trouble !== null ? problemBox(Problem.said({ id: message.trouble, message: message.trouble, next: null, counts: {} }), desk.reader) : undefined,
        isWaiting ? element("p", {}, words.uiWaitingLead) : undefined,
      ),
      this.wrong,
      element("ul", { class: "entries" }, message.lines.map((it, at) => element("li", { class: "line", "data-line": String(at) }, ...this.line(desk, it, at)))),
      isWaiting ? element("div", { class: "buttons" }, button(words.uiTryNow, () => void attempt(desk, this.wrong, again), "action")) : undefined,
    ];
  }

  private line(desk: Desk, line: Line, at: number): Child[] {
    const { words } = desk.reader;
    return [
      element("h2", {}, lineTitle(line, words), " ", element("span", { class: "quiet" }, kindWord(words, line.type))),
      element("p", {}, stateMark(words, line)),
      ...answers(line, words),
      line.left_out.length === 0 || line.state === "left" ? undefined : element("p", { class: "quiet" }, words.uiLeftOut({ what: line.left_out.map(cleaned).join(", ") })),
      isHeld(line) || line.state === "waiting"
        ? element("div", { class: "buttons" }, button(isHeld(line) ? words.uiDecide : words.uiDoNotSend, () => this.go(at), isHeld(line) ? "action" : "plain"))
        : undefined,
    ];
  }

  /** What a person decides about a line, with all that there is to see. */
  private decision(desk: Desk, at: number, line: Line): HTMLElement {
    const { words } = desk.reader;
    const decide = (send: boolean) => async (): Promise<void> => {
      const version = "version" in line ? line.version : null;
      const decided = await desk.api.bridge.decide(this.message.id, at, send ? { decision: "send", version } : { decision: "leave" });
      this.deciding = undefined;
      this.show(desk, decided, true);
    };
    const [leave, send] = choices(line, words);
    const no: [string, () => void] = [words.uiBack, () => this.go(undefined)];
    const yes: [string, () => Promise<void>][] = [[leave, decide(false)], ...(send === undefined ? [] : [[send, decide(true)] as [string, () => Promise<void>]])];
    const content: Child[] = [
      element("p", { class: "lead" }, lineTitle(line, words), " ", element("span", { class: "quiet" }, kindWord(words, line.type))),
      element("p", {}, stateMark(words, line)),
      ...answers(line, words),
      element("p", {}, meaning(line, words)),
      ...(line.beside === null ? [] : sideBySide(desk, line, line.beside)),
    ];
    return question(desk, line.state === "waiting" ? words.uiDoNotSendTitle : words.uiDecideTitle, content, no, ...yes);
  }

  private show(desk: Desk, message: Message, isFollowed: boolean): void {
    this.message = message;
    desk.redraw();
    if (isFollowed) {
      document.querySelector<HTMLElement>("h1")?.focus();
      void this.follow(desk);
    }
  }

  /** Looks a few times what became of it, while nobody decides. */
  private async follow(desk: Desk): Promise<void> {
    const { left } = desk;
    for (const pause of LOOKS_MS) {
      if (!this.message.lines.some(isOpen)) {
        return;
      }
      const { message } = this;
      await new Promise((done) => setTimeout(done, pause));
      if (left.aborted || this.deciding !== undefined || this.message !== message) {
        return;
      }
      try {
        const now = await desk.api.bridge.message(message.id);
        if (!left.aborted && this.deciding === undefined && this.message === message) {
          this.show(desk, now, false);
        }
      } catch (error) {
        if (!left.aborted) {
          desk.ends(error);
        }
        return;
      }
    }
  }

  private go(line: number | undefined): void {
    this.deciding = line;
    this.desk?.redraw();
    document.querySelector<HTMLElement>(line === undefined ? "h1" : ".closing h2")?.focus();
    if (line === undefined && this.desk !== undefined) {
      void this.follow(this.desk);
    }
  }
}

/** What the system answered. */
function answers(line: Line, words: Messages): Child[] {
  switch (line.state) {
    case "confirmed":
      return [
        line.rewritten.length === 0 ? undefined : element("p", { class: "quiet" }, words.uiRewritten({ where: line.rewritten.map(cleaned).join(", ") })),
        line.provenance ? undefined : element("p", { class: "quiet" }, words.uiNoProvenance),
      ];
    case "differs":
      return line.paths.length === 0 ? [] : [element("p", {}, words.uiDiffersAt({ where: line.paths.map(cleaned).join(", ") }))];
    case "refused":
      return [
        line.status === 0 ? undefined : element("p", {}, words.uiRefusedWith({ status: String(line.status) })),
        line.said.length === 0 ? undefined : element("blockquote", {}, line.said.map((it) => element("p", {}, foreign(it)))),
      ];
    default:
      return [];
  }
}

/** What a line's state means for whoever decides. */
function meaning(line: Line, words: Messages): string {
  switch (line.state) {
    case "conflict":
      return line.theirs === null ? words.uiGoneLead : words.uiConflictLead;
    case "differs":
      return words.uiDiffersLead;
    case "refused":
      return line.status === 0 ? words.uiNotOfferedLead : words.uiRefusedLead;
    default:
      return words.uiDoNotSendLead;
  }
}

/** The words for leaving a line, and for sending it where that can be done. */
function choices(line: Line, words: Messages): [string, string | undefined] {
  switch (line.state) {
    case "conflict":
      return line.theirs === null ? [words.uiKeepGone, words.uiWriteAnew] : [words.uiKeepTheirs, words.uiWriteOver];
    case "differs":
      return [words.uiKeepTheirs, words.uiWriteOver];
    case "refused":
      return [words.uiDoNotSend, words.uiSendAgain];
    default:
      return [words.uiDoNotSend, undefined];
  }
}

function sideBySide({ reader }: Desk, line: Line, { before, ours, theirs, places }: Beside): Child[] {
  const { words } = reader;
  const theirText = "theirs" in line ? line.theirs : null;
  const hasBefore = line.state === "conflict";
  const card = (name: string, label: string, facts: Facts | null, none: string): HTMLElement =>
    element("section", { class: "side", "data-side": name }, element("h3", {}, label), ...(facts === null ? [element("p", { class: "quiet" }, none)] : factsWords(facts, reader)));
  const text = (it: string | null): Child => (it === null ? element("span", { class: "quiet" }, words.uiSaysNothing) : foreign(it));
  const row = (it: Place): Child[] => [element("code", {}, cleaned(it.path)), ...(hasBefore && before !== null ? [text(it.before)] : []), text(it.ours), text(it.theirs)];
  const heads = [words.uiPlace, ...(hasBefore && before !== null ? [words.uiSideBefore] : []), words.uiSideOurs, words.uiSideTheirs];
  return [
    element(
      "div",
      { class: "sides" },
      hasBefore ? card("before", words.uiSideBefore, before, words.uiSideBeforeNone) : undefined,
      card("ours", words.uiSideOurs, ours, words.uiSaysNothing),
      card("theirs", words.uiSideTheirs, theirs, theirText === null ? words.uiSideGone : words.uiPartlyRead),
    ),
    places.length === 0 ? undefined : element("h3", {}, words.uiPlaces),
    places.length === 0 ? undefined : table(words.uiPlaces, heads, places.map(row)),
    places.length < MOST_PLACES ? undefined : element("p", { class: "caution" }, shape("caution"), " ", words.uiPlacesMore),
    element(
      "details",
      {},
      element("summary", {}, words.uiWhole),
      line.ours === null ? undefined : [element("h3", {}, words.uiSideOurs), whole(line.ours, words.uiSideOurs)],
      theirText === null ? undefined : [element("h3", {}, words.uiSideTheirs), whole(theirText, words.uiSideTheirs)],
    ),
  ];
}

const whole = (text: string, label: string): HTMLElement => element("pre", { dir: "ltr", tabindex: "0", "aria-label": label }, cleaned(text));
