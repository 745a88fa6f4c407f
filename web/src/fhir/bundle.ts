import { object, objects, text, type Json, type JsonObject } from "../json.ts";

/** The resources of a Bundle, and where its references lead. */
export class Resources {
  /** A name that several have leads nowhere: a wrong medicine is worse than none. */
  private readonly byName = new Map<string, JsonObject | "several">();

  constructor(
    readonly all: JsonObject[],
    names: [string, JsonObject][],
  ) {
    for (const [name, resource] of names) {
      const other = this.byName.get(name) ?? resource;
      this.byName.set(name, other === resource ? resource : "several");
    }
  }

  /** Of a Bundle, or of one resource alone. */
  static of(root: JsonObject): Resources {
    const entries = root.resourceType === "Bundle" ? objects(root.entry) : [{ resource: root }];
    const all: JsonObject[] = [];
    const names: [string, JsonObject][] = [];
    for (const entry of entries) {
      const resource = object(entry.resource);
      const url = text((entry as JsonObject).fullUrl);
      if (resource !== undefined) {
        all.push(resource);
        names.push(...(url === undefined ? [] : [[url, resource] as [string, JsonObject]]));
      }
    }
    return Resources.among(all, names);
  }

  /** Of resources, which have further names in `names`. */
  static among(resources: JsonObject[], names: [string, JsonObject][] = []): Resources {
    const all = resources.filter((it) => text(it.resourceType) !== undefined);
    const own = all.filter((it) => text(it.id) !== undefined).map((it): [string, JsonObject] => [`${it.resourceType}/${it.id}`, it]);
    return new Resources(all, [...names, ...own]);
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
    const named = name === undefined ? undefined : this.byName.get(name);
    return named === "several" ? undefined : named;
  }
}
