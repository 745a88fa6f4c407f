import { fullCard } from "../cards.ts";
import { fields, makeCard, toDigits } from "../make-card.ts";
import { expect, hasProblem, marks, onScreen, openCode, test, today } from "../page-test.ts";
import { bytesOf, vectors } from "../vectors.ts";

const CLASSES: Record<string, string[]> = {
  "not-a-card": ["pageNotACode", "pageOtherCode"],
  newer: ["pageNewer"],
  altered: ["pageAltered"],
};

test("every published card is opened or refused as it should", async ({ page, pages }) => {
  test.setTimeout(180_000);
  for (const vector of vectors("card")) {
    const { text, bytes } = vector.input;
    const digits = text ?? `pocketchart:/${toDigits(bytesOf(bytes ?? ""))}`;
    await page.goto(pages.origin);
    await page.locator("#pasted").fill(digits);
    await page.locator(".start form button").click();
    if (vector.means) {
      await onScreen(page, "shown");
      for (const { text } of (vector.means.sections as Record<string, { text: string }[]>).allergies ?? []) {
        await expect(page.locator(".allergies"), vector.name).toContainText(text);
      }
    } else {
      await expect(page.locator("[data-problem]"), vector.name).toBeVisible();
      // What calls itself a grant is a code for emergencies, and not a whole one.
      const classes = vector.name === "other-kind" ? ["pageAltered"] : CLASSES[vector.refused!];
      expect(classes, vector.name).toContain(await page.locator("[data-problem]").getAttribute("data-problem"));
      await expect(page.locator("article")).toHaveCount(0);
    }
  }
});

test("allergies come first, in their order of danger, and the rest in the order of reading", async ({ page, pages }) => {
  await openCode(page, pages, await fullCard());
  await onScreen(page, "shown");
  const order = await page.locator("[data-section]").evaluateAll((all) => all.map((it) => it.getAttribute("data-section")));
  expect(order).toEqual(["allergies", "medicines", "conditions", "implants", "blood-group", "pregnancy", "directives", "contacts", "languages"]);
  const allergies = page.locator(".allergies .entry");
  await expect(allergies.nth(0)).toContainText("Penicillin severe · high risk");
  await expect(allergies.nth(0)).toContainText("Anaphylaxis");
  await expect(page.locator(".call").first()).toHaveAttribute("href", "tel:+442079460000");
  await expect(page.locator(".name")).toHaveText("Maria Okafor");
  await expect(page.locator(".born")).toHaveText("Born 19 July 1984");
  const size = (selector: string) => page.locator(selector).first().evaluate((it) => Number.parseFloat(getComputedStyle(it).fontSize));
  expect(await size(".allergies .entry")).toBeGreaterThanOrEqual(24);
  expect(await size(".medicines .entry")).toBeGreaterThanOrEqual(24);
});

test("what is read leaves address, history and storage", async ({ page, pages }) => {
  await openCode(page, pages, await fullCard());
  await onScreen(page, "shown");
  expect(page.url()).toBe(`${pages.origin}/`);
  const kept = await page.evaluate(async () => [localStorage.length, sessionStorage.length, (await indexedDB.databases()).length, document.cookie, document.title]);
  expect(kept).toEqual([0, 0, 0, "", "Emergency page"]);
  await page.getByRole("button", { name: "Close and forget" }).click();
  await expect(page.locator("body")).not.toContainText("Penicillin");
  await page.goBack();
  await page.goForward();
  await expect(page.locator("body")).not.toContainText("Penicillin");
});

