import { hostOf } from "./ask.ts";
import { cleaned } from "./foreign.ts";
import { directionOf, wordsOf, type Language } from "./language/language.ts";
import type { HealthLink } from "./link/link.ts";
import { follow, open } from "./open.ts";
import { Problem } from "./problem.ts";
import type { Screen } from "./screen.ts";
import { messages as english } from "./strings/en.ts";
import { askForm } from "./view/ask.ts";
import { button, element, type Child } from "./view/element.ts";
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

  constructor(
    private readonly root: HTMLElement,
    language: Language,
  ) {
    this.reader = readerOf(language, english);
    this.ready = this.speak(language);
  }

  /** The first screen. */
  start(problem?: Problem): void {
    this.turn += 1;
    void this.show(problem ? { kind: "start", problem } : { kind: "start" });
  }

  /** Opens a scanned, pasted or followed text. */
  async openText(text: string): Promise<void> {
    await this.attempt({ kind: "reading" }, async () => {
      const opened = await open(text);
      return opened.kind === "link"
        ? { kind: "asking", link: opened.link, recipient: "" }
        : { kind: "shown", summaries: opened.summaries, again: undefined };
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

  /** Shows one screen while another is made; a problem leads back to the start. */
  private async attempt(meanwhile: Screen, make: () => Promise<Screen>): Promise<void> {
    this.turn += 1;
    const { turn } = this;
    void this.show(meanwhile);
    const next = await make().catch((error: unknown): Screen => ({ kind: "start", problem: problemOf(error) }));
    if (turn === this.turn) {
      await this.show(next);
    }
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
      case "shown":
        return screen.summaries.map((summary) => summaryArticle(summary, reader));
    }
  }
}

/** After these another try makes sense. */
const RETRIED = ["pageWrongPasscode", "pageTooMany", "pageNoAnswer", "pageServer"];

/** Remarks that speak of a signature. */
const SIGNED = ["unknown-key", "supplied", "listed", "unchecked"];

/** A part of the page that cannot be loaded is the only other fault that is expected: a newer page may have taken its place. */
function problemOf(error: unknown): Problem {
  return error instanceof Problem ? error : new Problem("pageNewer");
}
