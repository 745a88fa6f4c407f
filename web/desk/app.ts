import { button, element, type Child } from "../src/view/element.ts";
import { Api, isHeld, type Banner, type Who } from "./api.ts";
import type { Checkin } from "./checkin/api.ts";
import type { Desk, Screen, Ways } from "./desk.ts";
import { Idle } from "./idle.ts";
import { listen } from "./keys.ts";
import { directionOf, englishReader, readerIn, type Language, type Reader } from "./language.ts";
import { News, type Change } from "./news.ts";
import { Problem, problemOf } from "./problem.ts";
import { chartScreen } from "./screens/chart.ts";
import { checkinsScreen } from "./screens/checkins.ts";
import { hereScreen } from "./screens/here.ts";
import { keysScreen } from "./screens/keys.ts";
import { logScreen } from "./screens/log.ts";
import { outboxScreen } from "./screens/outbox.ts";
import { passwordScreen } from "./screens/password.ts";
import { receiptsScreen } from "./screens/receipts.ts";
import { scanScreen } from "./screens/scan.ts";
import { setUpScreen } from "./screens/set-up.ts";
import { signInScreen } from "./screens/sign-in.ts";
import { staffScreen } from "./screens/staff.ts";
import { visitsOfScreen, visitsScreen } from "./screens/visits.ts";
import { ENDED } from "./view/banner.ts";
import { frame, parts } from "./view/frame.ts";
import { problemBox } from "./view/problem.ts";

/** Pages that few open, and seldom: they come when they are asked for. */
const LATER = {
  checkins: () => import("./later/checkins.ts"),
  finding: () => import("./later/finding.ts"),
  messages: () => import("./later/messages.ts"),
  passkeys: () => import("./screens/passkeys.ts"),
  reconcile: () => import("./screens/reconcile.ts"),
  system: () => import("./later/system.ts"),
  visit: () => import("./screens/visit.ts"),
};

/** Milliseconds after which it is said that something loads. */
const SLOW_MS = 300;
/** Tells the other windows of this browser that somebody signed in or out. */
const CHANGED = "changed";

/** The desk's page: one screen at a time. What is shown of a patient lives here and nowhere else. */
export class App implements Desk {
  readonly api = new Api(() => this.idle.answered());
  readonly to: Ways;
  reader: Reader = englishReader();
  clinic = "";
  isOwn = false;
  who: Who | undefined;

  private screen: Screen | undefined;
  private readonly idle: Idle;
  private readonly others = new BroadcastChannel("desk");
  private readonly news = new News((change) => this.hearing.forEach((it) => it(change)));
  private hearing: ((change: Change | undefined) => void)[] = [];
  private readonly soon = element("div", { class: "soon", role: "alert" });
  private ending = new AbortController();

  constructor(
    private readonly root: HTMLElement,
    private readonly language: Language,
  ) {
    this.to = this.ways();
    this.idle = new Idle({
      soon: (is) => this.warn(is),
      over: () => this.signedOut((words) => words.uiSignedOutIdle),
      busy: () => void this.api.who().catch((error: unknown) => this.ends(error)),
    });
    this.others.addEventListener("message", () => void this.begin());
    listen(
      (key) => this.press(key),
      (code) => this.seesPatients() && this.to.scan(code),
    );
  }

  get left(): AbortSignal {
    return this.ending.signal;
  }

  hear(told: (change: Change | undefined) => void): void {
    this.hearing.push(told);
  }

  async start(): Promise<void> {
    await this.speak(this.language);
    await this.begin();
  }

  redraw(): void {
    const { screen, reader, root } = this;
    if (screen === undefined) {
      return;
    }
    root.dataset.screen = screen.name;
    document.title = `${screen.title(reader)} · ${reader.words.uiTitle}`;
    const speak = (language: Language) => void this.speak(language).then(() => this.redraw());
    root.replaceChildren(...frame(this, screen, speak), this.soon);
  }

  ends(error: unknown): boolean {
    const { id } = problemOf(error);
    if (id === "desk-sign-in" && this.who !== undefined) {
      this.signedOut((words) => words.uiSignedOutIdle);
      return true;
    }
    if (id === "desk-change-password" || id === "desk-add-passkey") {
      void this.begin();
      return true;
    }
    return false;
  }

  /** Looks who is signed in, and shows what they begin with. */
  private async begin(): Promise<void> {
    this.who = undefined;
    this.news.end();
    await this.go(async () => {
      const { clinic, is_new, is_own } = await this.api.beginning();
      [this.clinic, this.isOwn] = [clinic, is_own];
      if (is_new) {
        return setUpScreen();
      }
      const who = await this.api.who().catch((error: unknown) => {
        if (problemOf(error).id === "desk-sign-in") {
          return undefined;
        }
        throw error;
      });
      return who === undefined ? signInScreen() : this.first(who);
    });
  }

