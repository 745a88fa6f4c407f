import { gzipSync } from "node:zlib";
import { watch } from "../browser.ts";
import { expect, onScreen, scan, signIn, test } from "../desk-test.ts";
import { DeskHost } from "../host/desk-host.ts";

/** Sum of the first load's files, compressed as a web server compresses them. */
const FIRST_LOAD = 60_000;
const SCRIPT = `<img src=x onerror="pwned()"><script>pwned()</script>`;

const allergy = (id: string, text: string): object => ({
  resourceType: "Bundle",
  type: "collection",
  entry: [
    {
      resource: {
        resourceType: "AllergyIntolerance",
        id,
        clinicalStatus: { coding: [{ system: "http://terminology.hl7.org/CodeSystem/allergyintolerance-clinical", code: "active" }] },
        patient: { display: text },
        code: { text },
        criticality: "high",
        note: [{ text }],
        reaction: [{ manifestation: [{ text }], severity: "severe" }],
      },
    },
  ],
});

test("foreign text is text: no script, no turned line, and no name that covers the next", async ({ browser }) => {
  const desk = await DeskHost.withStaff();
  const page = await browser.newPage();
  const watched = await watch(page, () => [desk.origin]);
  desk.add(allergy("hostile", `${SCRIPT}\u202egnp.exe\u0007`));
  desk.add(allergy("long", "Peanut ".repeat(40_000)));
  await signIn(page, desk, "cleo");
  await scan(page, desk, "profile", "allergies");
  const banner = page.locator(".banner");
  await expect(banner).toContainText("<img src=x onerror=");
  await expect(page.locator("main img, main script")).toHaveCount(0);
  expect(/[\u202e\u0007]/.test(await page.content())).toBe(false);
  const { height } = (await banner.boundingBox())!;
  expect(height, "half of the window at most").toBeLessThanOrEqual(page.viewportSize()!.height / 2 + 1);
  await expect(banner.locator("h2")).toContainText("(5)");
  for (const name of ["Penicillin", "Latex"]) {
    await expect(banner.getByText(name), "no long name pushes others out").toBeInViewport({ ratio: 1 });
  }
  await page.locator("[data-section=allergies]").click();
  await page.locator(".content summary").first().click();
  await expect(page.locator(".content details[open] dd").first()).toBeVisible();
  expect((await page.locator(".content").textContent())!.length < 200_000).toBe(true);
  expect(await watched()).toEqual([]);
  await page.close();
  await desk.stop();
});

test("the first load is small, kept nowhere, and asks nobody else", async ({ page, desk }) => {
  const sizes = new Map<string, number>();
  page.on("response", async (response) => {
    const body = await response.body().catch(() => Buffer.alloc(0));
    sizes.set(new URL(response.url()).pathname, gzipSync(body, { level: 9 }).length);
    expect(response.headers()["cache-control"]).toBe("no-store");
  });
  await signIn(page, desk, "cleo");
  await scan(page, desk, "profile", "allergies");
  const files = [...sizes].filter(([path]) => !path.startsWith("/api/"));
  const sum = files.reduce((all, [, size]) => all + size, 0);
  console.log(`desk, first load: ${sum} bytes gzip in ${files.length} files`);
  expect(files.length).toBe(4);
  expect(sum).toBeLessThan(FIRST_LOAD);
  const kept = await page.evaluate(async () => [localStorage.length, sessionStorage.length, (await caches.keys()).length, (await indexedDB.databases()).length]);
  expect(kept).toEqual([0, 0, 0, 0]);
  expect(page.url()).toBe(`${desk.origin}/`);
});

test("the policy forbids what it should", async ({ browser, desk }) => {
  const page = await browser.newPage();
  await page.goto(desk.origin);
  const broken = page.evaluate(() => new Promise((done) => addEventListener("securitypolicyviolation", (event) => done(event.violatedDirective))));
  await page.evaluate(() => {
    try {
      document.body.innerHTML = "<img src=x onerror='globalThis.ran = true'>";
    } catch {
      // Trusted types refuse the text itself.
    }
  });
  expect(await broken).toMatch(/script|trusted-types/);
  const image = page.evaluate(() => new Promise((done) => addEventListener("securitypolicyviolation", (event) => done(event.violatedDirective))));
  await page.evaluate(() => (new Image().src = "https://example.org/pixel"));
  expect(await image).toBe("img-src");
  expect(await page.evaluate(() => "ran" in globalThis)).toBe(false);
  await page.close();
});

test("the browser's button “back” brings nothing of a patient back", async ({ page, desk }) => {
  await signIn(page, desk, "cleo");
  await scan(page, desk, "profile", "allergies");
  await page.goto("about:blank");
  await page.goBack();
  await onScreen(page, "scan");
  expect(await page.content()).not.toMatch(/Okafor|Penicillin/);
});
