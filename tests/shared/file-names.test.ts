import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Day } from '#shared/domain/day.ts';
import { neutralName, safeName, uniqueNames } from '#shared/output/file-names.ts';

describe('a title as the name of a file', () => {
  test.each([
    ['To Anna', 'To Anna'],
    ['  Für Jörg – 中文 😀 ', 'Für Jörg – 中文 😀'],
    ['a/b\\c:d*e?f"g<h>i|j', 'a b c d e f g h i j'],
    ['../../etc/passwd', 'etc passwd'],
    ['.hidden', 'hidden'],
    ['--force', 'force'],
    ['end. . ', 'end'],
    ['CON', '_CON'],
    ['nul.txt', '_nul.txt'],
    ['com¹', '_com¹'],
    ['lpt9', '_lpt9'],
    ['Consent', 'Consent'],
    ['a\u0000b\nc\td', 'a b c d'],
    ['ab\u202Egnp.exe', 'ab gnp.exe'],
    ['\uD800', ''],
    ['...', ''],
    ['', ''],
  ])('%j is %j', (title, name) => {
    expect(safeName(title)).toBe(name);
  });

  test('any text gives a name that every system takes, or none', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), text => {
        const name = safeName(text);
        expect(Buffer.byteLength(name)).toBeLessThanOrEqual(122);
        expect(name.isWellFormed()).toBe(true);
        expect(name).not.toMatch(/[<>:"/\\|?*\p{Cc}]|^[\s.-]|[\s.]$/u);
        expect(safeName(name)).toBe(name);
      }),
    );
  });

  test('a character is never cut in half', () => {
    const family = '👩🏽';
    expect(safeName(family.repeat(50)).replaceAll(family, '')).toBe('');
  });
});

test('names that a file system takes for the same one are told apart', () => {
  expect(uniqueNames(['a', 'A', 'a-2', 'é', 'e\u0301', 'straße', 'STRASSE', 'b'])).toEqual([
    'a',
    'A-2',
    'a-2-2',
    'é',
    'e\u0301-2',
    'straße',
    'STRASSE-2',
    'b',
  ]);
});

test('a neutral name is what it is and a day', () => {
  expect(neutralName('letter', Day.parse('2026-05-17'))).toBe('letter-20260517');
});
