import { defineConfig } from "vite";
import { binary } from "./build/binary.ts";
import { shell } from "./build/shell.ts";

export default defineConfig({
  base: "./",
  // The packages may lie elsewhere, behind a link: their true place would decide the order of the bundle.
  resolve: { preserveSymlinks: true },
  plugins: [binary, shell],
  build: {
    target: "es2022",
    // Browsers old enough to need it lack what the page is made with.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    reportCompressedSize: false,
  },
});
