import { fileURLToPath } from "node:url";
import { defineConfig, type Plugin } from "vite";
import { messages } from "./desk/strings/en.ts";

/** Fills in the page's words. */
const words: Plugin = {
  name: "words",
  transformIndexHtml: {
    order: "pre",
    handler: (html) => html.replaceAll("%title%", messages.uiTitle).replaceAll("%no-script%", messages.uiNoScript),
  },
};

export default defineConfig({
  root: fileURLToPath(new URL("desk", import.meta.url)),
  base: "./",
  resolve: { preserveSymlinks: true },
  plugins: [words],
  build: {
    target: "es2022",
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    rolldownOptions: {
      // The program names its files, and none is kept by a browser: no name says what is in it.
      output: { entryFileNames: "desk.js", chunkFileNames: "[name].js", assetFileNames: "desk[extname]" },
    },
  },
});
