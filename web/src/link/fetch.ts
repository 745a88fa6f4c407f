import { ask, unhelpful, type Answer } from "../ask.ts";
import { fromUtf8 } from "../bytes.ts";
import { objects, parseObject, text, type JsonObject } from "../json.ts";
import { Problem } from "../problem.ts";
import { openFile, type LinkFile } from "./jwe.ts";
import { mayBeAsked, type HealthLink } from "./link.ts";

/** What is read of one answer, in bytes. A summary is far smaller. */
const MOST = 16 << 20;
/** Files up to this length, in characters, may stand in the manifest: one request less. */
const EMBEDDED = 4 << 20;
const MOST_FILES = 100;
const LOCATION_MS = 3_600_000;

/** A file of a link, or why it cannot be opened. */
export interface Fetched {
  file: LinkFile | Problem;
  status: string | undefined;
}

/** Fetches and opens all files of a link. `recipient` is who asks: the patient reads it later. */
export async function fetchLink(link: HealthLink, recipient: string, passcode: string): Promise<Fetched[]> {
  if (link.isDirect) {
    const joint = link.url.includes("?") ? "&" : "?";
    const answer = await ask(`${link.url}${joint}recipient=${encodeURIComponent(recipient)}`, MOST);
    refuse(answer, link.url);
    return [{ file: await opened(link, answer), status: undefined }];
  }
  const secret = link.hasPasscode ? { passcode } : {};
  const answer = await ask(link.url, MOST, { recipient, ...secret, embeddedLengthMax: EMBEDDED });
  const asked = Date.now();
  refuse(answer, link.url);
  const manifest = parseObject(answer.body);
  if (!Array.isArray(manifest?.files) || manifest.files.length > MOST_FILES) {
    throw new Problem("pageUnreadable");
  }
  const files: Fetched[] = [];
  for (const entry of objects(manifest.files)) {
    files.push({ file: await entryFile(link, entry, asked), status: text(entry.status) });
  }
  return files;
}

/** One file's fault does not hide the others. */
async function entryFile(link: HealthLink, entry: JsonObject, asked: number): Promise<LinkFile | Problem> {
  try {
    const embedded = text(entry.embedded);
    if (embedded !== undefined) {
      return await openFile(link.key, embedded, MOST);
    }
    const location = text(entry.location);
    if (location === undefined || !mayBeAsked(location) || Date.now() > asked + LOCATION_MS) {
      return new Problem("pageRules");
    }
    const answer = await ask(location, MOST);
    refuse(answer, location);
    return await opened(link, answer);
  } catch (error) {
    if (error instanceof Problem) {
      return error;
    }
    throw error;
  }
}

function opened(link: HealthLink, answer: Answer): Promise<LinkFile> {
  return openFile(link.key, fromUtf8(answer.body) ?? "", MOST);
}

/** Throws what an answer other than 200 means (STU1, section "SMART Health Link Manifest Request"). */
function refuse(answer: Answer, url: string): void {
  switch (answer.status) {
    case 200:
      return;
    case 401: {
      const remaining = parseObject(answer.body)?.remainingAttempts;
      const isCount = typeof remaining === "number" && Number.isSafeInteger(remaining) && remaining >= 0;
      throw new Problem("pageWrongPasscode", { remaining: isCount ? remaining : undefined });
    }
    case 404:
      throw new Problem("pageGone");
    default:
      throw unhelpful(answer, url);
  }
}
