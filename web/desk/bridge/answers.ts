import type { Facts } from "../api.ts";
import type { Problem } from "../problem.ts";
import { orProblem, unless, type Link, type Message, type Search } from "./api.ts";

/** A part of an answer, as it would be written. */
export interface Part {
  /** Names it. */
  name: string;
  title: string;
  type: string;
  /** The form that it was taken from, by its name: that is written, too. */
  from: string | null;
  /** Who says so; none for the patient. */
  said_by: string | null;
  facts: Facts | null;
  /** What would be sent, as JSON; none if it cannot be. */
  ours: string | null;
  left_out: string[];
  unfit: string | null;
  /** Where it is there, if it was written before. */
  written: string | null;
}

/** What of an answer can be written, and for whom. */
export interface Writing {
  /** `Patient/id`. */
  patient: string;
  link: Link;
  /** The answer says another birth date than that patient has. */
  other_birth_date: boolean;
  lines: Part[];
}

/** What can be written; who it may be, if nobody has said; or why that is not known. */
export type AnswerThere = { writing: Writing } | { found: Search } | { problem: Problem };

type Ask = <T>(method: string, path: string, body?: object) => Promise<T>;

/** Answers to check-ins and the clinic's own system, by the desk's server. */
export class Answers {
  constructor(private readonly ask: Ask) {}

  there(checkin: string): Promise<AnswerThere> {
    return orProblem(async () => {
      const writing = await unless("desk-bridge-not-linked", this.ask<Writing>("GET", `bridge/checkins/${checkin}`));
      return writing === undefined ? { found: await this.ask<Search>("GET", `bridge/checkins/${checkin}/candidates`) } : { writing };
    });
  }

  confirm(checkin: string, patient: string): Promise<Link> {
    return this.ask("PUT", `bridge/checkins/${checkin}/patient`, { patient });
  }

  approve(checkin: string, patient: string, lines: string[]): Promise<Message> {
    return this.ask("POST", `bridge/checkins/${checkin}`, { patient, lines });
  }
}
