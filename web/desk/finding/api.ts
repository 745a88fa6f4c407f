import type { Entry, Facts, Source } from "../api.ts";

/** Entries or values that are asked for at once. */
const PAGE = 100;

export interface Found {
  /** How much was found, by section. */
  sections: { section: string; count: number }[];
  entries: (Entry & { section: string })[];
  more: boolean;
  not_searched: string[];
}

/** One value. Its numbers and its date are the text that its source wrote. */
export interface Point {
  /** None for a copy. */
  id: string | null;
  section: string;
  when: string;
  /** Milliseconds since 1970. */
  moment: number;
  /** In the unit of the measure. */
  value: string;
  written: Written;
  bound: string | null;
  flag: "low" | "high" | "critical-low" | "critical-high" | null;
  low: string | null;
  high: string | null;
  sources: Source[];
}

export interface Written {
  number: string;
  unit: string;
}

export interface Measure {
  measure: string;
  name: string;
  code: string;
  unit: string;
  count: number;
  latest: Point | null;
}

export interface Measures {
  measures: Measure[];
  more: boolean;
  not_drawn: string[];
  not_drawn_count: number;
  not_opened: string[];
}

export interface MeasurePage extends Measure {
  /** Newest first. */
  points: Point[];
  more: boolean;
  left_out: { when: string; written: Written; reason: "implausible" | "repeated" }[];
  left_out_count: number;
}

/** Who says something, and by what it came. */
export interface Told extends Source {
  device: string | null;
  system: string | null;
  issuer: string | null;
  proof: "none" | "signed" | "listed" | null;
  listed: string | null;
}

export interface Step extends Source {
  act: "correct" | "retract" | "confirm" | "dispute" | "resolve" | null;
  device: string | null;
  reason: string | null;
}

export interface SaidOnce extends Step {
  facts: Facts | null;
}

export interface EntryPage extends Entry {
  section: string;
  told: Told[];
  history: SaidOnce[];
  statements: { facts: Facts; sources: Source[]; standing: "contradicts" | "also-right" | "set-aside" }[];
  disputes: Step[];
  confirmations: Step[];
  proposals: SaidOnce[];
  perhaps_same: number;
}

type Ask = <T>(method: string, path: string) => Promise<T>;

/** What is found in a chart, by the desk's server. */
export class Finding {
  constructor(private readonly ask: Ask) {}

  search(chart: string, words: string, offset: number): Promise<Found> {
    return this.ask("GET", `charts/${chart}/search?q=${encodeURIComponent(words)}&offset=${offset}&limit=${PAGE}`);
  }

  measures(chart: string, offset: number): Promise<Measures> {
    return this.ask("GET", `charts/${chart}/trends?offset=${offset}&limit=${PAGE}`);
  }

  measure(chart: string, measure: string, offset: number): Promise<MeasurePage> {
    return this.ask("GET", `charts/${chart}/trend?measure=${encodeURIComponent(measure)}&offset=${offset}&limit=${PAGE}`);
  }

  entry(chart: string, id: string): Promise<EntryPage> {
    return this.ask("GET", `charts/${chart}/entries/${encodeURIComponent(id)}`);
  }
}
