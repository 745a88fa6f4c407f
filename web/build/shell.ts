import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { Plugin } from "vite";
import { messages } from "../src/strings/en.ts";

const integrity = (content: string | Uint8Array): string => `sha384-${createHash("sha384").update(content).digest("base64")}`;

/** Fills in the page's words, pins what it loads first, and writes the service worker with the list of what it keeps. */
export const shell: Plugin = {
  name: "shell",
  enforce: "post",
  apply: "build",
  transformIndexHtml: {
    order: "pre",
    handler: (html) => html.replaceAll("%title%", messages.pageTitle).replaceAll("%no-script%", messages.pageNoScript),
  },
  generateBundle: {
    order: "post",
    handler(_, bundle) {
      const page = bundle["index.html"];
      if (page?.type !== "asset") {
        throw new Error("no page");
      }
      const pinned = String(page.source).replace(/(src|href)="\.\/(assets\/[^"]+)"/g, (whole, _name, file: string) => {
        const part = bundle[file];
        return part ? `${whole} integrity="${integrity(part.type === "chunk" ? part.code : part.source)}"` : whole;
      });
      page.source = pinned;
      const files = ["./", ...Object.keys(bundle).filter((file) => file !== "index.html").map((file) => `./${file}`)];
      const whole = createHash("sha256");
      for (const [name, part] of Object.entries(bundle).sort(([one], [other]) => (one < other ? -1 : 1))) {
        whole.update(name).update(part.type === "chunk" ? part.code : part.source);
      }
      const source = readFileSync(new URL("service-worker.js", import.meta.url), "utf8")
        .replace('"%version%"', JSON.stringify(whole.digest("hex").slice(0, 16)))
        .replace('"%files%"', JSON.stringify(files.sort()));
      this.emitFile({ type: "asset", fileName: "service-worker.js", source });
    },
  },
};
