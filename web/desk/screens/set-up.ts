import { element } from "../../src/view/element.ts";
import type { Screen } from "../desk.ts";
import { authorityBox } from "../view/authority.ts";
import { field, form, line, password } from "../view/form.ts";

/** The first start: somebody who has the desk's secret makes the first account. */
export const setUpScreen = (): Screen => ({
  name: "set-up",
  title: ({ words }) => words.uiSetup,
  first: "#secret",
  draw: (desk) => {
    const { words } = desk.reader;
    const [secret, login, name] = [line("secret"), line("login", { autocomplete: "username" }), line("name", { autocapitalize: "words" })];
    const chosen = password("password", "new-password", { minlength: "12" });
    const send = async (): Promise<void> => {
      await desk.api.setUp(secret.value.trim(), login.value, name.value, chosen.value);
      desk.to.signIn(await desk.api.signIn(login.value, chosen.value));
    };
    return [
      element("p", {}, words.uiSetupLead),
      form(
        desk,
        words.uiMakeAccount,
        send,
        field(words.uiSecret, secret, words.uiSecretWhy),
        field(words.uiName, name, words.uiNameWhy),
        field(words.uiLogin, login),
        field(words.uiPassword, chosen, words.uiPasswordRule),
      ),
      authorityBox(desk),
    ];
  },
});
