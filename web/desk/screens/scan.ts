import { button, element, type Child } from "../../src/view/element.ts";
import type { Begun, ScanState, Second } from "../api.ts";
import { scanByCamera } from "../camera.ts";
import type { Desk, Screen } from "../desk.ts";
import { hasPasskeys } from "../passkey/ceremony.ts";
import { Problem, problemOf } from "../problem.ts";
import { field, form, line, password } from "../view/form.ts";
import { problemBox } from "../view/problem.ts";

/** Milliseconds between two questions what came of a scan. */
const POLL_MS = 400;
const SECOND_MS = 1000;

type State =
  | { kind: "ready"; problem?: Problem }
  | { kind: "camera"; stop: AbortController }
  | { kind: "calling" }
  | { kind: "compare"; digits: string }
  | { kind: "later"; until: number }
  | { kind: "refused"; problem: Problem };

/** From a patient's code to the chart. `code` is one that was typed elsewhere. */
export function scanScreen(code: string | undefined): Screen {
  const scan = new Scan();
  return {
    name: "scan",
    title: ({ words }) => words.uiScanTitle,
    first: code === undefined ? "#code" : "h1",
    draw: (desk) => {
      if (code !== undefined) {
        const typed = code;
        code = undefined;
        void scan.ask(desk, typed);
      }
      return scan.draw(desk);
    },
  };
}

class Scan {
  private state: State = { kind: "ready" };
  private code = "";
  private passcode = "";
  private reason = "";
  private isEmergency = false;
  /** One person alone may not ask. */
  private needsSecond = false;

  /** Has a code redeemed, with what the patient told besides. */
  async ask(desk: Desk, code: string, second?: Second): Promise<void> {
    this.code = code;
    await this.attempt(desk, () => desk.api.scan(code, this.passcode, this.reason, second));
  }

  draw(desk: Desk): Child[] {
    const { words } = desk.reader;
    const { state } = this;
    switch (state.kind) {
      case "ready":
        return this.start(desk, state.problem);
      case "camera":
        return [
          element("p", { role: "status" }, words.uiCameraPoint),
          this.camera(desk, state.stop),
          element("div", { class: "buttons" }, button(words.uiCameraStop, () => this.show(desk, { kind: "ready" }))),
        ];
      case "calling":
        return [element("div", { class: "wait", role: "status" }, element("h2", {}, words.uiCalling), element("p", {}, words.uiCallingLead)), leave(desk)];
      case "compare":
        return [
          element(
            "div",
            { class: "wait", role: "status" },
            element("h2", {}, words.uiCompare),
            element("p", { class: "digits", dir: "ltr" }, state.digits),
            element("p", {}, words.uiCompareSame),
            element("p", { class: "caution" }, words.uiCompareDiffer),
          ),
          leave(desk),
        ];
      case "later":
        return [
          element(
            "div",
            { class: "wait" },
            element("h2", {}, words.uiLater),
            element("p", { class: "lead" }, words.uiLaterLead),
            element("p", {}, words.uiLaterLeft),
            countdown(state.until, desk.left),
            element("p", { class: "quiet" }, words.uiLaterKeep),
          ),
          element("div", { class: "buttons" }, button(words.uiLeave, desk.to.here)),
        ];
      case "refused":
        return this.refused(desk, state.problem);
    }
  }

  private start(desk: Desk, problem: Problem | undefined): Child[] {
    const { words } = desk.reader;
    const code = element("input", { id: "code", required: true, autocomplete: "off", autocapitalize: "none", spellcheck: "false", dir: "ltr" });
    return [
      element("p", { class: "lead" }, words.uiScanLead),
      problem && problemBox(problem, desk.reader),
      form(desk, words.uiOpen, () => this.ask(desk, code.value), field(words.uiCode, code, words.uiCodeWhy)),
      element("div", { class: "buttons" }, button(words.uiCamera, () => this.show(desk, { kind: "camera", stop: new AbortController() }))),
    ];
  }

  /** Nothing was given. The same code can be asked for again, with what was missing. */
  private refused(desk: Desk, problem: Problem): Child[] {
    const { words } = desk.reader;
    const needsPasscode = PASSCODE.includes(problem.id);
    const needsReason = problem.id === REASON;
    this.isEmergency ||= needsReason;
    const passcode = password("passcode", "new-password", { autocomplete: "off" });
    const reason = line("reason", { value: this.reason, autocapitalize: "sentences", maxlength: "200" });
    const login = line("second", { autocomplete: "off" });
    const their = password("second-password", "new-password", { autocomplete: "off" });
    const again = async (): Promise<void> => {
      this.passcode = needsPasscode ? passcode.value : this.passcode;
      this.reason = this.isEmergency ? reason.value.trim() : this.reason;
      await this.ask(desk, this.code, this.needsSecond ? { login: login.value, password: their.value } : undefined);
    };
    const byPasskey = async (): Promise<void> => {
      this.reason = reason.value.trim();
      await this.attempt(desk, async () => desk.api.scan(this.code, this.passcode, this.reason, await desk.api.passkeys.prove()));
    };
    return [
      element("h2", {}, words.uiNotOpenedTitle),
      problemBox(problem, desk.reader),
      form(
        desk,
        words.uiAskAgain,
        again,
        needsPasscode ? field(words.uiPasscode, passcode, words.uiPasscodeWhy) : undefined,
        this.isEmergency ? field(words.uiReason, reason, words.uiReasonWhy) : undefined,
        this.needsSecond ? field(words.uiSecondName, login, words.uiSecondWhy) : undefined,
        this.needsSecond ? field(words.uiSecondPassword, their) : undefined,
      ),
      element(
        "div",
        { class: "buttons" },
        this.needsSecond && hasPasskeys() ? button(words.uiPasskeySecond, () => void byPasskey()) : undefined,
        button(words.uiScanAnother, () => desk.to.scan()),
      ),
    ];
  }

