import { expect, test } from "@playwright/test";
import type { Entry, Facts } from "../../desk/api.ts";
import type { Alike, Reconciled, SectionBeside, Statement } from "../../desk/reconcile/api.ts";
import { isRead } from "../../desk/reconcile/reading.ts";
import { before, decisionOf, heldAgainst, isOffered, partOf, rowsOf, type Allowed, type Answer, type Chosen, type Row } from "../../desk/reconcile/rows.ts";

const facts = (title: string, more: Partial<Facts> = {}): Facts =>
  ({ type: "AllergyIntolerance", readable: true, title, components: [], negation: null, severity: null, ...more }) as Facts;

const entry = (id: string | null, more: Partial<Entry> = {}): Entry => ({ id, facts: facts(id ?? "copy"), state: "current", past: false, disputed: false, sources: [], others: [], ...more });

const statement = (id: string, to: Alike[], more: Partial<Statement> = {}): Statement => ({ id, hash: `hash of ${id}`, facts: facts(id), past: false, retracted: false, to, ...more });

const alike = (how: Alike["how"], at: number): Alike => ({ how, at, differences: [] });

const section = (chart: Entry[], system: Statement[]): SectionBeside => ({ section: "allergies", standing: "listed", chart, system, contradiction: false });

const FREE: Allowed = { decide: true, take: true, write: () => true, sent: () => false };

const asked = ({ questions }: Row) => questions.map(({ key, answers, isExtra }) => [key, answers.join(" "), isExtra]);

const choose = (rows: Row[], answers: Record<string, Answer>): Chosen =>
  new Map(rows.flatMap((it) => it.questions).flatMap((question) => (answers[question.key] === undefined ? [] : [[question.key, { answer: answers[question.key]!, question }]])));

test("what disagrees stands first, and what is of one thing stands in one row", () => {
  const chart = [entry("same"), entry("alone"), entry("maybe"), entry("gone", { state: "retracted" })];
  const system = [statement("A/1", [alike("same", 0)]), statement("A/2", []), statement("A/3", [alike("probable", 2)]), statement("A/4", [alike("probable", 2)]), statement("A/5", [alike("retracted", 3)])];
  const rows = rowsOf(section(chart, system), FREE);
  expect(rows.map((it) => [it.kind, it.entries.map(({ id }) => id).join(), it.statements.map(({ id }) => id).join()])).toEqual([
    ["retracted", "gone", "A/5"],
    ["probable", "maybe", "A/3,A/4"],
    ["system-only", "", "A/2"],
    ["chart-only", "alone", ""],
    ["same", "same", "A/1"],
  ]);
  expect(rows.map((it) => partOf(it, []))).toEqual(["open", "open", "open", "open", "agreed"]);
});

test("each side alone is given or left, and what says the same is not asked about", () => {
  const rows = rowsOf(section([entry("same"), entry("alone")], [statement("A/1", [alike("same", 0)]), statement("A/2", [])]), FREE);
  expect(rows.flatMap(asked)).toEqual([
    ["statement A/2", "take leave", false],
    ["entry alone", "write leave", false],
  ]);
});

test("before the system was read nothing is asked", () => {
  expect(rowsOf(section([entry("alone")], []), { ...FREE, decide: false }).flatMap(asked)).toEqual([]);
});

test("where the patient does not let the clinic write, nothing is added; a copy, and what nobody settled, are not written", () => {
  const chart = [entry(null), entry("disputed", { disputed: true })];
  const rows = rowsOf(section(chart, [statement("A/1", []), statement("A/2", [alike("probable", 0)])]), { ...FREE, take: false, write: (it) => !it.disputed });
  expect(rows.map(asked)).toEqual([[["statement A/2", "leave", false]], [["statement A/1", "leave", false]], [["entry disputed", "leave", false]]]);
});

test("what may be there already is written only once all of it is said to be something else, or where it was sent from here", () => {
  const it = section([entry("e")], [statement("A/1", [alike("probable", 0)]), statement("A/2", [alike("differs", 0)])]);
  const [row] = rowsOf(it, FREE) as [Row];
  expect(asked(row)).toEqual([
    ["pair e A/1", "same different", false],
    ["pair e A/2", "same different", false],
    ["entry e", "write", true],
    ["statement A/1", "take", true],
    ["statement A/2", "take", true],
  ]);
  const offered = (answers: Record<string, Answer>, allowed = FREE): string[] => row.questions.filter((question) => isOffered(question, row, choose([row], answers), allowed)).map(({ key }) => key);
  const both = ["pair e A/1", "pair e A/2"];
  expect(offered({})).toEqual(both);
  expect(offered({ "pair e A/1": "different" })).toEqual([...both, "statement A/1"]);
  expect(offered({ "pair e A/1": "different", "pair e A/2": "same" })).toEqual([...both, "statement A/1", "statement A/2"]);
  expect(offered({ "pair e A/1": "different", "pair e A/2": "different" })).toEqual([...both, "entry e", "statement A/1", "statement A/2"]);
  expect(offered({ "pair e A/1": "same", "pair e A/2": "same" }, { ...FREE, sent: () => true })).toContain("entry e");
});

test("what was entered in error is not taken; what the system took back is taken back in the chart, too", () => {
  const chart = [entry("gone", { state: "retracted" }), entry("from there")];
  const system = [statement("A/1", [alike("retracted", 0)]), statement("A/2", [alike("differs", 1)], { retracted: true }), statement("A/3", [], { retracted: true })];
  const rows = rowsOf(section(chart, system), FREE);
  expect(rows.map((it) => [it.kind, asked(it)])).toEqual([
    ["retracted", [["statement A/1", "leave", false]]],
    ["taken-back", [["statement A/2", "take leave", false]]],
    ["system-only", []],
  ]);
  // It was sent from here: there it can be marked as entered in error.
  const [first] = rowsOf(section(chart, system), { ...FREE, sent: () => true });
  expect(asked(first!)).toEqual([["entry gone", "write leave", false]]);
});

