/** Control characters, and those that turn text around: shown as what they are, unreadable. */
const UNSEEN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** The longest text that is shown of one field. */
const MOST = 20_000;

/** Foreign text that may stand beside ours. */
export function cleaned(text: string): string {
  const short = text.length > MOST ? `${text.slice(0, MOST)}…` : text;
  return short.replace(UNSEEN, "\ufffd");
}
