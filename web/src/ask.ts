import type { Bytes } from "./bytes.ts";
import { readWhole } from "./inflate.ts";
import { Problem } from "./problem.ts";

const PATIENCE_MS = 30_000;

/** What a server answered. */
export interface Answer {
  status: number;
  retryAfter: number | undefined;
  body: Bytes;
}

/** The part of an address that people recognise. */
export function hostOf(url: string): string {
  try {
    return new URL(url).host;
  } catch {
    return url;
  }
}

/** Asks a server, without telling it who or where the page is. What is posted is CBOR in bytes, or goes as JSON. */
export async function ask(url: string, most: number, post?: Bytes | object): Promise<Answer> {
  const request: RequestInit = {
    cache: "no-store",
    credentials: "omit",
    referrerPolicy: "no-referrer",
    signal: AbortSignal.timeout(PATIENCE_MS),
  };
  if (post !== undefined) {
    request.method = "POST";
    const isCbor = post instanceof Uint8Array;
    request.headers = { "content-type": isCbor ? "application/cbor" : "application/json" };
    request.body = isCbor ? (post as Bytes) : JSON.stringify(post);
  }
  const answered = await answer(url, request, most).catch(() => {
    throw new Problem("pageNoAnswer", { host: hostOf(url) });
  });
  if (answered === "too-large") {
    throw new Problem("pageTooLarge");
  }
  return answered;
}

async function answer(url: string, request: RequestInit, most: number): Promise<Answer | "too-large"> {
  const response = await fetch(url, request);
  const body = response.body ? await readWhole(response.body, most) : new Uint8Array();
  const seconds = response.headers.get("retry-after");
  const retryAfter = seconds !== null && /^[0-9]{1,9}$/.test(seconds) ? Number(seconds) : undefined;
  return body === "too-large" ? body : { status: response.status, retryAfter, body };
}

/** What an answer means that is neither given nor refused for a reason of its own. */
export function unhelpful(answer: Answer, url: string): Problem {
  return answer.status === 429
    ? new Problem("pageTooMany", { seconds: answer.retryAfter ?? 60 })
    : new Problem("pageServer", { host: hostOf(url), status: answer.status });
}
