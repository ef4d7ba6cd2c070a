import { invariant } from '#shared/assert.ts';
import type { Day } from '#shared/domain/day.ts';
import type { JourneyId } from '#shared/domain/ids.ts';
import { Journey, type Relationship, type Role } from '#shared/domain/journey.ts';
import { prepare, type ReadDb, type WriteDb } from '../db/statements.ts';

interface JourneyRow {
  readonly id: JourneyId;
  readonly person_name: string;
  readonly relationship: Relationship;
  readonly role: Role;
  readonly breaches: string;
  readonly started_on: Day | null;
  readonly archived_at: number | null;
  readonly created_at: number;
}

const COLUMNS =
  'id, person_name, relationship, role, breaches, started_on, archived_at, created_at';

const toJourney = (row: JourneyRow): Journey => ({
  id: row.id,
  personName: row.person_name,
  relationship: row.relationship,
  role: row.role,
  breaches: Journey.shape.breaches.parse(JSON.parse(row.breaches)),
  startedOn: row.started_on,
  archivedAt: row.archived_at,
  createdAt: row.created_at,
});

const toRow = ({ breaches, ...columns }: Journey) => ({
  ...columns,
  breaches: JSON.stringify(breaches),
});

/** All journeys, the first one first, those that were put away as well. */
export const listJourneys = (db: ReadDb): Journey[] =>
  prepare<JourneyRow>(db, `SELECT ${COLUMNS} FROM journey ORDER BY seq`).all().map(toJourney);

/** One journey, put away or not. */
export function findJourney(db: ReadDb, id: JourneyId): Journey | undefined {
  const row = prepare<JourneyRow>(db, `SELECT ${COLUMNS} FROM journey WHERE id = @id`).get({ id });
  return row && toJourney(row);
}

/** Adds a journey. */
export function insertJourney(db: WriteDb, journey: Journey): void {
  prepare(
    db,
    `INSERT INTO journey (id, person_name, relationship, role, breaches, started_on, archived_at,
       created_at)
     VALUES (@id, @personName, @relationship, @role, @breaches, @startedOn, @archivedAt,
       @createdAt)`,
  ).run(toRow(journey));
}

/** Writes anew what is said of a journey, and returns what was said before. */
export function replaceJourney(db: WriteDb, journey: Journey): Journey {
  const before = findJourney(db, journey.id);
  invariant(before !== undefined, 'a journey is never erased');
  prepare(
    db,
    `UPDATE journey SET person_name = @personName, relationship = @relationship, role = @role,
       breaches = @breaches, started_on = @startedOn, archived_at = @archivedAt,
       created_at = @createdAt
     WHERE id = @id`,
  ).run(toRow(journey));
  return before;
}
