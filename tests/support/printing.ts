import { expect, type Locator, type Page } from '@playwright/test';

/** Opens the preview of the letter that is open, with its pages. */
export async function openPreview(page: Page): Promise<Locator> {
  await page.keyboard.press('ControlOrMeta+p');
  const preview = page.getByRole('dialog', { name: 'Print preview' });
  await expect(preview.getByRole('group', { name: /^Page 1 of/ })).toBeVisible();
  return preview;
}

/** The pages on the desk are those of the choices. */
export const waitForPages = (preview: Locator): Promise<void> =>
  expect(preview.getByRole('region', { name: 'Pages' })).toHaveAttribute('aria-busy', 'false');

/** Picks something in one of the fields of the preview. */
export async function pick(preview: Locator, label: string, option: RegExp): Promise<void> {
  await preview.getByRole('combobox', { name: label, exact: true }).click();
  await preview.page().getByRole('option', { name: option }).click();
  await waitForPages(preview);
}

/** Answers the three questions of the side that caused harm, so that the copy may go. */
export async function passGate(page: Page): Promise<void> {
  const gate = page.getByRole('dialog', { name: 'Before this leaves your vault' });
  for (const answer of ['No', 'No', 'Yes, they have said so']) {
    await gate.getByRole('button', { name: answer, exact: true }).click();
  }
  await gate.getByRole('button', { name: 'Continue' }).click();
}
