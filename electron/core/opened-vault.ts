import { join } from 'node:path';
import type { AppError } from '#shared/errors.ts';
import type { Topic } from '#shared/ipc/bridge.ts';
import type { HandlersFor } from '#shared/ipc/contract.ts';
import { err, type Result } from '#shared/result.ts';
import type { Connection } from './db/open.ts';
import { guarded } from './dispatch.ts';
import { createSessionHandlers, type SessionProcedure } from './handlers.ts';
import { sweepPictures } from './pictures/repository.ts';
import type { Ports } from './ports.ts';
import { thinRevisions } from './revisions/thin.ts';
import { openSession, type Session } from './session.ts';
import { bringBackDrafts } from './spool/bring-back.ts';
import { saveOrSpool } from './spool/save-or-spool.ts';
import { createSpool, type Spool } from './spool/spool.ts';
import { eraseEntries, tidyTrash } from './trash/erase.ts';

type Handler = (input: never) => Result<unknown, AppError> | Promise<Result<unknown, AppError>>;

/** An open vault, with what waits outside of its database. */
export interface OpenedVault {
  readonly handlerOf: (procedure: SessionProcedure) => Handler;
  readonly session: Session;
  /** `last` may look at the session once more before it is gone. */
  readonly close: (last?: () => void) => void;
}

/** Opens a vault for its person: brings back and puts in order what the time before left. */
export function createOpenedVault(
  connection: Connection,
  spoolKey: Buffer,
  ports: Ports,
  publish: (topics: readonly Topic[]) => void,
  backUp: () => Result<void, AppError>,
): OpenedVault {
  const { vaultFolder, spareFolder } = ports;
  const places = [join(vaultFolder, 'spool'), ...(spareFolder === null ? [] : [spareFolder])];
  const spool = createSpool(spoolKey, places);
  const session = orClose(spool, () => openSession(connection, ports, publish));
  const handlers = withSpool(createSessionHandlers(session, backUp), session, spool);
  putInOrder(session, spool);
  return {
    handlerOf(procedure) {
      const failure = session.failure();
      // A draft goes the way of every draft that can not be saved; there is nothing else to answer.
      const isClosed = failure !== null && !session.db.open && procedure !== 'entries.saveDraft';
      return isClosed ? () => err(failure) : handlers[procedure];
    },
    session,
    close(last) {
      try {
        session.close(last);
      } finally {
        spool.close();
      }
    },
  };
}

function orClose(spool: Spool, open: () => Session): Session {
  try {
    return open();
  } catch (error) {
    spool.close();
    throw error;
  }
}

/** Nobody is kept from their letters because one of these fails; it is tried again another time. */
function putInOrder(session: Session, spool: Spool): void {
  const { ports, db, write } = session;
  void guarded(ports, 'drafts.bringBack', () => bringBackDrafts(session, spool));
  void guarded(ports, 'pictures.sweep', () => sweepPictures(db, write));
  void guarded(ports, 'trash.sweep', () => tidyTrash(session));
  void guarded(ports, 'revisions.thin', () => thinRevisions(session));
}

const withSpool = (
  handlers: HandlersFor<SessionProcedure>,
  session: Session,
  spool: Spool,
): HandlersFor<SessionProcedure> => ({
  ...handlers,
  'entries.saveDraft': draft => saveOrSpool(session, spool, draft),
  // What could not be erased keeps the words that wait for it; those of the rest must not come back.
  'entries.erase': ids => eraseEntries(session, ids, spool.forget),
});
