import { button, element, foreign, type Child } from "../../src/view/element.ts";
import type { Messages } from "../strings/messages.ts";
import { field as labelled } from "../view/form.ts";
import { KINDS, LISTS, isOnce, newRow, settle, TEXTS, VITALS, YES, type Draft, type Field, type ListPart, type Row, type TextPart } from "./content.ts";
import { instantOf, placeTime } from "./time.ts";
import { choiceWords, partWords, plain } from "./words.ts";

type Input = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** Nothing of it is kept or corrected by the browser. */
const UNKEPT = { autocomplete: "off", spellcheck: "false", dir: "auto" };

/** Letters of a line, and of a text: a visit of a few long texts is still one request that the server takes. */
const [LINE, TEXT] = ["1000", "20000"];

/** What a code of a code system stands for, where that is known. */
export type NameOf = (system: string, code: string) => Promise<string | null>;

/** Where a visit is written. `typed` is told of each change; the draft has it then. */
export function visitForm(draft: Draft, words: Messages, typed: () => void, nameOf: NameOf): HTMLElement {
  return element(
    "div",
    { class: "visit" },
    TEXTS.map((part) => textField(draft, part, words, typed)),
    LISTS.map((part) => new List(draft.lists[part], part, words, typed, nameOf).section),
  );
}

function textField({ texts }: Draft, part: TextPart, words: Messages, typed: () => void): HTMLElement {
  const id = `visit-${part}`;
  const input = part === "title" ? element("input", { id, maxlength: LINE, ...UNKEPT }) : element("textarea", { id, rows: "3", maxlength: TEXT, ...UNKEPT });
  input.value = texts[part];
  input.addEventListener("input", () => {
    texts[part] = input.value;
    typed();
  });
  return labelled(partWords(words, part), input);
}

/** The entries of one kind; more are added, and taken out. */
class List {
  readonly section: HTMLElement;
  private readonly entries = element("div", {});
  private readonly add: HTMLButtonElement;

  constructor(
    private readonly rows: Row[],
    private readonly part: ListPart,
    private readonly words: Messages,
    private readonly typed: () => void,
    private readonly nameOf: NameOf,
  ) {
    this.add = button(plain(words, KINDS[part].add), () => this.begin(newRow(part)));
    const usual = part === "vitals" ? VITALS.map(([label, ...vital]) => button(plain(words, label), () => this.begin(this.vital(vital)))) : [];
    this.section = element(
      "section",
      { class: "kind", "data-part": part },
      element("h2", {}, partWords(words, part)),
      this.entries,
      element("div", { class: "buttons" }, usual, this.add),
    );
    rows.forEach((row) => this.show(row));
  }

  private vital([text, code, unit, ucum]: readonly [string, string, string, string]): Row {
    return { ...newRow("vitals"), text, code, unit, ucum };
  }

  private begin(row: Row): void {
    this.rows.push(row);
    const entry = this.show(row);
    const fields = [...entry.querySelectorAll<Input>("input, textarea, select")];
    (fields.find((it) => it instanceof HTMLInputElement && it.type !== "checkbox" && it.value === "") ?? fields[0])?.focus();
  }

  private show(row: Row): HTMLElement {
    const { part, words } = this;
    const inputs = new Map<string, Input>();
    const change = (name: string, value: string): void => {
      row[name] = value;
      settle(row, name);
      for (const [other, input] of inputs) {
        if (other !== name && input.value !== row[other] && !isMark(input) && !isTime(input)) {
          input.value = row[other]!;
        }
      }
      this.typed();
    };
    const made = (field: Field): HTMLElement => {
      const [box, input] = fieldOf(field, row, words, (value) => change(field.name, value));
      inputs.set(field.name, input);
      return box;
    };
    const take = (name: string): void => {
      row["text"] = name;
      const input = inputs.get("text")!;
      input.value = name;
      input.focus();
      this.typed();
    };
    const named = element("div", { role: "status" });
    const { fields, one } = KINDS[part];
    const rare = fields.filter(({ isRare }) => isRare);
    const entry = element(
      "fieldset",
      { class: "row" },
      element("legend", {}, plain(words, one)),
      element("div", { class: "cells" }, fields.filter(({ isRare }) => !isRare).map(made)),
      element(
        "div",
        { class: "ends" },
        rare.length === 0 ? undefined : element("details", {}, element("summary", {}, words.uiCodeOf), element("div", { class: "cells" }, rare.map(made)), named),
        button(words.uiVisitTakeOut, () => this.takeOut(row, entry), "plain"),
      ),
    );
    for (const name of ["code", "system"]) {
      inputs.get(name)?.addEventListener("change", () => void suggest(row, named, words, this.nameOf, take));
    }
    this.entries.append(entry);
    this.add.hidden = isOnce(part);
    return entry;
  }

