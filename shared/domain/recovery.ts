import { z } from 'zod';

/** What someone typed as a recovery code, before it is read. Long enough for any way to space it. */
export const RecoveryCode = z.string().max(200);

/** The random bytes behind a recovery code: 160 bits, beyond any guessing. */
export const RECOVERY_BYTES = 20;

/** Crockford's base32: no I, L, O and U, which are read as other characters or as words. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const DIGITS = 32;
const GROUP = 4;

/**
 * The largest prime that two characters can hold. Because it is prime, one character typed wrongly
 * or two exchanged always give another remainder.
 */
const PRIME = 1021;

/** A recovery code to be shown, printed and typed back: eight groups of four, and two to check. */
export function writeRecoveryCode(secret: Uint8Array): string {
  const digits = digitsOf(secret);
  const check = checkOf(digits);
  const text = [...digits, Math.floor(check / 32), check % 32].map(digit => ALPHABET[digit]);
  return text.join('').replace(new RegExp(`(.{${GROUP}})(?=.)`, 'g'), '$1-');
}

/**
 * The bytes behind a code as someone typed it, whatever its case, spaces and dashes, with O for 0
 * and I or L for 1. Undefined if it cannot be a code: then at least one character is mistyped.
 */
export function readRecoveryCode(text: string): Uint8Array | undefined {
  const plain = text
    .toUpperCase()
    .replace(/[\s\p{Pd}_.]/gu, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
  const typed = Array.from(plain, character => ALPHABET.indexOf(character));
  if (typed.length !== DIGITS + 2 || typed.includes(-1)) return undefined;
  const digits = typed.slice(0, DIGITS);
  const [high = 0, low = 0] = typed.slice(DIGITS);
  return high * 32 + low === checkOf(digits) ? bytesOf(digits) : undefined;
}

const checkOf = (digits: readonly number[]): number =>
  digits.reduce((sum, digit) => (sum * 32 + digit) % PRIME, 0);

/** Five bits to a digit, the first ones first. */
function digitsOf(bytes: Uint8Array): readonly number[] {
  return Array.from({ length: DIGITS }, (_, index) => {
    const bit = index * 5;
    const pair = ((bytes[bit >> 3] ?? 0) << 8) | (bytes[(bit >> 3) + 1] ?? 0);
    return (pair >> (11 - (bit & 7))) & 31;
  });
}

function bytesOf(digits: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(RECOVERY_BYTES);
  for (const [index, digit] of digits.entries()) {
    const bit = index * 5;
    const pair = digit << (11 - (bit & 7));
    const at = bit >> 3;
    bytes[at] = (bytes[at] ?? 0) | (pair >> 8);
    if (at + 1 < bytes.length) bytes[at + 1] = (bytes[at + 1] ?? 0) | (pair & 255);
  }
  return bytes;
}
