import { randomUUID } from 'node:crypto';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  createTestApp,
  PASSPHRASE,
  startTestApp,
  temporaryFolder,
  type TestApp,
} from '../../support/test-app.ts';
import { hashesOf } from '../vault-inspection.ts';

const HOUR = 3_600_000;

/** Core over a vault at a later hour. */
function later(folder: string, ms: number): TestApp {
  const app = startTestApp({ folder });
  app.ports.advance(ms);
  return app;
}

async function closedVault(): Promise<string> {
  const app = await createTestApp();
  await app.write('I broke my promise.');
  await app.close();
  return app.folder;
}

test('who unlocks is told when that was done before and what failed since', async () => {
  const folder = await closedVault();
  const app = later(folder, HOUR);
  for (let guess = 0; guess < 3; guess += 1) {
    await app.call('vault.unlock', { passphrase: `guess number ${guess}` });
    app.ports.advance(60_000);
  }
  await app.close();
  const owner = later(folder, 2 * HOUR);
  const created = Date.UTC(2026, 4, 17, 9);
  await owner.get('vault.unlock', { passphrase: PASSPHRASE });
  expect(await owner.get('vault.lastTime')).toEqual({
    lastUnlockAt: created,
    failedSince: 3,
    lastFailedAt: created + HOUR + 120_000,
  });
  // Still the same later in this session, and over with the next unlock.
  await owner.get('vault.unlock', { passphrase: PASSPHRASE });
  expect((await owner.get('vault.lastTime')).failedSince).toBe(3);
  await owner.close();
  const again = later(folder, 3 * HOUR);
  await again.get('vault.unlock', { passphrase: PASSPHRASE });
  expect(await again.get('vault.lastTime')).toEqual({
    lastUnlockAt: created + 2 * HOUR,
    failedSince: 0,
    lastFailedAt: null,
  });
});

test('what is remembered cannot be read or changed, only lost', async () => {
  const folder = await closedVault();
  const path = join(folder, 'state.json');
  const state = readFileSync(path, 'utf8');
  expect(state).toMatch(/^\{"format":1,"sealed":"[A-Za-z0-9+/=]+"\}$/);
  const at = state.indexOf('"sealed":"') + 40;
  for (const text of [
    state.slice(0, at),
    `${state.slice(0, at)}A${state.slice(at + 1)}`,
    '',
    '7',
  ]) {
    if (text === state) continue;
    writeFileSync(path, text);
    const app = startTestApp({ folder });
    await app.get('vault.unlock', { passphrase: PASSPHRASE });
    expect((await app.get('vault.lastTime')).lastUnlockAt).toBeNull();
    await app.close();
    writeFileSync(path, state);
  }
});

test('an older database that was put back is noticed, and nothing is overwritten', async () => {
  const folder = await closedVault();
  const old = readFileSync(join(folder, 'vault.db'));
  const app = startTestApp({ folder, ports: { newId: randomUUID } });
  await app.get('vault.unlock', { passphrase: PASSPHRASE });
  await app.write('what they wanted to be gone');
  await app.close();
  writeFileSync(join(folder, 'vault.db'), old);

  const victim = startTestApp({ folder });
  const before = hashesOf(folder);
  expect((await victim.get('vault.unlock', { passphrase: PASSPHRASE })).rollback).toBe(true);
  expect((await victim.get('vault.status')).rollback).toBe(true);
  expect(hashesOf(folder)).toEqual(before);
  await victim.close();

  // It stays noticed until someone says that it is meant to be so.
  const again = startTestApp({ folder });
  expect((await again.get('vault.unlock', { passphrase: PASSPHRASE })).rollback).toBe(true);
  await again.get('vault.acceptOlder');
  expect((await again.get('vault.status')).rollback).toBe(false);
  await again.close();
  const calm = startTestApp({ folder });
  expect((await calm.get('vault.unlock', { passphrase: PASSPHRASE })).rollback).toBe(false);
});

test('older key files that were put back are noticed', async () => {
  const folder = await closedVault();
  const old = readFileSync(join(folder, 'vault.keys'));
  const app = startTestApp({ folder });
  await app.get('vault.unlock', { passphrase: PASSPHRASE });
  await app.get('vault.changePassphrase', { current: PASSPHRASE, next: 'another passphrase' });
  await app.close();
  rmSync(join(folder, 'snapshots'), { recursive: true });
  for (const name of ['vault.keys', 'vault.keys.2']) writeFileSync(join(folder, name), old);
  const reply = await startTestApp({ folder }).get('vault.unlock', { passphrase: PASSPHRASE });
  expect(reply.rollback).toBe(true);
});

test('a backup remembers too: deleting what is remembered does not hide an older database', async () => {
  const folder = await closedVault();
  const old = readFileSync(join(folder, 'vault.db'));
  const app = startTestApp({ folder, ports: { newId: randomUUID } });
  await app.get('vault.unlock', { passphrase: PASSPHRASE });
  await app.write('more');
  // The one of the day was made just now; two of one second are in no order.
  app.ports.advance(1000);
  await app.get('snapshots.make');
  await app.close();
  writeFileSync(join(folder, 'vault.db'), old);
  rmSync(join(folder, 'state.json'));
  const reply = await startTestApp({ folder }).get('vault.unlock', { passphrase: PASSPHRASE });
  expect(reply.rollback).toBe(true);
});

test('a whole folder that was brought back from elsewhere raises no alarm', async () => {
  const folder = await closedVault();
  const copy = temporaryFolder();
  cpSync(folder, copy, { recursive: true });
  const reply = await startTestApp({ folder: copy }).get('vault.unlock', {
    passphrase: PASSPHRASE,
  });
  expect(reply).toEqual({ rollback: false, keysUnfinished: false });
});
