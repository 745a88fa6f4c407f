import { object, objects, text, type Json, type JsonObject } from "../json.ts";
import { codeName } from "../code-name.ts";
import type { Code } from "../summary.ts";

/** Words that this page knows for codes. */
export type CodeNames = (code: Code) => string | undefined;

/** A CodeableConcept as a reader sees it. */
export interface Concept {
  text: string | undefined;
  code: Code | undefined;
  isNameAdded: boolean;
}

/** The source's words first, then a coding's, then those that this page knows, then the code itself. */
export function concept(value: Json | undefined, names: CodeNames): Concept {
  const codings = objects(object(value)?.coding);
  const codes = codings.map(codeOf).filter((it) => it !== undefined);
  const [code] = codes;
  const said = text(object(value)?.text) ?? codings.map((it) => text(it.display)).find((it) => it !== undefined);
  if (said !== undefined) {
    return { text: said, code, isNameAdded: false };
  }
  for (const candidate of codes) {
    const name = names(candidate);
    if (name !== undefined) {
      return { text: name, code: candidate, isNameAdded: true };
    }
  }
  return { text: code && codeName(code), code, isNameAdded: false };
}

function codeOf(coding: JsonObject): Code | undefined {
  const code = text(coding.code);
  return code === undefined ? undefined : { system: text(coding.system) ?? "", code };
}

/** The first code of a CodeableConcept, such as a status. */
export function firstCode(value: Json | undefined): string | undefined {
  return text(objects(object(value)?.coding)[0]?.code);
}

/** Whether a CodeableConcept has one of these codes of a system. */
export function hasCode(value: Json | undefined, system: string, codes: string[]): boolean {
  return objects(object(value)?.coding).some((it) => it.system === system && codes.includes(String(it.code)));
}

/** A HumanName in one line. */
export function humanName(value: Json | undefined): string | undefined {
  const names = objects(value).filter((it) => it.use !== "old");
  const name = names.find((it) => it.use === "official") ?? names[0];
  const list = (parts: Json | undefined) => (Array.isArray(parts) ? parts : [parts]).map(text).filter((it) => it !== undefined);
  const parts = [...list(name?.prefix), ...list(name?.given), ...list(name?.family), ...list(name?.suffix)];
  return text(name?.text) ?? text(parts.join(" "));
}
