import { fromUtf8 } from "../../src/bytes.ts";
import { cleaned } from "../../src/foreign.ts";
import { button, element, foreign, type Child } from "../../src/view/element.ts";
import { shape } from "../../src/view/shape.ts";
import type { Banner } from "../api.ts";
import type { Checkin, Signer } from "../checkin/api.ts";
import { givePart } from "../checkin/give.ts";
import { itemBox } from "../checkin/given.ts";
import { recordPart } from "../checkin/record.ts";
import { madeWords, standingChip, whomWords } from "../checkin/words.ts";
import type { Desk, Screen } from "../desk.ts";
import { Problem } from "../problem.ts";
import type { Messages } from "../strings/messages.ts";
import { bannerTop, whenOver } from "../view/banner.ts";
import { field, form } from "../view/form.ts";
import { attempt, question } from "../view/question.ts";

/** Bytes of an answer. */
const LONGEST = 8 << 20;

/** A check-in: given to the patient until it is answered, read after. The banner is that of whose chart it is, while that is open. */
export function checkinScreen(checkin: Checkin, banner: Banner | undefined): Screen {
  const view = new CheckinView(checkin, banner);
  return {
    name: "checkin",
    title: ({ words }) => words.uiCheckinOne,
    draw: (desk) => view.draw(desk),
    press: (key) => view.press(key),
  };
}

/** How the answer came. */
function cameBy(words: Messages, broughtBy: string | undefined, signer: Signer | null): HTMLElement {
  if (signer !== null) {
    return element("p", {}, shape("good"), " ", signer === "patient" ? words.uiCheckinSigned : words.uiCheckinSignedFor);
  }
  return broughtBy === undefined
    ? element("p", { class: "caution" }, shape("caution"), " ", words.uiCheckinByLink)
    : element("p", {}, words.uiCheckinBrought({ name: cleaned(broughtBy) }));
}

class CheckinView {
  private isDeleting = false;
  private desk: Desk | undefined;
  private left: AbortSignal | undefined;
  private readonly wrong = element("div", {});

  constructor(
    private checkin: Checkin,
    private readonly banner: Banner | undefined,
  ) {}

  draw(desk: Desk): Child[] {
    this.desk = desk;
    const { banner, checkin } = this;
    if (banner !== undefined && this.left !== desk.left) {
      this.left = desk.left;
      whenOver(desk, banner, () => desk.to.checkin(checkin.id));
    }
    const top = banner === undefined ? element("div", { class: "who" }, ...whomWords(checkin, desk.reader)) : bannerTop(desk, banner);
    return this.isDeleting ? [top, this.deleting(desk)] : [top, this.standing(desk), ...this.content(desk), this.ends(desk)];
  }

  press(key: string): boolean {
    if (key !== "Escape" || this.desk === undefined) {
      return false;
    }
    if (this.isDeleting) {
      this.ask(false);
    } else {
      this.desk.to.checkins();
    }
    return true;
  }

  /** What it is for, how far it has come, and where the call is. */
  private standing(desk: Desk): HTMLElement {
    const { reader } = desk;
    const { words } = reader;
    const { purpose, made_by, made, call } = this.checkin;
    return element(
      "section",
      { class: "come" },
      element("div", { role: "status" }, element("h2", { tabindex: "-1" }, standingChip(this.checkin, reader))),
      purpose === null ? undefined : element("p", { class: "heading" }, foreign(purpose)),
      ...this.provenance(desk),
      element("p", { class: "quiet" }, madeWords(reader, made_by.name, made)),
      call === null ? undefined : element("p", {}, element("a", { class: "button", href: call, target: "_blank", rel: "noopener noreferrer" }, words.uiCheckinOpenCall), " ", element("bdi", { dir: "ltr", class: "quiet" }, cleaned(call))),
    );
  }

  /** How the answer came: one by the link may be of whoever had it. */
  private provenance({ reader: { words } }: Desk): Child[] {
    const { checkin } = this;
    if (checkin.state === "waiting") {
      return [];
    }
    return [
      cameBy(words, checkin.taken_by?.name, checkin.signed_by),
      element("p", { class: "quiet" }, words.uiCheckinUnverified),
    ];
  }

