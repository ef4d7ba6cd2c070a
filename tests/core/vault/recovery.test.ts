import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { PASSPHRASE, startTestApp, type TestApp } from '../../support/test-app.ts';
import { hashesOf } from '../vault-inspection.ts';

const NEXT = 'a wholly new passphrase';
const mistyped = { ok: false, error: { code: 'vault.recoveryMistyped' } };

interface Made {
  readonly app: TestApp;
  readonly code: string;
}

async function createdVault(): Promise<Made> {
  const app = startTestApp();
  const { recoveryCode } = await app.get('vault.create', { passphrase: PASSPHRASE });
  return { app, code: recoveryCode };
}

/** A locked vault with one letter, and its code. */
async function lockedVault(): Promise<Made & { readonly id: string }> {
  const { app, code } = await createdVault();
  const { id } = await app.write('I broke my promise.');
  await app.close();
  return { app: startTestApp({ folder: app.folder }), code, id };
}

/** The code with its last character before the check changed, and one that is well-formed but not ours. */
const withTypo = (code: string) => code.replace(/^./, first => (first === '7' ? '8' : '7'));
const OTHERS_CODE = '0000-0000-0000-0000-0000-0000-0000-0000-00';

test('the recovery code alone opens the vault, however it is typed', async () => {
  const { app, code, id } = await lockedVault();
  const typed = code.toLowerCase().replaceAll('-', '  ').replaceAll('0', 'o');
  await app.get('vault.unlockWithRecovery', { code: typed });
  expect((await app.get('entries.get', id)).title).toBe('A letter');
});

test('a mistyped code is told apart from a wrong one, and costs no attempt', async () => {
  const { app, code } = await lockedVault();
  const before = hashesOf(app.folder);
  for (let tries = 0; tries < 6; tries += 1) {
    expect(await app.call('vault.unlockWithRecovery', { code: withTypo(code) })).toEqual(mistyped);
  }
  for (const waitMs of [0, 0, 0, 1000]) {
    const error = { code: 'vault.wrongRecoveryCode', waitMs };
    const reply = await app.call('vault.unlockWithRecovery', { code: OTHERS_CODE });
    expect(reply).toEqual({ ok: false, error });
  }
  // One wait for both ways in: else a code would buy guesses at the passphrase.
  expect(await app.call('vault.unlock', { passphrase: PASSPHRASE })).toMatchObject({
    error: { code: 'vault.tooSoon' },
  });
  expect(hashesOf(app.folder)).toEqual(before);
  app.ports.advance(1000);
  await app.get('vault.unlockWithRecovery', { code });
});

test('with the code a forgotten passphrase is replaced, and the code that was typed too', async () => {
  const { app, code, id } = await lockedVault();
  const { recoveryCode } = await app.get('vault.resetPassphrase', { code, next: NEXT });
  expect((await app.get('vault.status')).state).toBe('unlocked');
  expect((await app.get('entries.get', id)).id).toBe(id);
  await app.close();

  const later = startTestApp({ folder: app.folder });
  expect(await later.call('vault.unlock', { passphrase: PASSPHRASE })).toMatchObject({
    error: { code: 'vault.wrongPassphrase' },
  });
  expect(await later.call('vault.unlockWithRecovery', { code })).toMatchObject({
    error: { code: 'vault.wrongRecoveryCode' },
  });
  await later.get('vault.unlockWithRecovery', { code: recoveryCode });
  await later.close();
  await startTestApp({ folder: app.folder }).get('vault.unlock', { passphrase: NEXT });
});

test('a reset that can not be written down leaves nothing open behind it', async () => {
  const { app, code, id } = await lockedVault();
  // Where the new keys would be put together, something stands in the way.
  const inTheWay = join(app.folder, 'new-vault.keys');
  mkdirSync(inTheWay);
  const reset = { code, next: NEXT };
  expect(await app.call('vault.resetPassphrase', reset)).toMatchObject({ ok: false });
  expect(await app.get('vault.status')).toMatchObject({ state: 'locked', keysInHand: false });
  expect(await app.call('entries.list')).toMatchObject({ error: { code: 'vault.locked' } });
  rmSync(inTheWay, { recursive: true });
  await app.get('vault.unlock', { passphrase: PASSPHRASE });
  expect((await app.get('entries.get', id)).id).toBe(id);
});

test('a reset with a wrong code or a short passphrase changes nothing', async () => {
  const { app, code } = await lockedVault();
  const before = hashesOf(app.folder);
  const replies = [
    await app.call('vault.resetPassphrase', { code: withTypo(code), next: NEXT }),
    await app.call('vault.resetPassphrase', { code: OTHERS_CODE, next: NEXT }),
    await app.call('vault.resetPassphrase', { code, next: 'short' }),
  ];
  expect(replies.map(reply => reply.ok || reply.error.code)).toEqual([
    'vault.recoveryMistyped',
    'vault.wrongRecoveryCode',
    'vault.passphraseTooShort',
  ]);
  expect(hashesOf(app.folder)).toEqual(before);
});

