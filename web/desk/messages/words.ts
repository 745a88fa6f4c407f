import { element, foreign, type Child } from "../../src/view/element.ts";
import { shape } from "../../src/view/shape.ts";
import type { Desk } from "../desk.ts";
import type { MessagesLine } from "./api.ts";

/** Charts with messages, under a title; nothing where there are none. */
export function mailPart(desk: Desk, part: string, title: string, lines: MessagesLine[]): Child {
  return lines.length === 0
    ? undefined
    : element("section", { class: "add", "data-part": part }, element("h2", {}, title), element("ul", { class: "people" }, lines.map((it) => element("li", {}, card(desk, it)))));
}

export const isUnread = ({ unread }: MessagesLine): boolean => unread > 0;

function card({ reader, to }: Desk, line: MessagesLine): HTMLElement {
  const { words, date, time } = reader;
  const { chart, name, born, key_words, unread, latest } = line;
  return element(
    "button",
    { type: "button", class: "person", click: () => to.messagesOf(chart), "data-messages": chart },
    element("span", { class: "name" }, name === null ? words.uiUnnamed : foreign(name)),
    born === null ? undefined : element("span", { class: "born" }, words.uiBorn({ date: date(born) })),
    name === null ? element("span", { class: "quiet" }, words.uiKey({ words: key_words })) : undefined,
    unread === 0 ? undefined : element("span", { class: "standing caution" }, shape("caution"), " ", words.uiMessagesUnread({ count: unread })),
    element("span", { class: "quiet" }, words.uiMessagesLatest({ time: time(latest * 1000) })),
  );
}
