/** A place on an axis, and what stands there. */
export interface Tick {
  at: number;
  label: string;
}

/** Round numbers between two ends. */
export function numbers(from: number, to: number, most: number): Tick[] {
  const rough = (to - from) / Math.max(1, most);
  const power = 10 ** Math.floor(Math.log10(rough || 1));
  const step = power * ([1, 2, 5].find((it) => it * power >= rough) ?? 10);
  const places = Math.max(0, -Math.floor(Math.log10(step)));
  const ticks: Tick[] = [];
  for (let count = Math.ceil(from / step); count * step <= to; count += 1) {
    ticks.push({ at: count * step, label: (count * step).toFixed(Math.min(places, 20)) });
  }
  return ticks;
}

const DAY = 86_400_000;
/** Months of a step. */
const MONTHS = [1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200];

/** First days of years or months between two moments, or days where they are near. */
export function dates(from: number, to: number, most: number, language: string): Tick[] {
  const locale = `${language === "en" ? "en-GB" : language}-u-nu-latn`;
  const say = (form: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, { ...form, timeZone: "UTC" });
  const ticks: Tick[] = [];
  if (to - from < 60 * DAY) {
    const day = say({ day: "numeric", month: "short", year: "2-digit" });
    const step = Math.max(1, Math.ceil((to - from) / DAY / most)) * DAY;
    for (let at = Math.ceil(from / DAY) * DAY; at <= to; at += step) {
      ticks.push({ at, label: day.format(at) });
    }
    return ticks;
  }
  const begin = new Date(from);
  const months = (to - from) / (30.44 * DAY);
  const step = MONTHS.find((it) => months / it <= most) ?? 2400;
  const form = say(step % 12 === 0 ? { year: "numeric" } : { month: "short", year: "numeric" });
  let month = Math.floor((begin.getUTCFullYear() * 12 + begin.getUTCMonth()) / step) * step;
  for (; ; month += step) {
    const at = new Date(0).setUTCFullYear(Math.floor(month / 12), month % 12, 1);
    if (at > to) {
      return ticks;
    }
    if (at >= from) {
      ticks.push({ at, label: form.format(at) });
    }
  }
}
