import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { hashesOf } from '../../core/vault-inspection.ts';
import { quickFolder } from '../support/folders.ts';
import { coreOver, PASSPHRASE, unlocked } from '../support/open-vault.ts';

const isRoot = process.getuid?.() === 0;
const canMount =
  isRoot &&
  process.platform === 'linux' &&
  spawnSync('unshare', ['-m', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt']).status === 0;

const why = ((): string | undefined => {
  if (process.platform === 'win32') return 'Windows has no such permissions';
  return isRoot && !canMount ? 'root may write anywhere, and can not mount here' : undefined;
})();

/** Permissions do not bind root; a read-only mount of the same place does. */
function makeReadOnly(path: string, writable: number, readOnly: number): void {
  if (!isRoot) {
    chmodSync(path, readOnly);
    onTestFinished(() => {
      chmodSync(path, writable);
    });
    return;
  }
  execFileSync('mount', ['--bind', path, path]);
  onTestFinished(() => {
    execFileSync('umount', ['-l', path]);
  });
  execFileSync('mount', ['-o', 'remount,bind,ro', path]);
}

test.skipIf(why !== undefined).each([
  ['folder', (folder: string) => folder, 0o700, 0o500],
  ['database', (folder: string) => join(folder, 'vault.db'), 0o600, 0o400],
] as const)(
  `a vault with a read-only %s is refused, and nothing changes${why ? ` (${why})` : ''}`,
  async (_name, pathIn, writable, readOnly) => {
    const folder = quickFolder();
    const core = coreOver(folder);
    await core.get('vault.create', { passphrase: PASSPHRASE });
    await core.close();
    const before = hashesOf(folder);
    makeReadOnly(pathIn(folder), writable, readOnly);
    expect(await unlocked(folder)).toMatchObject({ error: { code: 'disk.readOnly' } });
    expect(hashesOf(folder)).toEqual(before);
  },
);
