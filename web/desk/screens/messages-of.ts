import { cleaned } from "../../src/foreign.ts";
import { button, element, foreign, type Child } from "../../src/view/element.ts";
import { shape } from "../../src/view/shape.ts";
import type { Banner } from "../api.ts";
import type { Desk, Screen } from "../desk.ts";
import type { Reader } from "../language.ts";
import { newName, type MessagesWay, type PatientMessage, type PatientMessages, type PatientThread } from "../messages/api.ts";
import type { Messages } from "../strings/messages.ts";
import { bannerTop, whenOver } from "../view/banner.ts";
import { field, form } from "../view/form.ts";
import { newsBox, type Heard } from "../view/news.ts";
import { attempt, inChart, question } from "../view/question.ts";

/** Letters of a message. */
const LONGEST = "5000";

/** The messages of a chart, with the banner while it is open. */
export function messagesOfScreen(chart: string, messages: PatientMessages, banner: Banner | undefined): Screen {
  const view = new MessagesView(chart, messages, banner);
  return {
    name: "messages-of",
    title: ({ words }) => words.uiMessages,
    draw: (desk) => view.draw(desk),
    press: (key) => view.press(key),
  };
}

/** What is being written: its name, and the message that it answers. What was typed stays until it is sent or given up. */
interface Writing {
  name: string;
  answers: string | undefined;
  text: HTMLTextAreaElement;
}

class MessagesView {
  private desk: Desk | undefined;
  private left: AbortSignal | undefined;
  private writing: Writing | undefined;
  private isLeaving = false;
  private isSent = false;
  private readonly heard: Heard = new Set();
  private readonly wrong = element("div", {});
  /** It stays where it is, so that it is heard when something is said in it. */
  private readonly status = element("p", { role: "status" });

  constructor(
    private readonly chart: string,
    private messages: PatientMessages,
    private readonly banner: Banner | undefined,
  ) {}

  draw(desk: Desk): Child[] {
    this.desk = desk;
    const { banner } = this;
    if (banner !== undefined && this.left !== desk.left) {
      this.left = desk.left;
      whenOver(desk, banner, () => desk.to.chart(this.chart));
    }
    const { words } = desk.reader;
    this.says(desk);
    const top = banner === undefined ? element("p", { class: "caution" }, words.uiMessagesChartEnded) : bannerTop(desk, banner);
    if (this.isLeaving) {
      return [top, this.leaving(desk)];
    }
    const { threads, way } = this.messages;
    return [
      top,
      newsBox(desk, this.heard, ["message-came"], () => void this.does(() => desk.api.mail.ofChart(this.chart))),
      this.status,
      closed(way, words),
      this.wrong,
      this.acts(desk),
      this.writing !== undefined && this.writing.answers === undefined ? this.form(desk, this.writing, words.uiMessagesNewOne) : undefined,
      threads.length === 0 ? element("p", { class: "lead" }, words.uiMessagesNoneHere) : undefined,
      ...threads.map((it) => this.thread(desk, it)),
    ];
  }

  press(key: string): boolean {
    if (key !== "Escape" || this.desk === undefined) {
      return false;
    }
    if (this.isLeaving) {
      this.ask(false);
    } else if (this.writing !== undefined && this.writing.text.value.trim() !== "") {
      this.ask(true);
    } else if (this.writing !== undefined) {
      this.gives();
    } else {
      this.back(this.desk);
    }
    return true;
  }

  private acts(desk: Desk): HTMLElement {
    const { words } = desk.reader;
    const isReady = this.messages.way === "ready";
    return element(
      "div",
      { class: "buttons" },
      isReady && this.writing === undefined ? button(words.uiMessagesWrite, () => this.begin(undefined), "action") : undefined,
      isReady ? button(words.uiMessagesLook, () => void this.does(() => desk.api.mail.look(this.chart)), "plain") : undefined,
      this.banner === undefined ? button(words.uiMessages, desk.to.messages, "plain") : button(words.uiBackToChart, () => this.leaves(), "plain"),
    );
  }

