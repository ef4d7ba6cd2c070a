import { findTemplate } from '#shared/content/templates.ts';
import { formatDay } from '#shared/domain/day.ts';
import type { EntrySummary } from '#shared/domain/entry.ts';
import type { OwnTemplate } from '#shared/domain/template.ts';
import { words } from './en.ts';
import { sealingWords, untilDay } from './sealing.ts';

type Named = Pick<EntrySummary, 'title' | 'templateId' | 'sealedUntil'>;
type Own = readonly Pick<OwnTemplate, 'id' | 'title'>[];

/** What a piece of writing began from: a template, of the guide or one's own; undefined when it is gone. */
export function beganFrom({ templateId }: Pick<Named, 'templateId'>, own: Own): string | undefined {
  if (templateId === null) return words.entry.blankDay;
  return (findTemplate(templateId) ?? own.find(({ id }) => id === templateId))?.title;
}

/** What a list calls a piece of writing: its title, or "Untitled" and what it began from. */
export function entryTitle(entry: Named, own: Own): string {
  if (entry.sealedUntil !== null) return sealingWords.name;
  const began = beganFrom(entry, own);
  const untitled = words.entry.untitled + (began === undefined ? '' : ` · ${began}`);
  return entry.title.trim() || untitled;
}

/** The same where nothing more is known of it than its title. */
export function titleOrUntitled({
  title,
  sealedUntil,
}: Pick<EntrySummary, 'title' | 'sealedUntil'>): string {
  if (sealedUntil !== null) return sealingWords.name;
  return title.trim() === '' ? words.entry.untitled : title;
}

/** The day that a list shows of a piece of writing: the one it is dated, or that of its seal. */
export const dayOfEntry = (
  { writtenOn, sealedUntil }: Pick<EntrySummary, 'writtenOn' | 'sealedUntil'>,
  locale: string,
): string => (sealedUntil === null ? formatDay(writtenOn, locale) : untilDay(sealedUntil, locale));
