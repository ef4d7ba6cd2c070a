import type { Locator, Page } from '@playwright/test';
import { expectNoBarrier } from '../support/axe.ts';
import { expect, test } from '../support/ready.ts';
import { aPhotograph, aPng, dropFiles, pasteFiles } from '../support/picture-files.ts';
import {
  openVault,
  goToSection,
  letter,
  lock,
  readableIn,
  section,
  startLetter,
  unlock,
  waitUntilSaved,
} from '../support/steps.ts';

const pictures = (page: Page): Locator =>
  letter(page).getByRole('group', { name: 'Picture', exact: true });
const image = (picture: Locator): Locator => picture.locator('img');
const naturalSize = (picture: Locator) =>
  image(picture).evaluate((img: HTMLImageElement) => [img.naturalWidth, img.naturalHeight]);

async function openLetter(page: Page): Promise<void> {
  await openVault(page);
  await startLetter(page, 'Letter of acknowledgment');
  await goToSection(page, 'What I did');
  await page.keyboard.type('This is the lake.');
}

test('a pasted photograph is scaled, loses where it was taken, and is there after locking', async ({
  launch,
}) => {
  const { page, userDataDir } = await launch();
  await openLetter(page);
  const photo = await aPhotograph(
    page,
    { width: 3200, height: 2400 },
    'zqplace 47.3769 N 8.5417 E',
  );
  expect(photo.buffer.includes('zqplace')).toBe(true);
  await pasteFiles(page, [photo]);
  await expect(image(pictures(page))).toBeVisible();
  expect(await naturalSize(pictures(page))).toEqual([2000, 1500]);
  // The caret is in the caption, which is ordinary text.
  await page.keyboard.type('The lake, zqcaption');
  await expect(pictures(page)).toContainText('The lake, zqcaption');
  await waitUntilSaved(page);

  const stored = await page.evaluate(async () => {
    const list = (await window.bridge.invoke('entries.list', undefined)) as {
      value: { id: string }[];
    };
    const entry = (await window.bridge.invoke('entries.get', list.value[0]?.id)) as {
      value: { document: unknown };
    };
    const [, id = ''] = /"picture":"(?<id>[0-9a-f]{64})"/.exec(JSON.stringify(entry.value)) ?? [];
    const picture = (await window.bridge.invoke('pictures.get', id)) as {
      value: { bytes: Uint8Array; mediaType: string };
    };
    const text = new TextDecoder('latin1').decode(picture.value.bytes);
    return { type: picture.value.mediaType, hasPlace: /zqplace|Exif/.test(text) };
  });
  expect(stored).toEqual({ type: 'image/jpeg', hasPlace: false });

  await lock(page);
  expect(readableIn(userDataDir, ['zqplace', 'zqcaption', 'JFIF'])).toEqual([]);
  await unlock(page);
  await page.keyboard.press('ControlOrMeta+Shift+a');
  await page
    .getByRole('main')
    .getByRole('button')
    .filter({ hasText: 'acknowledgment' })
    .first()
    .click();
  await expect(image(pictures(page))).toBeVisible();
  expect(await naturalSize(pictures(page))).toEqual([2000, 1500]);
  await expect(pictures(page)).toContainText('The lake, zqcaption');
});

test('pictures are chosen, dropped, described, sized and removed', async ({ launch }) => {
  const { page } = await launch();
  await openLetter(page);

  await page
    .getByRole('toolbar', { name: 'Formatting' })
    .getByRole('button', { name: 'Insert' })
    .click();
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('menuitem', { name: 'Picture…' }).click();
  const chooser = await choosing;
  expect(chooser.isMultiple()).toBe(true);
  await chooser.setFiles([aPng('small.png', 120, 80), aPng('clear.png', 900, 600, 120)]);
  await expect(pictures(page)).toHaveCount(2);
  await expect(image(pictures(page).nth(0))).toBeVisible();
  await expect(image(pictures(page).nth(1))).toBeVisible();
  const radio = (n: number, name: string) => pictures(page).nth(n).getByRole('radio', { name });
  await expect(radio(0, '25 %')).toBeChecked();
  await expect(radio(1, '100 %')).toBeChecked();

  const before = await image(pictures(page).nth(1)).boundingBox();
  await pictures(page).nth(1).hover();
  await radio(1, '50 %').click();
  await expect(radio(1, '50 %')).toBeChecked();
  const after = await image(pictures(page).nth(1)).boundingBox();
  expect(Math.round(((after?.width ?? 0) / (before?.width ?? 1)) * 100)).toBe(50);

  await pictures(page).nth(1).getByRole('button', { name: 'Describe' }).click();
  const describing = page.getByRole('dialog', { name: 'Description' });
  await describing.getByRole('textbox').fill('Green and white bands');
  await page.keyboard.press('Enter');
  await expect(describing).toBeHidden();
  await expect(pictures(page).nth(1).getByRole('img')).toHaveAccessibleName(
    'Green and white bands',
  );

  const heading = section(page, 'What it did to you').getByRole('heading');
  await heading.scrollIntoViewIfNeeded();
  const box = await section(page, 'What it did to you')
    .locator('p[dir=auto]')
    .first()
    .boundingBox();
  const at = { x: (box?.x ?? 0) + 100, y: (box?.y ?? 0) + 20 };
  expect(await dropFiles(page, [aPng('dropped.png', 300, 200)], at)).toBe(true);
  await expect(
    section(page, 'What it did to you').getByRole('group', { name: 'Picture', exact: true }),
  ).toHaveCount(1);
  await expect(pictures(page)).toHaveCount(3);

  await pictures(page).nth(2).hover();
  await pictures(page).nth(2).getByRole('button', { name: 'Remove picture' }).click();
  await expect(pictures(page)).toHaveCount(2);
  await page.keyboard.press('ControlOrMeta+z');
  await expect(pictures(page)).toHaveCount(3);
});

