import type { Entry, Facts, Standing } from "../api.ts";
import { orProblem, type Actor, type Message } from "../bridge/api.ts";
import type { Problem } from "../problem.ts";
import type { Visit } from "../visit/api.ts";

/** A search for a type, and why it is not all of it. */
export interface TypeRead {
  /** The type, with a restriction where there is one. */
  name: string;
  count: number;
  unreadable: number;
  trouble: string | null;
  status: number | null;
}

/** That the clinic's own system was read. */
export interface Reading {
  by: Actor;
  /** Seconds since 1970. */
  at: number;
  searches: TypeRead[];
  /** Statements about other people, which were left. */
  others: number;
}

export type How = "same" | "differs" | "probable" | "retracted";

/** An entry of the chart that is of the same thing, or may be. */
export interface Alike {
  how: How;
  /** Its place among the section's entries. */
  at: number;
  /** Members of `Facts`. */
  differences: string[];
}

/** What the system says. */
export interface Statement {
  /** `Type/id`. */
  id: string;
  /** The hash of what was seen. */
  hash: string;
  facts: Facts;
  past: boolean;
  /** Entered in error, as the system itself says. */
  retracted: boolean;
  to: Alike[];
}

export interface SectionBeside {
  section: string;
  standing: Standing;
  chart: Entry[];
  system: Statement[];
  /** One side says that there is nothing, and the other lists something. */
  contradiction: boolean;
}

/** What is decided about an entry, a statement, or both. */
export type Decision = { reason?: string } & (
  | { decision: "same" | "different"; entry: string; system: string; hash: string }
  | { decision: "take" | "leave-statement"; system: string; hash: string }
  | { decision: "write" | "leave-entry"; entry: string }
);

/** What was decided about a section in one act. */
export interface Reconciled {
  section: string;
  lines: Decision[];
  /** The entries that held, and those that were decided about. */
  entries: { id: string; type: string }[];
  /** Whether the patient has it, too. */
  told: boolean;
}

/** The same, with the visit as which it is kept. */
export interface Act extends Reconciled {
  id: string;
  by: Actor;
  at: number;
  /** Where its result lies in the system: `List/id`. */
  result: string | null;
}

export interface Comparison {
  /** The patient of the system: `Patient/id`. */
  patient: string;
  reading: Reading | null;
  sections: SectionBeside[];
  /** What was decided of this chart, the last first. */
  acts: Act[];
}

/** The comparison, or why there is none. */
export type Compared = Comparison | { problem: Problem };

export interface Done {
  visit: Visit;
  /** What is written to the system. */
  message: Message | null;
}

type Ask = <T>(method: string, path: string, body?: object) => Promise<T>;

/** The chart beside the clinic's own system, by the desk's server. */
export class Reconciling {
  constructor(private readonly ask: Ask) {}

  /** As it was read last. What stands in the way is shown beside the chart. */
  comparison(chart: string): Promise<Compared> {
    return orProblem(() => this.ask<Comparison>("GET", `charts/${chart}/reconcile`));
  }

  /** Reads what the system says now. */
  read(chart: string): Promise<Comparison> {
    return this.ask("POST", `charts/${chart}/reconcile/read`);
  }

  decide(chart: string, section: string, lines: Decision[]): Promise<Done> {
    return this.ask("POST", `charts/${chart}/reconcile`, { section, lines });
  }
}
