import { prepare, type ReadDb, type WriteDb } from './statements.ts';

// Beside the settings of the person, none of which are called so, in the same table.
type NoteKey = 'saves' | 'forks' | 'secondLocation' | 'trashDueDays';

function readNote(db: ReadDb, key: NoteKey): unknown {
  const sql = 'SELECT value FROM setting WHERE key = @key';
  const value = prepare<{ value: string }>(db, sql).get({ key })?.value;
  return value === undefined ? undefined : JSON.parse(value);
}

function writeNote(db: WriteDb, key: NoteKey, value: unknown): void {
  prepare(
    db,
    `INSERT INTO setting (key, value) VALUES (@key, @value)
     ON CONFLICT (key) DO UPDATE SET value = excluded.value`,
  ).run({ key, value: JSON.stringify(value) });
}

/** How many transactions this database has seen: it tells an older copy of it from a newer one. */
export function savesOf(db: ReadDb): number {
  const saves = readNote(db, 'saves');
  return typeof saves === 'number' ? saves : 0;
}

/** Counts the transaction that is running. */
export function countSave(db: WriteDb): void {
  prepare(
    db,
    `INSERT INTO setting (key, value) VALUES ('saves', '1')
     ON CONFLICT (key) DO UPDATE SET value = CAST(CAST(value AS INTEGER) + 1 AS TEXT)`,
  ).run();
}

/** Makes the database newer than anything seen before, once someone chose it knowingly. */
export const raiseSaves = (db: WriteDb, saves: number): void => writeNote(db, 'saves', saves);

/**
 * A moment at which someone knowingly went on from an older state: what had seen more transactions
 * than that state before the moment (epoch milliseconds) may hold what is nowhere else.
 */
export interface Fork {
  readonly at: number;
  readonly saves: number;
}

export function forksOf(db: ReadDb): readonly Fork[] {
  const forks = readNote(db, 'forks');
  return Array.isArray(forks) ? (forks as Fork[]) : [];
}

export const noteFork = (db: WriteDb, fork: Fork): void =>
  writeNote(db, 'forks', [...forksOf(db), fork]);

/** The folder that receives a copy of every backup, if one was chosen. */
export function secondLocationOf(db: ReadDb): string | null {
  const folder = readNote(db, 'secondLocation');
  return typeof folder === 'string' ? folder : null;
}

export const setSecondLocation = (db: WriteDb, folder: string | null): void =>
  writeNote(db, 'secondLocation', folder);

/** When something in the trash was found due, once for each day, the oldest first. */
export function dueDaysOf(db: ReadDb): readonly number[] {
  const days = readNote(db, 'trashDueDays');
  return Array.isArray(days) ? days.filter(at => typeof at === 'number') : [];
}

export const setDueDays = (db: WriteDb, days: readonly number[]): void =>
  writeNote(db, 'trashDueDays', days);
