import { readPlain } from '#shared/reading/read-plain.ts';
import { dayInName, withoutDay } from '../day-in.ts';
import type { ImportItem } from '#shared/domain/import.ts';
import { entryOf, letterText, type Source } from '../item.ts';
import { Unreadable } from '../problem.ts';
import { textOf } from '../text-of.ts';

/** A text file: one letter, named as its file is. */
export function* readPlainFile({ name, bytes, day }: Source): Generator<ImportItem, void, void> {
  const text = letterText(textOf(bytes));
  if (text.trim() === '') throw new Unreadable('empty');
  yield entryOf({
    title: titleFromName(name),
    writtenOn: dayInName(name) ?? day,
    blocks: readPlain(text),
  });
}

/** Names that programs give, and no person. */
const NEUTRAL =
  /^(?:letters?|untitled|unbenannt|document|dokument|note|new text document)[\s\-_()\d]*$/i;

/** What the name of a file says of the letter in it: '' when it is only a day or a number. */
export function titleFromName(name: string): string {
  const said = withoutDay(name.replace(/\.[^.]*$/, '')).replaceAll('_', ' ');
  return NEUTRAL.test(said) || /^[\d\s\-.]*$/.test(said) ? '' : said;
}
