import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { openLastRecord, sealRecord } from '#core/spool/sealed-records.ts';

const key = randomBytes(32);
const seal = (text: string) => sealRecord(key, 'name', text);
const open = (file: Buffer) => openLastRecord(key, 'name', file);

test('the last of several records is read, in any script', () => {
  expect(open(Buffer.concat([seal('first'), seal('second 你好 👩‍👧'), seal('')]))).toBe('');
  expect(open(Buffer.concat([seal('first'), seal('second 你好 👩‍👧')]))).toBe('second 你好 👩‍👧');
  expect(open(Buffer.alloc(0))).toBeUndefined();
});

test('a record cut off anywhere leaves the one before it', () => {
  const first = seal('whole');
  const torn = seal('torn');
  for (let length = 0; length < torn.length; length += 1) {
    expect(open(Buffer.concat([first, torn.subarray(0, length)]))).toBe('whole');
  }
});

test('a record that was changed in any byte is not read', () => {
  const record = seal('words');
  for (let at = 0; at < record.length; at += 1) {
    const changed = Buffer.from(record);
    changed[at] = (changed[at] ?? 0) ^ 1;
    expect(open(changed)).toBeUndefined();
  }
});

test('another key, or another name, opens nothing; nothing of the words is readable', () => {
  const record = seal('the words of a letter');
  expect(openLastRecord(randomBytes(32), 'name', record)).toBeUndefined();
  expect(openLastRecord(key, 'other', record)).toBeUndefined();
  expect(record.includes('words')).toBe(false);
  expect(seal('the words of a letter').equals(record)).toBe(false);
});
