import { button, element, type Child } from "../../src/view/element.ts";
import type { CheckinLine } from "../checkin/api.ts";
import { checkinCard, PARTS, partOf, type Part } from "../checkin/words.ts";
import type { Screen } from "../desk.ts";

/** What patients are asked before their visits: first what was answered and nobody has read. */
export const checkinsScreen = (checkins: CheckinLine[]): Screen => ({
  name: "checkins",
  title: ({ words }) => words.uiCheckins,
  draw: (desk) => {
    const { words } = desk.reader;
    const titles = { answered: words.uiCheckinsAnswered, waiting: words.uiCheckinsWaiting, over: words.uiCheckinsOver, read: words.uiCheckinsRead };
    const part = (name: Part): Child => {
      const some = checkins.filter((it) => partOf(it) === name);
      return some.length === 0
        ? undefined
        : element("section", { class: "add", "data-part": name }, element("h2", {}, titles[name]), element("ul", { class: "people" }, some.map((it) => element("li", {}, checkinCard(desk, it)))));
    };
    return [
      element("p", {}, words.uiCheckinsLead),
      element("div", { class: "buttons" }, button(words.uiCheckinNew, () => desk.to.newCheckin(), "action")),
      checkins.length === 0 ? element("p", { class: "lead" }, words.uiCheckinsNone) : undefined,
      ...PARTS.map(part),
      checkins.length === 0 ? undefined : element("p", { class: "quiet" }, words.uiCheckinsKept),
    ];
  },
});