  private camera(desk: Desk, stop: AbortController): HTMLVideoElement {
    const video = element("video", { playsinline: true, muted: true });
    desk.left.addEventListener("abort", () => stop.abort());
    const begun = scanByCamera(video, stop.signal, desk.api);
    void this.attempt(desk, async () => {
      const seen = await begun;
      if (seen?.found === "code" && seen.code !== null) {
        this.code = seen.code;
      }
      return seen;
    });
    return video;
  }

  /** Follows what comes of a scan, until the patient has said yes or no. */
  private async attempt(desk: Desk, begin: () => Promise<Begun | undefined>): Promise<void> {
    const { left } = desk;
    try {
      const begun = await begin();
      if (begun === undefined || left.aborted) {
        return;
      }
      if (begun.found === "nothing") {
        throw Problem.of("uiNoCode");
      }
      this.needsSecond = false;
      this.show(desk, { kind: "calling" });
      await this.follow(desk, begun.scan);
    } catch (error) {
      if (!left.aborted && !desk.ends(error)) {
        this.stopped(desk, problemOf(error));
      }
    }
  }

  /** Where a second person is asked for, the same code is asked again with their word. */
  private stopped(desk: Desk, problem: Problem): void {
    this.needsSecond ||= problem.id === SECOND;
    this.isEmergency ||= this.needsSecond;
    this.show(desk, this.needsSecond ? { kind: "refused", problem } : { kind: "ready", problem });
  }

  private async follow(desk: Desk, id: string): Promise<void> {
    const { left } = desk;
    let last = "";
    while (!left.aborted) {
      const now: ScanState = await desk.api.scanState(id);
      if (left.aborted) {
        return;
      }
      if (now.state === "given") {
        desk.to.chart(now.chart);
        return;
      }
      if (now.state === "refused") {
        this.show(desk, { kind: "refused", problem: Problem.said(now.error) });
        return;
      }
      if (now.state === "later") {
        await this.wait(desk, now.seconds);
        return;
      }
      if (now.state !== last) {
        last = now.state;
        this.show(desk, now.state === "compare" ? { kind: "compare", digits: now.digits } : { kind: "calling" });
      }
      await pause(POLL_MS);
    }
  }

  /** An emergency code is given after a while: it is asked for once more then. */
  private async wait(desk: Desk, seconds: number): Promise<void> {
    const { left } = desk;
    const until = performance.now() + seconds * SECOND_MS;
    this.isEmergency = true;
    this.show(desk, { kind: "later", until });
    while (performance.now() < until && !left.aborted) {
      await pause(SECOND_MS / 2);
    }
    if (!left.aborted) {
      await this.ask(desk, this.code);
    }
  }

  private show(desk: Desk, state: State): void {
    if (this.state.kind === "camera") {
      this.state.stop.abort();
    }
    this.state = state;
    desk.redraw();
    focusIn(state);
  }
}

/** After these the same code opens something, with what was missing. */
const PASSCODE = ["redeem-needs-passcode", "redeem-wrong-passcode"];
const REASON = "redeem-no-reason";
const SECOND = "desk-second-needed";

function focusIn(state: State): void {
  const found = state.kind === "refused" ? document.querySelector<HTMLElement>("form input") : null;
  const wrong = document.querySelector<HTMLElement>("[data-problem]");
  (found ?? wrong ?? document.querySelector<HTMLElement>(state.kind === "ready" ? "#code" : "h1"))?.focus();
}

const leave = ({ reader: { words }, to }: Desk): HTMLElement =>
  element("div", { class: "leave" }, button(words.uiLeave, to.here), element("p", { class: "quiet" }, words.uiLeaveWhy));

/** Minutes and seconds that are left, by the steady clock. */
function countdown(until: number, left: AbortSignal): HTMLElement {
  const shown = element("p", { class: "digits", role: "timer", dir: "ltr" });
  const say = (): void => {
    const seconds = Math.max(0, Math.ceil((until - performance.now()) / SECOND_MS));
    shown.textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
  };
  say();
  const saying = setInterval(say, SECOND_MS);
  left.addEventListener("abort", () => clearInterval(saying));
  return shown;
}

const pause = (milliseconds: number): Promise<void> => new Promise((done) => setTimeout(done, milliseconds));
