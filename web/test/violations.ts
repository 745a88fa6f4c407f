import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";

/** What axe finds against the rules of accessibility. */
export async function violations(page: Page): Promise<string[]> {
  // One frame: the other mode opens a window for each look.
  const found = await new AxeBuilder({ page }).setLegacyMode().analyze();
  return found.violations.flatMap((it) => it.nodes.map((node) => `${it.id}: ${node.html}`));
}
