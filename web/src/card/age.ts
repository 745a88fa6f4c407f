const DAY = 86_400_000;
/** The Gregorian calendar repeats after 146,097 days, which are 4,800 months. */
const CYCLE_DAYS = 146_097;
const CYCLE_MONTHS = 4_800;

/** How old something is by the reader's clock, which nobody can trust: it is said loudly, and hides nothing. */
export interface Age {
  days: number;
  months: number;
  isFromTheFuture: boolean;
}

/** The age, at `now` in milliseconds, of what was made on a day since 1970-01-01 UTC. */
export function ageOf(day: number, now: number): Age {
  const today = Math.floor(now / DAY);
  const days = Math.max(0, today - day);
  return { days, months: Math.floor((days * CYCLE_MONTHS) / CYCLE_DAYS), isFromTheFuture: today < day };
}

/** A day since 1970-01-01 UTC as FHIR writes a date; none beyond what calendars of browsers know. */
export function dateOfDay(day: number): string | undefined {
  const date = new Date(day * DAY);
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString().replace(/T.*/, "");
}

export const dayOf = (milliseconds: number): number => Math.floor(milliseconds / DAY);
