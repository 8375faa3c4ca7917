import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";

/** What axe-core finds fault with on a page as it is now: the names of its rules, each with the first element it is about. */
export async function faultsOf(page: Page): Promise<readonly (readonly [rule: string, html: string | undefined])[]> {
  // Its other mode opens a page of its own to put together what frames said. Ours have none, and a page costs seconds.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  return violations.map(({ id, nodes }) => [id, nodes[0]?.html] as const);
}
