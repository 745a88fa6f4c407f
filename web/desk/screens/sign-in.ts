import { button, element } from "../../src/view/element.ts";
import type { Screen } from "../desk.ts";
import { hasPasskeys } from "../passkey/ceremony.ts";
import type { Messages } from "../strings/messages.ts";
import { field, form, line, password } from "../view/form.ts";
import { attempt } from "../view/question.ts";

/** Asks for name and password, or for a passkey. `why` says why somebody was signed out. */
export const signInScreen = (why?: (words: Messages) => string): Screen => ({
  name: "sign-in",
  title: ({ words }) => words.uiSignIn,
  first: "#login",
  draw: (desk) => {
    const { words } = desk.reader;
    const [login, given] = [line("login", { autocomplete: "username" }), password("password", "current-password")];
    const send = async (): Promise<void> => desk.to.signIn(await desk.api.signIn(login.value, given.value));
    const wrong = element("div", {});
    const byPasskey = async (): Promise<void> => desk.to.signIn(await desk.api.signInByPasskey());
    return [
      why && element("p", { role: "status", class: "told" }, why(words)),
      form(desk, words.uiSignIn, send, field(words.uiLogin, login), field(words.uiPassword, given)),
      hasPasskeys()
        ? element("div", {}, wrong, element("div", { class: "buttons" }, button(words.uiPasskeySignIn, () => void attempt(desk, wrong, byPasskey))))
        : element("p", { class: "quiet" }, words.uiPasskeyNotHere),
    ];
  },
});
