import { rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { app } from 'electron';

interface Paths {
  /** The usual place of a vault; there may be others elsewhere. */
  readonly vaultFolder: string;
  readonly vaultsFile: string;
  readonly windowFile: string;
  /** Only for the instance that holds the lock: another one's session is in use. */
  readonly keepNoSessionData: () => void;
}

/**
 * Settles where everything lives, before the app is ready. The vault must not roam between
 * computers, so Windows uses the local application folder. Chromium's own files, which hold nothing
 * of the writing, go to a folder that is emptied at start and at the end.
 */
export function choosePaths(): Paths {
  const chosen = app.commandLine.getSwitchValue('user-data-dir');
  const local = process.env['LOCALAPPDATA'];
  if (chosen !== '') app.setPath('userData', resolve(chosen));
  else if (process.platform === 'win32' && local !== undefined) {
    app.setPath('userData', join(local, 'Amends'));
  }
  const userData = app.getPath('userData');
  const sessionData = join(userData, '.session');
  app.setPath('sessionData', sessionData);
  return {
    vaultFolder: join(userData, 'vault'),
    vaultsFile: join(userData, 'vaults.json'),
    windowFile: join(userData, 'window.json'),
    keepNoSessionData() {
      const empty = (): void => rmSync(sessionData, { recursive: true, force: true });
      empty();
      app.once('quit', empty);
    },
  };
}
