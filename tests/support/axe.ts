import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** axe finds nothing in what the window shows now. */
export async function expectNoBarrier(page: Page, screen: string): Promise<void> {
  // What fades in has not its own colours yet.
  await page.evaluate(() => Promise.all(document.getAnimations().map(each => each.finished)));
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  const found = violations.map(({ id, nodes }) => `${screen}: ${id} ${nodes.map(n => n.html)[0]}`);
  expect(found).toEqual([]);
}
