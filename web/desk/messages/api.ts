/** Whether something can be written to a patient. */
export type MessagesWay = "ended" | "no-record" | "not-allowed" | "ready";

/** A message. Times are seconds since 1970. */
export interface PatientMessage {
  /** Its entry in the chart; none as long as it does not stand there. */
  entry: string | null;
  from: "clinic" | "patient" | "acts-for-patient";
  /** Who that is; of the patient none is needed. */
  by: string | null;
  sent: number;
  text: string;
  /** Of what the clinic wrote: since when the patient's device has it. */
  arrived: number | null;
  /** Of what the patient wrote: nobody at the desk has read or answered it. */
  unread: boolean;
}

/** Messages that belong together, the oldest first. */
export interface PatientThread {
  messages: PatientMessage[];
}

export interface PatientMessages {
  way: MessagesWay;
  threads: PatientThread[];
}

/** A chart in which there are messages. */
export interface MessagesLine {
  chart: string;
  name: string | null;
  born: string | null;
  key_words: string;
  open: boolean;
  unread: number;
  latest: number;
}

type Ask = <T>(method: string, path: string, body?: object) => Promise<T>;

/** Messages in the desk's interface. */
export class PatientMail {
  constructor(private readonly ask: Ask) {}

  all(): Promise<MessagesLine[]> {
    return this.ask("GET", "messages");
  }

  ofChart(chart: string): Promise<PatientMessages> {
    return this.ask("GET", `charts/${chart}/messages`);
  }

  /** Writes it under a name, once. @param answers - the entry of a message of the thread. */
  write(chart: string, name: string, text: string, answers: string | undefined): Promise<PatientMessages> {
    return this.ask("PUT", `charts/${chart}/messages/${name}`, { text, ...(answers === undefined ? {} : { answers }) });
  }

  /** Looks at once whether the patient has written. */
  look(chart: string): Promise<PatientMessages> {
    return this.ask("POST", `charts/${chart}/messages/look`);
  }

  read(chart: string, entries: string[]): Promise<PatientMessages> {
    return this.ask("POST", `charts/${chart}/messages/read`, { entries });
  }
}

/** A name for a message that is about to be written. */
export const newName = (): string => [...crypto.getRandomValues(new Uint8Array(16))].map((it) => it.toString(16).padStart(2, "0")).join("");
