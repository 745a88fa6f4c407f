import { button, element } from "../../src/view/element.ts";
import type { CheckinLine } from "../checkin/api.ts";
import { checkinPart, PARTS } from "../checkin/words.ts";
import type { Screen } from "../desk.ts";
import { newsBox, type Heard } from "../view/news.ts";

/** What patients are asked before their visits: first what was answered and nobody has read. */
export const checkinsScreen = (checkins: CheckinLine[], heard: Heard = new Set()): Screen => ({
  name: "checkins",
  title: ({ words }) => words.uiCheckins,
  draw: (desk) => {
    const { words } = desk.reader;
    const titles = { answered: words.uiCheckinsAnswered, waiting: words.uiCheckinsWaiting, over: words.uiCheckinsOver, read: words.uiCheckinsRead };
    return [
      newsBox(desk, heard, ["checkin-answered"], desk.to.checkins),
      element("p", {}, words.uiCheckinsLead),
      element("div", { class: "buttons" }, button(words.uiCheckinNew, () => desk.to.newCheckin(), "action")),
      checkins.length === 0 ? element("p", { class: "lead" }, words.uiCheckinsNone) : undefined,
      ...PARTS.map((it) => checkinPart(desk, it, titles[it], checkins)),
      checkins.length === 0 ? undefined : element("p", { class: "quiet" }, words.uiCheckinsKept),
    ];
  },
});
