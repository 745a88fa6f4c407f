import { generateKeyPairSync } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { approve, confirm, conflict, there } from "../bridge-states.ts";
import { expect, hasProblem, isSaved, onScreen, scan, signIn, test, WRITTEN } from "../desk-test.ts";
import { MARIA } from "../host/ehr.ts";
import { root } from "../places.ts";

const SCRIPT = `<img src=x onerror="pwned()"><script>pwned()</script>\u202egnp.exe`;

test("an administrator sets the clinic's own system, reads what it says of itself, and stops using it", async ({ page, desk }) => {
  const ehr = await desk.ehr();
  const ada = await desk.signIn("ada", "correct horse battery");
  await desk.ask("DELETE", "/api/bridge", undefined, ada);
  await signIn(page, desk, "ada");
  await page.keyboard.press("Escape");
  await page.keyboard.press("e");
  await onScreen(page, "system");
  await expect(page.locator(".empty")).toContainText("No system is set");
  await page.locator("#base").fill("http://lakeside.example/fhir");
  await page.locator("#access").selectOption("password");
  await page.locator("#known-as").fill("desk");
  await page.locator("#secret").fill("a very secret word");
  await page.keyboard.press("Enter");
  await hasProblem(page, "desk-bridge-address");
  await expect(page.locator("#known-as"), "what was typed stays").toHaveValue("desk");
  await page.locator("#base").fill(ehr.base);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("status")).toContainText("The system answered");
  await expect(page.locator("dl")).toContainText("medplum");
  await expect(page.locator("tr", { hasText: "allergy" }).locator(".good")).toHaveCount(2);
  expect(await page.content()).not.toContain("a very secret word");

  await page.getByRole("button", { name: "Set it anew" }).click();
  await expect(page.locator("#base")).toHaveValue(ehr.base);
  await expect(page.locator("#secret"), "a password is never shown again").toHaveValue("");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await expect(page.locator("#base")).toHaveCount(0);
  await page.getByRole("button", { name: "Show the keys" }).click();
  await expect(page.locator("pre")).toContainText('"kty": "EC"');
  await expect(page.locator("pre")).not.toContainText('"d"');

  await page.getByRole("button", { name: "Do not use it any more" }).click();
  await expect(page.locator(".closing h2")).toBeFocused();
  await page.getByRole("button", { name: "Stop using it" }).click();
  await expect(page.getByRole("status")).toContainText("uses no system any more");
  await page.keyboard.press("l");
  await onScreen(page, "log");
  await expect(page.locator("tbody tr").nth(1)).toContainText("stopped using the clinic’s own system");
});

test("a certificate of the clinic's own authority and an RSA key are given, and what is none is not kept", async ({ page, desk }) => {
  const ehr = await desk.ehr();
  await signIn(page, desk, "ada");
  await page.keyboard.press("Escape");
  await page.keyboard.press("e");
  await onScreen(page, "system");
  await page.getByRole("button", { name: "Set it anew" }).click();
  await page.locator("#access").selectOption("open");
  await page.getByText("It has a certificate of the clinic’s own authority").click();
  await page.locator("#authority").fill("no certificate");
  await page.getByRole("button", { name: "Ask the system, and use it" }).click();
  await hasProblem(page, "desk-bridge-authority");
  await expect(page.locator("#authority"), "what was typed stays").toHaveValue("no certificate");
  await page.locator("#authority").fill(readFileSync(join(root, "core/share/src/web/authority.pem"), "utf8"));
  await page.getByRole("button", { name: "Ask the system, and use it" }).click();
  await expect(page.getByRole("status")).toContainText("The system answered");
  await expect(page.locator("dl")).toContainText(/([0-9A-F]{2}:){31}[0-9A-F]{2}/);
  expect(await ehr.all("Patient")).toEqual([]);

  await page.getByText("The system takes keys for RS384 alone").click();
  await page.locator("#rsa").fill("no key");
  await page.getByRole("button", { name: "Give it to the desk" }).click();
  await hasProblem(page, "desk-bridge-key");
  const encoding = { type: "pkcs8", format: "pem" } as const;
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048, privateKeyEncoding: encoding, publicKeyEncoding: { type: "spki", format: "pem" } });
  await page.locator("#rsa").fill(privateKey);
  await page.getByRole("button", { name: "Give it to the desk" }).click();
  await expect(page.locator("pre")).toContainText('"alg": "RS384"');
  await expect(page.locator("pre")).not.toContainText('"d"');
  await expect(page.locator("#rsa"), "a key is never shown again").toHaveValue("");
  await page.keyboard.press("Escape");
  await page.locator("nav [aria-keyshortcuts=l]").click();
  await onScreen(page, "log");
  await expect(page.locator("main")).toContainText("gave the desk a key for the clinic’s own system");
});

