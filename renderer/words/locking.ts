const times = (n: number): string => (n === 1 ? '1 attempt' : `${n.toLocaleString('en')} attempts`);

const MINUTES = [1, 2, 5, 10, 15, 30, 60, 120] as const;

/** Words about when the vault locks, and what happened while it was locked. */
export const lockingWords = {
  label: 'Lock by itself after',
  choices: [
    ...MINUTES.map(minutes => ({
      value: String(minutes),
      label: minutes === 1 ? '1 minute' : `${minutes} minutes`,
    })),
    { value: 'off', label: 'Never' },
  ],
  minutes: (n: number) => (n === 1 ? '1 minute' : `${n} minutes`),
  hint: 'Counted from the last key or movement of the mouse. It also locks when the computer sleeps or its screen is locked.',
  offHint:
    'While you are away, anyone can read what is open. It still locks when the computer sleeps or its screen is locked.',

  lastUnlock: (when: string) => `Last unlocked on ${when}.`,
  failed: (n: number, when: string) =>
    `Since then ${times(n)} to open the vault failed, the last on ${when}.`,
  failedFirst: (n: number, when: string) =>
    `${times(n)} to open the vault failed, the last on ${when}.`,

  rollback: {
    title: 'An older state of your vault is open',
    text: 'Something here is older than what was seen last time, as after a folder was put back from a copy. Nothing was overwritten. A newer backup may hold what is missing.',
    look: 'See the backups…',
    accept: 'Go on with this one',
  },
  unfinished: {
    title: 'New keys were being made when something interrupted it',
    text: 'Your writing is safe. Until it is finished, the old and the new passphrase both open the vault.',
    finish: 'Finish it…',
  },
} as const;
