import { object, objects, text, type Json, type JsonObject } from "../json.ts";

/** The resources of a Bundle, and where its references lead. */
export class Resources {
  private readonly byName = new Map<string, JsonObject>();

  constructor(
    readonly all: JsonObject[],
    names: [string, JsonObject][],
  ) {
    for (const [name, resource] of names) {
      if (!this.byName.has(name)) {
        this.byName.set(name, resource);
      }
    }
  }

  /** Of a Bundle, or of one resource alone. */
  static of(root: JsonObject): Resources {
    const entries = root.resourceType === "Bundle" ? objects(root.entry) : [{ resource: root }];
    const all: JsonObject[] = [];
    const names: [string, JsonObject][] = [];
    for (const entry of entries) {
      const resource = object(entry.resource);
      const type = text(resource?.resourceType);
      if (resource === undefined || type === undefined) {
        continue;
      }
      all.push(resource);
      const [url, id] = [text((entry as JsonObject).fullUrl), text(resource.id)];
      names.push(...(url === undefined ? [] : [[url, resource] as [string, JsonObject]]));
      names.push(...(id === undefined ? [] : [[`${type}/${id}`, resource] as [string, JsonObject]]));
    }
    return new Resources(all, names);
  }

  ofType(type: string): JsonObject[] {
    return this.all.filter((it) => it.resourceType === type);
  }

  /** What a Reference of `from` names, if it is here. */
  target(from: JsonObject, reference: Json | undefined): JsonObject | undefined {
    const name = text(object(reference)?.reference);
    if (name?.startsWith("#")) {
      return objects(from.contained).find((it) => it.id === name.slice(1));
    }
    return name === undefined ? undefined : this.byName.get(name);
  }
}
