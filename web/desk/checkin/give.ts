import { button, element } from "../../src/view/element.ts";
import { shape } from "../../src/view/shape.ts";
import type { Desk } from "../desk.ts";
import { field } from "../view/form.ts";

/** Names of a machine that only it itself calls so. */
const ALONE = ["localhost", "127.0.0.1", "[::1]"];

/** How the patient gets what is asked: a code, a link, or a file, and what to tell them. */
export function givePart({ reader: { words } }: Desk, id: string, path: string): HTMLElement {
  const { href, hostname } = new URL(path, location.href);
  const link = element("input", { id: "link", readonly: true, dir: "ltr", value: href });
  const told = element("p", { role: "status", class: "quiet" });
  const copy = async (): Promise<void> => {
    link.select();
    // Where the page is not reached by a safe way, browsers copy nothing by themselves.
    const isCopied = await (navigator.clipboard?.writeText(href) ?? Promise.reject()).then(() => true, () => false);
    told.textContent = isCopied ? words.uiCheckinCopied : words.uiCheckinSelected;
  };
  return element(
    "section",
    { class: "give" },
    element("h2", { tabindex: "-1" }, words.uiCheckinGive),
    ALONE.includes(hostname) ? element("p", { class: "caution" }, shape("caution"), " ", words.uiCheckinAlone) : undefined,
    element(
      "div",
      { class: "given" },
      element("img", { class: "code", src: `./api/checkins/${id}/qr`, alt: words.uiCheckinCode, width: "240", height: "240" }),
      element(
        "div",
        {},
        field(words.uiCheckinLink, link),
        told,
        element(
          "div",
          { class: "buttons" },
          button(words.uiCheckinCopy, () => void copy(), "action"),
          element("a", { class: "button", href: `./api/checkins/${id}/request`, download: "check-in.json" }, words.uiCheckinFile),
        ),
        element("h3", {}, words.uiCheckinTell),
        element(
          "ul",
          { class: "sentences" },
          [words.uiCheckinTellOpen, words.uiCheckinTellChoose, words.uiCheckinTellBack, words.uiCheckinTellUs].map((it) => element("li", {}, it)),
        ),
        element("p", { class: "quiet" }, words.uiCheckinWhoever),
      ),
    ),
  );
}
