import { childrenOf, inlineText, type DocumentNode } from '#shared/domain/document.ts';
import { dayInName } from '../day-in.ts';
import type { ImportItem } from '#shared/domain/import.ts';
import { createLosses, entryOf, isTitle, letterText, type Source } from '../item.ts';
import { Unreadable } from '../problem.ts';
import { textOf } from '../text-of.ts';
import { titleFromName } from './plain.ts';
import { readHtml } from './read-html.ts';

/** Markup is longer than what it says. */
const MARKUP = 4;

/** A page: one letter. */
export function* readHtmlFile({ name, bytes, day }: Source): Generator<ImportItem, void, void> {
  const html = textOf(bytes);
  if (html.length > MARKUP * 4 * 1024 * 1024) throw new Unreadable('letterTooLong');
  const losses = createLosses();
  const page = readHtml(html, losses);
  if (page.blocks.length === 0) throw new Unreadable('empty');
  letterText(page.blocks.map(inlineText).join('\n'));
  const { title, blocks } = headed(page.blocks);
  yield entryOf({
    title: title || titleFromName(name) || pageTitle(page.title),
    writtenOn: dayInName(name) ?? day,
    blocks,
  });
  yield* losses.items();
}

/** Our own pages, and those of others, call each letter that. */
const pageTitle = (title: string): string => (title === 'Letter' ? '' : title);

/** A first heading of the highest kind is the title of what follows. */
export function headed(blocks: readonly DocumentNode[]): {
  readonly title: string;
  readonly blocks: readonly DocumentNode[];
} {
  const [first, ...rest] = blocks;
  const isFirst = first?.type === 'heading' && first['tag'] === 'h1' && rest.length > 0;
  const title = isFirst ? childrenOf(first).map(inlineText).join('') : '';
  return isFirst && isTitle(title) ? { title, blocks: rest } : { title: '', blocks };
}
