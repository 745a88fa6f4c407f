import type { Page, Request } from "@playwright/test";
import { watch } from "../browser.ts";
import { expect, onScreen, scan, signIn, test } from "../desk-test.ts";
import { chart, find, measure, READ } from "../finding-states.ts";
import { DeskHost } from "../host/desk-host.ts";

const SCRIPT = `<img src=x onerror="pwned()"><script>pwned()</script>`;

/** A value of a laboratory. */
export const value = (id: string, name: string, when: string, number: number, more: object = {}): object => ({
  resource: {
    resourceType: "Observation",
    id,
    status: "final",
    category: [{ coding: [{ code: "laboratory" }] }],
    code: { text: name },
    effectiveDateTime: when,
    valueQuantity: { value: number, unit: "mmol/L", system: "http://unitsofmeasure.org", code: "mmol/L" },
    ...more,
  },
});

const bundle = (entry: object[]): object => ({ resourceType: "Bundle", type: "collection", entry });

/** What the page asks of the server while something is done. */
async function asked(page: Page, work: () => Promise<void>): Promise<string[]> {
  const all: string[] = [];
  const hear = (request: Request): void => void (request.url().includes("/api/") && all.push(new URL(request.url()).pathname.split("/").slice(4).join("/")));
  page.on("request", hear);
  await work();
  page.off("request", hear);
  return all;
}

test("words are found section by section and marked, by the keyboard alone", async ({ page, desk }) => {
  await chart(page, desk);
  await page.keyboard.press("5");
  await expect(page.locator(".content h2")).toHaveText("Results");
  await page.keyboard.press("/");
  await expect(page.locator("#find")).toBeFocused();
  await page.keyboard.type("PENIC");
  await page.keyboard.press("Enter");
  await expect(page.locator(".content h2")).toBeFocused();
  await expect(page.locator(".content h2")).toHaveText("Search: “PENIC”");
  await expect(page.locator("[data-found=allergies] mark").first()).toHaveText("Penic");
  await expect(page.locator(".banner .chip").first(), "allergies stay in view").toBeInViewport();
  await page.keyboard.press("Escape");
  await expect(page.locator(".content h2"), "back to what was shown before").toHaveText("Results");
  await find(page, "hba1c");
  await expect(page.locator(".counted")).toHaveText("12 entries have all these words.");
  await expect(page.locator("[data-found=results] .entry")).toHaveCount(12);
  await find(page, "no such thing");
  await expect(page.locator(".counted")).toContainText("says only that these words stand in nothing that was searched");
  // In the field a letter is a letter.
  await page.keyboard.press("/");
  await page.keyboard.type("/t5");
  await expect(page.locator("#find")).toHaveValue("/t5");
});

test("the front desk is told what was not searched, and has no trends", async ({ page, desk }) => {
  await signIn(page, desk, "fay");
  await scan(page, desk, ...READ);
  await find(page, "hba1c");
  await expect(page.locator(".content")).toContainText("Not searched, because it was not opened for reading, or not to your role: Medicines, Problems, Results, Vital signs.");
  await expect(page.getByRole("button", { name: "Over time" })).toHaveCount(0);
  await page.keyboard.press("t");
  await onScreen(page, "chart");
});

test("a measure over time: every value as it was written, in the drawing and beside it", async ({ page, desk }) => {
  await chart(page, desk);
  await measure(page, "HbA1c");
  await expect(page.locator(".content h2")).toBeFocused();
  await expect(page.locator(".drawing .point")).toHaveCount(12);
  await expect(page.locator("tbody tr")).toHaveCount(12);
  await expect(page.locator(".drawing")).toHaveAttribute("aria-label", /^HbA1c, 12 of its values from 18 April 2016.* to 12 November 2025/);
  await expect(page.locator(".drawing .unit")).toHaveText("%");
  const cells = page.locator("tbody tr").last().locator("td");
  await expect(cells.nth(1)).toHaveText("8.4 %");
  await expect(cells.nth(2)).toHaveText("4.0 to 5.6");
  await expect(cells.nth(3)).toContainText("above");
  await expect(page.locator(".drawing .band")).toHaveCount(1);
  await expect(page.locator(".drawing .ring")).toHaveCount(12);
  await expect(page.locator(".legend")).toContainText("usual, as the source says");
  // Later values stand further to the right, in every language.
  const places = async () => (await page.locator(".drawing .point path").evaluateAll((all) => all.map((it) => it.getBoundingClientRect().left)));
  const english = await places();
  expect([...english].sort((one, other) => one - other)).toEqual(english);
  await page.locator("#language").selectOption("ar");
  await expect(page.locator("html")).toHaveAttribute("dir", "rtl");
  await page.locator(".drawing").waitFor();
  const arabic = await places();
  expect([...arabic].sort((one, other) => one - other)).toEqual(arabic);
  await page.locator("#language").selectOption("en");
  // No range and no flag where the source gives none.
  await page.locator("[data-measure]", { hasText: "Weight" }).click();
  await expect(page.locator(".content h2")).toHaveText("Weight");
  await expect(page.locator(".drawing .band")).toHaveCount(0);
  await page.emulateMedia({ media: "print" });
  await expect(page.locator("tbody tr").first()).toContainText("12 November 2025");
  await expect(page.locator("tbody tr").first().locator("td").first()).not.toBeEmpty();
  await expect(page.locator("tbody button").first(), "on paper, too, stands when it was").toBeVisible();
});

