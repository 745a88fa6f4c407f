import type { Entry, Facts } from "../api.ts";
import type { Decision, How, Reconciled, SectionBeside, Statement } from "./api.ts";

/** How a row stands: where it stands alone, where it says the same, and where a person has to look. */
export type Kind = "differs" | "probable" | "retracted" | "taken-back" | "system-only" | "chart-only" | "same";

export interface Pair {
  entry: Entry;
  statement: Statement;
  how: How;
  differences: string[];
}

export type Answer = "same" | "different" | "take" | "write" | "leave";

interface Asked {
  /** Names the question, also when it is read anew. */
  key: string;
  /** What was seen when it was answered: of something else the answer says nothing. */
  seen: string;
  answers: Answer[];
  /** Left unanswered it is as if nothing was asked. */
  isExtra: boolean;
}

export type Question = Asked & ({ about: "pair"; pair: Pair } | { about: "statement"; statement: Statement } | { about: "entry"; entry: Entry });

/** Entries and statements that are of the same thing, or may be. */
export interface Row {
  kind: Kind;
  entries: Entry[];
  statements: Statement[];
  pairs: Pair[];
  questions: Question[];
  /** It stands in the chart alone, and nobody waits for a decision: what was measured stands for its day. */
  isOurs: boolean;
}

/** Where a row stands on the page. */
export type Part = "open" | "decided" | "ours" | "over" | "agreed";

export const PARTS: Part[] = ["open", "decided", "ours", "over", "agreed"];

/** Whether a section holds what was measured: much of it, and each for its day alone. */
export const isMeasured = ({ section }: SectionBeside): boolean => section === "results" || section === "vitals";

/** What can be done here, beside what the two sides say. */
export interface Allowed {
  /** The system was read: before that nothing is decided. */
  decide: boolean;
  /** The patient lets the clinic write in the section. */
  take: boolean;
  /** Whether an entry is of a kind and state that the system is given. */
  write: (entry: Entry) => boolean;
  /** Whether it was written there from this desk: then it is written over that. */
  sent: (entry: Entry) => boolean;
}

/** What was answered to a question as it was seen. */
export interface Answered {
  answer: Answer;
  question: Question;
}

/** What was chosen, by the keys of the questions. */
export type Chosen = Map<string, Answered>;

/** What is asked about loudly first. */
const ORDER: Kind[] = ["retracted", "taken-back", "differs", "probable", "system-only", "chart-only", "same"];

/** The two sides of a section in rows, in the order in which they are looked at. */
export function rowsOf(section: SectionBeside, allowed: Allowed): Row[] {
  const made = joined(section).map((row) => {
    const kind = kindOf(row);
    return { ...row, kind, questions: questionsOf(section, { ...row, kind }, allowed), isOurs: kind === "chart-only" && isMeasured(section) };
  });
  return made.sort((one, other) => ORDER.indexOf(one.kind) - ORDER.indexOf(other.kind));
}

type Sides = Pick<Row, "entries" | "statements" | "pairs">;

/** What stands beside one entry is one row; what stands alone is a row of its own. */
function joined({ chart, system }: SectionBeside): Sides[] {
  const rows = new Set<Sides>();
  const rowOf = new Map<Entry, Sides>();
  for (const statement of system) {
    const pairs = statement.to.flatMap(({ how, at, differences }) => {
      const entry = chart[at];
      return entry === undefined ? [] : [{ entry, statement, how, differences }];
    });
    const others = [...new Set(pairs.flatMap((it) => rowOf.get(it.entry) ?? []))];
    const all: Sides[] = [...others, { entries: pairs.map((it) => it.entry), statements: [statement], pairs }];
    const row: Sides = { entries: [...new Set(all.flatMap((it) => it.entries))], statements: all.flatMap((it) => it.statements), pairs: all.flatMap((it) => it.pairs) };
    others.forEach((it) => rows.delete(it));
    rows.add(row);
    row.entries.forEach((it) => rowOf.set(it, row));
  }
  const alone = chart.filter((it) => !rowOf.has(it)).map((entry): Sides => ({ entries: [entry], statements: [], pairs: [] }));
  return [...rows, ...alone];
}