  private content(desk: Desk): Child[] {
    const { words } = desk.reader;
    const { id, link, items, state } = this.checkin;
    const isClinician = desk.who?.account.role === "clinician";
    const read = async (): Promise<void> => this.show(await desk.api.checkins.read(id));
    return [
      link === null ? undefined : recordPart(desk, this.checkin, (it) => this.show(it)),
      link === null ? undefined : givePart(desk, id, link),
      link === null ? undefined : this.bringing(desk),
      element(
        "section",
        { class: "add" },
        element("h2", {}, state === "waiting" ? words.uiCheckinAsked : words.uiCheckinAnswer),
        element("ul", { class: "items" }, items.map((it) => itemBox(it, desk.reader))),
      ),
      this.wrong,
      state === "waiting"
        ? undefined
        : element(
            "div",
            { class: "buttons" },
            isClinician && state === "answered" ? button(words.uiCheckinHaveRead, () => void attempt(desk, this.wrong, read), "action") : undefined,
            isClinician ? button(words.uiAnswerThere, () => desk.to.answerThere(id)) : undefined,
            isClinician ? element("a", { class: "button", href: `./api/checkins/${id}/answer`, download: "check-in-answer.json" }, words.uiCheckinWhole) : undefined,
            button(words.uiPrint, () => print(), "plain"),
          ),
    ];
  }

  /** The patient's answer as a file. */
  private bringing(desk: Desk): HTMLElement {
    const { words } = desk.reader;
    const input = element("input", { id: "answer", type: "file", accept: ".json,application/json", required: true });
    const send = async (): Promise<void> => {
      const [file] = input.files ?? [];
      if (file !== undefined && file.size > LONGEST) {
        throw Problem.of("uiCheckinTooLong");
      }
      const text = file && fromUtf8(new Uint8Array(await file.arrayBuffer()));
      if (text === undefined) {
        throw Problem.of("uiCheckinNoFile");
      }
      this.show(await desk.api.checkins.take(this.checkin.id, text));
    };
    return element("section", { class: "add" }, element("h2", {}, words.uiCheckinBring), form(desk, words.uiCheckinBringIn, send, field(words.uiCheckinAnswerFile, input, words.uiCheckinBringWhy)));
  }

  private ends(desk: Desk): HTMLElement {
    const { words } = desk.reader;
    const { id, chart, state, link } = this.checkin;
    const { record } = this.checkin;
    const isSent = record.way === "sent" || record.way === "arrived";
    // What went through the record is asked for there.
    const ask = async (): Promise<void> => this.show(await desk.api.checkins.send(id));
    const look = (): void => (isSent ? void attempt(desk, this.wrong, ask) : desk.to.checkin(id));
    const mayDelete = state === "waiting" || desk.who?.account.role === "clinician";
    return element(
      "div",
      { class: "buttons" },
      link === null ? undefined : button(words.uiCheckinLook, look, "plain"),
      this.banner === undefined || chart === null ? undefined : button(words.uiBackToChart, () => desk.to.chart(chart), "plain"),
      button(words.uiCheckins, desk.to.checkins, "plain"),
      mayDelete ? button(words.uiCheckinDelete, () => this.ask(true), "danger") : undefined,
    );
  }

  private deleting(desk: Desk): HTMLElement {
    const { words } = desk.reader;
    const { id, state } = this.checkin;
    const remove = async (): Promise<void> => {
      await desk.api.checkins.discard(id);
      desk.to.checkins();
    };
    const lead = state === "waiting" ? words.uiCheckinDeleteLead : words.uiCheckinDeleteAnswer;
    return question(desk, words.uiCheckinDeleteTitle, [element("p", {}, lead)], [words.uiCheckinKeep, () => this.ask(false)], [words.uiCheckinDeleteYes, remove]);
  }

  private ask(isDeleting: boolean): void {
    this.isDeleting = isDeleting;
    this.draws(isDeleting ? ".closing h2" : "h1");
  }

  /** Shows it as the server has it now. */
  private show(checkin: Checkin): void {
    this.checkin = checkin;
    this.draws(".come h2");
  }

  private draws(first: string): void {
    this.desk?.redraw();
    document.querySelector<HTMLElement>(first)?.focus();
    scrollTo(0, 0);
  }
}
