import { cleaned } from "../../src/foreign.ts";
import { button, element, foreign, type Child } from "../../src/view/element.ts";
import { shape } from "../../src/view/shape.ts";
import type { Banner } from "../api.ts";
import type { Item, ResultThere, ResultWriting } from "../bridge/results.ts";
import { kindWord } from "../bridge/words.ts";
import type { Desk, Screen } from "../desk.ts";
import { bannerTop, whenOver } from "../view/banner.ts";
import { exactly } from "../view/exactly.ts";
import { problemBox } from "../view/problem.ts";
import { inChart, question } from "../view/question.ts";
import { besideTable } from "./patient.ts";

/** What came of a comparison, exactly as it would be written to the clinic's own system: a clinician reads it, and approves. */
export function resultThereScreen(banner: Banner, act: string, there: ResultThere): Screen {
  let left: AbortSignal | undefined;
  let back = (): void => undefined;
  return {
    name: "result-there",
    title: ({ words }) => words.uiResultTitle,
    draw: (desk) => {
      back = () => desk.to.reconcile(banner.id);
      if (left !== desk.left) {
        left = desk.left;
        whenOver(desk, banner, () => desk.to.chart(banner.id));
      }
      return [bannerTop(desk, banner), ...("problem" in there ? problem(desk, banner, act, there) : [writing(desk, banner, act, there)])];
    },
    press: (key) => {
      if (key === "Escape") {
        back();
      }
      return key === "Escape";
    },
  };
}

function problem(desk: Desk, { id }: Banner, act: string, there: Extract<ResultThere, { problem: unknown }>): Child[] {
  const { words } = desk.reader;
  const ways = [
    button(words.uiThere, () => desk.to.patientThere(id), "action"),
    button(words.uiTryAgain, () => desk.to.resultThere(id, act)),
    button(words.uiBesideGoOn, () => desk.to.reconcile(id), "plain"),
  ];
  return [problemBox(there.problem, desk.reader), element("div", { class: "buttons" }, ways)];
}

function writing(desk: Desk, banner: Banner, act: string, { patient, link, title, by, at, reasons, offered, items, list }: ResultWriting): HTMLElement {
  const { words, time } = desk.reader;
  const caution = (text: string) => element("p", { class: "caution" }, shape("caution"), " ", text);
  const content: Child[] = [
    element("p", {}, words.uiResultLead),
    element("p", {}, element("strong", {}, foreign(title))),
    element("p", { class: "quiet" }, words.uiResultDecided({ name: cleaned(by.name), time: time(at * 1000) })),
    ...reasons.map((it) => element("p", { class: "quiet" }, words.uiBesideReason, ": ", foreign(it))),
    offered || list === null ? undefined : caution(words.uiResultNotOffered),
    element("h3", {}, words.uiThereIs),
    besideTable(desk.reader, link.ours, link.theirs, link.compared),
    element("p", { class: "quiet" }, words.uiThereId({ id: cleaned(link.patient) })),
    ...(list === null ? [element("p", { class: "empty" }, shape("none"), " ", words.uiResultNone)] : shown(desk, items, list)),
  ];
  const approve = inChart(desk, banner.id, async () => {
    const { id } = await desk.api.results.approve(banner.id, act, patient, list?.hash ?? "");
    desk.to.message(id);
  });
  const yes: [string, () => Promise<void>, string?][] = offered && list !== null ? [[words.uiApproveYes, approve, ""]] : [];
  const heading = yes.length === 0 ? words.uiResultNot : words.uiApproveTitle;
  return question(desk, heading, content, [words.uiBesideGoOn, () => desk.to.reconcile(banner.id)], ...yes);
}

function shown(desk: Desk, items: Item[], { ours, provenance, written }: NonNullable<ResultWriting["list"]>): Child[] {
  const { words } = desk.reader;
  const one = ({ type, title, place, decided }: Item) =>
    element(
      "li",
      {},
      element("strong", {}, title === null ? words.uiUntitled : foreign(title)),
      " ",
      element("span", { class: "quiet" }, kindWord(words, type)),
      decided === null ? undefined : element("p", {}, words.uiResultFlag({ what: cleaned(decided) })),
      element("p", { class: "quiet" }, place === null ? words.uiResultNamed : words.uiResultPlace({ place: cleaned(place) })),
    );
  return [
    written === null ? undefined : element("p", {}, shape("good"), " ", words.uiAnswerWritten({ place: cleaned(written) })),
    element("h3", {}, words.uiResultHolds({ count: items.length })),
    element("ol", { class: "sentences" }, items.map(one)),
    exactly(ours, words.uiResultExactly),
    provenance === null ? element("p", { class: "quiet" }, words.uiResultNoSources) : exactly(provenance, words.uiResultSources, words.uiResultSourcesWhy),
    element("p", {}, words.uiApproveWhat),
  ];
}
