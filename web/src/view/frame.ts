import { LANGUAGES, type Language } from "../language/language.ts";
import { button, element, type Child } from "./element.ts";
import type { Reader } from "./reader.ts";

const OTHERS_AFTER_MS = 400;

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
  const option = (code: Language) => element("option", { value: code, lang: code, selected: code === language }, LANGUAGES[code]);
  const select = element("select", { id: "language", change: () => choose(select.value as Language) }, option(language));
  // The other names need fonts of other scripts, which the browser is not to look for before the allergies stand there.
  setTimeout(() => select.replaceChildren(...(Object.keys(LANGUAGES) as Language[]).map(option)), OTHERS_AFTER_MS);
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
