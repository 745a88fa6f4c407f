import { Answers } from "./bridge/answers.ts";
import { Bridge } from "./bridge/api.ts";
import { Results } from "./bridge/results.ts";
import { Checkins } from "./checkin/api.ts";
import { Finding } from "./finding/api.ts";
import { PatientMail } from "./messages/api.ts";
import { Passkeys, type Proof } from "./passkey/api.ts";
import { prove, type Question } from "./passkey/ceremony.ts";
import { Problem, type Said } from "./problem.ts";
import { Reconciling } from "./reconcile/api.ts";
import { Visits, type Visit } from "./visit/api.ts";

export type Role = "front-desk" | "clinician" | "administrator";

export interface Person {
  id: string;
  login: string;
  name: string;
  role: Role;
  disabled: boolean;
  must_change: boolean;
}

export interface Who {
  account: Person;
  csrf: string;
  /** Seconds without a request after which they are signed out. */
  idle: number;
  /** A passkey is required, and has to be made first. */
  must_add_passkey: boolean;
}

/** Whether somebody who is signed in has to choose a password or make a passkey before they see anything. */
export const isHeld = ({ account, must_add_passkey }: Who): boolean => account.must_change || must_add_passkey;

export interface Beginning {
  clinic: string;
  is_new: boolean;
  /** The desk certifies itself: `/authority.crt`. */
  is_own: boolean;
}

export type Begun = { found: "nothing" } | { found: "code"; scan: string; code: string | null };

/** Who stands by an emergency, by their own name and password or their own passkey. */
export type Second = { login: string; password: string } | Proof;

export type ScanState =
  | { state: "calling" }
  | { state: "compare"; digits: string }
  | { state: "later"; seconds: number }
  | { state: "given"; chart: string }
  | { state: "refused"; error: Said };

export interface ChartLine {
  id: string;
  name: string | null;
  born: string | null;
  key_words: string;
  /** Seconds since 1970, as `until`. */
  since: number;
  until: number;
}

/** Numbers are the text that their source wrote. */
export interface Measured {
  text: string;
  comparator: string | null;
  unit: string | null;
}

export interface Range {
  low: string | null;
  high: string | null;
  text: string | null;
}

export interface Facts {
  type: string;
  readable: boolean;
  title: string | null;
  code: { system: string | null; code: string } | null;
  category: string | null;
  when: string | null;
  until: string | null;
  status: string | null;
  verification: string | null;
  severity: string | null;
  criticality: string | null;
  value: Measured | null;
  range: Range | null;
  flag: string | null;
  components: { title: string | null; value: Measured | null; range: Range | null; flag: string | null }[];
  reaction: string | null;
  dosage: string | null;
  note: string | null;
  who: string | null;
  negation: string | null;
}

export interface Source {
  name: string | null;
  patient: boolean;
  you: boolean;
  who: string | null;
  /** Milliseconds since 1970. */
  recorded: number;
}

export interface Entry {
  /** None for a copy. */
  id: string | null;
  facts: Facts;
  state: "current" | "unreconciled" | "retracted" | "replaced" | "proposed";
  past: boolean;
  disputed: boolean;
  sources: Source[];
  others: Facts[];
}

export type Standing = "listed" | "none-known" | "nothing-recorded" | "not-opened";

export interface Listed {
  standing: Standing;
  entries: Entry[];
}

export interface SectionLine {
  section: string;
  operations: string[];
  count: number;
  unreconciled: number;
}

export interface Banner extends ChartLine {
  allergies: Listed;
  sections: SectionLine[];
  not_for_you: string[];
}

export interface SectionPage extends Listed {
  section: string;
  more: boolean;
}

export interface Receipt {
  id: string;
  key_words: string;
  since: number;
  ended: number;
  reason: "time-is-over" | "closed" | "withdrawn";
  sections: string[];
  /** How far the patient was told; unknown of charts of before the desk did that. */
  told: "waiting" | "told" | "left-at-relay" | "not-told" | null;
}

export interface LogEvent {
  number: number;
  at: number;
  who: { login: string; name: string; role: Role } | null;
  action: string;
  charts: string[];
  section: string | null;
  account: string | null;
  checkin: string | null;
  /** The patient of the clinic's own system: `Patient/id`. */
  patient: string | null;
}

export interface Findings {
  events: number;
  whole: boolean;
  broken_at: number | null;
}

/** Entries and events that are asked for at once. */
export const PAGE = 100;

