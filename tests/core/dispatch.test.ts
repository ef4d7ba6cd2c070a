import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { shellContract, vaultContract, type VaultProcedure } from '#shared/ipc/contract.ts';
import { createTestApp } from '../support/test-app.ts';
import { createApp } from '#core/app.ts';
import { hashesOf, withDatabase } from './vault-inspection.ts';

const procedures = Object.keys(vaultContract) as VaultProcedure[];

test.each([
  'entries.burn',
  '',
  'toString',
  '__proto__',
  'constructor',
  ...Object.keys(shellContract),
])('the vault does not know %j', async name => {
  const app = await createTestApp();
  const reply = await app.call(name as VaultProcedure);
  expect(reply).toEqual({ ok: false, error: { code: 'ipc.unknownProcedure' } });
});

test('an input that does not fit says where, never what it was', async () => {
  const app = await createTestApp();
  const reply = await app.call('entries.create', {
    templateId: 'SECRET words',
    journeyId: null,
    more: 'SECRET field',
  });
  expect(reply).toMatchObject({ ok: false, error: { code: 'ipc.invalidInput' } });
  expect(JSON.stringify(reply)).not.toContain('SECRET');
});

test('no input that does not fit changes anything, for any procedure', async () => {
  const app = await createTestApp();
  await app.write('I broke my promise.');
  const before = hashesOf(app.folder);
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...procedures),
      fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true }),
      async (procedure, input) => {
        fc.pre(!vaultContract[procedure].input.safeParse(input).success);
        const reply = await app.call(procedure, input);
        expect([procedure, reply]).toMatchObject([
          procedure,
          { error: { code: 'ipc.invalidInput' } },
        ]);
      },
    ),
    { numRuns: 1000 },
  );
  expect(hashesOf(app.folder)).toEqual(before);
  expect(app.ports.logged).toEqual([]);
});

test('what is asked of an open vault is answered in the order in which it was asked', async () => {
  const app = await createTestApp();
  const answered: string[] = [];
  await Promise.all(
    (['journeys.list', 'entries.list', 'settings.get'] as const).map(async procedure => {
      await app.get(procedure);
      answered.push(procedure);
    }),
  );
  expect(answered).toEqual(['journeys.list', 'entries.list', 'settings.get']);
});

test('a failure that nobody foresaw is answered and logged by number, without a word of text', async () => {
  const app = await createTestApp();
  await app.write('SECRET words');
  await app.close();
  await withDatabase(app.folder, db => db.exec(`UPDATE entry_text SET document = '{"SECRET'`));

  const later = createApp(app.ports);
  await later.dispatch('vault.unlock', { passphrase: 'correct horse battery' });
  const list = await later.dispatch('entries.list', undefined);
  const [entry] = list.ok ? (list.value as { id: string }[]) : [];
  const reply = await later.dispatch('entries.get', entry?.id);
  await later.close();

  const [record] = app.ports.logged;
  expect(reply).toEqual({ ok: false, error: { code: 'internal', incident: record?.incident } });
  expect(record).toMatchObject({
    event: 'incident',
    procedure: 'entries.get',
    error: 'SyntaxError',
  });
  expect(record?.frames?.length).toBeGreaterThan(0);
  expect(JSON.stringify(app.ports.logged)).not.toContain('SECRET');
});
