import { kindOf, readCard } from "./card/card.ts";
import { codeOf } from "./code.ts";
import { dictionaries } from "./dictionary.ts";
import { Problem } from "./problem.ts";
import { summaryOfCard, summaryOfPlain } from "./sources.ts";
import type { Summary } from "./summary.ts";
import type { HealthLink } from "./link/link.ts";
import type { StandingCode } from "./standing/code.ts";
import type { Release } from "./standing.ts";

/** What a text opened: something to show, or a link or an emergency code that must first be asked for. */
export type Opened =
  | { kind: "shown"; summaries: Summary[] }
  | { kind: "link"; link: HealthLink }
  | { kind: "emergency-code"; code: StandingCode };

/** Opens a scanned or pasted text. What a card of ours does not need is loaded only then. */
export async function open(scanned: string): Promise<Opened> {
  const code = codeOf(scanned);
  switch (code.kind) {
    case "card":
      if (kindOf(code.text) === "grant") {
        const { readStandingCode } = await import("./standing.ts");
        return { kind: "emergency-code", code: readStandingCode(code.text) };
      }
      return shown(summaryOfCard(await readCard(code.text, dictionaries), Date.now()));
    case "plain":
      return shown(summaryOfPlain(code.text));
    case "link": {
      const { readLink } = await import("./standards.ts");
      return { kind: "link", link: readLink(code.text) };
    }
    case "health-card": {
      const { showHealthCard } = await import("./standards.ts");
      return shown(await showHealthCard(code.text));
    }
    case "health-card-file": {
      const { showHealthCardFile } = await import("./standards.ts");
      return { kind: "shown", summaries: await showHealthCardFile(code.text) };
    }
    case "none":
      throw new Problem("pageNotACode");
  }
}

/** Fetches what a link leads to. */
export async function follow(link: HealthLink, recipient: string, passcode: string): Promise<Summary[]> {
  const { showLink } = await import("./standards.ts");
  return showLink(link, recipient, passcode);
}

/** Makes the request of a person for what an emergency code opens; asked again, it costs no second use. */
export async function emergencyRequest(code: StandingCode, name: string, reason: string): Promise<() => Promise<Release>> {
  const { request } = await import("./standing.ts");
  return request(code, name, reason);
}

const shown = (summary: Summary): Opened => ({ kind: "shown", summaries: [summary] });
