import { button, element } from "../../src/view/element.ts";
import type { Screen } from "../desk.ts";
import { Problem } from "../problem.ts";
import { field, form, password } from "../view/form.ts";

/** Changes the own password: first of all where somebody else chose it. */
export const passwordScreen = (): Screen => ({
  name: "password",
  title: ({ words }) => words.uiOwnPassword,
  first: "#old",
  draw: (desk) => {
    const { words } = desk.reader;
    const isFirst = desk.who?.account.must_change === true;
    const old = password("old", "current-password");
    const [next, again] = [password("new", "new-password", { minlength: "12" }), password("again", "new-password")];
    const send = async (): Promise<void> => {
      if (next.value !== again.value) {
        throw Problem.of("uiPasswordsDiffer");
      }
      desk.to.signIn(await desk.api.changePassword(old.value, next.value));
    };
    return [
      isFirst ? element("p", {}, words.uiOwnPasswordWhy) : undefined,
      form(
        desk,
        words.uiSave,
        send,
        field(words.uiOldPassword, old),
        field(words.uiNewPassword, next, words.uiPasswordRule),
        field(words.uiNewPasswordAgain, again),
      ),
      isFirst ? undefined : element("div", { class: "buttons" }, button(words.uiBack, desk.to.home)),
    ];
  },
});
