/** How often it is looked, in milliseconds. */
const LOOK_MS = 1000;
/** Seconds before the end at which a person is asked. */
const WARN = 60;

/** What is told of a person who does nothing. */
interface Told {
  /** They are about to be signed out, or no longer. */
  soon: (is: boolean) => void;
  over: () => void;
  /** They do something, though the server has not heard of it for a while. */
  busy: () => void;
}

/** Signs out who does nothing, at the latest when the server does: of what is read on a screen it hears nothing. */
export class Idle {
  private seconds = Infinity;
  private wall = 0;
  private steady = 0;
  private isSoon = false;

  constructor(private readonly told: Told) {
    setInterval(() => this.look(), LOOK_MS);
    document.addEventListener("visibilitychange", () => this.look());
    for (const kind of ["keydown", "pointerdown", "wheel"]) {
      addEventListener(kind, () => this.moved(), { passive: true, capture: true });
    }
  }

  /** Somebody is signed in; nobody with `Infinity`. */
  begin(seconds: number): void {
    this.seconds = seconds;
    this.answered();
  }

  /** The server has heard of this person. */
  answered(): void {
    this.wall = Date.now();
    this.steady = performance.now();
    this.say(false);
  }

  /** Seconds since then. The steady clock stands still while a machine sleeps, the other can be set back. */
  private since(): number {
    return Math.max(Date.now() - this.wall, performance.now() - this.steady) / 1000;
  }

  private look(): void {
    const since = this.since();
    if (since >= this.seconds) {
      this.seconds = Infinity;
      this.say(false);
      this.told.over();
    } else {
      this.say(since >= Math.max(this.seconds - WARN, this.seconds / 2));
    }
  }

  private moved(): void {
    this.look();
    if (this.seconds !== Infinity && this.since() >= this.seconds / 4) {
      this.told.busy();
    }
  }

  private say(isSoon: boolean): void {
    if (isSoon !== this.isSoon) {
      this.isSoon = isSoon;
      this.told.soon(isSoon);
    }
  }
}