test("sources differ by shape, hostile names are text, what is in error is not drawn, and long lists come in parts", async ({ browser }) => {
  const desk = await DeskHost.withStaff();
  const page = await browser.newPage({ locale: "en-GB" });
  const watched = await watch(page, () => [desk.origin]);
  const name = `Glucose ${SCRIPT}\u202egnp`;
  const day = (at: number): string => new Date(Date.UTC(2020, 0, 1 + at)).toISOString().slice(0, 10);
  const many = Array.from({ length: 130 }, (_, at) => value(`g${at}`, name, day(at), 5 + (at % 7) / 10, { performer: [{ display: at % 2 === 0 ? "Laboratory A" : `Laboratory B ${SCRIPT}` }] }));
  const wrong = value("wrong", name, day(200), 77.7, { status: "entered-in-error" });
  desk.add(bundle([...many, wrong]));
  await signIn(page, desk, "cleo");
  await scan(page, desk, "profile", "allergies", "results", "--read");

  const searching = await asked(page, () => find(page, "gluc"));
  expect(searching).toEqual(["search"]);
  await expect(page.locator(".content .entry"), "a page of rows").toHaveCount(100);
  await expect(page.locator("mark").first()).toHaveText("Gluc");
  expect(await asked(page, async () => {
    await page.getByRole("button", { name: "Show more" }).click();
    await expect(page.locator(".content .entry")).toHaveCount(131);
  })).toEqual(["search"]);
  await expect(page.locator(".content .entry s"), "what is in error is struck, as in its section").toHaveCount(1);

  expect(await asked(page, async () => {
    await page.keyboard.press("Escape");
    await page.keyboard.press("t");
    await onScreen(page, "trends");
  })).toEqual(["", "trends"]);
  expect(await asked(page, async () => {
    await page.keyboard.press("1");
    await page.locator(".drawing").waitFor();
  })).toEqual(["trend"]);
  await expect(page.locator(".content h2")).toContainText("<img src=x");
  await expect(page.locator(".drawing .point")).toHaveCount(100);
  await page.getByRole("button", { name: "Show earlier values" }).click();
  await expect(page.locator(".drawing .point")).toHaveCount(130);
  await expect(page.locator("tbody tr")).toHaveCount(130);
  const shapes = await page.locator(".drawing .point > path").evaluateAll((all) => [...new Set(all.map((it) => it.getAttribute("d")))]);
  expect(shapes).toHaveLength(2);
  await expect(page.locator(".legend li")).toHaveCount(2);
  await expect(page.locator("main")).not.toContainText("77.7");
  await expect(page.locator("main img, main script")).toHaveCount(0);
  expect(/[\u202e]/.test(await page.content())).toBe(false);
  expect(await watched()).toEqual([]);
  await page.close();
  await desk.stop();
});

test("an entry has a page with its sources, and the way back is to where it was", async ({ page, desk }) => {
  await chart(page, desk);
  await page.keyboard.press("5");
  const entry = page.locator(".content .entry").nth(3);
  await entry.locator("summary").click();
  await entry.getByRole("button", { name: "All that is known of it" }).click();
  await onScreen(page, "entry");
  await expect(page.locator(".told-by li")).toContainText(/said by the patient · written down on .* · device: phone/);
  await expect(page.locator(".history li").first()).toContainText("stated");
  await expect(page.locator("main")).toContainText("tells who wrote it down, and not that it is true");
  await expect(page.locator(".banner .chip").first()).toBeInViewport();
  await page.keyboard.press("Escape");
  await onScreen(page, "chart");
  await expect(page.locator(".content h2")).toHaveText("Results");
  await expect(page.locator(".content .entry").nth(3).locator("summary")).toBeFocused();
  // The same from a value in the table.
  await measure(page, "HbA1c");
  await page.locator("tbody button").nth(2).click();
  await onScreen(page, "entry");
  await expect(page.locator("main .lead")).toContainText("HbA1c");
  await page.getByRole("button", { name: "Back" }).click();
  await onScreen(page, "trends");
  await expect(page.locator("tbody button").nth(2)).toBeFocused();
});

test("a chart that ends takes what was found with it", async ({ page, desk }) => {
  await chart(page, desk);
  await measure(page, "HbA1c");
  await desk.endAll();
  await expect(page.locator("[data-problem=desk-chart-ended]")).toBeVisible();
  await expect(page.locator("body")).not.toContainText("HbA1c");
});
