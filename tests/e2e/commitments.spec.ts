import type { Locator, Page } from '@playwright/test';
import { blockOfParts, type CommitmentStatus } from '#shared/domain/blocks.ts';
import { dayOf } from '#shared/domain/day.ts';
import { expectNoBarrier } from '../support/axe.ts';
import { ALONE } from '../support/fixtures.ts';
import { expect, test } from '../support/ready.ts';
import {
  openVault,
  letter,
  lock,
  section,
  startLetter,
  unlock,
  waitUntilSaved,
} from '../support/steps.ts';
import { askVault, writtenLetter } from '../support/vault-calls.ts';

interface Promised {
  readonly who?: string;
  readonly what?: string;
  readonly by?: string;
  readonly notice?: string;
  readonly status?: CommitmentStatus;
}

const promised = ({ status = 'open', ...texts }: Promised) => ({
  ...blockOfParts('commitment', texts),
  status,
});

const agreement = (page: Page, title: string, all: readonly Promised[]) =>
  writtenLetter(
    page,
    { templateId: null, journeyId: null },
    { title, blocks: () => all.map(promised) },
  );

const openLedger = async (page: Page): Promise<void> => {
  await page.keyboard.press('ControlOrMeta+Shift+m');
  await expect(page.getByRole('heading', { name: 'Commitments', level: 1 })).toBeVisible();
};

const ledger = (page: Page): Locator => page.getByRole('list', { name: 'Commitments' });
const lineOf = (page: Page, what: string | RegExp): Locator =>
  ledger(page).getByRole('group', { name: what });
const statusIn = (line: Locator, name: string): Locator =>
  line.getByRole('button', { name, exact: true });

const PROMISES = 'Promises from the person who caused harm';

/** The part of the first commitment in a section of the open letter. */
const partOf = (page: Page, name: string): Locator =>
  section(page, PROMISES).getByRole('group', { name, exact: true });

test('a commitment changed in the list is changed in its letter, and the other way round', async ({
  app: { page },
}) => {
  await openVault(page);
  await startLetter(page, 'Joint commitment agreement');
  await partOf(page, 'What').click();
  await page.keyboard.type('Ring before six');
  await partOf(page, 'By when').click();
  await page.keyboard.type('3 March 2026');
  await waitUntilSaved(page);

  await openLedger(page);
  const line = lineOf(page, 'Ring before six');
  await expect(line).toContainText('3 March 2026');
  await expect(ledger(page).getByRole('heading', { name: 'Due' })).toBeVisible();
  await statusIn(line, 'Kept').click();
  await expect(statusIn(line, 'Kept')).toHaveAttribute('aria-pressed', 'true');
  await line.getByRole('button', { name: 'Edit: Ring before six' }).click();
  await page.getByLabel('How you would notice').fill('The phone rings.');
  await page.keyboard.press('Enter');
  await expect(line).toContainText('The phone rings.');

  await line.getByRole('button', { name: /^From/ }).click();
  await expect(partOf(page, 'How you would notice')).toContainText('The phone rings.');
  const inLetter = section(page, PROMISES).getByRole('radiogroup');
  await expect(inLetter.getByRole('radio', { name: 'Kept' })).toBeChecked();

  await inLetter.getByRole('radio', { name: 'Missed' }).click();
  await partOf(page, 'What').click();
  await page.keyboard.press('End');
  await page.keyboard.type(', every day');
  await waitUntilSaved(page);
  await openLedger(page);
  const changed = lineOf(page, 'Ring before six, every day');
  await expect(statusIn(changed, 'Missed')).toHaveAttribute('aria-pressed', 'true');
});

test('a day without its year is read where it is typed and in the list, and words stay words', async ({
  launch,
}) => {
  const { page } = await launch({ locale: 'en-GB' });
  await openVault(page);
  await startLetter(page, 'Joint commitment agreement');
  await partOf(page, 'What').click();
  await page.keyboard.type('Write to her');
  const by = partOf(page, 'By when');
  const note = by.locator('[data-day-note]');
  await by.click();
  await page.keyboard.type('in 5 ');
  await expect(by).toContainText('in 5');
  await expect(note).toBeHidden();
  await partOf(page, 'What').click();
  await expect(note).toHaveText(/^No certain day/);
  await by.getByText('in 5').click();
  await page.keyboard.press('End');
  await page.keyboard.type(' weeks');
  await expect(note).toBeHidden();
  await page.keyboard.press('Shift+Home');
  await page.keyboard.type('5 decem');
  // It comes again within a year of today, whenever that is.
  await expect(note).toHaveText(/day,? 5 December 20/);
  const [day = ''] = /5 December \d+/.exec(await note.innerText()) ?? [];
  await page.keyboard.type('ber');
  await waitUntilSaved(page);
  await openLedger(page);
  await expect(lineOf(page, 'Write to her')).toContainText(`By: 5 decemberread as ${day}`);
  await expect(ledger(page).getByRole('heading', { name: /Due|Coming/ })).toBeVisible();
});

