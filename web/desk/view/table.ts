import { element, type Child } from "../../src/view/element.ts";

/** A table that a narrow window shows as a list. */
export function table(name: string, heads: string[], rows: Child[][]): HTMLTableElement {
  const head = (label: string) => element("th", { scope: "col" }, label);
  const cell = (content: Child, at: number) => element("td", { "data-label": heads[at] ?? "" }, content);
  return element(
    "table",
    {},
    element("caption", { class: "hidden" }, name),
    element("thead", {}, element("tr", {}, heads.map(head))),
    element("tbody", {}, rows.map((row) => element("tr", {}, row.map(cell)))),
  );
}
