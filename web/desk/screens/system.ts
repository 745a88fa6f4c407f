import { button, element, foreign, type Child } from "../../src/view/element.ts";
import { cleaned } from "../../src/foreign.ts";
import { shape } from "../../src/view/shape.ts";
import type { Access, SystemSettings } from "../bridge/api.ts";
import { kindWord } from "../bridge/words.ts";
import type { Desk, Screen } from "../desk.ts";
import { block, field, form, line, password } from "../view/form.ts";
import { attempt, question } from "../view/question.ts";
import { table } from "../view/table.ts";

/** The clinic's own system, for administrators. Secrets are typed here, and never shown again. */
export function systemScreen(settings: SystemSettings | undefined): Screen {
  const view = new SystemView(settings);
  return {
    name: "system",
    title: ({ words }) => words.uiSystemTitle,
    draw: (desk) => view.draw(desk),
    press: (key) => view.press(key),
  };
}

class SystemView {
  private step: "shown" | "changing" | "removing" = "shown";
  private told = "";
  private desk: Desk | undefined;

  constructor(private settings: SystemSettings | undefined) {}

  draw(desk: Desk): Child[] {
    this.desk = desk;
    const { words } = desk.reader;
    const { settings, step } = this;
    const told = this.told === "" ? undefined : element("p", { role: "status", class: "told", tabindex: "-1" }, this.told);
    if (settings !== undefined && step === "removing") {
      return [this.removing(desk)];
    }
    return [
      element("p", {}, words.uiSystemLead),
      told,
      settings === undefined ? element("p", { class: "empty" }, shape("none"), " ", words.uiSystemNone) : undefined,
      settings === undefined || step === "changing" ? this.changing(desk) : this.shown(desk, settings),
      this.keys(desk),
    ];
  }

  press(key: string): boolean {
    if (key !== "Escape" || this.step === "shown") {
      return false;
    }
    this.go("shown");
    return true;
  }

  /** What is set, and what the system said of itself. */
  private shown(desk: Desk, settings: SystemSettings): HTMLElement {
    const { words, time } = desk.reader;
    const { offer } = settings;
    const access = { open: words.uiAccessOpen, password: words.uiAccessPassword, key: words.uiAccessKey }[settings.access];
    const rows: [string, Child][] = [
      [words.uiSystemAddress, foreign(settings.base)],
      [words.uiSystemAccess, access],
      ...(settings.authority?.fingerprints ?? []).map((it): [string, Child] => [words.uiSystemAuthorityIs, foreign(it)]),
      ...(settings.name === null ? [] : [[words.uiSystemKnownAs, foreign(settings.name)] as [string, Child]]),
      [words.uiSystemSoftware, offer.software === "" ? words.uiUnsaid : foreign(offer.software)],
      [words.uiSystemVersion, offer.fhir_version === null ? words.uiUnsaid : foreign(offer.fhir_version)],
      [words.uiSystemTogether, offer.transaction ? words.uiYes : words.uiNo],
      [words.uiSystemSetBy, element("span", {}, foreign(settings.by.name), ", ", time(settings.at * 1000))],
    ];
    const can = (is: boolean): Child => element("span", { class: is ? "agrees good" : "agrees caution" }, shape(is ? "good" : "caution"), " ", is ? words.uiYes : words.uiNo);
    const types = Object.entries(offer.types).map(([type, { create, update, named }]) =>
      type === "Provenance" ? [kindWord(words, type), can(named), "–"] : [kindWord(words, type), can(create), type === "Patient" ? "–" : can(update)],
    );
    return element(
      "section",
      { class: "system" },
      element("h2", { tabindex: "-1" }, words.uiSystemSays),
      element("dl", {}, rows.flatMap(([label, value]) => [element("dt", {}, label), element("dd", {}, value)])),
      element("h3", {}, words.uiSystemTypes),
      table(words.uiSystemTypes, [words.uiWhat, words.uiSystemNew, words.uiSystemChanged], types),
      element("div", { class: "buttons" }, button(words.uiSystemChange, () => this.go("changing")), button(words.uiSystemRemove, () => this.go("removing"), "danger")),
    );
  }

