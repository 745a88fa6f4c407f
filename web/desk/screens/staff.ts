import { button, element, foreign, type Child } from "../../src/view/element.ts";
import { cleaned } from "../../src/foreign.ts";
import type { Person, Role } from "../api.ts";
import type { Desk, Screen } from "../desk.ts";
import type { PasskeysOfAll } from "../passkey/api.ts";
import type { Messages } from "../strings/messages.ts";
import { field, form, line, password } from "../view/form.ts";
import { question } from "../view/question.ts";
import { roleWord } from "../view/words.ts";

const ROLES: Role[] = ["front-desk", "clinician", "administrator"];

/** Whose passkeys somebody is about to remove, and the way back. */
interface Asked {
  account: string;
  back: () => void;
}

/** Accounts, for administrators. */
export function staffScreen(all: Person[], passkeys: PasskeysOfAll): Screen {
  const asked: { of?: Asked | undefined } = {};
  return {
    name: "staff",
    title: ({ words }) => words.uiStaff,
    draw: (desk) => {
      const { words } = desk.reader;
      const counted = new Map(passkeys.accounts.map((it) => [it.account, it.passkeys]));
      const count = (it: Person): number => counted.get(it.id) ?? 0;
      return [
        element("p", {}, words.uiStaffLead),
        element("ul", { class: "people" }, all.map((it) => element("li", {}, person(it, count(it), desk, asked)))),
        element("section", { class: "add" }, element("h2", {}, words.uiAdd), addForm(desk)),
        element("section", { class: "add" }, element("h2", {}, words.uiPasskeys), rule(desk, passkeys, all.filter((it) => !it.disabled && count(it) === 0).length)),
      ];
    },
    press: (key) => {
      if (key !== "Escape" || asked.of === undefined) {
        return false;
      }
      asked.of.back();
      return true;
    },
  };
}

/** Whether everybody needs a passkey. */
function rule(desk: Desk, passkeys: PasskeysOfAll, without: number): Child[] {
  const { words } = desk.reader;
  const required = element("input", { id: "passkeys-required", type: "checkbox", checked: passkeys.passkey === "required" });
  const send = async (): Promise<void> => {
    await desk.api.passkeys.require(required.checked);
    desk.to.staff();
  };
  const check = element("div", { class: "check" }, required, element("label", { for: required.id }, words.uiPasskeysRule));
  return [
    without > 0 ? element("p", {}, words.uiPasskeysWithout({ count: without })) : undefined,
    form(desk, words.uiSave, send, check, element("p", { class: "quiet" }, words.uiPasskeysRuleWhy)),
  ];
}

/** Removes all passkeys of somebody who lost them, after one more question. What is typed elsewhere on the page stays. */
function takingBack(it: Person, desk: Desk, asked: { of?: Asked | undefined }): HTMLElement {
  const { words } = desk.reader;
  const place = element("div", {});
  const why = (): HTMLElement => element("p", { class: "quiet" }, words.uiPasskeysTakeBackWhy);
  const remove = async (): Promise<void> => {
    await desk.api.passkeys.takeBack(it.id);
    desk.to.staff();
  };
  const offer = (): HTMLButtonElement => {
    const press = button(words.uiPasskeysTakeBack, () => {
      asked.of?.back();
      ask();
      place.querySelector("h2")?.focus();
    });
    press.setAttribute("aria-label", `${words.uiPasskeysTakeBack}: ${cleaned(it.name)}`);
    place.replaceChildren(why(), element("div", { class: "buttons" }, press));
    return press;
  };
  const back = (): void => {
    asked.of = undefined;
    offer().focus();
  };
  const ask = (): void => {
    asked.of = { account: it.id, back };
    const title = words.uiPasskeysTakeBackTitle({ name: cleaned(it.name) });
    place.replaceChildren(question(desk, title, [why()], [words.uiPasskeysKeep, back], [words.uiPasskeysTakeBackYes, remove]));
  };
  if (asked.of?.account === it.id) {
    ask();
  } else {
    offer();
  }
  return place;
}

function person(it: Person, passkeys: number, desk: Desk, asked: { of?: Asked | undefined }): HTMLElement {
  const { words } = desk.reader;
  const state = it.disabled ? words.uiDisabled : it.must_change ? words.uiMustChange : words.uiEnabled;
  return element(
    "details",
    { class: it.disabled ? "member off" : "member", "data-login": it.login, open: asked.of?.account === it.id },
    element(
      "summary",
      {},
      element("span", { class: "name" }, foreign(it.name)),
      " ",
      element("span", {}, roleWord(words, it.role)),
      " ",
      element("span", { class: "quiet" }, foreign(it.login), " · ", state, " · ", words.uiPasskeysCount({ count: passkeys })),
    ),
    changeForm(it, desk),
    passkeys > 0 ? takingBack(it, desk, asked) : undefined,
  );
}

function roleField(id: string, role: Role, words: Messages): [HTMLElement, () => Role] {
  const option = (it: Role) => element("option", { value: it, selected: it === role }, roleWord(words, it));
  const select = element("select", { id }, ROLES.map(option));
  return [field(words.uiRole, select), () => select.value as Role];
}

function changeForm(it: Person, desk: Desk): HTMLElement {
  const { words } = desk.reader;
  const id = (part: string) => `${part}-${it.id}`;
  const name = line(id("name"), { value: it.name });
  const reset = password(id("reset"), "new-password", { required: false, minlength: "12" });
  const disabled = element("input", { id: id("disabled"), type: "checkbox", checked: it.disabled });
  const [roles, role] = roleField(id("role"), it.role, words);
  const send = async (): Promise<void> => {
    await desk.api.changeStaff(it.id, {
      ...(name.value === it.name ? {} : { name: name.value }),
      ...(role() === it.role ? {} : { role: role() }),
      ...(disabled.checked === it.disabled ? {} : { disabled: disabled.checked }),
      ...(reset.value === "" ? {} : { password: reset.value }),
    });
    desk.to.staff();
  };
  const content = form(
    desk,
    words.uiSave,
    send,
    field(words.uiName, name),
    roles,
    field(words.uiResetPassword, reset, words.uiResetPasswordWhy),
    element("div", { class: "check" }, disabled, element("label", { for: disabled.id }, words.uiDisable)),
    element("p", { class: "quiet" }, words.uiChangeWhy),
  );
  content.setAttribute("aria-label", words.uiChange({ name: cleaned(it.name) }));
  return content;
}

function addForm(desk: Desk): HTMLElement {
  const { words } = desk.reader;
  const [name, login] = [line("name"), line("login")];
  const first = password("password", "new-password", { minlength: "12" });
  const [roles, role] = roleField("role", "front-desk", words);
  const send = async (): Promise<void> => {
    await desk.api.addStaff({ login: login.value, name: name.value, role: role(), password: first.value });
    desk.to.staff();
  };
  return form(desk, words.uiAdd, send, field(words.uiName, name, words.uiNameWhy), field(words.uiLogin, login), roles, field(words.uiFirstPassword, first, words.uiFirstPasswordWhy));
}
