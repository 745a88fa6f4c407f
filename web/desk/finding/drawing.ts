import { cleaned } from "../../src/foreign.ts";
import type { Source } from "../api.ts";
import type { Reader } from "../language.ts";
import { sourceWords } from "../view/entry.ts";
import type { MeasurePage, Point } from "./api.ts";
import { dates, numbers } from "./axis.ts";

/** The sign of each source, around its middle: told apart by shape. The last is of all others. */
const SIGNS = ["M0-5a5 5 0 1 0 .01 0Z", "M-4.5-4.5h9v9h-9Z", "M0-6 5.5 4.5h-11Z", "M0-6.5 6 0 0 6.5-6 0Z", "M-5.5-4.5h11L0 6Z", "M-2-6h4v4h4v4h-4v4h-4v-4h-4v-4h4Z"];

/** Pixels around the drawing: above, at its end, below, at its beginning. */
const EDGE = { top: 28, right: 14, bottom: 28, left: 52 };
const HEIGHT = 300;

const SVG = "http://www.w3.org/2000/svg";

function svg(tag: string, attributes: Record<string, string | number>, ...children: (Node | string)[]): SVGElement {
  const made = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) {
    made.setAttribute(name, String(value));
  }
  made.append(...children);
  return made;
}

/** Who measured, by the statement itself, and who says so. */
export const sourceOf = (it: Source, { words }: Reader): string => (it.who === null ? sourceWords(it, words) : `${cleaned(it.who)} (${sourceWords(it, words)})`);

/** The sources of some values, in the order in which they come, and which sign each value has. */
export function signsOf(points: Point[], reader: Reader): { names: string[]; of: (point: Point) => number } {
  const nameOf = (it: Point): string => (it.sources[0] === undefined ? reader.words.uiSaidUnnamed : sourceOf(it.sources[0], reader));
  const names = [...new Set(points.map(nameOf))];
  return { names, of: (point) => Math.min(names.indexOf(nameOf(point)), SIGNS.length - 1) };
}

/** A source's sign beside its name. */
export function sign(number: number): SVGElement {
  return svg("svg", { viewBox: "-8 -8 16 16", class: "sign", "aria-hidden": "true" }, svg("path", { d: SIGNS[Math.min(number, SIGNS.length - 1)]! }));
}

/** The sign around what is outside of its range. */
export const ring = (): SVGElement => svg("svg", { viewBox: "-12 -12 24 24", class: "sign", "aria-hidden": "true" }, svg("circle", { r: 9, class: "ring" }));

/** What is usual, between two moments. */
interface Band {
  from: number;
  to: number;
  low: string | null;
  high: string | null;
}

/** Each range reaches halfway to the values that have another: ranges change with laboratory and age. */
export function bandsOf(points: Point[], from: number, to: number): Band[] {
  const bands: Band[] = [];
  points.forEach((it, at) => {
    const before = points[at - 1];
    const last = bands.at(-1);
    if (last !== undefined && before !== undefined && before.low === it.low && before.high === it.high) {
      return;
    }
    const begin = before === undefined ? from : (before.moment + it.moment) / 2;
    if (last !== undefined) {
      last.to = begin;
    }
    bands.push({ from: begin, to, low: it.low, high: it.high });
  });
  return bands.filter((it) => it.low !== null || it.high !== null);
}

/**
 * The values of a measure as a drawing of so many pixels. A number becomes a place here and nowhere else; time goes from left to right in every
 * language, as on paper.
 */
export function drawing(measure: MeasurePage, reader: Reader, width: number): SVGElement {
  const points = [...measure.points].reverse();
  const [first, last] = [points[0]!, points.at(-1)!];
  const heights = points.flatMap((it) => [it.value, it.low, it.high]).filter((it) => it !== null).map(Number).filter(Number.isFinite);
  const [lowest, highest] = [Math.min(...heights), Math.max(...heights)];
  const room = (highest - lowest || Math.abs(highest) || 1) * 0.08;
  const [bottom, top] = [lowest - room, highest + room];
  const span = last.moment - first.moment || 86_400_000;
  const [begin, end] = [first.moment - span * 0.03, last.moment + span * 0.03];
  const right = width - EDGE.right;
  const floor = HEIGHT - EDGE.bottom;
  const across = (at: number): number => EDGE.left + ((at - begin) / (end - begin)) * (right - EDGE.left);
  const up = (value: number): number => floor - ((value - bottom) / (top - bottom)) * (floor - EDGE.top);
  const round = (it: number): number => Math.round(it * 10) / 10;

  const bands = bandsOf(points, begin, end).map(({ from, to, low, high }) => {
    const [upper, lower] = [high === null ? EDGE.top : up(Number(high)), low === null ? floor : up(Number(low))];
    const box = { x: round(across(from)), width: round(across(to) - across(from)) };
    const limits = [high, low].filter((it) => it !== null).map((it) => svg("line", { class: "limit", x1: box.x, x2: box.x + box.width, y1: round(up(Number(it))), y2: round(up(Number(it))) }));
    return svg("g", {}, svg("rect", { class: "band", ...box, y: round(upper), height: Math.max(1, round(lower - upper)) }), ...limits);
  });
  const lines = numbers(bottom, top, 5).map(({ at, label }) =>
    svg("g", {}, svg("line", { class: "grid", x1: EDGE.left, x2: right, y1: round(up(at)), y2: round(up(at)) }), svg("text", { x: EDGE.left - 8, y: round(up(at)), class: "height" }, label)),
  );
  const days = dates(begin, end, Math.max(2, Math.floor((right - EDGE.left) / 80)), reader.language).map(({ at, label }) =>
    svg("g", {}, svg("line", { class: "grid", x1: round(across(at)), x2: round(across(at)), y1: floor, y2: floor + 5 }), svg("text", { x: round(across(at)), y: floor + 20, class: "day" }, label)),
  );
  const exact = points.filter((it) => it.bound === null);
  const path = exact.map((it) => `${round(across(it.moment))},${round(up(Number(it.value)))}`).join(" ");
  const signs = signsOf(points, reader);
  const marks = points.map((it) => {
    const place = `translate(${round(across(it.moment))} ${round(up(Number(it.value)))})`;
    const inside: SVGElement[] = [svg("title", {}, `${reader.date(it.when)}: ${amount(it)}`), svg("path", { d: SIGNS[signs.of(it)]! })];
    if (it.flag !== null) {
      inside.push(svg("circle", { r: 9, class: "ring" }));
    }
    if (it.bound !== null) {
      inside.push(svg("text", { y: -12, class: "day" }, it.bound));
    }
    return svg("g", { class: "point", transform: place }, ...inside);
  });
  const label = reader.words.uiTrendDrawing({ name: cleaned(measure.name), count: points.length, from: reader.date(first.when), to: reader.date(last.when) });
  return svg(
    "svg",
    { class: "drawing", viewBox: `0 0 ${width} ${HEIGHT}`, width, height: HEIGHT, role: "img", "aria-label": label, direction: "ltr" },
    ...bands,
    ...lines,
    ...days,
    svg("text", { x: 4, y: 14, class: "unit" }, unitOf(measure.unit)),
    svg("polyline", { class: "line", points: path }),
    ...marks,
  );
}

/** A unit as it is shown: a plain number has none. */
export const unitOf = (unit: string): string => (unit === "1" ? "" : cleaned(unit));

/** A value as its source wrote it. */
export const amount = ({ bound, written }: Pick<Point, "written"> & { bound?: string | null }): string =>
  [bound ?? "", cleaned(written.number), unitOf(written.unit)].filter((it) => it !== "").join(" ");
