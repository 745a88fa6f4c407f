import { fullCard } from "../cards.ts";
import { picture, withCamera } from "../film.ts";
import { expect, hasProblem, onScreen, test, watch } from "../page-test.ts";

test("a code before the camera is read, and the camera is let go", async ({ browser, pages }) => {
  await withCamera(browser, await picture("https://card.example.org/#", await fullCard()), async (camera) => {
    const context = await camera.newContext({ permissions: ["camera"], serviceWorkers: "block" });
    const page = await context.newPage();
    const watched = await watch(page, () => [pages.origin]);
    await page.goto(pages.origin);
    await page.getByRole("button", { name: "Scan a code" }).click();
    await onScreen(page, "shown");
    await expect(page.locator(".allergies")).toContainText("Penicillin");
    await expect(page.locator("video")).toHaveCount(0);
    expect(await watched()).toEqual([]);
  });
});

test("without a camera the page says what to do", async ({ page, pages }) => {
  await page.goto(pages.origin);
  await page.getByRole("button", { name: "Scan a code" }).click();
  await hasProblem(page, "pageNoCamera");
});

test("a picture of a code is read; one without a code is not", async ({ page, pages, browser }) => {
  const code = await picture("pocketchart:/", await fullCard());
  const choose = async (buffer: Buffer, mimeType: string) => {
    await page.goto(pages.origin);
    await page.locator("#picture").setInputFiles({ name: "code", mimeType, buffer });
  };
  await choose(code, "image/png");
  await onScreen(page, "shown");
  await expect(page.locator(".allergies")).toContainText("Penicillin");
  // A photograph of 12 megapixels in which the code is a small part.
  const studio = await browser.newPage({ viewport: { width: 4000, height: 3000 } });
  await studio.setContent(`<body style="margin:0;background:#886"><img style="position:absolute;left:1500px;top:900px;width:900px;transform:rotate(7deg)" src="data:image/png;base64,${code.toString("base64")}">`);
  const photograph = await studio.screenshot({ type: "jpeg", quality: 80 });
  await studio.close();
  await choose(photograph, "image/jpeg");
  await onScreen(page, "shown");
  await choose(Buffer.from("not a picture"), "image/png");
  await hasProblem(page, "pageNoCode");
  await choose(await page.screenshot(), "image/png");
  await hasProblem(page, "pageNoCode");
});
