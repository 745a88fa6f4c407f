// The failed tests of a report of Playwright's, in the words that `xtask` looks for, and the tally as the last line.
// `node failures.mjs REPORT PASSED-BEFORE`
import { readFileSync } from "node:fs";

const [report, before] = process.argv.slice(2);
const { stats, suites, errors } = JSON.parse(readFileSync(report, "utf8"));

const specs = (suite) => [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(specs)];
const plain = (text) => text.replaceAll(/\u001b\[[0-9;]*m/g, "");

for (const spec of suites.flatMap(specs)) {
  for (const test of spec.tests.filter((test) => !["expected", "skipped"].includes(test.status))) {
    const name = `${spec.file}: ${spec.title}`;
    console.log(`test ${name} ... FAILED\n---- ${name} stdout ----`);
    for (const result of test.results) {
      console.log(plain(result.errors.map((error) => error.message).join("\n")));
    }
    console.log("failures:");
  }
}
for (const error of errors) {
  console.log(plain(error.message ?? ""));
}
const failed = stats.unexpected + stats.flaky + errors.length;
console.log(`${stats.expected + Number(before)} passed, ${failed} failed, ${stats.skipped} skipped`);
process.exit(failed || stats.expected < 100 ? 1 : 0);
