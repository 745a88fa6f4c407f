import { button, element, foreign, type Child } from "../../src/view/element.ts";
import { cleaned } from "../../src/foreign.ts";
import type { Desk, Screen } from "../desk.ts";
import type { Passkey, Proof } from "../passkey/api.ts";
import { hasPasskeys } from "../passkey/ceremony.ts";
import type { Messages } from "../strings/messages.ts";
import { field, form, line, password } from "../view/form.ts";

/** The own passkeys. `told` says what was done with them; where one is required, the first is made here before anything else is seen. */
export function passkeysScreen(all: Passkey[], told?: (words: Messages) => string): Screen {
  let leaving: Passkey | undefined;
  const choose = (desk: Desk, it: Passkey | undefined): void => {
    leaving = it;
    desk.redraw();
    document.querySelector<HTMLElement>(it === undefined ? "h1" : ".closing h2")?.focus();
  };
  return {
    name: "passkeys",
    title: ({ words }) => words.uiPasskeys,
    draw: (desk) => {
      const { words } = desk.reader;
      if (leaving !== undefined) {
        return [removing(desk, leaving, () => choose(desk, undefined))];
      }
      const isFirst = desk.who?.must_add_passkey === true;
      return [
        told && element("p", { role: "status", class: "told" }, told(words)),
        isFirst ? element("p", { class: "lead" }, words.uiPasskeysMust) : undefined,
        element("p", {}, words.uiPasskeysLead),
        all.length === 0 ? element("p", {}, words.uiPasskeysNone) : element("ul", { class: "people" }, all.map((it) => element("li", { class: "member passkey" }, described(it, desk, () => choose(desk, it))))),
        element("section", { class: "add" }, element("h2", {}, words.uiPasskeyAdd), hasPasskeys() ? adding(desk, all.length > 0) : element("p", {}, words.uiPasskeyNotHere)),
        isFirst ? undefined : element("div", { class: "buttons" }, button(words.uiBack, desk.to.home)),
      ];
    },
  };
}

function described(it: Passkey, { reader: { words, time } }: Desk, remove: () => void): Child[] {
  const press = button(words.uiPasskeyRemove, remove);
  press.setAttribute("aria-label", `${words.uiPasskeyRemove}: ${cleaned(it.name)}`);
  const said = (label: string, value: Child) => element("p", { class: "quiet" }, label, ": ", value);
  return [
    element("p", { class: "name" }, foreign(it.name)),
    said(words.uiPasskeyMade, time(it.made * 1000)),
    said(words.uiPasskeyUsed, it.used === null ? words.uiPasskeyUnused : time(it.used * 1000)),
    said(words.uiPasskeyHost, foreign(it.host)),
    it.synced ? element("p", { class: "quiet" }, words.uiPasskeySynced) : undefined,
    press,
  ];
}

/** Asks for the password, or for a passkey where there is one. */
function proof(desk: Desk, hasSome: boolean): [HTMLElement, () => Promise<Proof>] {
  const { words } = desk.reader;
  const given = password("password", "current-password", { required: !hasSome });
  const prove = async (): Promise<Proof> => (given.value === "" ? desk.api.passkeys.prove() : { password: given.value });
  return [field(words.uiPasskeyPassword, given, hasSome && hasPasskeys() ? words.uiPasskeyPasswordWhy : undefined), prove];
}

function adding(desk: Desk, hasSome: boolean): HTMLElement {
  const { words } = desk.reader;
  const name = line("passkey-name", { autocapitalize: "sentences" });
  const [asked, prove] = proof(desk, hasSome);
  const send = async (): Promise<void> => {
    await desk.api.passkeys.add(name.value, await prove());
    if (desk.who?.must_add_passkey === true) {
      desk.to.signIn(await desk.api.who());
    } else {
      desk.to.passkeys((words) => words.uiPasskeyAdded);
    }
  };
  return form(desk, words.uiPasskeyAdd, send, field(words.uiPasskeyName, name, words.uiPasskeyNameWhy), asked);
}

function removing(desk: Desk, it: Passkey, back: () => void): HTMLElement {
  const { words } = desk.reader;
  const [asked, prove] = proof(desk, hasPasskeys());
  const send = async (): Promise<void> => {
    await desk.api.passkeys.remove(it.id, await prove());
    desk.to.passkeys((words) => words.uiPasskeyRemoved);
  };
  return element(
    "section",
    { class: "closing" },
    element("h2", { tabindex: "-1" }, words.uiPasskeyRemoveTitle({ name: cleaned(it.name) })),
    form(desk, words.uiPasskeyRemove, send, asked),
    element("div", { class: "buttons" }, button(words.uiBack, back)),
  );
}
