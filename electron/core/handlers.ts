import type { Journey } from '#shared/domain/journey.ts';
import { JourneyId, type EntryId } from '#shared/domain/ids.ts';
import type { AppError } from '#shared/errors.ts';
import type { HandlersFor, VaultProcedure } from '#shared/ipc/contract.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { trashEntry } from './entries/changes.ts';
import { createEntry } from './entries/create-entry.ts';
import { findEntry, hasEntry, listEntries } from './entries/repository.ts';
import { saveDraft } from './entries/save-draft.ts';
import { renderPrintHtml } from './export/to-html.ts';
import { insertJourney, listJourneys } from './journeys/repository.ts';
import { findEntries } from './search/find-entries.ts';
import { indexEntry } from './search/index-entries.ts';
import type { Session } from './session.ts';
import { readSettings, writeSettings } from './settings/repository.ts';
import type { Vault } from './vault/vault.ts';

export type OpenProcedure = Extract<VaultProcedure, `vault.${string}`>;
export type SessionProcedure = Exclude<VaultProcedure, OpenProcedure>;

/** What can be asked at any time, locked or not. */
export const createVaultHandlers = (vault: Vault, folder: string): HandlersFor<OpenProcedure> => ({
  'vault.status': () => ok({ state: vault.state(), folder }),
  'vault.create': ({ passphrase }) => vault.create(passphrase),
  'vault.unlock': ({ passphrase }) => vault.unlock(passphrase),
  'vault.changePassphrase': ({ current, next }) => vault.changePassphrase(current, next),
});

/** What can be asked of an unlocked vault: the contract, seen from the inside. */
export function createSessionHandlers(session: Session): HandlersFor<SessionProcedure> {
  const { db, write, history, ports } = session;
  return {
    'journeys.list': () => ok(listJourneys(db)),
    'journeys.create': person =>
      write(['journeys'], writable => {
        const id = JourneyId.parse(ports.newId());
        const journey: Journey = { id, ...person, createdAt: ports.clock.now() };
        insertJourney(writable, journey);
        return ok(journey);
      }),
    'entries.list': () => ok(listEntries(db)),
    'entries.get': id => found(findEntry(db, id), id),
    'entries.create': entry => createEntry(session, entry),
    'entries.saveDraft': draft => saveDraft(session, draft),
    'entries.settle': id => indexEntry(db, write, id),
    'entries.trash': id =>
      hasEntry(db, id)
        ? history.execute(trashEntry(id, ports.clock.now()))
        : err({ code: 'entry.notFound', id }),
    'entries.printDocument': ({ id, options }) => {
      const entry = found(findEntry(db, id), id);
      return entry.ok ? ok(renderPrintHtml(entry.value, options, ports.locale)) : entry;
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

function found<T>(entry: T | undefined, id: EntryId): Result<T, AppError> {
  return entry === undefined ? err({ code: 'entry.notFound', id }) : ok(entry);
}
