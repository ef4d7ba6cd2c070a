/** The words for choosing several rows of a list. */
export const selectingWords = {
  select: 'Select',
  count: (n: number) => (n === 0 ? 'None selected' : `${n.toLocaleString('en')} selected`),
  all: 'Select all',
  done: 'Done',
} as const;