test("that there is nothing is never given to a side that lists something, nor the same as something", () => {
  const none = { facts: facts("none", { negation: "none-known" }) };
  expect(rowsOf(section([entry("e")], [statement("A/1", [], none)]), FREE).map(asked)).toEqual([[["statement A/1", "leave", false]], [["entry e", "write leave", false]]]);
  expect(rowsOf(section([entry("n", none)], [statement("A/1", [])]), FREE).map(asked)).toEqual([[["statement A/1", "take leave", false]], [["entry n", "leave", false]]]);
  expect(asked(rowsOf(section([entry("n", none)], [statement("A/1", [alike("probable", 0)])]), FREE)[0]!)[0]).toEqual(["pair n A/1", "different", false]);
});

test("an answer becomes a decision about what was seen, with the reason", () => {
  const rows = rowsOf(section([entry("e"), entry("f")], [statement("A/1", [alike("probable", 0)]), statement("A/2", [])]), FREE);
  const chosen = choose(rows, { "pair e A/1": "different", "entry e": "write", "statement A/2": "leave", "entry f": "leave" });
  expect([...chosen.values()].map((it) => decisionOf(it, " asked her "))).toEqual([
    { decision: "different", entry: "e", system: "A/1", hash: "hash of A/1", reason: "asked her" },
    { decision: "write", entry: "e", reason: "asked her" },
    { decision: "leave-statement", system: "A/2", hash: "hash of A/2", reason: "asked her" },
    { decision: "leave-entry", entry: "f", reason: "asked her" },
  ]);
  expect(decisionOf([...chosen.values()][3]!, " ")).toEqual({ decision: "leave-entry", entry: "f" });
});

test("what was read anew meanwhile takes its own answer along, and no other", () => {
  const chart = [entry("e")];
  const was = rowsOf(section(chart, [statement("A/1", [alike("probable", 0)]), statement("A/2", []), statement("A/3", [])]), FREE);
  const chosen = choose(was, { "pair e A/1": "same", "statement A/2": "take", "statement A/3": "leave" });
  const now = rowsOf(section(chart, [statement("A/1", [alike("probable", 0)]), statement("A/2", [], { hash: "another" })]), FREE);
  const [kept, changed] = heldAgainst(chosen, now);
  expect([...kept].map(([key, { answer }]) => [key, answer])).toEqual([["pair e A/1", "same"]]);
  expect(changed.map(({ answer, was, now }) => [answer, was.key, now?.key])).toEqual([
    ["take", "statement A/2", "statement A/2"],
    ["leave", "statement A/3", undefined],
  ]);
  // What the patient changed in the chart, too.
  const corrected = [entry("e", { facts: facts("e", { severity: "severe" }) })];
  expect(heldAgainst(chosen, rowsOf(section(corrected, was.flatMap((it) => it.statements)), FREE))[1].map((it) => it.was.key)).toEqual(["pair e A/1"]);
});

test("what was decided before about the same is not asked for again, and is asked again about something else", () => {
  const it = section([entry("e")], [statement("A/1", [alike("probable", 0)])]);
  const act = (hash: string): Reconciled => ({ section: "allergies", told: true, entries: [], lines: [{ decision: "same", entry: "e", system: "A/1", hash }] });
  const [row] = rowsOf(it, FREE) as [Row];
  expect(partOf(row, [])).toBe("open");
  expect(partOf(row, [act("hash of A/1")])).toBe("decided");
  expect(before(row.questions[0]!, [act("hash of A/1")])).toBe("same");
  expect(partOf(row, [act("another")])).toBe("open");
});

test("what was entered in error in the chart is asked about whatever was decided of it before", () => {
  const [row] = rowsOf(section([entry("gone", { state: "retracted" })], [statement("A/1", [alike("retracted", 0)])]), { ...FREE, sent: () => true }) as [Row];
  expect(partOf(row, [{ section: "allergies", told: true, entries: [], lines: [{ decision: "write", entry: "gone" }] }])).toBe("open");
});

test("what is over, and on one side alone, waits behind what is not", () => {
  expect(partOf(rowsOf(section([entry("e", { past: true })], []), FREE)[0]!, [])).toBe("over");
  expect(partOf(rowsOf(section([entry("e", { past: true })], [statement("A/1", [alike("probable", 0)])]), FREE)[0]!, [])).toBe("open");
});

test("a side is known only where all of its types were read", () => {
  const search = (name: string, trouble: string | null = null) => ({ name, count: 1, unreadable: 0, trouble, status: null });
  const reading = { by: { name: "Cleo", role: "clinician" as const }, at: 0, others: 0, searches: [search("AllergyIntolerance"), search("MedicationRequest"), search("MedicationStatement", "forbidden"), search("Condition?category=problem-list-item")] };
  expect(["allergies", "problems", "medications", "immunizations"].map((it) => isRead(reading, it))).toEqual([true, true, false, false]);
  expect(isRead(null, "allergies")).toBe(false);
});

test("what was measured and stands in the chart alone waits for nobody", () => {
  const measured = { ...section([entry("here")], [statement("Observation/1", [])]), section: "results" };
  expect(rowsOf(measured, FREE).map((it) => [it.kind, partOf(it, [])])).toEqual([
    ["system-only", "open"],
    ["chart-only", "ours"],
  ]);
});
