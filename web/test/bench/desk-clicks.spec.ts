import { readFileSync } from "node:fs";
import type { CDPSession, Page } from "@playwright/test";
import { expect, onScreen, scan, signIn, test } from "../desk-test.ts";

const ENTRIES = 5000;
const ROUNDS = 15;
/** Milliseconds that a click may take. */
const TARGET = 100;

const LOINC = "http://loinc.org";
const coded = (system: string, code: string, text: string) => ({ coding: [{ system, code }], text });
const status = (kind: string, code: string) => coded(`http://terminology.hl7.org/CodeSystem/${kind}`, code, code);

/** What is measured at each visit: name, code, unit, the usual. */
const MEASURES: [string, string, string, number, number][] = [
  ["Glucose", "15074-8", "mmol/L", 3.9, 5.5],
  ["HbA1c", "4548-4", "%", 4, 5.6],
  ["Potassium", "2823-3", "mmol/L", 3.5, 5.1],
  ["Sodium", "2951-2", "mmol/L", 135, 145],
  ["Creatinine", "2160-0", "mg/dL", 0.5, 1.1],
  ["Haemoglobin", "718-7", "g/dL", 12, 15.5],
  ["Cholesterol", "2093-3", "mg/dL", 120, 200],
  ["Weight", "29463-7", "kg", 50, 90],
  ["Heart rate", "8867-4", "/min", 60, 100],
  ["Body temperature", "8310-5", "Cel", 36, 37.5],
];

/** A long life of a person who is often ill. */
function record(): object {
  const day = (at: number): string => new Date(Date.UTC(1990, 0, 1) + at * 86_400_000).toISOString().slice(0, 10);
  const resource = (at: number): object => {
    const [id, when, kind] = [`n${at}`, day(at * 2.5), at % 20];
    const [name, code, unit, low, high] = MEASURES[at % MEASURES.length]!;
    if (kind < 14) {
      return {
        resourceType: "Observation",
        id,
        status: "final",
        category: [{ coding: [{ code: at % MEASURES.length < 7 ? "laboratory" : "vital-signs" }] }],
        code: coded(LOINC, code, name),
        effectiveDateTime: `${when}T08:${String(at % 60).padStart(2, "0")}:00Z`,
        performer: [{ display: `Laboratory ${at % 3}` }],
        valueQuantity: { value: Math.round((low + ((at * 7) % 13) * ((high - low) / 11)) * 10) / 10, unit, system: "http://unitsofmeasure.org", code: unit },
        referenceRange: [{ low: { value: low, unit }, high: { value: high, unit } }],
      };
    }
    switch (kind) {
      case 14:
        return { resourceType: "Condition", id, clinicalStatus: status("condition-clinical", at % 3 === 0 ? "active" : "resolved"), code: { text: `Problem ${at}` }, onsetDateTime: when };
      case 15:
        return { resourceType: "MedicationStatement", id, status: at % 3 === 0 ? "active" : "stopped", medicationCodeableConcept: { text: `Medicine ${at}` }, effectiveDateTime: when, dosage: [{ text: "One tablet a day" }] };
      case 16:
        return { resourceType: "Immunization", id, status: "completed", vaccineCode: { text: `Vaccine ${at}` }, occurrenceDateTime: when };
      case 17:
        return { resourceType: "Procedure", id, status: "completed", code: { text: `Operation ${at}` }, performedDateTime: when };
      case 18:
        return { resourceType: "Encounter", id, status: "finished", class: { code: "AMB" }, type: [{ text: `Visit ${at}` }], period: { start: when, end: when } };
      default:
        return { resourceType: "DiagnosticReport", id, status: "final", code: { text: `Report ${at}` }, effectiveDateTime: when, conclusion: "Nothing out of the ordinary was seen. ".repeat(8) };
    }
  };
  return { resourceType: "Bundle", type: "collection", entry: Array.from({ length: ENTRIES }, (_, at) => ({ resource: resource(at) })) };
}

/** Milliseconds of CPU that a process has used so far, in steps of 10. */
const cpuOf = (process: number): number => {
  const [, rest] = readFileSync(`/proc/${process}/stat`, "utf8").split(") ");
  const fields = rest!.split(" ");
  return (Number(fields[11]) + Number(fields[12])) * 10;
};

/** Milliseconds of CPU of the page's main thread so far. */
const cpuOfPage = async (client: CDPSession): Promise<number> => {
  const { metrics } = await client.send("Performance.getMetrics");
  return 1000 * metrics.find((it) => it.name === "TaskDuration")!.value;
};

const SECTIONS = ["profile", "allergies", "medications", "problems", "immunizations", "results", "vitals", "procedures", "encounters", "notes", "documents"];

