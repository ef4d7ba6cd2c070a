import { randomBytes } from 'node:crypto';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { migrate } from '#core/db/migrate.ts';
import { migrations } from '#core/db/migrations/index.ts';
import { createDatabase, openDatabase, type Connection } from '#core/db/open.ts';
import { setSafety } from '#core/db/pragmas.ts';
import type { WriteDb } from '#core/db/statements.ts';
import { insertEntry, readEntry } from '#core/entries/repository.ts';
import { createSessionHandlers } from '#core/handlers.ts';
import { indexPending } from '#core/search/index-entries.ts';
import { openSession, type Session } from '#core/session.ts';
import type { Entry } from '#shared/domain/entry.ts';
import type { EntryId } from '#shared/domain/ids.ts';
import { ok } from '#shared/result.ts';
import { createFakePorts } from '../support/fake-ports.ts';
import { aLetter, createRandom } from './letters.ts';

/** The same letters twice: once as the app keeps them, once in a plaintext database. */
export interface Twin {
  readonly open: () => Bench;
}

/** An open vault, answered by the app's own handlers. */
export interface Bench {
  readonly session: Session;
  readonly handlers: ReturnType<typeof createSessionHandlers>;
  /** A letter that is there. */
  readonly find: (id: EntryId) => Entry;
  readonly indexPending: () => void;
  readonly close: () => void;
}

/** The vault as the app opens it. */
export function encryptedTwin(folder: string): Twin {
  const place = { path: join(folder, 'vault.db'), key: randomBytes(32), migrations };
  createDatabase(place);
  return {
    open() {
      const connection = openDatabase(place);
      if (!connection.ok) throw new Error(connection.error.code);
      return benchOf(connection.value, folder);
    },
  };
}

/** A database without a key, with every other setting the same. */
export function plaintextTwin(folder: string): Twin {
  const path = join(folder, 'plaintext.db');
  const inodeOf = () => String(statSync(path, { bigint: true }).ino);
  return {
    open() {
      const db = new Database(path, { timeout: 0 });
      setSafety(db);
      db.prepare('SELECT count(*) FROM sqlite_schema').get();
      db.exec('BEGIN EXCLUSIVE; COMMIT');
      migrate(db, migrations, () => path);
      const inode = inodeOf();
      const connection: Connection = {
        db: db as WriteDb,
        path,
        isReplaced: () => inodeOf() !== inode,
      };
      return benchOf(connection, folder);
    },
  };
}

function benchOf(connection: Connection, folder: string): Bench {
  const session = openSession(connection, createFakePorts(folder), () => undefined);
  return {
    session,
    handlers: createSessionHandlers(session, () => ok(undefined)),
    find(id) {
      const entry = readEntry(session.db, id);
      if (!entry.ok) throw new Error('the fixture holds every letter');
      return entry.value;
    },
    indexPending: () => indexPending(session.db, session.write),
    close: () => {
      session.close();
    },
  };
}

/** Fills a twin with letters; the same seed gives the same letters. */
export function fill(twin: Twin, letters: number): void {
  const { session, close } = twin.open();
  const random = createRandom(1);
  session.write([], db => {
    for (let index = 0; index < letters; index += 1) {
      const letter = aLetter(random, index);
      insertEntry(db, letter);
    }
    return ok(undefined);
  });
  indexPending(session.db, session.write);
  close();
}
