export { foundView } from "../finding/found.ts";
export { entryScreen } from "../screens/entry.ts";
export { trendsScreen } from "../screens/trends.ts";
