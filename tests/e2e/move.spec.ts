import type { Page } from '@playwright/test';
import { expect, test } from '../support/ready.ts';
import { openVault, goToSection, letter, section, startLetter } from '../support/steps.ts';

const headings = (page: Page): Promise<string[]> =>
  letter(page).getByRole('heading', { level: 2 }).allTextContents();

async function openLetter(page: Page): Promise<void> {
  await openVault(page);
  await startLetter(page, 'Letter of acknowledgment');
  await goToSection(page, 'What I did');
  await page.keyboard.type('First.');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Second.');
}

/** The middle of the grip beside a line of text, once the pointer has shown it. */
async function gripBeside(page: Page, text: string): Promise<{ x: number; y: number }> {
  const line = letter(page).getByText(text, { exact: true }).first();
  await line.scrollIntoViewIfNeeded();
  await line.hover();
  const box = await line.boundingBox();
  // The grips follow the pointer with the next frame.
  await page.waitForTimeout(100);
  return { x: (box?.x ?? 0) - 17, y: (box?.y ?? 0) + Math.min(box?.height ?? 0, 28) / 2 };
}

async function middleOf(page: Page, text: string): Promise<{ top: number; bottom: number }> {
  const box = await letter(page).getByText(text, { exact: true }).first().boundingBox();
  return { top: box?.y ?? 0, bottom: (box?.y ?? 0) + (box?.height ?? 0) };
}

/** How much of the sheet lies below what is shown of it. */
const restBelow = (page: Page): Promise<number> =>
  letter(page).evaluate(dom => {
    let desk = dom.parentElement;
    while (desk !== null && desk.scrollHeight <= desk.clientHeight) desk = desk.parentElement;
    return desk === null ? 0 : desk.scrollHeight - desk.clientHeight - desk.scrollTop;
  });

test('sections and blocks move by keyboard, and undo brings each step back', async ({ launch }) => {
  const { page } = await launch();
  await openLetter(page);
  const before = await headings(page);
  const at = before.indexOf('What I did');
  await page.keyboard.press('Alt+Shift+ArrowUp');
  await expect(section(page, 'What I did').locator('p[dir=auto]')).toHaveText([
    'Second.',
    'First.',
  ]);
  await page.keyboard.press('Alt+Shift+ArrowUp');
  await expect(page.getByRole('status').filter({ hasText: '“What I did” moved' })).toBeAttached();
  expect((await headings(page)).indexOf('What I did')).toBe(at - 1);
  // The caret went along.
  await page.keyboard.type(' Third.');
  await expect(section(page, 'What I did')).toContainText('Second. Third.');
  await page.keyboard.press('ControlOrMeta+z');
  await page.keyboard.press('ControlOrMeta+z');
  await page.keyboard.press('ControlOrMeta+z');
  expect(await headings(page)).toEqual(before);
  await expect(section(page, 'What I did').locator('p[dir=auto]')).toHaveText([
    'First.',
    'Second.',
  ]);
});

test('a block is dragged into another section, and Escape leaves it where it was', async ({
  launch,
}) => {
  const { page } = await launch();
  await openLetter(page);
  await goToSection(page, 'What is mine to own');
  await page.keyboard.type('Mine.');
  const target = await middleOf(page, 'Mine.');
  const grip = await gripBeside(page, 'First.');

  await page.mouse.move(grip.x, grip.y);
  await page.mouse.down();
  await page.mouse.move(grip.x, target.bottom - 2, { steps: 8 });
  await page.waitForTimeout(60);
  await page.keyboard.press('Escape');
  await page.mouse.up();
  await expect(section(page, 'What I did').locator('p[dir=auto]')).toHaveText([
    'First.',
    'Second.',
  ]);

  await page.mouse.move(grip.x, grip.y);
  await page.mouse.down();
  await page.mouse.move(grip.x, target.bottom - 2, { steps: 8 });
  await page.waitForTimeout(60);
  await page.mouse.up();
  await expect(section(page, 'What is mine to own').locator('p[dir=auto]')).toHaveText([
    'Mine.',
    'First.',
  ]);
  await page.keyboard.press('ControlOrMeta+z');
  await expect(section(page, 'What I did').locator('p[dir=auto]')).toHaveText([
    'First.',
    'Second.',
  ]);
});

test('a section is dragged past another one, with the page scrolling along', async ({ launch }) => {
  const { page } = await launch();
  await openLetter(page);
  const before = await headings(page);
  const grip = await gripBeside(page, 'What I did');
  const size = page.viewportSize() ?? { width: 1280, height: 800 };
  await page.mouse.move(grip.x, grip.y);
  await page.mouse.down();
  await page.mouse.move(grip.x, size.height - 60, { steps: 8 });
  // Held at the edge, the page scrolls to its end.
  await expect.poll(() => restBelow(page)).toBeLessThan(2);
  await page.waitForTimeout(100);
  await page.mouse.up();
  expect((await headings(page)).at(-1)).toBe('What I did');
  await expect(section(page, 'What I did')).toContainText('Second.');
  await page.keyboard.press('ControlOrMeta+z');
  expect(await headings(page)).toEqual(before);
});

test('a finger drags a block too', async ({ launch }) => {
  const { page } = await launch();
  await openLetter(page);
  const client = await page.context().newCDPSession(page);
  const second = await middleOf(page, 'Second.');
  const grip = await gripBeside(page, 'First.');
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', y: number) =>
    client.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: type === 'touchEnd' ? [] : [{ x: grip.x, y }],
    });
  await touch('touchStart', grip.y);
  for (let step = 1; step <= 6; step++) {
    await touch('touchMove', grip.y + ((second.bottom - grip.y) * step) / 6);
  }
  await page.waitForTimeout(60);
  await touch('touchEnd', 0);
  await expect(section(page, 'What I did').locator('p[dir=auto]')).toHaveText([
    'Second.',
    'First.',
  ]);
});

test('the actions of a section: by mouse and by keyboard', async ({ launch }) => {
  const { page } = await launch();
  await openLetter(page);
  const before = await headings(page);
  const actions = section(page, 'What I did').getByRole('button', { name: 'Section actions' });

  await actions.focus();
  await page.keyboard.press('Enter');
  const menu = page.getByRole('menu', { name: 'Section actions' });
  await expect(menu.getByRole('menuitem', { name: 'Move up' })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(menu).toBeHidden();
  await expect(actions).toBeFocused();
  expect((await headings(page)).indexOf('What I did')).toBe(before.indexOf('What I did') + 1);

  await actions.click();
  await menu.getByRole('menuitemradio', { name: 'Only for me', exact: true }).click();
  await expect(section(page, 'What I did')).toContainText('Only for you');
  await actions.click();
  await expect(menu.getByRole('menuitemradio', { name: 'Only for me', exact: true })).toBeChecked();
  await actions.click();
  await expect(menu).toBeHidden();

  await actions.click();
  await menu.getByRole('menuitem', { name: 'Remove section' }).click();
  await expect(section(page, 'What I did')).toHaveCount(0);
  await page.keyboard.type('Typed since. ');
  await page.getByRole('button', { name: 'Undo', exact: true }).last().click();
  await expect(section(page, 'What I did')).toContainText('Second.');
  await expect(letter(page)).toContainText('Typed since.');
});
