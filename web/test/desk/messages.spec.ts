import { expect, hasProblem, onScreen, signIn, test } from "../desk-test.ts";
import { MESSAGES_STATES, messagesOf } from "../messages-states.ts";

test("to and fro through the patient's own record: written while the phone is off, answered, and read", async ({ page, desk }) => {
  await signIn(page, desk, "fay");
  const code = await desk.openAtRelay("424242", "profile", "messages", "--read", "--later", "--append", "messages");
  await page.locator("#code").fill(code);
  await page.keyboard.press("Enter");
  await hasProblem(page, "redeem-needs-passcode");
  await page.locator("#passcode").fill("424242");
  await page.keyboard.press("Enter");
  await onScreen(page, "chart");
  await page.getByRole("button", { name: "Messages", exact: true }).last().click();
  await onScreen(page, "messages-of");
  await page.getByRole("button", { name: "Write to the patient" }).click();
  await expect(page.locator("#message")).toBeFocused();
  await page.keyboard.type("Please come <b>without</b> breakfast.");
  // What was typed is not lost by a key.
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await expect(page.locator(".closing h2")).toBeFocused();
  await page.getByRole("button", { name: "Go on writing" }).click();
  await expect(page.locator("#message")).toHaveValue("Please come <b>without</b> breakfast.");
  await page.getByRole("button", { name: "Send", exact: true }).click();
  await expect(page.locator("main [role=status].told")).toHaveText("Sent. It goes to the patient’s device as soon as that is reached.");
  const mine = page.locator("[data-from=clinic]");
  await expect(mine).toContainText("Please come <b>without</b> breakfast.");
  await expect(mine).toContainText("Fay Example");
  const look = page.getByRole("button", { name: "Look whether the patient has written" });
  await look.click();
  await expect(page.locator("h1")).toBeFocused();

  desk.phone.run("mailbox");
  const { threads } = desk.phone.run("messages") as { threads: { with: { name: string }; messages: { short: string; text: string }[] }[] };
  expect(threads[0]!.with.name).toBe("Lakeside Clinic");
  const [first] = threads[0]!.messages;
  desk.phone.run("messages", "answer", first!.short, '<img src=x onerror="pwned()"> May I drink?');
  desk.phone.run("mailbox");
  await look.click();
  const theirs = page.locator("[data-from=patient]");
  await expect(theirs).toContainText('<img src=x onerror="pwned()"> May I drink?');
  await expect(theirs).toContainText("Nobody has read it yet");
  await expect(page.locator("main img")).toHaveCount(0);

  await page.getByRole("button", { name: "Sign out" }).click();
  await signIn(page, desk, "cleo");
  await page.keyboard.press("Escape");
  await page.keyboard.press("w");
  await onScreen(page, "here");
  await page.locator("[data-part=unread] [data-messages]").click();
  await onScreen(page, "messages-of");
  await page.getByRole("button", { name: "I have read this" }).click();
  await expect(theirs).not.toContainText("Nobody has read it yet");
  await page.getByRole("button", { name: "Answer", exact: true }).click();
  await page.keyboard.type("Water only.");
  await page.getByRole("button", { name: "Send", exact: true }).click();
  await expect(page.locator("[data-from]")).toHaveCount(3);
  await expect(page.locator(".thread")).toHaveCount(1);

  await desk.endAll();
  await onScreen(page, "problem");
  await page.keyboard.press("m");
  await onScreen(page, "messages");
  await page.locator("[data-part=ended] [data-messages]").first().click();
  await onScreen(page, "messages-of");
  await expect(theirs, "what the patient wrote is gone").toHaveCount(0);
  await expect(mine, "what the clinic wrote is the clinic's").toHaveCount(2);
});

test("what the patient did not open is said, and there is nothing to write in", async ({ page, desk }) => {
  await messagesOf(page, desk, "cleo", "profile", "messages", "--read", "--append", "messages");
  await expect(page.locator("[data-way=not-allowed]")).toContainText("The patient did not open messages for you to write in");
  await expect(page.getByRole("button", { name: "Write to the patient" })).toHaveCount(0);
});

test("hostile text is text, and long words break", async ({ page, desk }) => {
  await MESSAGES_STATES.find(({ name }) => name === "messages-of")!.reach(page, desk);
  await expect(page.locator("[data-from=patient] .text")).toContainText('<b>Prednisone</b> 1.50 mg? <img src=x onerror="pwned()">');
  await expect(page.locator("main img")).toHaveCount(0);
  expect(await page.locator(".message .text").last().textContent()).not.toContain("\u202e");
});
