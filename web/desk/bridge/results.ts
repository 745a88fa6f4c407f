import type { Problem } from "../problem.ts";
import { orProblem, type Actor, type Link, type Message } from "./api.ts";

/** Something that holds after a comparison. */
export interface Item {
  type: string;
  /** None where it is not at hand any more. */
  title: string | null;
  /** Where it stands in the system. */
  place: string | null;
  /** What was decided about it, as the list says it. */
  decided: string | null;
}

/** What came of a comparison, as it would be written. */
export interface ResultWriting {
  /** `Patient/id`. */
  patient: string;
  link: Link;
  title: string;
  /** Who decided. */
  by: Actor;
  at: number;
  reasons: string[];
  /** Whether the system takes lists. */
  offered: boolean;
  items: Item[];
  /** What would be sent, as JSON; none where nothing holds. */
  list: { ours: string; hash: string; provenance: string | null; written: string | null } | null;
}

/** The same, or why it is not known. */
export type ResultThere = ResultWriting | { problem: Problem };

type Ask = <T>(method: string, path: string, body?: object) => Promise<T>;

/** What came of comparisons and the clinic's own system, by the desk's server. */
export class Results {
  constructor(private readonly ask: Ask) {}

  there(chart: string, act: string): Promise<ResultThere> {
    return orProblem(() => this.ask<ResultWriting>("GET", `bridge/charts/${chart}/acts/${act}`));
  }

  /** For the patient and with the list that were shown. */
  approve(chart: string, act: string, patient: string, hash: string): Promise<Message> {
    return this.ask("POST", `bridge/charts/${chart}/acts/${act}`, { patient, hash });
  }
}
