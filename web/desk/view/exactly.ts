import { cleaned } from "../../src/foreign.ts";
import { element } from "../../src/view/element.ts";

/** What would be sent, letter by letter, for who opens it. */
export function exactly(json: string, label: string, more?: string): HTMLElement {
  return element("details", {}, element("summary", {}, label), more === undefined ? undefined : element("p", { class: "quiet" }, more), element("pre", { class: "exact", dir: "ltr", tabindex: "0" }, cleaned(json)));
}
