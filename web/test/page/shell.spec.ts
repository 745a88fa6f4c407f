import { gzipSync } from "node:zlib";
import { fullCard } from "../cards.ts";
import { credential, makeIssuer, makeLink, numeric, secretPath, small } from "../health.ts";
import { expect, hasProblem, onScreen, openCode, test, watch } from "../page-test.ts";

const FIRST_LOAD = 50_000;

test("after the first visit the page works without a network, and has kept nothing but itself", async ({ browser, pages, health }) => {
  const context = await browser.newContext({ ignoreHTTPSErrors: true, locale: "de-DE" });
  const page = await context.newPage();
  const watched = await watch(page, () => [pages.origin, health.origin]);
  await page.goto(`${pages.origin}/#${await fullCard()}`);
  await onScreen(page, "shown");
  await page.evaluate(() => navigator.serviceWorker.ready);
  await context.setOffline(true);
  await openCode(page, pages, await fullCard());
  await onScreen(page, "shown");
  await expect(page.locator(".allergies h2")).toHaveText("Allergien");
  await expect(page.locator(".allergies")).toContainText("Penicillin");
  await openCode(page, pages, numeric(await (await makeIssuer(`${health.origin}/cards`)).sign(credential(small))));
  await onScreen(page, "shown");
  await expect(page.locator("[data-mark=unchecked]")).toBeVisible();
  await openCode(page, pages, makeLink({ url: health.origin + secretPath(), flag: "U" }).text);
  await page.locator("#recipient").fill("Bo");
  await page.locator(".ask .action").click();
  await hasProblem(page, "pageNoAnswer");
  const kept = await page.evaluate(async () => {
    const entries: [string, string][] = [];
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        entries.push([request.url, await (await cache.match(request))!.text()]);
      }
    }
    return { entries, stored: localStorage.length + sessionStorage.length, bases: (await indexedDB.databases()).length };
  });
  expect(kept.entries.length).toBeGreaterThan(10);
  expect(kept.entries.filter(([url, text]) => !url.startsWith(pages.origin) || url.includes("#") || text.includes("Okafor"))).toEqual([]);
  expect([kept.stored, kept.bases]).toEqual([0, 0]);
  expect(await watched()).toEqual([]);
  await context.close();
});

test("the first load is small, and brings no reader of codes", async ({ page, pages }) => {
  const sizes = new Map<string, number>();
  page.on("response", async (response) => {
    const body = await response.body().catch(() => Buffer.alloc(0));
    sizes.set(new URL(response.url()).pathname, gzipSync(body, { level: 9 }).length);
  });
  await openCode(page, pages, await fullCard());
  await onScreen(page, "shown");
  await page.waitForLoadState("networkidle");
  const sum = [...sizes.values()].reduce((one, other) => one + other, 0);
  console.log(`first load: ${sum} bytes gzip in ${sizes.size} files`);
  expect(sum).toBeLessThan(FIRST_LOAD);
  expect([...sizes.keys()].filter((it) => /jsQR|standards|ed25519|scan|picture/.test(it))).toEqual([]);
});

test("the policy forbids what it should", async ({ browser, pages }) => {
  const page = await browser.newPage();
  await page.goto(pages.origin);
  const broken = page.evaluate(() => new Promise((done) => addEventListener("securitypolicyviolation", (event) => done(event.violatedDirective))));
  await page.evaluate(() => {
    const script = document.createElement("script");
    try {
      script.text = "globalThis.ran = true";
    } catch {
      // Trusted types refuse the text itself.
    }
    document.body.append(script);
  });
  expect(await broken).toMatch(/script|trusted-types/);
  expect(await page.evaluate(() => "ran" in globalThis)).toBe(false);
  const image = page.evaluate(() => new Promise((done) => addEventListener("securitypolicyviolation", (event) => done(event.violatedDirective))));
  await page.evaluate(() => (new Image().src = "https://example.org/pixel"));
  expect(await image).toBe("img-src");
  await page.close();
});

test("a page without a safe connection opens nothing", async ({ browser, pages }) => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.route("http://unsafe.example/**", async (route) => {
    const { pathname } = new URL(route.request().url());
    const response = await fetch(pages.origin + pathname);
    await route.fulfill({ status: response.status, contentType: response.headers.get("content-type") ?? "", body: Buffer.from(await response.arrayBuffer()) });
  });
  await page.goto(`http://unsafe.example/#${await fullCard()}`);
  await hasProblem(page, "pageInsecure");
  await context.close();
});
