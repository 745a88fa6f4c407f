import { button, element, foreign } from "../../src/view/element.ts";
import type { Banner } from "../api.ts";
import type { Desk, Screen } from "../desk.ts";
import { bannerTop, whenOver } from "../view/banner.ts";
import { newsBox, type Heard } from "../view/news.ts";
import type { VisitLine, VisitStanding } from "../visit/api.ts";
import { savedWords, standingChip } from "../visit/words.ts";

/** All visits that the clinic wrote: first those that are on their way, then what nobody has signed. */
export const visitsScreen = (visits: VisitLine[], heard: Heard = new Set()): Screen => ({
  name: "visits",
  title: ({ words }) => words.uiVisits,
  draw: (desk) => [newsBox(desk, heard, ["visit-returned", "visit-not-returned"], desk.to.visits), element("p", {}, desk.reader.words.uiVisitsLead), list(visits, desk, true)],
});

/** The visits of a chart, with the banner while it is open. */
export const visitsOfScreen = (chart: string, visits: VisitLine[], banner: Banner | undefined): Screen => {
  let isWatched = false;
  return {
    name: "visits-of",
    title: ({ words }) => words.uiVisitsOf,
    draw: (desk) => {
      const { words } = desk.reader;
      if (banner !== undefined && !isWatched) {
        isWatched = true;
        whenOver(desk, banner, () => desk.to.visitsOf(chart));
      }
      const begin = button(words.uiVisitBegin, () => desk.to.beginVisit(chart), "action");
      const acts = banner === undefined ? [] : [begin, button(words.uiOverview, () => desk.to.chart(chart), "plain")];
      return [
        banner === undefined ? element("p", { class: "caution" }, words.uiVisitEnded) : bannerTop(desk, banner),
        list(visits, desk, banner === undefined),
        element("div", { class: "buttons" }, acts),
      ];
    },
  };
};

const list = (visits: VisitLine[], desk: Desk, hasName: boolean): HTMLElement =>
  visits.length === 0 ? element("p", { class: "lead" }, desk.reader.words.uiVisitsNone) : visitCards(visits, desk, hasName);

/** Visits, each with how far it has come. */
export function visitCards(visits: VisitLine[], desk: Desk, hasName: boolean): HTMLElement {
  const sorted = [...visits].sort((one, other) => ORDER.indexOf(one.state) - ORDER.indexOf(other.state));
  return element("ul", { class: "people" }, sorted.map((it) => element("li", {}, line(it, desk, hasName))));
}

/** What a person may have to do something about stands first; of the same standing, what was saved last. */
const ORDER: VisitStanding["state"][] = ["signing", "waiting", "draft", "not-returned", "returned"];

function line(visit: VisitLine, { reader, to }: Desk, hasName: boolean): HTMLElement {
  const { words, date } = reader;
  const { name, born, key_words, title } = visit;
  const who = [
    element("span", { class: "name" }, name === null ? words.uiUnnamed : foreign(name)),
    born === null ? undefined : element("span", {}, words.uiBorn({ date: date(born) })),
    name === null ? element("span", { class: "quiet" }, words.uiKey({ words: key_words })) : undefined,
  ];
  return element(
    "button",
    { type: "button", class: "person", click: () => to.visit(visit.chart, visit.id), "data-visit": visit.id },
    hasName ? who : [],
    element("span", { class: hasName ? "heading" : "name" }, title.trim() === "" ? words.uiVisitUntitled : foreign(title)),
    standingChip(visit, reader),
    element("span", { class: "quiet" }, savedWords(visit, reader)),
  );
}
