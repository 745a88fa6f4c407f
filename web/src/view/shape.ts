/** The shape of each state, in a square of 12: drawn, since fonts differ and are slow to find. */
const SHAPES = {
  danger: "M6 .5 11.8 11H.2Z",
  caution: "M6 0 12 6 6 12 0 6Z",
  good: "M6 .5a5.5 5.5 0 1 0 .01 0Z",
  none: "M6 .5a5.5 5.5 0 1 0 .01 0ZM6 2.5a3.5 3.5 0 1 1-.01 0Z",
  item: "M6 4a2 2 0 1 0 .01 0Z",
  problem: "M1 1h10v10H1Z",
} as const;

const SVG = "http://www.w3.org/2000/svg";

/** A shape beside a word that says the same. */
export function shape(name: keyof typeof SHAPES): SVGElement {
  const drawing = document.createElementNS(SVG, "svg");
  const path = document.createElementNS(SVG, "path");
  drawing.setAttribute("viewBox", "0 0 12 12");
  drawing.setAttribute("class", "shape");
  drawing.setAttribute("aria-hidden", "true");
  path.setAttribute("d", SHAPES[name]);
  drawing.append(path);
  return drawing;
}
