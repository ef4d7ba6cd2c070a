import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { copyFileSync, cpSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { beforeEach, expect, test } from 'vitest';
import { readCopy } from '#core/snapshots/read-copy.ts';
import { fitsDatabase } from '#core/vault/database-key.ts';
import { databaseKey } from '#core/vault/key-wrap.ts';
import {
  createTestApp,
  PASSPHRASE,
  startTestApp,
  temporaryFolder,
} from '../../support/test-app.ts';
import { IS_LONG, tell, times } from '../../proofs/support/scale.ts';
import { openKeys } from '../vault-inspection.ts';

const NEXT = 'a wholly new passphrase';
const THIRD = 'the third passphrase by now';
const KILLS = times(3, 200);

/** A closed vault with two letters and two backups. */
async function makeVault() {
  const app = await createTestApp();
  const { recoveryCode } = await app.get('vault.renewRecovery', { passphrase: PASSPHRASE });
  await app.write('I broke my promise.');
  await app.get('snapshots.make');
  await app.write('I broke it again.');
  await app.get('snapshots.make');
  const letters = await app.get('entries.list');
  await app.close();
  return { folder: app.folder, code: recoveryCode, letters };
}

async function unlocked(folder: string, passphrase = PASSPHRASE) {
  const app = startTestApp({ folder, ports: { newId: randomUUID } });
  await app.get('vault.unlock', { passphrase });
  return app;
}

const keyFilesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(name => name.includes('keys'));

let prepared: Awaited<ReturnType<typeof makeVault>>;
beforeEach(async () => {
  prepared = await makeVault();
});

test('with new keys, nothing that was known before opens anything in the folder', async () => {
  const vault = prepared;
  const second = temporaryFolder();
  const oldRoot = (await openKeys(vault.folder)).root;
  const oldKeys = join(temporaryFolder(), 'kept by someone');
  copyFileSync(join(vault.folder, 'vault.keys'), oldKeys);
  const app = await unlocked(vault.folder);
  await app.get('snapshots.setSecondLocation', { folder: second });
  copyFileSync(join(vault.folder, 'vault.keys'), join(vault.folder, 'copied by hand.keys'));

  const reply = await app.get('vault.replaceKeys', { passphrase: PASSPHRASE, next: NEXT });
  // The app goes on, with the same letters and another database.
  expect(await app.get('entries.list')).toEqual(vault.letters);
  await app.write('and on');
  const { snapshots } = await app.get('snapshots.list');
  expect(snapshots).toMatchObject([{ reason: 'new-keys', sound: true }]);
  expect((await app.get('snapshots.verify', snapshots[0]?.id)).sound).toBe(true);
  expect(await app.get('vault.recoveryState')).toMatchObject({ exists: true, confirmedAt: null });
  expect(await app.get('vault.checkRecovery', { code: reply.recoveryCode })).toBe(true);
  expect(await app.get('vault.checkRecovery', { code: vault.code })).toBe(false);
  await app.close();

  for (const name of keyFilesIn(vault.folder)) {
    const attempt = startTestApp();
    copyFileSync(join(vault.folder, 'vault.db'), join(attempt.folder, 'vault.db'));
    copyFileSync(join(vault.folder, name), join(attempt.folder, 'vault.keys'));
    const replies = [
      await attempt.call('vault.unlock', { passphrase: PASSPHRASE }),
      await attempt.call('vault.unlockWithRecovery', { code: vault.code }),
    ];
    expect(replies.map(answer => answer.ok || answer.error.code)).toEqual([
      'vault.wrongPassphrase',
      'vault.wrongRecoveryCode',
    ]);
    await attempt.get('vault.unlock', { passphrase: NEXT });
  }
  // Nor does the root that someone kept: it fits no database that is left here.
  const databases = readdirSync(vault.folder, { recursive: true, encoding: 'utf8' }).filter(name =>
    name.endsWith('.db'),
  );
  expect(databases).toHaveLength(2);
  const fitting = databases.filter(name =>
    fitsDatabase(databaseKey(oldRoot), join(vault.folder, name)),
  );
  expect(fitting).toEqual([]);
  // The second place has the new backup only.
  expect(readdirSync(second)).toHaveLength(1);
  const clean = startTestApp();
  await clean.get('vault.takeInBackup', { path: join(second, readdirSync(second)[0] ?? '') });
  expect(await clean.call('vault.unlock', { passphrase: PASSPHRASE })).toMatchObject({
    error: { code: 'vault.wrongPassphrase' },
  });
  expect(await clean.call('vault.unlock', { passphrase: NEXT })).toMatchObject({
    error: { code: 'vault.databaseMissing' },
  });

  const later = startTestApp({ folder: vault.folder });
  const opening = await later.get('vault.unlockWithRecovery', { code: reply.recoveryCode });
  expect(opening).toEqual({ rollback: false, keysUnfinished: false });
});

test('new keys with the passphrase of before are new keys all the same', async () => {
  const vault = prepared;
  const old = await openKeys(vault.folder);
  const app = await unlocked(vault.folder);
  await app.get('vault.replaceKeys', { passphrase: PASSPHRASE, next: PASSPHRASE });
  await app.close();
  const now = await openKeys(vault.folder);
  expect(now.root.equals(old.root)).toBe(false);
  expect(await (await unlocked(vault.folder)).get('entries.list')).toEqual(vault.letters);
});

test('what was recovered from under the app is kept, and opens with the new key alone', async () => {
  const { folder, letters } = prepared;
  const old = databaseKey((await openKeys(folder)).root);
  const recovered = join(folder, 'recovered-20260517-090000.db');
  copyFileSync(join(folder, 'vault.db'), recovered);
  const app = await unlocked(folder);
  await app.get('vault.replaceKeys', { passphrase: PASSPHRASE, next: NEXT });
  await app.close();
  expect(fitsDatabase(old, recovered)).toBe(false);
  const key = databaseKey((await openKeys(folder, NEXT)).root);
  const ids = readCopy(recovered, key, db => db.prepare('SELECT id FROM entry').pluck().all());
  expect(ids).toHaveLength(letters.length);
});

test('with a wrong or a short passphrase nothing begins', async () => {
  const vault = prepared;
  const app = await unlocked(vault.folder);
  const keys = () => readFileSync(join(vault.folder, 'vault.keys'), 'utf8');
  const before = keys();
  const wrong = await app.call('vault.replaceKeys', { passphrase: NEXT, next: THIRD });
  expect(wrong).toMatchObject({ error: { code: 'vault.wrongPassphrase' } });
  const short = await app.call('vault.replaceKeys', { passphrase: PASSPHRASE, next: 'short' });
  expect(short).toMatchObject({ error: { code: 'vault.passphraseTooShort' } });
  expect(keys()).toBe(before);
});

interface Ended {
  readonly steps: number;
  readonly replaced: { readonly ok: boolean };
}

/** Replaces the keys of a vault in a process of its own; what it said, unless it was killed. */
async function replaceInProcess(
  folder: string,
  how: 'count' | 'kill' | 'throw' | 'after',
  at: number,
): Promise<Ended | undefined> {
  const script = join(import.meta.dirname, 'replacing-process.ts');
  const parameters = [script, folder, PASSPHRASE, NEXT, how, String(at)];
  const child = spawn(process.execPath, parameters, { stdio: ['ignore', 'pipe', 'inherit'] });
  let ended: Ended | undefined;
  let killing: Promise<unknown> | undefined;
  for await (const line of createInterface({ input: child.stdout })) {
    if (line !== 'begun') ended = JSON.parse(line) as Ended;
    else if (how === 'after') killing = pause(at).then(() => child.kill('SIGKILL'));
  }
  await killing;
  return ended;
}

function copyOfPrepared(): string {
  const folder = temporaryFolder();
  cpSync(prepared.folder, folder, { recursive: true });
  return folder;
}

/** Which of the two passphrases open the vault, with every letter in it. */
async function passphrasesThatOpen(folder: string): Promise<readonly string[]> {
  const opening: string[] = [];
  for (const passphrase of [PASSPHRASE, NEXT]) {
    // Opening with the new one may finish what was begun, after which the old one does not open.
    const copy = temporaryFolder();
    cpSync(folder, copy, { recursive: true });
    const app = startTestApp({ folder: copy, ports: { newId: randomUUID } });
    const reply = await app.call('vault.unlock', { passphrase });
    if (reply.ok) {
      expect(await app.get('entries.list')).toEqual(prepared.letters);
      opening.push(passphrase);
    } else {
      expect(reply.error.code).toBe('vault.wrongPassphrase');
    }
    await app.close();
  }
  return opening;
}

/** Whatever state it is in: doing it again ends it, and nothing of before opens. */
async function expectDoneAgain(folder: string, passphrase: string): Promise<void> {
  const app = startTestApp({ folder, ports: { newId: randomUUID } });
  await app.get('vault.unlock', { passphrase });
  await app.get('vault.replaceKeys', { passphrase, next: THIRD });
  expect((await app.get('vault.status')).keysUnfinished).toBe(false);
  const { snapshots } = await app.get('snapshots.list');
  expect(snapshots.map(({ reason, sound }) => [reason, sound])).toEqual([['new-keys', true]]);
  await app.close();
  expect(await passphrasesThatOpen(folder)).toEqual([]);
  const later = startTestApp({ folder });
  await later.get('vault.unlock', { passphrase: THIRD });
  expect(await later.get('entries.list')).toEqual(prepared.letters);
}

/**
 * Some of the steps from 1 to `last`: all of them in the long run; in the short one five, evenly from
 * the first, where only the old passphrase opens, to the last, where only the new one does.
 */
function someOf(last: number): readonly number[] {
  const count = IS_LONG ? last : 5;
  return Array.from(
    { length: count },
    (_, index) => 1 + Math.round((index * (last - 1)) / (count - 1)),
  );
}

test.each(['kill', 'throw'] as const)(
  'cut short at any step (%s), the vault opens with the old or the new passphrase',
  { timeout: 1_800_000 },
  async how => {
    const counted = await replaceInProcess(copyOfPrepared(), 'count', 0);
    expect(counted?.replaced.ok).toBe(true);
    const seen = new Set<string>();
    const cuts = someOf(counted?.steps ?? 0);
    for (const at of cuts) {
      const folder = copyOfPrepared();
      await replaceInProcess(folder, how, at);
      const opening = await passphrasesThatOpen(folder);
      expect([at, opening.length > 0]).toEqual([at, true]);
      seen.add(opening.join(' and '));
      await expectDoneAgain(folder, opening[at % opening.length] ?? '');
    }
    // Else the cuts were not where they matter.
    expect(seen.size).toBeGreaterThan(1);
    tell(
      `new keys, cut short (${how}): ${cuts.length} of ${counted?.steps} steps, each time the ` +
        'vault opens with all letters, and doing it again ends it',
    );
  },
);

test(
  'killed at any moment, the vault opens with the old or the new passphrase',
  { timeout: 1_800_000 },
  async () => {
    for (let kill = 0; kill < KILLS; kill += 1) {
      const folder = copyOfPrepared();
      await replaceInProcess(folder, 'after', Math.random() * 1200);
      const opening = await passphrasesThatOpen(folder);
      expect(opening.length).toBeGreaterThan(0);
      await expectDoneAgain(folder, opening[kill % opening.length] ?? '');
    }
    tell(
      `new keys, killed at any moment: ${KILLS} kills, each time the vault opens with all letters`,
    );
  },
);

test(
  'while it is unfinished either passphrase opens, and other changes of keys wait',
  { timeout: 60_000 },
  async () => {
    const counted = await replaceInProcess(copyOfPrepared(), 'count', 0);
    for (let at = 1; at <= (counted?.steps ?? 0); at += 9) {
      const folder = copyOfPrepared();
      await replaceInProcess(folder, 'kill', at);
      if (!readFileSync(join(folder, 'vault.keys'), 'utf8').includes('pending')) continue;
      if (!existsSync(join(folder, 'vault.db'))) continue;
      const app = startTestApp({ folder, ports: { newId: randomUUID } });
      const unfinished = { ok: false, error: { code: 'vault.keysUnfinished' } };
      const reset = { code: prepared.code, next: THIRD };
      expect(await app.call('vault.resetPassphrase', reset)).toEqual(unfinished);
      // What did not work leaves nothing open behind it.
      const status = await app.get('vault.status');
      expect(status).toMatchObject({ state: 'locked', keysInHand: false });
      const opening = await app.get('vault.unlock', { passphrase: PASSPHRASE });
      expect(opening.keysUnfinished).toBe(true);
      const change = { current: PASSPHRASE, next: THIRD };
      expect(await app.call('vault.changePassphrase', change)).toEqual(unfinished);
      expect(await app.call('vault.renewRecovery', { passphrase: NEXT })).toEqual(unfinished);
      return;
    }
    throw new Error('no kill left it unfinished');
  },
);
