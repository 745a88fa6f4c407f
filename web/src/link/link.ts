import { fromBase64url, type Bytes } from "../bytes.ts";
import { parseObject, seconds } from "../json.ts";
import { Problem } from "../problem.ts";

const PREFIX = "shlink:/";
const MOST_URL = 128;
const MOST_LABEL = 80;
const KEY = 32;

/** A SMART Health Link (STU1, section "Payload"): whoever has it reads what it leads to. */
export interface HealthLink {
  url: string;
  key: Bytes;
  /** When it is stale, in seconds since 1970: a hint. */
  expires: number | undefined;
  isLongTerm: boolean;
  hasPasscode: boolean;
  isDirect: boolean;
  label: string | undefined;
}

/** The payload of a link's text, whatever viewer stands before it; undefined where the text is no link. */
export function linkPayload(text: string): string | undefined {
  const link = /^https?:\/\//.test(text) ? text.slice(text.indexOf("#") + 1) : text;
  return link.startsWith(PREFIX) ? link.slice(PREFIX.length) : undefined;
}

/** Reads a link. Members and flags that are not known are ignored, as the specification says. */
export function readLink(text: string): HealthLink {
  const bytes = fromBase64url(linkPayload(text) ?? "");
  const payload = bytes && parseObject(bytes);
  if (payload === undefined) {
    throw new Problem("pageAltered");
  }
  const { url, key, exp, flag, label, v } = payload;
  if (v !== undefined && v !== 1) {
    throw new Problem(typeof v === "number" && v > 1 ? "pageNewer" : "pageAltered");
  }
  const keyBytes = typeof key === "string" ? fromBase64url(key) : undefined;
  const expires = seconds(exp);
  const isText = (value: unknown) => value === undefined || typeof value === "string";
  if (typeof url !== "string" || keyBytes === undefined || !isText(flag) || !isText(label) || (exp !== undefined && expires === undefined)) {
    throw new Problem("pageAltered");
  }
  const flags = String(flag ?? "");
  const link: HealthLink = {
    url,
    key: keyBytes,
    expires,
    isLongTerm: flags.includes("L"),
    hasPasscode: flags.includes("P"),
    isDirect: flags.includes("U"),
    label: label as string | undefined,
  };
  const isTooLong = [...url].length > MOST_URL || [...(link.label ?? "")].length > MOST_LABEL;
  if (keyBytes.length !== KEY || isTooLong || !mayBeAsked(url) || (link.hasPasscode && link.isDirect)) {
    throw new Problem("pageRules");
  }
  return link;
}

/** Whether an address may be asked: `https://`, printable, without fragment and user name. */
export function mayBeAsked(url: string): boolean {
  return /^https:\/\/[!-~]+$/.test(url) && !/[#@\\]/.test(url) && URL.canParse(url);
}
