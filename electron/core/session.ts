import { invariant } from '#shared/assert.ts';
import type { AppError } from '#shared/errors.ts';
import type { Topic } from '#shared/ipc/bridge.ts';
import { err, type Result } from '#shared/result.ts';
import type { Connection } from './db/open.ts';
import type { ReadDb, WriteDb } from './db/statements.ts';
import { createHistory, type History } from './history.ts';
import type { Ports } from './ports.ts';
import { sweepPictures } from './pictures/repository.ts';
import { refreshProjections } from './projections/rebuild.ts';
import { indexPending } from './search/index-entries.ts';

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
  readonly history: History;
  /** Brings the search index up to date, sweeps and lets go of the database. */
  readonly close: () => void;
}

/** Takes over a connection; if that fails, the connection is closed. */
export function openSession(
  connection: Connection,
  ports: Ports,
  publish: (topics: readonly Topic[]) => void,
): Session {
  const { db, path, isReplaced } = connection;
  const inTransaction = db.transaction((work: () => unknown) => work());

  const write: Write = (topics, work) => {
    const result = inTransaction.immediate(() => work(db)) as ReturnType<typeof work>;
    // Committed, but perhaps into a file that nobody will ever open again: then it is not saved.
    if (isReplaced()) return err({ code: 'vault.databaseReplaced', path });
    if (result.ok && topics.length > 0) publish(topics);
    return result;
  };

  try {
    const refreshed = refreshProjections(db, write);
    invariant(refreshed.ok, 'a database that was just opened has not been replaced');
  } catch (error) {
    db.close();
    throw error;
  }

  return {
    db,
    ports,
    write,
    history: createHistory(write),
    close() {
      try {
        indexPending(db, write);
        sweepPictures(db, write);
      } finally {
        db.close();
      }
    },
  };
}
