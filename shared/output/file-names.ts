import type { Day } from '../domain/day.ts';
import { withoutEnd } from '../domain/text-end.ts';

/** The longest name, in bytes of UTF-8: systems allow 255, and something may be put behind it. */
const MOST_BYTES = 120;

// Windows takes none of these; the marks that turn the direction of text could hide what a name is.
const FORBIDDEN = /[<>:"/\\|?*\p{Cc}\u200B-\u200F\u2028-\u202E\u2060-\u206F\uFEFF\uE000-\uF8FF]/gu;
/** Names of devices, with or without an extension. */
const RESERVED = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$|clock\$)(?:\.|$)/i;

/**
 * A text as the name of a file, without its extension, for Windows, macOS and Linux; '' when nothing
 * of it can stand in a name.
 */
export function safeName(text: string): string {
  const plain = text
    .toWellFormed()
    .replaceAll('\uFFFD', '')
    .normalize('NFC')
    .replace(FORBIDDEN, ' ')
    .replace(/\s+/gu, ' ');
  const name = trimmed(shortened(trimmed(plain)));
  return RESERVED.test(name) ? `_${name}` : name;
}

/** A dot in front hides a file, a dot or space behind it is lost on Windows, a dash looks like an option. */
const trimmed = (name: string): string => withoutEnd(name.replace(/^[\s.\-~]+/u, ''), /[\s.]/u);

function shortened(name: string): string {
  let kept = '';
  let bytes = 0;
  const characters = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
  for (const { segment } of characters.segment(name)) {
    bytes += bytesOf(segment);
    if (bytes > MOST_BYTES) break;
    kept += segment;
  }
  return kept;
}

/** The length in UTF-8. */
const bytesOf = (text: string): number => encodeURIComponent(text).replace(/%../g, '-').length;

/** A name that says nothing: what it is, and a day. */
export const neutralName = (what: 'letter' | 'letters', day: Day): string =>
  `${what}-${day.replaceAll('-', '')}`;

/** Names that no file system takes for the same one: the second "a" becomes "a-2". */
export function uniqueNames(names: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return names.map(name => {
    for (let number = 1; ; number += 1) {
      const tried = number === 1 ? name : `${name}-${number}`;
      if (taken.has(sameness(tried))) continue;
      taken.add(sameness(tried));
      return tried;
    }
  });
}

/** macOS ignores case and how an accent is written, Windows case. */
const sameness = (name: string): string =>
  name.normalize('NFKD').toUpperCase().toLowerCase().normalize('NFKC');
