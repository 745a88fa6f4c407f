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

/** Control characters, and those that turn text around: shown as what they are, unreadable. */
const UNSEEN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** The longest text that is shown of one field. */
const MOST = 20_000;

/** Foreign text that is to stand within a sentence of ours. */
export function cleaned(text: string): string {
  const short = text.length > MOST ? `${text.slice(0, MOST)}…` : text;
  return short.replace(UNSEEN, "\ufffd");
}

/** Foreign text in its own direction. */
export const foreign = (text: string, className = ""): HTMLElement =>
  element("bdi", { dir: "auto", ...(className === "" ? {} : { class: className }) }, cleaned(text));

export const button = (label: string, press: () => void, className = ""): HTMLButtonElement =>
  element("button", { type: "button", click: press, ...(className === "" ? {} : { class: className }) }, label);