function kindOf({ pairs, statements }: Sides): Kind {
  if (statements.length === 0) {
    return "chart-only";
  }
  if (pairs.length === 0) {
    return "system-only";
  }
  const isHeld = (statement: Statement): boolean => pairs.some((it) => it.statement === statement && (it.how === "same" || it.how === "differs"));
  if (pairs.some(({ how, statement }) => how === "retracted" && !statement.retracted && !isHeld(statement))) {
    return "retracted";
  }
  if (pairs.some(({ how, statement }) => how !== "retracted" && statement.retracted)) {
    return "taken-back";
  }
  const worst = (["differs", "probable"] as const).find((how) => pairs.some((it) => it.how === how));
  return worst ?? "same";
}

/** "Nothing is known", or "there is none". */
export const denies = ({ negation }: Facts): boolean => negation === "none-known" || negation === "no-information";

const holds = (entry: Entry): boolean => entry.state === "current" || entry.state === "unreconciled";

function questionsOf(section: SectionBeside, row: Sides & { kind: Kind }, allowed: Allowed): Question[] {
  const { kind, pairs, entries, statements } = row;
  if (kind === "same" || !allowed.decide) {
    return [];
  }
  const asked: Question[] = [];
  for (const pair of pairs.filter(({ how, entry, statement }) => (how === "differs" || how === "probable") && !statement.retracted && entry.id !== null)) {
    const { entry, statement } = pair;
    const canBeOne = denies(entry.facts) === denies(statement.facts);
    asked.push({ about: "pair", pair, key: pairKey(pair), seen: seenOf(entry, statement), answers: canBeOne ? ["same", "different"] : ["different"], isExtra: false });
  }
  const isExtra = asked.length > 0;
  const answers = (act: Answer, can: boolean): Answer[] => (can ? (isExtra ? [act] : [act, "leave"]) : isExtra ? [] : ["leave"]);
  for (const entry of entries.filter((it) => it.id !== null)) {
    const can = canWrite(section, entry, kind, allowed);
    if (can || (kind === "chart-only" && holds(entry))) {
      asked.push({ about: "entry", entry, key: `entry ${entry.id}`, seen: seenOf(entry, undefined), answers: answers("write", can), isExtra });
    }
  }
  for (const statement of statements) {
    const can = canTake(section, statement, row, allowed);
    // What can only be left needs no word where something else is asked, nor where it is over on both sides.
    const isLeft = asked.length === 0 && !(kind === "system-only" && statement.retracted);
    if (can || isLeft) {
      asked.push({ about: "statement", statement, key: `statement ${statement.id}`, seen: seenOf(undefined, statement), answers: answers("take", can), isExtra });
    }
  }
  return asked;
}

const pairKey = ({ entry, statement }: Pair): string => `pair ${entry.id} ${statement.id}`;

/** Whether a statement can become an entry: as the server sees it, and not "there is none" beside what is listed. */
function canTake(section: SectionBeside, statement: Statement, { pairs }: Pick<Row, "pairs">, { take }: Allowed): boolean {
  const own = pairs.filter((it) => it.statement === statement);
  const isOfAnEntry = own.some(({ how }) => how === "same" || how === "differs");
  const isError = statement.retracted || own.some(({ how }) => how === "retracted");
  const isWrongDenial = denies(statement.facts) && section.chart.some((it) => holds(it) && !it.past && !denies(it.facts));
  return take && (!isError || isOfAnEntry) && !isWrongDenial;
}

/** Whether an entry can be written there: never "there is none" beside what is listed, and what was retracted only over what was sent. */
function canWrite(section: SectionBeside, entry: Entry, kind: Kind, { write, sent }: Allowed): boolean {
  const isWrongDenial = denies(entry.facts) && section.system.some((it) => !it.retracted && !it.past && !denies(it.facts));
  const isRetraction = entry.state === "retracted";
  return write(entry) && !isWrongDenial && (isRetraction ? kind === "retracted" && sent(entry) : kind !== "taken-back");
}