test('a renewed code opens, and the one before opens no key file of the vault any more', async () => {
  const { app, code } = await createdVault();
  await app.write('something');
  await app.get('snapshots.make');
  // A copy that a sync program left.
  const copy = join(app.folder, 'vault.keys (conflicted copy)');
  writeFileSync(copy, readFileSync(join(app.folder, 'vault.keys')));
  const { recoveryCode } = await app.get('vault.renewRecovery', { passphrase: PASSPHRASE });
  expect(recoveryCode).not.toBe(code);
  const [snapshot] = (await app.get('snapshots.list')).snapshots;
  await app.close();

  const names = ['vault.keys', 'vault.keys.2', copy, `snapshots/${snapshot?.id}/vault.keys`];
  for (const name of names) {
    const attempt = startTestApp();
    const read = (path: string) =>
      readFileSync(path.startsWith('/') ? path : join(app.folder, path));
    writeFileSync(join(attempt.folder, 'vault.db'), read('vault.db'));
    writeFileSync(join(attempt.folder, 'vault.keys'), read(name));
    expect([name, await attempt.call('vault.unlockWithRecovery', { code })]).toMatchObject([
      name,
      { error: { code: 'vault.wrongRecoveryCode' } },
    ]);
    await attempt.get('vault.unlockWithRecovery', { code: recoveryCode });
  }
});

test('a code is not renewed for someone who does not know the passphrase', async () => {
  const { app, code } = await createdVault();
  const keys = () => readFileSync(join(app.folder, 'vault.keys'), 'utf8');
  const before = keys();
  expect(await app.call('vault.renewRecovery', { passphrase: NEXT })).toMatchObject({
    error: { code: 'vault.wrongPassphrase' },
  });
  expect(keys()).toBe(before);
  expect(await app.get('vault.checkRecovery', { code })).toBe(true);
});

test('typing the code back confirms it, and a wrong one changes nothing but the wait', async () => {
  const { app, code } = await createdVault();
  const madeAt = app.ports.clock.now();
  const state = () => app.get('vault.recoveryState');
  expect(await state()).toEqual({ exists: true, madeAt, confirmedAt: null });

  expect(await app.call('vault.checkRecovery', { code: withTypo(code) })).toEqual(mistyped);
  for (let tries = 0; tries < 4; tries += 1) {
    expect(await app.get('vault.checkRecovery', { code: OTHERS_CODE })).toBe(false);
  }
  expect(await app.call('vault.checkRecovery', { code })).toMatchObject({
    error: { code: 'vault.tooSoon', waitMs: 1000 },
  });
  expect(await state()).toEqual({ exists: true, madeAt, confirmedAt: null });

  app.ports.advance(5000);
  expect(await app.get('vault.checkRecovery', { code })).toBe(true);
  expect(await state()).toEqual({ exists: true, madeAt, confirmedAt: madeAt + 5000 });
  await app.close();
  const later = startTestApp({ folder: app.folder });
  expect(await later.get('vault.recoveryState')).toEqual({
    exists: true,
    madeAt: null,
    confirmedAt: null,
  });
  await later.get('vault.unlock', { passphrase: PASSPHRASE });
  expect((await later.get('vault.recoveryState')).confirmedAt).toBe(madeAt + 5000);
});

test('what changes or tries keys asks for an open vault first', async () => {
  const { app, code } = await lockedVault();
  const replies = [
    await app.call('vault.renewRecovery', { passphrase: PASSPHRASE }),
    await app.call('vault.checkRecovery', { code }),
    await app.call('vault.replaceKeys', { passphrase: PASSPHRASE, next: NEXT }),
    await app.call('vault.lastTime'),
    await app.call('vault.acceptOlder'),
    await app.call('vault.move', { folder: join(app.folder, '..', 'elsewhere') }),
    await app.call('snapshots.list'),
    await app.call('snapshots.make'),
    await app.call('snapshots.drill'),
  ];
  const locked = { ok: false, error: { code: 'vault.locked' } };
  expect(replies).toEqual(replies.map(() => locked));
});

test('a new code can be looked at until it is typed back or the vault is locked, and no longer', async () => {
  const { app, code } = await createdVault();
  const shown = async () => (await app.get('vault.newRecoveryCode')).recoveryCode;
  const gone = { ok: false, error: { code: 'vault.noNewCode' } };
  expect(await shown()).toBe(code);
  const sheet = await app.get('vault.recoverySheet');
  expect(sheet.text).toContain(code);
  expect(sheet.paper.html).toContain(code.replaceAll('-', ' '));
  await app.get('vault.checkRecovery', { code });
  expect(await shown()).toBeNull();
  expect(await app.call('vault.recoverySheet')).toEqual(gone);

  const { recoveryCode } = await app.get('vault.renewRecovery', { passphrase: PASSPHRASE });
  expect(await shown()).toBe(recoveryCode);
  await app.close();
  expect(await shown()).toBeNull();
  const later = startTestApp({ folder: app.folder });
  await later.get('vault.unlock', { passphrase: PASSPHRASE });
  expect((await later.get('vault.newRecoveryCode')).recoveryCode).toBeNull();
});

test('a code that comes with new keys can be looked at too', async () => {
  const { app } = await createdVault();
  const { recoveryCode } = await app.get('vault.replaceKeys', {
    passphrase: PASSPHRASE,
    next: NEXT,
  });
  expect(await app.get('vault.newRecoveryCode')).toEqual({ recoveryCode });
});
