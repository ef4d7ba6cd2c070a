import { findTemplate } from '#shared/content/templates.ts';
import type { EntrySummary } from '#shared/domain/entry.ts';
import type { OwnTemplate } from '#shared/domain/template.ts';
import { words } from './en.ts';

type Named = Pick<EntrySummary, 'title' | 'templateId'>;
type Own = readonly Pick<OwnTemplate, 'id' | 'title'>[];

/** What a piece of writing began from: a template, of the guide or one's own; undefined when it is gone. */
export function beganFrom({ templateId }: Pick<Named, 'templateId'>, own: Own): string | undefined {
  if (templateId === null) return words.entry.blankDay;
  return (findTemplate(templateId) ?? own.find(({ id }) => id === templateId))?.title;
}

/** What a list calls a piece of writing: its title, or "Untitled" and what it began from. */
export function entryTitle(entry: Named, own: Own): string {
  const began = beganFrom(entry, own);
  const untitled = words.entry.untitled + (began === undefined ? '' : ` · ${began}`);
  return entry.title.trim() || untitled;
}
