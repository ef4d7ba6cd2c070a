import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ReadDb } from '#core/db/statements.ts';
import type { NewJourney } from '#shared/domain/journey.ts';
import type { OwnTemplateDraft } from '#shared/domain/template.ts';
import { paragraphOf } from '#shared/domain/document.ts';
import { aCommitment, aNode, documentWith, draftOf } from '../support/builders.ts';
import { openTestSession } from '../support/test-session.ts';
import { createTestApp } from '../support/test-app.ts';

/** What someone does, and to which of the things that it can be done to. */
type Deed = readonly [kind: keyof typeof DEEDS, which: number];

const SIZE = 3;
const JOURNEY = {
  personName: 'M.',
  relationship: 'partner',
  role: 'caused-harm',
  breaches: ['deceit'],
  startedOn: null,
} satisfies NewJourney;
const TEMPLATE = {
  title: 'Mine',
  step: null,
  kind: 'letter',
  purpose: '',
  sections: [],
} satisfies OwnTemplateDraft;

/** A vault with some of everything that can be changed. */
function filledVault() {
  const { session, call, get } = openTestSession();
  const some = <T>(make: () => T): T[] => Array.from({ length: SIZE }, make);
  const promise = aNode('section', [aNode('section-body', [aCommitment({ what: 'call' })])]);
  const document = documentWith([paragraphOf('words'), promise, aCommitment({ who: 'I' })]);
  return {
    session,
    call,
    journeys: some(() => get('journeys.create', JOURNEY)),
    templates: some(() => get('templates.create', TEMPLATE)),
    entries: some(() => {
      const entry = get('entries.create', { templateId: null, journeyId: null });
      get('entries.saveDraft', { ...draftOf(entry), document });
      return entry;
    }),
  };
}

type Vault = ReturnType<typeof filledVault>;

const DEEDS = {
  trash: ({ call, entries }: Vault, at: number) => call('entries.trash', [idOf(entries, at)]),
  trashSeveral: ({ call, entries }: Vault, at: number) =>
    call('entries.trash', [idOf(entries, at), idOf(entries, at + 1)]),
  restoreSeveral: ({ call, entries }: Vault, at: number) =>
    call('trash.restore', [idOf(entries, at), idOf(entries, at + 1)]),
  move: ({ call, entries, journeys }: Vault, at: number) =>
    call('entries.move', {
      id: idOf(entries, at),
      journeyId: at % 2 === 0 ? idOf(journeys, at) : null,
    }),
  editJourney: ({ call, journeys }: Vault, at: number) =>
    call('journeys.edit', {
      ...JOURNEY,
      id: idOf(journeys, at),
      personName: `name ${at}`,
      role: 'both',
      breaches: [],
    }),
  archive: ({ session, call, journeys }: Vault, at: number) => {
    const id = idOf(journeys, at);
    const put = session.db.prepare('SELECT archived_at FROM journey WHERE id = ?').pluck().get(id);
    return call('journeys.archive', { id, archived: put === null });
  },
  editTemplate: ({ call, templates }: Vault, at: number) =>
    call('templates.edit', { ...TEMPLATE, id: idOf(templates, at), title: `title ${at}` }),
  trashTemplate: ({ call, templates }: Vault, at: number) =>
    call('templates.trash', idOf(templates, at)),
  promise: ({ session, call, entries }: Vault, at: number) => {
    const entryId = idOf(entries, at);
    const version = session.db
      .prepare('SELECT version FROM entry WHERE id = ?')
      .pluck()
      .get(entryId) as number;
    const change = { status: 'kept', what: `words ${version}`, by: '17 May 2026' } as const;
    return call('commitments.edit', { entryId, version, index: at % 2, change });
  },
};

function idOf<T>(things: readonly { readonly id: T }[], at: number): T {
  const thing = things[at % things.length];
  if (thing === undefined) throw new Error('there are some');
  return thing.id;
}

const anyDeeds = fc.array(
  fc.tuple(
    fc.constantFrom(...(Object.keys(DEEDS) as (keyof typeof DEEDS)[])),
    fc.nat({ max: 2 * SIZE }),
  ),
  { maxLength: 10 },
);

/**
 * Every row of every table, except what only ever grows: the count of saves, versions with the time
 * of saving, so that an editor never takes another text for the one it holds, and the texts that
 * are kept.
 */
function dump(db: ReadDb): string {
  const tables = db
    .prepare(
      `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'search_index_%'
         AND name <> 'revision'`,
    )
    .pluck()
    .all() as string[];
  const rowsOf = (table: string) =>
    (db.prepare(`SELECT * FROM ${table}`).all() as Record<string, unknown>[])
      .filter(row => !isSaveCount(row))
      .map(row => {
        if (table !== 'entry') return row;
        const { version: _version, indexed_version: _indexed, updated_at: _at, ...rest } = row;
        return rest;
      });
  return JSON.stringify(tables.map(table => [table, rowsOf(table)]));
}

const isSaveCount = (row: Record<string, unknown>) => row['key'] === 'saves';

const perform = (vault: Vault, [kind, which]: Deed) => DEEDS[kind](vault, which);

test('whatever is done, undone leaves the vault as it was; redone, as it had become', () => {
  const vault = filledVault();
  const { history, db } = vault.session;
  fc.assert(
    fc.property(anyDeeds, fc.nat({ max: 10 }), (deeds, back) => {
      const states = [dump(db)];
      for (const deed of deeds) if (perform(vault, deed).ok) states.push(dump(db));
      const done = states.length - 1;
      const steps = Math.min(back, done);
      for (let step = 0; step < steps; step += 1) history.undo();
      expect(dump(db)).toBe(states[done - steps]);
      for (let step = 0; step < steps; step += 1) history.redo();
      expect(dump(db)).toBe(states[done]);
      for (let step = 0; step < done; step += 1) history.undo();
      expect(dump(db)).toBe(states[0]);
    }),
    { numRuns: 30 },
  );
  vault.session.close();
});

test('a new change forgets what was undone before it', () => {
  const vault = filledVault();
  perform(vault, ['trash', 0]);
  vault.session.history.undo();
  expect(perform(vault, ['editTemplate', 1])).toEqual({
    ok: true,
    value: { undo: 'Edit template', redo: null },
  });
  vault.session.close();
});

test('an edit announces what changed, done, undone and redone', async () => {
  const app = await createTestApp();
  const journey = await app.get('journeys.create', JOURNEY);
  const template = await app.get('templates.create', TEMPLATE);
  const entry = await app.compose([aCommitment({ what: 'call' })]);
  const edit = { entryId: entry.id, version: 2, index: 0, change: { status: 'kept' } };
  const { createdAt: _createdAt, archivedAt: _archivedAt, ...said } = journey;
  const deeds = [
    ['journeys', () => app.get('journeys.edit', { ...said, personName: 'N.' })],
    ['journeys', () => app.get('journeys.archive', { id: journey.id, archived: true })],
    ['templates', () => app.get('templates.edit', { ...TEMPLATE, id: template.id })],
    ['templates', () => app.get('templates.trash', template.id)],
    ['entries', () => app.get('entries.move', { id: entry.id, journeyId: journey.id })],
    ['entries', () => app.get('commitments.edit', edit)],
    ['entries', () => app.get('entries.trash', [entry.id])],
  ] as const;
  for (const [topic, work] of deeds) {
    app.events.length = 0;
    await work();
    await app.get('history.undo');
    await app.get('history.redo');
    const announced = { type: 'data-changed', topics: [topic, 'history'] };
    expect(app.events).toEqual([announced, announced, announced]);
  }
});
