import { fromBase64url, joined, utf8, type Bytes } from "../bytes.ts";
import { inflateRaw } from "../inflate.ts";
import { object, parseObject, seconds, text, type JsonObject } from "../json.ts";
import { Problem } from "../problem.ts";

const MOST_PAYLOAD = 8 << 20;
const TYPE = "https://smarthealth.cards#health-card";

/** A SMART Health Card (STU1) whose form is right. Its signature is yet to be checked. */
export interface HealthCard {
  kid: string;
  issuer: string;
  notBefore: number;
  expires: number | undefined;
  rid: string | undefined;
  bundle: JsonObject;
  signed: Bytes;
  signature: Bytes;
}

/** Reads a JWS as the specification of health cards has it. */
export async function readHealthCard(jws: string): Promise<HealthCard> {
  const [head = "", payload = "", signature = "", ...more] = jws.trim().split(".");
  const header = parseObject(fromBase64url(head) ?? "");
  const packed = fromBase64url(payload);
  const signatureBytes = fromBase64url(signature);
  const kid = text(header?.kid);
  // The id stands in an address of the issuer.
  const isId = /^[A-Za-z0-9_-]{1,128}$/.test(kid ?? "");
  const isAllowed = isId && header?.alg === "ES256" && header.zip === "DEF" && header.crit === undefined;
  if (!isAllowed || !packed || signatureBytes?.length !== 64 || kid === undefined || more.length > 0) {
    throw new Problem("pageAltered");
  }
  const claims = await inflateRaw(packed, MOST_PAYLOAD);
  if (claims === "too-large") {
    throw new Problem("pageTooLarge");
  }
  const { iss, nbf, exp, vc } = (claims && parseObject(claims)) ?? {};
  const credential = object(vc);
  const bundle = object(object(credential?.credentialSubject)?.fhirBundle);
  const types = credential?.type;
  const notBefore = seconds(nbf);
  const expires = seconds(exp);
  const issuer = text(iss);
  const rid = credential?.rid;
  if (issuer === undefined || !isIssuer(issuer) || notBefore === undefined || bundle?.resourceType !== "Bundle") {
    throw new Problem("pageAltered");
  }
  if (!Array.isArray(types) || !types.includes(TYPE) || (exp !== undefined && expires === undefined) || !isRid(rid)) {
    throw new Problem("pageAltered");
  }
  const signed = joined(utf8(`${head}.${payload}`));
  return { kid, issuer, notBefore, expires, rid, bundle, signed, signature: signatureBytes };
}

function isIssuer(issuer: string): boolean {
  return /^https:\/\/[^/#?@\\][!-~]*$/.test(issuer) && !/[#?@\\]/.test(issuer.slice(8)) && !issuer.endsWith("/");
}

function isRid(rid: unknown): rid is string | undefined {
  return rid === undefined || (typeof rid === "string" && /^[A-Za-z0-9_-]{1,24}$/.test(rid));
}
