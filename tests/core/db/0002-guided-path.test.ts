import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { migrations } from '#core/db/migrations/index.ts';
import { createDatabase, openDatabase } from '#core/db/open.ts';
import type { WriteDb } from '#core/db/statements.ts';
import { createSessionHandlers } from '#core/handlers.ts';
import { openSession } from '#core/session.ts';
import { EntryId, JourneyId } from '#shared/domain/ids.ts';
import { aCommitment, aSection, documentWith } from '../../support/builders.ts';
import { createFakePorts } from '../../support/fake-ports.ts';
import { temporaryFolder } from '../../support/test-app.ts';
import { paragraphOf } from '#shared/domain/document.ts';
import { ok } from '#shared/result.ts';

const JOURNEY = '00000000-0000-4000-8000-0000000000a1';
const idOf = (seq: number) => `00000000-0000-4000-8000-00000000000${seq}`;
const DOCUMENT = documentWith([
  aSection({ heading: 'What I did', body: [paragraphOf('I lied.')] }),
  aCommitment({ who: 'I', what: 'call', by: '17 May 2026' }),
]);
const BEGUN_FROM = [
  'acknowledgment-letter',
  'short-acknowledgment',
  'impact-letter',
  'daily-check-in',
  null,
];

/** What a vault of the version before held. */
function fillAsBefore(db: WriteDb): void {
  db.prepare(
    `INSERT INTO journey (id, person_name, relationship, role, created_at)
     VALUES (?, 'M.', 'partner', 'caused-harm', 7)`,
  ).run(JOURNEY);
  for (const [index, templateId] of BEGUN_FROM.entries()) {
    const seq = index + 1;
    db.prepare(
      `INSERT INTO entry (seq, id, kind, journey_id, template_id, title, written_on, excerpt,
         word_count, text_length, version, indexed_version, created_at, updated_at, deleted_at)
       VALUES (?, ?, 'letter', ?, ?, 'A letter', '2026-05-01', 'I lied.', 2, 7, 3, 3, 8, 9, ?)`,
    ).run(seq, idOf(seq), JOURNEY, templateId, seq === 3 ? 10 : null);
    db.prepare('INSERT INTO entry_text VALUES (?, ?)').run(seq, JSON.stringify(DOCUMENT));
    db.prepare("INSERT INTO search_text VALUES (?, 'A letter', 'What I did I lied.')").run(seq);
    db.prepare(
      `INSERT INTO revision (entry_seq, version, reason, title, document, kept_at)
       VALUES (?, 2, 'interval', 'Before', '{}', 8)`,
    ).run(seq);
  }
  db.prepare(`INSERT INTO setting VALUES ('introduced', 'true')`).run();
}

function openedVault(version: number) {
  const place = { path: join(temporaryFolder(), 'vault.db'), key: randomBytes(32) };
  const open = (known: typeof migrations) => {
    const connection = openDatabase({ ...place, migrations: known });
    if (!connection.ok) throw new Error(connection.error.code);
    return connection.value;
  };
  createDatabase({ ...place, migrations: migrations.slice(0, 1) });
  const before = open(migrations.slice(0, 1)).db;
  fillAsBefore(before);
  before.close();
  return open(migrations.slice(0, version));
}

test('journeys, letters, kept texts and settings are there as before, with what is new of them', () => {
  const { db } = openedVault(2);
  const all = (sql: string) => db.prepare(sql).all();
  expect(all('SELECT * FROM journey')).toEqual([
    {
      seq: 1,
      id: JOURNEY,
      person_name: 'M.',
      relationship: 'partner',
      role: 'caused-harm',
      created_at: 7,
      breaches: '[]',
      started_on: null,
      archived_at: null,
    },
  ]);
  expect(all('SELECT * FROM entry')).toEqual(
    BEGUN_FROM.map((templateId, index) => ({
      seq: index + 1,
      id: idOf(index + 1),
      kind: 'letter',
      journey_id: JOURNEY,
      template_id: templateId,
      title: 'A letter',
      written_on: '2026-05-01',
      excerpt: 'I lied.',
      word_count: 2,
      text_length: 7,
      version: 3,
      indexed_version: 0,
      created_at: 8,
      updated_at: 9,
      deleted_at: index === 2 ? 10 : null,
      step: index < 3 ? 1 : null,
    })),
  );
  expect(all('SELECT document FROM entry_text')).toEqual(
    BEGUN_FROM.map(() => ({ document: JSON.stringify(DOCUMENT) })),
  );
  expect(all('SELECT title, reason FROM revision')).toHaveLength(BEGUN_FROM.length);
  expect(all('SELECT * FROM setting')).toEqual([{ key: 'introduced', value: 'true' }]);
  for (const table of ['template', 'commitment', 'rating', 'feeling', 'picture', 'picture_use']) {
    expect(all(`SELECT * FROM ${table}`)).toEqual([]);
  }
  db.close();
});

test('opening it reads every letter anew: promises are listed, and words are found', () => {
  // The app as it is now reads what its newest schema has.
  const connection = openedVault(migrations.length);
  const session = openSession(connection, createFakePorts(''), () => undefined);
  const handlers = createSessionHandlers(session, () => ok(undefined));
  const journeyId = JourneyId.parse(JOURNEY);
  expect(handlers['commitments.list']({ journeyId })).toMatchObject({
    value: [1, 2, 4, 5].map(seq => ({
      entryId: idOf(seq),
      index: 0,
      version: 3,
      what: 'call',
      due: '2026-05-17',
    })),
  });
  expect(handlers['search.find']({ text: 'lied' })).toMatchObject({ value: { length: 4 } });
  expect(handlers['entries.get'](EntryId.parse(idOf(1)))).toMatchObject({
    value: { document: DOCUMENT, version: 3, updatedAt: 9 },
  });
  // Those in the trash too: they may come back.
  expect(session.db.prepare('SELECT count(*) FROM commitment').pluck().get()).toBe(5);
  expect(session.db.prepare('SELECT word_count FROM entry').pluck().get()).toBe(7);
  session.close();
});
