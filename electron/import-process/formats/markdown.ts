import type { DocumentNode } from '#shared/domain/document.ts';
import { dayFrom, dayInName, dayOfMoment } from '../day-in.ts';
import type { ImportItem } from '#shared/domain/import.ts';
import { createLosses, entryOf, letterText, type Losses, type Source } from '../item.ts';
import { Unreadable } from '../problem.ts';
import { textOf } from '../text-of.ts';
import { frontMatter } from './front-matter.ts';
import { headed } from './html.ts';
import { markdownToHtml } from './markdown-to-html.ts';
import { titleFromName } from './plain.ts';
import { readHtml } from './read-html.ts';

/** A Markdown file: one letter. The front matter knows title and day best, then the text, then the name. */
export function* readMarkdownFile({ name, bytes, day }: Source): Generator<ImportItem, void, void> {
  const text = letterText(textOf(bytes));
  if (text.trim() === '') throw new Unreadable('empty');
  const { title, date, tags, details, rest } = frontMatter(text);
  const losses = createLosses();
  losses.add('tag', tags);
  const written = dayOfWords(date);
  losses.add('detail', date !== null && written === undefined ? details + 1 : details);
  const blocks = readMarkdown(rest, losses);
  const own = title === null ? headed(blocks) : { title, blocks };
  yield entryOf({
    title: own.title || titleFromName(name),
    writtenOn: written ?? dayInName(name) ?? day,
    blocks: own.blocks,
  });
  yield* losses.items();
}

const dayOfWords = (date: string | null) =>
  date === null ? undefined : (dayFrom(date.slice(0, 10)) ?? dayOfMoment(date));

/**
 * Markdown as blocks of a letter.
 * @param keepsLines whether the end of a line is one in the letter too, as in journal apps.
 */
export function readMarkdown(
  text: string,
  losses: Losses,
  keepsLines = false,
): readonly DocumentNode[] {
  return readHtml(markdownToHtml(text, losses, keepsLines), losses).blocks;
}
