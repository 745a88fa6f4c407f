/** Everything that SMART Health Links and Cards need: loaded when the first of them is read. */

import { hostOf } from "./ask.ts";
import { dictionaries } from "./dictionary.ts";
import { codeNames } from "./fhir/code-names.ts";
import { summaryOfFhir } from "./fhir/summary.ts";
import { cleaned } from "./foreign.ts";
import { readHealthCard } from "./health-card/card.ts";
import { checkHealthCard, fetchJson } from "./health-card/check.ts";
import { cardNumbers, fromNumbers } from "./health-card/numeric.ts";
import { parseObject, type JsonObject } from "./json.ts";
import { fetchLink, type Fetched } from "./link/fetch.ts";
import type { LinkFile } from "./link/jwe.ts";
import type { HealthLink } from "./link/link.ts";
import { Problem } from "./problem.ts";
import type { Mark, PlainMessage, Summary } from "./summary.ts";

export { readLink } from "./link/link.ts";

const MOST_CARDS = 100;
const names = codeNames(dictionaries(1)?.words ?? new Uint8Array());

/** What the text of a health card says. */
export function showHealthCard(text: string): Promise<Summary> {
  return showJws(fromNumbers(cardNumbers(text) ?? ""));
}

/** What all cards of a file say; one that is not good is named among them. */
export async function showHealthCardFile(json: string | Uint8Array): Promise<Summary[]> {
  const cards = parseObject(json)?.verifiableCredential;
  if (!Array.isArray(cards) || cards.length < 1 || cards.length > MOST_CARDS) {
    throw new Problem("pageAltered");
  }
  return settled(cards.map((jws) => async () => [await showJws(String(jws))]));
}

/** What the files of a link say. */
export async function showLink(link: HealthLink, recipient: string, passcode: string): Promise<Summary[]> {
  const fetched = await fetchLink(link, recipient, passcode);
  const from: Mark = { id: "from-link", kind: "caution", text: (words) => words.pageFromLink({ host: cleaned(hostOf(link.url)) }) };
  return settled(fetched.map((it) => () => showFile(it, from)));
}

const FHIR = ["application/fhir+json", "application/json+fhir"];

async function showFile({ file, status }: Fetched, from: Mark): Promise<Summary[]> {
  if (file instanceof Problem) {
    throw file;
  }
  const marks = statusMarks(status);
  if (file.type === "application/smart-health-card") {
    const cards = await showHealthCardFile(file.bytes);
    return cards.map((it) => ({ ...it, marks: [...marks, ...it.marks] }));
  }
  if (file.type === "application/smart-api-access") {
    return [remark({ id: "live-access", kind: "plain", text: (words) => words.pageLiveAccess })];
  }
  return [summaryOfFhir(fhirOf(file), names, [...marks, from], undefined, Date.now())];
}

function fhirOf(file: LinkFile): JsonObject {
  const root = FHIR.includes(file.type) ? parseObject(file.bytes) : undefined;
  if (root === undefined) {
    throw new Problem("pageNothing");
  }
  return root;
}

const STATUSES: Record<string, [Mark["kind"], PlainMessage]> = {
  "can-change": ["plain", "pageCanChange"],
  "no-longer-valid": ["caution", "pageNoLongerValid"],
  "entered-in-error": ["caution", "pageRetracted"],
  retracted: ["caution", "pageRetracted"],
};

function statusMarks(status: string | undefined): Mark[] {
  if (status === undefined || !Object.hasOwn(STATUSES, status)) {
    return [];
  }
  const [kind, message] = STATUSES[status]!;
  return [{ id: status, kind, text: (words) => words[message] }];
}

async function showJws(jws: string): Promise<Summary> {
  const card = await readHealthCard(jws);
  const marks = await checkHealthCard(card, await trustList(), fetchJson, Date.now());
  const made = card.notBefore < 8e12 ? new Date(card.notBefore * 1000).toISOString() : undefined;
  return summaryOfFhir(card.bundle, names, marks, made, Date.now());
}

/** The issuers whom the host of this page lists. */
async function trustList(): Promise<JsonObject | undefined> {
  const response = await fetch("./trusted-issuers.json").catch(() => undefined);
  return response?.ok ? parseObject(await response.text()) : undefined;
}

/** The good parts of several, and a remark for each that is not; if none is good, the first's problem. */
async function settled(parts: (() => Promise<Summary[]>)[]): Promise<Summary[]> {
  const results: Summary[] = [];
  const problems: Problem[] = [];
  for (const part of parts) {
    try {
      results.push(...(await part()));
    } catch (error) {
      if (!(error instanceof Problem)) {
        throw error;
      }
      problems.push(error);
      const text: Mark["text"] = (words) => `${words.pagePartFailed} ${words[error.id]}.`;
      results.push(remark({ id: "part-failed", kind: "caution", text }));
    }
  }
  if (problems.length === parts.length) {
    throw problems[0] ?? new Problem("pageNothing");
  }
  return results;
}

/** A remark in the place of content. */
const remark = (mark: Mark): Summary => ({ plain: "", marks: [mark], contacts: [], sections: new Map() });
