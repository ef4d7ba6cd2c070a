interface Position {
  readonly index: number;
  readonly of: number;
}

/** Long headings are cut where they are only a name in a sentence. */
const NAME_LENGTH = 60;

const shortened = (heading: string): string => {
  if (heading.length <= NAME_LENGTH) return heading;
  // Never half of a sign that is written as two.
  return `${heading.slice(0, NAME_LENGTH).replace(/[\uD800-\uDBFF]$/, '')}…`;
};

const kinds: Readonly<Record<string, string>> = {
  paragraph: 'Paragraph',
  heading: 'Heading',
  quote: 'Quote',
  list: 'List',
  statement: 'Statement',
  commitment: 'Commitment',
  answer: 'Point and answer',
  ladder: 'Three drafts',
  scale: 'Scale',
  date: 'Date',
  feelings: 'Feelings',
  picture: 'Picture',
};

/** The words about moving, hiding and removing the parts of a letter. */
export const movingWords = {
  /** A block by the type of its node. */
  kind: (type: string) => kinds[type] ?? 'Block',
  section: 'Section',
  named: (heading: string) => `“${shortened(heading)}”`,
  moved: (name: string, { index, of }: Position) => `${name} moved: ${index} of ${of}.`,
  atTop: 'Already at the top.',
  atBottom: 'Already at the end.',
  stuck: 'This line stays where it is.',
  drag: 'Drag to move',
  cancelled: 'Left where it was.',

  actions: 'Section actions',
  up: 'Move up',
  down: 'Move down',
  private: 'Only for me',
  remove: 'Remove section',
  removed: (heading: string) =>
    heading === '' ? 'Section removed' : `“${shortened(heading)}” removed`,
  nowPrivate: 'Only for you now. It stays out of prints.',
  nowShared: 'Part of the letter again.',
} as const;
