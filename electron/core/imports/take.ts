import { EntryId, JourneyId } from '#shared/domain/ids.ts';
import type { ImportPlace, ImportTaken } from '#shared/domain/import.ts';
import type { Journey } from '#shared/domain/journey.ts';
import { ok } from '#shared/result.ts';
import { prepare, type ReadDb, type WriteDb } from '../db/statements.ts';
import { insertEntry } from '../entries/repository.ts';
import type { Change } from '../history.ts';
import { findJourney, insertJourney, replaceJourney } from '../journeys/repository.ts';
import { hasPicture, insertPicture } from '../pictures/repository.ts';
import type { Session } from '../session.ts';
import { templateToBegin } from '../templates/used-template.ts';
import { entryOf, type Staged, type StagedEntry } from './staged.ts';

/** What is taken in, and what came of it. */
interface Taking {
  readonly staged: Staged;
  readonly place: ImportPlace;
  readonly chosen: readonly StagedEntry[];
  /** Told what was written, once it is. */
  readonly onTaken: (taken: Omit<ImportTaken, 'skipped'>) => void;
}

/** What an import added, for undo to take out and redo to bring back. */
interface Added {
  readonly entries: readonly EntryId[];
  readonly journeys: readonly JourneyId[];
}

const LABEL = 'Import writing';

/** Adds all of it as new entries, and changes nothing that is there. One step to undo. */
export const takeIn = ({ ports }: Session, { staged, place, chosen, onTaken }: Taking): Change => ({
  label: LABEL,
  topics: ['entries', 'journeys'],
  apply(db) {
    const journeys = journeysFor(db, { staged, place, chosen }, () =>
      JourneyId.parse(ports.newId()),
    );
    const now = ports.clock.now();
    const pictures = takePictures(db, staged, chosen);
    const entries = chosen.map(entry => {
      const id = EntryId.parse(ports.newId());
      const journeyId = journeys.idFor(entry);
      const made = entryOf(withKnownTemplate(db, entry), { id, journeyId, now });
      insertEntry(db, made);
      return id;
    });
    onTaken({ entries: entries.length, pictures });
    return ok(takeOut({ entries, journeys: journeys.begun }, now));
  },
});

/** To the trash, not away: something may have been written in them since. */
const takeOut = (added: Added, now: number): Change => ({
  label: LABEL,
  topics: ['entries', 'journeys'],
  apply: db => ok(setAside(db, added, now)),
});

function setAside(db: WriteDb, added: Added, at: number): Change {
  setAllDeletedAt(db, added.entries, at);
  for (const id of added.journeys) setArchived(db, id, at);
  return {
    label: LABEL,
    topics: ['entries', 'journeys'],
    apply(writable) {
      setAllDeletedAt(writable, added.entries, null);
      for (const id of added.journeys) setArchived(writable, id, null);
      return ok(takeOut(added, at));
    },
  };
}

/** Those that were erased since are not there, and stay so. */
function setAllDeletedAt(db: WriteDb, ids: readonly EntryId[], deletedAt: number | null): void {
  prepare(
    db,
    `UPDATE entry SET deleted_at = @deletedAt
     WHERE id IN (SELECT value FROM json_each(@ids))`,
  ).run({ ids: JSON.stringify(ids), deletedAt });
}

function setArchived(db: WriteDb, id: JourneyId, archivedAt: number | null): void {
  const journey = findJourney(db, id);
  if (journey !== undefined) replaceJourney(db, { ...journey, archivedAt });
}

function takePictures(db: WriteDb, { pictures }: Staged, chosen: readonly StagedEntry[]): number {
  const shown = new Set(chosen.flatMap(entry => entry.pictures));
  let taken = 0;
  for (const [id, picture] of pictures) {
    if (!shown.has(id) || hasPicture(db, picture.id)) continue;
    insertPicture(db, picture);
    taken += 1;
  }
  return taken;
}

/** A template that is not here would be a name without a thing. */
function withKnownTemplate(db: ReadDb, entry: StagedEntry): StagedEntry {
  const { own } = entry;
  if (own === null || own.templateId === null) return entry;
  const isKnown = templateToBegin(db, own.templateId) !== undefined;
  return isKnown ? entry : { ...entry, own: { ...own, templateId: null } };
}

interface Journeys {
  readonly idFor: (entry: StagedEntry) => JourneyId | null;
  /** Those that were not here before. */
  readonly begun: readonly JourneyId[];
}

function journeysFor(
  db: WriteDb,
  { staged, place, chosen }: Pick<Taking, 'staged' | 'place' | 'chosen'>,
  newId: () => JourneyId,
): Journeys {
  if (place.into === 'none') return { idFor: () => null, begun: [] };
  if (place.into === 'journey') return { idFor: () => place.journeyId, begun: [] };
  const ids = new Map<JourneyId, JourneyId>();
  const begun: JourneyId[] = [];
  for (const id of journeysOf(chosen)) {
    const journey = staged.journeys.get(id);
    if (findJourney(db, id) !== undefined) ids.set(id, id);
    else if (journey !== undefined) {
      const fresh: Journey = { ...journey, id: newId() };
      insertJourney(db, fresh);
      ids.set(id, fresh.id);
      begun.push(fresh.id);
    }
  }
  const idFor = ({ own }: StagedEntry): JourneyId | null =>
    own === null || own.journeyId === null ? null : (ids.get(own.journeyId) ?? null);
  return { idFor, begun };
}

const journeysOf = (entries: readonly StagedEntry[]): ReadonlySet<JourneyId> =>
  new Set(entries.flatMap(({ own }) => own?.journeyId ?? []));

/** How many journeys of the file would be begun. */
export const newJourneys = (db: ReadDb, { entries, journeys }: Staged): number =>
  [...journeysOf(entries)].filter(id => journeys.has(id) && findJourney(db, id) === undefined)
    .length;
