/** A text as words are compared: without capitals and accents. */
const folded = (text: string): string => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

/** The words of a text, as the server takes them apart. */
export const wordsOf = (text: string): string[] =>
  folded(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((it) => it !== "");

/** The places in a text where words begin with one of these: from, to. */
export function placesOf(text: string, words: string[]): [number, number][] {
  const places: [number, number][] = [];
  for (const { index, 0: word } of text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)) {
    const whole = folded(word);
    const longest = Math.max(0, ...words.filter((it) => whole.startsWith(it)).map((it) => it.length));
    if (longest === 0) {
      continue;
    }
    let [length, end] = [0, index];
    for (const letter of word) {
      const plain = folded(letter);
      // An accent that stands by itself belongs to the letter before it.
      if (length >= longest && plain !== "") {
        break;
      }
      length += plain.length;
      end += letter.length;
    }
    places.push([index, end]);
  }
  return places;
}

/** Marks these words in all foreign text below: what the page itself says is not what was looked for. */
export function mark(below: HTMLElement, words: string[]): void {
  for (const text of below.querySelectorAll("bdi")) {
    for (const node of [...text.childNodes].filter((it) => it instanceof Text)) {
      const places = placesOf(node.data, words);
      if (places.length === 0) {
        continue;
      }
      const parts: (string | HTMLElement)[] = [];
      let from = 0;
      for (const [begin, end] of places) {
        const marked = document.createElement("mark");
        marked.textContent = node.data.slice(begin, end);
        parts.push(node.data.slice(from, begin), marked);
        from = end;
      }
      node.replaceWith(...parts, node.data.slice(from));
    }
  }
}
