import type { AppError } from '#shared/errors.ts';
import type { HandlersFor, VaultProcedure } from '#shared/ipc/contract.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { listCheckIns } from './check-ins/repository.ts';
import { editCommitment } from './commitments/edit-commitment.ts';
import { listCommitments } from './commitments/repository.ts';
import { moveEntry, restoreEntries, trashEntries } from './entries/changes.ts';
import { assembleImpact, createEntry } from './entries/create-entry.ts';
import { hasEntry, listEntries, openEntry, presentOf, trashedOf } from './entries/repository.ts';
import { saveDraft } from './entries/save-draft.ts';
import { sealEntry, unsealEntry } from './entries/seal-entry.ts';
import { createExports } from './export/exports.ts';
import { createExportHandlers } from './export/handlers.ts';
import { recoverySheet } from './export/recovery-sheet.ts';
import { createImports } from './imports/imports.ts';
import { archiveJourney, createJourney, editJourney } from './journeys/changes.ts';
import { findJourney, listJourneys } from './journeys/repository.ts';
import { addPicture } from './pictures/add-picture.ts';
import { findPicture } from './pictures/repository.ts';
import { keepAsLeft, openRevisionAsNew, restoreRevision } from './revisions/changes.ts';
import { listRevisions, readRevision } from './revisions/repository.ts';
import { findEntries } from './search/find-entries.ts';
import { indexEntry } from './search/index-entries.ts';
import type { Session } from './session.ts';
import { takeReturned } from './spool/returned.ts';
import { createSnapshotHandlers } from './snapshots/handlers.ts';
import { readSettings, writeSettings } from './settings/repository.ts';
import {
  createTemplate,
  createTemplateFromEntry,
  deleteTemplate,
  editTemplate,
} from './templates/changes.ts';
import { listTemplates } from './templates/repository.ts';
import { eraseEntries } from './trash/erase.ts';
import { listTrash } from './trash/repository.ts';
import type { Vault } from './vault/vault.ts';

export type OpenProcedure = Extract<VaultProcedure, `vault.${string}` | `snapshots.${string}`>;
export type SessionProcedure = Exclude<VaultProcedure, OpenProcedure>;

/** What can be asked at any time, locked or not. */
export const createVaultHandlers = (vault: Vault, folder: string): HandlersFor<OpenProcedure> => ({
  ...createSnapshotHandlers(vault),
  'vault.status': () => {
    const keysInHand = vault.hand() !== undefined;
    return ok({ state: vault.state(), keysInHand, folder, ...vault.opening() });
  },
  'vault.create': ({ passphrase }) => vault.create(passphrase),
  'vault.unlock': ({ passphrase }) => vault.unlock(passphrase),
  'vault.unlockWithRecovery': ({ code }) => vault.unlockWithRecovery(code),
  'vault.changePassphrase': ({ current, next }) => vault.changePassphrase(current, next),
  'vault.resetPassphrase': ({ code, next }) => vault.resetPassphrase(code, next),
  'vault.renewRecovery': ({ passphrase }) => vault.renewRecovery(passphrase),
  'vault.checkRecovery': ({ code }) => vault.checkRecovery(code),
  'vault.recoveryState': () => ok(vault.recoveryState()),
  'vault.newRecoveryCode': () => ok({ recoveryCode: vault.newCode() }),
  'vault.recoverySheet': () => {
    const code = vault.newCode();
    return code === null ? err({ code: 'vault.noNewCode' }) : ok(recoverySheet(code));
  },
  'vault.replaceKeys': ({ passphrase, next }) => vault.replaceKeys(passphrase, next),
  'vault.lastTime': () => vault.lastTime(),
  'vault.acceptOlder': () => vault.acceptOlder(),
  'vault.move': ({ folder: to }) => vault.move(to),
  'vault.takeInBackup': ({ path }) => vault.takeIn(path),
});

/**
 * What can be asked of an unlocked vault: the contract, seen from the inside.
 * @param backUp makes a backup before many entries come in at once.
 */
export function createSessionHandlers(
  session: Session,
  backUp: () => Result<void, AppError>,
): HandlersFor<SessionProcedure> {
  const { db, write, history, ports } = session;
  const exports = createExports(session);
  session.closing.add(exports.endAll);
  const imports = createImports(session, backUp);
  session.closing.add(imports.endAll);
  return {
    'journeys.list': () => ok(listJourneys(db)),
    'journeys.create': said => createJourney(session, said),
    'journeys.edit': edit => editJourney(session, edit),
    'journeys.archive': asked => archiveJourney(session, asked),
    'templates.list': () => ok(listTemplates(db, ports.locale)),
    'templates.create': draft => createTemplate(session, draft),
    'templates.createFromEntry': id => createTemplateFromEntry(session, id),
    'templates.edit': edit => editTemplate(session, edit),
    'templates.trash': id => deleteTemplate(session, id),
    'entries.list': () => ok(listEntries(db)),
    'entries.get': id => openEntry(db, id),
    'entries.create': entry => createEntry(session, entry),
    'entries.saveDraft': draft => saveDraft(session, draft),
    'entries.settle': id => indexEntry(db, write, id),
    'entries.trash': ids => {
      const present = presentOf(db, ids);
      return present.ok ? history.execute(trashEntries(present.value, ports.clock.now())) : present;
    },
    'entries.move': ({ id, journeyId }) => {
      if (!hasEntry(db, id)) return err({ code: 'entry.notFound', id });
      if (journeyId !== null && findJourney(db, journeyId) === undefined) {
        return err({ code: 'journey.notFound', id: journeyId });
      }
      return history.execute(moveEntry(id, journeyId));
    },
    'entries.seal': asked => sealEntry(session, asked),
    'entries.unseal': id => unsealEntry(session, id),
    'entries.assembleImpact': id => assembleImpact(session, id),
    'entries.erase': ids => eraseEntries(session, ids),
    'trash.list': () => ok(listTrash(db)),
    'trash.restore': ids => {
      const trashed = trashedOf(db, ids);
      return trashed.ok ? history.execute(restoreEntries(trashed.value)) : trashed;
    },
    'revisions.list': id => listRevisions(db, id),
    'revisions.get': id => readRevision(db, id),
    'revisions.restore': id => restoreRevision(session, id),
    'revisions.openAsNew': id => openRevisionAsNew(session, id),
    'revisions.keep': id => keepAsLeft(session, [id]),
    'drafts.takeReturned': () => ok(takeReturned(session)),
    ...createExportHandlers(session, exports),
    ...imports.handlers,
    'commitments.list': ({ journeyId }) => ok(listCommitments(db, journeyId, ports.locale)),
    'commitments.edit': edit => editCommitment(session, edit),
    'checkIns.list': ({ journeyId }) => ok(listCheckIns(db, journeyId)),
    'pictures.add': picture => addPicture(session, picture),
    'pictures.get': id => {
      const picture = findPicture(db, id);
      return picture === undefined ? err({ code: 'picture.notFound', id }) : ok(picture);
    },
    'history.undo': () => history.undo(),
    'history.redo': () => history.redo(),
    'search.find': query => findEntries(session, query),
    'settings.get': () => ok(readSettings(db)),
    'settings.update': patch =>
      write(['settings'], writable => {
        writeSettings(writable, patch);
        return ok(readSettings(writable));
      }),
  };
}