test('a description is kept by a press beside it and by a lock, and given back by Escape', async ({
  app: { page },
}) => {
  await openLetter(page);
  await pasteFiles(page, [aPng('small.png', 120, 80)]);
  await expect(image(pictures(page))).toBeVisible();
  const describing = page.getByRole('dialog', { name: 'Description' });
  const describe = async (words: string) => {
    await pictures(page).getByRole('button', { name: 'Describe' }).click();
    await describing.getByRole('textbox').fill(words);
  };
  const picture = pictures(page).getByRole('img');
  await describe('The lake');
  await section(page, 'What it did to you').getByRole('heading').click();
  await expect(describing).toBeHidden();
  await expect(picture).toHaveAccessibleName('The lake');
  await describe('Not this');
  await page.keyboard.press('Escape');
  await expect(describing).toBeHidden();
  await expect(picture).toHaveAccessibleName('The lake');
  await describe('The lake at dusk');
  await lock(page);
  await unlock(page);
  await page.keyboard.press('ControlOrMeta+Shift+a');
  await page
    .getByRole('list', { name: 'All writing' })
    .getByRole('button', { name: /^Letter of/ })
    .click();
  await expect(picture).toHaveAccessibleName('The lake at dusk');
});

test('what is no picture is refused with a plain word, and nothing is inserted', async ({
  launch,
}) => {
  const { page } = await launch();
  await openLetter(page);
  const text = { name: 'letter.txt', mimeType: 'text/plain', buffer: Buffer.from('zqtext') };
  const place = await section(page, 'What I did').locator('p[dir=auto]').last().boundingBox();
  const at = { x: (place?.x ?? 0) + 20, y: (place?.y ?? 0) + 10 };
  await dropFiles(page, [text], at);
  await expect(page.getByText('Amends reads only files that you choose')).toBeVisible();
  await expect(letter(page)).not.toContainText('zqtext');
  const broken = { ...aPng('broken.png', 4, 4), buffer: Buffer.from('not a picture at all') };
  await pasteFiles(page, [broken]);
  await expect(page.getByText('This file is not a picture that Amends can read')).toBeVisible();
  await expect(pictures(page)).toHaveCount(0);
  await expect(letter(page)).toContainText('This is the lake.');
});

test('with the keyboard alone: sized, described, captioned, removed and brought back', async ({
  launch,
}) => {
  const { page } = await launch();
  await openLetter(page);
  await pasteFiles(page, [aPng('one.png', 900, 600)]);
  await expect(image(pictures(page))).toBeVisible();
  await page.keyboard.press('Shift+Tab');
  await expect(page.getByRole('button', { name: 'Remove picture' })).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Bands');
  await page.keyboard.press('Enter');
  await expect(pictures(page).getByRole('img')).toHaveAccessibleName('Bands');
  await page.keyboard.press('Shift+Tab');
  await expect(page.getByRole('radio', { name: '100 %' })).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Space');
  await expect(page.getByRole('radio', { name: '75 %' })).toBeChecked();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(page.getByRole('radio', { name: '100 %' })).toBeChecked();

  await letter(page).focus();
  await pictures(page).locator('img').click();
  await page.keyboard.type('Caption');
  for (let n = 0; n < 'Caption'.length; n++) await page.keyboard.press('Backspace');
  await expect(pictures(page)).toHaveCount(1);
  await page.keyboard.press('Backspace');
  await expect(pictures(page)).toHaveCount(0);
  await page.keyboard.press('ControlOrMeta+z');
  await expect(pictures(page)).toHaveCount(1);
});

test('a picture goes by copy and paste from one letter to another', async ({ launch }) => {
  const { page } = await launch();
  await openLetter(page);
  await pasteFiles(page, [aPng('one.png', 900, 600)]);
  await expect(image(pictures(page))).toBeVisible();
  await page.keyboard.type('The lake');
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.press('ControlOrMeta+c');
  await waitUntilSaved(page);
  await startLetter(page, 'Blank page');
  await letter(page).click();
  await page.keyboard.press('ControlOrMeta+v');
  await expect(pictures(page)).toHaveCount(1);
  await expect(image(pictures(page))).toBeVisible();
  await expect(pictures(page)).toContainText('The lake');
});

test('axe finds nothing beside a picture or in the menus', async ({ launch }) => {
  const { page } = await launch();
  const axe = () => expectNoBarrier(page, 'pictures');
  await openLetter(page);
  await pasteFiles(page, [aPng('one.png', 900, 600)]);
  await expect(image(pictures(page))).toBeVisible();
  await pictures(page).getByRole('button', { name: 'Describe' }).click();
  await expect(page.getByRole('dialog', { name: 'Description' })).toBeVisible();
  await axe();
  await page.keyboard.press('Escape');
  await page
    .getByRole('toolbar', { name: 'Formatting' })
    .getByRole('button', { name: 'Insert' })
    .click();
  await expect(page.getByRole('menu', { name: 'Insert' })).toBeVisible();
  await axe();
  await page.keyboard.press('Escape');
  await section(page, 'What I did').getByRole('button', { name: 'Section actions' }).click();
  await expect(page.getByRole('menu', { name: 'Section actions' })).toBeVisible();
  await axe();
});
