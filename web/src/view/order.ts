import type { Entry } from "../summary.ts";

/** Severe before mild, what holds before what is over. */
export function inOrder(entries: readonly Entry[]): Entry[] {
  const severities = ["severe", "moderate", "mild"];
  const rank = (entry: Entry): number => {
    const severity = entry.severity === undefined ? 3 : severities.indexOf(entry.severity);
    const isOver = entry.isStruck ? 200 : entry.notes?.some((note) => note !== "pageUnconfirmed") ? 100 : 0;
    return isOver + (entry.highRisk ? 0 : 10) + severity;
  };
  return [...entries].sort((one, other) => rank(one) - rank(other));
}
