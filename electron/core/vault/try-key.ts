import { existsSync } from 'node:fs';
import type { AppError } from '#shared/errors.ts';
import { err, type Result } from '#shared/result.ts';
import type { Ports } from '../ports.ts';
import { placeOf, snapshotIds } from '../snapshots/places.ts';
import { chooseArgon2, nativeArgon2, wasmArgon2, type KdfCost } from './argon2.ts';
import { noteFailure } from './attempt-log.ts';
import { createAttempts } from './attempts.ts';
import { fitsDatabase } from './database-key.ts';
import type { Holder } from './holder.ts';
import { openKeyring, type OpenKeyring } from './key-files.ts';
import { databaseKey, type Opener } from './key-wrap.ts';
import { createPassphraseKey, type PassphraseKey } from './passphrase.ts';
import { recoveryKeyOf, type RecoveryKey } from './recovery-key.ts';
import type { Roots } from './roots.ts';
import { databasePath } from './vault-files.ts';

type Work<K, T> = (open: OpenKeyring, key: K) => Promise<Result<T, AppError>> | Result<T, AppError>;

/** Tries passphrases and codes on the keyring of a vault, ever more slowly. */
export interface Keyhole {
  /** Opens the keyring with a passphrase, makes one use of what it holds, and forgets all of it. */
  readonly withPassphrase: <T>(
    passphrase: string,
    work: Work<PassphraseKey, T>,
  ) => Promise<Result<T, AppError>>;
  readonly withCode: <T>(code: string, work: Work<RecoveryKey, T>) => Promise<Result<T, AppError>>;
  /** Tries a code without any effect but the wait after a failure. */
  readonly fits: (
    code: string,
    opens: (key: Opener) => Promise<boolean>,
  ) => Promise<Result<boolean, AppError>>;
  /** A new passphrase that is not yet in any key file. */
  readonly withNewPassphrase: <T>(
    passphrase: string,
    work: (fresh: { readonly key: PassphraseKey; readonly cost: KdfCost }) => Promise<T>,
  ) => Promise<T>;
}

/** Calls must not overlap: each derivation takes hundreds of megabytes, each failure a wait. */
export function createKeyhole(ports: Ports, holder: Holder): Keyhole {
  const folder = ports.vaultFolder;
  const attempts = createAttempts(ports.clock.monotonic);
  const argon2 = once(() =>
    chooseArgon2([nativeArgon2, wasmArgon2], () => ports.log({ event: 'kdf-fallback' })),
  );

  async function withKey<K extends Opener, T>(key: K, work: Work<K, T>) {
    try {
      const waitMs = attempts.waitMs();
      if (waitMs > 0) return err({ code: 'vault.tooSoon', waitMs } as const);
      const opened = await openKeyring(folder, key, roots => belong(roots, holder, folder));
      if (!opened.ok) return err(countFailure(opened.error, key));
      attempts.succeeded();
      try {
        return await work(opened.value, key);
      } finally {
        opened.value.forget();
      }
    } finally {
      key.forget();
    }
  }

  function countFailure(error: AppError, key: Opener): AppError {
    if (error.code !== key.wrong) return error;
    if (holder.hand()?.session === undefined) noteFailure(folder, ports.clock.now());
    return { code: key.wrong, waitMs: attempts.failed() };
  }

  return {
    withPassphrase: async (passphrase, work) =>
      withKey(createPassphraseKey(passphrase, await argon2()), work),
    async withCode(code, work) {
      const key = recoveryKeyOf(code);
      return key === undefined ? err({ code: 'vault.recoveryMistyped' }) : withKey(key, work);
    },
    async fits(code, opens) {
      const key = recoveryKeyOf(code);
      if (key === undefined) return err({ code: 'vault.recoveryMistyped' });
      try {
        const waitMs = attempts.waitMs();
        if (waitMs > 0) return err({ code: 'vault.tooSoon', waitMs });
        const isRight = await opens(key);
        if (isRight) attempts.succeeded();
        else attempts.failed();
        return { ok: true, value: isRight };
      } finally {
        key.forget();
      }
    },
    async withNewPassphrase(passphrase, work) {
      const key = createPassphraseKey(passphrase, await argon2());
      try {
        return await work({ key, cost: await ports.chooseKdfCost(await argon2()) });
      } finally {
        key.forget();
      }
    },
  };
}

/** Whether the root of a spare keyring is the one of this vault: its database alone can tell. */
function belong({ root, nextRoot }: Roots, holder: Holder, folder: string): boolean {
  const hand = holder.hand();
  const path = databasePath(folder);
  const places = existsSync(path)
    ? [path]
    : snapshotIds(folder).map(id => placeOf(folder, id).database);
  return [root, nextRoot].some(candidate => {
    if (candidate === undefined) return false;
    const key = databaseKey(candidate);
    const fits =
      hand?.session === undefined
        ? places.some(place => fitsDatabase(key, place))
        : key.equals(hand.keys.database);
    key.fill(0);
    return fits;
  });
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => (made ??= make());
}
