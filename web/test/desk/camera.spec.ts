import { watch } from "../browser.ts";
import { expect, hasProblem, onScreen, signIn, test } from "../desk-test.ts";
import { picture, withCamera } from "../film.ts";
import { rest } from "../host/program.ts";

test("a code before the camera is read by the server, and the camera is let go", async ({ browser, desk }) => {
  const { code, address } = await desk.open("profile", "allergies");
  const said = rest(await desk.phone.agrees(address));
  const [, prefix, digits] = /^(\D+)(\d+)$/.exec(code)!;
  await withCamera(browser, await picture(prefix!, digits!), async (camera) => {
    const context = await camera.newContext({ permissions: ["camera"] });
    const page = await context.newPage();
    const watched = await watch(page, () => [desk.origin]);
    await signIn(page, desk, "fay");
    await page.getByRole("button", { name: "Use the camera" }).click();
    await onScreen(page, "chart");
    await expect(page.locator(".banner")).toContainText("Penicillin");
    await expect(page.locator("video")).toHaveCount(0);
    expect(await watched()).toEqual([]);
  });
  await said;
});

test("what a picture of a code lacks is asked for, and the same code is asked again", async ({ browser, desk }) => {
  const code = await desk.openAtRelay("424242", "profile", "allergies");
  const [, prefix, digits] = /^(\D+)(\d+)$/.exec(code)!;
  await withCamera(browser, await picture(prefix!, digits!), async (camera) => {
    const context = await camera.newContext({ permissions: ["camera"] });
    const page = await context.newPage();
    await signIn(page, desk, "cleo");
    await page.getByRole("button", { name: "Use the camera" }).click();
    await hasProblem(page, "redeem-needs-passcode");
    await page.locator("#passcode").fill("424242");
    await page.keyboard.press("Enter");
    await onScreen(page, "chart");
    await expect(page.locator(".banner")).toContainText("Penicillin");
  });
});

test("without a camera the page says what to do", async ({ page, desk }) => {
  await signIn(page, desk, "fay");
  await page.getByRole("button", { name: "Use the camera" }).click();
  await hasProblem(page, "uiNoCamera");
});
