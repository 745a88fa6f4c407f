import { button, element, foreign, type Child } from "../../src/view/element.ts";
import { cleaned } from "../../src/foreign.ts";
import { shape } from "../../src/view/shape.ts";
import type { Banner } from "../api.ts";
import type { Desk, Screen } from "../desk.ts";
import type { Measure, MeasurePage, Measures, Point } from "../finding/api.ts";
import { amount, drawing, ring, sign, signsOf, sourceOf, unitOf } from "../finding/drawing.ts";
import type { Reader } from "../language.ts";
import { bannerTop, whenOver } from "../view/banner.ts";
import { attempt, inChart } from "../view/question.ts";
import { table } from "../view/table.ts";
import { sectionWords } from "../view/words.ts";

/** What was measured in a chart, over time: a drawing, and a table with the same values. */
export function trendsScreen(banner: Banner, measures: Measures): Screen {
  const view = new TrendsView(banner, measures);
  const screen: Screen = {
    name: "trends",
    title: ({ words }) => words.uiTrends,
    draw: (desk) => view.draw(desk, screen),
    press: (key) => view.press(key),
  };
  return screen;
}

class TrendsView {
  private readonly menu = element("nav", { class: "sections" });
  private readonly content = element("div", { class: "content", tabindex: "-1" });
  private readonly wrong = element("div", {});
  private shown: MeasurePage | undefined;
  private desk: Desk | undefined;
  private screen: Screen | undefined;
  private watched: AbortSignal | undefined;

  constructor(
    private readonly banner: Banner,
    private readonly measures: Measures,
  ) {}

  draw(desk: Desk, screen: Screen): Child[] {
    this.desk = desk;
    this.screen = screen;
    if (this.watched !== desk.left) {
      this.watched = desk.left;
      whenOver(desk, this.banner, () => desk.to.chart(this.banner.id));
    }
    this.drawMenu(desk);
    this.drawContent(desk);
    const { words } = desk.reader;
    const acts = element("div", { class: "buttons" }, button(words.uiOverview, () => desk.to.chart(this.banner.id), "action"), button(words.uiPrint, () => print(), "plain"));
    return [bannerTop(desk, this.banner), element("div", { class: "chart" }, element("div", {}, this.menu, acts), this.content)];
  }

  press(key: string): boolean {
    const { desk } = this;
    if (desk === undefined) {
      return false;
    }
    const measure = this.measures.measures[KEYS.indexOf(key)];
    if (measure !== undefined) {
      void this.choose(desk, measure);
      return true;
    }
    if (key === "Escape") {
      desk.to.chart(this.banner.id);
      return true;
    }
    return false;
  }

  private drawMenu(desk: Desk): void {
    const { words, date } = desk.reader;
    const item = (it: Measure, at: number): HTMLElement => {
      const key = KEYS[at];
      const isOpen = this.shown?.measure === it.measure;
      return element(
        "li",
        {},
        element(
          "button",
          {
            type: "button",
            click: () => void this.choose(desk, it),
            "data-measure": String(at),
            ...(isOpen ? { "aria-current": "true" } : {}),
            ...(key === undefined ? {} : { "aria-keyshortcuts": key }),
          },
          foreign(it.name, "label"),
          " ",
          element("span", { class: "count" }, words.uiMeasured({ count: it.count })),
          key === undefined ? undefined : element("kbd", { "aria-hidden": "true" }, key),
          it.latest === null ? undefined : element("span", { class: "latest quiet" }, foreign(amount(it.latest)), " · ", date(it.latest.when)),
        ),
      );
    };
    const list = element("ul", {}, this.measures.measures.map(item));
    const next = inChart(desk, this.banner.id, async () => {
      const from = this.measures.measures.length;
      const { measures, more } = await desk.api.finding.measures(this.banner.id, from);
      if (desk.left.aborted) {
        return;
      }
      this.measures.measures.push(...measures);
      this.measures.more = more;
      this.drawMenu(desk);
      this.menu.querySelectorAll<HTMLElement>("[data-measure]")[from]?.focus();
    });
    this.menu.setAttribute("aria-label", words.uiTrends);
    const further = this.measures.more ? [button(words.uiMore, () => void attempt(desk, this.wrong, next), "more")] : [];
    this.menu.replaceChildren(list, ...further, this.wrong);
  }

  private drawContent(desk: Desk): void {
    const { shown } = this;
    this.content.replaceChildren(...(shown === undefined ? this.lead(desk) : this.measure(desk, shown)));
  }

  private lead({ reader: { words, language } }: Desk): HTMLElement[] {
    const { measures, not_drawn, not_drawn_count, not_opened } = this.measures;
    return [
      element("p", { class: "lead" }, measures.length === 0 ? words.uiTrendsNone : words.uiTrendsLead),
      ...(not_opened.length === 0 ? [] : [element("p", { class: "caution" }, shape("caution"), " ", words.uiTrendsNotOpened({ sections: sectionWords(words, not_opened) }))]),
      ...(not_drawn_count === 0
        ? []
        : [
            element(
              "details",
              { class: "undrawn" },
              element("summary", {}, shape("caution"), " ", words.uiTrendsNotDrawn({ count: not_drawn_count })),
              not_drawn.length < not_drawn_count ? element("p", {}, words.uiTrendsSome({ count: not_drawn.length })) : undefined,
              element("ul", language === "en" ? {} : { lang: "en" }, not_drawn.map((it) => element("li", {}, foreign(it)))),
            ),
          ]),
    ];
  }