  private thread(desk: Desk, { messages }: PatientThread): HTMLElement {
    const { words } = desk.reader;
    const unread = messages.filter((it) => it.unread).flatMap(({ entry }) => entry ?? []);
    const entries = messages.flatMap(({ entry }) => entry ?? []);
    const last = entries.at(-1);
    const writing = this.writing;
    const isHere = writing?.answers !== undefined && entries.includes(writing.answers);
    const read = (): void => void this.does(() => desk.api.mail.read(this.chart, unread));
    return element(
      "section",
      { class: "thread", "data-unread": String(unread.length) },
      element("h2", {}, words.uiMessagesThread({ time: desk.reader.time((messages[0]?.sent ?? 0) * 1000) })),
      element("ol", {}, messages.map((it) => message(it, desk.reader))),
      isHere ? this.form(desk, writing, words.uiMessagesAnswer) : undefined,
      element(
        "div",
        { class: "buttons" },
        unread.length === 0 ? undefined : button(words.uiMessagesHaveRead, read, "action"),
        this.messages.way === "ready" && writing === undefined && last !== undefined ? button(words.uiMessagesAnswer, () => this.begin(last)) : undefined,
      ),
    );
  }

  private form(desk: Desk, { name, answers, text }: Writing, title: string): HTMLElement {
    const { words } = desk.reader;
    const send = inChart(desk, this.chart, async () => {
      this.messages = await desk.api.mail.write(this.chart, name, text.value, answers);
      this.gives();
      this.isSent = true;
      this.says(desk);
    });
    return element(
      "section",
      { class: "writing" },
      element("h3", {}, title),
      form(desk, words.uiMessagesSend, send, field(words.uiMessagesText, text, words.uiMessagesTextWhy)),
      button(words.uiMessagesGiveUp, () => this.gives(), "plain"),
    );
  }

  private leaving(desk: Desk): HTMLElement {
    const { words } = desk.reader;
    const leave = async (): Promise<void> => this.back(desk);
    return question(desk, words.uiMessagesLeaveTitle, [element("p", {}, words.uiMessagesLeaveLead)], [words.uiMessagesStay, () => this.ask(false)], [words.uiMessagesLeave, leave]);
  }

  private says({ reader: { words } }: Desk): void {
    this.status.className = this.isSent ? "told" : "";
    this.status.textContent = this.isSent ? words.uiMessagesSent : "";
  }

  private begin(answers: string | undefined): void {
    const text = element("textarea", { id: "message", rows: "5", required: true, maxlength: LONGEST, autocomplete: "off", dir: "auto" });
    this.writing = { name: newName(), answers, text };
    this.isSent = false;
    this.redraw("#message");
  }

  private gives(): void {
    this.writing = undefined;
    this.redraw("h1");
  }

  private ask(isLeaving: boolean): void {
    this.isLeaving = isLeaving;
    this.redraw(isLeaving ? ".closing h2" : "#message");
  }

  private leaves(): void {
    if (this.desk !== undefined && !this.press("Escape")) {
      this.back(this.desk);
    }
  }

  private back(desk: Desk): void {
    if (this.banner === undefined) {
      desk.to.messages();
    } else {
      desk.to.chart(this.chart);
    }
  }

  /** Shows the messages as the server has them after this. */
  private async does(work: () => Promise<PatientMessages>): Promise<void> {
    const desk = this.desk;
    if (desk === undefined) {
      return;
    }
    await attempt(desk, this.wrong, inChart(desk, this.chart, async () => {
      this.messages = await work();
      this.heard.clear();
      this.isSent = false;
      this.redraw("h1");
    }));
  }

  private redraw(first: string): void {
    this.desk?.redraw();
    document.querySelector<HTMLElement>(first)?.focus();
  }
}

/** Why nothing can be written. */
function closed(way: MessagesWay, words: Messages): Child {
  const why = { ended: undefined, ready: undefined, "no-record": words.uiMessagesNoRecord, "not-allowed": words.uiMessagesNotAllowed }[way];
  return why === undefined ? undefined : element("p", { "data-way": way }, shape("none"), " ", why);
}

function message(it: PatientMessage, { words, time }: Reader): HTMLElement {
  const { from, by, sent, text, arrived, unread } = it;
  const sent_at = time(sent * 1000);
  const who = from === "patient" ? words.uiMessagesPatient : cleaned(by ?? words.uiUnnamed);
  return element(
    "li",
    { class: `message from-${from}`, "data-from": from },
    element("p", { class: "quiet" }, element("strong", {}, from === "acts-for-patient" ? words.uiMessagesActs({ name: who }) : who), ` · ${sent_at}`),
    element("p", { class: "text" }, foreign(text.replaceAll("\r\n", "\n"))),
    unread ? element("p", { class: "standing caution" }, shape("caution"), " ", words.uiMessagesNotRead) : undefined,
    from === "clinic" ? element("p", { class: "quiet" }, shape(arrived === null ? "item" : "good"), " ", arrived === null ? words.uiMessagesUnderWay : words.uiMessagesArrived({ time: time(arrived * 1000) })) : undefined,
  );
}
