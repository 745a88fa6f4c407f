import { element, type Child } from "../../src/view/element.ts";
import { cleaned } from "../../src/foreign.ts";
import { shape } from "../../src/view/shape.ts";
import type { Message } from "../bridge/api.ts";
import { isHeld, isOpen, lineTitle, personWords, stateMark } from "../bridge/words.ts";
import type { Desk, Screen } from "../desk.ts";
import { newsBox, type Heard } from "../view/news.ts";

/** What is and was written to the clinic's own system: first what waits for a person, then what is under way. */
export const outboxScreen = (messages: Message[], heard: Heard = new Set()): Screen => ({
  name: "outbox",
  title: ({ words }) => words.uiOutbox,
  draw: (desk) => {
    const { words } = desk.reader;
    const news = newsBox(desk, heard, ["entries-sent", "entries-held"], desk.to.outbox);
    if (messages.length === 0) {
      return [news, element("p", { class: "lead" }, words.uiOutboxNone), element("p", { class: "quiet" }, words.uiOutboxNoneNext)];
    }
    const open = messages.filter((it) => !isToDecide(it) && it.lines.some(isOpen));
    const done = messages.filter((it) => !isToDecide(it) && !it.lines.some(isOpen));
    return [news, heldPart(desk, messages), part(desk, "open", words.uiOutboxOpen, open), part(desk, "done", words.uiOutboxDone, done), element("p", { class: "quiet" }, words.uiOutboxKept)];
  },
});

const isToDecide = ({ lines }: Message): boolean => lines.some(isHeld);

/** Those that wait for a person. */
export const heldPart = (desk: Desk, messages: Message[]): Child => part(desk, "held", desk.reader.words.uiOutboxHeld, messages.filter(isToDecide));

const part = (desk: Desk, name: string, title: string, some: Message[]): Child =>
  some.length === 0 ? undefined : element("section", { class: "add", "data-part": name }, element("h2", {}, title), element("ul", { class: "people" }, some.map((it) => element("li", {}, card(desk, it)))));

/** Lines of a card; the message has all. */
const SHOWN = 4;

function card(desk: Desk, message: Message): HTMLElement {
  const { words, time } = desk.reader;
  const { lines, by, at } = message;
  const first = [...lines].sort((one, other) => Number(isHeld(other)) - Number(isHeld(one))).slice(0, SHOWN);
  return element(
    "button",
    { type: "button", class: "person", click: () => desk.to.message(message.id), "data-message": message.id },
    ...personWords(message, desk.reader),
    ...first.map((it) => element("span", {}, lineTitle(it, words), " ", stateMark(words, it))),
    lines.length > SHOWN ? element("span", {}, words.uiOutboxMore({ count: lines.length - SHOWN })) : undefined,
    message.tries > 0 && lines.some(isOpen) ? element("span", { class: "caution" }, shape("caution"), " ", words.uiTries({ count: message.tries })) : undefined,
    element("span", { class: "quiet" }, words.uiApprovedBy({ name: cleaned(by.name), time: time(at * 1000) })),
  );
}
