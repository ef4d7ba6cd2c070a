import { expect, test } from 'vitest';
import { migratedTo } from './older-vault.ts';

test('what a letter promises stays as it was written; its day is no longer stored', () => {
  const promise = `INSERT INTO commitment (entry_seq, position, who, what, by_when, due, notice, status)
    VALUES (4, 0, 'I', 'call', '17 May 2026', '2026-05-17', '', 'open');`;
  const after = migratedTo(6, promise);
  expect(after.prepare('SELECT * FROM commitment').all()).toEqual([
    {
      entry_seq: 4,
      position: 0,
      who: 'I',
      what: 'call',
      by_when: '17 May 2026',
      notice: '',
      status: 'open',
    },
  ]);
  after.close();
});
