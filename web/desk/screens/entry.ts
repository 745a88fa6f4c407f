import { button, element, foreign, type Child } from "../../src/view/element.ts";
import { cleaned } from "../../src/foreign.ts";
import { shape } from "../../src/view/shape.ts";
import type { Banner } from "../api.ts";
import type { Desk, Screen } from "../desk.ts";
import type { EntryPage, SaidOnce, Step, Told } from "../finding/api.ts";
import type { Reader } from "../language.ts";
import type { Messages } from "../strings/messages.ts";
import { bannerTop, whenOver } from "../view/banner.ts";
import { entryOf, entryWords, factsList, factsWords, sourceWords } from "../view/entry.ts";
import { sectionWord } from "../view/words.ts";

/** All that is known of an entry: who says so and by what it came, what was said before, who disagrees. */
export function entryScreen(banner: Banner, entry: EntryPage, from: Screen): Screen {
  let watched: AbortSignal | undefined;
  const back = (desk: Desk) => (): void => desk.to.back(from);
  let here: Desk | undefined;
  return {
    name: "entry",
    title: ({ words }) => words.uiEntry,
    draw: (desk) => {
      here = desk;
      if (watched !== desk.left) {
        watched = desk.left;
        whenOver(desk, banner, () => desk.to.chart(banner.id));
      }
      const { words } = desk.reader;
      return [
        bannerTop(desk, banner),
        ...content(entry, desk.reader),
        element("div", { class: "buttons" }, button(words.uiBack, back(desk), "action"), button(words.uiPrint, () => print(), "plain")),
      ];
    },
    press: (key) => {
      if (key !== "Escape" || here === undefined) {
        return false;
      }
      back(here)();
      return true;
    },
  };
}

function content(entry: EntryPage, reader: Reader): Child[] {
  const { words } = reader;
  const beside = { contradicts: words.uiBesideContradicts, "also-right": words.uiBesideAlsoRight, "set-aside": words.uiBesideSetAside };
  const statement = (it: EntryPage["statements"][number]): HTMLElement =>
    element(
      "li",
      { "data-standing": it.standing },
      ...factsWords(it.facts, reader).filter((child) => child !== undefined),
      element("p", {}, it.standing === "contradicts" ? shape("caution") : "", " ", beside[it.standing], " · ", it.sources.map((by) => sourceWords(by, words)).join(", ")),
    );
  return [
    element("p", { class: "quiet" }, sectionWord(words, entry.section)),
    element("p", { class: "lead" }, entryWords(entry, reader), entry.facts.when === null ? "" : ` · ${reader.date(entry.facts.when)}`),
    entry.perhaps_same === 0 ? undefined : element("p", { class: "caution" }, shape("caution"), " ", words.uiPerhapsSame({ count: entry.perhaps_same })),
    factsList(entry.facts, words),
    ...part(words.uiWho, entry.told.map((it) => told(it, reader)), "told-by"),
    element("p", { class: "quiet" }, words.uiEntrySigned),
    ...part(words.uiOthers, entry.statements.map(statement), "others"),
    ...part(words.uiDisputes, entry.disputes.map((it) => step(it, reader)), "disputes"),
    ...part(words.uiConfirmations, entry.confirmations.map((it) => step(it, reader)), "confirmations"),
    ...part(words.uiProposals, entry.proposals.map((it) => once(it, reader)), "proposals"),
    ...part(words.uiHistory, entry.history.map((it, at) => once(it, reader, at > 0)), "history"),
  ];
}

const part = (title: string, items: HTMLElement[], name: string): HTMLElement[] => (items.length === 0 ? [] : [element("h2", {}, title), element("ul", { class: `known ${name}` }, items)]);

function told(it: Told, { words, day }: Reader): HTMLElement {
  const [issuer, listed] = [cleaned(it.issuer ?? ""), cleaned(it.listed ?? "")];
  const proofs = { none: words.uiToldNone({ from: issuer }), signed: words.uiToldSigned({ from: issuer }), listed: words.uiToldListed({ name: listed, from: issuer }) };
  const parts = [
    sourceWords(it, words),
    words.uiRecorded({ date: day(it.recorded) }),
    it.who === null ? undefined : words.uiNamed({ name: cleaned(it.who) }),
    it.device === null ? undefined : words.uiToldDevice({ name: cleaned(it.device) }),
    it.system === null ? undefined : words.uiToldSystem({ system: cleaned(it.system) }),
    it.proof === null ? undefined : proofs[it.proof],
  ];
  return element("li", {}, parts.filter((said) => said !== undefined).join(" · "));
}

function step(it: Step, reader: Reader): HTMLElement {
  return element("li", {}, stepWords(it, reader));
}

/** What was said once: what somebody did, and what they stated. */
function once(it: SaidOnce, reader: Reader, isLater = false): HTMLElement {
  const states = it.facts === null ? [] : [" ", entryWords(entryOf(it.facts), reader)];
  return element("li", {}, stepWords(it, reader, isLater), states);
}

function stepWords(it: Step, { words, time }: Reader, isLater = false): HTMLElement {
  const by = [time(it.recorded), sourceWords(it, words), it.device === null ? undefined : words.uiToldDevice({ name: cleaned(it.device) })];
  const reason = it.reason === null ? [] : [" · ", foreign(words.uiStepReason({ reason: cleaned(it.reason) }))];
  return element("span", {}, element("strong", {}, actWord(it, words, isLater)), " ", element("span", { class: "quiet" }, by.filter((said) => said !== undefined).join(" · ")), reason);
}

function actWord({ act }: Step, words: Messages, isLater: boolean): string {
  const known = { correct: words.uiStepCorrect, retract: words.uiStepRetract, confirm: words.uiStepConfirm, dispute: words.uiStepDispute, resolve: words.uiStepResolve };
  return act === null ? (isLater ? words.uiStepNewer : words.uiStepFirst) : known[act];
}
