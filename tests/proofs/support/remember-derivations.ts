import type * as Argon2 from '@node-rs/argon2';
import { vi } from 'vitest';

// A proof opens the same vault thousands of times. The derivation of its key is the real one, done
// once and remembered; every other part of opening runs each time.
vi.mock('@node-rs/argon2', async original => {
  const real = await original<typeof Argon2>();
  const known = new Map<string, Promise<Buffer>>();
  const hashRaw: typeof Argon2.hashRaw = async (secret, options) => {
    const key = JSON.stringify([Buffer.from(secret).toString('hex'), options]);
    const derived = known.get(key) ?? real.hashRaw(Buffer.from(secret), options);
    known.set(key, derived);
    // Whoever receives it fills it with zeros after use.
    return Buffer.from(await derived);
  };
  return { ...real, hashRaw };
});
