import type { HoldingCopy } from '#shared/domain/trash.ts';

/** The words for what was deleted: bringing it back, and letting it go. */
export const trashWords = {
  title: 'Recently deleted',
  lead: 'What you delete stays here for 30 days, locked with the rest of your writing. Then it is erased, but only after you have opened the vault on three later days, so that a wrong clock erases nothing.',
  list: 'Deleted writing',
  empty: 'Nothing here. What you delete waits in this place for 30 days, in case you want it back.',
  back: 'All writing',
  dates: (deleted: string, goes: string) => `Deleted ${deleted}, kept until ${goes}`,
  restore: 'Bring back',
  restoreNamed: (title: string) => `Bring back ${title}`,
  letGo: 'Let it go…',
  letGoNamed: (title: string) => `Let go of ${title}…`,
  letThemGo: 'Let them go…',
  letAllGo: 'Let all of it go…',

  delete: (what: string) => `Delete ${what}`,

  toast: {
    deleted: (what: string) => `${what} deleted`,
    kept: (count: number) => `${count === 1 ? 'It is' : 'They are'} kept for 30 days.`,
    restored: (what: string) => `${what} brought back`,
    letGo: (count: number) => `${count === 1 ? 'It is' : 'They are'} gone`,
    letGoEverywhere: (count: number) =>
      `${count === 1 ? 'It is' : 'They are'} gone, from the backups too`,
  },

  dialog: {
    title: (count: number) => (count === 1 ? 'Let it go?' : 'Let them go?'),
    named: (title: string) => `“${title}” and every earlier version of it will be erased.`,
    sealed: 'This sealed letter and every earlier version of it will be erased.',
    several: (count: number) =>
      `These ${count} pieces of writing, and every earlier version of them, will be erased.`,
    pictures: 'So will pictures that only it shows, and all that search knew of its words.',
    picturesOfSeveral:
      'So will pictures that only they show, and all that search knew of their words.',
    final: 'The vault itself will hold none of these words any more. There, this cannot be undone.',
    looking: 'Looking for copies that hold it…',
    notLooked: 'Which copies hold it could not be seen. They stay as they are.',
    noCopies: 'No backup of this vault holds any of it.',
    copies: 'It can be brought back from the copies that hold it:',
    copiesOfSeveral: 'Some of it can be brought back from the copies that hold it:',
    copyKinds: {
      backup: 'Backup',
      'second-place': 'Backup in the second place',
      migration: 'Kept when Amends was updated',
      recovered: 'Recovered copy',
      damaged: 'Damaged vault, put aside',
    } as const satisfies Record<HoldingCopy['kind'], string>,
    holds: {
      surely: null,
      more: 'It may also hold writing that is nowhere else, and stays.',
      perhaps: 'It cannot be read, so it may hold it, and stays.',
    } as const satisfies Record<HoldingCopy['holds'], string | null>,
    fromBackups: (count: number) =>
      count === 1 ? 'Remove this backup too' : `Remove these ${count} backups too`,
    fromBackupsHint:
      'A new backup of everything else is made and checked first. Older versions that only the removed ones hold go with them.',
    unreachable: (folder: string) =>
      `The second place for backups cannot be reached now, so nobody knows what is there: ${folder}`,
    movedFrom: (folder: string) =>
      `The copy that a move of this vault left behind is as it was, and may hold it: ${folder}`,
    elsewhere:
      'What you printed or saved as a file stays, and so does any copy of the folder elsewhere.',
    keep: (count: number) => (count === 1 ? 'Keep it' : 'Keep them'),
    erase: (count: number) => (count === 1 ? 'Let it go' : 'Let them go'),
    erasing: 'Letting go…',
  },

  /** After it is erased, while something may still hold it. */
  after: {
    title: 'Gone from the vault',
    failed:
      'The vault holds none of these words any more. Not every backup that does could be removed:',
    again: 'Try the backups again',
    copies: 'These copies were not removed:',
    done: 'Done',
  },
} as const;
