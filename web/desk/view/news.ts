import { button, element } from "../../src/view/element.ts";
import type { Desk } from "../desk.ts";
import type { ChangeKind } from "../news.ts";
import type { Messages } from "../strings/messages.ts";

/** What a screen has heard since it came; nothing that is known when some of it may have been missed. */
export type Heard = Set<ChangeKind | undefined>;

/** Says what happened since the screen came, and shows it when somebody asks: nothing moves under their hands. */
export function newsBox(desk: Desk, heard: Heard, kinds: ChangeKind[], again: () => void): HTMLElement {
  const { words } = desk.reader;
  const box = element("div", { class: "news", role: "status" });
  const say = (): void => {
    const sentences = new Set([...heard].map((it) => newsWords(it, words)));
    box.replaceChildren(element("ul", {}, [...sentences].map((it) => element("li", {}, it))), button(words.uiNewsShow, again, "action"));
  };
  if (heard.size > 0) {
    say();
  }
  desk.hear((change) => {
    const isMine = change?.by === desk.who?.account.id;
    if (change === undefined || (kinds.includes(change.action) && !isMine)) {
      heard.add(change?.action);
      say();
    }
  });
  return box;
}

function newsWords(kind: ChangeKind | undefined, words: Messages): string {
  switch (kind) {
    case undefined:
      return words.uiNewsSome;
    case "chart-opened":
      return words.uiNewsOpened;
    case "chart-closed":
    case "chart-ended":
    case "chart-withdrawn":
      return words.uiNewsEnded;
    case "checkin-answered":
      return words.uiNewsAnswered;
    case "message-came":
      return words.uiNewsMessage;
    case "visit-returned":
      return words.uiNewsReturned;
    case "visit-not-returned":
      return words.uiNewsNotReturned;
    case "entries-sent":
      return words.uiNewsSent;
    case "entries-held":
      return words.uiNewsHeld;
  }
}
