import { hostOf } from "./ask.ts";
import { cleaned } from "./foreign.ts";
import { directionOf, wordsOf, type Language } from "./language/language.ts";
import type { HealthLink } from "./link/link.ts";
import { emergencyRequest, follow, open } from "./open.ts";
import { Problem } from "./problem.ts";
import type { Screen, Told } from "./screen.ts";
import type { StandingCode } from "./standing/code.ts";
import type { Release } from "./standing.ts";
import { messages as english } from "./strings/en.ts";
import { askForm } from "./view/ask.ts";
import { button, element, type Child } from "./view/element.ts";
import { emergencyForm, toldPanel } from "./view/emergency.ts";
import { frame } from "./view/frame.ts";
import { problemBox } from "./view/problem.ts";
import { readerOf, type Reader } from "./view/reader.ts";
import { startForm } from "./view/start.ts";
import { summaryArticle } from "./view/summary.ts";

/** The page: one screen at a time, in one language. What was opened lives here and nowhere else. */
export class App {
  private screen: Screen = { kind: "start" };
  private reader: Reader;
  private readonly ready: Promise<void>;
  /** Counts what was begun, so that an answer that comes too late is not shown. */
  private turn = 0;
  /** Ends what goes on beside the present turn. */
  private ending = new AbortController();

  constructor(
    private readonly root: HTMLElement,
    language: Language,
  ) {
    this.reader = readerOf(language, english);
    this.ready = this.speak(language);
  }

  /** The first screen. */
  start(problem?: Problem): void {
    this.begin();
    void this.show(problem ? { kind: "start", problem } : { kind: "start" });
  }

  /** Opens a scanned, pasted or followed text. */
  async openText(text: string): Promise<void> {
    await this.attempt({ kind: "reading" }, async () => {
      const opened = await open(text);
      switch (opened.kind) {
        case "link":
          return { kind: "asking", link: opened.link, recipient: "" };
        case "emergency-code":
          return { kind: "emergency", code: opened.code, name: "", reason: "" };
        case "shown":
          return { kind: "shown", summaries: opened.summaries, again: undefined };
      }
    });
  }

  private async openPicture(file: File): Promise<void> {
    let text: string | undefined;
    await this.attempt({ kind: "reading" }, async () => {
      const { textOfFile } = await import("./camera/picture.ts");
      text = await textOfFile(file);
      return { kind: "reading" };
    });
    if (text !== undefined) {
      await this.openText(text);
    }
  }

  private async openCamera(): Promise<void> {
    const stopping = new AbortController();
    const video = element("video", { playsinline: true, muted: true });
    const stop = () => {
      stopping.abort();
      this.start();
    };
    let text: string | undefined;
    await this.attempt({ kind: "camera", video, stop }, async () => {
      const { scan } = await import("./camera/scan.ts");
      text = await scan(video, stopping.signal);
      return { kind: "reading" };
    });
    if (text !== undefined && !stopping.signal.aborted) {
      await this.openText(text);
    }
  }

  private async followLink(link: HealthLink, recipient: string, passcode: string): Promise<void> {
    await this.attempt({ kind: "waiting", host: hostOf(link.url) }, async () => {
      try {
        const summaries = await follow(link, recipient, passcode);
        const again = link.isLongTerm ? () => void this.followLink(link, recipient, passcode) : undefined;
        return { kind: "shown", summaries, again };
      } catch (error) {
        const problem = problemOf(error);
        if (RETRIED.includes(problem.id)) {
          return { kind: "asking", link, recipient, problem };
        }
        throw problem;
      }
    });
  }

  /** Asks for what an emergency code opens, as somebody and for a reason. */
  private async useEmergencyCode(code: StandingCode, name: string, reason: string): Promise<void> {
    const host = hostOf(code.relay);
    const waiting: Screen = { kind: "waiting", host };
    const ask = async (request: () => Promise<Release>, failed: (problem: Problem) => Screen): Promise<Screen> => {
      try {
        const release = await request();
        return release.kind === "given"
          ? { kind: "shown", summaries: [release.summary], again: undefined }
          : told(request, release.seconds);
      } catch (error) {
        const problem = problemOf(error);
        if (RETRIED.includes(problem.id)) {
          return failed(problem);
        }
        throw problem;
      }
    };
    const told = (request: () => Promise<Release>, seconds: number, problem?: Problem): Told => {
      const until = performance.now() + seconds * 1000;
      const failed = (problem: Problem) => told(request, problem.id === "pageTooMany" ? problem.details.seconds : RETRY_S, problem);
      const again = () => void this.attempt(waiting, () => ask(request, failed));
      return { kind: "told", host, until, again, ...(problem && { problem }) };
    };
    await this.attempt(waiting, async () => {
      const request = await emergencyRequest(code, name, reason);
      return ask(request, (problem) => ({ kind: "emergency", code, name, reason, problem }));
    });
  }

