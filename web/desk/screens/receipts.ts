import { button, element } from "../../src/view/element.ts";
import { cleaned } from "../../src/foreign.ts";
import type { Receipt } from "../api.ts";
import type { Screen } from "../desk.ts";
import { table } from "../view/table.ts";
import { sectionWords } from "../view/words.ts";

/** What is kept of charts that have ended. */
export const receiptsScreen = (receipts: Receipt[]): Screen => ({
  name: "receipts",
  title: ({ words }) => words.uiReceipts,
  draw: ({ reader: { words, time } }) => {
    if (receipts.length === 0) {
      return [element("p", { class: "lead" }, words.uiReceiptsNone)];
    }
    const reasons = { "time-is-over": words.uiTimeIsOver, closed: words.uiClosedHere, withdrawn: words.uiWithdrawn };
    const told = { waiting: words.uiToldWaiting, told: words.uiToldTold, "left-at-relay": words.uiToldRelay, "not-told": words.uiToldNot };
    const row = (it: Receipt) => [
      cleaned(it.key_words),
      element("time", {}, time(it.since * 1000)),
      element("time", {}, time(it.ended * 1000)),
      reasons[it.reason],
      it.told === null ? undefined : told[it.told],
      sectionWords(words, it.sections),
    ];
    return [
      element("p", {}, words.uiReceiptsLead),
      table(words.uiReceipts, [words.uiPatientKey, words.uiOpened, words.uiEnded, words.uiWhy, words.uiTold, words.uiSections], receipts.map(row)),
      element("div", { class: "buttons" }, button(words.uiPrint, () => print())),
    ];
  },
});
