import { element, type Child } from "../../src/view/element.ts";
import type { Desk } from "../desk.ts";
import { problemOf } from "../problem.ts";
import { problemBox } from "./problem.ts";

/** A field under its label, with a remark below. */
export function field(label: string, input: HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement, why?: string): HTMLElement {
  const remark = why === undefined ? undefined : element("p", { id: `${input.id}-why`, class: "quiet" }, why);
  if (remark) {
    input.setAttribute("aria-describedby", remark.id);
  }
  return element("div", { class: "field" }, element("label", { for: input.id }, label), input, remark);
}

/** A line that is typed. Nothing of it is kept or corrected by the browser. */
export const line = (id: string, more: Record<string, string | boolean> = {}): HTMLInputElement =>
  element("input", { id, name: id, required: true, maxlength: "100", autocomplete: "off", autocapitalize: "none", spellcheck: "false", ...more });

/** Several lines that a program wrote, such as a certificate. */
export const block = (id: string, more: Record<string, string | boolean> = {}): HTMLTextAreaElement =>
  element("textarea", { id, name: id, rows: "6", required: true, maxlength: "30000", dir: "ltr", autocomplete: "off", autocapitalize: "none", spellcheck: "false", ...more });

/** A password. `autocomplete` says which, for who keeps passwords in the browser. */
export const password = (id: string, autocomplete: "current-password" | "new-password", more: Record<string, string | boolean> = {}): HTMLInputElement =>
  line(id, { type: "password", maxlength: "1000", autocomplete, ...more });

/** A form that sends what was typed, and says above it what went wrong. What was typed stays. */
export function form(desk: Desk, action: string, send: () => Promise<void>, ...content: Child[]): HTMLFormElement {
  const wrong = element("div", {});
  const press = element("button", { class: "action" }, action);
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    wrong.replaceChildren();
    press.disabled = true;
    try {
      await send();
    } catch (error) {
      if (!desk.ends(error)) {
        const box = problemBox(problemOf(error), desk.reader);
        wrong.replaceChildren(box);
        box.focus();
      }
    } finally {
      press.disabled = false;
    }
  };
  return element("form", { class: "form", submit: (event) => void submit(event) }, wrong, content, press);
}
