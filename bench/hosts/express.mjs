// What others run: the files of a SMART Health Link by the smallest Express host that follows the specification. It counts
// nothing, keeps no log and asks for no passcode.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const [, , tools, folder] = process.argv;
const express = createRequire(`${tools}/`)("express");
const file = readFileSync(`${folder}/file`, "utf8");

const host = express();
host.get("/link/:id", (request, response) => response.type("application/jose").send(file));
host.post("/link/:id", express.json(), (request, response) => {
    if (typeof request.body?.recipient !== "string") {
        return response.sendStatus(400);
    }
    response.json({ files: [{ contentType: "application/fhir+json", embedded: file }] });
});
const server = host.listen(0, "127.0.0.1", () => console.log(`listening on http://127.0.0.1:${server.address().port}`));
