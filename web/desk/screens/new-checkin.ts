import { button, element, foreign, type Child } from "../../src/view/element.ts";
import { cleaned } from "../../src/foreign.ts";
import { shape } from "../../src/view/shape.ts";
import type { JsonObject } from "../../src/json.ts";
import type { ChartLine } from "../api.ts";
import type { ReadyForm } from "../checkin/api.ts";
import { formIn, HOURS, newAsks, OWN, RECORDS, written, type Asks, type RecordKind } from "../checkin/asked.ts";
import { questionList } from "../checkin/questions.ts";
import type { Desk, Screen } from "../desk.ts";
import type { Reader } from "../language.ts";
import type { Messages } from "../strings/messages.ts";
import { field, form, line } from "../view/form.ts";

/** What a patient is asked before a visit. What was typed stays in another language. */
export function newCheckinScreen(charts: ChartLine[], ready: ReadyForm[], chart?: string): Screen {
  const asks = newAsks(charts.some((it) => it.id === chart) ? chart : undefined);
  let shown: Desk | undefined;
  return {
    name: "new-checkin",
    title: ({ words }) => words.uiCheckinNew,
    first: asks.chart === "" ? "#whom" : "#purpose",
    draw: (desk) => {
      shown = desk;
      const { words } = desk.reader;
      return [element("p", {}, words.uiCheckinNewLead), builder(desk, asks, charts, ready), element("div", { class: "buttons" }, button(words.uiCheckins, desk.to.checkins, "plain"))];
    },
    press: (key) => {
      const isBack = key === "Escape" && shown !== undefined;
      if (isBack) {
        shown?.to.checkins();
      }
      return isBack;
    },
  };
}

function builder(desk: Desk, asks: Asks, charts: ChartLine[], ready: ReadyForm[]): HTMLElement {
  const { words } = desk.reader;
  const make = async (): Promise<void> => desk.to.checkin((await desk.api.checkins.make(written(asks, ready, words))).id);
  const made = form(
    desk,
    words.uiCheckinMake,
    make,
    ...whom(desk.reader, asks, charts),
    field(words.uiCheckinPurpose, typed("purpose", asks, { required: false, maxlength: "500", autocapitalize: "sentences" }), words.uiCheckinPurposeWhy),
    records(words, asks),
    forms(words, asks, ready),
    field(words.uiCheckinHours, hours(words, asks), words.uiCheckinHoursWhy),
    field(words.uiCheckinCall, typed("call", asks, { required: false, maxlength: "2000", dir: "ltr", inputmode: "url" }), words.uiCheckinCallWhy),
  );
  made.classList.add("checkin");
  return made;
}

/** A line that keeps what is typed. */
function typed(name: "whom" | "purpose" | "call", asks: Asks, more: Record<string, string | boolean>): HTMLInputElement {
  const input = line(name, { value: asks[name], ...more });
  input.addEventListener("input", () => (asks[name] = input.value));
  return input;
}

/** An open chart, or somebody in the desk's own words. */
function whom({ words, date }: Reader, asks: Asks, charts: ChartLine[]): Child[] {
  const option = ({ id, name, born, key_words }: ChartLine) => {
    const who = name === null ? [words.uiUnnamed, words.uiKey({ words: key_words })] : [cleaned(name), born === null ? undefined : words.uiBorn({ date: date(born) })];
    return element("option", { value: id, selected: id === asks.chart }, who.filter((it) => it !== undefined).join(", "));
  };
  const own = typed("whom", asks, { maxlength: "200", autocapitalize: "words" });
  const named = field(words.uiCheckinWhom, own, words.uiCheckinWhomWhy);
  const select = element("select", { id: "whose" }, element("option", { value: "" }, words.uiCheckinSomebody), charts.map(option));
  const choose = (): void => {
    asks.chart = select.value;
    named.hidden = asks.chart !== "";
    own.disabled = named.hidden;
  };
  select.addEventListener("change", choose);
  choose();
  return [field(words.uiCheckinWhose, select), named];
}

function records(words: Messages, asks: Asks): HTMLElement {
  const kinds = Object.keys(RECORDS) as RecordKind[];
  return element(
    "fieldset",
    { class: "row" },
    element("legend", {}, words.uiCheckinRecords),
    element("p", { class: "quiet" }, words.uiCheckinRecordsWhy),
    kinds.map((kind) => asked(words, asks, kind, words[RECORDS[kind][0]])),
  );
}

function forms(words: Messages, asks: Asks, ready: ReadyForm[]): HTMLElement {
  const one = ({ name, title, questionnaire }: ReadyForm) =>
    element("div", { "data-form": name }, asked(words, asks, name, title), element("details", {}, element("summary", {}, words.uiCheckinQuestions), questionList(questionnaire as JsonObject, words)));
  return element(
    "fieldset",
    { class: "row" },
    element("legend", {}, words.uiCheckinForms),
    element("p", { class: "quiet" }, shape("caution"), " ", words.uiCheckinFormsWhy),
    ready.map(one),
    ownForm(words, asks),
  );
}

/** A form of one's own, with its questions as soon as there are some. */
function ownForm(words: Messages, asks: Asks): HTMLElement {
  const shown = element("div", {});
  const input = element("textarea", { id: OWN, rows: "4", dir: "ltr", autocomplete: "off", spellcheck: "false" });
  input.value = asks.own;
  const look = (): void => {
    asks.own = input.value;
    const found = formIn(asks.own);
    const questions = found && questionList(found, words);
    shown.replaceChildren(...(asks.own.trim() === "" ? [] : [questions ?? element("p", { class: "caution" }, shape("caution"), " ", words.uiCheckinNoForm)]));
  };
  input.addEventListener("input", look);
  look();
  const needed = mark(`need-${OWN}`, words.uiCheckinNeeded, asks.needed, OWN);
  return element("details", { class: "own", ...(asks.own === "" ? {} : { open: true }) }, element("summary", {}, words.uiCheckinOwn), field(words.uiCheckinOwnJson, input, words.uiCheckinOwnWhy), needed, shown);
}

/** A thing that may be asked; once it is, whether the visit needs it. */
function asked(words: Messages, asks: Asks, name: string, title: string): HTMLElement {
  const needed = mark(`need-${name}`, words.uiCheckinNeeded, asks.needed, name);
  const settle = (): void => void (needed.hidden = !asks.chosen.has(name));
  const chosen = mark(`ask-${name}`, title, asks.chosen, name, settle);
  settle();
  return element("div", { class: "asked" }, chosen, needed);
}

function mark(id: string, label: string, marked: Set<string>, name: string, changed?: () => void): HTMLElement {
  const input = element("input", { id, type: "checkbox", checked: marked.has(name) });
  input.addEventListener("change", () => {
    if (input.checked) {
      marked.add(name);
    } else {
      marked.delete(name);
    }
    changed?.();
  });
  return element("div", { class: "check" }, input, element("label", { for: id }, foreign(label)));
}

function hours(words: Messages, asks: Asks): HTMLSelectElement {
  const said = (count: number): string => (count < 24 ? words.uiCheckinForHours({ count }) : words.uiCheckinForDays({ count: count / 24 }));
  const select = element("select", { id: "hours" }, HOURS.map((it) => element("option", { value: String(it), selected: it === asks.hours }, said(it))));
  select.addEventListener("change", () => (asks.hours = Number(select.value)));
  return select;
}
