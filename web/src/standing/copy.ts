import { dictionaries } from "../dictionary.ts";
import { Resources } from "../fhir/bundle.ts";
import { codeNames } from "../fhir/code-names.ts";
import { summaryOfResources, timeMarks } from "../fhir/summary.ts";
import { cleaned } from "../foreign.ts";
import { parseObject, type JsonObject } from "../json.ts";
import type { Entry, Mark, Summary } from "../summary.ts";
import type { Copy } from "./bundle.ts";

const FHIR = "fhir/";

/** What a copy says to a reader of emergencies. */
export function summaryOfCopy(copy: Copy, host: string, now: number): Summary {
  const remarks = new Map<JsonObject, Partial<Entry>>();
  let unshown = 0;
  for (const { kind, author, isDisputed, body } of copy.items) {
    const resource = kind.startsWith(FHIR) ? parseObject(body) : undefined;
    if (resource === undefined) {
      unshown += 1;
    } else {
      remarks.set(resource, { ...(isDisputed ? { disputed: true } : {}), ...(author === "" ? {} : { author }) });
    }
  }
  // Where a record came from one Bundle, its references may be those of the Bundle.
  const urns = [...remarks.keys()].map((it): [string, JsonObject] => [`urn:uuid:${it.id}`, it]);
  const all = Resources.among([...remarks.keys()], urns);
  const made = copy.made < 8e15 ? new Date(copy.made).toISOString() : undefined;
  const marks: Mark[] = [
    ...timeMarks(made, now),
    { id: "copy", kind: "plain", text: (words) => words.pageCopy({ host: cleaned(host) }) },
    ...(unshown === 0 ? [] : [{ id: "unshown", kind: "caution", text: (words) => words.pageUnshown({ count: unshown }) } satisfies Mark]),
  ];
  return summaryOfResources(all, codeNames(dictionaries(1)?.words ?? new Uint8Array()), marks, remarks);
}
