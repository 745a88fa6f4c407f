import { cleaned } from "../../src/foreign.ts";
import { element, foreign } from "../../src/view/element.ts";
import { kindWord } from "../bridge/words.ts";
import type { Reader } from "../language.ts";
import type { Decision, Reconciled } from "../reconcile/api.ts";

/** What was decided in an act, where only the names of entries and statements are kept. */
export function decidedList({ lines, entries }: Reconciled, { words }: Reader): HTMLElement {
  const entryName = (id: string): string => words.uiBesideActOurs({ type: kindWord(words, entries.find((it) => it.id === id)?.type ?? words.uiUntitled), id: cleaned(id).slice(0, 8) });
  const statementName = (id: string): string => words.uiBesideActTheirs({ type: kindWord(words, id.split("/")[0] ?? ""), id: cleaned(id) });
  const one = (line: Decision): HTMLElement => {
    const ours = "entry" in line ? entryName(line.entry) : "";
    const theirs = "system" in line ? statementName(line.system) : "";
    const said = {
      same: words.uiBesideActSame,
      different: words.uiBesideActDifferent,
      take: words.uiBesideActTake,
      "leave-statement": words.uiBesideActLeaveStatement,
      write: words.uiBesideActWrite,
      "leave-entry": words.uiBesideActLeaveEntry,
    }[line.decision];
    return element("li", {}, said({ ours, theirs }), line.reason == null ? undefined : element("p", { class: "quiet" }, words.uiBesideReason, ": ", foreign(line.reason)));
  };
  return element("section", { class: "written" }, element("h3", {}, words.uiBesideActs), element("ul", {}, lines.map(one)));
}
