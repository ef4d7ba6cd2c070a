import type { JourneyId } from '#shared/domain/ids.ts';
import type { Journey, Relationship, Role } from '#shared/domain/journey.ts';
import { prepare, type ReadDb, type WriteDb } from '../db/statements.ts';

interface JourneyRow {
  readonly id: JourneyId;
  readonly person_name: string;
  readonly relationship: Relationship;
  readonly role: Role;
  readonly created_at: number;
}

const toJourney = (row: JourneyRow): Journey => ({
  id: row.id,
  personName: row.person_name,
  relationship: row.relationship,
  role: row.role,
  createdAt: row.created_at,
});

/** All journeys, the first one first. */
export const listJourneys = (db: ReadDb): Journey[] =>
  prepare<JourneyRow>(
    db,
    'SELECT id, person_name, relationship, role, created_at FROM journey ORDER BY seq',
  )
    .all()
    .map(toJourney);

export function findJourney(db: ReadDb, id: JourneyId): Journey | undefined {
  const row = prepare<JourneyRow>(
    db,
    'SELECT id, person_name, relationship, role, created_at FROM journey WHERE id = @id',
  ).get({ id });
  return row && toJourney(row);
}

export function insertJourney(db: WriteDb, journey: Journey): void {
  prepare(
    db,
    `INSERT INTO journey (id, person_name, relationship, role, created_at)
     VALUES (@id, @personName, @relationship, @role, @createdAt)`,
  ).run({ ...journey });
}
