import type { HealthLink } from "./link/link.ts";
import type { Problem } from "./problem.ts";
import type { Summary } from "./summary.ts";

/** What the page shows now. */
export type Screen =
  | { kind: "start"; problem?: Problem }
  | { kind: "reading" }
  | { kind: "camera"; video: HTMLVideoElement; stop: () => void }
  | { kind: "asking"; link: HealthLink; recipient: string; problem?: Problem }
  | { kind: "waiting"; host: string }
  | { kind: "shown"; summaries: Summary[]; again: (() => void) | undefined };
