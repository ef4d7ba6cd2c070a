import { expect, test } from 'vitest';
import { blockOfParts } from '#shared/domain/blocks.ts';
import type { CommitmentEdit } from '#shared/domain/commitment.ts';
import { Day } from '#shared/domain/day.ts';
import { DOCUMENT_MAX_BYTES, paragraphOf } from '#shared/domain/document.ts';
import {
  aCommitment,
  aNode,
  aSection,
  documentWith,
  draftOf,
  formatted,
} from '../../support/builders.ts';
import { createTestApp, type TestApp } from '../../support/test-app.ts';
import { withDatabase } from '../vault-inspection.ts';

const ALL = { journeyId: null };
const MISSING = '99999999-9999-4999-8999-999999999999';
type Change = CommitmentEdit['change'];

const whatOf = async (app: TestApp, journeyId: string | null = null) =>
  (await app.get('commitments.list', { journeyId })).map(line => line.what);

test('the ledger lists the first due first, then what has no day', async () => {
  const app = await createTestApp();
  await app.compose([
    aCommitment({ what: 'undated' }),
    aCommitment({ what: 'later', by: '1 June 2026' }),
    aCommitment({ what: 'without a year', by: '31 May' }),
    aCommitment({ what: 'next year', by: '16/5' }),
  ]);
  await app.compose([
    aSection({ heading: 'Mine', body: [aCommitment({ what: 'first', by: '2025-12-31' })] }),
    aCommitment({ what: 'same day', by: '1 June 2026' }),
  ]);
  expect(await whatOf(app)).toEqual([
    'first',
    'without a year',
    'later',
    'same day',
    'next year',
    'undated',
  ]);
  expect((await app.get('commitments.list', ALL))[2]).toMatchObject({
    index: 1,
    version: 2,
    due: '2026-06-01',
    by: '1 June 2026',
    status: 'open',
  });
});

test('a commitment without a word is no line, and counts in the order all the same', async () => {
  const app = await createTestApp();
  await app.compose([
    aCommitment({}),
    aCommitment({ what: ' ' }, 'kept'),
    aCommitment({ notice: 'you see me' }),
  ]);
  expect(await app.get('commitments.list', ALL)).toMatchObject([
    { index: 2, notice: 'you see me' },
  ]);
});

test('a journey shows its own commitments, and nothing that is in the trash', async () => {
  const app = await createTestApp();
  const journey = await app.get('journeys.create', {
    personName: 'M.',
    relationship: 'partner',
    role: 'both',
  });
  const mine = await app.compose([aCommitment({ what: 'mine' })], { journeyId: journey.id });
  await app.compose([aCommitment({ what: 'other' })]);
  expect(await whatOf(app, journey.id)).toEqual(['mine']);
  await app.get('entries.trash', [mine.id]);
  expect([await whatOf(app), await whatOf(app, journey.id)]).toEqual([['other'], []]);
  await app.get('history.undo');
  expect(await whatOf(app, journey.id)).toEqual(['mine']);
});

test('a day without its year follows the day of its letter', async () => {
  const app = await createTestApp();
  const entry = await app.compose([aCommitment({ what: 'call', by: 'by 5 december' })]);
  const due = async () => (await app.get('commitments.list', ALL))[0]?.due;
  expect([entry.writtenOn, await due()]).toEqual(['2026-05-17', '2026-12-05']);
  const draft = { ...draftOf(entry), writtenOn: Day.parse('2026-12-06') };
  await app.get('entries.saveDraft', draft);
  expect(await due()).toBe('2027-12-05');
});

const WRITTEN = [
  paragraphOf('Before'),
  aSection({
    heading: 'Promises',
    body: [
      aNode(
        'commitment',
        [
          aNode('part', [formatted('I', 1)], { part: 'who' }),
          aNode('part', ['call ', formatted('daily', 2)], { part: 'what' }),
          aNode('part', [], { part: 'by' }),
          aNode('part', ['you hear'], { part: 'notice' }),
        ],
        { status: 'open', fromTheFuture: 1 },
      ),
    ],
  }),
  aCommitment({ what: 'second' }),
];

async function edited(app: TestApp, index: number, change: Change) {
  const before = await app.compose(WRITTEN);
  const edit = { entryId: before.id, version: before.version, index, change };
  const reply = await app.call('commitments.edit', edit);
  return { before, reply, after: await app.get('entries.get', before.id) };
}

test('what is changed in the ledger is changed in the letter; other parts keep their formats', async () => {
  const app = await createTestApp();
  const change: Change = { status: 'kept', by: ' 1 June 2026 ', notice: 'two\nlines', who: 'I' };
  const { before, reply, after } = await edited(app, 0, change);
  expect(reply).toEqual({ ok: true, value: { undo: 'Edit commitment', redo: null } });
  const expected = structuredClone(before.document);
  const node = expected.root.children?.[1]?.children?.[1]?.children?.[0] as unknown as {
    status: string;
    children: { children: unknown }[];
  };
  node.status = 'kept';
  const by = node.children[2];
  const notice = node.children[3];
  if (by === undefined || notice === undefined) throw new Error('it has four parts');
  by.children = paragraphOf('1 June 2026').children;
  notice.children = [
    ...(paragraphOf('two').children ?? []),
    { type: 'linebreak', version: 1 },
    ...(paragraphOf('lines').children ?? []),
  ];
  expect(after).toEqual({ ...before, document: expected, version: before.version + 1 });
  expect((await app.get('commitments.list', ALL))[0]).toMatchObject({
    index: 0,
    version: after.version,
    who: 'I',
    what: 'call daily',
    due: '2026-06-01',
    status: 'kept',
  });
  expect(await app.get('search.find', { text: 'lines' })).toHaveLength(1);
});

