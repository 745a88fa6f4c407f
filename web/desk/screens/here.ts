import { button, element, foreign, type Child } from "../../src/view/element.ts";
import type { ChartLine } from "../api.ts";
import type { Message } from "../bridge/api.ts";
import type { CheckinLine } from "../checkin/api.ts";
import { checkinPart } from "../checkin/words.ts";
import type { Desk, Screen } from "../desk.ts";
import type { Reader } from "../language.ts";
import type { MessagesLine } from "../messages/api.ts";
import { isUnread, mailPart } from "../messages/words.ts";
import { CHANGES } from "../news.ts";
import { newsBox, type Heard } from "../view/news.ts";
import type { VisitLine } from "../visit/api.ts";
import { heldPart } from "./outbox.ts";
import { visitCards } from "./visits.ts";

/** What waits for somebody at the desk now. */
interface Today {
  charts: ChartLine[];
  checkins: CheckinLine[];
  mail: MessagesLine[];
  visits: VisitLine[];
  messages: Message[];
  /** A chart was closed a moment ago. */
  isClosed: boolean;
}

/** Who is here, and what waits for somebody: check-ins and messages that nobody has read, visits under way, and entries that the clinic's own system has otherwise. */
export const hereScreen = ({ charts, checkins, mail, visits, messages, isClosed }: Today, heard: Heard = new Set()): Screen => ({
  name: "here",
  title: ({ words }) => words.uiHere,
  draw: (desk) => {
    const { words } = desk.reader;
    const people = element("ul", { class: "people" }, charts.map((chart) => element("li", {}, person(chart, desk.reader, desk.clinic, () => desk.to.chart(chart.id)))));
    return [
      newsBox(desk, heard, [...CHANGES], desk.to.here),
      isClosed ? element("p", { role: "status", class: "told" }, words.uiClosed) : undefined,
      ...(charts.length === 0 ? [element("p", { class: "lead" }, words.uiHereNone), element("p", { class: "quiet" }, words.uiHereNoneNext)] : [people]),
      element("div", { class: "buttons" }, button(words.uiScanAnother, () => desk.to.scan(), "action")),
      checkinPart(desk, "answered", words.uiCheckinsAnswered, checkins),
      mailPart(desk, "unread", words.uiMessagesNew, mail.filter(isUnread)),
      visitPart(desk, visits),
      heldPart(desk, messages),
    ];
  },
});

/** Milliseconds for which a visit that did not come to its patient is shown here. */
const WEEK = 7 * 24 * 60 * 60 * 1000;

function visitPart(desk: Desk, visits: VisitLine[]): Child {
  const isNew = ({ saved }: VisitLine): boolean => desk.api.now() < saved * 1000 + WEEK;
  const some = visits.filter((it) => it.state !== "returned" && (it.state !== "not-returned" || isNew(it)));
  return some.length === 0 ? undefined : element("section", { class: "add", "data-part": "visits" }, element("h2", {}, desk.reader.words.uiHereVisits), visitCards(some, desk, true));
}

function person(chart: ChartLine, reader: Reader, clinic: string, open: () => void): HTMLElement {
  const { words, time, date } = reader;
  return element(
    "button",
    { type: "button", class: "person", click: open, "data-chart": chart.id },
    element("span", { class: "name" }, chart.name === null ? words.uiUnnamed : foreign(chart.name)),
    chart.born === null ? undefined : element("span", {}, words.uiBorn({ date: date(chart.born) })),
    element("span", { class: "quiet" }, words.uiOpenedUntil({ clinic, time: time(chart.until * 1000) })),
    chart.name === null ? element("span", { class: "quiet" }, words.uiKey({ words: chart.key_words })) : undefined,
  );
}