/** The desk's interface (`/api/openapi.json`). */
export class Api {
  readonly visits = new Visits((method, path, body) => this.ask(method, path, body));
  readonly answers = new Answers((method, path, body) => this.ask(method, path, body));
  readonly bridge = new Bridge((method, path, body) => this.ask(method, path, body));
  readonly checkins = new Checkins((method, path, body) => this.ask(method, path, body));
  readonly mail = new PatientMail((method, path, body) => this.ask(method, path, body));
  readonly finding = new Finding((method, path) => this.ask(method, path));
  readonly reconciling = new Reconciling((method, path, body) => this.ask(method, path, body));
  readonly results = new Results((method, path, body) => this.ask(method, path, body));
  readonly passkeys = new Passkeys((method, path, body) => this.ask(method, path, body));
  private csrf = "";
  /** By how much the server's clock is ahead of this machine's, in milliseconds. */
  private ahead = 0;

  /** @param answered - called whenever the server has answered somebody who is signed in. */
  constructor(private readonly answered: () => void) {}

  /** The server's time, in milliseconds since 1970. */
  now(): number {
    return Date.now() + this.ahead;
  }

  beginning(): Promise<Beginning> {
    return this.ask("GET", "setup");
  }

  setUp(secret: string, login: string, name: string, password: string): Promise<Person> {
    return this.ask("POST", "setup", { secret, login, name, password });
  }

  async who(): Promise<Who> {
    return this.signedIn(await this.ask("GET", "session"));
  }

  async signIn(login: string, password: string): Promise<Who> {
    return this.signedIn(await this.ask("POST", "session", { login, password }));
  }

  async signInByPasskey(): Promise<Who> {
    const answer = await prove(await this.ask<Question>("POST", "session/passkey/question"));
    return this.signedIn(await this.ask("POST", "session/passkey", answer));
  }

  async changePassword(old: string, next: string): Promise<Who> {
    return this.signedIn(await this.ask("POST", "session/password", { old, new: next }));
  }

  async signOut(): Promise<void> {
    await this.visits.settled();
    return this.ask("DELETE", "session");
  }

  scan(code: string, passcode: string, reason: string, second?: Second): Promise<Begun> {
    return this.ask("POST", "scan", { code, reason, ...(passcode === "" ? {} : { passcode }), ...(second === undefined ? {} : { second }) });
  }

  /** Looks for a code in a camera's frame: a byte of brightness for each pixel. */
  scanFrame(luma: Uint8Array<ArrayBuffer>, width: number, height: number): Promise<Begun> {
    return this.ask("POST", `scan?width=${width}&height=${height}`, luma);
  }

  scanState(id: string): Promise<ScanState> {
    return this.ask("GET", `scan/${id}`);
  }

  charts(): Promise<ChartLine[]> {
    return this.ask("GET", "charts");
  }

  banner(id: string): Promise<Banner> {
    return this.ask("GET", `charts/${id}`);
  }

  section(id: string, section: string, offset: number, past: boolean): Promise<SectionPage> {
    return this.ask("GET", `charts/${id}/sections/${section}?offset=${offset}&limit=${PAGE}&past=${past}`);
  }

  close(id: string): Promise<Receipt> {
    return this.ask("DELETE", `charts/${id}`);
  }

  receipts(): Promise<Receipt[]> {
    return this.ask("GET", "receipts");
  }

  staff(): Promise<Person[]> {
    return this.ask("GET", "staff");
  }

  addStaff(account: { login: string; name: string; role: Role; password: string }): Promise<Person> {
    return this.ask("POST", "staff", account);
  }

  changeStaff(id: string, change: { name?: string; role?: Role; disabled?: boolean; password?: string }): Promise<Person> {
    return this.ask("PATCH", `staff/${id}`, change);
  }

  log(before: number | undefined): Promise<LogEvent[]> {
    return this.ask("GET", `audit?limit=${PAGE}${before === undefined ? "" : `&before=${before}`}`);
  }

  checkLog(): Promise<Findings> {
    return this.ask("GET", "audit/check");
  }

  private signedIn(who: Who): Who {
    this.csrf = who.csrf;
    return who;
  }

  /** @param body - a text is JSON already. */
  private async ask<T>(method: string, path: string, body?: object | Uint8Array<ArrayBuffer> | string): Promise<T> {
    const isBytes = body instanceof Uint8Array;
    const headers: Record<string, string> = {
      ...(method === "GET" ? {} : { "X-CSRF-Token": this.csrf }),
      ...(body === undefined ? {} : { "Content-Type": isBytes ? "application/octet-stream" : "application/json" }),
    };
    const sent = body === undefined ? null : isBytes || typeof body === "string" ? body : JSON.stringify(body);
    const answer = await fetch(`./api/${path}`, { method, headers, body: sent, cache: "no-store", redirect: "error" });
    this.ahead = Date.parse(answer.headers.get("date") ?? "") - Date.now() || 0;
    const document: unknown = answer.status === 204 ? undefined : await answer.json();
    if (!answer.ok) {
      const { error, theirs } = document as { error: Said; theirs?: Visit };
      throw Problem.said(error, theirs);
    }
    this.answered();
    return document as T;
  }
}
