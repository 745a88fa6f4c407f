import { element, type Child } from "../../src/view/element.ts";
import type { Desk } from "../desk.ts";

/** How a browser is told to trust a desk that certifies itself; nothing where another does. */
export function authorityBox({ isOwn, reader: { words } }: Desk): Child {
  if (!isOwn) {
    return undefined;
  }
  const ways = [words.uiAuthorityWindows, words.uiAuthorityMac, words.uiAuthorityIos, words.uiAuthorityAndroid, words.uiAuthorityFirefox];
  return element(
    "details",
    { class: "authority" },
    element("summary", {}, words.uiAuthority),
    element("p", {}, words.uiAuthorityLead),
    element("p", {}, element("a", { href: "/authority.crt", download: "pocketchart-desk.crt" }, words.uiAuthorityGet)),
    element("p", { class: "caution" }, words.uiAuthorityCompare),
    element("ul", {}, ways.map((it) => element("li", {}, it))),
  );
}
