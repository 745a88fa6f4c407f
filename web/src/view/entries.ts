import { cleaned } from "../foreign.ts";
import type { Messages } from "../strings/messages.ts";
import type { Entry, SectionName } from "../summary.ts";
import { button, element, foreign } from "./element.ts";
import type { Reader } from "./reader.ts";
import { shape } from "./shape.ts";

/** Entries that are shown before the reader asks for more. */
const FIRST = 100;
const NEXT = 500;

/** All entries of a section; allergies stand out. */
export function entryList(section: SectionName, entries: Entry[], reader: Reader): HTMLElement[] {
  const list = element("ul", { class: "entries" });
  let shown = 0;
  const more = button("", () => show(NEXT), "quiet");
  const show = (count: number) => {
    list.append(...entries.slice(shown, shown + count).map((entry) => entryItem(section, entry, reader)));
    shown = Math.min(entries.length, shown + count);
    more.textContent = reader.words.pageMore({ count: entries.length - shown });
    more.hidden = shown === entries.length;
  };
  show(FIRST);
  return [list, more];
}

function entryItem(section: SectionName, entry: Entry, { words, date }: Reader): HTMLElement {
  const isDanger = section === "allergies" && !entry.isStruck && (entry.severity === "severe" || entry.highRisk);
  const sign = isDanger ? "danger" : entry.disputed ? "caution" : entry.noneKnown ? "none" : "item";
  const remarks = [
    entry.severity && severityWord(words, entry.severity),
    entry.highRisk ? words.cardHighRisk : undefined,
    entry.disputed ? words.cardDisputed : undefined,
    entry.noneKnown ? words.cardNoneKnown : undefined,
    ...(entry.notes ?? []).map((note) => words[note]),
  ].filter((it) => it !== undefined);
  const { since, author, file } = entry;
  const small = [
    since === undefined ? undefined : words.pageSince({ date: date(since) }),
    author === undefined ? undefined : words.pageAuthor({ name: cleaned(author) }),
    entry.isNameAdded ? words.pageNameAdded : undefined,
  ].filter((it) => it !== undefined);
  return element(
    "li",
    { class: `entry${isDanger ? " danger" : ""}${entry.disputed ? " caution" : ""}` },
    shape(sign),
    element(
      "div",
      {},
      element(entry.isStruck ? "s" : "strong", {}, foreign(entry.text)),
      remarks.length > 0 ? [" ", element("span", { class: "remarks" }, remarks.join(" · "))] : [],
      entry.detail === undefined ? undefined : element("div", { class: "detail" }, foreign(entry.detail)),
      small.length > 0 ? element("div", { class: "quiet" }, small.join(" · ")) : undefined,
      file && button(words.pageSave({ name: cleaned(file.name) }), () => save(file), "quiet"),
    ),
  );
}

function severityWord(words: Messages, severity: NonNullable<Entry["severity"]>): string {
  return { mild: words.cardMild, moderate: words.cardModerate, severe: words.cardSevere }[severity];
}

/** Hands a file to the browser, to be saved and not to be run here. */
function save(file: NonNullable<Entry["file"]>): void {
  const address = URL.createObjectURL(new Blob([file.bytes], { type: file.type }));
  element("a", { href: address, download: file.name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
