import type { SecondCopy, SnapshotReason, SnapshotRestored } from '#shared/domain/snapshot.ts';

const count = (n: number, one: string, many: string): string =>
  `${n.toLocaleString('en')} ${n === 1 ? one : many}`;

const letters = (n: number): string => count(n, 'piece of writing', 'pieces of writing');

const UNITS = ['bytes', 'kB', 'MB', 'GB'] as const;

/** Words for backups: what there is, what is in it, and how it comes back. */
export const backupWords = {
  title: 'Backups',
  prefsLabel: 'Backups',
  prefsButton: 'Backups…',

  lead: 'Amends makes a backup at the first unlock of each day, before anything that could go wrong, and after much writing. Each is locked like the vault itself.',
  none: 'There is no backup yet.',
  last: (when: string, n: number) =>
    `The last one was made on ${when}. There ${n === 1 ? 'is one' : `are ${n.toLocaleString('en')}`}.`,
  where: (folder: string) => `They are kept in ${folder}`,
  drilled: (when: string) => `One was last brought back for trial, and found whole, on ${when}.`,
  neverDrilled: 'None was brought back for trial yet.',
  make: 'Back up now',
  making: 'Making a backup…',
  made: {
    none: 'A backup was made and checked.',
    made: 'A backup was made and checked, here and in the second place.',
    unreachable:
      'A backup was made and checked. The second place could not be reached; it gets the next one.',
  } satisfies Record<SecondCopy, string>,
  drill: 'Try bringing one back',
  drilling: 'Trying…',
  drillDone: 'The newest backup was brought back beside your vault, compared, and found whole.',
  shortOfRoom:
    'There is little room on this disk. Backups take up no more than a fifth of what is free, so the oldest ones go sooner than usual. The newest one always stays.',
  problem: 'The last backup could not be made',

  list: 'All backups',
  row: (when: string) => `Backup of ${when}`,
  reasons: {
    daily: 'first unlock of the day',
    session: 'after much writing',
    asked: 'asked for',
    'before-migration': 'before an update',
    'before-passphrase': 'before the passphrase changed',
    'before-restore': 'before something was brought back',
    'before-import': 'before writing was imported',
    'after-erasing': 'after a letter was let go',
    'new-keys': 'with new keys',
  } satisfies Record<SnapshotReason, string>,
  holds: letters,
  size: (bytes: number) => {
    const unit = Math.min(3, Math.floor(Math.log10(Math.max(1, bytes)) / 3));
    return `${Math.round(bytes / 1000 ** unit)} ${UNITS[unit]}`;
  },
  checked: (when: string) => `checked on ${when}`,
  damaged: 'It is damaged and can not be brought back.',
  check: 'Check this backup',
  checking: 'Checking…',
  sound: 'It was opened and compared: all of it is there.',
  look: 'What is in it…',
  actions: (when: string) => `Backup of ${when}: actions`,

  second: 'A second place',
  secondLead:
    'A folder on another drive or a USB stick gets a locked copy of every backup. It helps when this computer is lost or broken.',
  secondNone: 'None is chosen.',
  choose: 'Choose a folder…',
  chooseOther: 'Choose another…',
  choosing: 'Copying…',
  remove: 'Stop using it',
  removed: 'No more copies go there. What is there was left as it is.',
  chosen: 'The newest backup was copied there.',

  inside: (when: string) => `The backup of ${when}`,
  looking: 'Opening the backup…',
  held: (entries: string) => `It holds ${entries}.`,
  now: (entries: string) => `Your vault holds ${entries} now.`,
  same: 'Everything in it is in your vault, just as it is.',
  missing: (n: number) =>
    `${letters(n)} in it ${n === 1 ? 'is' : 'are'} no longer in your vault, or in the trash:`,
  changed: (n: number) => `${letters(n)} ${n === 1 ? 'has' : 'have'} another text there:`,
  newer: (n: number) => `${letters(n)} ${n === 1 ? 'is' : 'are'} newer than the backup, and stay:`,
  more: (n: number) => `and ${n.toLocaleString('en')} more`,

  bring: 'Bring back…',
  bringNow: 'Bring back',
  bringing: 'Bringing back…',
  back: 'Back',
  safety:
    'Nothing in your vault is overwritten. Before anything else, a backup of what is there now is made.',
  willCome: (n: number) => `${letters(n)} will come back.`,
  differing: 'Where a text differs, the older one goes',
  asVersion: 'among its earlier versions',
  asVersionNote: 'The text you have now stays in its place.',
  asEntry: 'beside it, as writing of its own',
  asEntryNote: 'You see both in “All writing”.',
  restored: ({ broughtBack, keptBeside }: SnapshotRestored) =>
    [
      broughtBack === 0 ? 'Nothing had to come back.' : `${letters(broughtBack)} came back.`,
      keptBeside > 0 && `The older text of ${letters(keptBeside)} was kept too.`,
      'A backup of what was there before is in the list.',
    ]
      .filter(sentence => sentence !== false)
      .join(' '),

  offer: {
    title: 'Your backups',
    label: 'Open with the backup of',
    holds: (n: number) => `It holds ${letters(n)}.`,
    aside: 'The damaged file is not deleted: it is put aside in the same folder.',
    copied: 'The backup itself stays as it is.',
    use: 'Open with this backup',
    using: 'Bringing it back…',
    none: 'There is no backup that could be used.',
  },
} as const;
