import { randomUUID } from 'node:crypto';
import { createApp } from '#core/app.ts';
import { fitsDatabase } from '#core/vault/database-key.ts';
import { openKeyring } from '#core/vault/key-files.ts';
import { databaseKey } from '#core/vault/key-wrap.ts';
import { createPassphraseKey } from '#core/vault/passphrase.ts';
import { nativeArgon2 } from '#core/vault/argon2.ts';
import { migrations } from '#core/db/migrations/index.ts';
import { openDatabase } from '#core/db/open.ts';
import type { AppError } from '#shared/errors.ts';
import type { Output, Reply, VaultProcedure } from '#shared/ipc/contract.ts';
import { createFakePorts } from '../../support/fake-ports.ts';

export const PASSPHRASE = 'correct horse battery';

/** The real core over a folder; unlike in other tests, its ids are random, as in the app. */
export interface Core {
  readonly ask: <P extends VaultProcedure>(procedure: P, input?: unknown) => Promise<Reply<P>>;
  /** Asks and expects it to succeed. */
  readonly get: <P extends VaultProcedure>(procedure: P, input?: unknown) => Promise<Output<P>>;
  readonly close: () => Promise<void>;
}

export function coreOver(folder: string): Core {
  const app = createApp({ ...createFakePorts(folder), newId: randomUUID });
  const ask: Core['ask'] = async (procedure, input) =>
    (await app.dispatch(procedure, input)) as never;
  return {
    ask,
    get: async (procedure, input) => {
      const reply = await ask(procedure, input);
      if (!reply.ok) throw new Error(`${procedure}: ${JSON.stringify(reply.error)}`);
      return reply.value;
    },
    close: app.close,
  };
}

/** Core over a folder with a vault, unlocked; or why it does not open. */
export async function unlocked(
  folder: string,
  passphrase = PASSPHRASE,
): Promise<{ core: Core } | { error: AppError }> {
  const core = coreOver(folder);
  const reply = await core.ask('vault.unlock', { passphrase });
  if (reply.ok) return { core };
  await core.close();
  return { error: reply.error };
}

/** What SQLite itself finds wrong with the database and the search index of a closed vault. */
export async function unsoundness(folder: string, passphrase = PASSPHRASE): Promise<string[]> {
  const key = createPassphraseKey(passphrase, nativeArgon2);
  const opened = await openKeyring(folder, key, () => false);
  if (!opened.ok) return [opened.error.code];
  const { root, nextRoot } = opened.value;
  const path = `${folder}/vault.db`;
  // While the root is being replaced, only the database tells which of the two is its own.
  const fitting = [root, nextRoot].find(
    candidate => candidate && fitsDatabase(databaseKey(candidate), path),
  );
  if (fitting === undefined) return ['no key fits the database'];
  const connection = openDatabase({ path, key: databaseKey(fitting), migrations });
  if (!connection.ok) return [connection.error.code];
  const { db } = connection.value;
  try {
    const found = db.pragma('integrity_check', { simple: true });
    db.prepare("INSERT INTO search_index (search_index, rank) VALUES ('integrity-check', 1)").run();
    return found === 'ok' ? [] : [String(found)];
  } catch (error) {
    return [String(error)];
  } finally {
    db.close();
  }
}
