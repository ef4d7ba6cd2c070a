import { rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { app } from 'electron';

/**
 * Settles where everything lives, before the app is ready. The vault must not roam between
 * computers, so Windows uses the local application folder. Chromium's own files, which hold nothing
 * of the writing, go to a folder that is emptied at start and at the end.
 */
export function choosePaths(): { vaultFolder: string; windowFile: string } {
  const chosen = app.commandLine.getSwitchValue('user-data-dir');
  const local = process.env['LOCALAPPDATA'];
  if (chosen !== '') app.setPath('userData', resolve(chosen));
  else if (process.platform === 'win32' && local !== undefined) {
    app.setPath('userData', join(local, 'Amends'));
  }
  const userData = app.getPath('userData');
  const sessionData = join(userData, '.session');
  rmSync(sessionData, { recursive: true, force: true });
  app.setPath('sessionData', sessionData);
  app.once('quit', () => {
    rmSync(sessionData, { recursive: true, force: true });
  });
  return { vaultFolder: join(userData, 'vault'), windowFile: join(userData, 'window.json') };
}
