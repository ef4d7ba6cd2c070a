import type { RevisionReason } from '#shared/domain/revision.ts';

/** The words for earlier texts of a letter. */
export const historyWords = {
  title: 'Earlier versions',
  lead: 'While you write, the text is kept about once a minute, and before anything large is removed. Older versions are thinned out: one an hour, later one a day, then one a week.',
  empty:
    'No earlier version yet. The first is kept after a minute of writing, or when you leave the letter.',
  list: 'Versions',
  reasons: {
    interval: 'kept while you were writing',
    shrink: 'kept because most of the text was removed',
    conflict: 'written in another copy',
    day: 'as it was before you went on with it that day',
    close: 'as you left it',
    restore: 'kept before another version was brought back',
  } as const satisfies Record<RevisionReason, string>,
  words: (n: number) => `${n.toLocaleString('en')} ${n === 1 ? 'word' : 'words'}`,
  back: 'All versions',
  preview: 'This version',
  untitled: 'Without a title',
  blank: 'Nothing was written in it yet.',
  restore: 'Bring this version back',
  restoreHint: 'Your present text is kept first, as a version of its own.',
  asNew: 'Open as a new letter',
  asNewHint: 'Your present letter stays as it is.',
  showSaved: 'Show the saved text',
  toast: { restored: 'The earlier version is back' },
} as const;
