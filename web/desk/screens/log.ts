import { button, element, foreign, type Child } from "../../src/view/element.ts";
import { cleaned } from "../../src/foreign.ts";
import { PAGE, type LogEvent } from "../api.ts";
import { patientId } from "../bridge/words.ts";
import type { Desk, Screen } from "../desk.ts";
import type { Messages } from "../strings/messages.ts";
import { problemOf } from "../problem.ts";
import { problemBox } from "../view/problem.ts";
import { table } from "../view/table.ts";
import { roleWord, sectionWord } from "../view/words.ts";

/** The log, newest first, and whether it is whole. */
export const logScreen = (events: LogEvent[]): Screen => ({
  name: "log",
  title: ({ words }) => words.uiLog,
  draw: (desk) => {
    const { words } = desk.reader;
    const told = element("div", { role: "status" });
    const heads = [words.uiWhen, words.uiBy, words.uiWhat, words.uiWhere];
    const list = table(words.uiLog, heads, events.map((it) => row(it, desk)));
    const more = button(words.uiMore, () => void attempt(desk, told, older));
    more.hidden = events.length < PAGE;
    const older = async (): Promise<void> => {
      const next = await desk.api.log(events.at(-1)?.number);
      events.push(...next);
      more.hidden = next.length < PAGE;
      list.tBodies[0]!.append(...table("", heads, next.map((it) => row(it, desk))).tBodies[0]!.rows);
    };
    const check = async (): Promise<void> => {
      const { whole, events: count, broken_at } = await desk.api.checkLog();
      const said = whole ? words.uiCheckWhole({ count }) : words.uiCheckBroken({ number: broken_at ?? 0 });
      told.replaceChildren(element("p", { class: whole ? "told" : "problem", "data-whole": String(whole) }, said));
    };
    return [
      element(
        "div",
        { class: "buttons" },
        button(words.uiCheck, () => void attempt(desk, told, check), "action"),
        element("a", { class: "button", href: "./api/audit/fhir", download: "audit.ndjson" }, words.uiDownload),
      ),
      told,
      list,
      element("div", { class: "buttons" }, more),
    ];
  },
});

async function attempt(desk: Desk, told: HTMLElement, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!desk.ends(error)) {
      told.replaceChildren(problemBox(problemOf(error), desk.reader));
    }
  }
}

function row(it: LogEvent, { reader: { words, time } }: Desk): Child[] {
  const who = it.who === null ? words.uiByNobody : element("span", {}, foreign(it.who.name), `, ${roleWord(words, it.who.role)}`);
  const of = [
    it.section === null ? undefined : sectionWord(words, it.section),
    ...it.charts.map((id) => words.uiChart({ id: cleaned(id).slice(0, SHORT) })),
    it.checkin === null ? undefined : words.uiCheckinOf({ id: cleaned(it.checkin).slice(0, SHORT) }),
    it.patient === null ? undefined : words.uiPatientOf({ id: patientId(it.patient) }),
    it.account === null ? undefined : words.uiAccount({ id: cleaned(it.account).slice(0, SHORT) }),
  ];
  return [element("time", {}, time(it.at * 1000)), who, actionWord(words, it.action), of.filter((part) => part !== undefined).join(", ")];
}

/** Letters of a name that stands for a chart or an account: enough to tell a clinic's apart. */
const SHORT = 8;

function actionWord(words: Messages, action: string): string {
  const names: Record<string, string> = {
    started: words.uiActStarted,
    "signed-in": words.uiActSignedIn,
    "sign-in-refused": words.uiActSignInRefused,
    "signed-out": words.uiActSignedOut,
    "password-changed": words.uiActPasswordChanged,
    "passkey-added": words.uiActPasskeyAdded,
    "passkey-removed": words.uiActPasskeyRemoved,
    "passkey-copied": words.uiActPasskeyCopied,
    "passkeys-taken-back": words.uiActPasskeysTakenBack,
    "passkeys-required": words.uiActPasskeysRequired,
    "passkeys-optional": words.uiActPasskeysOptional,
    "account-made": words.uiActAccountMade,
    "account-changed": words.uiActAccountChanged,
    "code-scanned": words.uiActCodeScanned,
    "chart-opened": words.uiActChartOpened,
    "code-refused": words.uiActCodeRefused,
    "emergency-vouched": words.uiActEmergencyVouched,
    "charts-listed": words.uiActChartsListed,
    "chart-viewed": words.uiActChartViewed,
    "section-viewed": words.uiActSectionViewed,
    refused: words.uiActRefused,
    "chart-closed": words.uiActChartClosed,
    "chart-ended": words.uiActChartEnded,
    "chart-withdrawn": words.uiActChartWithdrawn,
    "patient-told": words.uiActPatientTold,
    "patient-not-told": words.uiActPatientNotTold,
    "receipts-listed": words.uiActReceiptsListed,
    "audit-read": words.uiActAuditRead,
    "visit-begun": words.uiActVisitBegun,
    "visits-listed": words.uiActVisitsListed,
    "visit-viewed": words.uiActVisitViewed,
    "visit-saved": words.uiActVisitSaved,
    "visit-discarded": words.uiActVisitDiscarded,
    "visit-checked": words.uiActVisitChecked,
    "visit-signed": words.uiActVisitSigned,
    "visit-returned": words.uiActVisitReturned,
    "visit-not-returned": words.uiActVisitNotReturned,
    "checkin-made": words.uiActCheckinMade,
    "checkins-listed": words.uiActCheckinsListed,
    "checkin-viewed": words.uiActCheckinViewed,
    "checkin-sent": words.uiActCheckinSent,
    "checkin-arrived": words.uiActCheckinArrived,
    "checkin-fetched": words.uiActCheckinFetched,
    "checkin-answered": words.uiActCheckinAnswered,
    "checkin-refused": words.uiActCheckinRefused,
    "checkin-read": words.uiActCheckinRead,
    "checkin-discarded": words.uiActCheckinDiscarded,
    "message-written": words.uiActMessageWritten,
    "message-arrived": words.uiActMessageArrived,
    "message-came": words.uiActMessageCame,
    "messages-listed": words.uiActMessagesListed,
    "messages-viewed": words.uiActMessagesViewed,
    "messages-read": words.uiActMessagesRead,
    "bridge-set": words.uiActBridgeSet,
    "bridge-removed": words.uiActBridgeRemoved,
    "bridge-key-set": words.uiActBridgeKeySet,
    "patients-searched": words.uiActPatientsSearched,
    "link-viewed": words.uiActLinkViewed,
    "patient-linked": words.uiActPatientLinked,
    "patient-unlinked": words.uiActPatientUnlinked,
    "patient-made": words.uiActPatientMade,
    "sending-approved": words.uiActSendingApproved,
    "outbox-listed": words.uiActOutboxListed,
    "message-viewed": words.uiActMessageViewed,
    "sending-decided": words.uiActSendingDecided,
    "entries-sent": words.uiActEntriesSent,
    "entries-held": words.uiActEntriesHeld,
    "system-read": words.uiActSystemRead,
    "chart-compared": words.uiActChartCompared,
    "chart-searched": words.uiActChartSearched,
    "trends-viewed": words.uiActTrendsViewed,
    "entry-viewed": words.uiActEntryViewed,
    "chart-reconciled": words.uiActChartReconciled,
  };
  return names[action] ?? cleaned(action);
}
