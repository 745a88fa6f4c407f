import { codeName } from "../code-name.ts";
import type { Messages } from "../strings/messages.ts";
import type { Entry } from "../summary.ts";
import { element, foreign } from "./element.ts";

const MOST = 300;

/** The codes behind the words, folded. */
export function codeList(entries: Entry[], words: Messages): HTMLElement | undefined {
  const coded = entries.filter((entry) => entry.code !== undefined).slice(0, MOST);
  const line = (entry: Entry) => element("li", {}, foreign(entry.text), ": ", foreign(entry.code ? codeName(entry.code) : ""));
  return coded.length === 0
    ? undefined
    : element("details", { class: "codes" }, element("summary", {}, words.pageCode), element("ul", {}, coded.map(line)));
}
