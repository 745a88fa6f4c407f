import { element } from "../../src/view/element.ts";
import { shape } from "../../src/view/shape.ts";
import { cleaned } from "../../src/foreign.ts";
import type { Reader } from "../language.ts";
import type { Problem, Said } from "../problem.ts";
import type { Messages } from "../strings/messages.ts";

/** Where the server's words speak of a command's options, or name something in English, the page has its own. */
const OWN: Record<string, keyof Messages> = {
  "redeem-no-connection": "scanNoConnection",
  "redeem-declined": "scanDeclined",
  "redeem-busy": "scanBusy",
  "redeem-too-much": "scanTooMuch",
  "redeem-no-reason": "scanNoReason",
  "redeem-needs-passcode": "scanNeedsPasscode",
  "redeem-wrong-passcode": "scanWrongPasscode",
  "redeem-stopped": "scanStopped",
  "redeem-not-live": "scanNotLive",
  "redeem-failed": "scanFailed",
  "redeem-unfit": "scanUnfit",
  "desk-visit-not-allowed": "visitNotAllowed",
  "desk-visit-words": "visitWords",
  "desk-visit-date": "visitDate",
  "desk-checkin-form": "checkinForm",
  "desk-checkin-member": "checkinMember",
  "desk-checkin-unfit": "checkinUnfit",
};

/** What went wrong, and what to do. What the page has no words for is said in the server's, which are English. */
export function problemBox(problem: Problem, { words }: Reader): HTMLElement {
  const { id, said } = problem;
  const member = OWN[id] ?? id.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
  const own = text(words, member, said);
  const next = text(words, `${member}Next`, said);
  const english = own === undefined ? { lang: "en", dir: "ltr" } : {};
  return element(
    "div",
    { class: "problem", role: "alert", tabindex: "-1", "data-problem": id },
    element("p", { class: "what", ...english }, shape("problem"), " ", own ?? cleaned(said?.message ?? id)),
    element("p", english, own === undefined ? cleaned(said?.next ?? "") : (next ?? "")),
  );
}

function text(words: Messages, member: string, said: Said | undefined): string | undefined {
  if (!Object.hasOwn(words, member)) {
    return undefined;
  }
  const message = words[member as keyof Messages] as string | ((counts: Record<string, number>) => string);
  return typeof message === "string" ? message : message(said?.counts ?? {});
}
