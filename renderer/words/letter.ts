/** What can be done with a whole letter, and what stands at its top. */
export const letterWords = {
  makeTemplate: 'Make a template of this',
  makeImpact: 'Make an impact letter',
  move: 'Move to…',
  moveTitle: 'Move to another journey',
  moveLead: 'Only where it is listed changes. The text stays as it is.',
  moveList: 'Where it belongs',
  noJourney: 'No journey',
  here: 'It is here now',
  moveButton: 'Move',
  moved: (name: string) => `Moved to ${name}`,
  movedOut: 'It belongs to no journey now',
  with: (name: string) => `With ${name}`,
  foldCaution: 'Fold away',
  showCaution: 'A note before you write',
} as const;
