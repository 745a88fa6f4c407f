import type { Child } from "../src/view/element.ts";
import type { Api, Who } from "./api.ts";
import type { Reader } from "./language.ts";
import type { Change } from "./news.ts";
import type { Messages } from "./strings/messages.ts";

/** What is shown now. It is drawn when it comes, and anew in another language. */
export interface Screen {
  name: string;
  title: (reader: Reader) => string;
  draw: (desk: Desk) => Child[];
  /** What a key of one letter does here; false where it does nothing. */
  press?: (key: string) => boolean;
  /** What is entered first; the heading where there is nothing. */
  first?: string;
}

/** What a screen can do. */
export interface Desk {
  readonly api: Api;
  readonly reader: Reader;
  /** What patients see. */
  readonly clinic: string;
  /** The desk certifies itself. */
  readonly isOwn: boolean;
  readonly who: Who | undefined;
  /** Ends when another screen comes. */
  readonly left: AbortSignal;
  readonly to: Ways;
  /** Tells what others do, until another screen comes; nothing that is known when some of it may have been missed. */
  hear(told: (change: Change | undefined) => void): void;
  /** Draws the present screen anew. */
  redraw(): void;
  /** Deals with a fault that ends what is shown; false for all others. */
  ends(error: unknown): boolean;
}

/** The ways to other screens. */
export interface Ways {
  home(): void;
  scan(code?: string): void;
  here(): void;
  chart(id: string): void;
  /** What was measured in a chart, over time. */
  trends(chart: string): void;
  /** All that is known of an entry; back is the screen that it was chosen on. */
  entry(chart: string, id: string, from: Screen): void;
  /** All visits that the clinic wrote. */
  visits(): void;
  visitsOf(chart: string): void;
  beginVisit(chart: string): void;
  visit(chart: string, id: string): void;
  /** Back to a screen that still has something of a person's. */
  back(screen: Screen): void;
  /** Back to the list, with a word of what was done. */
  closed(): void;
  checkins(): void;
  /** Asks a patient something before a visit: whoever has this chart, or somebody else. */
  newCheckin(chart?: string): void;
  /** What was asked before a visit, and what was answered. */
  checkin(id: string): void;
  /** What of an answer is written to the clinic's own system. */
  answerThere(checkin: string): void;
  /** All charts in which there are messages. */
  messages(): void;
  messagesOf(chart: string): void;
  receipts(): void;
  /** Which patient of the clinic's own system a chart belongs to. */
  patientThere(chart: string): void;
  /** What of a chart is written to the clinic's own system. */
  choose(chart: string): void;
  /** A chart beside the clinic's own system. */
  reconcile(chart: string): void;
  /** What came of a comparison, by the visit as which it is kept, for the clinic's own system. */
  resultThere(chart: string, act: string): void;
  outbox(): void;
  /** What became of entries in the clinic's own system. */
  message(id: string): void;
  /** Which system is the clinic's own. */
  system(): void;
  staff(): void;
  log(): void;
  password(): void;
  /** The own passkeys, with a word of what was done. */
  passkeys(told?: (words: Messages) => string): void;
  keys(): void;
  signIn(who: Who): void;
  signOut(): void;
}
