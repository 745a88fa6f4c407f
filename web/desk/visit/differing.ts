import { cleaned } from "../../src/foreign.ts";
import { element } from "../../src/view/element.ts";
import { shape } from "../../src/view/shape.ts";
import type { Desk } from "../desk.ts";
import { form } from "../view/form.ts";
import type { Visit } from "./api.ts";
import { chosen, differences, draftOf, isOnce, type Choice, type Draft, type Part } from "./content.ts";
import { partWords, partWritten, savedWords } from "./words.ts";

/** Two wrote in one visit: what differs side by side, and whose text is to stand. Nothing is saved before that is chosen. */
export class Differing {
  private readonly theirDraft: Draft;
  private readonly choices = new Map<Part, Choice>();

  /** @param read - what both began with: a part that only one changed since then is that one's, unless the person chooses otherwise. */
  constructor(
    private readonly mine: Draft,
    private readonly theirs: Visit,
    private readonly read: Draft,
  ) {
    this.theirDraft = draftOf(theirs.content);
    for (const part of this.parts) {
      const only = this.soleChange(part);
      if (only !== undefined) {
        this.choices.set(part, only);
      }
    }
  }

  draw(desk: Desk, save: (theirs: Visit, draft: Draft) => Promise<void>): HTMLElement {
    const { words } = desk.reader;
    const { mine, theirDraft, choices } = this;
    return element(
      "section",
      { class: "differing" },
      element("h2", { tabindex: "-1" }, shape("caution"), " ", words.uiVisitDiffers({ name: cleaned(this.theirs.saved_by.name) })),
      element("p", {}, words.uiVisitDiffersLead),
      element("p", { class: "quiet" }, savedWords(this.theirs, desk.reader)),
      form(desk, words.uiVisitDiffersSave, () => save(this.theirs, chosen(mine, theirDraft, choices)), ...this.parts.map((part) => this.part(part, desk))),
    );
  }

  private get parts(): Part[] {
    return differences(this.mine, this.theirDraft);
  }

  /** Who alone changed a part. */
  private soleChange(part: Part): "mine" | "theirs" | undefined {
    const differs = (draft: Draft): boolean => differences(draft, this.read).includes(part);
    const [mine, theirs] = [differs(this.mine), differs(this.theirDraft)];
    return mine === theirs ? undefined : mine ? "mine" : "theirs";
  }

  private part(part: Part, desk: Desk): HTMLElement {
    const { words } = desk.reader;
    const name = cleaned(this.theirs.saved_by.name);
    const only = this.soleChange(part);
    const remark = { mine: words.uiVisitOnlyYou, theirs: words.uiVisitOnlyThey({ name }), both: words.uiVisitBothChanged };
    const side = (label: string, draft: Draft) => element("div", {}, element("h3", {}, label), partWritten(draft, part, words));
    const choices: [Choice, string][] = [
      ["mine", words.uiVisitMine],
      ["theirs", words.uiVisitTheirs({ name })],
      ...(isOnce(part) ? [] : [["both", words.uiVisitBoth] as [Choice, string]]),
    ];
    return element(
      "fieldset",
      { class: "difference", "data-part": part },
      element("legend", {}, partWords(words, part)),
      element("div", { class: "sides" }, side(words.uiVisitMine, this.mine), side(words.uiVisitTheirs({ name }), this.theirDraft)),
      element("p", { class: only === undefined ? "caution" : "quiet" }, remark[only ?? "both"]),
      element("div", { class: "choices" }, choices.map(([choice, label]) => this.choice(part, choice, label))),
    );
  }

  private choice(part: Part, choice: Choice, label: string): HTMLElement {
    const id = `${part}-${choice}`;
    const input = element("input", { id, type: "radio", name: part, value: choice, required: true, checked: this.choices.get(part) === choice });
    input.addEventListener("change", () => this.choices.set(part, choice));
    return element("div", { class: "check" }, input, element("label", { for: id }, label));
  }
}
