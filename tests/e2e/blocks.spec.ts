import type { Page } from '@playwright/test';
import { SectionType } from '#shared/domain/template.ts';
import { expectNoBarrier } from '../support/axe.ts';
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
import { askVault } from '../support/vault-calls.ts';

/** A letter on a blank page that holds every block, made with the keyboard and the menu "Insert". */
async function writeEveryBlock(page: Page): Promise<void> {
  await startLetter(page, 'Blank page');
  await letter(page).click();
  await insert(page, '“I feel” statement');
  await typeParts(page, ['you came home late', 'very hurt', 'honesty', 'you to call me']);
  await page.keyboard.press('Enter');
  await insert(page, 'Commitment');
  await typeParts(page, ['I', 'call the counsellor', '17 May 2026', 'I tell you when']);
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Space');
  await insert(page, 'Point and answer');
  await typeParts(page, ['You turn the phone over.']);
  await insert(page, 'Three drafts');
  await typeParts(page, ['You never call.', 'I feel hurt.']);
  await insert(page, 'Scale');
  await page.keyboard.type('Better than last week');
  await page.getByRole('radio', { name: '7', exact: true }).click();
  await insert(page, 'Date');
  await page.keyboard.type('soon');
  await insert(page, 'Feelings');
  await page.keyboard.type('tired, hopeful');
  await insert(page, 'Check list');
  await page.keyboard.type('Book the room');
  await expect(page.getByText('Not a day that Amends can read')).toBeVisible();
}

async function insert(page: Page, block: string): Promise<void> {
  await page.getByRole('button', { name: 'Insert', exact: true }).click();
  await page.getByRole('menuitem', { name: block }).click();
}

async function typeParts(page: Page, parts: readonly string[]): Promise<void> {
  for (const [index, part] of parts.entries()) {
    if (index > 0) await page.keyboard.press('Enter');
    await page.keyboard.type(part);
  }
}

type Tree = Awaited<ReturnType<typeof fullTree>>;
type AccessibleNode = Tree['nodes'][number];

async function fullTree(page: Page) {
  const session = await page.context().newCDPSession(page);
  return session.send('Accessibility.getFullAXTree');
}

const SILENT = new Set([
  'none',
  'generic',
  'InlineTextBox',
  'paragraph',
  'LineBreak',
  'ListMarker',
]);

/** What Chromium tells assistive technology about the letter, as lines. */
async function readTree(page: Page): Promise<string[]> {
  const { nodes } = await fullTree(page);
  const byId = new Map(nodes.map(node => [node.nodeId, node]));
  const lines: string[] = [];
  const walk = (node: AccessibleNode | undefined): void => {
    if (node === undefined) return;
    const role = String(node.role?.value);
    if (!node.ignored && !SILENT.has(role)) lines.push(lineOf(node, role));
    const isLeaf = role === 'radio' || role === 'button';
    if (!isLeaf) for (const id of node.childIds ?? []) walk(byId.get(id));
  };
  walk(nodes.find(node => node.role?.value === 'textbox' && node.name?.value === 'Letter'));
  return lines;
}

function lineOf(node: AccessibleNode, role: string): string {
  const text = (value: unknown) => (typeof value === 'string' ? value : '');
  const name = text(node.name?.value);
  if (role === 'StaticText') return name;
  const description = text(node.description?.value);
  const isChecked = node.properties?.some(
    ({ name: key, value }) => key === 'checked' && value.value === 'true',
  );
  const said = [`${role} ${name}`.trim(), isChecked === true ? 'checked' : '', description];
  return said.filter(part => part !== '').join(', ');
}

test('those who listen hear every block, its parts, what is chosen and what is not written', async ({
  launch,
}) => {
  const { page } = await launch({ locale: 'en-GB' });
  await openVault(page);
  await writeEveryBlock(page);
  expect(await readTree(page)).toEqual([
    'textbox Letter',
    'group “I feel” statement',
    'group When',
    'you came home late',
    'group I feel',
    'very hurt',
    'group because I need',
    'honesty',
    'group I would like',
    'you to call me',
    'group Commitment',
    'group Who',
    'I',
    'group What',
    'call the counsellor',
    'group By when',
    '17 May 2026',
    'Sunday, 17 May 2026',
    'group How you would notice',
    'I tell you when',
    'radiogroup How it stands call the counsellor',
    'radio Open',
    'radio Kept, checked',
    'radio Missed',
    'radio Repaired',
    'group Point and answer',
    'group What I heard',
    'You turn the phone over.',
    'group My answer, Not answered yet',
    'group Three drafts',
    'Drafts · stay out of prints',
    'group As it comes',
    'You never call.',
    'button Use this one: As it comes',
    'group With “I feel”',
    'I feel hurt.',
    'button Use this one: With “I feel”',
    'group Short enough to say, one or two sentences',
    'button Use this one: Short enough to say',
    'group Scale',
    'radiogroup Scale from 0 to 10',
    ...[0, 1, 2, 3, 4, 5, 6].map(number => `radio ${number}`),
    'radio 7, checked',
    ...[8, 9, 10].map(number => `radio ${number}`),
    'Better than last week',
    'group Date',
    'soon',
    'button Choose a day',
    'Not a day that Amends can read, such as 5 December. Your words stay as they are.',
    'group Feelings',
    'tired, hopeful',
    'button Choose feelings',
    'list',
    'listitem',
    'checkbox Book the room',
    'Book the room',
  ]);
  await expectNoBarrier(page, 'every block');
});

