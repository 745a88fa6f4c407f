import { button, element, foreign, type Child } from "../../src/view/element.ts";
import { isHeld } from "../api.ts";
import type { Desk, Screen } from "../desk.ts";
import { LANGUAGES, type Language } from "../language.ts";
import { roleWord } from "./words.ts";

/** A part of the desk in its menu. */
interface Part {
  name: string;
  label: string;
  key: string;
  go: () => void;
}

/** The parts that this person may go to. */
export function parts({ who, reader: { words }, to }: Desk): Part[] {
  if (who === undefined || isHeld(who)) {
    return [];
  }
  return who.account.role === "administrator"
    ? [
        { name: "staff", label: words.uiStaff, key: "a", go: to.staff },
        { name: "system", label: words.uiSystem, key: "e", go: to.system },
        { name: "log", label: words.uiLog, key: "l", go: to.log },
      ]
    : [
        { name: "scan", label: words.uiScan, key: "s", go: () => to.scan() },
        { name: "here", label: words.uiHere, key: "w", go: to.here },
        ...(who.account.role === "clinician" ? [{ name: "visits", label: words.uiVisits, key: "v", go: to.visits }] : []),
        ...(who.account.role === "clinician" ? [{ name: "outbox", label: words.uiOutbox, key: "o", go: to.outbox }] : []),
        { name: "checkins", label: words.uiCheckins, key: "c", go: to.checkins },
        { name: "messages", label: words.uiMessages, key: "m", go: to.messages },
        { name: "receipts", label: words.uiReceipts, key: "r", go: to.receipts },
      ];
}

/** The page around a screen: whose desk, its parts, who works there, and the language. */
export function frame(desk: Desk, screen: Screen, speak: (language: Language) => void): HTMLElement[] {
  const { reader, who, to } = desk;
  const { words, language } = reader;
  const option = (code: Language) => element("option", { value: code, lang: code, selected: code === language }, LANGUAGES[code]);
  const select = element("select", { id: "language", change: () => speak(select.value as Language) }, (Object.keys(LANGUAGES) as Language[]).map(option));
  const part = ({ name, label, key, go }: Part): HTMLElement =>
    element(
      "button",
      { type: "button", click: go, "aria-keyshortcuts": key, ...(name === screen.name ? { "aria-current": "page" } : {}) },
      label,
      " ",
      element("kbd", { "aria-hidden": "true" }, key),
    );
  const menu = parts(desk).map(part);
  const account: Child[] =
    who === undefined
      ? []
      : [
          element("span", { class: "account" }, foreign(who.account.name), element("span", { class: "quiet" }, roleWord(words, who.account.role))),
          isHeld(who) || screen.name === "passkeys" ? undefined : button(words.uiPasskeys, () => to.passkeys(), "plain"),
          isHeld(who) || screen.name === "password" ? undefined : button(words.uiChangePassword, to.password, "plain"),
          button(words.uiSignOut, to.signOut, "plain"),
        ];
  return [
    element(
      "header",
      { class: "top" },
      element("span", { class: "clinic" }, desk.clinic === "" ? words.uiTitle : foreign(desk.clinic)),
      menu.length > 0 ? element("nav", { "aria-label": words.uiMenu }, menu) : undefined,
      element(
        "div",
        { class: "tools" },
        account,
        menu.length > 0 ? button("?", to.keys, "plain") : undefined,
        element("label", { class: "language" }, element("span", { class: "hidden" }, words.uiLanguage), select),
      ),
    ),
    element("main", {}, element("h1", { tabindex: "-1" }, screen.title(reader)), screen.draw(desk)),
    element("footer", {}, language === "en" ? undefined : element("p", {}, words.uiWordsUnreviewed)),
  ];
}