/** Whether a question is asked beside the other answers: what may be there already is not written there as something new. */
export function isOffered(question: Question, row: Row, chosen: Chosen, { sent }: Allowed): boolean {
  if (!question.isExtra) {
    return true;
  }
  const isMeant = (pair: Pair): boolean => (question.about === "entry" ? pair.entry === question.entry : question.about === "statement" && pair.statement === question.statement);
  const said = row.pairs.filter((it) => isMeant(it) && it.how !== "retracted" && !it.statement.retracted).map((it) => chosen.get(pairKey(it))?.answer);
  return question.about === "entry" && !sent(question.entry) ? said.every((it) => it === "different") : row.questions.every((it) => it.about !== "pair" || !isMeant(it.pair) || chosen.has(it.key));
}

/** Where a row stands. What was decided before about the same is not asked for again. */
export function partOf(row: Row, acts: Reconciled[]): Part {
  if (row.questions.length === 0) {
    return "agreed";
  }
  // What was entered in error in the chart stays in view while the system has it: what was decided may have been before that.
  const needed = row.kind === "retracted" ? [] : row.questions.filter((it) => !it.isExtra);
  if (needed.some((it) => before(it, acts) !== undefined) && needed.every((it) => it.about !== "pair" || before(it, acts) !== undefined)) {
    return "decided";
  }
  if (row.isOurs) {
    return "ours";
  }
  const isOver = row.pairs.length === 0 && [...row.entries, ...row.statements].every((it) => it.past);
  return isOver ? "over" : "open";
}

/** What was decided before about the same. */
export function before(question: Question, acts: Reconciled[]): Answer | undefined {
  const lines = acts.flatMap((it) => it.lines);
  const line = lines.find((it) => isAbout(it, question));
  return line === undefined ? undefined : ANSWERS[line.decision];
}

const ANSWERS = { same: "same", different: "different", take: "take", write: "write", "leave-statement": "leave", "leave-entry": "leave" } as const;

function isAbout(line: Decision, question: Question): boolean {
  switch (line.decision) {
    case "same":
    case "different":
      return question.about === "pair" && line.entry === question.pair.entry.id && line.system === question.pair.statement.id && line.hash === question.pair.statement.hash;
    case "take":
    case "leave-statement":
      return question.about === "statement" && line.system === question.statement.id && line.hash === question.statement.hash;
    case "write":
    case "leave-entry":
      return question.about === "entry" && line.entry === question.entry.id;
  }
}

/** What is sent of an answer. */
export function decisionOf({ answer, question }: Answered, reason: string): Decision {
  const why = reason.trim() === "" ? {} : { reason: reason.trim() };
  switch (question.about) {
    case "pair":
      return { decision: answer === "same" ? "same" : "different", entry: question.pair.entry.id ?? "", system: question.pair.statement.id, hash: question.pair.statement.hash, ...why };
    case "statement":
      return { decision: answer === "take" ? "take" : "leave-statement", system: question.statement.id, hash: question.statement.hash, ...why };
    case "entry":
      return { decision: answer === "write" ? "write" : "leave-entry", entry: question.entry.id ?? "", ...why };
  }
}

/** An answer about what is not there as it was seen any more. */
export interface Changed {
  answer: Answer;
  was: Question;
  /** None where nothing is asked there now. */
  now: Question | undefined;
}

/** Answers held against what was read anew: those that still hold, and those that are about something else now. */
export function heldAgainst(chosen: Chosen, rows: Row[]): [Chosen, Changed[]] {
  const now = new Map(rows.flatMap((it) => it.questions).map((it) => [it.key, it]));
  const kept: Chosen = new Map();
  const changed: Changed[] = [];
  for (const [key, { answer, question: was }] of chosen) {
    const question = now.get(key);
    if (question !== undefined && question.seen === was.seen && question.answers.includes(answer)) {
      kept.set(key, { answer, question });
    } else {
      changed.push({ answer, was, now: question });
    }
  }
  return [kept, changed];
}

const seenOf = (entry: Entry | undefined, statement: Statement | undefined): string => JSON.stringify([entry?.state, entry?.facts, entry?.others, statement?.hash]);
