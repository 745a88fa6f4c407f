import { button, element, foreign } from "../../src/view/element.ts";
import type { ChartLine } from "../api.ts";
import type { CheckinLine } from "../checkin/api.ts";
import { checkinPart } from "../checkin/words.ts";
import type { Screen } from "../desk.ts";
import type { Reader } from "../language.ts";

/** Who is here: the charts that are open, and the check-ins that nobody has read. */
export const hereScreen = (charts: ChartLine[], checkins: CheckinLine[], isClosed = false): Screen => ({
  name: "here",
  title: ({ words }) => words.uiHere,
  draw: (desk) => {
    const { words } = desk.reader;
    const told = isClosed ? element("p", { role: "status", class: "told" }, words.uiClosed) : undefined;
    const scan = element("div", { class: "buttons" }, button(words.uiScanAnother, () => desk.to.scan(), "action"));
    const answered = checkinPart(desk, "answered", words.uiCheckinsAnswered, checkins);
    if (charts.length === 0) {
      return [told, element("p", { class: "lead" }, words.uiHereNone), element("p", { class: "quiet" }, words.uiHereNoneNext), scan, answered];
    }
    return [told, element("ul", { class: "people" }, charts.map((chart) => element("li", {}, person(chart, desk.reader, desk.clinic, () => desk.to.chart(chart.id))))), scan, answered];
  },
});

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
