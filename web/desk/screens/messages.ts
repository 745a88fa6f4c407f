import { element } from "../../src/view/element.ts";
import type { Screen } from "../desk.ts";
import type { MessagesLine } from "../messages/api.ts";
import { isUnread, mailPart } from "../messages/words.ts";
import { newsBox, type Heard } from "../view/news.ts";

/** All charts in which there are messages: first those with something that nobody has read. */
export const messagesScreen = (lines: MessagesLine[], heard: Heard = new Set()): Screen => ({
  name: "messages",
  title: ({ words }) => words.uiMessages,
  draw: (desk) => {
    const { words } = desk.reader;
    const rest = lines.filter((it) => !isUnread(it));
    return [
      newsBox(desk, heard, ["message-came"], desk.to.messages),
      element("p", {}, words.uiMessagesLead),
      lines.length === 0 ? element("p", { class: "lead" }, words.uiMessagesNone) : undefined,
      mailPart(desk, "unread", words.uiMessagesNew, lines.filter(isUnread)),
      mailPart(desk, "open", words.uiMessagesOpen, rest.filter((it) => it.open)),
      mailPart(desk, "ended", words.uiMessagesEnded, rest.filter((it) => !it.open)),
      lines.length === 0 ? undefined : element("p", { class: "quiet" }, words.uiMessagesKept),
    ];
  },
});
