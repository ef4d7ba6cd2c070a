import type { Day } from '#shared/domain/day.ts';
import type { ImportItem } from '#shared/domain/import.ts';
import { dayFrom, dayOfMoment } from '../day-in.ts';
import { entryOf, letterText, type Losses } from '../item.ts';
import { Unreadable } from '../problem.ts';
import { headed } from './html.ts';
import { readMarkdown } from './markdown.ts';
import { readHtml } from './read-html.ts';

export type Fields = Readonly<Record<string, unknown>>;

const textIn = (fields: Fields, name: string): string => {
  const value = Object.hasOwn(fields, name) ? fields[name] : undefined;
  return typeof value === 'string' ? letterText(value) : '';
};

const countIn = (fields: Fields, name: string): number => {
  const value = fields[name];
  return Array.isArray(value) ? value.length : 0;
};

const isThere = (fields: Fields, name: string): number =>
  Object.hasOwn(fields, name) && typeof fields[name] === 'object' && fields[name] !== null ? 1 : 0;

/** An entry of Day One: Markdown, in which what stands for a picture is a picture without words. */
export function dayOneEntry(fields: Fields, day: Day, losses: Losses): ImportItem {
  losses.add('tag', countIn(fields, 'tags'));
  losses.add('place', isThere(fields, 'location'));
  losses.add('weather', isThere(fields, 'weather'));
  losses.add('picture', countIn(fields, 'photos'));
  for (const kind of ['videos', 'audios', 'pdfAttachments'])
    losses.add('attachment', countIn(fields, kind));
  const text = textIn(fields, 'text')
    .replaceAll(/!\[[^\]]{0,200}\]\(dayone-moment:[^)]{0,200}\)/g, '')
    // Day One escapes more than Markdown asks for, and means the same.
    .replaceAll(/\\(?=[.\-!()+])/g, '');
  const { title, blocks } = headed(readMarkdown(text, losses, true));
  if (title === '' && blocks.length === 0) throw new Unreadable('empty');
  const writtenOn = dayOfMoment(fields['creationDate'], fields['timeZone']) ?? day;
  return entryOf({ title, writtenOn, blocks });
}

/** An entry of jrnl: a title, and a body whose line ends are the writer's. */
export function jrnlEntry(fields: Fields, day: Day, losses: Losses): ImportItem {
  losses.add('tag', countIn(fields, 'tags'));
  if (fields['starred'] === true) losses.add('detail');
  const blocks = readMarkdown(textIn(fields, 'body'), losses, true);
  const title = textIn(fields, 'title');
  if (title === '' && blocks.length === 0) throw new Unreadable('empty');
  return entryOf({ title, writtenOn: dayFrom(String(fields['date'])) ?? day, blocks });
}

/** An entry of Mini Diary: its name is its day; its text is HTML, and was Markdown once. */
export function miniDiaryEntry(name: string, fields: Fields, day: Day, losses: Losses): ImportItem {
  const text = textIn(fields, 'text');
  const isHtml = /<(?:p|div|ul|ol|h[1-6]|br|blockquote)\b[^>]{0,200}>/i.test(text);
  const blocks = isHtml ? readHtml(text, losses).blocks : readMarkdown(text, losses, true);
  const title = textIn(fields, 'title');
  if (title === '' && blocks.length === 0) throw new Unreadable('empty');
  return entryOf({ title, writtenOn: dayFrom(name) ?? day, blocks });
}
