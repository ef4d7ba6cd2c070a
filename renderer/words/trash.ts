import type { HoldingCopy } from '#shared/domain/trash.ts';

/** The words for what was deleted: bringing it back, and letting it go. */
export const trashWords = {
  title: 'Recently deleted',
  lead: 'What you delete stays here for 30 days, locked with the rest of your writing. After its day it is erased, once you have opened the vault on three more days: a wrong clock alone erases nothing.',
  list: 'Deleted writing',
  empty: 'Nothing here. What you delete waits in this place for 30 days, in case you want it back.',
  back: 'All writing',
  dates: (deleted: string, goes: string) => `Deleted ${deleted} · kept until ${goes}`,
  restore: 'Bring back',
  restoreNamed: (title: string) => `Bring back ${title}`,
  letGo: 'Let it go…',
  letGoNamed: (title: string) => `Let go of ${title}…`,

  toast: {
    kept: 'It is kept for 30 days.',
    restored: 'Brought back to all writing',
    letGo: 'It is gone',
  },

  dialog: {
    title: 'Let it go?',
    named: (title: string) => `“${title}” and every earlier version of it will be erased.`,
    pictures: 'So will pictures that only it shows, and all that search knew of its words.',
    final: 'This cannot be undone. The vault itself will hold none of its words any more.',
    looking: 'Looking for copies that hold it…',
    noCopies: 'No other copy in the folder of this vault holds it.',
    copies:
      'These copies were made since it was begun. It can be brought back from those that hold it:',
    copyKinds: {
      migration: 'Kept when Amends was updated',
      snapshot: 'Backup',
      recovered: 'Recovered copy',
    } as const satisfies Record<HoldingCopy['kind'], string>,
    elsewhere:
      'What you printed or saved as a file stays, and so does any copy of the folder elsewhere, such as one that a move left behind.',
    keep: 'Keep it',
    erase: 'Let it go',
    erasing: 'Letting go…',
  },
} as const;
