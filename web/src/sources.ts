import { ageOf, dateOfDay, dayOf } from "./card/age.ts";
import type { Card } from "./card/card.ts";
import type { Mark, Summary } from "./summary.ts";

const MONTHS_UNTIL_OLD = 12;

/** How old, loudly where it is old: it is shown all the same. */
export function ageMarks(day: number, reviewBy: number | undefined, now: number): Mark[] {
  const age = ageOf(day, now);
  const issued = dateOfDay(day);
  const overdue = reviewBy !== undefined && dayOf(now) > reviewBy ? dateOfDay(reviewBy) : undefined;
  const review = reviewBy === undefined ? undefined : dateOfDay(reviewBy);
  const isOld = overdue === undefined && age.months >= MONTHS_UNTIL_OLD;
  const marks: Mark[] = [
    {
      id: "age",
      kind: overdue !== undefined || isOld || age.isFromTheFuture ? "caution" : "plain",
      text: (words, date) => {
        const made = words.cardIssued({ date: issued ? date(issued) : "?" });
        const ago = age.months > 1 ? words.cardMonths({ months: age.months }) : words.cardDays({ days: age.days });
        return age.isFromTheFuture ? `${made} · ${words.cardFuture}` : `${made} · ${ago}`;
      },
    },
  ];
  if (overdue !== undefined) {
    marks.push({ id: "overdue", kind: "caution", text: (words, date) => words.cardOverdue({ date: date(overdue) }) });
  } else if (isOld) {
    marks.push({ id: "old", kind: "caution", text: (words) => words.pageOld });
  } else if (review !== undefined) {
    marks.push({ id: "review", kind: "plain", text: (words, date) => words.cardReviewBy({ date: date(review) }) });
  }
  return marks;
}

/** What an emergency card says, how old it is, and that nobody here knows its key. */
export function summaryOfCard(card: Card, now: number): Summary {
  const signed: Mark = { id: "unknown-key", kind: "plain", text: (words) => words.cardUnknownKey };
  return { ...card, marks: [...ageMarks(card.issued, card.reviewBy, now), signed] };
}

/** A text that any camera shows, as it came. */
export function summaryOfPlain(plain: string): Summary {
  const unsigned: Mark = { id: "plain", kind: "caution", text: (words) => words.pagePlain };
  return { plain, marks: [unsigned], contacts: [], sections: new Map() };
}
