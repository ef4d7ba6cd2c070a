import type { Draft, DraftSaved } from '#shared/domain/entry.ts';
import type { AppError, ErrorCode } from '#shared/errors.ts';
import { err, type Result } from '#shared/result.ts';
import { diskError } from '../disk/disk-errors.ts';
import { saveDraft } from '../entries/save-draft.ts';
import type { Session } from '../session.ts';
import { databasePath } from '../vault/vault-files.ts';
import type { Spool } from './spool.ts';

/** The database did not take it, whatever it is. */
const NOT_TAKEN: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'disk.full',
  'disk.readOnly',
  'disk.failed',
  'vault.databaseDamaged',
  'vault.databaseReplaced',
  'vault.inUse',
]);

/**
 * Saves a draft. One that the database does not take is sealed into the spool: it still counts as
 * not saved, and comes back when the vault is opened next.
 */
export function saveOrSpool(
  session: Session,
  spool: Spool,
  draft: Draft,
): Result<DraftSaved, AppError> {
  const saved = attempt(session, draft);
  if (saved.ok) spool.forget(draft.id);
  else if (NOT_TAKEN.has(saved.error.code)) {
    spool.keep({ ...draft, spooledAt: session.ports.clock.now() });
  }
  return saved;
}

function attempt(session: Session, draft: Draft): Result<DraftSaved, AppError> {
  try {
    return saveDraft(session, draft);
  } catch (error) {
    const refused = diskError(error, databasePath(session.ports.vaultFolder));
    if (refused === undefined) throw error;
    return err(refused);
  }
}
