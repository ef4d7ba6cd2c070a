import { dirname } from 'node:path';
import { invariant } from '#shared/assert.ts';
import type { EntryId } from '#shared/domain/ids.ts';
import type { AppError } from '#shared/errors.ts';
import type { Topic } from '#shared/ipc/bridge.ts';
import { err, ok, type Result } from '#shared/result.ts';
import type { Connection } from './db/open.ts';
import { countSave } from './db/notes.ts';
import { recoverDatabase } from './db/recover.ts';
import type { ReadDb, WriteDb } from './db/statements.ts';
import { diskError, endsWriting } from './disk/disk-errors.ts';
import { teachSeals } from './entries/sealing.ts';
import { createHistory, type History } from './history.ts';
import type { Ports } from './ports.ts';
import { sweepPictures } from './pictures/repository.ts';
import { refreshProjections } from './projections/rebuild.ts';
import { keepAsLeft } from './revisions/changes.ts';
import { indexPending } from './search/index-entries.ts';
import type { Returned } from './spool/returned.ts';

/**
 * Runs work in one transaction that is on disk when this returns, then announces what changed.
 * A result that is an error is still committed: work that must leave nothing behind throws.
 */
export type Write = <T>(
  topics: readonly Topic[],
  work: (db: WriteDb) => Result<T, AppError>,
) => Result<T, AppError>;

/** An unlocked vault. */
export interface Session {
  readonly db: ReadDb;
  readonly ports: Ports;
  readonly write: Write;
  /** Writes the whole file anew, without anything that was deleted from it. */
  readonly compact: () => Result<void, AppError>;
  readonly history: History;
  /** What was saved, and whose text as it was left has not been kept yet. */
  readonly edited: Set<EntryId>;
  /** What came back when the vault was opened, and nobody was told yet. */
  readonly returned: Returned[];
  /** What ends with the session, before its database is let go of. */
  readonly closing: Set<() => void>;
  /** Why nothing is written any more; null while all is well. */
  readonly failure: () => AppError | null;
  /**
   * Brings the search index up to date, sweeps, lets `last` look once more, and lets go of the
   * database.
   */
  readonly close: (last?: () => void) => void;
}

/** Takes over a connection; if that fails, the connection is closed. */
export function openSession(
  connection: Connection,
  ports: Ports,
  publish: (topics: readonly Topic[]) => void,
): Session {
  const { db, path, isReplaced } = connection;
  const inTransaction = db.transaction((work: () => unknown) => work());
  let failure: AppError | null = null;

  /** Runs what writes, and stops all writing once the file can not be trusted to keep it. */
  function running<T>(work: () => T): Result<T, AppError> {
    if (failure !== null) return err(failure);
    let value: T;
    try {
      value = work();
    } catch (error) {
      if (endsWriting(error)) {
        failure = diskError(error, path) ?? null;
        db.close();
      }
      throw error;
    }
    if (!isReplaced()) return ok(value);
    // Committed, but into a file that nobody will ever open again: then it is not saved.
    failure = replacedBy(recovered());
    return err(failure);
  }

  const replacedBy = (copy: string | undefined): AppError => ({
    code: 'vault.databaseReplaced',
    path,
    ...(copy !== undefined && { recovered: copy }),
  });

  function recovered(): string | undefined {
    try {
      return recoverDatabase(db, dirname(path), ports.clock.now());
    } catch (error) {
      // The folder may be gone as well, or be full.
      if (diskError(error, path) === undefined) throw error;
      return undefined;
    }
  }

  const write: Write = (topics, work) => {
    const done = running(
      () =>
        inTransaction.immediate(() => {
          countSave(db);
          return work(db);
        }) as ReturnType<typeof work>,
    );
    if (!done.ok) return done;
    if (done.value.ok && topics.length > 0) publish(topics);
    return done.value;
  };

  try {
    teachSeals(db, ports.clock);
    const refreshed = refreshProjections(db, write);
    invariant(refreshed.ok, 'a database that was just opened has not been replaced');
  } catch (error) {
    db.close();
    throw error;
  }

  const session: Session = {
    db,
    ports,
    write,
    compact: () => running(() => void db.exec('VACUUM')),
    history: createHistory(write),
    edited: new Set(),
    returned: [],
    closing: new Set(),
    failure: () => failure,
    close(last = () => undefined) {
      for (const end of session.closing) end();
      if (!db.open) return;
      try {
        keepAsLeft(session, [...session.edited]);
        indexPending(db, write);
        sweepPictures(db, write);
        last();
      } finally {
        db.close();
      }
    },
  };
  return session;
}
