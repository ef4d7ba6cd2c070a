import { expect, test } from 'vitest';
import { Settings } from '#shared/domain/settings.ts';
import { createTestApp, reopenTestApp } from '../../support/test-app.ts';
import { withDatabase } from '../vault-inspection.ts';

test('a new vault has the default settings', async () => {
  const app = await createTestApp();
  expect(await app.get('settings.get')).toEqual(Settings.parse({}));
});

test('what is changed stays changed, and the rest stays as it was', async () => {
  const app = await createTestApp();
  const changed = { ...Settings.parse({}), introduced: true, printHeadings: true };
  await app.get('settings.update', { introduced: true });
  expect(await app.get('settings.update', { printHeadings: true })).toEqual(changed);
  await app.close();
  expect(await (await reopenTestApp(app.folder)).get('settings.get')).toEqual(changed);
});

test('settings of a newer version are ignored and kept, senseless ones give the default', async () => {
  const app = await createTestApp();
  await app.close();
  await withDatabase(app.folder, db =>
    db.exec(
      `INSERT INTO setting VALUES ('fromTheFuture', '{"a":1}'), ('showPrompts', '"perhaps"')`,
    ),
  );
  const later = await reopenTestApp(app.folder);
  expect(await later.get('settings.get')).toEqual(Settings.parse({}));
  await later.get('settings.update', { introduced: true });
  await later.close();
  const rows = await withDatabase(app.folder, db =>
    db.prepare("SELECT value FROM setting WHERE key = 'fromTheFuture'").pluck().get(),
  );
  expect(rows).toBe('{"a":1}');
});

test('changed settings are announced', async () => {
  const app = await createTestApp();
  await app.get('settings.update', { showPrompts: false });
  expect(app.events).toEqual([{ type: 'data-changed', topics: ['settings'] }]);
});

test('the name and the contacts of the person are kept as they were written', async () => {
  const app = await createTestApp();
  const contact = { name: '美咲 🌸', for: 'when it is late', reach: '+49 …', when: '', note: '' };
  await app.get('settings.update', { myName: ' J. ', contacts: [contact, contact] });
  await app.close();
  const later = await reopenTestApp(app.folder);
  const kept = { ...Settings.parse({}), myName: ' J. ', contacts: [contact, contact] };
  expect(await later.get('settings.get')).toEqual(kept);
  expect(await later.get('settings.update', { contacts: [] })).toEqual({ ...kept, contacts: [] });
});
