import { ask } from "../ask.ts";
import { cleaned } from "../foreign.ts";
import { objects, parseObject, type JsonObject } from "../json.ts";
import { Problem } from "../problem.ts";
import type { Mark } from "../summary.ts";
import type { HealthCard } from "./card.ts";
import { isRevoked, keyOf, listed, type Listed } from "./trust.ts";

const MOST = 1 << 20;
/** Clocks of issuer and reader may differ by this much, in seconds. */
const SKEW = 300;

/** Fetches JSON; undefined where there is no good answer. */
export type FetchJson = (url: string) => Promise<JsonObject | undefined>;

/** From the network. */
export const fetchJson: FetchJson = async (url) => {
  try {
    const answer = await ask(url, MOST);
    return answer.status === 200 ? parseObject(answer.body) : undefined;
  } catch {
    return undefined;
  }
};

/**
 * Checks a card, and says who stands behind it. A wrong signature, a key that its issuer does not have, or a revocation: nothing is
 * shown. What cannot be fetched, and what is out of date, is said and shown.
 */
export async function checkHealthCard(
  card: HealthCard,
  trust: JsonObject | undefined,
  fetched: FetchJson,
  now: number,
): Promise<Mark[]> {
  const known = listed(trust, card.issuer);
  const marks: Mark[] = [];
  let keys = known?.keys ?? [];
  if (keyOf(keys, card.kid) === undefined) {
    const set = await fetched(`${card.issuer}/.well-known/jwks.json`);
    if (set === undefined) {
      marks.push({ id: "unchecked", kind: "caution", text: (words) => words.pageUnchecked({ issuer: cleaned(card.issuer) }) });
      return [...marks, ...timeMarks(card, now)];
    }
    keys = objects(set.keys);
  }
  const key = keyOf(keys, card.kid);
  if (key === undefined) {
    throw new Problem("pageUnknownKey", { issuer: card.issuer });
  }
  if (!(await isSignedBy(key, card))) {
    throw new Problem("pageAltered");
  }
  marks.push(standing(card, known));
  marks.push(...(await revocationMarks(card, known, keys, fetched)));
  return [...marks, ...timeMarks(card, now)];
}

function standing(card: HealthCard, known: Listed | undefined): Mark {
  return known
    ? { id: "listed", kind: "good", text: (words) => words.pageListed({ issuer: cleaned(known.name) }) }
    : { id: "supplied", kind: "plain", text: (words) => words.pageSupplied({ issuer: cleaned(card.issuer) }) };
}

async function revocationMarks(
  card: HealthCard,
  known: Listed | undefined,
  keys: JsonObject[],
  fetched: FetchJson,
): Promise<Mark[]> {
  if (card.rid === undefined) {
    return [];
  }
  const lists = [...(known?.revocations ?? [])];
  const hasList = keys.some((it) => it.kid === card.kid && it.crlVersion !== undefined);
  const list = hasList ? await fetched(`${card.issuer}/.well-known/crl/${card.kid}.json`) : undefined;
  if (list !== undefined) {
    lists.push(list);
  }
  if (isRevoked(lists, card)) {
    throw new Problem("pageRevoked");
  }
  return hasList && list === undefined
    ? [{ id: "revocation-unchecked", kind: "caution", text: (words) => words.pageRevocationUnchecked }]
    : [];
}

function timeMarks(card: HealthCard, now: number): Mark[] {
  const day = (seconds: number) => (seconds < 8e12 ? new Date(seconds * 1000).toISOString().slice(0, 10) : "");
  const at = Math.floor(now / 1000);
  const { expires, notBefore } = card;
  const marks: Mark[] = [];
  if (expires !== undefined && expires <= at) {
    marks.push({ id: "expired", kind: "caution", text: (words, date) => words.pageExpired({ date: date(day(expires)) }) });
  }
  if (notBefore > at + SKEW) {
    marks.push({ id: "not-yet", kind: "caution", text: (words, date) => words.pageNotYet({ date: date(day(notBefore)) }) });
  }
  return marks;
}

async function isSignedBy(jwk: JsonWebKey, card: HealthCard): Promise<boolean> {
  try {
    const curve = { name: "ECDSA", namedCurve: "P-256" };
    const key = await crypto.subtle.importKey("jwk", jwk, curve, false, ["verify"]);
    return await crypto.subtle.verify({ name: "ECDSA", hash: "SHA-256" }, key, card.signature, card.signed);
  } catch {
    return false;
  }
}
