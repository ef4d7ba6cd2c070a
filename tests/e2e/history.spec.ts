import type { Page } from '@playwright/test';
import { expect, test } from '../support/ready.ts';
import {
  openVault,
  goToSection,
  letter,
  section,
  startLetter,
  waitUntilSaved,
} from '../support/steps.ts';

const panel = (page: Page) => page.getByRole('complementary', { name: 'Beside the letter' });
const versions = (page: Page) => panel(page).getByRole('group', { name: 'Versions' });

async function openHistory(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'History' }).click();
  await expect(panel(page).getByRole('heading', { name: 'Earlier versions' })).toBeVisible();
}

/** The document of the only letter, as the vault has it. */
const storedText = (page: Page): Promise<unknown> =>
  page.evaluate(async () => {
    interface Bridge {
      invoke(procedure: string, input?: unknown): Promise<{ value: unknown }>;
    }
    const { bridge } = window as unknown as { bridge: Bridge };
    const { value: list } = await bridge.invoke('entries.list');
    const [first] = list as { id: string }[];
    const { value: entry } = await bridge.invoke('entries.get', first?.id);
    return (entry as { document: unknown }).document;
  });

/** Leaves the letter and opens it again. */
async function leaveAndReturn(page: Page, name: RegExp): Promise<void> {
  await page.keyboard.press('ControlOrMeta+Shift+a');
  await page.getByRole('button', { name }).first().click();
  await expect(letter(page)).toBeVisible();
}

test('a letter that was emptied comes back from its history as it was', async ({ app }) => {
  const { page } = app;
  await openVault(page);
  await startLetter(page, 'Short acknowledgment');
  await goToSection(page, 'What I did');
  await page.keyboard.type('I read your messages, ');
  await page.keyboard.press('ControlOrMeta+b');
  await page.keyboard.type('twice');
  await page.keyboard.press('ControlOrMeta+b');
  await page.keyboard.type('.');
  await waitUntilSaved(page);
  const before = await storedText(page);

  await openHistory(page);
  await expect(panel(page)).toContainText('No earlier version yet.');
  await section(page, 'What I did').locator('p[dir=auto]').last().click();
  for (let press = 0; press < 4; press += 1) await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.press('Delete');
  await expect(letter(page)).not.toContainText('messages');
  await expect(versions(page)).toContainText('kept because most of the text was removed');
  await waitUntilSaved(page);
  await expect(page.getByRole('alert')).toHaveCount(0);

  await versions(page).getByRole('button').first().click();
  const preview = panel(page).getByRole('article', { name: 'This version' });
  await expect(preview).toContainText('I read your messages, twice.');
  await expect(preview.locator('strong')).toHaveText('twice');
  await expect(preview.locator('[contenteditable=true]')).toHaveCount(0);
  await panel(page).getByRole('button', { name: 'Bring this version back' }).click();
  await expect(letter(page)).toContainText('I read your messages, twice.');
  expect(await storedText(page)).toEqual(before);

  await page.getByRole('button', { name: 'Undo' }).last().click();
  await expect(letter(page)).not.toContainText('messages');
});

test('what is typed just before a version comes back is kept first', async ({ app }) => {
  const { page } = app;
  await openVault(page);
  await startLetter(page, 'Blank page');
  await letter(page).click();
  await page.keyboard.type('The first words.');
  await waitUntilSaved(page);
  await leaveAndReturn(page, /^Untitled/);
  await openHistory(page);
  await expect(versions(page)).toContainText('as you left it');
  await versions(page).getByRole('button').first().click();
  await letter(page).click();
  await page.keyboard.press('End');
  await page.keyboard.type(' And more, just now.');
  await panel(page).getByRole('button', { name: 'Bring this version back' }).click();
  await expect(letter(page)).toHaveText('The first words.');
  await expect(versions(page)).toContainText('kept before another version was brought back');
  await versions(page).getByRole('button').first().click();
  await expect(panel(page).getByRole('article')).toContainText('And more, just now.');
});

test('the history is a tab beside the guide, reached and left with the keyboard', async ({
  app,
}) => {
  const { page } = app;
  await openVault(page);
  await startLetter(page, 'Short acknowledgment');
  await page.keyboard.press('ControlOrMeta+Shift+g');
  await expect(panel(page).getByRole('tab', { name: 'Guide' })).toBeFocused();
  await page.keyboard.press('End');
  await expect(panel(page).getByRole('tab', { name: 'History', selected: true })).toBeFocused();
  await expect(panel(page)).toContainText('No earlier version yet.');
  await page.keyboard.press('Escape');
  await expect(panel(page)).toHaveCount(0);
});

test('a text that disappears by itself is not saved, and can be gone back to', async ({ app }) => {
  const { page } = app;
  await openVault(page);
  await startLetter(page, 'Blank page');
  await letter(page).click();
  await page.keyboard.type('Words that took me all evening.');
  await waitUntilSaved(page);
  await page.waitForTimeout(1200);
  await letter(page).evaluate(element => {
    const { __lexicalEditor: editor } = element as unknown as {
      __lexicalEditor: {
        parseEditorState: (json: string) => unknown;
        setEditorState: (state: unknown) => void;
      };
    };
    const root = { type: 'root', version: 1, direction: null, format: '', indent: 0 };
    const line = { ...root, type: 'paragraph', children: [], textFormat: 0, textStyle: '' };
    const empty = JSON.stringify({ root: { ...root, children: [line] } });
    editor.setEditorState(editor.parseEditorState(empty));
  });
  const banner = page.getByRole('alert');
  await expect(banner).toContainText('all of the text disappeared at once');
  await expect(page.getByRole('status').filter({ hasText: /^Saved/ })).toHaveCount(0);
  await banner.getByRole('button', { name: 'Show the saved text' }).click();
  await expect(letter(page)).toHaveText('Words that took me all evening.');
  await expect(page.getByRole('alert')).toHaveCount(0);
});
