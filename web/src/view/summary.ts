import type { Messages } from "../strings/messages.ts";
import { FOLDED, SECTION_ORDER, type Contact, type SectionName, type Summary } from "../summary.ts";
import { codeList } from "./codes.ts";
import { element, foreign } from "./element.ts";
import { entryList } from "./entries.ts";
import { banner } from "./marks.ts";
import { inOrder } from "./order.ts";
import type { Reader } from "./reader.ts";

const titles = (words: Messages): Record<SectionName, string> => ({
  allergies: words.cardAllergies,
  medicines: words.cardMedicines,
  conditions: words.cardConditions,
  implants: words.cardImplants,
  "blood-group": words.cardBloodGroup,
  pregnancy: words.cardPregnancy,
  directives: words.cardDirectives,
  languages: words.cardLanguages,
  vaccines: words.pageVaccines,
  results: words.pageResults,
  procedures: words.pageProcedures,
  documents: words.pageDocuments,
  other: words.pageOther,
});

/** One card, file or text: who and how old, then what is dangerous first. */
export function summaryArticle(summary: Summary, reader: Reader): HTMLElement {
  const { words } = reader;
  const content =
    summary.plain !== undefined
      ? [summary.plain === "" ? undefined : element("p", { class: "plain-text" }, foreign(summary.plain))]
      : [
          ...SECTION_ORDER.map((name) => (name === "contacts" ? contacts(summary.contacts, words) : section(name, summary, reader))),
          ...FOLDED.map((name) => folded(name, summary, reader)),
          codeList([...summary.sections.values()].flat(), words),
        ];
  return element("article", {}, banner(summary, reader), content);
}

function section(name: SectionName, summary: Summary, reader: Reader): HTMLElement | undefined {
  const entries = inOrder(summary.sections.get(name) ?? []);
  // That nothing is said of allergies must be seen; of others it is no news.
  if (entries.length === 0 && name !== "allergies") {
    return undefined;
  }
  const content = entries.length > 0 ? entryList(name, entries, reader) : [element("p", { class: "nothing" }, reader.words.cardNothing)];
  return element("section", { class: name, "data-section": name }, element("h2", {}, titles(reader.words)[name]), content);
}

function folded(name: SectionName, summary: Summary, reader: Reader): HTMLElement | undefined {
  const entries = inOrder(summary.sections.get(name) ?? []);
  return entries.length === 0
    ? undefined
    : element(
        "details",
        { class: "folded", "data-section": name },
        element("summary", {}, `${titles(reader.words)[name]} (${entries.length})`),
        entryList(name, entries, reader),
      );
}

function contacts(all: Contact[], words: Messages): HTMLElement | undefined {
  if (all.length === 0) {
    return undefined;
  }
  const line = (contact: Contact) => {
    const digits = contact.phone?.replace(/[^0-9+]/g, "") ?? "";
    const phone = contact.phone === undefined ? undefined : foreign(contact.phone, "phone");
    return element(
      "li",
      {},
      element("strong", {}, foreign(contact.name)),
      contact.relation === undefined || contact.relation === contact.name ? undefined : foreign(contact.relation, "quiet"),
      phone && (digits === "" ? phone : element("a", { href: `tel:${digits}`, class: "call" }, phone)),
    );
  };
  return element(
    "section",
    { class: "contacts", "data-section": "contacts" },
    element("h2", {}, words.cardContacts),
    element("ul", { class: "entries" }, all.map(line)),
  );
}
