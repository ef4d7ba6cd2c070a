import type { Locator, Page } from '@playwright/test';
import { dayOf, type Day } from '#shared/domain/day.ts';
import { lineOf } from '#shared/domain/blocks.ts';
import { paragraphOf, type DocumentNode } from '#shared/domain/document.ts';
import { TemplateId } from '#shared/domain/ids.ts';
import { expectNoBarrier } from '../support/axe.ts';
import { expect, test } from '../support/ready.ts';
import { openVault, letter, lock, section, unlock, waitUntilSaved } from '../support/steps.ts';
import { askVault, writtenLetter } from '../support/vault-calls.ts';

const checkIns = (page: Page): Locator => page.getByRole('list', { name: 'Check-ins' });

/** The section, which holds a line of the same name. */
const feelingsIn = (page: Page): Locator => section(page, 'Feelings').first();

async function openCheckIns(page: Page): Promise<void> {
  await page
    .getByRole('navigation', { name: 'Places' })
    .getByRole('button', { name: 'Check-ins' })
    .click();
  await expect(page.getByRole('heading', { name: 'Check-ins', level: 1 })).toBeVisible();
}

const daysAgo = (days: number): Day => {
  const date = new Date();
  date.setDate(date.getDate() - days);
  return dayOf(date);
};

/** A check-in with feelings and a number on its first scale. */
const checkedIn = (page: Page, writtenOn: Day, feelings: string, steady: number) =>
  writtenLetter(
    page,
    { templateId: TemplateId.parse('daily-check-in'), journeyId: null },
    {
      writtenOn,
      blocks: ([first, second, ...rest]) => [
        withBody(first, () => lineOf('feelings', feelings)),
        withBody(second, scale => ({ ...scale, value: steady })),
        ...rest,
      ],
    },
  );

/** A section with the first block of its body replaced. */
function withBody(
  part: DocumentNode | undefined,
  change: (block: DocumentNode) => DocumentNode,
): DocumentNode {
  const [heading, body] = part?.children ?? [];
  const [block, ...others] = body?.children ?? [];
  if (part === undefined || heading === undefined || body === undefined || block === undefined) {
    throw new Error('the daily check-in begins with other sections');
  }
  return { ...part, children: [heading, { ...body, children: [change(block), ...others] }] };
}

test('a check-in is written with the keyboard alone, and opened again on the same day', async ({
  app: { page },
}) => {
  await openVault(page);
  await openCheckIns(page);
  await expect(page.getByText('No check-ins yet.')).toBeVisible();
  await page.getByRole('button', { name: 'Check in', exact: true }).focus();
  await page.keyboard.press('Enter');
  // No title, no day, nothing to choose first: the caret is where the feelings go.
  await expect(letter(page)).toBeFocused();
  await page.keyboard.type('very tired, hopeful');
  await expect(feelingsIn(page)).toContainText('very tired, hopeful');
  const scale = section(page, 'How steady I am').getByRole('radiogroup');
  await scale.getByRole('radio', { name: /^6/ }).focus();
  await page.keyboard.press('Space');
  await expect(scale.getByRole('radio', { name: /^6/ })).toBeChecked();
  await waitUntilSaved(page);

  await openCheckIns(page);
  const [only] = await checkIns(page).getByRole('button').all();
  await expect(checkIns(page).getByRole('button')).toHaveCount(1);
  await expect(only ?? page.locator('none')).toContainText('very tired, hopeful');
  await expect(only ?? page.locator('none')).toContainText('How steady I am: 6 of 10');
  await page.getByRole('button', { name: 'Check in', exact: true }).click();
  await expect(feelingsIn(page)).toContainText('very tired, hopeful');
  await openCheckIns(page);
  await expect(checkIns(page).getByRole('button')).toHaveCount(1);
});

test('a new check-in is never that of another journey, nor one of another kind', async ({
  app: { page },
}) => {
  await openVault(page);
  const { id: journeyId } = await askVault(page, 'journeys.create', {
    personName: 'B.',
    relationship: 'partner',
    role: 'both',
    breaches: [],
    startedOn: null,
  });
  const evening = await askVault(page, 'templates.create', {
    title: 'Evening',
    step: null,
    kind: 'check-in',
    purpose: '',
    sections: [],
  });
  const daily = TemplateId.parse('daily-check-in');
  for (const made of [
    { templateId: daily, journeyId },
    { templateId: evening.id, journeyId: null },
  ]) {
    const blocks = (begun: readonly DocumentNode[]) => [...begun, paragraphOf('zqother')];
    await writtenLetter(page, made, { title: 'Not this', blocks });
  }
  await openCheckIns(page);
  await page.getByRole('button', { name: 'Check in', exact: true }).click();
  await expect(letter(page)).toBeFocused();
  await expect(letter(page)).not.toContainText('zqother');
  await expect(feelingsIn(page)).toBeVisible();
});

test('the list is walked with the arrow keys, newest first, and Enter opens', async ({
  app: { page },
}) => {
  await openVault(page);
  await checkedIn(page, daysAgo(3), 'angry', 2);
  await checkedIn(page, daysAgo(1), 'calm', 5);
  await openCheckIns(page);
  const rows = checkIns(page).getByRole('button');
  await expect(rows.first()).toContainText('calm');
  await rows.first().focus();
  await page.keyboard.press('ArrowDown');
  await expect(rows.last()).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(feelingsIn(page)).toContainText('angry');
});

test('the long view is off until it is asked for, says the same as a table, and is off again after a lock', async ({
  app: { page },
}) => {
  await openVault(page);
  await checkedIn(page, daysAgo(3), 'angry, tired', 2);
  await checkedIn(page, daysAgo(2), 'angry', 7);
  await checkedIn(page, daysAgo(0), 'calm', 5);
  await openCheckIns(page);
  const plot = page.getByRole('img', { name: /^How steady I am, from 0 Not steady at all/ });
  await expect(checkIns(page)).toBeVisible();
  await expect(plot).toHaveCount(0);
  await page.getByRole('switch', { name: 'Show the long view' }).press('Space');
  await expect(plot).toBeVisible();
  await expect(plot.locator('circle')).toHaveCount(3);
  await page.getByText('How steady I am as a table').press('Enter');
  const rows = page.getByRole('table').getByRole('row');
  await expect(rows).toHaveCount(4);
  await expect(page.getByRole('table').getByRole('cell')).toHaveText(['5', '7', '2']);
  const view = page.getByRole('region', { name: 'The long view' });
  await expect(view).not.toContainText(/better|worse|improv|average|trend/i);
  await expectNoBarrier(page, 'the long view');

  await lock(page);
  await unlock(page);
  await openCheckIns(page);
  await expect(checkIns(page)).toBeVisible();
  await expect(plot).toHaveCount(0);
});

test('axe finds nothing in the check-ins', async ({ launch }) => {
  const { page } = await launch();
  await openVault(page);
  await openCheckIns(page);
  await expectNoBarrier(page, 'no check-ins');
  await checkedIn(page, daysAgo(1), 'hurt', 4);
  await expect(checkIns(page).getByRole('button')).toHaveCount(1);
  await expectNoBarrier(page, 'check-ins');
  await checkIns(page).getByRole('button').click();
  await expect(feelingsIn(page)).toBeVisible();
  await expectNoBarrier(page, 'a check-in');
});
