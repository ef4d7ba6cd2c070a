import type { ActionId } from '#shared/actions.ts';
import type { EntryKind } from '#shared/domain/entry.ts';
import type { EntryId } from '#shared/domain/ids.ts';

export type FindWish = 'find' | 'replace' | 'next' | 'previous';

/** What the rest of the app may ask of the letter that is open. */
export interface OpenEntry {
  readonly id: EntryId;
  readonly kind: EntryKind;
  /** Saves what is unsaved; false when it could not be saved. */
  readonly flush: () => Promise<boolean>;
  /** Saves because the person asked: says so even when there was nothing to save. */
  readonly saveNow: () => Promise<void>;
  /** Whether the caret is in the text, not in its title or elsewhere. */
  readonly hasFocus: () => boolean;
  /** Does a formatting or editing action, if the caret is in the letter. */
  readonly perform: (action: ActionId) => boolean;
  /** Opens what finds and replaces in the text, or goes on with it. */
  readonly find: (wish: FindWish) => void;
  /** Puts the text on the clipboard; false when that was not allowed. */
  readonly copyText: () => Promise<boolean>;
  /** Forgets what is unsaved: the letter is being deleted, or the person chose to leave it. */
  readonly discard: () => void;
}

let current: OpenEntry | null = null;

/** The letter that is open, if any. */
export const openEntry = (): OpenEntry | null => current;

/** Announces the letter that is open until the returned function is called. */
export function registerOpenEntry(entry: OpenEntry): () => void {
  current = entry;
  return () => {
    if (current === entry) current = null;
  };
}
