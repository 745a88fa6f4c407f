// Validates each FHIR R4 file given with npm's `fhir`; a Bundle's resources each by themselves.

const fs = require("node:fs");
const { Fhir } = require("fhir");

const fhir = new Fhir();

function* resources(path) {
  const resource = JSON.parse(fs.readFileSync(path, "utf8"));
  yield resource;
  if (resource.resourceType === "Bundle") {
    for (const entry of resource.entry ?? []) yield entry.resource;
  }
}

function refusals(resource) {
  const { messages } = fhir.validate(resource, { errorOnUnexpected: true });
  return messages.filter((message) => message.severity === "error" || message.severity === "fatal");
}

let checked = 0;
let failed = 0;
for (const path of process.argv.slice(2)) {
  for (const resource of resources(path)) {
    checked += 1;
    for (const { location, message } of refusals(resource)) {
      failed += 1;
      console.error(`${path}: ${resource.resourceType}/${resource.id}: ${location}: ${message}`);
    }
  }
}
const wrong = { resourceType: "Observation", status: "finished", code: { text: "x" } };
if (refusals(wrong).length === 0) {
  console.error("npm fhir accepts a wrong resource: the check says nothing");
  process.exit(1);
}
console.log(`npm fhir: ${checked} resources checked, ${failed} refusals`);
process.exit(failed > 0 || checked === 0 ? 1 : 0);