  private measure(desk: Desk, measure: MeasurePage): HTMLElement[] {
    const { reader } = desk;
    const { words, date } = reader;
    const place = element("div", { class: "plot" });
    if (measure.points.length > 0) {
      let width = 0;
      const fit = (): void => {
        if (place.clientWidth !== width && place.clientWidth > 0) {
          width = place.clientWidth;
          place.replaceChildren(drawing(measure, reader, Math.max(240, width)));
        }
      };
      const sized = new ResizeObserver(fit);
      sized.observe(place);
      desk.left.addEventListener("abort", () => sized.disconnect());
    }
    const wrong = element("div", {});
    const earlier = inChart(desk, this.banner.id, async () => {
      const more = await desk.api.finding.measure(this.banner.id, measure.measure, measure.points.length);
      if (desk.left.aborted || this.shown !== measure) {
        return;
      }
      this.shown = { ...more, points: [...measure.points, ...more.points] };
      this.drawContent(desk);
      this.content.querySelectorAll<HTMLElement>("tbody tr")[measure.points.length]?.querySelector<HTMLElement>("button")?.focus();
    });
    const leftOut = measure.left_out.map((it) => {
      const why = it.reason === "implausible" ? words.uiLeftImplausible : words.uiLeftRepeated;
      return element("li", {}, date(it.when), ": ", foreign(amount(it)), " · ", why);
    });
    return [
      element("h2", { tabindex: "-1" }, foreign(measure.name)),
      place,
      legend(measure.points, reader),
      this.values(desk, measure),
      wrong,
      ...(measure.more ? [button(words.uiTrendEarlier, () => void attempt(desk, wrong, earlier), "more")] : []),
      ...(measure.left_out_count === 0
        ? []
        : [
            element("h3", { class: "caution" }, shape("caution"), " ", words.uiTrendLeftOut({ count: measure.left_out_count })),
            element("ul", {}, leftOut),
          ]),
    ];
  }

  private values(desk: Desk, { name, points, unit }: MeasurePage): HTMLElement {
    const { reader } = desk;
    const { words, date } = reader;
    const isOfOneUnit = points.every((it) => it.written.unit === unit && it.written.number === it.value);
    const flags = { low: words.uiLow, high: words.uiHigh, "critical-low": words.uiCriticalLow, "critical-high": words.uiCriticalHigh };
    const row = (it: Point): Child[] => {
      const { id } = it;
      const when = date(it.when);
      const open = (): void => {
        this.screen!.first = `[data-point="${CSS.escape(id!)}"]`;
        desk.to.entry(this.banner.id, id!, this.screen!);
      };
      const opens = id === null ? when : element("button", { type: "button", class: "plain", click: open, "data-point": id }, when);
      const range = usual(it, reader);
      return [
        opens,
        foreign(amount(it), "value"),
        ...(isOfOneUnit ? [] : [foreign([it.bound ?? "", it.value, unitOf(unit)].filter((part) => part !== "").join(" "))]),
        range,
        it.flag === null ? "" : element("span", { class: "flag" }, shape("caution"), " ", flags[it.flag]),
        foreign(it.sources.map((by) => sourceOf(by, reader)).join(", ")),
      ];
    };
    const heads = [words.uiWhen, words.uiTrendValue, ...(isOfOneUnit ? [] : [words.uiTrendDrawn]), words.uiUsual, words.uiTrendOutside, words.uiWho];
    return table(cleaned(name), heads, points.map(row));
  }

  private async choose(desk: Desk, { measure }: Measure): Promise<void> {
    const load = inChart(desk, this.banner.id, async () => {
      const page = await desk.api.finding.measure(this.banner.id, measure, 0);
      if (desk.left.aborted) {
        return;
      }
      this.shown = page;
      this.menu.querySelectorAll<HTMLElement>("[data-measure]").forEach((it, at) => {
        it.removeAttribute("aria-current");
        if (this.measures.measures[at]?.measure === measure) {
          it.setAttribute("aria-current", "true");
        }
      });
      this.drawContent(desk);
      this.content.querySelector("h2")?.focus();
    });
    await attempt(desk, this.wrong, load);
  }
}

/** A key for each of the first measures. */
const KEYS = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "0"];

/** What the source calls usual. */
function usual({ low, high }: Point, { words }: Reader): string {
  if (low !== null && high !== null) {
    return words.uiUsualRange({ low: cleaned(low), high: cleaned(high) });
  }
  if (low !== null) {
    return words.uiUsualFrom({ low: cleaned(low) });
  }
  return high === null ? "" : words.uiUsualTo({ high: cleaned(high) });
}

/** What each sign of the drawing means. */
function legend(points: Point[], reader: Reader): HTMLElement {
  const { words } = reader;
  const { names, of } = signsOf([...points].reverse(), reader);
  const has = (is: (point: Point) => boolean): boolean => points.some(is);
  const last = Math.max(0, ...points.map(of));
  const sources = names.slice(0, last + 1).map((name, at) => [sign(at), at === last && names.length > last + 1 ? words.uiTrendMoreSources : name] as const);
  const band = element("span", { class: "band", "aria-hidden": "true" });
  const all: (readonly [Node, string])[] = [
    ...sources,
    ...(has((it) => it.low !== null || it.high !== null) ? [[band, words.uiTrendRange] as const] : []),
    ...(has((it) => it.flag !== null) ? [[ring(), words.uiTrendFlagged] as const] : []),
    ...(has((it) => it.bound !== null) ? [[element("span", { class: "sign", "aria-hidden": "true" }, "<"), words.uiTrendBound] as const] : []),
  ];
  return element("ul", { class: "legend" }, all.map(([drawn, said]) => element("li", {}, drawn, " ", foreign(said))));
}
