/** Something that others did, a patient, or the desk itself. */
export interface Change {
  action: ChangeKind;
  charts: string[];
  /** The account that did it. */
  by: string | null;
}

export const CHANGES = ["chart-opened", "chart-closed", "chart-ended", "chart-withdrawn", "checkin-answered", "message-came", "visit-returned", "visit-not-returned", "entries-sent", "entries-held"] as const;
export type ChangeKind = (typeof CHANGES)[number];

/** Listens while the page is seen: of what happened before, whoever looks at it again is told that there may be something. */
export class News {
  private source: EventSource | undefined;
  private isOn = false;

  /** @param told - hears of each change; of none that is known when some may have been missed. */
  constructor(private readonly told: (change: Change | undefined) => void) {
    document.addEventListener("visibilitychange", () => this.look());
  }

  begin(): void {
    this.end();
    this.isOn = true;
    this.open();
  }

  end(): void {
    this.isOn = false;
    this.close();
  }

  private look(): void {
    if (document.visibilityState === "hidden") {
      this.close();
    } else if (this.isOn && this.source === undefined) {
      this.open();
      this.told(undefined);
    }
  }

  private open(): void {
    const source = new EventSource("/api/news");
    let wasOpen = false;
    source.addEventListener("open", () => {
      if (wasOpen) {
        this.told(undefined);
      }
      wasOpen = true;
    });
    source.addEventListener("behind", () => this.told(undefined));
    source.addEventListener("message", ({ data }: MessageEvent<string>) => this.told(JSON.parse(data) as Change));
    this.source = source;
  }

  private close(): void {
    this.source?.close();
    this.source = undefined;
  }
}