  /** Where somebody who has signed in begins. */
  private async first(who: Who): Promise<Screen> {
    this.who = who;
    this.idle.begin(who.idle);
    if (who.account.must_change) {
      return passwordScreen();
    }
    if (who.must_add_passkey) {
      return this.ownPasskeys();
    }
    if (!this.seesPatients()) {
      return this.staff();
    }
    this.news.begin();
    return scanScreen(undefined);
  }

  private seesPatients(): boolean {
    return this.who !== undefined && !isHeld(this.who) && this.who.account.role !== "administrator";
  }

  private async staff(): Promise<Screen> {
    return staffScreen(await this.api.staff(), await this.api.passkeys.ofAll());
  }

  private async ownPasskeys(told?: (words: Reader["words"]) => string): Promise<Screen> {
    const { passkeysScreen } = await LATER.passkeys();
    return passkeysScreen(await this.api.passkeys.all(), told);
  }

  /** The banner of a chart, as long as it is open. */
  private async openBanner(chart: string): Promise<Banner | undefined> {
    return this.api.banner(chart).catch((error: unknown) => {
      if (ENDED.includes(problemOf(error).id)) {
        return undefined;
      }
      throw error;
    });
  }

  private async whoIsHere(isClosed = false): Promise<Screen> {
    const isClinician = this.who?.account.role === "clinician";
    return hereScreen({
      charts: await this.api.charts(),
      checkins: await this.api.checkins.all(),
      mail: await this.api.mail.all(),
      visits: isClinician ? await this.api.visits.all() : [],
      messages: isClinician ? await this.api.bridge.outbox() : [],
      isClosed,
    });
  }

  /** With the banner of whose chart it is, as long as that is open. */
  private async openCheckin(checkin: Checkin): Promise<Screen> {
    const { checkinScreen } = await LATER.checkins();
    return checkinScreen(checkin, checkin.chart === null ? undefined : await this.openBanner(checkin.chart));
  }

  private async answerThere(id: string): Promise<Screen> {
    const { answerThereScreen } = await LATER.system();
    const checkin = await this.api.checkins.one(id);
    return answerThereScreen(checkin, await this.api.answers.there(id), checkin.chart === null ? undefined : await this.openBanner(checkin.chart));
  }

  /** Ends what was shown, and asks for a name and a password. */
  private signedOut(why: (words: Reader["words"]) => string): void {
    this.who = undefined;
    this.news.end();
    this.idle.begin(Infinity);
    this.show(signInScreen(why));
  }

  /** Shows a screen once it is made; what is on the screen goes at once if that takes long. */
  private async go(make: () => Promise<Screen> | Screen): Promise<void> {
    const { signal } = this.leave();
    const slow = setTimeout(() => !signal.aborted && this.draw(loadingScreen), SLOW_MS);
    try {
      const screen = await make();
      if (!signal.aborted) {
        this.draw(screen);
      }
    } catch (error) {
      if (!signal.aborted && !this.ends(error)) {
        this.draw(problemScreen(problemOf(error), () => void this.go(make)));
      }
    } finally {
      clearTimeout(slow);
    }
  }

  private show(screen: Screen): void {
    this.leave();
    this.draw(screen);
  }

  private leave(): AbortController {
    this.hearing = [];
    this.ending.abort();
    this.ending = new AbortController();
    return this.ending;
  }

  private draw(screen: Screen): void {
    const isFirst = this.screen === undefined;
    this.screen = screen;
    this.redraw();
    const first = this.root.querySelector<HTMLElement>(screen.first ?? "h1");
    scrollTo(0, 0);
    if (!isFirst || screen.first !== undefined) {
      // Where somebody comes back to is scrolled into view.
      first?.focus();
    }
  }

  /** Whether the key did something. */
  private press(key: string): boolean {
    if (this.screen?.press?.(key)) {
      return true;
    }
    const all = parts(this);
    const others: Record<string, () => void> = all.length > 0 ? { "?": this.to.keys, Escape: this.to.home } : {};
    const go = others[key] ?? all.find((it) => it.key === key)?.go;
    go?.();
    return go !== undefined;
  }

  private warn(is: boolean): void {
    const { words } = this.reader;
    const stay = () => void this.api.who().catch((error: unknown) => this.ends(error));
    this.soon.replaceChildren(...(is ? [element("p", {}, words.uiSoon), button(words.uiStay, stay, "action")] : []));
  }

  private async speak(language: Language): Promise<void> {
    this.reader = await readerIn(language);
    document.documentElement.lang = this.reader.language;
    document.documentElement.dir = directionOf(this.reader.language);
  }

