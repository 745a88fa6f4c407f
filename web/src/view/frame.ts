import { LANGUAGES, type Language } from "../language/language.ts";
import { button, element, type Child } from "./element.ts";
import type { Reader } from "./reader.ts";

/** The page around what is shown: its name and language above, what can be done below. */
export function frame(
  reader: Reader,
  choose: (language: Language) => void,
  close: (() => void) | undefined,
  content: Child[],
  after: Child[],
  isSigned: boolean,
): HTMLElement[] {
  const { words, language } = reader;
  const options = Object.entries(LANGUAGES).map(([code, name]) =>
    element("option", { value: code, lang: code, selected: code === language }, name),
  );
  const select = element("select", { id: "language", change: () => choose(select.value as Language) }, options);
  const buttons = close && [button(words.pagePrint, () => window.print(), "action"), button(words.pageClose, close)];
  return [
    element(
      "header",
      {},
      element("h1", { tabindex: "-1" }, words.pageTitle),
      element("label", { class: "language" }, element("span", { class: "hidden" }, words.pageLanguage), select),
    ),
    element("main", {}, content, buttons && element("div", { class: "buttons" }, after, buttons)),
    element("footer", {}, [
      isSigned ? element("p", {}, words.cardCodeHonest) : undefined,
      close && element("p", {}, words.pagePrivate),
      language === "en" ? undefined : element("p", {}, words.cardWordsUnreviewed),
    ]),
  ];
}
