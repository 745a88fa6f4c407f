import type { Role } from "../api.ts";
import type { Said } from "../problem.ts";
import type { Reconciled } from "../reconcile/api.ts";
import type { VisitContent } from "./content.ts";

interface Actor {
  name: string;
  role: Role;
}

/** Why a visit was signed although something was found. */
export interface Override {
  finding: string;
  reason: string;
}

/** What a clinician answers for. Times are seconds since 1970. */
interface Signature {
  by: Actor;
  at: number;
  overrides: Override[];
}

export type VisitStanding =
  | { state: "draft" }
  | { state: "signing" | "waiting" | "not-returned"; signature: Signature }
  | { state: "returned"; signature: Signature; returned: number };

export type VisitLine = VisitStanding & {
  id: string;
  chart: string;
  name: string | null;
  born: string | null;
  key_words: string;
  title: string;
  saved_by: Actor;
  saved: number;
};

/** A file that goes with a visit. What it is is told by its bytes. */
export interface Attachment {
  id: string;
  name: string;
  kind: "application/pdf" | "image/jpeg" | "image/png";
  size: number;
}

export type Visit = VisitLine & {
  /** Counts each save. */
  version: number;
  content: VisitContent;
  attachments: Attachment[];
  /** In which sections its entries would stand. */
  sections: { section: string; allowed: boolean }[];
  /** What was decided between the chart and the clinic's own system, where that is what it is about. */
  reconciled: Reconciled | null;
  /** Why it could not be signed as it is. */
  problem: Said | null;
};

/** What a rule found. Its words are English. */
export interface Finding {
  name: string;
  severity: "contraindicated" | "avoid" | "precaution" | "note";
  certain: boolean;
  says: string;
  advice: string;
  source: string;
  edition: string;
  licence: string;
  locator: string;
  reviewed: boolean;
  needs_reason: boolean;
}

export interface Checked {
  findings: Finding[];
  not_checked: string[];
}

type Ask = <T>(method: string, path: string, body?: object) => Promise<T>;

/** Visits in the desk's interface. */
export class Visits {
  /** What is being saved. */
  private saving: Promise<unknown> = Promise.resolve();

  constructor(private readonly ask: Ask) {}

  async all(): Promise<VisitLine[]> {
    await this.settled();
    return this.ask("GET", "visits");
  }

  async ofChart(chart: string): Promise<VisitLine[]> {
    await this.settled();
    return this.ask("GET", `charts/${chart}/visits`);
  }

  begin(chart: string): Promise<Visit> {
    return this.ask("POST", `charts/${chart}/visits`);
  }

  async one(chart: string, id: string): Promise<Visit> {
    await this.settled();
    return this.ask("GET", `charts/${chart}/visits/${id}`);
  }

  /** What a code stands for; none where no table of the desk names it. */
  async nameOf(system: string, code: string): Promise<string | null> {
    const { name } = await this.ask<{ name: string | null }>("GET", `codes?${new URLSearchParams({ system, code })}`);
    return name;
  }

  /** Saves over the version that was read. The problem of somebody who has not read what another saved has theirs. */
  save({ chart, id, version }: Visit, content: VisitContent): Promise<Visit> {
    return this.ask("PUT", `charts/${chart}/visits/${id}`, { version, content });
  }

  /** Adds a file to the version that was read. */
  attach({ chart, id, version }: Visit, name: string, bytes: Uint8Array<ArrayBuffer>): Promise<Visit> {
    return this.ask("POST", `charts/${chart}/visits/${id}/attachments?version=${version}&name=${encodeURIComponent(name)}`, bytes);
  }

  detach({ chart, id, version }: Visit, attachment: string): Promise<Visit> {
    return this.ask("DELETE", `charts/${chart}/visits/${id}/attachments/${attachment}?version=${version}`);
  }

  discard({ chart, id, version }: Visit): Promise<void> {
    return this.ask("DELETE", `charts/${chart}/visits/${id}?version=${version}`);
  }

  check({ chart, id }: Visit): Promise<Checked> {
    return this.ask("POST", `charts/${chart}/visits/${id}/check`);
  }

  sign({ chart, id, version }: Visit, overrides: Override[]): Promise<Visit> {
    return this.ask("POST", `charts/${chart}/visits/${id}/sign`, { version, overrides });
  }

  giveBack({ chart, id }: Visit): Promise<Visit> {
    return this.ask("POST", `charts/${chart}/visits/${id}/return`);
  }

  /** Lists, and signing out, wait for what was typed before: it does not fail. */
  waitFor(saving: Promise<unknown>): void {
    this.saving = saving;
  }

  /** Nothing is being saved any more. */
  async settled(): Promise<void> {
    await this.saving;
  }
}
