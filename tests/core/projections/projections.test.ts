import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { rebuildProjections } from '#core/projections/rebuild.ts';
import { COMMITMENT_STATUSES, PARTS } from '#shared/domain/blocks.ts';
import { dayIn, promisedFrom } from '#shared/domain/day-text.ts';
import { textOf, type DocumentNode } from '#shared/domain/document.ts';
import { projectDocument } from '#shared/domain/projection.ts';
import { ok } from '#shared/result.ts';
import { TemplateId } from '#shared/domain/ids.ts';
import { aCommitment, aPicture, documentWith, draftOf } from '../../support/builders.ts';
import { openTestSession } from '../../support/test-session.ts';
import { createTestApp, reopenTestApp } from '../../support/test-app.ts';
import { withDatabase } from '../vault-inspection.ts';

const words = fc.oneof(
  fc.constantFrom('', ' ', 'I', 'call', '17 May 2026', '5/6', 'very hurt, sad and angry.'),
  fc.string({ unit: 'binary', maxLength: 12 }),
);
const oddly = (value: unknown) => fc.constantFrom(value, value, value, null, undefined, 'x', 3.5);
const inline = fc.array(words.map(textOf), { maxLength: 2 });

const anyBlock: fc.Arbitrary<DocumentNode> = fc.oneof(
  fc.record({
    type: fc.constantFrom('statement', 'commitment', 'answer', 'ladder'),
    status: fc.constantFrom(...COMMITMENT_STATUSES, undefined, 'sworn'),
    children: fc.array(
      fc.record({
        type: fc.constantFrom('part', 'part', 'part', 'paragraph'),
        part: fc.constantFrom(...PARTS.commitment, ...PARTS.statement),
        children: inline,
      }),
      { maxLength: 5 },
    ),
  }),
  fc
    .tuple(fc.integer({ min: -3, max: 12 }), oddly(0), oddly(10), oddly('Settled'))
    .map(([value, min, max, minLabel]) => ({ type: 'scale', value, min, max, minLabel })),
  fc.record({ type: fc.constantFrom('feelings', 'date', 'paragraph'), children: inline }),
  fc.constantFrom('a', 'b', 'c').map(digit => aPicture(digit)),
);
const anyDocument = fc
  .array(
    fc.oneof(
      anyBlock,
      fc.tuple(words, fc.array(anyBlock, { maxLength: 4 })).map(([heading, children]) => ({
        type: 'section',
        sectionType: 'text',
        children: [
          { type: 'section-heading', children: [textOf(heading)] },
          { type: 'section-body', children },
        ],
      })),
    ),
    { maxLength: 5 },
  )
  .map(documentWith);

test('lists show exactly what the documents say, at any time and after reading them all anew', () => {
  const { session, get } = openTestSession();
  const templateId = TemplateId.parse('daily-check-in');
  const [first, second] = [0, 1].map(() => get('entries.create', { templateId, journeyId: null }));
  if (first === undefined || second === undefined) throw new Error('there are two');
  const shown = (id: string) => ({
    commitments: get('commitments.list', { journeyId: null }).filter(line => line.entryId === id),
    checkIn: get('checkIns.list', { journeyId: null }).find(({ entry }) => entry.id === id),
    pictures: session.db
      .prepare(
        `SELECT picture_id FROM picture_use JOIN entry ON seq = entry_seq
         WHERE id = ? ORDER BY picture_id`,
      )
      .pluck()
      .all(id),
  });
  fc.assert(
    fc.property(fc.constantFrom(first, second), anyDocument, ({ id }, document) => {
      const stored = get('entries.get', id);
      get('entries.saveDraft', { ...draftOf(stored), document, byHand: true });
      const entry = get('entries.get', id);
      const said = projectDocument(entry.document);
      const lines = said.commitments
        .map((commitment, index) => ({
          ...commitment,
          due: dayIn(commitment.by, promisedFrom(entry.writtenOn, 'en-GB')),
          index,
          entryId: id,
          entryTitle: entry.title,
          journeyId: null,
          writtenOn: entry.writtenOn,
          version: entry.version,
        }))
        .filter(({ who, what, by, notice }) => [who, what, by, notice].some(text => text !== ''));
      const before = shown(id);
      expect(before.commitments.toSorted((a, b) => a.index - b.index)).toEqual(lines);
      expect(before.checkIn).toMatchObject({
        ratings: said.ratings,
        feelings: said.feelings,
        entry: { wordCount: said.wordCount, excerpt: said.excerpt },
      });
      expect(before.pictures).toEqual(said.pictures.toSorted());
      session.write([], db => ok(rebuildProjections(db)));
      expect(shown(id)).toEqual(before);
    }),
    { numRuns: 60 },
  );
});

test('rows that a save does not change are not written again', () => {
  const { session, get } = openTestSession();
  const entry = get('entries.create', { templateId: null, journeyId: null });
  const document = documentWith([aCommitment({ what: 'call' }), aPicture('a')]);
  get('entries.saveDraft', { ...draftOf(entry), document });
  const rowsWritten = () => session.db.prepare('SELECT total_changes()').pluck().get() as number;
  const before = rowsWritten();
  get('entries.saveDraft', { ...draftOf(entry), baseVersion: 2, title: 'New', document });
  // The row of the entry, the one of its text, and the count of saves.
  expect(rowsWritten() - before).toBe(3);
});

test('a vault whose rows are of another version of the app is read anew when it opens', async () => {
  const app = await createTestApp();
  await app.compose([aCommitment({ what: 'call' })]);
  const ledger = await app.get('commitments.list', { journeyId: null });
  await app.close();
  await withDatabase(app.folder, db =>
    db.exec(`DELETE FROM commitment; UPDATE entry SET excerpt = 'old';
      UPDATE setting SET value = '0' WHERE key = 'projectionVersion'`),
  );
  const later = await reopenTestApp(app.folder);
  expect(await later.get('commitments.list', { journeyId: null })).toEqual(ledger);
  expect(await later.get('entries.list')).toMatchObject([{ excerpt: 'call.' }]);
});

test('one text that can not be read keeps nobody from the others', async () => {
  const app = await createTestApp();
  const broken = await app.compose([aCommitment({ what: 'lost' })]);
  await app.compose([aCommitment({ what: 'call' })]);
  await app.close();
  await withDatabase(app.folder, db => {
    db.prepare(
      `UPDATE entry_text SET document = '{"version":2}'
       WHERE seq = (SELECT seq FROM entry WHERE id = ?)`,
    ).run(broken.id);
    db.exec(`UPDATE setting SET value = '0' WHERE key = 'projectionVersion'`);
  });
  const later = await reopenTestApp(app.folder);
  expect(await later.get('entries.list')).toHaveLength(2);
  expect(await later.get('search.find', { text: 'call' })).toHaveLength(1);
});