test('undo takes back a change of the list, also while its letter is open', async ({
  app: { page },
}) => {
  await openVault(page);
  await agreement(page, 'Our agreement', [{ what: 'Ring before six' }]);
  await openLedger(page);
  const line = lineOf(page, 'Ring before six');
  await statusIn(line, 'Missed').click();
  await expect(statusIn(line, 'Missed')).toHaveAttribute('aria-pressed', 'true');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(statusIn(line, 'Open')).toHaveAttribute('aria-pressed', 'true');

  await statusIn(line, 'Kept').click();
  await expect(statusIn(line, 'Kept')).toHaveAttribute('aria-pressed', 'true');
  await line.getByRole('button', { name: /^From/ }).click();
  await expect(letter(page).getByRole('radio', { name: 'Kept' })).toBeChecked();
  await page.getByRole('button', { name: 'Undo', exact: true }).last().click();
  await expect(letter(page).getByRole('radio', { name: 'Open' })).toBeChecked();
  await letter(page).getByRole('group', { name: 'What', exact: true }).click();
  await page.keyboard.press('End');
  await page.keyboard.type(' sharp');
  await waitUntilSaved(page);
});

test('what is missed is said in plain words, and a repair is one press away', async ({
  app: { page },
}) => {
  await openVault(page);
  await agreement(page, 'Our agreement', [{ what: 'Leave the phone on the table' }]);
  await openLedger(page);
  const line = lineOf(page, 'Leave the phone');
  await statusIn(line, 'Missed').click();
  await expect(line).toContainText('next time it stands under “Missed”');
  await line.getByRole('button', { name: 'Write a repair' }).click();
  await expect(section(page, 'The promise')).toBeVisible();
});

test('the whole list can be used with the keyboard alone', async ({ app: { page } }) => {
  await openVault(page);
  await agreement(page, 'Our agreement', [
    { what: 'First', by: '3 March 2026' },
    { what: 'Second', by: 'soon' },
    { what: 'Third', status: 'kept' },
  ]);
  await openLedger(page);
  const press = (key: string) => page.keyboard.press(key);
  await expect(lineOf(page, 'Second')).toBeVisible();
  await ledger(page).getByRole('button', { name: 'Edit: First' }).focus();
  await press('ArrowDown');
  await expect(ledger(page).getByRole('button', { name: 'Edit: Second' })).toBeFocused();
  await press('Enter');
  await expect(page.getByLabel('What', { exact: true })).toBeFocused();
  await page.keyboard.type(' thing');
  await press('Tab');
  await press('Tab');
  await expect(page.getByLabel('By when')).toBeFocused();
  await expect(page.getByText(/^No certain day/)).toBeVisible();
  await press('ControlOrMeta+a');
  await page.keyboard.type('2027-05-17');
  await expect(page.getByText(/^Read as/)).toBeVisible();
  await press('Enter');
  const edit = ledger(page).getByRole('button', { name: 'Edit: Second thing' });
  await expect(edit).toBeFocused();

  await press('Enter');
  await page.keyboard.type(' and more');
  await press('Escape');
  await expect(edit).toBeFocused();
  await expect(lineOf(page, /and more/)).toHaveCount(0);

  await press('Tab');
  await press('Tab');
  await press('Enter');
  const kept = statusIn(lineOf(page, 'Second thing'), 'Kept');
  await expect(kept).toBeFocused();
  await expect(kept).toHaveAttribute('aria-pressed', 'true');

  await press('End');
  await press('Enter');
  await expect(lineOf(page, 'Third')).toBeVisible();
});

test('words being typed into a line are kept when the vault locks or another place is opened', async ({
  app: { page },
}) => {
  await openVault(page);
  await agreement(page, 'Our agreement', [{ what: 'Ring' }]);
  await openLedger(page);
  await ledger(page).getByRole('button', { name: 'Edit: Ring' }).click();
  await page.keyboard.type(' before six');
  await page.keyboard.press('ControlOrMeta+Shift+a');
  await openLedger(page);
  await ledger(page).getByRole('button', { name: 'Edit: Ring before six' }).click();
  await page.keyboard.type(', every day');
  await lock(page);
  await unlock(page);
  await openLedger(page);
  await expect(lineOf(page, 'Ring before six, every day')).toBeVisible();
});

