import { defineConfig } from "@playwright/test";

export default defineConfig({
  testDir: "test",
  forbidOnly: true,
  // Two cores, and pages that count on being looked at.
  workers: 1,
  // No test is about time: these end what hangs, on a slow machine too.
  timeout: 300_000,
  expect: { timeout: 60_000 },
  reporter: process.env.WEB_REPORT ? [["line"], ["json", { outputFile: process.env.WEB_REPORT }]] : "line",
  outputDir: process.env.WEB_OUTPUT ?? "test-results",
  projects: [
    { name: "unit", testDir: "test/unit" },
    { name: "page", testDir: "test/page" },
    { name: "desk", testDir: "test/desk" },
    { name: "screens", testDir: "test/screens" },
    { name: "bench", testDir: "test/bench" },
  ],
});
