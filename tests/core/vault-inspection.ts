import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { migrations } from '#core/db/migrations/index.ts';
import { openDatabase } from '#core/db/open.ts';
import type { WriteDb } from '#core/db/statements.ts';
import { nativeArgon2 } from '#core/vault/argon2.ts';
import { openKeyring, type OpenKeyring } from '#core/vault/key-files.ts';
import { databaseKey } from '#core/vault/key-wrap.ts';
import { createPassphraseKey } from '#core/vault/passphrase.ts';
import { PASSPHRASE } from '../support/test-app.ts';

/** The root key of a vault that no app has open. */
export async function openKeys(folder: string, passphrase = PASSPHRASE): Promise<OpenKeyring> {
  const opened = await openKeyring(
    folder,
    createPassphraseKey(passphrase, nativeArgon2),
    () => false,
  );
  if (!opened.ok) throw new Error(opened.error.code);
  return opened.value;
}

/** Looks into, or tampers with, the database of a vault that no app has open. */
export async function withDatabase<T>(folder: string, look: (db: WriteDb) => T): Promise<T> {
  const { root } = await openKeys(folder);
  const path = join(folder, 'vault.db');
  const connection = openDatabase({ path, key: databaseKey(root), migrations });
  if (!connection.ok) throw new Error(connection.error.code);
  try {
    return look(connection.value.db);
  } finally {
    connection.value.db.close();
  }
}

/** What every file of a folder holds, as hashes. */
export const hashesOf = (folder: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile())
      .map(entry => relative(folder, join(entry.parentPath, entry.name)))
      // What the app remembers tells nothing of the writing, and failed attempts are noted.
      .filter(name => name !== 'state.json' && name !== 'vault.attempts')
      .toSorted()
      .map(name => [
        name,
        createHash('sha256')
          .update(readFileSync(join(folder, name)))
          .digest('hex'),
      ]),
  );
