import { Unreadable } from './problem.ts';

/** How many bytes are looked at to tell a text from something else. */
const LOOKED_AT = 8192;

/**
 * The text of a file in UTF-8, in UTF-16 with its mark, or in the Windows code page of the West.
 * @throws Unreadable if it is no text.
 */
export function textOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decode('utf-16le', bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decode('utf-16be', bytes);
  if (bytes.subarray(0, LOOKED_AT).includes(0)) throw new Unreadable('unknownKind');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return decode('windows-1252', bytes);
  }
}

/** The same bytes in UTF-8, which all JSON is read as. */
export function inUtf8(bytes: Uint8Array): Uint8Array {
  const isUtf16 =
    (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  return isUtf16 ? new TextEncoder().encode(textOf(bytes)) : bytes;
}

const decode = (encoding: string, bytes: Uint8Array): string =>
  new TextDecoder(encoding).decode(bytes);