  private takeOut(row: Row, entry: HTMLElement): void {
    this.add.hidden = false;
    const next = entry.nextElementSibling?.querySelector<Input>("input, select, textarea") ?? this.add;
    this.rows.splice(this.rows.indexOf(row), 1);
    entry.remove();
    next.focus();
    this.typed();
  }
}

/** Says what the code of an entry stands for, and offers to write that. Who types is never stopped by it. */
async function suggest(row: Row, place: HTMLElement, words: Messages, nameOf: NameOf, take: (name: string) => void): Promise<void> {
  const [code, system] = [row["code"]!.trim(), row["system"]!];
  place.replaceChildren();
  const name = code === "" ? null : await nameOf(system, code).catch(() => null);
  const isStill = row["code"]!.trim() === code && row["system"] === system;
  if (name === null || !isStill || row["text"]!.trim() === name) {
    return;
  }
  const write = button(words.uiCodeNameTake, () => {
    place.replaceChildren();
    take(name);
  });
  place.replaceChildren(element("p", { class: "quiet" }, words.uiCodeName, " ", foreign(name)), write);
}

const isMark = (input: Input): boolean => input instanceof HTMLInputElement && input.type === "checkbox";

/** What it shows is in the time of this place. */
const isTime = (input: Input): boolean => input instanceof HTMLInputElement && input.type === "datetime-local";

let fieldsMade = 0;

function fieldOf(field: Field, row: Row, words: Messages, changed: (value: string) => void): [HTMLElement, Input] {
  fieldsMade += 1;
  const id = `visit-${field.name}-${fieldsMade}`;
  const label = plain(words, field.label);
  const name = field.name;
  if (field.as === "mark") {
    const mark = element("input", { id, type: "checkbox", checked: row[name] === YES, "data-field": name });
    mark.addEventListener("change", () => changed(mark.checked ? YES : ""));
    return [element("div", { class: "check" }, mark, element("label", { for: id }, label)), mark];
  }
  const input = inputOf(field, row, words, id);
  input.addEventListener("input", () => changed(field.as === "time" ? instantOf(input.value) : input.value));
  return [labelled(label, input, field.hint && plain(words, field.hint)), input];
}

function inputOf({ name, as, choices, isDigits }: Field, row: Row, words: Messages, id: string): Input {
  const common = { id, "data-field": name };
  const value = row[name]!;
  if (as === "choice") {
    const isKnown = choices!.some(([choice]) => choice === value);
    const options: Child[] = choices!.map(([choice, label]) => element("option", { value: choice }, choiceWords(label, words)));
    const select = element("select", common, options, isKnown ? undefined : element("option", { value }, value));
    select.value = value;
    return select;
  }
  if (as === "time") {
    const time = element("input", { ...common, type: "datetime-local", autocomplete: "off" });
    time.value = placeTime(value);
    return time;
  }
  const input =
    as === "long"
      ? element("textarea", { ...common, rows: "3", maxlength: TEXT, ...UNKEPT })
      : element("input", { ...common, maxlength: LINE, ...UNKEPT, ...(isDigits ? { inputmode: "decimal", dir: "ltr" } : {}) });
  input.value = value;
  return input;
}
