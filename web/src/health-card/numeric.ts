import { Problem } from "../problem.ts";

const PREFIX = "shc:/";
/** The highest character of a JWS is `z`. */
const HIGHEST = 77;

/** The digits of a health card's text, whatever viewer stands before it; undefined where the text is none. */
export function cardNumbers(text: string): string | undefined {
  const card = /^https?:\/\//.test(text) ? text.slice(text.indexOf("#") + 1) : text;
  return card.startsWith(PREFIX) ? card.slice(PREFIX.length) : undefined;
}

/** The JWS that stands in a QR code: two digits for each character, its code less 45. */
export function fromNumbers(digits: string): string {
  const chunk = /^([0-9]+)\/([0-9]+)\/([0-9]+)$/.exec(digits);
  if (chunk && chunk[2] !== "1") {
    throw new Problem("pageParts");
  }
  const pairs = (chunk?.[3] ?? digits).match(/^(?:[0-9]{2})+$/)?.[0].match(/../g)?.map(Number);
  if (pairs === undefined || pairs.some((pair) => pair > HIGHEST)) {
    throw new Problem("pageAltered");
  }
  return pairs.map((pair) => String.fromCharCode(pair + 45)).join("");
}