/** A section of each type, with what surrounds its text. */
const everySection = SectionType.options.map((type, index) => ({
  id: type,
  heading: `About ${type}`,
  prompt: `Asked of ${type}`,
  hint: index === 0 ? 'A hint' : '',
  starter: '',
  type,
  private: index === 0,
  items: type === 'checklist' ? ['Read it again'] : [],
  min: 0,
  max: 2,
  minLabel: 'low',
  maxLabel: 'high',
}));

test('those who listen hear every type of section, what it asks, and that it is private', async ({
  app,
}) => {
  const { page } = app;
  await openVault(page);
  await askVault(page, 'templates.create', {
    title: 'Everything',
    step: null,
    kind: 'letter',
    purpose: '',
    sections: everySection,
  });
  await startLetter(page, 'Everything');
  await section(page, 'About text').getByRole('paragraph').last().click();
  await page.keyboard.type('What I did.');
  // Headings are written in capitals by the style sheet, and told so.
  expect(await readTree(page)).toEqual([
    'textbox Letter',
    'Dear …',
    'group ABOUT TEXT',
    'heading ABOUT TEXT',
    'ABOUT TEXT',
    'button Hide prompt, ABOUT TEXT',
    'button Section actions, ABOUT TEXT',
    'Only for you · in no copy for others',
    'Asked of text',
    'A hint',
    'What I did.',
    'group ABOUT FEELING-STATEMENT',
    'heading ABOUT FEELING-STATEMENT',
    'ABOUT FEELING-STATEMENT',
    'button Hide prompt, ABOUT FEELING-STATEMENT',
    'button Section actions, ABOUT FEELING-STATEMENT',
    'Asked of feeling-statement',
    'group “I feel” statement',
    'group When, what happened, as one moment',
    'group I feel, hurt, angry, …',
    'group because I need, what is missing underneath',
    'group I would like, something they can say yes or no to',
    'group ABOUT CHECKLIST',
    'heading ABOUT CHECKLIST',
    'ABOUT CHECKLIST',
    'button Hide prompt, ABOUT CHECKLIST',
    'button Section actions, ABOUT CHECKLIST',
    'Asked of checklist',
    'list',
    'listitem',
    'checkbox Read it again',
    'Read it again',
    'group ABOUT COMMITMENTS',
    'heading ABOUT COMMITMENTS',
    'ABOUT COMMITMENTS',
    'button Hide prompt, ABOUT COMMITMENTS',
    'button Section actions, ABOUT COMMITMENTS',
    'Asked of commitments',
    'group Commitment',
    'group Who, I, or we',
    'group What, what will be done',
    'group By when, a day, such as 5 December',
    'group How you would notice, what can be seen or heard',
    'radiogroup How it stands',
    'radio Open, checked',
    'radio Kept',
    'radio Missed',
    'radio Repaired',
    'group ABOUT SCALE',
    'heading ABOUT SCALE',
    'ABOUT SCALE',
    'button Hide prompt, ABOUT SCALE',
    'button Section actions, ABOUT SCALE',
    'Asked of scale',
    'group Scale, A few words beside it, if you like',
    'radiogroup Scale from 0 to 2 ABOUT SCALE',
    'radio 0, low',
    'radio 1',
    'radio 2, high',
    'group ABOUT DATE',
    'heading ABOUT DATE',
    'ABOUT DATE',
    'button Hide prompt, ABOUT DATE',
    'button Section actions, ABOUT DATE',
    'Asked of date',
    'group Date, A day, such as 5 December',
    'button Choose a day, ABOUT DATE',
    'group ABOUT FEELINGS',
    'heading ABOUT FEELINGS',
    'ABOUT FEELINGS',
    'button Hide prompt, ABOUT FEELINGS',
    'button Section actions, ABOUT FEELINGS',
    'Asked of feelings',
    'group Feelings, Feelings, with commas between them',
    'button Choose feelings, ABOUT FEELINGS',
    'group ABOUT POINTS',
    'heading ABOUT POINTS',
    'ABOUT POINTS',
    'button Hide prompt, ABOUT POINTS',
    'button Section actions, ABOUT POINTS',
    'Asked of points',
    'group Point and answer',
    'group What I heard, one thing they told me',
    'group My answer, Not answered yet',
  ]);
  await expectNoBarrier(page, 'a letter with every type of section');
});

test('every block is there again after locking, as it was', async ({ app }) => {
  const { page } = app;
  await openVault(page);
  await writeEveryBlock(page);
  await waitUntilSaved(page);
  const before = await readTree(page);
  await lock(page);
  await unlock(page);
  await page.keyboard.press('ControlOrMeta+Shift+f');
  await page.getByRole('searchbox', { name: 'Search everything' }).fill('counsellor');
  await page
    .getByRole('list', { name: 'Results' })
    .getByRole('link')
    .or(page.getByRole('list', { name: 'Results' }).getByRole('button'))
    .first()
    .click();
  await expect(letter(page).getByRole('group', { name: 'Scale' })).toBeVisible();
  expect(await readTree(page)).toEqual(before);
});

test('text that is dragged into a block, or out of it, is in one place and whole', async ({
  app,
}) => {
  const { page } = app;
  await openVault(page);
  await startLetter(page, 'Blank page');
  await letter(page).click();
  await page.keyboard.type('carry');
  await insert(page, '“I feel” statement');
  await page.keyboard.type('target');
  const text = letter(page).getByText('carry');
  await text.dblclick();
  await text.dragTo(letter(page).getByText('target'), { targetPosition: { x: 1, y: 10 } });
  const words = async () => (await letter(page).innerText()).match(/carry|target/g)?.toSorted();
  expect(await words()).toEqual(['carry', 'target']);
  await expect(letter(page).getByRole('group', { name: 'When' })).toContainText('carry');
});
