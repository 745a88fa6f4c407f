import { cleaned } from "../../src/foreign.ts";
import { element, foreign, type Child } from "../../src/view/element.ts";
import { shape } from "../../src/view/shape.ts";
import type { Entry, Facts } from "../api.ts";
import type { Reader } from "../language.ts";
import type { Messages } from "../strings/messages.ts";
import { amountOf, rangeWords, riskWord, severityWord, verificationWord } from "../view/entry.ts";
import type { SectionBeside, Statement } from "./api.ts";
import type { Answer, Answered, Kind, Pair, Question } from "./rows.ts";

/** A statement as entries are shown: who says it is the system. */
export const entryOf = ({ facts, past, retracted }: Statement): Entry => ({
  id: null,
  facts,
  state: retracted ? "retracted" : "current",
  past,
  disputed: false,
  sources: [],
  others: [],
});

/** Letters of a name in a sentence: what it is about stands beside it. */
const SHORT = 120;

/** What an entry or a statement is called in a sentence: what was measured with its value and its day. */
export function nameOf(facts: Facts, { words, date }: Reader): string {
  const title = cleaned(facts.title ?? words.uiUntitled);
  const measured = facts.type === "Observation" ? [facts.value && cleaned(amountOf(facts.value)), facts.when && date(facts.when)] : [];
  const name = [title, ...measured].filter((it) => it !== null).join(", ");
  return name.length > SHORT ? `${name.slice(0, SHORT)}…` : name;
}

const SIGNS = { retracted: "danger", "taken-back": "danger", differs: "caution", probable: "caution", "system-only": "item", "chart-only": "item", same: "good" } as const;

/** How a row stands, with the shape that says the same. */
export function kindMark(kind: Kind, { standing }: SectionBeside, isRead: boolean, words: Messages): HTMLElement {
  const said: Record<Kind, string> = {
    retracted: words.uiBesideRetracted,
    "taken-back": words.uiBesideTakenBack,
    differs: words.uiBesideDiffers,
    probable: words.uiBesideProbable,
    "system-only": standing === "not-opened" ? words.uiBesideSystemOnlyUnknown : words.uiBesideSystemOnly,
    "chart-only": isRead ? words.uiBesideChartOnly : words.uiBesideChartOnlyUnread,
    same: words.uiBesideSame,
  };
  return element("span", { class: `agrees ${SIGNS[kind]}` }, shape(SIGNS[kind]), " ", said[kind]);
}

/** What a question is about, in a sentence. */
export function askedWords(question: Question, reader: Reader): string {
  const { words } = reader;
  switch (question.about) {
    case "pair":
      return words.uiBesideAskOne(namesOf(question.pair, reader));
    case "statement":
      return words.uiBesideAskStatement({ theirs: nameOf(question.statement.facts, reader) });
    case "entry":
      return words.uiBesideAskEntry({ ours: nameOf(question.entry.facts, reader) });
  }
}

const namesOf = ({ entry, statement }: Pair, reader: Reader) => ({ ours: nameOf(entry.facts, reader), theirs: nameOf(statement.facts, reader) });

/** An answer, and what it does. */
export function answerWords(question: Question, answer: Answer, isSent: boolean, words: Messages): [string, string] {
  switch (question.about) {
    case "pair":
      return answer === "same" ? [words.uiBesideOne, words.uiBesideOneDoes] : [words.uiBesideTwo, words.uiBesideTwoDoes];
    case "statement":
      if (answer !== "take") {
        return [question.statement.retracted ? words.uiBesideKeepChart : words.uiBesideLeaveStatement, words.uiBesideLeaveStatementDoes];
      }
      return question.statement.retracted ? [words.uiBesideTakeBack, words.uiBesideTakeBackDoes] : [words.uiBesideTake, words.uiBesideTakeDoes];
    case "entry":
      if (answer !== "write") {
        return [question.entry.state === "retracted" ? words.uiKeepTheirs : words.uiBesideLeaveEntry, words.uiBesideLeaveEntryDoes];
      }
      return [question.entry.state === "retracted" ? words.uiBesideWriteRetracted : words.uiBesideWrite, isSent ? words.uiBesideWriteOverDoes : words.uiBesideWriteDoes];
  }
}

