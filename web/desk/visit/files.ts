import { cleaned } from "../../src/foreign.ts";
import { button, element, foreign } from "../../src/view/element.ts";
import type { Reader } from "../language.ts";
import { field } from "../view/form.ts";
import type { Attachment, Visit } from "./api.ts";

const KINDS = { "application/pdf": "PDF", "image/jpeg": "JPEG", "image/png": "PNG" } as const;

/** Files of a visit: added, and taken out, while nobody has signed it. */
export class Files {
  readonly section: HTMLElement;
  private readonly list = element("div", {});
  private readonly said = element("p", { class: "quiet", role: "status" });
  private readonly input = element("input", { id: "visit-file", type: "file", accept: Object.keys(KINDS).join(",") });

  /** `add` and `takeOut` give the visit as it stands after; nothing where it did not come to that, which is said elsewhere. */
  constructor(
    visit: Visit,
    private readonly reader: Reader,
    private readonly add: (file: File) => Promise<Visit | undefined>,
    private readonly takeOut: (attachment: Attachment) => Promise<Visit | undefined>,
  ) {
    const { words } = reader;
    this.input.addEventListener("change", () => void this.chosen());
    this.section = element("section", { class: "kind", "data-part": "files" }, element("h2", {}, words.uiVisitFiles), this.list, field(words.uiVisitFileAdd, this.input, words.uiVisitFileKinds), this.said);
    this.show(visit);
  }

  private show(visit: Visit): void {
    const out = (it: Attachment) => button(this.reader.words.uiVisitFileOut({ name: cleaned(it.name) }), () => void this.without(it), "plain");
    this.list.replaceChildren(...fileList(visit, this.reader, out));
  }

  private async chosen(): Promise<void> {
    const file = this.input.files?.[0];
    if (file === undefined) {
      return;
    }
    const { words } = this.reader;
    this.said.textContent = words.uiVisitFileAdding;
    this.input.disabled = true;
    const visit = await this.add(file);
    this.input.disabled = false;
    // The same file can be chosen once more.
    this.input.value = "";
    this.said.textContent = visit === undefined ? "" : words.uiVisitFileAdded({ name: cleaned(visit.attachments.at(-1)?.name ?? "") });
    if (visit !== undefined) {
      this.show(visit);
      this.input.focus();
    }
  }

  private async without(attachment: Attachment): Promise<void> {
    const visit = await this.takeOut(attachment);
    if (visit !== undefined) {
      this.show(visit);
      this.said.textContent = this.reader.words.uiVisitFileGone({ name: cleaned(attachment.name) });
      this.input.focus();
    }
  }
}

/** Files of a visit, to be read. */
export function filesWritten(visit: Visit, reader: Reader): HTMLElement | undefined {
  return visit.attachments.length === 0 ? undefined : element("section", {}, element("h3", {}, reader.words.uiVisitFiles), fileList(visit, reader));
}

function fileList({ chart, id, attachments }: Visit, reader: Reader, more?: (it: Attachment) => HTMLElement): HTMLElement[] {
  const one = (it: Attachment): HTMLElement =>
    element(
      "li",
      { "data-file": it.id },
      element("a", { href: `./api/charts/${chart}/visits/${id}/attachments/${it.id}`, download: cleaned(it.name) }, foreign(it.name)),
      " ",
      element("span", { class: "quiet" }, `${KINDS[it.kind]}, ${sizeWords(it.size, reader)}`),
      more === undefined ? undefined : [" ", more(it)],
    );
  return attachments.length === 0 ? [] : [element("ul", { class: "files" }, attachments.map(one))];
}

function sizeWords(bytes: number, { language }: Reader): string {
  const [size, unit] = bytes < 1_000_000 ? [Math.max(bytes / 1000, 1), "kilobyte"] : [bytes / 1_000_000, "megabyte"];
  const form = { style: "unit", unit, maximumFractionDigits: unit === "kilobyte" ? 0 : 1 } as const;
  return new Intl.NumberFormat(`${language}-u-nu-latn`, form).format(size);
}
