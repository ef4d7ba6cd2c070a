import { randomInt } from 'node:crypto';

/**
 * A word that occurs nowhere else, of lower case letters and digits, which no index folds and no
 * quick compressor shortens. Every canary of a run holds it.
 */
export const newToken = (): string =>
  Array.from({ length: 16 }, () => 'abcdefghijkmnpqrstuvwxyz23456789'[randomInt(32)]).join('');

export interface Needle {
  readonly encoding: string;
  readonly bytes: Buffer;
}

/** The ways in which a word may lie in a file or in memory. */
export function needlesOf(token: string): readonly Needle[] {
  const utf16 = Buffer.from(token, 'utf16le');
  const base64At = (bytes: Buffer, shift: number): Buffer =>
    Buffer.from(
      Buffer.concat([Buffer.alloc(shift), bytes])
        .toString('base64')
        // Without the ends, which depend on the neighbours.
        .slice(4, -4),
    );
  const each = (form: (code: string) => string): Buffer =>
    Buffer.from(Array.from(token, letter => form(letter.charCodeAt(0).toString(16))).join(''));
  return [
    // Also as it stands in addresses and in JSON, which leave such letters alone.
    { encoding: 'utf-8', bytes: Buffer.from(token) },
    // Without its last zero, in which little and big endian differ.
    { encoding: 'utf-16', bytes: utf16.subarray(0, -1) },
    ...[0, 1, 2].map(shift => ({
      encoding: `base64+${shift}`,
      bytes: base64At(Buffer.from(token), shift),
    })),
    { encoding: 'base64 of utf-16', bytes: base64At(utf16, 0) },
    { encoding: 'hex', bytes: each(code => code) },
    { encoding: 'HEX', bytes: each(code => code.toUpperCase()) },
    { encoding: 'url', bytes: each(code => `%${code.toUpperCase()}`) },
    { encoding: 'json', bytes: each(code => `\\u00${code}`) },
  ];
}

export interface Hit {
  readonly where: string;
  readonly encoding: string;
  /** What stands around it, as far as it can be read. */
  readonly around: string;
}

/** Every first hit of each encoding. */
export function hitsIn(bytes: Buffer, where: string, needles: readonly Needle[]): Hit[] {
  return needles.flatMap(({ encoding, bytes: needle }) => {
    const at = bytes.indexOf(needle);
    if (at === -1) return [];
    const around = bytes.subarray(Math.max(0, at - 60), at + needle.length + 30);
    return [{ where, encoding, around: around.toString('latin1').replaceAll(/[^ -~]+/g, '·') }];
  });
}
