import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** axe finds nothing in what the window shows now. */
export async function expectNoBarrier(page: Page, screen: string): Promise<void> {
  // What fades in has not its own colours yet; what is replaced meanwhile never finishes.
  await page.evaluate(() => Promise.allSettled(document.getAnimations().map(a => a.finished)));
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  const found = violations.map(({ id, nodes }) => `${screen}: ${id} ${nodes.map(n => n.html)[0]}`);
  expect(found).toEqual([]);
}
