import type { Options } from '@node-rs/argon2';
import { argon2id } from 'hash-wasm';

/** What one guess at a passphrase costs: memory in KiB, passes, lanes. */
export interface KdfCost {
  readonly m: number;
  readonly t: number;
  readonly p: number;
}

/** Argon2id, version 0x13, 32 bytes. */
export type Argon2 = (secret: Uint8Array, salt: Uint8Array, cost: KdfCost) => Promise<Uint8Array>;

/**
 * The costs accepted from a file. Weaker means that someone altered it, stronger would stop the
 * machine; both are refused before any derivation runs.
 */
export const KDF_BOUNDS = {
  m: { min: 64 * 1024, max: 1024 * 1024 },
  t: { min: 3, max: 10 },
  p: { min: 1, max: 16 },
} as const;

// The package declares these as ambient const enums, which erasable syntax cannot read.
type Declared = Required<Pick<Options, 'algorithm' | 'version'>>;
const ARGON2ID_VERSION_0X13 = { algorithm: 2, version: 1 } as unknown as Declared;

/** The native implementation, which uses all lanes at once. */
export const nativeArgon2: Argon2 = async (secret, salt, { m, t, p }) => {
  // Loaded here and not at the top: where its binary does not load, the other one must still run.
  const { hashRaw } = await import('@node-rs/argon2');
  return hashRaw(secret, {
    salt,
    memoryCost: m,
    timeCost: t,
    parallelism: p,
    outputLen: 32,
    ...ARGON2ID_VERSION_0X13,
  });
};

/** The WebAssembly implementation: the same bytes, about three times slower. */
export const wasmArgon2: Argon2 = (secret, salt, { m, t, p }) =>
  argon2id({
    password: secret,
    salt,
    memorySize: m,
    iterations: t,
    parallelism: p,
    hashLength: 32,
    outputType: 'binary',
  });

/** Published with the reference implementation (phc-winner-argon2, `src/test.c`). */
const KNOWN_ANSWERS = [
  {
    cost: { m: 256, t: 2, p: 1 },
    answer: '9dfeb910e80bad0311fee20f9c0e2b12c17987b4cac90c2ef54d5b3021c68bfe',
  },
  {
    cost: { m: 256, t: 2, p: 2 },
    answer: '6d093c501fd5999645e0ea3bf620d7b8be7fd2db59c20d9fff9539da2bf57037',
  },
];

/** Whether an implementation gives the published answers; one that cannot run does not. */
export async function passesKnownAnswers(argon2: Argon2): Promise<boolean> {
  for (const { cost, answer } of KNOWN_ANSWERS) {
    const hash = await argon2(Buffer.from('password'), Buffer.from('somesalt'), cost).catch(
      () => undefined,
    );
    if (hash === undefined || Buffer.from(hash).toString('hex') !== answer) return false;
  }
  return true;
}

/** The first implementation that proves itself, so that a vault can always be opened, if slower. */
export async function chooseArgon2(
  candidates: readonly Argon2[],
  onFallback: () => void,
): Promise<Argon2> {
  for (const [index, argon2] of candidates.entries()) {
    if (!(await passesKnownAnswers(argon2))) continue;
    if (index > 0) onFallback();
    return argon2;
  }
  throw new Error('no implementation of Argon2id works on this machine');
}
