import * as fc from 'fast-check';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { migrations } from '#core/db/migrations/index.ts';
import { createDatabase, openDatabase } from '#core/db/open.ts';
import type { ReadDb } from '#core/db/statements.ts';
import { trashEntry } from '#core/entries/changes.ts';
import { insertEntry } from '#core/entries/repository.ts';
import type { Change } from '#core/history.ts';
import { openSession, type Session } from '#core/session.ts';
import { Day } from '#shared/domain/day.ts';
import { EntryId } from '#shared/domain/ids.ts';
import { projectDocument } from '#shared/domain/projection.ts';
import { ok } from '#shared/result.ts';
import { documentOf } from '../support/builders.ts';
import { createFakePorts } from '../support/fake-ports.ts';
import { temporaryFolder } from '../support/test-app.ts';

const ENTRIES = 4;

function sessionWithEntries(): { readonly session: Session; readonly ids: readonly EntryId[] } {
  const folder = temporaryFolder();
  const ports = createFakePorts(folder);
  const place = { path: join(folder, 'vault.db'), key: randomBytes(32), migrations };
  createDatabase(place);
  const connection = openDatabase(place);
  if (!connection.ok) throw new Error(connection.error.code);
  const session = openSession(connection.value, ports, () => undefined);
  const ids = Array.from({ length: ENTRIES }, () => EntryId.parse(ports.newId()));
  session.write([], db => {
    for (const id of ids) {
      const document = documentOf(`the text of ${id}`);
      const entry = {
        id,
        kind: 'journal' as const,
        journeyId: null,
        templateId: null,
        title: 'A letter',
        writtenOn: Day.parse('2026-05-17'),
        document,
        version: 1,
        createdAt: 0,
        updatedAt: 0,
      };
      insertEntry(db, entry, projectDocument(document));
    }
    return ok(undefined);
  });
  return { session, ids };
}

/** Every row of every table. */
function dump(db: ReadDb): string {
  const tables = db
    .prepare(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'search_index_%'",
    )
    .pluck()
    .all() as string[];
  return JSON.stringify(tables.map(table => [table, db.prepare(`SELECT * FROM ${table}`).all()]));
}

/** Some entries in any order, each with when it goes to the trash. New kinds of changes join here. */
const anyChanges = (ids: readonly EntryId[]) =>
  fc.shuffledSubarray([...ids]).map(some => some.map((id, at): Change => trashEntry(id, at + 1)));

test('any changes, undone, leave the vault as it was; redone, as it had become', () => {
  const { session, ids } = sessionWithEntries();
  const { history, db } = session;
  fc.assert(
    fc.property(anyChanges(ids), fc.nat({ max: ENTRIES }), (changes, back) => {
      const states = [dump(db)];
      for (const change of changes) {
        history.execute(change);
        states.push(dump(db));
      }
      const steps = Math.min(back, changes.length);
      for (let step = 0; step < steps; step += 1) history.undo();
      expect(dump(db)).toBe(states[changes.length - steps]);
      for (let step = 0; step < steps; step += 1) history.redo();
      expect(dump(db)).toBe(states[changes.length]);
      for (let step = 0; step < changes.length; step += 1) history.undo();
      expect(dump(db)).toBe(states[0]);
    }),
    { numRuns: 40 },
  );
  session.close();
});

test('a new change forgets what was undone before it', () => {
  const { session, ids } = sessionWithEntries();
  const [first, second] = ids;
  if (first === undefined || second === undefined) throw new Error('there are entries');
  session.history.execute(trashEntry(first, 1));
  session.history.undo();
  const state = session.history.execute(trashEntry(second, 2));
  expect(state).toEqual(ok({ undo: 'Delete letter', redo: null }));
  session.close();
});