test("age is said loudly, and hides nothing", async ({ page, pages }) => {
  for (const [days, review, expected, text] of [
    [0, 183, ["age", "review", "unknown-key"], "today"],
    [427, 183, ["age", "overdue", "unknown-key"], "14 months ago"],
    [427, 900, ["age", "old", "unknown-key"], "14 months ago"],
    [-3, 183, ["age", "review", "unknown-key"], "a clock is wrong"],
    [today, 0, ["age", "overdue", "unknown-key"], "682 months ago"],
  ] as const) {
    await openCode(page, pages, await fullCard(days, review));
    await onScreen(page, "shown");
    expect([...(await marks(page))]).toEqual([...expected]);
    await expect(page.locator(".marks")).toContainText(text);
    await expect(page.locator(".allergies")).toContainText("Penicillin");
    await expect(page.locator(".marks .caution")).toHaveCount(days === 0 ? 0 : days < 0 ? 1 : 2);
  }
});

test("no card of ours is called verified", async ({ page, pages }) => {
  await openCode(page, pages, await fullCard());
  await onScreen(page, "shown");
  await expect(page.locator(".good")).toHaveCount(0);
  await expect(page.locator(".marks")).toContainText("Signed by a key that this reader does not know.");
  await expect(page.locator("footer")).toContainText("Anybody can make a card");
});

test("that nothing is said of allergies is not that there are none", async ({ page, pages }) => {
  await openCode(page, pages, await makeCard({ content: fields([0, "Ada"]), issued: today, reviewBy: today + 1 }));
  await onScreen(page, "shown");
  await expect(page.locator(".allergies")).toContainText("nothing said here; that does not mean none");
});

test("one digit changed, and nothing is shown", async ({ page, pages }) => {
  const digits = await fullCard();
  const at = 300;
  const changed = digits.slice(0, at) + ((Number(digits[at]) + 1) % 10) + digits.slice(at + 1);
  await openCode(page, pages, changed);
  await hasProblem(page, "pageAltered");
  await expect(page.locator("body")).not.toContainText("Penicillin");
});

test("the same without the browser's Ed25519", async ({ page, pages }) => {
  await page.addInitScript(() => {
    if (!isSecureContext) {
      return;
    }
    const known = crypto.subtle.importKey.bind(crypto.subtle);
    crypto.subtle.importKey = ((format: "raw", key: BufferSource, algorithm: string | object, ...rest: [boolean, KeyUsage[]]) =>
      algorithm === "Ed25519" ? Promise.reject(new DOMException("no", "NotSupportedError")) : known(format, key, algorithm as "AES-GCM", ...rest)) as typeof known;
  });
  const digits = await fullCard();
  await openCode(page, pages, digits);
  await onScreen(page, "shown");
  await expect(page.locator(".allergies")).toContainText("Penicillin");
  await openCode(page, pages, `${digits.slice(0, -1)}${(Number(digits.at(-1)) + 1) % 10}`);
  await hasProblem(page, "pageAltered");
});

test("a text that any camera shows is shown as what it is", async ({ page, pages }) => {
  await page.goto(pages.origin);
  await page.locator("#pasted").fill("Ada Example\nAllergies: Penicillin (severe)\nCall: Bo 123\n2026-11-25");
  await page.locator(".start form button").click();
  await onScreen(page, "shown");
  expect(await marks(page)).toEqual(["plain"]);
  await expect(page.locator(".plain-text")).toContainText("Penicillin (severe)");
});

test("a code of ours for something else is sent to the app", async ({ page, pages }) => {
  await page.goto(pages.origin);
  await page.locator("#pasted").fill(vectors("card").find((it) => it.name === "pairing-code")!.input.text!);
  await page.locator(".start form button").click();
  await hasProblem(page, "pageOtherCode");
});

test("a second code in the same window takes the place of the first", async ({ page, pages }) => {
  await openCode(page, pages, await fullCard());
  await onScreen(page, "shown");
  const digits = await makeCard({ content: fields([0, "Somebody Else"]), issued: today, reviewBy: today });
  await page.evaluate((digits) => (location.hash = digits), digits);
  await expect(page.locator(".name")).toHaveText("Somebody Else");
  await expect(page.locator("body")).not.toContainText("Penicillin");
});
