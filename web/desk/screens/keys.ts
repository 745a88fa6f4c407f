import { button, element } from "../../src/view/element.ts";
import type { Screen } from "../desk.ts";
import { parts } from "../view/frame.ts";
import { COMPARE } from "./chart.ts";

/** The keys of the desk. */
export const keysScreen = (): Screen => ({
  name: "keys",
  title: ({ words }) => words.uiKeys,
  draw: (desk) => {
    const { words } = desk.reader;
    const seesPatients = desk.who?.account.role !== "administrator";
    const keys = [
      ...parts(desk).map(({ key, label }): [string, string] => [key, label]),
      ...(seesPatients ? [["0–9", words.uiKeysSection] as [string, string]] : []),
      ...(desk.who?.account.role === "clinician" ? [[COMPARE, words.uiBesideKey] as [string, string]] : []),
      ["Esc", words.uiKeysBack] as [string, string],
      ["?", words.uiKeysHelp] as [string, string],
    ];
    const row = ([key, label]: [string, string]) => [element("dt", {}, element("kbd", {}, key)), element("dd", {}, label)];
    return [
      element("dl", { class: "keys" }, keys.flatMap(row)),
      seesPatients ? element("p", {}, words.uiKeysScanner) : undefined,
      element("div", { class: "buttons" }, button(words.uiBack, desk.to.home)),
    ];
  },
});