  /** Shows one screen while another is made; a problem leads back to the start. */
  private async attempt(meanwhile: Screen, make: () => Promise<Screen>): Promise<void> {
    const turn = this.begin();
    void this.show(meanwhile);
    const next = await make().catch((error: unknown): Screen => ({ kind: "start", problem: problemOf(error) }));
    if (turn === this.turn) {
      await this.show(next);
      if (next.kind === "told") {
        this.attend(next);
      }
    }
  }

  private begin(): number {
    this.ending.abort();
    this.ending = new AbortController();
    this.turn += 1;
    return this.turn;
  }

  /** Asks again when the time has come, or when somebody comes back to the page: timers of pages that nobody sees may stand still. */
  private attend(told: Told): void {
    const { signal } = this.ending;
    const looking = setInterval(() => performance.now() >= told.until && told.again(), LOOK_MS);
    signal.addEventListener("abort", () => clearInterval(looking));
    document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && told.again(), { signal });
    addEventListener("beforeunload", (event) => event.preventDefault(), { signal });
  }

  private async speak(language: Language): Promise<void> {
    this.reader = readerOf(language, await wordsOf(language));
    document.documentElement.lang = language;
    document.documentElement.dir = directionOf(language);
  }

  private async show(screen: Screen): Promise<void> {
    const isFirst = this.root.childElementCount === 0;
    this.screen = screen;
    await this.ready;
    if (this.screen === screen) {
      this.render();
      if (!isFirst && screen.kind !== "reading") {
        this.root.querySelector("h1")?.focus();
      }
    }
  }

  private render(): void {
    const { reader, screen } = this;
    const choose = (language: Language) => void this.speak(language).then(() => this.render());
    const close = screen.kind === "shown" ? () => this.start() : undefined;
    const again = screen.kind === "shown" && screen.again ? [button(reader.words.pageAgain, screen.again)] : [];
    this.root.dataset.screen = screen.kind;
    document.title = reader.words.pageTitle;
    const isSigned = screen.kind === "shown" && screen.summaries.some((it) => it.marks.some((mark) => SIGNED.includes(mark.id)));
    this.root.replaceChildren(...frame(reader, choose, close, this.content(), again, isSigned));
  }

  private content(): Child[] {
    const { reader, screen } = this;
    const { words } = reader;
    switch (screen.kind) {
      case "start": {
        const ways = {
          scan: () => void this.openCamera(),
          picture: (file: File) => void this.openPicture(file),
          text: (text: string) => void this.openText(text),
        };
        return [screen.problem && problemBox(screen.problem, words), startForm(reader, ways)];
      }
      case "reading":
        return [element("p", { role: "status" }, words.pageReading)];
      case "waiting":
        return [element("p", { role: "status" }, words.pageFetching({ host: cleaned(screen.host) }))];
      case "camera":
        return [element("p", { role: "status" }, words.pagePoint), screen.video, button(words.pageStop, screen.stop, "action")];
      case "asking": {
        const ask = (recipient: string, passcode: string) => void this.followLink(screen.link, recipient, passcode);
        return [askForm(screen.link, screen, reader, ask), button(words.pageClose, () => this.start())];
      }
      case "emergency": {
        const use = (name: string, reason: string) => void this.useEmergencyCode(screen.code, name, reason);
        return [emergencyForm(screen.code, screen, reader, use), button(words.pageClose, () => this.start())];
      }
      case "told":
        return [toldPanel(screen, reader), button(words.pageClose, () => this.start())];
      case "shown":
        return screen.summaries.map((summary) => summaryArticle(summary, reader));
    }
  }
}

/** After these another try makes sense. */
const RETRIED = ["pageWrongPasscode", "pageTooMany", "pageNoAnswer", "pageServer"];

/** How often it is looked whether the time has come, and seconds until an emergency code is asked about again after a failure. */
const LOOK_MS = 500;
const RETRY_S = 10;

/** Remarks that speak of a signature. */
const SIGNED = ["unknown-key", "supplied", "listed", "unchecked"];

/** A part of the page that cannot be loaded is the only other fault that is expected: a newer page may have taken its place. */
function problemOf(error: unknown): Problem {
  return error instanceof Problem ? error : new Problem("pageNewer");
}
