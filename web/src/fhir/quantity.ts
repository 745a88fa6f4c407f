import { object, objects, text, type Json, type JsonObject } from "../json.ts";

/** The value of an Observation with its unit; of one with components, all of them. */
export function quantity(resource: JsonObject): string | undefined {
  const own = oneQuantity(resource.valueQuantity);
  if (own !== undefined) {
    return own;
  }
  const parts = objects(resource.component).map((it) => oneQuantity(it.valueQuantity));
  return text(parts.filter((it) => it !== undefined).join(" / "));
}

function oneQuantity(value: Json | undefined): string | undefined {
  const it = object(value);
  const number = it?.value;
  if (typeof number !== "number" && typeof number !== "string") {
    return undefined;
  }
  return [text(it?.comparator), String(number), text(it?.unit) ?? text(it?.code)].filter((part) => part !== undefined).join(" ");
}