test("a patient is found and confirmed, and what a clinician approved is there, once", async ({ page, desk }) => {
  const ehr = await desk.ehr(MARIA, { ...MARIA, identifier: [], name: [{ family: "Okafor", given: ["Maria"] }], gender: "male" });
  await there(page, desk);
  await expect(page.locator(".candidate")).toHaveCount(2);
  await expect(page.locator("main input:checked"), "nobody is chosen before").toHaveCount(0);
  // An identifier that both have is marked.
  await expect(page.locator(".candidate:has(td strong) [data-agrees=yes]")).toHaveCount(4);
  await expect(page.locator(".candidate:not(:has(td strong)) [data-agrees=no]")).toHaveCount(1);
  await confirm(page);
  await expect(page.locator(".banner .chip").first(), "allergies stay in view").toBeInViewport();

  await page.getByRole("button", { name: "Choose what is written there" }).click();
  await onScreen(page, "choose");
  await expect(page.locator(".choice input:checked"), "nothing is chosen before").toHaveCount(0);
  await page.locator(".choice", { hasText: "Penicillin" }).getByRole("checkbox").check();
  await page.locator("[data-section=results]").click();
  await page.locator(".choice", { hasText: "HbA1c" }).first().getByRole("checkbox").check();
  await page.locator("[data-section=allergies]").click();
  await expect(page.locator(".choice", { hasText: "Penicillin" }).getByRole("checkbox"), "a choice stays").toBeChecked();
  await page.getByRole("button", { name: "Look at what would be written" }).click();
  await expect(page.locator(".sentences li")).toHaveCount(2);
  await expect(page.locator(".closing")).toContainText("Maria Adaeze Okafor");
  expect(await ehr.all("AllergyIntolerance"), "nothing is written before it is approved").toEqual([]);
  await page.getByRole("button", { name: "Approve and write" }).click();
  await onScreen(page, "message");
  await expect(page.locator("[data-state=confirmed]")).toHaveCount(2);
  expect((await ehr.all("AllergyIntolerance")).map((it) => it.code.text ?? it.code.coding[0].display)).toEqual(["Penicillin"]);
  expect(await ehr.all("Observation")).toHaveLength(1);

  await page.keyboard.press("o");
  await onScreen(page, "outbox");
  await expect(page.locator("[data-part=done] [data-message]").first()).toContainText("written, and read back");
  await page.getByRole("button", { name: "Sign out" }).click();
  await signIn(page, desk, "ada");
  await page.keyboard.press("Escape");
  await page.keyboard.press("l");
  await expect(page.locator("main")).toContainText("approved that entries are written to the clinic’s own system");
  await expect(page.locator("main")).toContainText("confirmed which patient of the clinic’s own system this is");
});

