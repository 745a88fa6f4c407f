/** Everything that a standing code for emergencies needs, its cryptography too: loaded when the first of them is read. */

import { hostOf } from "./ask.ts";
import { readBundle } from "./standing/bundle.ts";
import type { StandingCode } from "./standing/code.ts";
import { summaryOfCopy } from "./standing/copy.ts";
import { take } from "./standing/relay.ts";
import { whoAsks } from "./standing/request.ts";
import type { Summary } from "./summary.ts";

export { readStandingCode } from "./standing/code.ts";

/** What came of asking: others were told and it will be given in so many seconds; or it is there. */
export type Release = { kind: "later"; seconds: number } | { kind: "given"; summary: Summary };

/** The request of one person. Each time it is called it asks the relay once more; all of them are one use. */
export async function request(code: StandingCode, name: string, reason: string): Promise<() => Promise<Release>> {
  const who = await whoAsks(code, name, reason, Date.now());
  return async () => {
    const taken = await take(code, who);
    if (taken.kind === "later") {
      return taken;
    }
    const copy = await readBundle(taken.bundle, code);
    return { kind: "given", summary: summaryOfCopy(copy, hostOf(code.relay), Date.now()) };
  };
}
