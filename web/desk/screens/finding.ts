/** What is found in a chart: a part of the pages by itself, which comes when it is first asked for. */
export { foundView } from "../finding/found.ts";
export { entryScreen } from "./entry.ts";
export { trendsScreen } from "./trends.ts";
