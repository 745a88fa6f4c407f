import type { Value } from "../strings/messages.ts";

/** The variant for a number: that of just this number, else that of its plural category, else the rest. */
export function choose(language: string, value: Value, variants: Record<string, string>, rest: string): string {
  const exact = variants[String(value)];
  if (exact !== undefined) {
    return exact;
  }
  const category = typeof value === "number" ? new Intl.PluralRules(language).select(value) : "";
  return variants[category] ?? rest;
}
