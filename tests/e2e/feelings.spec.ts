import type { Locator, Page } from '@playwright/test';
import { wheelWords } from '../../renderer/features/feelings/vocabulary.ts';
import { expectNoBarrier } from '../support/axe.ts';
import { expect, test } from '../support/ready.ts';
import { openVault, letter, startLetter } from '../support/steps.ts';

const panel = (page: Page): Locator =>
  page.getByRole('complementary', { name: 'Beside the letter' });
const wheel = (within: Locator): Locator => within.getByRole('tree', { name: 'Wheel of feelings' });
const feeling = (within: Locator, word: string): Locator =>
  wheel(within).getByRole('treeitem', { name: new RegExp(`^${word}, `, 'i') });
const list = (within: Locator): Locator =>
  within.getByRole('listbox', { name: 'List of feelings' });
const listed = (within: Locator, word: string): Locator =>
  list(within).getByRole('option', { name: new RegExp(`^${word}, `, 'i') });
const search = (within: Locator): Locator =>
  within.getByRole('searchbox', { name: 'Search feelings' });

/** Found by their marks, because a dialog hides the letter from screen readers. */
const part = (page: Page, name: string): Locator =>
  page.locator(`[data-block=statement] [data-part=${name}]`);
const feelingsLine = (page: Page): Locator => page.locator('[data-block=feelings]');

/** A blank letter, with the words for feelings beside it. */
async function openFeelings(page: Page): Promise<void> {
  await openVault(page);
  await startLetter(page, 'Blank page');
  await letter(page).click();
  await page.keyboard.press('ControlOrMeta+Shift+e');
  await expect(panel(page).getByRole('button', { name: /Start a statement/ })).toBeVisible();
}

/** A statement with the caret in its second part. */
async function startFeeling(page: Page): Promise<void> {
  await openFeelings(page);
  await panel(page)
    .getByRole('button', { name: /Start a statement/ })
    .click();
  await goTo(page, 'I feel');
}

async function goTo(page: Page, step: 'When' | 'I feel' | 'I need' | 'I’d like'): Promise<void> {
  const button = panel(page).getByRole('button', { name: step, exact: true });
  await button.click();
  await expect(button).toHaveAttribute('aria-current', 'step');
  await expect(letter(page)).toBeFocused();
}

async function openWheel(page: Page): Promise<Locator> {
  await panel(page).getByRole('button', { name: 'Open the wheel' }).click();
  const dialog = page.getByRole('dialog', { name: 'What did you feel?' });
  await expect(wheel(dialog)).toBeVisible();
  return dialog;
}

/** What is read out for each of these, of all or of the chosen ones. */
const namesOf = (items: Locator, onlyChosen = false): Promise<(string | null)[]> =>
  items.evaluateAll(
    (found, chosen) =>
      found
        .filter(item => !chosen || item.getAttribute('aria-selected') === 'true')
        .map(item => item.getAttribute('aria-label')),
    onlyChosen,
  );

test('wheel and list are two ways to the same words', async ({ app: { page } }) => {
  await startFeeling(page);
  const dialog = await openWheel(page);
  const onWheel = wheel(dialog).getByRole('treeitem');
  const inList = list(dialog).getByRole('option');
  const chosen = ['sad', 'uneasy', 'small'];

  for (const word of chosen) await feeling(dialog, word).click();
  await expect(part(page, 'feel')).toContainText('sad, uneasy, small');
  const fromWheel = await namesOf(onWheel, true);
  expect(fromWheel).toHaveLength(3);
  await dialog.getByRole('tab', { name: 'List' }).click();
  expect(await namesOf(inList)).toEqual(await namesOf(onWheel));
  expect(await namesOf(inList, true)).toEqual(fromWheel);

  for (const word of chosen) await listed(dialog, word).click();
  await expect(part(page, 'feel')).not.toContainText('sad');
  expect(await namesOf(onWheel, true)).toEqual([]);
  for (const word of chosen) await listed(dialog, word).click();
  await expect(part(page, 'feel')).toContainText('sad, uneasy, small');
  expect(await namesOf(onWheel, true)).toEqual(fromWheel);

  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(panel(page)).toBeVisible();
});

