import type { Line } from './chromium/pipe.ts';

export type EditCommand =
  'undo' | 'redo' | 'cut' | 'copy' | 'paste' | 'pasteAndMatchStyle' | 'selectAll' | 'delete';

/** Carries out an editing command where the caret is, as the Edit menu of a desktop app does. */
export async function editCommand(line: Line, command: EditCommand): Promise<void> {
  const commands = [command.charAt(0).toUpperCase() + command.slice(1)];
  const key = { key: 'Unidentified', windowsVirtualKeyCode: 0 };
  await line.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...key, commands });
  await line.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key });
}