test("a signed visit is written there, too, all of it", async ({ page, desk }) => {
  const ehr = await desk.ehr(MARIA);
  await desk.endAll();
  await signIn(page, desk, "cleo");
  await scan(page, desk, ...WRITTEN);
  await page.getByRole("button", { name: "In the clinic’s system" }).click();
  await onScreen(page, "patient");
  await confirm(page);
  await page.keyboard.press("w");
  await onScreen(page, "here");
  await page.locator("[data-chart]").click();
  await page.getByRole("button", { name: "Visits of this patient" }).click();
  await page.getByRole("button", { name: "Begin a visit" }).click();
  await onScreen(page, "visit");
  await page.locator("#visit-title").fill("Hoarse voice");
  await page.locator("#visit-note").fill("Hoarse for three days.");
  await page.locator("#visit-plan").fill("Voice rest.");
  await isSaved(page);
  await page.getByRole("button", { name: "Check, then sign" }).click();
  await page.getByRole("button", { name: "Sign, and return" }).click();
  await page.locator("[data-standing=waiting]").waitFor();
  expect(await ehr.all("DocumentReference"), "nothing is written before it is approved").toEqual([]);
  await page.getByRole("button", { name: "Write it into the clinic’s system" }).click();
  await expect(page.locator(".closing h2")).toBeFocused();
  await page.getByRole("button", { name: "Approve and write" }).click();
  await onScreen(page, "message");
  await expect(page.locator("[data-state=confirmed]")).toHaveCount(2);
  expect(await ehr.all("DocumentReference")).toHaveLength(2);
});

test("what somebody else changed there waits for a person, who sees all three versions", async ({ page, desk }) => {
  const ehr = await conflict(page, desk, { criticality: "low", note: [{ text: "Tolerated amoxicillin. Dr. Bell" }] });
  const now = async () => (await ehr.all("AllergyIntolerance"))[0]!;
  expect((await now()).criticality).toBe("low");
  await page.getByRole("button", { name: "Decide" }).click();
  await expect(page.locator(".closing h2")).toBeFocused();
  await expect(page.locator("[data-side=before]")).toContainText("Penicillin");
  await expect(page.locator("[data-side=ours]")).toContainText("high");
  await expect(page.locator("[data-side=theirs]")).toContainText("Dr. Bell");
  await expect(page.locator("tr", { hasText: "criticality" }).locator("td")).toHaveText(["criticality", "high", "high", "low"]);
  await page.keyboard.press("Escape");
  await expect(page.locator("[data-state=conflict]")).toBeVisible();

  // Changed once more meanwhile: what nobody saw is not overwritten.
  await ehr.put({ ...(await now()), note: [{ text: "and again" }] });
  await page.getByRole("button", { name: "Decide" }).click();
  await page.getByRole("button", { name: "Write ours over it" }).click();
  await expect(page.locator("[data-state=conflict]")).toBeVisible();
  expect((await now()).criticality).toBe("low");
  await page.getByRole("button", { name: "Decide" }).click();
  await expect(page.locator("[data-side=theirs]")).toContainText("and again");
  await page.getByRole("button", { name: "Write ours over it" }).click();
  await expect(page.locator("[data-state=confirmed]")).toBeVisible();
  expect((await now()).criticality).toBe("high");
});

test("what is left as it is there stays, and a system that does not answer is told", async ({ page, desk }) => {
  const ehr = await conflict(page, desk, { criticality: "low" });
  await page.getByRole("button", { name: "Decide" }).click();
  await page.getByRole("button", { name: "Leave what is there" }).click();
  await expect(page.locator("[data-state=left]")).toBeVisible();
  expect((await ehr.all("AllergyIntolerance"))[0]!.criticality).toBe("low");

  ehr.stop();
  await page.keyboard.press("w");
  await page.locator("[data-chart]").click();
  await page.getByRole("button", { name: "In the clinic’s system" }).click();
  await approve(page, "Latex");
  await hasProblem(page, "desk-bridge-unreachable");
  await expect(page.locator(".problem")).toContainText("Nothing is lost");
  await page.getByRole("button", { name: "Try now" }).click();
  await expect(page.locator("[data-state=waiting]")).toBeVisible();
  await page.getByRole("button", { name: "Do not write it" }).click();
  await page.locator(".closing").getByRole("button", { name: "Do not write it" }).click();
  await expect(page.locator("[data-state=left]")).toBeVisible();
});

