import { findTemplate } from '#shared/content/templates.ts';
import type { EntrySummary } from '#shared/domain/entry.ts';
import { words } from './en.ts';

type Named = Pick<EntrySummary, 'title' | 'templateId'>;

/** The name of the template a piece of writing began from. */
export const templateTitle = ({ templateId }: Pick<Named, 'templateId'>): string =>
  (templateId === null ? undefined : findTemplate(templateId)?.title) ?? words.entry.blankDay;

/** What a list calls a piece of writing: its title, or "Untitled" and what it began from. */
export const entryTitle = (entry: Named): string => {
  const title = entry.title.trim();
  return title === '' ? `${words.entry.untitled} · ${templateTitle(entry)}` : title;
};
