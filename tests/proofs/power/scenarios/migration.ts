import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { migrations } from '#core/db/migrations/index.ts';
import { createDatabase, openDatabase } from '#core/db/open.ts';
import { nativeArgon2 } from '#core/vault/argon2.ts';
import { openKeyring } from '#core/vault/key-files.ts';
import { databaseKey } from '#core/vault/key-wrap.ts';
import { createPassphraseKey } from '#core/vault/passphrase.ts';
import { documentOf } from '../../../support/builders.ts';
import { coreOver, PASSPHRASE } from '../../support/open-vault.ts';
import type { Scenario } from '../scenario.ts';
import { problemsOfLetters, savedPromise, textOfVersion } from './letters.ts';
import { problemsOfBackups } from './snapshots.ts';

const LETTERS = 12;
const FIRST = migrations.slice(0, 1);

/** A vault as the first version of the app left it. */
async function prepare(folder: string): Promise<void> {
  const core = coreOver(folder);
  await core.get('vault.create', { passphrase: PASSPHRASE });
  await core.close();
  const passphrase = createPassphraseKey(PASSPHRASE, nativeArgon2);
  const opened = await openKeyring(folder, passphrase, () => false);
  if (!opened.ok) throw new Error(opened.error.code);
  const place = { path: join(folder, 'vault.db'), key: databaseKey(opened.value.root) };
  for (const name of ['vault.db', 'vault.db-journal']) rmSync(join(folder, name), { force: true });
  createDatabase({ ...place, migrations: FIRST });
  const connection = openDatabase({ ...place, migrations: FIRST });
  if (!connection.ok) throw new Error(connection.error.code);
  const { db } = connection.value;
  for (let seq = 1; seq <= LETTERS; seq += 1) {
    const [id, version] = [randomUUID(), seq + 1];
    db.prepare(
      `INSERT INTO entry (seq, id, kind, title, written_on, excerpt, word_count, text_length,
         version, indexed_version, created_at, updated_at)
       VALUES (?, ?, 'letter', 'A letter', '2026-05-01', '', 0, 0, ?, 0, 8, 9)`,
    ).run(seq, id, version);
    const document = JSON.stringify(documentOf(textOfVersion(id, version)));
    db.prepare('INSERT INTO entry_text VALUES (?, ?)').run(seq, document);
  }
  db.close();
}

/** The first start of a newer app: from the first schema to the latest, with a copy of the old. */
export const migration: Scenario = {
  prepare,

  async run(folder, acknowledge) {
    const core = coreOver(folder);
    await core.get('vault.unlock', { passphrase: PASSPHRASE });
    for (const { id } of await core.get('entries.list')) {
      const { version } = await core.get('entries.get', id);
      acknowledge(savedPromise(id, version));
    }
    await core.close();
  },

  async problemsOf(folder, acknowledged) {
    const problems = await problemsOfLetters(folder, acknowledged);
    if (problems.length > 0) return problems;
    const core = coreOver(folder);
    await core.get('vault.unlock', { passphrase: PASSPHRASE });
    const { length } = await core.get('entries.list');
    const { snapshots } = await core.get('snapshots.list');
    await core.close();
    if (length !== LETTERS) return [`${length} letters of ${LETTERS}`];
    const hasOld = snapshots.some(({ reason, sound }) => reason === 'before-migration' && sound);
    return hasOld ? problemsOfBackups(folder, []) : ['there is no way back'];
  },
};
