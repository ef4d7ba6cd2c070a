/**
 * Where the signs of one kind begin with which a text ends; its length where it ends with another.
 * Read from the back: a pattern such as `x+$` would try every run of them in the text to its end.
 */
export function endOf(text: string, sign: RegExp): number {
  let at = text.length;
  while (at > 0 && sign.test(text.charAt(at - 1))) at -= 1;
  return at;
}

/** A text without the signs of one kind at its end. */
export const withoutEnd = (text: string, sign: RegExp): string => text.slice(0, endOf(text, sign));