test("the front desk says who it is, and a new patient is made only where nobody alike is there, or all the same", async ({ page, desk }) => {
  const ehr = await desk.ehr(MARIA);
  await there(page, desk, "fay");
  await page.getByRole("button", { name: "Make a new patient there" }).click();
  await page.locator(".closing").getByRole("button", { name: "Make a new patient there" }).click();
  await hasProblem(page, "desk-bridge-exists");
  expect(await ehr.all("Patient")).toHaveLength(1);
  await page.getByRole("button", { name: "All the same: yes" }).click();
  await expect(page.locator("main")).toContainText("Made from the chart by Fay Example");
  expect(await ehr.all("Patient")).toHaveLength(2);
  await expect(page.getByRole("button", { name: "Choose what is written there" }), "what is written is a clinician's").toHaveCount(0);
  await page.getByRole("button", { name: "It is somebody else" }).click();
  await page.getByRole("button", { name: "Take it back" }).click();
  await expect(page.locator(".candidate")).not.toHaveCount(0);
  await page.keyboard.press("o");
  await onScreen(page, "patient");
});

test("a chart that ended elsewhere goes from these pages, too", async ({ page, desk }) => {
  await desk.ehr(MARIA);
  await there(page, desk);
  await page.getByRole("button", { name: "This is the person" }).click();
  await desk.endAll();
  await hasProblem(page, "desk-chart-ended");
  expect(await page.content()).not.toMatch(/Okafor|Penicillin/);
});

test("what the clinic's system says is text: no script, no turned line", async ({ page, desk }) => {
  const hostile = { ...MARIA, name: [{ family: `Okafor ${SCRIPT}`, given: ["Maria"] }] };
  await desk.ehr(hostile);
  await there(page, desk);
  await expect(page.locator(".candidate")).toContainText("<img src=x onerror=");
  await expect(page.locator("main img, main script")).toHaveCount(0);
  expect(await page.content()).not.toContain("\u202e");
});

test("what somebody wrote there is text in a decision, too", async ({ page, desk }) => {
  await conflict(page, desk, { note: [{ text: SCRIPT }] });
  await page.getByRole("button", { name: "Decide" }).click();
  await page.locator(".closing details summary").click();
  await expect(page.locator("[data-side=theirs]")).toContainText("<img src=x onerror=");
  await expect(page.locator("main img, main script")).toHaveCount(0);
  expect(await page.content()).not.toContain("\u202e");
});

test("from a chart to what was written by the keyboard alone, with letters of twice the size", async ({ page, desk }) => {
  await desk.ehr(MARIA);
  await there(page, desk);
  await page.evaluate(() => (document.documentElement.style.fontSize = "34px"));
  const press = async (name: string): Promise<void> => {
    for (let tabs = 0; tabs < 60; tabs += 1) {
      await page.keyboard.press("Tab");
      if (await page.evaluate((name) => document.activeElement?.textContent === name, name)) {
        await expect(page.locator(":focus")).toBeInViewport();
        await page.keyboard.press("Enter");
        return;
      }
    }
    throw new Error(`${name} is not reached`);
  };
  await press("This is the person");
  await press("Yes, it is the same person");
  await press("Choose what is written there");
  await onScreen(page, "choose");
  await page.keyboard.press("1");
  await expect(page.locator(".content h2")).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(page.locator(".choice").first().getByRole("checkbox")).toBeFocused();
  await page.keyboard.press("Space");
  await press("Look at what would be written");
  await press("Approve and write");
  await onScreen(page, "message");
  await expect(page.locator("[data-state=confirmed]")).toHaveCount(1);
  await page.keyboard.press("Escape");
  await onScreen(page, "outbox");
});
