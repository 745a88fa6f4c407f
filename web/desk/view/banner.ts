import { element, foreign } from "../../src/view/element.ts";
import { shape } from "../../src/view/shape.ts";
import type { Banner, Listed } from "../api.ts";
import type { Desk } from "../desk.ts";
import type { ChangeKind } from "../news.ts";
import { allergyChip, emptyNote } from "./entry.ts";

/** Milliseconds between two looks whether the patient's time is over. */
const LOOK_MS = 1000;

/** The refusals of a chart that is not open any more. */
export const ENDED = ["desk-chart-ended", "desk-no-chart"];

/** How a chart ends. */
const ENDINGS: ChangeKind[] = ["chart-closed", "chart-ended", "chart-withdrawn"];

/** Who, until when, and what is dangerous. It stays in view. */
export function bannerTop(desk: Desk, banner: Banner): HTMLElement {
  const { words, date, time } = desk.reader;
  const top = element(
    "section",
    { class: "banner", "aria-label": words.cardAllergies, tabindex: "0" },
    element(
      "div",
      { class: "who" },
      element("span", { class: "name" }, banner.name === null ? words.uiUnnamed : foreign(banner.name)),
      banner.born === null ? undefined : element("span", { class: "born" }, words.uiBorn({ date: date(banner.born) })),
      element("span", { class: "quiet" }, words.uiOpenedUntil({ clinic: desk.clinic, time: time(banner.until * 1000) })),
      banner.name === null ? element("span", { class: "quiet" }, words.uiKey({ words: banner.key_words })) : undefined,
    ),
    allergies(desk, banner.allergies),
  );
  // What is entered by keyboard is not behind it.
  const sized = new ResizeObserver(() => (document.documentElement.style.scrollPaddingTop = `${top.offsetHeight}px`));
  sized.observe(top);
  desk.left.addEventListener("abort", () => {
    sized.disconnect();
    document.documentElement.style.scrollPaddingTop = "";
  });
  return top;
}

function allergies(desk: Desk, { standing, entries }: Listed): HTMLElement {
  const { words } = desk.reader;
  const empty = emptyNote(standing, desk.reader);
  const list = element("ul", { class: "chips" }, entries.map((it) => element("li", {}, allergyChip(it, desk.reader))));
  const count = standing === "listed" ? ` (${entries.length})` : "";
  return element(
    "div",
    { class: `allergies ${standing}`, "data-standing": standing },
    element("h2", {}, standing === "listed" ? [shape("danger"), " "] : [], words.cardAllergies, count),
    empty ?? list,
  );
}

/** Does something when the patient's time is over by the server's clock, or the chart has ended otherwise, unless another screen comes before. */
export function whenOver(desk: Desk, { id, until }: Banner, over: () => void): void {
  const ended = (): void => {
    clearInterval(looking);
    over();
  };
  const looking = setInterval(() => desk.api.now() >= until * 1000 && ended(), LOOK_MS);
  desk.hear((change) => {
    // Whoever closes it here goes on by themselves.
    const isMine = change?.by === desk.who?.account.id && document.hasFocus();
    if (change?.charts.includes(id) && ENDINGS.includes(change.action) && !isMine) {
      ended();
    }
  });
  desk.left.addEventListener("abort", () => clearInterval(looking));
}
