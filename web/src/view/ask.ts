import { hostOf } from "../ask.ts";
import { cleaned } from "../foreign.ts";
import type { HealthLink } from "../link/link.ts";
import { Problem } from "../problem.ts";
import { element, field, foreign } from "./element.ts";
import { problemBox } from "./problem.ts";
import type { Reader } from "./reader.ts";
import { shape } from "./shape.ts";

/** Asks who opens a link, and for its passcode. `last` is what went wrong before. */
export function askForm(
  link: HealthLink,
  last: { recipient: string; problem?: Problem },
  { words, date }: Reader,
  follow: (recipient: string, passcode: string) => void,
): HTMLElement {
  const recipient = element("input", { id: "recipient", required: true, maxlength: "100", autocomplete: "off", value: last.recipient, "aria-describedby": "recipient-why" });
  const passcode = element("input", { id: "passcode", required: link.hasPasscode, maxlength: "100", autocomplete: "off", autocapitalize: "none", spellcheck: "false" });
  const submit = (event: Event) => {
    event.preventDefault();
    if (recipient.value.trim() !== "") {
      follow(recipient.value.trim(), passcode.value);
    }
  };
  const isEnded = link.expires !== undefined && link.expires * 1000 < Date.now();
  const ended = isEnded && link.expires! < 8e12 ? date(new Date(link.expires! * 1000).toISOString()) : undefined;
  const isSpent = last.problem?.id === "pageWrongPasscode" && last.problem.details.remaining === 0;
  return element(
    "form",
    { submit, class: "ask" },
    element("h2", {}, words.pageAsk),
    link.label === undefined ? undefined : element("p", {}, words.pageAskLabel, " ", foreign(link.label, "label")),
    element("p", { class: "quiet" }, words.pageAskHost({ host: cleaned(hostOf(link.url)) })),
    ended === undefined ? undefined : element("p", { class: "caution", "data-mark": "link-ended" }, shape("caution"), " ", words.pageLinkEnded({ date: ended })),
    last.problem && problemBox(last.problem, words),
    field(words.pageRecipient, recipient, element("p", { id: "recipient-why", class: "quiet" }, words.pageRecipientWhy)),
    link.hasPasscode ? field(words.pagePasscode, passcode) : undefined,
    element("button", { class: "action", disabled: isSpent }, words.pageOpen),
  );
}