/** What would be done, in a whole sentence. */
export function sentence({ answer, question }: Answered, reader: Reader): string {
  const { words } = reader;
  switch (question.about) {
    case "pair": {
      const names = namesOf(question.pair, reader);
      return answer === "same" ? words.uiBesideSaySame(names) : words.uiBesideSayDifferent(names);
    }
    case "statement": {
      const name = { theirs: nameOf(question.statement.facts, reader) };
      if (answer !== "take") {
        return question.statement.retracted ? words.uiBesideSayKeepChart(name) : words.uiBesideSayLeaveStatement(name);
      }
      return question.statement.retracted ? words.uiBesideSayTakeBack(name) : words.uiBesideSayTake(name);
    }
    case "entry": {
      const name = { ours: nameOf(question.entry.facts, reader) };
      if (answer !== "write") {
        return question.entry.state === "retracted" ? words.uiBesideSayKeepSystem(name) : words.uiBesideSayLeaveEntry(name);
      }
      return question.entry.state === "retracted" ? words.uiBesideSayWriteRetracted(name) : words.uiBesideSayWrite(name);
    }
  }
}

/** What the two sides of a pair say where they differ: a name, the chart, the system. */
export function differenceRows({ entry, statement, differences }: Pair, reader: Reader): [string, Child, Child][] {
  const { words } = reader;
  const said = (all: Facts[], name: string): Child => {
    const values = [...new Set(all.map((it) => valueOf(it, name, reader)))].filter((it) => it !== null);
    return values.length === 0 ? element("span", { class: "quiet" }, words.uiUnsaid) : element("span", {}, ...values.flatMap((it, at) => [at > 0 ? "; " : "", foreign(it)]));
  };
  return differences.map((name) => [memberWord(words, name), said([entry.facts, ...entry.others], name), said([statement.facts], name)]);
}

function memberWord(words: Messages, name: string): string {
  const names: Record<string, string> = {
    title: words.uiBesideTitle,
    value: words.uiBesideValue,
    components: words.uiBesideComponents,
    range: words.uiUsual,
    flag: words.uiFlag,
    code: words.uiCodeOf,
    category: words.uiKind,
    status: words.uiStatus,
    verification: words.uiSure,
    severity: words.uiBesideSeverity,
    criticality: words.uiBesideRisk,
    reaction: words.uiReaction,
    dosage: words.uiDosage,
    note: words.uiRemark,
    when: words.uiBesideSince,
    until: words.uiBesideUntil,
  };
  return names[name] ?? cleaned(name);
}

function valueOf(facts: Facts, name: string, { words, date }: Reader): string | null {
  const text = (facts as unknown as Record<string, unknown>)[name];
  switch (name) {
    case "value":
      return facts.value === null ? null : amountOf(facts.value);
    case "components":
      return facts.components.map((it) => [it.title, it.value && amountOf(it.value)].filter((part) => part !== null).join(" ")).join("; ") || null;
    case "range":
      return rangeWords(facts.range, words) ?? null;
    case "code":
      return facts.code === null ? null : [facts.code.system, facts.code.code].filter((it) => it !== null).join(" ");
    case "severity":
      return facts.severity === null ? null : severityWord(words, facts.severity);
    case "criticality":
      return facts.criticality === null ? null : riskWord(words, facts.criticality);
    case "verification":
      return facts.verification === null ? null : (verificationWord(words, facts.verification) ?? facts.verification);
    case "when":
    case "until":
      return typeof text === "string" ? date(text) : null;
    default:
      return typeof text === "string" ? text : null;
  }
}
