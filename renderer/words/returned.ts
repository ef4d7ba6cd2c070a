import type { ReturnedDraft } from '#shared/domain/returned-draft.ts';
import { words } from './en.ts';

const named = (title: string): string => (title.trim() === '' ? words.entry.untitled : title);

/** One sentence about words that could not be saved before, and are in the vault now. */
export function returnedSentence(drafts: readonly ReturnedDraft[]): string {
  const [first] = drafts;
  if (drafts.length > 1 || first === undefined) {
    return `What could not be saved before is back, in ${drafts.length} letters`;
  }
  return first.as === 'text'
    ? `What could not be saved before is back in “${named(first.title)}”`
    : `What could not be saved before is kept in the history of “${named(first.title)}”`;
}
