import type { Facts, Role } from "../api.ts";

interface Actor {
  name: string;
  role: Role;
}

/** Who signed an answer that came through the patient's record. */
export type Signer = "patient" | "acts-for-patient";

/** Whether the patient gets a check-in through the record that they opened. */
export type InRecord =
  | { way: "no-chart" }
  | { way: "not-allowed" }
  | { way: "ready" }
  | { way: "sent"; sent: number }
  | { way: "arrived"; sent: number; arrived: number };

/** How far a check-in has come. Times are seconds since 1970, as in all of these. */
export type CheckinStanding =
  | { state: "waiting" }
  | { state: "answered"; answered: number; taken_by: Actor | null; signed_by: Signer | null }
  | { state: "read"; answered: number; taken_by: Actor | null; signed_by: Signer | null; read_by: Actor; read: number };

export type CheckinLine = CheckinStanding & {
  id: string;
  /** The chart of who is asked. */
  chart: string | null;
  /** Who that is: by the chart's profile, if that was opened, or in the desk's own words. */
  whom: string | null;
  born: string | null;
  key_words: string | null;
  purpose: string | null;
  made_by: Actor;
  made: number;
  /** Until when an answer is taken. */
  until: number;
  /** Nobody has answered in time. */
  over: boolean;
};

/** An answer as it was written: numbers with their unit. */
export interface Answer {
  text: string;
  number: string | null;
  unit: string | null;
  unit_code: string | null;
}

export interface Question {
  question: string;
  words: string;
  /** FHIR's type of it; none where the form has no such question. */
  type: string | null;
  required: boolean;
  answers: Answer[];
  /** Why the answer does not fit the form: the id of a text. */
  fault: string | null;
}

export interface FilledForm {
  status: string | null;
  authored: string | null;
  /** Who answered, where that is somebody else than the patient. */
  said_by: string | null;
  questions: Question[];
}

export type Outcome = "fulfilled" | "partial" | "unavailable" | "declined" | "unsupported" | "error";

/** A resource that was given, and how it stands, by the rules by which a chart's entries do. */
export interface GivenFacts extends Facts {
  past: boolean;
  /** Its source says that it was entered in error. */
  retracted: boolean;
}

/** What was given for an item. */
export interface Given {
  outcome: Outcome;
  /** A word about it from the patient's program. */
  message: string | null;
  /** It is said to be given, and nothing is there. */
  missing: boolean;
  resources: GivenFacts[];
  /** How many there are that this role may not read. */
  not_for_you: number;
  /** How many there are that are not shown. */
  more: number;
  forms: FilledForm[];
  /** Health cards, which nobody has verified. */
  cards: number;
  /** Parts that could not be read. */
  unreadable: number;
}

/** A thing that is asked. */
export interface CheckinItem {
  id: string;
  title: string;
  summary: string | null;
  required: boolean;
  kind: "records" | "form";
  /** None as long as nobody has answered. */
  given: Given | null;
}

export type Checkin = CheckinLine & {
  /** The path on this server that the patient is given; none once nothing is taken any more. */
  link: string | null;
  /** The address of the video call. */
  call: string | null;
  record: InRecord;
  items: CheckinItem[];
};

/** A form to start from: FHIR R4 Questionnaire. */
export interface ReadyForm {
  name: string;
  title: string;
  questionnaire: object;
}

/** `body` that is a text is JSON already, and is sent letter by letter. */
type Ask = <T>(method: string, path: string, body?: object | string) => Promise<T>;

/** Check-ins in the desk's interface. */
export class Checkins {
  constructor(private readonly ask: Ask) {}

  all(): Promise<CheckinLine[]> {
    return this.ask("GET", "checkins");
  }

  one(id: string): Promise<Checkin> {
    return this.ask("GET", `checkins/${id}`);
  }

  forms(): Promise<ReadyForm[]> {
    return this.ask("GET", "checkins/forms");
  }

  /** @param asked - JSON, as `written` makes it. */
  make(asked: string): Promise<Checkin> {
    return this.ask("POST", "checkins", asked);
  }

  /** @param answer - the text of the file that the patient's program wrote. */
  take(id: string, answer: string): Promise<Checkin> {
    return this.ask("POST", `checkins/${id}/answer`, answer);
  }

  /** Sends it through the patient's record; looks at once for the answer of one that was sent before. */
  send(id: string): Promise<Checkin> {
    return this.ask("POST", `checkins/${id}/send`);
  }

  read(id: string): Promise<Checkin> {
    return this.ask("POST", `checkins/${id}/read`);
  }

  discard(id: string): Promise<void> {
    return this.ask("DELETE", `checkins/${id}`);
  }
}
