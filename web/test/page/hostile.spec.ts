import { contact } from "../cards.ts";
import { credential, makeIssuer, makeLink, numeric, seal, secretPath } from "../health.ts";
import { fields, makeCard } from "../make-card.ts";
import { expect, onScreen, openCode, test, today } from "../page-test.ts";

/** Each would call `pwned` where text is taken for HTML, an address or a script. */
const HOSTILE = [
  "<img src=x onerror=pwned()>",
  "<script>pwned()</script>",
  "\"><svg/onload=pwned()>",
  "javascript:pwned()",
  "</title><iframe srcdoc='<script>parent.pwned()</script>'>",
  "{{constructor.constructor('pwned()')()}}",
  "\u202e\u2066fdp.\u0000exe\u001b[2J",
  "__proto__",
];

test("hostile text in every field of a card is text", async ({ page, pages }) => {
  for (const text of HOSTILE) {
    const entry = fields([0, text], [2, text], [4, text], [5, text], [6, 3], [7, 7]);
    const sections = [2, 3, 4, 5, 6, 7, 8, 9].map((key): [number, unknown] => [key, [entry]]);
    const content = fields([0, text], [1, text], ...sections, [10, [contact(text, text, text)]]);
    await openCode(page, pages, await makeCard({ content, issued: today, reviewBy: today + 9 }));
    await onScreen(page, "shown");
    await page.locator("summary").first().click();
    await expect(page.locator(".allergies strong")).toHaveText(text.replace(/[\u0000-\u0008\u000b-\u001f\u202e\u2066]/g, "\ufffd"));
    expect(await page.locator("#page").locator("img, script, iframe, svg:not(.shape), object, embed").count()).toBe(0);
    expect(await page.locator("a").evaluateAll((all) => all.map((it) => it.getAttribute("href")).filter((it) => !it?.startsWith("tel:")))).toEqual([]);
  }
});

test("hostile text in every field of a link and its record is text", async ({ page, pages, health }) => {
  for (const text of HOSTILE) {
    const path = secretPath();
    const { text: link, key } = makeLink({ url: health.origin + path, flag: "U", label: text });
    const concept = { text, coding: [{ system: text, code: text, display: text }] };
    const all = {
      code: concept, vaccineCode: concept, type: concept, medicationCodeableConcept: concept, category: [concept], status: text, id: text,
      criticality: text, verificationStatus: concept, clinicalStatus: concept, onsetDateTime: text, date: text, dateTime: text,
      reaction: [{ manifestation: [concept], severity: text }], dosage: [{ text }], valueString: text, description: text,
      content: [{ attachment: { contentType: "application/pdf", title: text, data: Buffer.from(`%PDF-${text}`).toString("base64"), url: text } }],
      name: [{ text, family: text, given: [text] }], birthDate: text, communication: [{ language: concept }],
      contact: [{ name: { text }, relationship: [concept], telecom: [{ system: "phone", value: text }] }],
      text: { div: `<div>${text}</div>` },
    };
    const types = ["Patient", "AllergyIntolerance", "MedicationStatement", "Condition", "Immunization", "Procedure", "Observation", "DocumentReference", "Consent", "CarePlan", "DeviceUseStatement", text];
    const entry = types.map((resourceType) => ({ fullUrl: text, resource: { ...all, resourceType } }));
    health.on(path, { body: await seal(key, JSON.stringify({ resourceType: "Bundle", timestamp: text, entry })) });
    await openCode(page, pages, link);
    await onScreen(page, "asking");
    await page.locator("#recipient").fill(text.replace(/[\u0000-\u001f]/g, "") || "x");
    await page.locator(".ask .action").click();
    await onScreen(page, "shown");
    for (const summary of await page.locator("details > summary").all()) {
      await summary.click();
    }
    expect(await page.locator("#page").locator("img, script, iframe, svg:not(.shape), object, embed").count()).toBe(0);
    await expect(page.locator(".allergies")).toContainText(text.replace(/[\u0000-\u0008\u000b-\u001f\u202e\u2066]/g, "\ufffd"));
  }
  health.asked.splice(0);
});

test("values of the wrong kind everywhere hide nothing else", async ({ page, pages, health }) => {
  const path = secretPath();
  const { text, key } = makeLink({ url: health.origin + path, flag: "U" });
  const good = { resource: { resourceType: "AllergyIntolerance", code: { text: "Peanut" } } };
  const odd = [null, 5, "x", [], [null], { coding: 5 }, { coding: [null, 5] }, { text: {} }].flatMap((value) =>
    ["Patient", "AllergyIntolerance", "MedicationRequest", "Observation", "DocumentReference", "Consent", "DeviceUseStatement"].map((resourceType) => ({
      resource: {
        resourceType, code: value, reaction: value, name: value, contact: value, communication: value, medicationReference: value, dosageInstruction: value,
        valueQuantity: value, component: value, content: value, category: value, device: value, type: value, verificationStatus: value, effectivePeriod: value,
      },
    })),
  );
  health.on(path, { body: await seal(key, JSON.stringify({ resourceType: "Bundle", entry: [null, 5, {}, { resource: 5 }, ...odd, good] })) });
  await openCode(page, pages, text);
  await page.locator("#recipient").fill("Bo");
  await page.locator(".ask .action").click();
  await onScreen(page, "shown");
  await expect(page.locator(".allergies")).toContainText("Peanut");
  health.asked.splice(0);
});

test("a hostile issuer is asked nowhere else", async ({ page, pages, health }) => {
  for (const iss of ["javascript:pwned()", "https://", "http://127.0.0.1/", `${health.origin}/a?b`, `${health.origin}/a#b`, "https://a@b", "https://a/"]) {
    await openCode(page, pages, numeric(await (await makeIssuer(iss)).sign(credential({ resourceType: "Bundle", entry: [] }))));
    await expect(page.locator("[data-problem]")).toHaveAttribute("data-problem", "pageAltered");
  }
  expect(health.asked).toEqual([]);
});
