import type { ReturnedDraft } from '#shared/domain/returned-draft.ts';
import { titleOrUntitled } from './entry-title.ts';

const named = (draft: ReturnedDraft): string =>
  draft.sealedUntil === null ? `“${titleOrUntitled(draft)}”` : 'a sealed letter';

/** One sentence about words that could not be saved before, and are in the vault now. */
export function returnedSentence(drafts: readonly ReturnedDraft[]): string {
  const [first] = drafts;
  if (drafts.length > 1 || first === undefined) {
    return `What could not be saved before is back, in ${drafts.length} letters`;
  }
  return first.as === 'text'
    ? `What could not be saved before is back in ${named(first)}`
    : `What could not be saved before is kept in the history of ${named(first)}`;
}
