import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { readRecoveryCode, RECOVERY_BYTES, writeRecoveryCode } from '#shared/domain/recovery.ts';

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const secrets = fc.uint8Array({ minLength: RECOVERY_BYTES, maxLength: RECOVERY_BYTES });

test('a code is eight groups of four and two to check', () => {
  fc.assert(
    fc.property(secrets, secret => {
      expect(writeRecoveryCode(secret)).toMatch(
        /^([0-9A-HJKMNP-TV-Z]{4}-){8}[0-9A-HJKMNP-TV-Z]{2}$/,
      );
    }),
  );
});

test('known bytes give a known code', () => {
  expect(writeRecoveryCode(new Uint8Array(RECOVERY_BYTES))).toBe(
    '0000-0000-0000-0000-0000-0000-0000-0000-00',
  );
  const counted = Uint8Array.from({ length: RECOVERY_BYTES }, (_, index) => index * 13);
  // Node's own arithmetic on one long number, as the format is defined.
  const value = BigInt(`0x${Buffer.from(counted).toString('hex')}`);
  const digit = (number: bigint, place: number) =>
    ALPHABET[Number((number >> BigInt(place * 5)) & 31n)] ?? '';
  const digits = Array.from({ length: 32 }, (_, index) => digit(value, 31 - index));
  const check = value % 1021n;
  const whole = [...digits, digit(check, 1), digit(check, 0)].join('');
  expect(writeRecoveryCode(counted).replaceAll('-', '')).toBe(whole);
});

test('a code is read back however it is typed', () => {
  const spacing = fc.constantFrom('', ' ', '-', '  ', '–', '\n', '_', '\u00a0');
  fc.assert(
    fc.property(
      secrets,
      fc.array(fc.tuple(fc.boolean(), spacing), { minLength: 42 }),
      (secret, how) => {
        const typed = Array.from(writeRecoveryCode(secret), (character, index) => {
          const [lower, space] = how[index] ?? [false, ''];
          const mistaken = { '0': 'O', '1': index % 2 === 0 ? 'I' : 'l' }[character] ?? character;
          return `${lower ? mistaken.toLowerCase() : mistaken}${space}`;
        });
        expect(readRecoveryCode(typed.join(''))).toEqual(secret);
      },
    ),
  );
});

test('one wrong character is always noticed', () => {
  const place = fc.nat({ max: 33 });
  fc.assert(
    fc.property(secrets, place, fc.integer({ min: 1, max: 31 }), (secret, at, by) => {
      const characters = Array.from(writeRecoveryCode(secret).replaceAll('-', ''));
      const wrong = (ALPHABET.indexOf(characters[at] ?? '') + by) % 32;
      characters[at] = ALPHABET[wrong] ?? '';
      expect(readRecoveryCode(characters.join(''))).toBeUndefined();
    }),
    { numRuns: 1000 },
  );
});

test('two exchanged characters are always noticed, wherever they stand', () => {
  const place = fc.nat({ max: 31 });
  fc.assert(
    fc.property(secrets, place, place, (secret, one, other) => {
      const characters = Array.from(writeRecoveryCode(secret).replaceAll('-', ''));
      const [first = '', second = ''] = [characters[one], characters[other]];
      fc.pre(first !== second);
      characters[one] = second;
      characters[other] = first;
      expect(readRecoveryCode(characters.join(''))).toBeUndefined();
    }),
    { numRuns: 1000 },
  );
});

test.each([
  '',
  '-',
  'not a code',
  '0'.repeat(33),
  '0'.repeat(35),
  'U'.repeat(34),
  '0'.repeat(33) + '!',
])('%j is no code', text => {
  expect(readRecoveryCode(text)).toBeUndefined();
});
