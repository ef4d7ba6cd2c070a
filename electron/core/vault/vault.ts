import { randomBytes } from 'node:crypto';
import { isLongEnough, PASSPHRASE_MINIMUM } from '#shared/domain/passphrase.ts';
import type { AppError } from '#shared/errors.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { migrations } from '../db/migrations/index.ts';
import { createDatabase, openDatabase, type Connection } from '../db/open.ts';
import type { Ports } from '../ports.ts';
import { chooseArgon2, nativeArgon2, wasmArgon2 } from './argon2.ts';
import { createAttempts } from './attempts.ts';
import { openKeyring, keyFilePaths, writeKeyFiles, type OpenKeyring } from './key-files.ts';
import { databaseKey, ROOT_BYTES, spoolKey } from './key-wrap.ts';
import { changeSlot, composeKeyring } from './compose-keyring.ts';
import { createPassphraseKey, type PassphraseKey } from './passphrase.ts';
import * as files from './vault-files.ts';

type VaultState = 'absent' | 'locked' | 'unlocked';
type Outcome = Result<void, AppError>;

/** One vault on disk: its key files, and its database while it is unlocked. */
export interface Vault {
  readonly state: () => VaultState;
  readonly create: (passphrase: string) => Promise<Outcome>;
  readonly unlock: (passphrase: string) => Promise<Outcome>;
  readonly changePassphrase: (current: string, next: string) => Promise<Outcome>;
  /** The database that `onOpen` received was closed. */
  readonly closed: () => void;
}

/**
 * `onOpen` receives the database, and a key for drafts that wait outside of it, as soon as the vault
 * is unlocked. Calls must not overlap: each key
 * derivation takes hundreds of megabytes, and each failure lengthens the wait of the next try.
 */
export function createVault(
  ports: Ports,
  onOpen: (connection: Connection, spoolKey: Buffer) => void,
): Vault {
  const folder = ports.vaultFolder;
  const attempts = createAttempts(ports.clock.monotonic);
  let isUnlocked = false;
  const argon2 = once(() =>
    chooseArgon2([nativeArgon2, wasmArgon2], () => ports.log({ event: 'kdf-fallback' })),
  );

  /** Opens the keyring, makes one use of the root key, and forgets both. */
  async function withKeyring(
    passphrase: string,
    work: (open: OpenKeyring) => Promise<Outcome> | Outcome,
  ): Promise<Outcome> {
    const waitMs = attempts.waitMs();
    if (waitMs > 0) return err({ code: 'vault.tooSoon', waitMs });
    const key = createPassphraseKey(passphrase, await argon2());
    try {
      const opened = await openKeyring(folder, key);
      if (!opened.ok) return countFailure(opened.error);
      attempts.succeeded();
      return await zeroAfter(opened.value.root, () => work(opened.value));
    } finally {
      key.forget();
    }
  }

  function countFailure(error: AppError): Outcome {
    if (error.code !== 'vault.wrongPassphrase') return err(error);
    return err({ code: 'vault.wrongPassphrase', waitMs: attempts.failed() });
  }

  /** Runs `work` with a new passphrase that is not yet in any key file. */
  async function withNewPassphrase(
    passphrase: string,
    work: (key: PassphraseKey) => Promise<Outcome>,
  ): Promise<Outcome> {
    const key = createPassphraseKey(passphrase, await argon2());
    try {
      return await work(key);
    } finally {
      key.forget();
    }
  }

  const chooseCost = async () => ports.chooseKdfCost(await argon2());

  function openWith(root: Buffer): Outcome {
    if (isUnlocked) return ok(undefined);
    const place = { path: files.databasePath(folder), key: databaseKey(root), migrations };
    try {
      if (files.isUnfinished(folder)) {
        createDatabase(place);
        files.endCreating(folder);
      }
      const connection = openDatabase(place);
      if (!connection.ok) return connection;
      onOpen(connection.value, spoolKey(root));
      isUnlocked = true;
      return ok(undefined);
    } finally {
      place.key.fill(0);
    }
  }

  async function writeNewVault(root: Buffer, key: PassphraseKey): Promise<Outcome> {
    await files.beginCreating(folder);
    try {
      const keyring = await composeKeyring(root, key, await chooseCost(), ports.clock.now());
      await writeKeyFiles(keyFilePaths(folder), { keyring, root }, key);
      return openWith(root);
    } catch (error) {
      files.takeBackCreation(folder);
      throw error;
    }
  }

  const state = (): VaultState => {
    if (isUnlocked) return 'unlocked';
    return files.holdsVault(folder) ? 'locked' : 'absent';
  };

  const isTooShort = (passphrase: string) => !isLongEnough(passphrase);
  const tooShort = err({ code: 'vault.passphraseTooShort', minimum: PASSPHRASE_MINIMUM } as const);

  return {
    state,
    async create(passphrase) {
      if (state() !== 'absent') return err({ code: 'vault.exists', folder });
      if (isTooShort(passphrase)) return tooShort;
      const root = randomBytes(ROOT_BYTES);
      return zeroAfter(root, () => withNewPassphrase(passphrase, key => writeNewVault(root, key)));
    },
    async unlock(passphrase) {
      if (state() === 'absent') return err({ code: 'vault.absent' });
      return withKeyring(passphrase, ({ root }) => openWith(root));
    },
    async changePassphrase(current, next) {
      if (!isUnlocked) return err({ code: 'vault.locked' });
      if (isTooShort(next)) return tooShort;
      return withKeyring(current, ({ keyring, root }) =>
        withNewPassphrase(next, async key => {
          const changed = await changeSlot(keyring, root, key, await chooseCost());
          await writeKeyFiles(keyFilePaths(folder), { keyring: changed, root }, key);
          return ok(undefined);
        }),
      );
    },
    closed() {
      isUnlocked = false;
    },
  };
}

async function zeroAfter<T>(secret: Buffer, work: () => Promise<T> | T): Promise<T> {
  try {
    return await work();
  } finally {
    secret.fill(0);
  }
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => (made ??= make());
}