  private changing(desk: Desk): HTMLElement {
    const { words } = desk.reader;
    const { settings } = this;
    const base = line("base", { value: settings?.base ?? "", maxlength: "1000", dir: "ltr", inputmode: "url" });
    const options: [Access["kind"], string][] = [
      ["key", words.uiAccessKey],
      ["password", words.uiAccessPassword],
      ["open", words.uiAccessOpen],
    ];
    const option = ([kind, label]: (typeof options)[number]) => element("option", { value: kind, selected: kind === settings?.access }, label);
    const access = element("select", { id: "access" }, options.map(option));
    const name = line("known-as", { value: settings?.name ?? "", dir: "ltr" });
    const secret = password("secret", "new-password", { autocomplete: "off" });
    const scopes = line("scopes", { value: settings?.scopes ?? "", required: false, maxlength: "2000", dir: "ltr" });
    const authority = block("authority", { required: false });
    authority.value = settings?.authority?.pem ?? "";
    const named = field(words.uiSystemKnownAs, name, words.uiSystemKnownAsWhy);
    const secrets = field(words.uiPassword, secret, words.uiSystemPasswordWhy);
    const scoped = field(words.uiSystemScopes, scopes, words.uiSystemScopesWhy);
    const choose = (): void => {
      const kind = access.value as Access["kind"];
      for (const [part, input, is] of [[named, name, kind !== "open"], [secrets, secret, kind === "password"], [scoped, scopes, kind === "key"]] as const) {
        part.hidden = !is;
        input.disabled = !is;
      }
    };
    access.addEventListener("change", choose);
    choose();
    const chosen = (): Access => {
      switch (access.value as Access["kind"]) {
        case "open":
          return { kind: "open" };
        case "password":
          return { kind: "password", name: name.value, password: secret.value };
        case "key":
          return { kind: "key", client: name.value.trim(), scopes: scopes.value.trim() === "" ? null : scopes.value.trim() };
      }
    };
    const send = async (): Promise<void> => {
      const believed = authority.value.trim();
      this.settings = await desk.api.bridge.set(base.value.trim(), chosen(), believed === "" ? null : believed);
      this.told = words.uiSystemSet;
      this.go("shown");
    };
    return element(
      "section",
      { class: "add" },
      element("h2", { tabindex: "-1" }, settings === undefined ? words.uiSystemAdd : words.uiSystemChange),
      settings === undefined ? undefined : element("p", { class: "caution" }, shape("caution"), " ", words.uiSystemChangeWhy),
      form(
        desk,
        words.uiSystemAsk,
        send,
        field(words.uiSystemAddress, base, words.uiSystemAddressWhy),
        field(words.uiSystemAccess, access, words.uiSystemAccessWhy),
        named,
        secrets,
        scoped,
        element("details", { open: authority.value !== "" }, element("summary", {}, words.uiSystemAuthority), field(words.uiSystemAuthorityPem, authority, words.uiSystemAuthorityWhy)),
      ),
      settings === undefined ? undefined : element("div", { class: "buttons" }, button(words.uiBack, () => this.go("shown"))),
    );
  }

  private removing(desk: Desk): HTMLElement {
    const { words } = desk.reader;
    const remove = async (): Promise<void> => {
      await desk.api.bridge.remove();
      this.settings = undefined;
      this.told = words.uiSystemRemoved;
      this.go("shown");
    };
    const base = this.settings?.base ?? "";
    return question(
      desk,
      words.uiSystemRemoveTitle,
      [element("p", {}, foreign(base)), element("p", {}, words.uiSystemRemoveLead)],
      [words.uiSystemKeep, () => this.go("shown")],
      [words.uiSystemRemoveYes, remove],
    );
  }

  /** The public halves of the desk's keys: what is registered at a system that lets in by a key. */
  private keys(desk: Desk): HTMLElement {
    const { words } = desk.reader;
    const shown = element("div", {});
    const tell = (keys: object, ...told: Child[]): void => {
      shown.replaceChildren(
        element("div", {}, told),
        element("pre", { dir: "ltr", tabindex: "0", "aria-label": words.uiSystemKeys }, cleaned(JSON.stringify(keys, null, 2))),
        element("div", { class: "buttons" }, element("a", { class: "button", href: "./api/bridge/keys", download: "keys.json" }, words.uiSystemKeysSave)),
      );
      shown.querySelector("pre")?.focus();
    };
    const show = async (): Promise<void> => tell(await desk.api.bridge.keys());
    const pem = block("rsa");
    const give = async (): Promise<void> => {
      const keys = await desk.api.bridge.setKey(pem.value);
      pem.value = "";
      tell(keys, element("p", { role: "status", class: "told" }, words.uiSystemRsaGiven));
    };
    return element(
      "section",
      { class: "add" },
      element("h2", {}, words.uiSystemKeys),
      element("p", {}, words.uiSystemKeysLead),
      element("div", { class: "buttons" }, button(words.uiSystemKeysShow, () => void attempt(desk, shown, show))),
      shown,
      element("details", {}, element("summary", {}, words.uiSystemRsa), form(desk, words.uiSystemRsaGive, give, field(words.uiSystemRsaPem, pem, words.uiSystemRsaWhy))),
    );
  }

  private go(step: SystemView["step"]): void {
    if (step !== "shown") {
      this.told = "";
    }
    this.step = step;
    this.desk?.redraw();
    const first = step === "changing" ? "#base" : step === "removing" ? ".closing h2" : this.told === "" ? "h1" : ".told";
    document.querySelector<HTMLElement>(first)?.focus();
  }
}
