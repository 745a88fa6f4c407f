import { randomBytes } from "node:crypto";
import { deflateRawSync } from "node:zlib";
import { readFileSync } from "node:fs";
import { root } from "./places.ts";

/** The record of the project's example. */
export const example = (): Record<string, unknown> => JSON.parse(readFileSync(`${root}/examples/maria-okafor.json`, "utf8")) as Record<string, unknown>;

const base64url = (bytes: string | Uint8Array): string => Buffer.from(bytes).toString("base64url");

/** A link's text, and its key. */
export function makeLink(payload: Record<string, unknown>): { text: string; key: Buffer } {
  const key = randomBytes(32);
  return { text: `shlink:/${base64url(JSON.stringify({ key: base64url(key), ...payload }))}`, key };
}

/** A path that nobody guesses. */
export const secretPath = (): string => `/${base64url(randomBytes(32))}`;

/** A JWE as a link's files are: `dir`, A256GCM, deflated. */
export async function seal(key: Buffer, content: string | Buffer, header: Record<string, unknown> = {}): Promise<string> {
  const head = base64url(JSON.stringify({ alg: "dir", enc: "A256GCM", cty: "application/fhir+json", zip: "DEF", ...header }));
  const iv = randomBytes(12);
  const sealer = await crypto.subtle.importKey("raw", new Uint8Array(key), "AES-GCM", false, ["encrypt"]);
  const parameters = { name: "AES-GCM", iv, additionalData: Buffer.from(head) };
  const sealed = Buffer.from(await crypto.subtle.encrypt(parameters, sealer, deflateRawSync(content)));
  return `${head}..${base64url(iv)}.${base64url(sealed.subarray(0, -16))}.${base64url(sealed.subarray(-16))}`;
}

/** An issuer of health cards. */
export interface Issuer {
  keys: { keys: Record<string, unknown>[] };
  sign(claims: Record<string, unknown>): Promise<string>;
}

export async function makeIssuer(iss: string): Promise<Issuer> {
  const pair = await crypto.subtle.generateKey({ name: "ECDSA", namedCurve: "P-256" }, true, ["sign", "verify"]);
  const { kty, crv, x, y } = await crypto.subtle.exportKey("jwk", pair.publicKey);
  const thumbprint = await crypto.subtle.digest("SHA-256", Buffer.from(JSON.stringify({ crv, kty, x, y })));
  const kid = base64url(new Uint8Array(thumbprint));
  return {
    keys: { keys: [{ kty, crv, x, y, kid, use: "sig", alg: "ES256" }] },
    async sign(claims) {
      const whole = { iss, nbf: 1_790_000_000, ...claims };
      const signed = `${base64url(JSON.stringify({ zip: "DEF", alg: "ES256", kid }))}.${base64url(deflateRawSync(JSON.stringify(whole)))}`;
      const signature = await crypto.subtle.sign({ name: "ECDSA", hash: "SHA-256" }, pair.privateKey, Buffer.from(signed));
      return `${signed}.${base64url(new Uint8Array(signature))}`;
    },
  };
}

/** The credential of a health card. */
export const credential = (bundle: object, more: object = {}): Record<string, unknown> => ({
  vc: { type: ["https://smarthealth.cards#health-card"], credentialSubject: { fhirVersion: "4.0.1", fhirBundle: bundle }, ...more },
});

/** The text of a health card's QR code. */
export const numeric = (jws: string): string =>
  `shc:/${[...jws].map((it) => String(it.charCodeAt(0) - 45).padStart(2, "0")).join("")}`;

/** A small Bundle with codes alone, as health cards have it. */
export const small = {
  resourceType: "Bundle",
  type: "collection",
  entry: [
    { fullUrl: "resource:0", resource: { resourceType: "Patient", name: [{ family: "Example", given: ["Ada"] }], birthDate: "1951-02-03" } },
    {
      fullUrl: "resource:1",
      resource: { resourceType: "AllergyIntolerance", criticality: "high", patient: { reference: "resource:0" }, code: { coding: [{ system: "http://snomed.info/sct", code: "91936005" }] } },
    },
  ],
};
