import { fromUtf8 } from "./bytes.ts";

/** JSON that nobody vouches for. */
export type Json = null | boolean | number | string | Json[] | JsonObject;
export interface JsonObject {
  [name: string]: Json | undefined;
}

/** The object that bytes or a text are; undefined where they are none. */
export function parseObject(json: Uint8Array | string): JsonObject | undefined {
  const text = typeof json === "string" ? json : fromUtf8(json);
  try {
    return object(JSON.parse(text ?? "") as Json);
  } catch {
    return undefined;
  }
}

export function object(value: Json | undefined): JsonObject | undefined {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? value : undefined;
}

export function text(value: Json | undefined): string | undefined {
  return typeof value === "string" && value.trim() !== "" ? value : undefined;
}

/** The objects of a list; an object alone stands for a list of one. */
export function objects(value: Json | undefined): JsonObject[] {
  const list = Array.isArray(value) ? value : [value];
  return list.map(object).filter((it) => it !== undefined);
}

/** A whole number of seconds since 1970; fractions are let pass and cut off. */
export function seconds(value: Json | undefined): number | undefined {
  return typeof value === "number" && Number.isFinite(value) && value >= 0 ? Math.floor(value) : undefined;
}
