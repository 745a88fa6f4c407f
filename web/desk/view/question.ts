import { button, element, type Child } from "../../src/view/element.ts";
import type { Desk } from "../desk.ts";
import { problemOf } from "../problem.ts";
import { problemBox } from "./problem.ts";

/** A question before something is done: the way back is the easy one, and what goes wrong stands above the buttons. */
export function question(desk: Desk, title: string, content: Child[], no: [string, () => void], ...yes: [string, () => Promise<void>][]): HTMLElement {
  const wrong = element("div", {});
  const act = ([label, work]: [string, () => Promise<void>]) => button(label, () => void attempt(desk, wrong, work), "danger");
  return element(
    "section",
    { class: "closing" },
    element("h2", { tabindex: "-1" }, title),
    content,
    wrong,
    element("div", { class: "buttons" }, button(no[0], no[1], "action"), yes.map(act)),
  );
}

/** Does something, and says in a place what went wrong. */
export async function attempt(desk: Desk, wrong: HTMLElement, work: () => Promise<void>): Promise<void> {
  const { left } = desk;
  const buttons = [...(wrong.parentElement?.querySelectorAll("button") ?? [])];
  wrong.replaceChildren();
  buttons.forEach((it) => (it.disabled = true));
  try {
    await work();
  } catch (error) {
    if (!left.aborted && !desk.ends(error)) {
      const box = problemBox(problemOf(error), desk.reader);
      wrong.replaceChildren(box);
      box.focus();
    }
  } finally {
    buttons.forEach((it) => (it.disabled = false));
  }
}