/** Milliseconds from a click, or a key, until what it shows has been painted. */
async function click(page: Page, on: string, shows: string): Promise<number> {
  return page.evaluate(
    async ([on, shows]) => {
      const frame = (): Promise<number> =>
        new Promise((painted) =>
          requestAnimationFrame(() => {
            // Comes after the frame that is painted now.
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = () => painted(performance.now());
            port2.postMessage(0);
          }),
        );
      const target = on.startsWith("key:") ? undefined : document.querySelector<HTMLElement>(on)!;
      const before = document.querySelector(shows);
      const comes = new Promise<void>((done) => {
        const seen = (): void => {
          const now = document.querySelector(shows);
          if (now !== null && now !== before) {
            observer.disconnect();
            done();
          }
        };
        const observer = new MutationObserver(seen);
        observer.observe(document, { childList: true, subtree: true, attributes: true });
      });
      const begin = performance.now();
      if (target === undefined) {
        document.body.dispatchEvent(new KeyboardEvent("keydown", { key: on.slice(4), bubbles: true }));
      } else {
        target.click();
      }
      await comes;
      return (await frame()) - begin;
    },
    [on, shows] as const,
  );
}

test(`each click on a chart of ${ENTRIES} entries, until it has been painted`, async ({ page, desk }) => {
  test.setTimeout(1_800_000);
  desk.add(record());
  await signIn(page, desk, "cleo");
  await scan(page, desk, ...SECTIONS, "--read");
  const client = await page.context().newCDPSession(page);
  await client.send("Performance.enable", { timeDomain: "threadTicks" });
  const times = new Map<string, { clock: number[]; page: number[]; desk: number }>();
  const took = async (what: string, on: string, shows: string): Promise<void> => {
    const all = times.get(what) ?? { clock: [], page: [], desk: 0 };
    const [before, desk1] = [await cpuOfPage(client), cpuOf(desk.process)];
    all.clock.push(await click(page, on, shows));
    all.page.push((await cpuOfPage(client)) - before);
    all.desk += cpuOf(desk.process) - desk1;
    times.set(what, all);
  };
  const find = async (words: string, what: string): Promise<void> => {
    await page.locator("#find").fill(words);
    await took(what, ".finder button", ".content h2");
  };
  for (let round = 0; round < ROUNDS; round += 1) {
    await took("section: results", "[data-section=results]", ".content h2");
    await took("the next 100 of it", ".content > .more", ".content .entry:nth-child(101)");
    await took("an entry opens", ".content .entry:nth-child(5) summary", ".content .entry:nth-child(5) details[open]");
    await took("all that is known of it", ".content .entry:nth-child(5) .more button", "[data-screen=entry] main .lead");
    await took("back to the section", "key:Escape", "[data-screen=chart] .content .entry");
    await took("also what was retracted", "#past", ".content h2");
    await took("without it again", "#past", ".content h2");
    await took("section: 250 medicines, those that are taken first", "[data-section=medications]", ".content h2");
    await took("section: vital signs", "[data-section=vitals]", ".content h2");
    await took("back to the overview", "key:Escape", ".content h2");
    await find("glucose", "search: 500 found");
    await took("the next 100 found", ".content > .more", "[data-found] .entry:nth-child(101)");
    await find("laboratory", "search: 3,500 found");
    await find("vaccine 4016", "search: one found");
    await took("back from what was found", "key:Escape", ".content h2");
    await took("over time", "key:t", "[data-screen=trends] [data-measure]");
    await took("a measure of 500 values", "[data-measure]", ".drawing");
    await took("100 earlier values", ".content > .more", ".drawing");
    await took("from there to the chart", "key:Escape", "[data-screen=chart] .content h2");
    await took("who is here", "key:w", "[data-screen=here] .person");
    await took("the chart again", ".person", "[data-screen=chart] .banner");
  }
  const lines = ["| click | median | 95 of 100 | slowest | the first | CPU of the page, median | CPU of the desk, mean |", "|---|---|---|---|---|---|---|"];
  const late: string[] = [];
  for (const [what, { clock, page, desk }] of times) {
    const first = clock[0]!;
    const at = (all: number[], part: number): string => [...all].sort((one, other) => one - other)[Math.min(all.length - 1, Math.floor(all.length * part))]!.toFixed(0);
    lines.push(`| ${what} | ${at(clock, 0.5)} ms | ${at(clock, 0.95)} ms | ${at(clock, 1)} ms | ${first.toFixed(0)} ms | ${at(page, 0.5)} ms | ${(desk / clock.length).toFixed(0)} ms |`);
    if (Number(at(clock, 1)) > TARGET) {
      late.push(what);
    }
  }
  console.log(`${ROUNDS} rounds\n${lines.join("\n")}`);
  console.log(late.length === 0 ? `none took more than ${TARGET} ms` : `more than ${TARGET} ms at least once: ${late.join(", ")}`);
  await onScreen(page, "chart");
  await expect(page.locator(".banner")).toBeVisible();
});
