import { expect, test } from 'vitest';
import { migratedTo } from './older-vault.ts';

test('an older vault has no sealed letter, and takes seals', () => {
  const after = migratedTo(5);
  expect(after.prepare('SELECT title, version, sealed_on, sealed_until FROM entry').all()).toEqual([
    { title: 'A letter', version: 3, sealed_on: null, sealed_until: null },
  ]);
  after.exec("UPDATE entry SET sealed_on = '2026-05-17', sealed_until = '2026-05-20'");
  expect(() => after.exec('UPDATE entry SET sealed_on = NULL')).toThrow(/CHECK/);
  after.close();
});
