import { fields, makeCard } from "./make-card.ts";
import { today } from "./page-test.ts";

/** An entry of a card: words, code as a number in SNOMED CT, reaction, severity, marks. */
export const entry = (text: string, code?: number, detail?: string, severity?: number, marks?: number): Map<number, unknown> =>
  fields([0, text], [1, code && 1], [3, code], [5, detail], [6, severity], [7, marks]);

export const contact = (name: string, relation?: string, phone?: string): Map<number, unknown> =>
  fields([0, name], [1, relation], [2, phone]);

const full = fields(
  [0, "Maria Okafor"],
  [1, "1984-07-19"],
  [2, [entry("Penicillin", 91936005, "Anaphylaxis", 3, 1), entry("Latex", 1003755004, "Hives", 1), entry("Bee venom", 288328004, undefined, undefined, 2)]],
  [3, [entry("Warfarin 5 mg, one in the evening"), entry("Insulin glargine, 20 units at night")]],
  [4, [entry("Atrial fibrillation", 49436004), entry("Type 1 diabetes", 46635009)]],
  [5, [entry("O negative", 278148006)]],
  [6, [entry("Pacemaker", 14106009)]],
  [7, [entry("Pregnant, due in March 2027", 77386006)]],
  [8, [entry("English"), entry("Igbo")]],
  [9, [entry("No blood products")]],
  [10, [contact("Daniel Okafor", "husband", "+44 20 7946 0000"), contact("Dr. Amara Lindqvist", "doctor", "020 7946 0001")]],
);

/** A card with every section, issued so many days ago. */
export const fullCard = (days = 0, review = 183): Promise<string> =>
  makeCard({ content: full, issued: today - days, reviewBy: today - days + review });
