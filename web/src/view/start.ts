import { button, element } from "./element.ts";
import type { Reader } from "./reader.ts";

/** What a reader can do here. */
export interface Ways {
  scan: () => void;
  picture: (file: File) => void;
  text: (text: string) => void;
}

/** The ways to bring a code: by camera, as a picture or file, as text. */
export function startForm({ words }: Reader, ways: Ways): HTMLElement {
  const pasted = element("textarea", { id: "pasted", rows: "3", spellcheck: "false", autocomplete: "off", dir: "ltr" });
  const file = element("input", {
    id: "picture",
    type: "file",
    accept: "image/*,.smart-health-card",
    change: () => {
      const [chosen] = file.files ?? [];
      if (chosen) {
        ways.picture(chosen);
      }
    },
  });
  const read = (event: Event) => {
    event.preventDefault();
    ways.text(pasted.value);
  };
  return element(
    "div",
    { class: "start" },
    element("p", { class: "lead" }, words.pageLead),
    button(words.pageScan, ways.scan, "action"),
    element("div", { class: "file" }, element("label", { for: "picture" }, words.pagePicture), file),
    element("form", { submit: read }, element("label", { for: "pasted" }, words.pagePaste), pasted, element("button", {}, words.pageRead)),
    element("p", { class: "quiet" }, words.pagePrivate),
  );
}
