import type { CommitmentStatus } from '#shared/domain/blocks.ts';

const statuses = {
  open: 'Open',
  kept: 'Kept',
  missed: 'Missed',
  repaired: 'Repaired',
} as const satisfies Record<CommitmentStatus, string>;

const groups = {
  due: 'Due',
  coming: 'Coming',
  undated: 'Open, without a date',
  kept: 'Kept',
  missed: 'Missed',
  repaired: 'Repaired',
} as const;

/** The words of the ledger. */
export const commitmentWords = {
  title: 'Commitments',
  lead: 'What was promised, and by when. Each line stands in a letter; what you change here changes there.',
  whose: 'Whose commitments',
  all: 'All',
  list: 'Commitments',
  hint: 'Arrow keys move from line to line.',
  groups,
  statuses,
  status: 'Status',
  nothing: 'Nothing written yet',
  notice: (text: string) => `To be noticed by: ${text}`,
  who: (text: string) => `Who: ${text}`,
  by: (text: string) => `By: ${text}`,
  readAs: (day: string) => `read as ${day}`,
  from: (title: string) => `From “${title}”`,
  edit: (what: string) => `Edit: ${what}`,
  writeRepair: 'Write a repair',
  movesTo: (group: keyof typeof groups) =>
    `Stays here for now; next time it stands under “${groups[group]}”.`,

  fields: {
    who: 'Who',
    what: 'What',
    by: 'By when',
    notice: 'How you would notice',
  },
  days: {
    empty: 'A day, such as 5 December. It may stay empty.',
    day: (day: string) => `Read as ${day}.`,
    none: 'The calendar has no such day: it stands here without a date.',
    wording: 'No certain day: it stands here without a date.',
  },
  keys: 'Enter saves, Escape gives back what was there.',

  empty: 'No commitments yet.',
  emptyHere: (name: string) => `No commitments with ${name} yet.`,
  noneSealed:
    'Sealed letters are not looked through: what one promises stands here from its day on.',
  emptyLead:
    'A commitment says who will do what, by when, and how it would be noticed. Write one in any letter, or begin with one of these.',

  changed: {
    open: 'Marked as open',
    kept: 'Marked as kept',
    missed: 'Marked as missed',
    repaired: 'Marked as repaired',
    text: 'Commitment changed',
  } as const satisfies Record<CommitmentStatus | 'text', string>,
  conflict: {
    title: 'Not changed: the letter was changed in the meantime',
    next: 'The list was read anew and shows it as it is now. Nothing was overwritten.',
    kept: 'The letter was changed in the meantime, so this is not saved. Your words are still here. Enter writes them into the line as it is now, Escape shows that line.',
  },
} as const;
