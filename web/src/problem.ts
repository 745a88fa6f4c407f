/** What can go wrong: each has a text `page…` and a text `page…Next` in `strings/page`. */
export type ProblemId =
  | "pageAltered"
  | "pageNewer"
  | "pageNotACode"
  | "pageOtherCode"
  | "pageParts"
  | "pageRules"
  | "pageGone"
  | "pageNotGiven"
  | "pageUnfit"
  | "pageWrongPasscode"
  | "pageTooMany"
  | "pageNoAnswer"
  | "pageServer"
  | "pageUnreadable"
  | "pageTooLarge"
  | "pageNothing"
  | "pageUnknownKey"
  | "pageRevoked"
  | "pageNoCamera"
  | "pageNoCode"
  | "pageInsecure";

/** What the texts of a problem name. All of it is foreign text. */
export interface Details {
  host: string;
  issuer: string;
  status: number;
  seconds: number;
  /** Attempts that are left after a wrong passcode, where the server says so. */
  remaining: number | undefined;
}

/** Something cannot be shown. It never carries what was read. */
export class Problem extends Error {
  readonly details: Details;

  constructor(
    readonly id: ProblemId,
    details: Partial<Details> = {},
  ) {
    super(id);
    this.details = { host: "", issuer: "", status: 0, seconds: 60, remaining: undefined, ...details };
  }
}