test('a line that was changed elsewhere while it is being typed in is not written over', async ({
  app: { page },
}) => {
  await openVault(page);
  const { id } = await agreement(page, 'Our agreement', [{ what: 'Ring before six' }]);
  await openLedger(page);
  await ledger(page).getByRole('button', { name: 'Edit: Ring before six' }).click();
  await page.keyboard.type(', my words');
  const [line] = await askVault(page, 'commitments.list', { journeyId: null });
  const version = line?.version ?? 0;
  const change = { what: 'Ring before five' };
  await askVault(page, 'commitments.edit', { entryId: id, version, index: 0, change });
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toContainText('Your words are still here.');
  await expect(page.getByLabel('What', { exact: true })).toHaveValue('Ring before six, my words');
  await page.keyboard.press('Escape');
  await expect(lineOf(page, 'Ring before five')).toBeVisible();
  await ledger(page).getByRole('button', { name: 'Edit: Ring before five' }).click();
  await page.keyboard.type(', sharp');
  await page.keyboard.press('Enter');
  await expect(lineOf(page, 'Ring before five, sharp')).toBeVisible();
});

test('a lock asks before it takes a line that could not be saved', async ({ app: { page } }) => {
  await openVault(page);
  const { id } = await agreement(page, 'Our agreement', [{ what: 'Ring before six' }]);
  await openLedger(page);
  await ledger(page).getByRole('button', { name: 'Edit: Ring before six' }).click();
  await page.keyboard.type(', my words');
  const [line] = await askVault(page, 'commitments.list', { journeyId: null });
  const change = { what: 'Ring before five', who: 'Both of us' };
  const version = line?.version ?? 0;
  await askVault(page, 'commitments.edit', { entryId: id, version, index: 0, change });
  await page.keyboard.press('ControlOrMeta+l');
  const question = page.getByRole('dialog', { name: 'What you typed here is not saved' });
  await expect(question).toBeVisible();
  await expectNoBarrier(page, 'a form that is not saved');
  await question.getByRole('button', { name: 'Stay here' }).click();
  await expect(page.getByLabel('What', { exact: true })).toHaveValue('Ring before six, my words');
  await page.getByLabel('What', { exact: true }).focus();
  // It was said: the next time the words are meant for the line as it is now.
  await lock(page);
  await unlock(page);
  await openLedger(page);
  await expect(lineOf(page, 'Ring before six, my words')).toContainText('Both of us');
});

test('three thousand commitments are no slower than three', ALONE, async ({ app: { page } }) => {
  await openVault(page);
  for (let each = 0; each < 30; each += 1) {
    const all = Array.from({ length: 100 }, (_, at) => ({ what: `Promise ${each}/${at}` }));
    await agreement(page, `Agreement ${each}`, all);
  }
  const before = Date.now();
  await openLedger(page);
  await expect(ledger(page).getByRole('listitem').nth(2)).toBeVisible();
  expect(Date.now() - before).toBeLessThan(2_000);
  expect(await ledger(page).getByRole('listitem').count()).toBeLessThan(40);
  await ledger(page).getByRole('button', { name: /^Edit/ }).first().focus();
  await page.keyboard.press('End');
  await expect(ledger(page).getByRole('button', { name: /^Edit/ }).last()).toBeFocused();
  expect(await ledger(page).getByRole('listitem').count()).toBeLessThan(40);
});

test('axe finds nothing in the list of commitments', async ({ launch }) => {
  const { page } = await launch();
  await openVault(page);
  await openLedger(page);
  await expect(page.getByText('No commitments yet.')).toBeVisible();
  await expectNoBarrier(page, 'no commitments');
  await agreement(page, 'Our agreement', [
    { who: 'I', what: 'Due today', by: dayOf(new Date()), notice: 'You see it.' },
    { what: 'Missed', status: 'missed' },
    { what: 'قبل السادسة', by: 'قريبا' },
  ]);
  await expect(lineOf(page, 'Due today')).toBeVisible();
  await expect(lineOf(page, 'Missed')).toBeVisible();
  await expectNoBarrier(page, 'commitments');
  await ledger(page).getByRole('button', { name: 'Edit: Due today' }).click();
  await expectNoBarrier(page, 'a commitment being changed');
});
