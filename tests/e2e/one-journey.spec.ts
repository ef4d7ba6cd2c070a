import type { Locator, Page } from '@playwright/test';
import { steps } from '#shared/content/steps.ts';
import { templatesOf } from '#shared/content/templates.ts';
import { expect, test } from '../support/fixtures.ts';
import { letter, lock, PASSPHRASE, title, unlock, waitUntilSaved } from '../support/steps.ts';

/** Presses Tab, as a person would, until it arrives. */
async function tabTo(page: Page, place: Locator, key = 'Tab'): Promise<void> {
  for (let presses = 0; presses < 200; presses += 1) {
    if (await place.evaluateAll(found => found.some(each => each === document.activeElement)))
      return;
    await page.keyboard.press(key);
  }
  throw new Error(`${key} never led to ${place.toString()}`);
}

async function begin(page: Page, side: 'I caused harm' | 'I was hurt'): Promise<void> {
  const { keyboard } = page;
  await tabTo(page, page.getByLabel('Passphrase', { exact: true }));
  await keyboard.type(PASSPHRASE);
  await tabTo(page, page.getByLabel('Passphrase again'));
  await keyboard.type(PASSPHRASE);
  await keyboard.press('Enter');
  const name = page.getByLabel('Their name or initials');
  await expect(name).toBeVisible();
  await tabTo(page, name);
  await keyboard.type('M.');
  await tabTo(page, page.getByRole('radio', { name: /^Partner/ }));
  await keyboard.press('Space');
  await tabTo(page, page.getByRole('radio', { name: /^I (caused|was)/ }));
  await keyboard.press('Space');
  if (side === 'I was hurt') await keyboard.press('ArrowDown');
  await expect(page.getByRole('radio', { name: new RegExp(`^${side}`) })).toBeChecked();
  await tabTo(page, page.getByRole('button', { name: 'Continue' }));
  await keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'The path with M.' })).toBeVisible();
}

for (const [role, side] of [
  ['caused-harm', 'I caused harm'],
  ['was-hurt', 'I was hurt'],
] as const) {
  test(`five steps with the keyboard alone: ${side}`, async ({ launch }) => {
    const { page } = await launch();
    const { keyboard } = page;
    await begin(page, side);
    for (const step of steps) {
      const toggle = page.getByRole('button', { name: new RegExp(`^${step.id} ${step.title}`) });
      await tabTo(page, toggle);
      await keyboard.press('Enter');
      await expect(page.getByText(step.explanation[role].slice(0, 60))).toBeVisible();
      await expect(page.getByText(step.watchFor[role][0] ?? '').first()).toBeVisible();
      const [template] = templatesOf(step, role);
      await tabTo(page, page.getByRole('button', { name: template?.title ?? '' }));
      await keyboard.press('Enter');
      // An impact map begins in the panel of its areas, a letter with its title.
      await expect(title(page)).toBeVisible();
      await tabTo(page, title(page), 'Shift+Tab');
      await keyboard.press('Control+a');
      await keyboard.type(`For step ${step.id}`);
      await keyboard.press('Enter');
      await expect(letter(page)).toBeFocused();
      await keyboard.type(`What I write for step ${step.id}.`);
      await keyboard.press('Control+s');
      await waitUntilSaved(page);
      await keyboard.press('Control+Shift+h');
      await expect(
        page
          .getByRole('list', { name: `Written for: ${step.title}` })
          .getByRole('button', { name: `For step ${step.id}` }),
      ).toBeVisible();
    }
    await lock(page);
    await unlock(page);
    for (const { id } of steps) {
      await expect(page.getByRole('button', { name: `For step ${id}` }).first()).toBeVisible();
    }
  });
}
