import { hostOf } from "../ask.ts";
import { dateOfDay } from "../card/age.ts";
import { cleaned } from "../foreign.ts";
import type { Problem } from "../problem.ts";
import type { Told } from "../screen.ts";
import type { StandingCode } from "../standing/code.ts";
import { button, element, field } from "./element.ts";
import { problemBox } from "./problem.ts";
import type { Reader } from "./reader.ts";
import { sectionNames } from "./sections.ts";
import { shape } from "./shape.ts";

const MINUTES_A_DAY = 1440;
const MINUTE_MS = 60_000;

/** Says who will be told, then asks who opens an emergency code, and why. `last` is what was said and went wrong before. */
export function emergencyForm(
  code: StandingCode,
  last: { name: string; reason: string; problem?: Problem },
  { language, words, date }: Reader,
  send: (name: string, reason: string) => void,
): HTMLElement {
  const given = { required: true, autocomplete: "off" };
  const name = element("input", { ...given, id: "recipient", maxlength: "100", value: last.name });
  const reason = element("input", { ...given, id: "reason", maxlength: "200", value: last.reason, "aria-describedby": "reason-why" });
  const submit = (event: Event) => {
    event.preventDefault();
    if (name.value.trim() !== "" && reason.value.trim() !== "") {
      send(name.value.trim(), reason.value.trim());
    }
  };
  const { expires, sections } = code.outline;
  const isEnded = expires * MINUTE_MS <= Date.now();
  const until = { date: date(dateOfDay(Math.floor(expires / MINUTES_A_DAY)) ?? "?") };
  const list = new Intl.ListFormat(language, { type: "unit" }).format(sectionNames(sections, words));
  return element(
    "form",
    { submit, class: "ask" },
    element("h2", {}, words.pageEmergency),
    element("p", { class: "caution" }, shape("caution"), " ", words.pageEmergencyTold),
    element("p", {}, words.pageEmergencyWait),
    element("p", { class: "quiet" }, words.pageEmergencyOpens({ sections: list }), " ", words.pageAskHost({ host: cleaned(hostOf(code.relay)) })),
    isEnded
      ? element("p", { class: "caution", "data-mark": "code-ended" }, shape("caution"), " ", words.pageEmergencyEnded(until))
      : element("p", { class: "quiet" }, words.pageEmergencyUntil(until)),
    last.problem && problemBox(last.problem, words),
    field(words.pageRecipient, name),
    field(words.pageReason, reason, element("p", { id: "reason-why", class: "quiet" }, words.pageReasonWhy)),
    element("button", { class: "action" }, words.pageTell),
  );
}

/** Others were told; how long it still takes, unless somebody stops it. */
export function toldPanel(told: Told, { words }: Reader): HTMLElement {
  return element(
    "div",
    { class: "told" },
    element("h2", {}, words.pageTold),
    told.problem === undefined ? undefined : [problemBox(told.problem, words), button(words.pageAgain, told.again, "action")],
    element("p", {}, words.pageToldLeft, " ", countdown(told.until)),
    element("p", {}, words.pageToldStop),
    element("p", { class: "caution" }, shape("caution"), " ", words.pageToldKeep),
  );
}

/** Minutes and seconds that are left. Readers of screens say them when asked, not each second. */
function countdown(until: number): HTMLElement {
  const shown = element("strong", { role: "timer", class: "left", dir: "ltr" });
  const show = () => {
    const seconds = Math.max(0, Math.ceil((until - performance.now()) / 1000));
    shown.textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
  };
  const ticking = setInterval(() => (shown.isConnected ? show() : clearInterval(ticking)), 500);
  show();
  return shown;
}
