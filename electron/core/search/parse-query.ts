/** More words than this narrow nothing down, and FTS5 refuses expressions that are too deep. */
const WORDS_MAX = 32;

// Scripts that are written without spaces between words.
const IDEOGRAPH = /[\p{L}&&[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}]]/gv;
const ZERO_WIDTH_SPACE = '\u200B';

// Vowel points, and the stroke that stretches Arabic words: SQLite would split a word at each.
const POINT = /[\p{Mn}&&[\p{scx=Arabic}\p{scx=Hebrew}]]|\u0640/gv;

/**
 * Any text of the person as an FTS5 expression that finds entries with all its words, each of them
 * also as the beginning of a longer word. Every word is quoted, so that no text can be syntax.
 * `null` when there is no word in it.
 */
export function parseQuery(text: string): string | null {
  const words = text
    .split(/[\s\p{C}]+/u)
    .map(toSearchable)
    .filter(word => /[\p{L}\p{N}]/u.test(word));
  if (words.length === 0) return null;
  return [...new Set(words)].slice(0, WORDS_MAX).map(quotedPrefix).join(' ');
}

/**
 * Text as the index sees it: composed, without vowel points, and every ideograph a word of its own
 * by means of a space that nobody sees; a whole Chinese sentence would be one word without it.
 * Accents and case are left to the index, so that snippets keep them.
 */
export const toSearchable = (text: string): string =>
  text.normalize('NFC').replace(POINT, '').replace(IDEOGRAPH, `$&${ZERO_WIDTH_SPACE}`);

/** A piece of searchable text as people read it. */
export const toReadable = (text: string): string => text.replaceAll(ZERO_WIDTH_SPACE, '');

const quotedPrefix = (word: string): string => `"${word.replaceAll('"', '""')}"*`;
