/** A time as FHIR writes it, as a field for times has it: in the time of this place. Nothing where it is only a day, or none. */
export function placeTime(fhir: string): string {
  const at = new Date(fhir);
  if (!fhir.includes("T") || Number.isNaN(at.getTime())) {
    return "";
  }
  const two = (it: number): string => String(it).padStart(2, "0");
  return `${String(at.getFullYear()).padStart(4, "0")}-${two(at.getMonth() + 1)}-${two(at.getDate())}T${two(at.getHours())}:${two(at.getMinutes())}`;
}

/** What such a field has, as FHIR writes it: an instant. Nothing where nothing is in it. */
export function instantOf(typed: string): string {
  const at = new Date(typed);
  return typed === "" || Number.isNaN(at.getTime()) ? "" : at.toISOString().replace(/\.\d+Z$/, "Z");
}
