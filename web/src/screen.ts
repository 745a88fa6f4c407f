import type { HealthLink } from "./link/link.ts";
import type { StandingCode } from "./standing/code.ts";
import type { Problem } from "./problem.ts";
import type { Summary } from "./summary.ts";

/** What the page shows now. */
export type Screen =
  | { kind: "start"; problem?: Problem }
  | { kind: "reading" }
  | { kind: "camera"; video: HTMLVideoElement; stop: () => void }
  | { kind: "asking"; link: HealthLink; recipient: string; problem?: Problem }
  | { kind: "waiting"; host: string }
  | { kind: "emergency"; code: StandingCode; name: string; reason: string; problem?: Problem }
  | Told
  | { kind: "shown"; summaries: Summary[]; again: (() => void) | undefined };

/** Others were told of an emergency, and it will be given. */
export interface Told {
  kind: "told";
  host: string;
  /** When it is asked for again, in milliseconds of `performance.now()`: no setting of a clock changes that. */
  until: number;
  again: () => void;
  problem?: Problem;
}
