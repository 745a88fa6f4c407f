import { cleaned } from "../foreign.ts";

type Attributes = Record<string, string | boolean | ((event: Event) => void)>;
export type Child = Node | string | undefined;

/** An element. Its texts become text nodes: nothing that comes from outside is ever parsed as HTML. */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: (Child | Child[])[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") {
      made.addEventListener(name, value);
    } else if (value !== false) {
      made.setAttribute(name, value === true ? "" : value);
    }
  }
  made.append(...children.flat().filter((child) => child !== undefined));
  return made;
}

/** Foreign text in its own direction. */
export const foreign = (text: string, className = ""): HTMLElement =>
  element("bdi", { dir: "auto", ...(className === "" ? {} : { class: className }) }, cleaned(text));

export const button = (label: string, press: () => void, className = ""): HTMLButtonElement =>
  element("button", { type: "button", click: press, ...(className === "" ? {} : { class: className }) }, label);

/** What is to be typed, under its label. */
export const field = (label: string, input: HTMLInputElement, ...more: HTMLElement[]): HTMLElement =>
  element("div", { class: "field" }, element("label", { for: input.id }, label), input, more);
