import { expect, type Page } from '@playwright/test';
import { childrenOf, isSection, paragraphOf, type DocumentNode } from '#shared/domain/document.ts';
import type { Entry } from '#shared/domain/entry.ts';
import { TemplateId, type JourneyId } from '#shared/domain/ids.ts';
import type { Role } from '#shared/domain/journey.ts';
import { headingOf } from '#shared/domain/projection.ts';
import { openVault, section } from './steps.ts';
import { askVault, writtenLetter } from './vault-calls.ts';

/** Writes below the headings of a letter's sections; the others stay as they began. */
const below =
  (texts: Readonly<Record<string, string>>) =>
  (begun: readonly DocumentNode[]): readonly DocumentNode[] =>
    begun.map(node => {
      const text = isSection(node) ? texts[headingOf(node)] : undefined;
      const [heading, body] = childrenOf(node);
      if (text === undefined || heading === undefined || body === undefined) return node;
      return { ...node, children: [heading, { ...body, children: [paragraphOf(text)] }] };
    });

export interface Written {
  readonly journeyId: JourneyId;
  readonly letter: Entry;
  readonly unsent: Entry;
}

/** A vault with one journey, a letter in it, and one that was written not to be sent. */
export async function vaultWithLetters(page: Page, role: Role): Promise<Written> {
  await openVault(page);
  const journey = await askVault(page, 'journeys.create', {
    personName: 'Mara',
    relationship: 'partner',
    role,
    breaches: [],
    startedOn: null,
  });
  await askVault(page, 'settings.update', { currentJourneyId: journey.id });
  const journeyId = journey.id;
  const letter = await writtenLetter(
    page,
    {
      templateId: TemplateId.parse(role === 'was-hurt' ? 'impact-letter' : 'acknowledgment-letter'),
      journeyId,
    },
    {
      title: 'What I did, zqtitle',
      blocks: below({
        'Steady yourself first': 'Breathe, zqsteady.',
        'What happened': 'You read my messages, zqdeed.',
        'What I did': 'I read your messages, zqdeed.',
        'What it did to you': 'You slept badly, zqnight.',
        'I am sorry': 'I am sorry, zqsorry.',
      }),
    },
  );
  const unsent = await writtenLetter(
    page,
    { templateId: TemplateId.parse('unsent-letter'), journeyId },
    { title: 'Never to be sent', blocks: () => [paragraphOf('All of it, zqunsent.')] },
  );
  return { journeyId, letter, unsent };
}

/** Opens the letter of that vault. */
export async function openLetter(page: Page): Promise<void> {
  await page
    .getByRole('button', { name: /zqtitle/ })
    .first()
    .click();
  await expect(section(page, 'What I did')).toBeVisible();
}
