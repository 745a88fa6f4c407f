import type { Page } from "@playwright/test";

export const CHROMIUM = process.env.CHROMIUM ?? "/usr/bin/chromium";
/** Chromium refuses to run as root with a sandbox. */
export const ARGUMENTS = ["--no-sandbox"];

/** Watches what must never happen; the answer lists what did. */
export async function watch(page: Page, origins: () => string[]): Promise<() => Promise<string[]>> {
  const seen: string[] = [];
  await page.exposeFunction("seen", (what: string) => seen.push(what));
  await page.addInitScript(() => {
    const { seen } = globalThis as unknown as { seen: (what: string) => void };
    addEventListener("securitypolicyviolation", (event) => seen(`policy: ${event.violatedDirective} ${event.blockedURI}`));
    addEventListener("error", (event) => seen(`error: ${event.message}`));
    addEventListener("unhandledrejection", (event) => seen(`rejection: ${String(event.reason)}`));
    Object.assign(globalThis, { pwned: () => seen("a script of foreign text ran") });
  });
  page.on("dialog", (dialog) => {
    seen.push("dialog");
    void dialog.dismiss();
  });
  page.on("request", (request) => {
    const { protocol, origin } = new URL(request.url());
    if (protocol !== "data:" && protocol !== "blob:" && !origins().includes(origin)) {
      seen.push(`asked ${origin}`);
    }
  });
  return async () => {
    await page.evaluate(() => undefined).catch(() => undefined);
    return seen;
  };
}
