import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { documentOf, draftOf } from '../../support/builders.ts';
import {
  createTestApp,
  PASSPHRASE,
  startTestApp,
  temporaryFolder,
} from '../../support/test-app.ts';
import { hashesOf } from '../vault-inspection.ts';

test('a vault is copied to another folder with all it has, and the old one stays', async () => {
  const app = await createTestApp();
  const entry = await app.write('I broke my promise.');
  const { snapshot } = await app.get('snapshots.make');
  const before = hashesOf(app.folder);
  const folder = join(temporaryFolder(), 'deeper', 'home');
  expect(await app.get('vault.move', { folder })).toEqual({ folder });
  expect(hashesOf(app.folder)).toEqual(before);
  // The old one is still open, and still the only one open to others.
  await app.get('entries.saveDraft', { ...draftOf(entry), document: documentOf('later') });
  const second = startTestApp({ folder: app.folder });
  expect(await second.call('vault.unlock', { passphrase: PASSPHRASE })).toMatchObject({
    error: { code: 'vault.inUse' },
  });

  const moved = startTestApp({ folder });
  const opening = await moved.get('vault.unlock', { passphrase: PASSPHRASE });
  expect(opening).toEqual({ rollback: false, keysUnfinished: false });
  expect(await moved.get('entries.get', entry.id)).toEqual(entry);
  expect((await moved.get('snapshots.verify', snapshot.id)).sound).toBe(true);
  expect((await moved.get('vault.lastTime')).lastUnlockAt).not.toBeNull();
});

test('a vault does not move into a folder that is used, or into itself', async () => {
  const app = await createTestApp();
  const used = temporaryFolder();
  writeFileSync(join(used, 'something'), 'else');
  const inside = join(app.folder, 'inside');
  mkdirSync(inside);
  const refusals = [
    [used, 'notEmpty'],
    [inside, 'insideVault'],
    [app.folder, 'insideVault'],
    ['relative', 'missing'],
  ] as const;
  for (const [folder, reason] of refusals) {
    const error = { code: 'folder.unusable', path: folder, reason };
    expect(await app.call('vault.move', { folder })).toEqual({ ok: false, error });
  }
  expect(readdirSync(used)).toEqual(['something']);
});
