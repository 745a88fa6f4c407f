import { readFileSync } from "node:fs";
import type { Plugin } from "vite";

/** Lets a module import a file of bytes as a text of the characters U+0000 to U+00FF: it compresses better than base64. */
export const binary: Plugin = {
  name: "binary",
  enforce: "pre",
  load(id) {
    return id.endsWith(".bin") ? `export default ${JSON.stringify(readFileSync(id, "latin1"))};` : undefined;
  },
};
