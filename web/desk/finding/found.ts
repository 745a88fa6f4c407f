import { button, element } from "../../src/view/element.ts";
import { cleaned } from "../../src/foreign.ts";
import type { Desk } from "../desk.ts";
import { entryItem } from "../view/entry.ts";
import { attempt, inChart } from "../view/question.ts";
import { sectionWord, sectionWords } from "../view/words.ts";
import type { Found } from "./api.ts";
import { mark, wordsOf } from "./mark.ts";

/** What a search found, section by section, with its words marked. */
export function foundView(desk: Desk, chart: string, text: string, found: Found, open: (id: string) => void): HTMLElement[] {
  const { reader } = desk;
  const { words } = reader;
  const looked = wordsOf(text);
  const count = found.sections.reduce((all, it) => all + it.count, 0);
  const lists = new Map<string, HTMLElement>();
  const parts = element("div", {});
  const listOf = (section: string): HTMLElement => {
    const there = lists.get(section);
    if (there !== undefined) {
      return there;
    }
    const of = found.sections.find((it) => it.section === section);
    const list = element("ul", { class: "entries", "data-found": section });
    parts.append(element("h3", {}, sectionWord(words, section), " ", element("span", { class: "quiet" }, words.uiCount({ count: of?.count ?? 0 }))), list);
    lists.set(section, list);
    return list;
  };
  const add = (entries: Found["entries"]): HTMLElement[] => {
    const items = entries.map((it) => {
      const item = entryItem(it, it.section, reader, open);
      mark(item, looked);
      item.querySelector("summary")?.addEventListener("click", () => mark(item.querySelector<HTMLElement>(".more")!, looked), { once: true });
      listOf(it.section).append(item);
      return item;
    });
    return items;
  };
  add(found.entries);
  const wrong = element("div", {});
  const next = inChart(desk, chart, async () => {
    const more = await desk.api.finding.search(chart, text, found.entries.length);
    if (desk.left.aborted) {
      return;
    }
    found.entries.push(...more.entries);
    found.more = more.more;
    further.hidden = !more.more;
    add(more.entries)[0]?.querySelector("summary")?.focus();
  });
  const further = button(words.uiMore, () => void attempt(desk, wrong, next), "more");
  further.hidden = !found.more;
  const closed = found.not_searched;
  return [
    element("h2", { tabindex: "-1" }, words.uiFound({ words: cleaned(text) })),
    element("p", { class: "counted" }, words.uiFoundCount({ count })),
    ...(closed.length === 0 ? [] : [element("p", { class: "quiet" }, words.uiNotSearched({ sections: sectionWords(words, closed) }))]),
    parts,
    wrong,
    further,
  ];
}
