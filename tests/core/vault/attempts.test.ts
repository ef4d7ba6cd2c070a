import { expect, test } from 'vitest';
import { createAttempts } from '#core/vault/attempts.ts';
import { createTestApp, PASSPHRASE, startTestApp } from '../../support/test-app.ts';
import { hashesOf } from '../vault-inspection.ts';

const WRONG = { passphrase: 'not this one at all' };

test('the wait grows with every failure, up to half a minute', () => {
  let now = 0;
  const attempts = createAttempts(() => now);
  const waits = Array.from({ length: 11 }, () => {
    const wait = attempts.failed();
    now += wait;
    return wait / 1000;
  });
  expect(waits).toEqual([0, 0, 0, 1, 2, 4, 8, 16, 30, 30, 30]);
  attempts.succeeded();
  expect(attempts.failed()).toBe(0);
});

test('after four wrong passphrases even the right one must wait, and then opens', async () => {
  const created = await createTestApp();
  await created.close();
  const app = startTestApp({ folder: created.folder });
  const before = hashesOf(app.folder);

  for (const waitMs of [0, 0, 0, 1000]) {
    const error = { code: 'vault.wrongPassphrase', waitMs };
    expect(await app.call('vault.unlock', WRONG)).toEqual({ ok: false, error });
  }
  app.ports.advance(400);
  const tooSoon = { ok: false, error: { code: 'vault.tooSoon', waitMs: 600 } };
  expect(await app.call('vault.unlock', { passphrase: PASSPHRASE })).toEqual(tooSoon);
  expect(hashesOf(app.folder)).toEqual(before);

  app.ports.advance(600);
  await app.get('vault.unlock', { passphrase: PASSPHRASE });
});

test('guessing the current passphrase of an open vault waits as well', async () => {
  const app = await createTestApp();
  const guess = { current: WRONG.passphrase, next: 'a new passphrase' };
  const codes: string[] = [];
  for (let tries = 0; tries < 5; tries += 1) {
    const reply = await app.call('vault.changePassphrase', guess);
    codes.push(reply.ok ? 'ok' : reply.error.code);
  }
  expect(codes).toEqual([...Array<string>(4).fill('vault.wrongPassphrase'), 'vault.tooSoon']);
});
