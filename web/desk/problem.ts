import type { Visit } from "./visit/api.ts";

/** What the page itself finds wrong: each has a text of that name, and one with `Next`. */
export type PageProblem = "uiUnreachable" | "uiNoCode" | "uiNoCamera" | "uiPasswordsDiffer" | "uiPasskeyStopped" | "deskPasskeyKnown" | "uiCheckinNoForm" | "uiCheckinNoFile" | "uiCheckinTooLong" | "deskVisitFileLarge";

/** As the desk's server says it (`docs/clinic.md`). */
export interface Said {
  id: string;
  message: string;
  next: string | null;
  counts: Record<string, number>;
}

/** Something could not be done. */
export class Problem extends Error {
  private constructor(
    readonly id: string,
    /** The server's own words, in English. */
    readonly said: Said | undefined,
    /** How a visit stands now in which somebody else has written meanwhile. */
    readonly theirs: Visit | undefined,
  ) {
    super(id);
  }

  static of(id: PageProblem): Problem {
    return new Problem(id, undefined, undefined);
  }

  static said(said: Said, theirs?: Visit): Problem {
    return new Problem(said.id, said, theirs);
  }
}

/** Any fault as one that can be shown: all others are faults of the way to the server. */
export const problemOf = (error: unknown): Problem => (error instanceof Problem ? error : Problem.of("uiUnreachable"));
