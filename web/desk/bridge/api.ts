import type { Facts, Role } from "../api.ts";
import { problemOf, type Problem } from "../problem.ts";

export interface Actor {
  name: string;
  role: Role;
}

/** How the desk is let in. */
export type Access =
  | { kind: "open" }
  | { kind: "password"; name: string; password: string }
  | { kind: "key"; client: string; scopes: string | null };

/** What can be done with a type: made without making one twice, changed without overwriting somebody, named by the desk. */
interface Writing {
  create: boolean;
  update: boolean;
  named: boolean;
}

/** The clinic's own system. */
export interface SystemSettings {
  base: string;
  access: Access["kind"];
  /** By which the desk is known there. */
  name: string | null;
  scopes: string | null;
  /** Believed for this system beside the public ones: as it was given, and SHA-256 of each certificate. */
  authority: { pem: string; fingerprints: string[] } | null;
  /** What it says of itself. */
  offer: { software: string; fhir_version: string | null; transaction: boolean; types: Record<string, Writing> };
  by: Actor;
  /** Seconds since 1970, as in all of these. */
  at: number;
}

export type Agrees = "yes" | "partly" | "no" | "unsaid";

export interface Compared {
  identifier: Agrees;
  name: Agrees;
  birth_date: Agrees;
  gender: Agrees;
}

export interface Described {
  name: string | null;
  born: string | null;
  gender: string | null;
  /** System and name. */
  identifiers: [string, string][];
}

/** A patient of the system who may be the person. */
export type Candidate = Described & {
  patient: string;
  compared: Compared;
  /** Whether enough speaks for it that somebody may confirm it. */
  confirmable: boolean;
  inactive: boolean;
  taken: boolean;
};

export interface Search {
  ours: Described;
  candidates: Candidate[];
}

/** Which patient of the system a chart belongs to. */
export interface Link {
  patient: string;
  by: Actor;
  at: number;
  /** None where the patient was made of the chart. */
  compared: Compared | null;
  ours: Described;
  theirs: Described;
}

/** Who somebody is there, who it may be, or why that is not known. */
export type There = { link: Link } | { found: Search } | { problem: Problem };

export type LineState =
  | { state: "waiting" | "sent" | "left" }
  | { state: "confirmed"; place: string; rewritten: string[]; provenance: boolean }
  | { state: "differs"; place: string; version: string | null; paths: string[]; theirs: string | null }
  | { state: "conflict"; place: string; version: string | null; theirs: string | null }
  | { state: "refused"; status: number; said: string[] };

/** A place at which versions differ, and what each says there as it is written. */
export interface Place {
  path: string;
  before: string | null;
  ours: string | null;
  theirs: string | null;
}

export interface Beside {
  before: Facts | null;
  ours: Facts | null;
  theirs: Facts | null;
  places: Place[];
}

export type Line = LineState & {
  title: string;
  type: string;
  /** The entry of the chart; of an answer, the request that was answered. */
  entry: string;
  /** Members that are not sent. */
  left_out: string[];
  /** What is to be sent, as JSON. */
  ours: string | null;
  beside: Beside | null;
};

/** Entries that were approved together. */
export interface Message {
  id: string;
  /** None for an answer of somebody whose chart was not open. */
  chart: string | null;
  /** The check-in whose answer it is of. */
  checkin: string | null;
  patient: string;
  /** Who it is; none if that was taken back. */
  person: Described | null;
  by: Actor;
  at: number;
  tries: number;
  /** The id of a text. */
  trouble: string | null;
  lines: Line[];
}

export type Decision = { decision: "leave" } | { decision: "send"; version: string | null };

type Ask = <T>(method: string, path: string, body?: object) => Promise<T>;

/** The clinic's own system, by the desk's server. */
export class Bridge {
  constructor(private readonly ask: Ask) {}

  /** None where no system is set. */
  settings(): Promise<SystemSettings | undefined> {
    return unless("desk-bridge-not-set", this.ask("GET", "bridge"));
  }

  set(base: string, access: Access, authority: string | null): Promise<SystemSettings> {
    return this.ask("PUT", "bridge", { base, access, authority });
  }

  remove(): Promise<void> {
    return this.ask("DELETE", "bridge");
  }

  keys(): Promise<object> {
    return this.ask("GET", "bridge/keys");
  }

  /** Gives the desk an RSA key that was made elsewhere; the public halves of all its keys. */
  setKey(pem: string): Promise<object> {
    return this.ask("PUT", "bridge/keys", { pem });
  }

  link(chart: string): Promise<Link> {
    return this.ask("GET", `bridge/charts/${chart}/patient`);
  }

  /** Who somebody is there; who it may be, if nobody has said. What stands in the way is shown beside the chart. */
  whoThere(chart: string): Promise<There> {
    return orProblem(async () => {
      const link = await unless("desk-bridge-not-linked", this.link(chart));
      return link === undefined ? { found: await this.ask<Search>("GET", `bridge/charts/${chart}/candidates`) } : { link };
    });
  }

  /** Confirms a patient, or has a new one made where none is named. */
  confirm(chart: string, patient: string | undefined, anyway: boolean): Promise<Link> {
    return this.ask("PUT", `bridge/charts/${chart}/patient`, { ...(patient === undefined ? {} : { patient }), anyway });
  }

  unlink(chart: string): Promise<void> {
    return this.ask("DELETE", `bridge/charts/${chart}/patient`);
  }

  approve(chart: string, entries: string[]): Promise<Message> {
    return this.ask("POST", `bridge/charts/${chart}/outbox`, { entries });
  }

  /** All that a signed visit says. */
  approveVisit(visit: { chart: string; id: string }): Promise<Message> {
    return this.ask("POST", `bridge/charts/${visit.chart}/visits/${visit.id}`);
  }

  outbox(): Promise<Message[]> {
    return this.ask("GET", "bridge/outbox");
  }

  message(id: string): Promise<Message> {
    return this.ask("GET", `bridge/outbox/${id}`);
  }

  sendNow(id: string): Promise<Message> {
    return this.ask("POST", `bridge/outbox/${id}`);
  }

  decide(id: string, line: number, decision: Decision): Promise<Message> {
    return this.ask("POST", `bridge/outbox/${id}/lines/${line}`, decision);
  }
}

/** Nothing in the place of one refusal. */
export async function unless<T>(id: string, answer: Promise<T>): Promise<T | undefined> {
  return answer.catch((error: unknown) => {
    if (problemOf(error).id === id) {
      return undefined;
    }
    throw error;
  });
}

/** What the clinic's own system gives, or what stands in the way there: that is shown in its place. */
export async function orProblem<T>(work: () => Promise<T>): Promise<T | { problem: Problem }> {
  try {
    return await work();
  } catch (error) {
    const problem = problemOf(error);
    if (problem.id.startsWith("desk-bridge-")) {
      return { problem };
    }
    throw error;
  }
}
