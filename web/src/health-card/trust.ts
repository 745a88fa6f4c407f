import { objects, object, text, type JsonObject } from "../json.ts";
import type { HealthCard } from "./card.ts";

/** An issuer whom whoever hosts the page lists, with keys and revocations that stand in the list. */
export interface Listed {
  name: string;
  keys: JsonObject[];
  revocations: JsonObject[];
}

/** The issuer's entry in a list of the form that the VCI directory has (`issuerInfo`). */
export function listed(list: JsonObject | undefined, issuer: string): Listed | undefined {
  const info = objects(list?.issuerInfo).find((it) => object(it.issuer)?.iss === issuer);
  return info && { name: text(object(info.issuer)?.name) ?? issuer, keys: objects(info.keys), revocations: objects(info.crls) };
}

/** The key of that id, if it is a P-256 key that signs. */
export function keyOf(keys: JsonObject[], kid: string): JsonWebKey | undefined {
  const key = keys.find((it) => it.kid === kid && it.kty === "EC" && it.crv === "P-256" && it.d === undefined);
  const [x, y] = [text(key?.x), text(key?.y)];
  return x !== undefined && y !== undefined ? { kty: "EC", crv: "P-256", x, y } : undefined;
}

/** Whether lists of revocations (`rids`, perhaps each with a time) name the card. */
export function isRevoked(lists: JsonObject[], card: HealthCard): boolean {
  const rids = lists.filter((it) => it.kid === card.kid).flatMap((it) => (Array.isArray(it.rids) ? it.rids : []));
  return rids.some((rid) => {
    const [id, time] = String(rid).split(".", 2);
    // A time that cannot be read revokes for ever: the safe reading.
    const before = time === undefined ? Number.NaN : Number(time);
    return id === card.rid && (Number.isNaN(before) || card.notBefore < before);
  });
}