test('undone, the letter reads exactly as before; redone, as after', async () => {
  const app = await createTestApp();
  const { before, after } = await edited(app, 0, { what: 'write', status: 'missed' });
  await app.get('history.undo');
  const undone = await app.get('entries.get', before.id);
  // The version grows all the same: an editor must not take it for the one that it holds.
  expect(undone).toEqual({ ...before, version: after.version + 1 });
  expect(await whatOf(app)).toEqual(['call daily', 'second']);
  await app.get('history.redo');
  expect((await app.get('entries.get', before.id)).document).toEqual(after.document);
});

test('what was written since stays when the change is undone', async () => {
  const app = await createTestApp();
  const { after } = await edited(app, 1, { status: 'kept' });
  const nodes = after.document.root.children ?? [];
  const written = [paragraphOf('New words'), aCommitment({ what: 'another' }), ...nodes];
  await app.get('entries.saveDraft', { ...draftOf(after), document: documentWith(written) });
  await app.get('history.undo');
  const { document } = await app.get('entries.get', after.id);
  expect(document.root.children?.slice(0, 2)).toEqual(written.slice(0, 2));
  expect(document.root.children?.at(-1)).toEqual(aCommitment({ what: 'second' }));
});

test('a commitment that says something else by now is left alone, and older steps can be undone', async () => {
  const app = await createTestApp();
  const trashed = await app.write('gone');
  await app.get('entries.trash', [trashed.id]);
  const { after } = await edited(app, 1, { status: 'kept' });
  const nodes = [...(after.document.root.children?.slice(0, 2) ?? []), aCommitment({ what: 'x' })];
  await app.get('entries.saveDraft', { ...draftOf(after), document: documentWith(nodes) });
  const before = await app.get('entries.get', after.id);
  expect(await app.call('history.undo')).toEqual({
    ok: false,
    error: { code: 'entry.conflict', latestVersion: before.version },
  });
  expect(await app.get('entries.get', after.id)).toEqual(before);
  await app.get('history.undo');
  expect((await app.call('entries.get', trashed.id)).ok).toBe(true);
});

test.each<[string, Partial<CommitmentEdit>, object]>([
  ['an older version', { version: 1 }, { code: 'entry.conflict', latestVersion: 2 }],
  ['a place where there is none', { index: 2 }, { code: 'entry.notFound' }],
  ['a letter that is not there', { entryId: MISSING as never }, { code: 'entry.notFound' }],
])('a change of %s changes nothing', async (_name, wrong, error) => {
  const app = await createTestApp();
  const entry = await app.compose(WRITTEN);
  const edit = { entryId: entry.id, version: 2, index: 0, change: { status: 'kept' }, ...wrong };
  app.events.length = 0;
  expect(await app.call('commitments.edit', edit)).toMatchObject({ ok: false, error });
  expect(await app.get('entries.get', entry.id)).toEqual(entry);
  expect([app.events, await app.get('history.undo')]).toEqual([[], { undo: null, redo: null }]);
});

test('a change in the trash is refused', async () => {
  const app = await createTestApp();
  const entry = await app.compose(WRITTEN);
  await app.get('entries.trash', [entry.id]);
  const edit = { entryId: entry.id, version: 2, index: 0, change: { status: 'kept' } };
  const error = { code: 'entry.notFound', id: entry.id };
  expect(await app.call('commitments.edit', edit)).toEqual({ ok: false, error });
});

test('a change that changes nothing is no step to undo', async () => {
  const app = await createTestApp();
  const change: Change = { what: 'call daily', who: 'I ', by: '', status: 'open' };
  const { before, reply, after } = await edited(app, 0, change);
  expect(reply).toEqual({ ok: true, value: { undo: null, redo: null } });
  expect(after).toEqual(before);
});

test('a part that a damaged commitment lacks is written all the same', async () => {
  const app = await createTestApp();
  const entry = await app.compose([{ ...blockOfParts('commitment'), children: [] }]);
  const edit = { entryId: entry.id, version: 2, index: 0, change: { what: 'call' } };
  await app.get('commitments.edit', edit);
  expect(await whatOf(app)).toEqual(['call']);
  await app.get('history.undo');
  expect((await app.get('entries.get', entry.id)).document).toEqual(entry.document);
});

test('the text before is kept once a minute, as when someone writes', async () => {
  const app = await createTestApp();
  const entry = await app.compose(WRITTEN);
  app.ports.advance(61_000);
  for (const [version, what] of [
    [2, 'one'],
    [3, 'two'],
  ] as const) {
    await app.get('commitments.edit', { entryId: entry.id, version, index: 1, change: { what } });
  }
  await app.close();
  const kept = await withDatabase(app.folder, db =>
    db.prepare("SELECT reason, version, document FROM revision WHERE reason <> 'close'").all(),
  );
  expect(kept).toEqual([
    { reason: 'interval', version: 2, document: JSON.stringify(entry.document) },
  ]);
});

test('a letter that would become too large stays as it is', async () => {
  const app = await createTestApp();
  const full = paragraphOf('x'.repeat(DOCUMENT_MAX_BYTES - 1000));
  const entry = await app.compose([full, aCommitment({ what: 'call' })]);
  const change = { what: 'y'.repeat(4000) };
  const edit = { entryId: entry.id, version: 2, index: 0, change };
  const error = { code: 'entry.tooLarge', limit: DOCUMENT_MAX_BYTES };
  expect(await app.call('commitments.edit', edit)).toEqual({ ok: false, error });
  expect((await app.get('entries.get', entry.id)).version).toBe(2);
});
