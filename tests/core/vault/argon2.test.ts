import { argon2Sync } from 'node:crypto';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  chooseArgon2,
  KDF_BOUNDS,
  nativeArgon2,
  passesKnownAnswers,
  wasmArgon2,
  type Argon2,
} from '#core/vault/argon2.ts';
import { calibrate, memoryFor } from '#core/vault/calibrate.ts';

const GIB = 1024 ** 3;

test('both implementations give the published answers', async () => {
  expect(await passesKnownAnswers(nativeArgon2)).toBe(true);
  expect(await passesKnownAnswers(wasmArgon2)).toBe(true);
});

test('native, WebAssembly and OpenSSL derive the same key from anything', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uint8Array({ minLength: 1, maxLength: 100 }),
      fc.uint8Array({ minLength: 16, maxLength: 16 }),
      fc.record({
        m: fc.integer({ min: 128, max: 2048 }),
        t: fc.integer({ min: 1, max: 4 }),
        p: fc.integer({ min: 1, max: 4 }),
      }),
      async (secret, salt, cost) => {
        const native = Buffer.from(await nativeArgon2(secret, salt, cost));
        const wasm = Buffer.from(await wasmArgon2(secret, salt, cost));
        const openssl = argon2Sync('argon2id', {
          message: secret,
          nonce: salt,
          memory: cost.m,
          passes: cost.t,
          parallelism: cost.p,
          tagLength: 32,
        });
        expect([native.equals(wasm), native.equals(openssl)]).toEqual([true, true]);
      },
    ),
    { numRuns: 40 },
  );
});

test('where the native one does not load or computes wrongly, the other takes over', async () => {
  const doesNotLoad: Argon2 = () => Promise.reject(new Error('no binary for this platform'));
  const computesWrongly: Argon2 = () => Promise.resolve(new Uint8Array(32));
  for (const broken of [doesNotLoad, computesWrongly]) {
    let fallbacks = 0;
    const chosen = await chooseArgon2([broken, wasmArgon2], () => (fallbacks += 1));
    expect([chosen === wasmArgon2, fallbacks]).toEqual([true, 1]);
  }
  await expect(chooseArgon2([doesNotLoad], () => undefined)).rejects.toThrow('no implementation');
});

test('the sound native one is used without a word', async () => {
  const chosen = await chooseArgon2([nativeArgon2, wasmArgon2], () => {
    throw new Error('fell back');
  });
  expect(chosen).toBe(nativeArgon2);
});

test.each([
  ['a fast machine takes the most', 90, 64 * GIB, 1024],
  ['an ordinary one takes about a second', 230, 16 * GIB, 512],
  ['a slow one takes the floor, however long', 3000, 16 * GIB, 128],
  ['a small one never gives more than an eighth of its memory', 90, 4 * GIB, 512],
  ['a tiny one still takes the floor', 90, 512 * 1024 ** 2, 128],
])('%s', (_name, floorMs, memory, mib) => {
  expect(memoryFor(floorMs, memory) / 1024).toBe(mib);
});

test('what is chosen on this machine is one of the accepted costs', async () => {
  const cost = await calibrate(nativeArgon2, {
    monotonic: () => performance.now(),
    totalMemory: 2 * GIB,
  });
  expect(cost.t).toBe(3);
  expect(cost.p).toBe(4);
  expect(cost.m).toBeGreaterThanOrEqual(128 * 1024);
  expect(cost.m).toBeLessThanOrEqual(KDF_BOUNDS.m.max);
});