test('strengths, the body and undo write the same line', async ({ app: { page } }) => {
  await startFeeling(page);
  const beside = panel(page);
  await feeling(beside, 'Sad').press('Enter');
  await feeling(beside, 'hurt').click();
  const hurt = beside.getByRole('group', { name: 'How strong: hurt' });
  await hurt.getByText('very', { exact: true }).click();
  await expect(part(page, 'feel')).toContainText('very hurt');
  await hurt.getByText('very', { exact: true }).click();
  await expect(part(page, 'feel')).toContainText(/^hurt$/);
  await expect(hurt.getByRole('radio', { checked: true })).toHaveCount(0);
  await hurt.getByRole('radio', { name: 'quite' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(part(page, 'feel')).toContainText('very hurt');
  await beside.getByRole('tab', { name: 'By body' }).click();
  await beside.getByRole('button', { name: 'Throat' }).click();
  await beside
    .getByRole('group', { name: /^Tight throat/ })
    .getByRole('option', { name: 'frightened' })
    .click();
  await expect(part(page, 'feel')).toContainText('very hurt, frightened');
  await beside.getByRole('button', { name: 'Remove hurt' }).click();
  await expect(part(page, 'feel')).toContainText(/^frightened$/);

  await letter(page).focus();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(part(page, 'feel')).toContainText('very hurt, frightened');
  await expect(beside.getByRole('list', { name: 'Chosen feelings' })).toContainText('hurt');
});

test('beneath a judgement word feelings are offered, and it may stay', async ({
  app: { page },
}) => {
  await startFeeling(page);
  const beside = panel(page);
  const offer = beside.getByRole('region', { name: 'Beneath “betrayed”' });
  await page.keyboard.type('betrayed');
  await expect(offer).toContainText('“Betrayed” says what somebody did.');
  await expect(offer).toContainText('trust, honesty or loyalty');
  await offer.getByRole('option', { name: 'heartbroken' }).click();
  await expect(part(page, 'feel')).toContainText('betrayed, heartbroken');
  // The caret stayed in the text, behind what was put in.
  await page.keyboard.type(' and cold');
  await expect(part(page, 'feel')).toContainText('betrayed, heartbroken and cold');

  await goTo(page, 'I need');
  await beside
    .getByRole('group', { name: 'Beneath “betrayed” there may be' })
    .getByRole('option', { name: 'honesty' })
    .click();
  await expect(part(page, 'need')).toContainText('honesty');

  await goTo(page, 'I feel');
  await offer.getByRole('button', { name: 'Leave it' }).click();
  await expect(offer).toBeHidden();
  await expect(part(page, 'feel')).toContainText('betrayed, heartbroken and cold');

  // A word that may name real harm is left as it is. The pointer left the caret in the text.
  await page.keyboard.type(', abused');
  await expect(beside.getByRole('list', { name: 'Chosen feelings' })).toContainText('abused');
  await expect(beside.getByRole('region', { name: /^Beneath/ })).toHaveCount(0);
  await search(beside).fill('violated');
  await expect(beside.getByRole('button', { name: 'Use “violated”' })).toBeVisible();
  await expect(beside.getByRole('region', { name: /^Beneath/ })).toHaveCount(0);
  await expect(beside.getByRole('option')).toHaveCount(0);
});

test('a moment is helped along, and a request', async ({ app: { page } }) => {
  await openFeelings(page);
  const beside = panel(page);
  await beside.getByRole('button', { name: /Start a statement/ }).click();
  await beside.getByRole('button', { name: 'you said …' }).click();
  await page.keyboard.type('that you always call');
  await expect(part(page, 'when')).toContainText('you said that you always call');
  await expect(beside).toContainText('“Always” may be how it feels.');
  await goTo(page, 'I’d like');
  await beside.getByRole('button', { name: 'you to tell me …' }).click();
  await page.keyboard.type('when you are late');
  await expect(part(page, 'like')).toContainText('you to tell me when you are late');
});

test('a line of feelings, and words in the text', async ({ app: { page } }) => {
  await openFeelings(page);
  const beside = panel(page);
  await page.keyboard.press('Escape');
  await letter(page).click();
  await page.keyboard.type('Since then I am ');
  await page.keyboard.press('ControlOrMeta+Shift+e');
  const dialog = await openWheel(page);
  await feeling(dialog, 'wary').click();
  await feeling(dialog, 'tired').click();
  await expect(page.locator('[contenteditable=true]')).not.toContainText('wary');
  await dialog.getByRole('button', { name: 'Put into the letter' }).click();
  await expect(letter(page)).toContainText('Since then I am wary, tired');
  await feeling(beside, 'Sad').click();
  await feeling(beside, 'low').click();
  await expect(letter(page)).toContainText('Since then I am wary, tired low');

  await beside.getByRole('button', { name: /Add a line of feelings/ }).click();
  await expect(feelingsLine(page)).toBeVisible();
  await expect(beside.getByRole('button', { name: /Start a statement/ })).toBeHidden();
  await search(beside).fill('gutted');
  await beside.getByRole('button', { name: 'Use “gutted”' }).click();
  await search(beside).fill('heartb');
  await beside.getByRole('option', { name: /^heartbroken/ }).click();
  await expect(feelingsLine(page)).toContainText('gutted, heartbroken');
});

test('a statement can be built with the keyboard alone', async ({ app: { page } }) => {
  await openVault(page);
  await startLetter(page, 'Blank page');
  await page.keyboard.press('Enter');
  await expect(letter(page)).toBeFocused();
  await page.keyboard.press('ControlOrMeta+Alt+f');
  await page.keyboard.type('you came home late');
  await page.keyboard.press('Tab');
  // The browser tells of a new caret a moment later; a person's next key comes later still.
  await page.waitForTimeout(60);
  await page.keyboard.press('ControlOrMeta+Shift+e');
  const beside = panel(page);
  await expect(beside.getByRole('heading', { name: 'I feel …' })).toBeVisible();

  await tabTo(page, beside.getByRole('treeitem'));
  await page.keyboard.press('ArrowDown');
  await expect(feeling(beside, 'Sad')).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(feeling(beside, 'low')).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(feeling(beside, 'hurt')).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowUp');
  await expect(feeling(beside, 'Angry')).toBeFocused();
  await page.keyboard.type('we');
  await expect(feeling(beside, 'weary')).toBeFocused();
  await page.keyboard.press('Space');
  await expect(part(page, 'feel')).toContainText('hurt, weary');

  await tabTo(page, beside.getByRole('tab', { name: 'Wheel' }), 'Shift+Tab');
  await page.keyboard.press('ArrowRight');
  await tabTo(page, beside.getByRole('option'));
  await page.keyboard.press('End');
  await expect(listed(beside, 'brave')).toBeFocused();
  await page.keyboard.press('Home');
  await expect(listed(beside, 'angry')).toBeFocused();
  await page.keyboard.type('lone');
  await page.keyboard.press('Enter');
  await expect(part(page, 'feel')).toContainText('hurt, weary, lonely');
});

async function tabTo(page: Page, any: Locator, key = 'Tab'): Promise<void> {
  const isThere = () => any.evaluateAll(all => all.some(each => each === document.activeElement));
  for (let presses = 0; presses < 25 && !(await isThere()); presses += 1) {
    await page.keyboard.press(key);
  }
  expect(await isThere()).toBe(true);
}

test('every label lies within its segment', async ({ app: { page } }) => {
  await startFeeling(page);
  const dialog = await openWheel(page);
  for (const size of [
    { width: 1280, height: 800 },
    { width: 900, height: 600 },
  ]) {
    await page.setViewportSize(size);
    await expect(wheel(dialog).getByRole('treeitem')).toHaveCount(wheelWords.length);
    expect(await labelsOutside(dialog)).toEqual([]);
  }
  // Where there is less room, one part of the wheel at a time.
  await page.setViewportSize({ width: 640, height: 500 });
  await expect(wheel(dialog).getByRole('treeitem')).toHaveCount(8);
  expect(await labelsOutside(dialog)).toEqual([]);
  await feeling(dialog, 'Ashamed').click();
  await expect(feeling(dialog, 'self-conscious')).toBeVisible();
  expect(await labelsOutside(dialog)).toEqual([]);
});

/** The words of which a corner lies outside the piece of the ring they name. */
const labelsOutside = (dialog: Locator): Promise<string[]> =>
  wheel(dialog)
    .getByRole('treeitem')
    .evaluateAll(segments =>
      segments
        .filter(segment => {
          const text = segment.querySelector('text');
          const ground = segment.querySelector('path');
          const turn = text?.transform.baseVal.consolidate()?.matrix;
          if (!(text instanceof SVGTextElement) || ground === null || turn === undefined)
            return true;
          const { x, y, width, height } = text.getBBox();
          // A line is higher than the letters in it.
          const corners = [0.22, 0.78].flatMap(down => [
            new DOMPoint(x, y + height * down),
            new DOMPoint(x + width, y + height * down),
          ]);
          return corners.some(corner => !ground.isPointInFill(corner.matrixTransform(turn)));
        })
        .map(segment => segment.textContent),
    );

test('axe finds nothing beside the letter', async ({ launch }) => {
  const { page } = await launch();
  await openFeelings(page);
  const beside = panel(page);
  await expectNoBarrier(page, 'in text');
  await beside.getByRole('button', { name: /Start a statement/ }).click();
  for (const step of ['When', 'I need', 'I’d like', 'I feel'] as const) {
    await goTo(page, step);
    await expectNoBarrier(page, step);
  }
  await page.keyboard.type('betrayed');
  await expect(beside.getByRole('region', { name: /^Beneath/ })).toBeVisible();
  await feeling(beside, 'Sad').click();
  await feeling(beside, 'hurt').click();
  await expectNoBarrier(page, 'a part of the wheel, and an offer');
  for (const way of ['List', 'By body']) {
    await beside.getByRole('tab', { name: way }).click();
    await expectNoBarrier(page, way);
  }
  await search(beside).fill('throat');
  await expectNoBarrier(page, 'search');
  await search(beside).fill('');
  await openWheel(page);
  await expectNoBarrier(page, 'wheel');
});