  private ways(): Ways {
    const isHome = () => this.who !== undefined && !isHeld(this.who);
    return {
      home: () => isHome() && (this.seesPatients() ? this.to.here() : this.to.staff()),
      scan: (code) => this.show(scanScreen(code)),
      here: () => void this.go(() => this.whoIsHere()),
      chart: (id) => void this.go(async () => chartScreen(await this.api.banner(id))),
      trends: (chart) => void this.go(async () => {
        const [{ trendsScreen }, banner, measures] = await Promise.all([LATER.finding(), this.api.banner(chart), this.api.finding.measures(chart, 0)]);
        return trendsScreen(banner, measures);
      }),
      entry: (chart, id, from) => void this.go(async () => {
        const [{ entryScreen }, banner, entry] = await Promise.all([LATER.finding(), this.api.banner(chart), this.api.finding.entry(chart, id)]);
        return entryScreen(banner, entry, from);
      }),
      closed: () => void this.go(() => this.whoIsHere(true)),
      visits: () => void this.go(async () => visitsScreen(await this.api.visits.all())),
      visitsOf: (chart) => void this.go(async () => visitsOfScreen(chart, await this.api.visits.ofChart(chart), await this.openBanner(chart))),
      beginVisit: (chart) => void this.go(async () => (await LATER.visit()).visitScreen(await this.api.visits.begin(chart), await this.api.banner(chart))),
      visit: (chart, id) => void this.go(async () => (await LATER.visit()).visitScreen(await this.api.visits.one(chart, id), await this.openBanner(chart))),
      back: (screen) => this.show(screen),
      checkins: () => void this.go(async () => checkinsScreen(await this.api.checkins.all())),
      newCheckin: (chart) => void this.go(async () => (await LATER.checkins()).newCheckinScreen(await this.api.charts(), await this.api.checkins.forms(), chart)),
      checkin: (id) => void this.go(async () => this.openCheckin(await this.api.checkins.one(id))),
      answerThere: (id) => void this.go(() => this.answerThere(id)),
      messages: () => void this.go(async () => (await LATER.messages()).messagesScreen(await this.api.mail.all())),
      messagesOf: (chart) => void this.go(async () => (await LATER.messages()).messagesOfScreen(chart, await this.api.mail.ofChart(chart), await this.openBanner(chart))),
      receipts: () => void this.go(async () => receiptsScreen(await this.api.receipts())),
      patientThere: (chart) => void this.go(async () => (await LATER.system()).patientScreen(await this.api.banner(chart), await this.api.bridge.whoThere(chart))),
      choose: (chart) => void this.go(async () => (await LATER.system()).chooseScreen(await this.api.banner(chart), await this.api.bridge.link(chart), await this.api.bridge.outbox())),
      reconcile: (chart) => void this.go(async () => (await LATER.reconcile()).reconcileScreen(await this.api.banner(chart), await this.api.reconciling.comparison(chart), await this.api.bridge.outbox())),
      resultThere: (chart, act) => void this.go(async () => (await LATER.system()).resultThereScreen(await this.api.banner(chart), act, await this.api.results.there(chart, act))),
      outbox: () => void this.go(async () => outboxScreen(await this.api.bridge.outbox())),
      message: (id) => void this.go(async () => (await LATER.system()).messageScreen(await this.api.bridge.message(id))),
      system: () => void this.go(async () => (await LATER.system()).systemScreen(await this.api.bridge.settings())),
      staff: () => void this.go(() => this.staff()),
      log: () => void this.go(async () => logScreen(await this.api.log(undefined))),
      password: () => this.show(passwordScreen()),
      passkeys: (told) => void this.go(() => this.ownPasskeys(told)),
      keys: () => this.show(keysScreen()),
      signIn: (who) => {
        this.others.postMessage(CHANGED);
        void this.go(() => this.first(who));
      },
      signOut: () => {
        // What is shown goes first, whether the server answers or not.
        this.signedOut((words) => words.uiSignedOut);
        const told = () => this.others.postMessage(CHANGED);
        this.api.signOut().then(told, (error: unknown) => this.show(problemScreen(problemOf(error), () => void this.begin())));
      },
    };
  }
}

const loadingScreen: Screen = {
  name: "loading",
  title: ({ words }) => words.uiLoading,
  draw: () => [],
};

/** What went wrong takes the place of what cannot be shown. */
const problemScreen = (problem: Problem, again: () => void): Screen => ({
  name: "problem",
  title: ({ words }) => words.uiTitle,
  draw: ({ reader, to, who }): Child[] => {
    const isScan = who !== undefined && who.account.role !== "administrator";
    return [
      problemBox(problem, reader),
      element(
        "div",
        { class: "buttons" },
        isScan ? button(reader.words.uiScanAnother, () => to.scan(), "action") : undefined,
        button(reader.words.uiTryAgain, again, isScan ? "" : "action"),
      ),
    ];
  },
});
