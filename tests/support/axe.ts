import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** Base UI's spans that lead the focus on; nobody ever stays on one. */
const FOCUS_GUARD = '[data-base-ui-focus-guard]';
/** What opens from a control and goes with it belongs to that control, and needs no landmark. */
const OPENED = '[role="menu"], [role="listbox"]';

/** What can differ between the two themes; all the rest is the same page. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

/** axe finds nothing in what the window shows now, in the light and in the dark. */
export async function expectNoBarrier(page: Page, screen: string): Promise<void> {
  const found: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    const isSet = await page.evaluate(
      scheme => matchMedia(`(prefers-color-scheme: ${scheme})`).matches,
      colorScheme,
    );
    expect(isSet).toBe(true);
    // What fades in has not its own colours yet; what is replaced meanwhile never finishes.
    await page.evaluate(() => Promise.allSettled(document.getAnimations().map(a => a.finished)));
    const axe = new AxeBuilder({ page }).setLegacyMode().exclude(FOCUS_GUARD);
    if (colorScheme === 'dark') axe.withRules(COLOUR_RULES);
    const { violations } = await axe.analyze();
    for (const { id, nodes } of violations) {
      for (const { html, target } of nodes) {
        const isOpened = id === 'region' && (await isWithin(page, String(target[0]), OPENED));
        if (!isOpened) found.push(`${screen}, ${colorScheme}: ${id} ${html}`);
      }
    }
  }
  await page.emulateMedia({ colorScheme: null });
  expect(found).toEqual([]);
}

const isWithin = (page: Page, selector: string, around: string): Promise<boolean> =>
  page
    .locator(selector)
    .first()
    .evaluate((element, outer) => element.closest(outer) !== null, around);
